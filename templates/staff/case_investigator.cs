<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_investigator_title ?></h1>
<p><?cs var:Lang.Staff.Record.third_lead ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><?cs call:officer_field("officer", Form.officer, Lang.Staff.Record.third) ?><?cs call:case_do(Lang.Staff.Case.Move.ASSIGN.do) ?></form>
<?cs include:"_foot.cs" ?>
