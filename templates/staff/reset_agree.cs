<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Officers.agree_title ?></h1>
<dl class="facts"><div><dt><?cs var:Lang.Staff.Officers.name.label ?></dt><dd><?cs var:Reset.name ?></dd></div>
<div><dt><?cs var:Lang.Staff.Account.login.label ?></dt><dd><?cs var:Reset.login ?></dd></div>
<div><dt><?cs var:Lang.Staff.Officers.asked_by ?></dt><dd><?cs var:Reset.asked_by ?></dd></div></dl>
<?cs if:Reset.agree_url ?><p><?cs var:Lang.Staff.Officers.agree_lead ?></p>
<form method="post" action="<?cs var:Reset.agree_url ?>"><?cs call:csrf() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Officers.agree ?></button></p></form>
<?cs else ?><p><?cs var:Lang.Staff.Officers.another ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
