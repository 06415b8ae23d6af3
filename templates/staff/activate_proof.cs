<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Enter.activate_proof_title ?></h1>
<dl class="facts"><div><dt><?cs var:Lang.Field.person ?></dt><dd><?cs var:Name ?></dd></div>
<div><dt><?cs var:Lang.Staff.Account.login.label ?></dt><dd><?cs var:Login ?></dd></div></dl>
<h2><?cs var:Lang.Staff.Enter.phone_head ?></h2>
<p><?cs var:Lang.Staff.Enter.phone_lead ?></p>
<?cs if:Qr.path ?><svg class="qr" viewBox="0 0 <?cs var:Qr.side ?> <?cs var:Qr.side ?>" role="img" aria-label="<?cs var:Lang.Staff.Enter.qr ?>"><path d="<?cs var:Qr.path ?>"/></svg>
<?cs /if ?><p><?cs var:Lang.Staff.Enter.typed ?></p>
<p class="code"><?cs var:Typed ?></p>
<h2><?cs var:Lang.Staff.Enter.password_head ?></h2>
<form method="post" action="/activate/finish#err" novalidate>
<input type="hidden" name="code" value="<?cs var:Form.code.value ?>"><input type="hidden" name="offer" value="<?cs var:Form.offer.value ?>">
<?cs call:line_field("password", Form.password, Lang.Staff.Enter.password, "password", "new-password") ?><?cs call:digits_field("digits", Form.digits, Lang.Staff.Account.digits) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Enter.activate ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
