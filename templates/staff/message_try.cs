<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Messages.try_title ?></h1>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:line_field("to", Form.to, Lang.Staff.Messages.to, "text", "off") ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Messages.try ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
