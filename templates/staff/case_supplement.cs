<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.Move.ASK_SUPPLEMENT.title ?></h1>
<div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<p><?cs var:Lang.Staff.Case.Move.ASK_SUPPLEMENT.lead ?></p>
<?cs call:case_hidden() ?><input type="hidden" name="go" value="PREVIEW"><?cs call:boxes_field("missing", Form.missing, Lang.Staff.Case.missing, Lang.Staff.Case.Missing, "") ?><?cs call:area_field("besides", Form.besides, Lang.Staff.Case.missing_besides) ?><?cs call:case_do(Lang.Staff.Case.supplement_look) ?></form>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
