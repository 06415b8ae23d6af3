<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Account.password_title ?></h1>
<p><?cs var:Lang.Staff.Account.password_lead ?></p>
<form method="post" action="/account/password#err" novalidate>
<?cs call:csrf() ?><input class="unseen" type="text" value="<?cs var:Login ?>" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
<?cs call:line_field("old", Form.old, Lang.Staff.Account.old, "password", "current-password") ?><?cs call:line_field("password", Form.password, Lang.Staff.Enter.password, "password", "new-password") ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Account.password_title ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
