<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_decision_title ?></h1>
<div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><input type="hidden" name="go" value="PREVIEW"><?cs call:radio_field("result", Form.result, Lang.Staff.Case.result_field, Lang.Result) ?><?cs call:area_field("reasons", Form.reasons, Lang.Staff.Case.reasons_field) ?><?cs call:area_field("told", Form.told, Lang.Staff.Case.decided_field) ?><?cs call:case_do(Lang.Staff.Case.to_preview) ?></form>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
