<?cs include:"_object.cs" ?><h1><?cs var:Lang.Public.Step.CONSENT.title ?></h1>
<ul>
<?cs each:line = Lang.Public.Consent ?><li><?cs var:line ?></li>
<?cs /each ?></ul>
<p><a href="<?cs var:Nav.privacy_url ?>"><?cs var:Lang.Public.privacy_link ?></a></p>
<form method="post" action="<?cs var:Object.own_url ?>#err" novalidate>
<?cs call:carry() ?><?cs call:tick_field("consent", Form.consent, Lang.Public.consent) ?><?cs call:buttons() ?></form>
<?cs include:"_foot.cs" ?>
