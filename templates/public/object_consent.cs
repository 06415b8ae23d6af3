<?cs include:"_object.cs" ?><h1><?cs var:Lang.Public.Step.CONSENT.title ?></h1>
<ul>
<?cs def:line(words) ?><li><?cs var:words ?></li>
<?cs /def ?><?cs call:line(Lang.Public.Consent.who) ?><?cs if:Form.kind.value == "UNIT" ?><?cs call:line(Lang.Public.Consent.what_unit) ?><?cs else ?><?cs call:line(Lang.Public.Consent.what_person) ?><?cs /if ?><?cs call:line(Lang.Public.Consent.why) ?><?cs call:line(Lang.Public.Consent.kept) ?><?cs call:line(Lang.Public.Consent.shown) ?><?cs call:line(Lang.Public.Consent.rights) ?><?cs if:Anonymous ?><?cs call:line(Lang.Public.Consent.otherwise) ?><?cs /if ?></ul>
<p><a href="<?cs var:Nav.privacy_url ?>"><?cs var:Lang.Public.privacy_link ?></a></p>
<form id="step" method="post" action="<?cs var:Object.own_url ?>#err" autocomplete="off" novalidate>
<?cs call:carry() ?><?cs call:tick_field("consent", Form.consent, Lang.Public.consent) ?><?cs call:buttons() ?></form>
<?cs call:leave() ?><?cs include:"_foot.cs" ?>
