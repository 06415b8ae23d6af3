<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_decision_title ?></h1>
<?cs if:Record_missing || Record_open ?><div class="banner warn" role="region" aria-labelledby="record-t"><p id="record-t"><?cs if:Record_open ?><?cs var:Lang.Staff.Record.open ?><?cs else ?><?cs var:Lang.Staff.Record.missing ?><?cs /if ?></p></div>
<?cs /if ?><div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><input type="hidden" name="go" value="PREVIEW"><?cs each:g = Findings ?><fieldset class="choices<?cs if:Form[g.field].error ?> field-wrong<?cs /if ?>"<?cs if:Form[g.field].error ?> aria-invalid="true" aria-describedby="e-<?cs var:g.field ?>"<?cs /if ?>>
<legend><?cs var:Lang.Staff.Case.finding_of ?><?cs var:g.ground ?></legend>
<?cs if:Form[g.field].error ?><p class="wrong" id="e-<?cs var:g.field ?>"><?cs var:Lang.Field.wrong ?><?cs var:Form[g.field].error ?></p>
<?cs /if ?><?cs each:c = Lang.Finding ?><div class="choice"><input type="radio" id="f-<?cs var:g.field ?><?cs if:!first(c) ?>-<?cs var:name(c) ?><?cs /if ?>" name="<?cs var:g.field ?>" value="<?cs var:name(c) ?>"<?cs if:g.finding == name(c) ?> checked<?cs /if ?>><label for="f-<?cs var:g.field ?><?cs if:!first(c) ?>-<?cs var:name(c) ?><?cs /if ?>"><?cs var:c ?></label></div>
<?cs /each ?></fieldset>
<?cs /each ?><?cs call:radio_field("result", Form.result, Lang.Staff.Case.result_field, Lang.Result) ?><?cs call:area_field("reasons", Form.reasons, Lang.Staff.Case.reasons_field) ?><?cs call:area_field("told", Form.told, Lang.Staff.Case.decided_field) ?><?cs call:case_do(Lang.Staff.Case.to_preview) ?></form>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
