<?cs include:"_head.cs" ?><?cs include:"_officer.cs" ?><h1><?cs var:Lang.Staff.Account.title ?></h1>
<dl class="facts"><div><dt><?cs var:Lang.Staff.Officers.name.label ?></dt><dd><?cs var:Who.name ?></dd></div>
<div><dt><?cs var:Lang.Staff.Account.login.label ?></dt><dd><?cs var:Login ?></dd></div>
<div><dt><?cs var:Lang.Staff.Officers.roles.label ?></dt><dd><?cs call:roles_text(Roles) ?></dd></div></dl>
<p class="actions"><a class="button-plain" href="/account/password"><?cs var:Lang.Staff.Account.password_title ?></a><a class="button-plain" href="/account/recovery"><?cs var:Lang.Staff.Account.recovery_title ?></a><a class="button-plain" href="/account/ties"><?cs var:Lang.Staff.Ties.title ?></a></p>
<?cs include:"_foot.cs" ?>
