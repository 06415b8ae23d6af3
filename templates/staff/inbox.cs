<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs def:inbox_table(id, words, rows) ?><?cs if:subcount(rows) ?><h2 id="<?cs var:id ?>"><?cs var:words ?> <span class="muted"><?cs var:subcount(rows) ?></span></h2>
<table class="cards" role="table" aria-labelledby="<?cs var:id ?>">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.number.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.state.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.due ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.candidate.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.union.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.ground.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.came ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:c = rows ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.number.label ?></span><a class="nowrap" href="<?cs var:c.url ?>"><?cs var:c.number ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.state.label ?></span><?cs call:state_tag(c.state) ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.due ?></span><?cs if:c.due ?><?cs var:c.due ?><?cs if:id == "overdue" ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Inbox.missed ?></span><?cs /if ?><?cs else ?><?cs var:Lang.Staff.Inbox.no_due ?><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.candidate.label ?></span><?cs var:c.candidate ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.union.label ?></span><?cs var:c.union ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.ground.label ?></span><?cs if:subcount(c.grounds) ?><?cs each:g = c.grounds ?><?cs if:!first(g) ?>；<?cs /if ?><?cs var:g.text ?><?cs /each ?><?cs else ?><span class="muted"><?cs var:Lang.Staff.Recusal.not_shown ?></span><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.came ?></span><?cs var:c.came ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?><?cs /def ?><?cs call:error_summary() ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Lang.Staff.Desk.done[Done] ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Inbox.title ?> <span class="muted"><?cs var:Count ?> <?cs var:Lang.Staff.Inbox.lead ?></span></h1>
<?cs if:subcount(Counts) ?><nav class="tally" aria-label="<?cs var:Lang.Staff.Inbox.counts ?>"><ul>
<?cs each:n = Counts ?><li><a href="<?cs var:n.url ?>"<?cs if:Form.state.value == n.state ?> aria-current="page"<?cs /if ?>><?cs var:Lang.StateShort[n.state] ?> <strong><?cs var:n.count ?></strong></a></li>
<?cs /each ?></ul></nav>
<?cs /if ?><details class="no-print"<?cs if:Unfolded ?> open<?cs /if ?>><summary><?cs var:Lang.Staff.Inbox.filter ?></summary>
<form class="filters" method="get" action="/inbox" novalidate>
<?cs call:line_field("number", Form.number, Lang.Staff.Inbox.number, "text", "off") ?><div class="field">
<label for="f-state"><?cs var:Lang.Staff.Inbox.state.label ?></label>
<select id="f-state" name="state"><option value=""><?cs var:Lang.Staff.Inbox.state.open ?></option>
<?cs each:s = Lang.StateShort ?><option value="<?cs var:name(s) ?>"<?cs if:Form.state.value == name(s) ?> selected<?cs /if ?>><?cs var:s ?></option>
<?cs /each ?><option value="ALL"<?cs if:Form.state.value == "ALL" ?> selected<?cs /if ?>><?cs var:Lang.Staff.Inbox.state.all ?></option></select>
</div>
<div class="field">
<label for="f-notice"><?cs var:Lang.Staff.Inbox.notice.label ?></label>
<select id="f-notice" name="notice"><option value=""><?cs var:Lang.Staff.Inbox.any ?></option>
<?cs each:n = Notices ?><option value="<?cs var:n.slug ?>"<?cs if:n.chosen ?> selected<?cs /if ?>><?cs var:n.title ?></option>
<?cs /each ?></select>
</div>
<?cs call:line_field("candidate", Form.candidate, Lang.Staff.Inbox.candidate, "text", "off") ?><?cs call:line_field("union", Form.union, Lang.Staff.Inbox.union, "text", "off") ?><?cs call:select_field("ground", Form.ground, Lang.Staff.Inbox.ground, Lang.Ground, Lang.Staff.Inbox.any) ?><p><button class="button-plain" type="submit"><?cs var:Lang.Staff.Inbox.search ?></button></p>
</form>
</details>
<?cs if:Filtered ?><p><a href="<?cs var:All_url ?>"><?cs var:Lang.Staff.Inbox.show_all ?></a></p>
<?cs /if ?><?cs call:inbox_table("overdue", Lang.Staff.Inbox.overdue, Groups.overdue) ?><?cs call:inbox_table("today", Lang.Staff.Inbox.today, Groups.today) ?><?cs call:inbox_table("others", Lang.Staff.Inbox.others, Groups.others) ?><?cs if:Count == #0 ?><p><?cs if:Filtered ?><?cs var:Lang.Staff.Inbox.none_found ?><?cs else ?><?cs var:Lang.Staff.Inbox.none ?><?cs /if ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
