<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_refuse_title ?></h1>
<div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><?cs call:radio_field("reason", Form.reason, Lang.Staff.Case.refuse_reason, Lang.Refusal) ?><?cs call:area_field("told", Form.told, Lang.Staff.Case.told_field) ?><?cs call:case_do(Lang.Staff.Case.case_refuse_do) ?></form>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
