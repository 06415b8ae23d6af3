<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:changed() ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Notice.correct_title ?></h1>
<p class="lead"><?cs var:Notice.title ?></p>
<p><?cs var:Lang.Staff.Correct.lead ?></p>
<form method="post" action="<?cs var:Notice.correct_url ?>#err" novalidate><?cs call:seen() ?><?cs call:area_field("correction", Form.correction, Lang.Staff.Correct.correction) ?><p class="actions"><button class="button" type="submit"><?cs if:Begin ?><?cs var:Lang.Staff.Correct.begin ?><?cs else ?><?cs var:Lang.Field.save ?><?cs /if ?></button></p></form>
<?cs include:"_foot.cs" ?>
