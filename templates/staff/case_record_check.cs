<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs include:"_record.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_record_check_title ?></h1>
<div class="two"><div>
<p><?cs var:Lang.Staff.Record.check_lead ?></p>
<?cs if:Record.kind ?><h2><?cs var:Lang.Staff.Record.title ?></h2>
<?cs call:record_text(Record) ?><?cs /if ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><?cs call:radio_field("answer", Form.answer, Lang.Staff.Case.answer_field, Lang.Staff.Record.answers) ?><?cs call:area_field("why", Form.why, Lang.Staff.Record.why) ?><?cs call:case_do(Lang.Staff.Case.proposal_do) ?></form></div>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
