<?cs # What the pages about candidates share. ?>
<?cs def:candidacy_tag(state) ?><span class="tag<?cs if:state == "HELD" || state == "AWAITING" ?> tag-open<?cs elif:state == "REMOVED" || state == "CARRIED_OVER" || state == "REVOKED" ?> tag-warn<?cs elif:state == "RECOGNISED" ?> tag-done<?cs /if ?>"><?cs var:Lang.CandidacyState[state] ?></span><?cs /def ?>
<?cs def:candidate_hidden() ?><?cs call:csrf() ?><input type="hidden" name="seen" value="<?cs var:Form.seen.value ?>"><input type="hidden" name="steps" value="<?cs var:Form.steps.value ?>"><?cs /def ?>
<?cs def:candidate_paper(p) ?><?cs if:p.paper ?><p><?cs var:Lang.Staff.Candidate.paper ?> <?cs var:p.paper ?>，<?cs var:p.paper_day ?></p>
<?cs /if ?><?cs /def ?>
<?cs def:candidate_events(events) ?><ol class="events">
<?cs each:e = events ?><li><p><span class="nowrap"><?cs var:e.at ?></span> <?cs if:e.actor ?><?cs var:e.actor ?>、<?cs var:e.agreed ?><?cs else ?><?cs var:Lang.Staff.Candidate.by_itself ?><?cs /if ?> <strong><?cs var:Lang.CandidacyMove[e.move] ?></strong></p>
<p class="muted"><?cs var:Lang.CandidacyState[e.from] ?> → <?cs var:Lang.CandidacyState[e.to] ?></p>
<?cs if:e.basis ?><p class="quote"><?cs var:e.basis ?></p>
<?cs /if ?><?cs call:candidate_paper(e) ?></li>
<?cs /each ?></ol>
<?cs /def ?>
<?cs # Somebody was faster. ?>
<?cs def:candidate_moved() ?><?cs if:Moved.yes ?><div class="banner warn"<?cs if:!ErrorCount ?> id="err"<?cs /if ?> tabindex="-1" role="group" aria-labelledby="moved-t">
<h2 id="moved-t"><?cs var:Lang.Staff.Candidate.moved_title ?></h2>
<?cs if:subcount(Moved.events) ?><?cs call:candidate_events(Moved.events) ?><?cs /if ?><p><?cs if:Moved.closed ?><?cs var:Lang.Staff.Candidate.moved_closed ?><?cs else ?><?cs var:Lang.Staff.Candidate.moved_open ?><?cs /if ?></p>
</div>
<?cs /if ?><?cs /def ?>
<?cs def:candidate_do(words) ?><p class="actions"><?cs if:Moved.closed ?><a class="button-plain" href="<?cs var:Back.url ?>"><?cs var:Lang.Staff.Candidate.to_candidate ?></a><?cs else ?><button class="button" type="submit"><?cs var:words ?></button><?cs /if ?></p>
<?cs /def ?>
<?cs # What one officer wants and another has to agree to. ?>
<?cs def:candidate_wish() ?><?cs if:Proposal.yes ?><section class="sheet"><h3><?cs var:Lang.Staff.Candidate.Move[Proposal.move].title ?></h3>
<div class="text"><?cs var:Proposal.basis ?></div>
<?cs call:candidate_paper(Proposal) ?><p class="muted"><?cs var:Lang.Staff.Candidate.proposed ?> <?cs var:Proposal.proposer ?>，<?cs var:Proposal.proposed ?></p>
</section>
<?cs /if ?><?cs /def ?>
<?cs def:candidate_facts() ?><dl class="facts">
<div><dt><?cs var:Lang.Staff.Candidate.round ?></dt><dd><?cs var:Candidate.round ?></dd></div>
<div><dt><?cs var:Lang.Staff.Candidate.award ?></dt><dd><?cs var:Lang.Award[Candidate.award] ?>，<?cs var:Lang.Staff.Candidate.seq ?> <?cs var:Candidate.seq ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.employer ?></dt><dd><?cs var:Candidate.employer ?></dd></div>
<div><dt><?cs var:Lang.Staff.Candidate.post ?></dt><dd><?cs var:Candidate.post ?></dd></div>
<div><dt><?cs var:Lang.Staff.Candidate.field ?></dt><dd><?cs var:Candidate.field ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.union ?></dt><dd><?cs var:Candidate.union ?></dd></div>
<div><dt><?cs var:Lang.Staff.Candidate.closes ?></dt><dd><?cs if:Candidate.closes ?><?cs var:Candidate.closes ?><?cs else ?><?cs var:Lang.Staff.Candidate.withdrawn ?><?cs /if ?></dd></div>
</dl>
<?cs /def ?>
<?cs def:others_who_agree() ?><p class="muted"><?cs if:subcount(Others) ?><?cs var:Lang.Staff.Case.may_agree ?><?cs each:o = Others ?><?cs if:!first(o) ?>、<?cs /if ?><?cs var:o.name ?><?cs /each ?><?cs else ?><?cs var:Lang.Staff.Case.nobody_to_agree ?><?cs /if ?></p>
<?cs /def ?>
<?cs # Names with their employers, of one award. ?>
<?cs def:named_people(id, words, rows) ?><?cs if:subcount(rows) ?><h2 id="<?cs var:id ?>"><?cs var:words ?> <span class="muted"><?cs var:subcount(rows) ?> <?cs var:Lang.Staff.Candidate.persons ?></span></h2>
<table class="cards" role="table" aria-labelledby="<?cs var:id ?>">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.name ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Case.employer ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Case.union ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:p = rows ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.name ?></span><a href="<?cs var:p.url ?>"><?cs var:p.name ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Case.employer ?></span><?cs var:p.employer ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Case.union ?></span><?cs var:p.union ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?><?cs /def ?>
<?cs def:left_people(words) ?><?cs if:subcount(Left) ?><h2 id="left"><?cs var:words ?> <span class="muted"><?cs var:subcount(Left) ?> <?cs var:Lang.Staff.Candidate.persons ?></span></h2>
<table class="cards" role="table" aria-labelledby="left">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.name ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Case.employer ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.state_label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Candidate.why_left ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:p = Left ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.name ?></span><a href="<?cs var:p.url ?>"><?cs var:p.name ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Case.employer ?></span><?cs var:p.employer ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.state_label ?></span><?cs if:p.state ?><?cs call:candidacy_tag(p.state) ?><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Candidate.why_left ?></span><?cs var:Lang.Staff.Candidate.Left[p.why] ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?><?cs /def ?>
