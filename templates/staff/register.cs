<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Register.title ?></h1>
<p class="actions"><a class="button" href="<?cs var:New_url ?>"><?cs var:Lang.Staff.Register.add ?></a></p>
<?cs if:subcount(Entries) ?><table class="cards" role="table">
<caption><?cs var:Lang.Staff.Register.caption ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Register.number ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Register.came ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Register.candidate ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Register.enterer ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Register.due ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:e = Entries ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Register.number ?></span><?cs if:e.url ?><a class="nowrap" href="<?cs var:e.url ?>"><?cs var:e.number ?></a><?cs else ?><span class="nowrap"><?cs var:e.number ?></span> <span class="tag"><?cs var:Lang.Staff.Register.own ?></span><?cs /if ?></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Register.came ?></span><?cs var:Lang.Staff.Register.Channel[e.channel] ?> <span class="muted"><?cs var:e.received ?></span></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Register.candidate ?></span><?cs var:e.candidate ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Register.enterer ?></span><?cs var:e.enterer ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Register.due ?></span><?cs var:e.due ?><?cs if:e.overdue ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Register.overdue ?></span><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Register.none ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
