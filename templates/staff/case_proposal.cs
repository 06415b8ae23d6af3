<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_proposal_title ?></h1>
<div class="two"><div>
<?cs if:Proposal.yes ?><h2><?cs var:Lang.Staff.Case.proposal_head ?></h2>
<?cs call:proposal_text() ?><?cs /if ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><input type="hidden" name="proposal" value="<?cs var:Form.proposal.value ?>"><?cs call:radio_field("answer", Form.answer, Lang.Staff.Case.answer_field, Lang.Staff.Case.answers) ?><?cs call:area_field("why", Form.why, Lang.Staff.Case.why_return) ?><?cs call:case_do(Lang.Staff.Case.proposal_do) ?></form></div>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
