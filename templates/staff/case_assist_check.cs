<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_assist_check_title ?></h1>
<p><?cs var:Lang.Staff.Case.case_assist_check_lead ?></p>
<div class="two"><div><h2><?cs var:Lang.Staff.Case.abstract ?></h2>
<div class="quote"><?cs var:Draft.abstract ?></div>
<p class="muted"><?cs var:Lang.Staff.Case.written_by ?> <?cs var:Draft.drafter ?>，<?cs var:Draft.drafted ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><?cs call:draft_hidden() ?><?cs call:tick_field("nobody_shown", Form.nobody_shown, Lang.Staff.Case.nobody_shown) ?><?cs call:tick_field("accuses_nobody", Form.accuses_nobody, Lang.Staff.Case.accuses_nobody) ?><?cs call:case_do(Lang.Staff.Case.case_assist_check_do) ?></form></div>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
