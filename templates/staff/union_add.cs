<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Unions.union_add_title ?></h1>
<form method="post" action="/unions/new#err" novalidate><?cs call:csrf() ?><?cs call:line_field("union_code", Form.union_code, Lang.Staff.Unions.union_code, "text", "off") ?><?cs include:"_union_form.cs" ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Unions.add ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
