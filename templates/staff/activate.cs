<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Enter.activate_title ?></h1>
<p><?cs var:Lang.Staff.Enter.activate_lead ?></p>
<form method="post" action="/activate#err" novalidate>
<?cs call:line_field("code", Form.code, Lang.Staff.Enter.code, "text", "off") ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Field.next ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
