<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs include:"_decision.cs" ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_approve_title ?></h1>
<p><?cs var:Lang.Staff.Case.case_approve_lead ?></p>
<div class="two"><div><?cs call:decision_draft() ?><form method="post" action="<?cs var:Act_url ?>#err">
<?cs call:case_hidden() ?><input type="hidden" name="decision" value="<?cs var:Form.decision.value ?>"><?cs call:case_do(Lang.Staff.Case.case_approve_do) ?></form></div>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
