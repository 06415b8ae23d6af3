<?cs include:"_head.cs" ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Lang.Staff.Desk.done[Done] ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Desk.title ?> <span class="muted"><?cs var:Count ?> <?cs var:Lang.Staff.Inbox.lead ?></span></h1>
<?cs if:subcount(Waiting) ?><table class="cards" role="table">
<caption><?cs var:Lang.Staff.Desk.waiting ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.number.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Desk.kind ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Desk.due ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Desk.came ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:c = Waiting ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.number.label ?></span><a class="nowrap" href="<?cs var:c.url ?>"><?cs var:c.number ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Desk.kind ?></span><?cs var:Lang.Kind[c.kind] ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Desk.due ?></span><?cs var:c.due ?><?cs if:c.overdue ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Desk.overdue ?></span><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Desk.came ?></span><?cs var:c.came ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Desk.none ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
