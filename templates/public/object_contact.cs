<?cs include:"_object.cs" ?><h1><?cs var:Lang.Public.Step.CONTACT.title ?></h1>
<p><?cs var:Lang.Public.contact_lead ?></p>
<form method="post" action="<?cs var:Object.own_url ?>#err" novalidate>
<?cs call:carry() ?><?cs if:Form.kind.chosen.UNIT ?><?cs call:line_field("unit", Form.unit, Lang.Public.unit, "text", "organization") ?><?cs call:line_field("head", Form.head, Lang.Public.head, "text", "off") ?><?cs call:line_field("name", Form.name, Lang.Public.unit_name, "text", "name") ?><?cs call:line_field("phone", Form.phone, Lang.Public.unit_phone, "tel", "tel") ?><?cs call:line_field("email", Form.email, Lang.Public.unit_email, "email", "email") ?><?cs else ?><?cs call:line_field("name", Form.name, Lang.Public.own_name, "text", "name") ?><?cs call:line_field("phone", Form.phone, Lang.Public.own_phone, "tel", "tel") ?><?cs call:line_field("email", Form.email, Lang.Public.own_email, "email", "email") ?><?cs /if ?><?cs call:buttons() ?></form>
<?cs include:"_foot.cs" ?>
