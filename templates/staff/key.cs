<?cs include:"_head.cs" ?><?cs include:"_officer.cs" ?><h1><?cs var:Lang.Staff.Keys.give_title ?></h1>
<?cs call:officer_facts(Officer) ?><p><?cs var:Key.name ?>：<?cs var:Lang.Staff.Keys.give_lead ?></p>
<form method="post" action="<?cs var:Key.give_url ?>"><?cs call:csrf() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Keys.give ?></button></p></form>
<?cs include:"_foot.cs" ?>
