<?cs include:"_head.cs" ?><?cs include:"_candidate.cs" ?><?cs call:error_summary() ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Lang.Staff.Candidate.done[Done] ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Candidate.list_title ?> <span class="muted"><?cs var:Count ?> <?cs var:Lang.Staff.Candidate.persons ?></span></h1>
<?cs if:Undeclared ?><div class="banner" role="region" aria-labelledby="undeclared-t"><p id="undeclared-t"><?cs var:Lang.Staff.Candidate.undeclared_head ?> <?cs var:Undeclared ?> <?cs var:Lang.Staff.Candidate.undeclared_tail ?></p>
<p class="actions"><a class="button" href="<?cs var:Declare_url ?>"><?cs var:Lang.Staff.Candidate.declare_link ?></a></p></div>
<?cs /if ?><?cs if:subcount(Counts) ?><nav class="tally" aria-label="<?cs var:Lang.Staff.Candidate.counts ?>"><ul>
<?cs each:n = Counts ?><li><a href="<?cs var:n.url ?>"<?cs if:Form.state.value == n.state ?> aria-current="page"<?cs /if ?>><?cs var:Lang.CandidacyState[n.state] ?> <strong><?cs var:n.count ?></strong></a></li>
<?cs /each ?></ul></nav>
<?cs /if ?><form class="filters no-print" method="get" action="/candidates" novalidate>
<?cs if:subcount(Rounds) > #1 ?><div class="field">
<label for="f-round"><?cs var:Lang.Staff.Candidate.round ?></label>
<select id="f-round" name="round"><?cs each:o = Rounds ?><option value="<?cs var:o.slug ?>"<?cs if:o.chosen ?> selected<?cs /if ?>><?cs var:o.title ?></option>
<?cs /each ?></select>
</div>
<?cs /if ?><?cs call:line_field("name", Form.name, Lang.Staff.Candidate.search_field, "text", "off") ?><p><button class="button-plain" type="submit"><?cs var:Lang.Staff.Candidate.search ?></button></p>
</form>
<?cs if:Filtered ?><p><a href="<?cs var:All_url ?>"><?cs var:Lang.Staff.Candidate.show_all ?></a></p>
<?cs /if ?><?cs if:subcount(People) ?><table class="cards" role="table"><caption class="unseen"><?cs var:Lang.Staff.Candidate.list_title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.name ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.state_label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.objections ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.award ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Case.employer ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Case.union ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:p = People ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.name ?></span><a href="<?cs var:p.url ?>"><?cs var:p.name ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.state_label ?></span><?cs if:p.state ?><?cs call:candidacy_tag(p.state) ?><?cs if:p.waits ?> <span class="tag"><?cs var:Lang.Staff.Candidate.waits ?></span><?cs /if ?><?cs else ?><span class="muted"><?cs var:Lang.Staff.Candidate.declare_first ?></span><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.objections ?></span><?cs if:p.open ?><?cs var:Lang.Staff.Candidate.open ?> <?cs var:p.open ?><?cs if:p.accepted ?>，<?cs var:Lang.Staff.Candidate.accepted ?> <?cs var:p.accepted ?><?cs /if ?><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.award ?></span><?cs var:Lang.Award[p.award] ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Case.employer ?></span><?cs var:p.employer ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Case.union ?></span><?cs var:p.union ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs if:Filtered ?><?cs var:Lang.Staff.Candidate.none_found ?><?cs else ?><?cs var:Lang.Staff.Candidate.none ?><?cs /if ?></p>
<?cs /if ?><h2><?cs var:Lang.Staff.Candidate.papers ?></h2>
<?cs if:subcount(Papers) ?><table class="cards" role="table"><caption class="unseen"><?cs var:Lang.Staff.Candidate.papers ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.paper ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.paper_day ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.persons_label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.proposer ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.state_label ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:p = Papers ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.paper ?></span><a href="<?cs var:p.url ?>"><?cs var:p.paper ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.paper_day ?></span><?cs var:p.paper_day ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.persons_label ?></span><?cs var:p.people ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.proposer ?></span><?cs var:p.proposer ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.state_label ?></span><span class="tag<?cs if:p.outcome == "AGREED" ?> tag-done<?cs elif:p.outcome == "OPEN" ?> tag-open<?cs /if ?>"><?cs var:Lang.Staff.Candidate.Outcome[p.outcome] ?></span></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Candidate.papers_none ?></p>
<?cs /if ?><?cs if:Recognise_url ?><p class="actions"><a class="button" href="<?cs var:Recognise_url ?>"><?cs var:Lang.Staff.Candidate.recognise_title ?></a></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
