<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_record_title ?></h1>
<div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<p><?cs var:Lang.Staff.Record.lead ?></p>
<?cs call:case_hidden() ?><?cs call:radio_field("record_kind", Form.record_kind, Lang.Staff.Record.record_kind, Lang.RecordKind) ?><?cs call:short_field("held_on", Form.held_on, Lang.Staff.Record.held_on, "input-mid", "numeric") ?><?cs call:officer_field("other", Form.other, Lang.Staff.Record.other) ?><?cs call:line_field("whom", Form.whom, Lang.Staff.Record.whom, "text", "off") ?><?cs call:area_field("asked", Form.asked, Lang.Staff.Record.asked) ?><?cs call:area_field("said", Form.said, Lang.Staff.Record.said) ?><?cs call:tick_field("shows_nobody", Form.shows_nobody, Lang.Staff.Record.shows_nobody) ?><?cs call:case_do(Lang.Staff.Record.do) ?></form>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
