<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Notice.round_title ?></h1>
<form method="post" action="/notices/round#err" novalidate>
<?cs call:csrf() ?><?cs call:line_field("round_title", Form.round_title, Lang.Staff.Round.round_title, "text", "off") ?><?cs call:line_field("slug", Form.slug, Lang.Staff.Round.slug, "text", "off") ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Round.save ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
