<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Officers.new_title ?></h1>
<form method="post" action="/officers/new#err" novalidate>
<?cs call:csrf() ?><?cs call:line_field("name", Form.name, Lang.Staff.Officers.name, "text", "off") ?><?cs call:line_field("login", Form.login, Lang.Staff.Officers.login, "text", "off") ?><?cs call:boxes_field("roles", Form.roles, Lang.Staff.Officers.roles, Lang.Role, Lang.Staff.RoleHint) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Officers.make ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
