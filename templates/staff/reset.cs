<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Enter.reset_title ?></h1>
<p><?cs var:Lang.Staff.Enter.reset_lead ?></p>
<form method="post" action="/reset#err" novalidate>
<?cs call:line_field("code", Form.code, Lang.Staff.Enter.reset_code, "text", "off") ?><?cs call:radio_field("paper", Form.paper, Lang.Staff.Enter.paper, Lang.Staff.Enter.paper_choice) ?><?cs call:line_field("recovery", Form.recovery, Lang.Staff.Enter.recovery, "text", "off") ?><?cs call:line_field("password", Form.password, Lang.Staff.Enter.password, "password", "new-password") ?><?cs call:digits_field("digits", Form.digits, Lang.Staff.Account.digits) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Enter.reset ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
