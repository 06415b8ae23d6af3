<?cs include:"_head.cs" ?><?cs include:"_officer.cs" ?><h1><?cs var:Officer.name ?></h1>
<?cs call:officer_facts(Officer) ?><?cs if:Officer.roles_url ?><p><a href="<?cs var:Officer.roles_url ?>"><?cs var:Lang.Staff.Officers.roles_title ?></a></p>
<?cs /if ?><?cs if:Officer.ties_url ?><p><a href="<?cs var:Officer.ties_url ?>"><?cs var:Lang.Staff.Ties.title ?></a></p>
<?cs /if ?><?cs if:Officer.invite_url ?><form method="post" action="<?cs var:Officer.invite_url ?>"><?cs call:csrf() ?><p class="hint"><?cs var:Lang.Staff.Officers.invite_hint ?></p><p class="actions"><button class="button-plain" type="submit"><?cs var:Lang.Staff.Officers.invite ?></button></p></form>
<?cs /if ?><?cs if:Officer.reset_url ?><form method="post" action="<?cs var:Officer.reset_url ?>"><?cs call:csrf() ?><p class="hint"><?cs var:Lang.Staff.Officers.reset_hint ?></p><p class="actions"><button class="button-plain" type="submit"><?cs var:Lang.Staff.Officers.reset ?></button></p></form>
<?cs /if ?><?cs if:Officer.disable_url ?><p><a href="<?cs var:Officer.disable_url ?>"><?cs var:Lang.Staff.Officers.disable_title ?></a></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
