<?cs include:"_head.cs" ?><?cs if:Recovery ?><h1><?cs var:Lang.Staff.Account.recovery_made_title ?></h1>
<?cs include:"_recovery.cs" ?><?cs else ?><h1><?cs var:Lang.Staff.Account.recovery_title ?></h1>
<p><?cs var:Lang.Staff.Account.recovery_lead ?></p>
<form method="post" action="/account/recovery"><?cs call:csrf() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Account.recovery_make ?></button></p></form>
<?cs /if ?><?cs include:"_foot.cs" ?>
