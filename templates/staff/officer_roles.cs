<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Officers.roles_title ?></h1>
<p class="lead"><?cs var:Officer.name ?></p>
<p><?cs var:Lang.Staff.Officers.roles_lead ?></p>
<form method="post" action="<?cs var:Officer.roles_url ?>" novalidate>
<?cs call:csrf() ?><?cs call:boxes_field("roles", Form.roles, Lang.Staff.Officers.roles, Lang.Role, Lang.Staff.RoleHint) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Officers.roles_save ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
