<?cs include:"_head.cs" ?><?cs include:"_candidate.cs" ?><?cs call:error_summary() ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Lang.Staff.Candidate.paper_done[Done] ?></p></div>
<?cs /if ?><?cs if:Changed ?><div class="banner warn"<?cs if:!ErrorCount ?> id="err"<?cs /if ?> tabindex="-1" role="group" aria-labelledby="changed-t"><p id="changed-t"><?cs if:subcount(Left) ?><?cs var:Lang.Staff.Candidate.unfit_since ?><?cs else ?><?cs var:Lang.Staff.Candidate.moved_title ?><?cs /if ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Candidate.recognition_title ?></h1>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Candidate.paper ?></dt><dd><?cs var:Paper.paper ?>，<?cs var:Paper.paper_day ?></dd></div>
<div><dt><?cs var:Lang.Staff.Candidate.state_label ?></dt><dd><span class="tag<?cs if:Paper.outcome == "AGREED" ?> tag-done<?cs elif:Paper.outcome == "OPEN" ?> tag-open<?cs /if ?>"><?cs var:Lang.Staff.Candidate.Outcome[Paper.outcome] ?></span></dd></div>
<div><dt><?cs var:Lang.Staff.Candidate.proposer ?></dt><dd><?cs var:Paper.proposer ?>，<?cs var:Paper.proposed ?></dd></div>
<?cs if:Paper.settler ?><div><dt><?cs var:Lang.Staff.Candidate.settler ?></dt><dd><?cs var:Paper.settler ?>，<?cs var:Paper.settled ?></dd></div>
<?cs /if ?><?cs if:Paper.why ?><div><dt><?cs var:Lang.Staff.Candidate.why_back ?></dt><dd class="text"><?cs var:Paper.why ?></dd></div>
<?cs /if ?></dl>
<?cs if:Declare_url ?><p><?cs var:Lang.Staff.Candidate.recognition_undeclared ?> <a href="<?cs var:Declare_url ?>"><?cs var:Lang.Staff.Candidate.declare_link ?></a></p>
<?cs /if ?><?cs if:Hidden ?><p><?cs var:Lang.Staff.Candidate.hidden ?></p>
<?cs else ?><?cs call:left_people(Lang.Staff.Candidate.unfit_title) ?><?cs call:named_people("craftsmen", Lang.Award.CRAFTSMAN, Fit.CRAFTSMAN) ?><?cs call:named_people("nominations", Lang.Award.NOMINATION, Fit.NOMINATION) ?><?cs /if ?><?cs if:May_settle ?><h2><?cs var:Lang.Staff.Candidate.proposal_title ?></h2>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<p><?cs var:Lang.Staff.Candidate.settle_lead ?></p>
<?cs call:csrf() ?><?cs call:radio_field("answer", Form.answer, Lang.Staff.Case.answer_field, Lang.Staff.Case.answers) ?><?cs call:area_field("why", Form.why, Lang.Staff.Candidate.why_field) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.proposal_do ?></button></p>
</form>
<?cs /if ?><?cs include:"_foot.cs" ?>
