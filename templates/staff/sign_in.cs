<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Account.sign_in_title ?></h1>
<?cs if:Carried ?><p><?cs var:Lang.Carry.kept ?></p>
<?cs /if ?><form method="post" action="/sign-in#err" novalidate>
<?cs call:line_field("login", Form.login, Lang.Staff.Account.login, "text", "username") ?><?cs call:line_field("password", Form.password, Lang.Staff.Account.password, "password", "current-password") ?><?cs call:digits_field("digits", Form.digits, Lang.Staff.Account.digits) ?><?cs include:"_onward.cs" ?>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Account.sign_in ?></button></p>
</form>
<?cs if:!Carried ?><p><a href="<?cs var:Next_url ?>"><?cs var:Lang.Staff.Account.already_in ?></a></p>
<p><a href="/activate"><?cs var:Lang.Staff.Account.first_time ?></a></p>
<p><a href="/reset"><?cs var:Lang.Staff.Account.forgotten ?></a></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
