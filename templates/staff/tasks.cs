<?cs include:"_head.cs" ?><?cs include:"staff/_task.cs" ?><h1><?cs var:Lang.Staff.Task.title ?> <span class="muted"><?cs var:Count ?> <?cs var:Lang.Staff.Task.count ?></span></h1>
<p><?cs var:Lang.Staff.Task.lead ?></p>
<?cs if:subcount(Open) ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Task.title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Task.whom ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Task.event ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Task.why ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Task.since ?></th><th role="columnheader" scope="col"><span class="unseen"><?cs var:Lang.Staff.Task.settle ?></span></th></tr></thead>
<tbody role="rowgroup">
<?cs each:x = Open ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Task.whom ?></span><?cs call:task_whom(x) ?></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Task.event ?></span><?cs var:Lang.Event[x.event] ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Task.why ?></span><?cs call:task_why(x) ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Task.since ?></span><?cs var:x.since ?></td>
<td role="cell"><?cs if:x.may ?><a href="<?cs var:x.url ?>"><?cs var:Lang.Staff.Task.settle ?><span class="unseen"><?cs if:x.number ?><?cs var:x.number ?><?cs else ?><?cs var:x.union ?><?cs /if ?></span></a><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Task.none ?></p>
<?cs /if ?><?cs if:subcount(Settled) ?><h2><?cs var:Lang.Staff.Task.settled_title ?></h2>
<ul class="notices">
<?cs each:x = Settled ?><li><?cs call:task_whom(x) ?> <span class="muted"><?cs var:Lang.Event[x.event] ?></span>
<p><span class="tag tag-done"><?cs var:Lang.Staff.Task.how_word[x.how] ?></span> <?cs var:x.by ?>，<time><?cs var:x.settled ?></time><?cs if:x.words ?>：<?cs var:x.words ?><?cs /if ?></p></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include:"_foot.cs" ?>
