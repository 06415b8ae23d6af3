<?cs include:"_head.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.file_title ?></h1>
<p><?cs var:Lang.Staff.Case.file_lead ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:line_field("why", Form.why, Lang.Staff.Case.why_original, "text", "off") ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.file_do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
