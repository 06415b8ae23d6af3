<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Account.refresh_title ?></h1>
<?cs if:Carried ?><p><?cs var:Lang.Carry.kept ?></p>
<?cs /if ?><p><?cs var:Lang.Staff.Account.refresh_lead ?></p>
<form method="post" action="/refresh#err" novalidate>
<?cs call:csrf() ?><?cs call:line_field("password", Form.password, Lang.Staff.Account.password, "password", "current-password") ?><?cs call:digits_field("digits", Form.digits, Lang.Staff.Account.digits) ?><?cs include:"_onward.cs" ?>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Field.next ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
