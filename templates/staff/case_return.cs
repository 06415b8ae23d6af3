<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs include:"_decision.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_return_title ?></h1>
<div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><input type="hidden" name="decision" value="<?cs var:Form.decision.value ?>"><?cs call:area_field("why", Form.why, Lang.Staff.Case.why_return) ?><?cs call:case_do(Lang.Staff.Case.case_return_do) ?></form>
<div><?cs call:decision_draft() ?></div></div>
<?cs include:"_foot.cs" ?>
