<?cs include:"_head.cs" ?><h1><?cs if:Again ?><?cs var:Lang.Staff.Enter.reset_done_title ?><?cs else ?><?cs var:Lang.Staff.Enter.activated_title ?><?cs /if ?></h1>
<?cs if:Recovery ?><?cs include:"_recovery.cs" ?><?cs if:Again ?><p><?cs var:Lang.Staff.Enter.keys_again ?></p>
<?cs /if ?><?cs else ?><p><?cs var:Lang.Staff.Enter.kept_lead ?></p>
<?cs /if ?><p class="actions"><a class="button" href="/sign-in"><?cs var:Lang.Staff.Account.sign_in ?></a></p>
<?cs include:"_foot.cs" ?>
