<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Messages.title ?></h1>
<p><?cs var:Lang.Staff.Messages.lead ?></p>
<table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Messages.title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Messages.event ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Messages.ways ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:x = Events ?><tr role="row"><th role="rowheader" scope="row"><?cs var:Lang.Event[x.event] ?></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Messages.ways ?></span><ul class="plain"><?cs each:y = x.ways ?><li><a href="<?cs var:y.url ?>"><?cs var:Lang.Channel[y.channel] ?> <?cs var:Lang.Staff.Messages.langs[y.lang] ?><span class="unseen"><?cs var:Lang.Event[x.event] ?></span></a> <span class="muted"><?cs var:Lang.Staff.Messages.version ?> <?cs var:y.version ?></span><?cs if:y.waits ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Messages.state.WAITS ?></span><?cs /if ?></li>
<?cs /each ?></ul></td></tr>
<?cs /each ?></tbody>
</table>
<?cs include:"_foot.cs" ?>
