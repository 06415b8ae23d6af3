<?cs include:"_head.cs" ?><?cs include:"_candidate.cs" ?><?cs call:error_summary() ?><?cs call:candidate_moved() ?><p class="step"><?cs var:Candidate.name ?> <?cs call:candidacy_tag(Candidate.state) ?></p>
<h1><?cs var:Lang.Staff.Candidate.proposal_title ?></h1>
<div class="two"><div>
<h2><?cs var:Lang.Staff.Case.proposal_head ?></h2>
<?cs call:candidate_wish() ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:candidate_hidden() ?><input type="hidden" name="proposal" value="<?cs var:Form.proposal.value ?>"><?cs call:radio_field("answer", Form.answer, Lang.Staff.Case.answer_field, Lang.Staff.Case.answers) ?><?cs call:area_field("why", Form.why, Lang.Staff.Candidate.why_field) ?><?cs call:candidate_do(Lang.Staff.Case.proposal_do) ?></form></div>
<div><h2><?cs var:Lang.Staff.Candidate.printed ?></h2>
<?cs call:candidate_facts() ?></div></div>
<?cs include:"_foot.cs" ?>
