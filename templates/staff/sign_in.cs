<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Account.sign_in_title ?></h1>
<form method="post" action="/sign-in#err" novalidate>
<?cs call:line_field("login", Form.login, Lang.Staff.Account.login, "text", "username") ?><?cs call:line_field("password", Form.password, Lang.Staff.Account.password, "password", "current-password") ?><?cs call:digits_field("digits", Form.digits, Lang.Staff.Account.digits) ?><input type="hidden" name="next" value="<?cs var:Form.next.value ?>">
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Account.sign_in ?></button></p>
</form>
<p><a href="<?cs var:Next_url ?>"><?cs var:Lang.Staff.Account.already_in ?></a></p>
<?cs include:"_foot.cs" ?>
