<?cs def:roles_text(list) ?><?cs each:x = list ?><?cs if:!first(x) ?>、<?cs /if ?><?cs var:x.text ?><?cs /each ?><?cs /def
?><?cs def:state_tag(o) ?><span class="tag<?cs if:o.invited ?> tag-warn<?cs elif:!o.disabled ?> tag-done<?cs /if ?>"><?cs var:o.state ?></span><?cs /def
?><?cs def:officer_facts(o) ?><dl class="facts"><div><dt><?cs var:Lang.Staff.Officers.name.label ?></dt><dd><?cs var:o.name ?></dd></div>
<div><dt><?cs var:Lang.Staff.Account.login.label ?></dt><dd><?cs var:o.login ?></dd></div>
<div><dt><?cs var:Lang.Staff.Officers.roles.label ?></dt><dd><?cs call:roles_text(o.Roles) ?></dd></div>
<div><dt><?cs var:Lang.Field.state ?></dt><dd><?cs call:state_tag(o) ?></dd></div>
<?cs each:k = o.Keys ?><div><dt><?cs var:k.name ?></dt><dd><?cs if:k.there ?><?cs var:Lang.Staff.Officers.key_there ?><?cs else ?><?cs var:Lang.Staff.Officers.key_missing ?><?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs /def
?>
