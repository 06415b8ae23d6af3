<?cs include:"_head.cs" ?><?cs include:"_officer.cs" ?><h1><?cs var:Lang.Staff.Officers.disable_title ?></h1>
<?cs call:officer_facts(Officer) ?><p><?cs var:Lang.Staff.Officers.disable_lead ?></p>
<form method="post" action="<?cs var:Officer.disable_url ?>"><?cs call:csrf() ?><p class="actions"><button class="button-risk" type="submit"><?cs var:Lang.Staff.Officers.disable ?></button></p></form>
<?cs include:"_foot.cs" ?>
