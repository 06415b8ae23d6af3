<?cs include:"_head.cs" ?><h1><?cs var:Lang.Public.Privacy.title ?></h1>
<p class="lead"><?cs var:Lang.Public.Privacy.lead ?></p>
<h2><?cs var:Lang.Public.Privacy.read_title ?></h2>
<p><?cs var:Lang.Public.Privacy.read_text ?></p>
<h2><?cs var:Lang.Public.Privacy.send_title ?></h2>
<ul>
<?cs def:line(words) ?><li><?cs var:words ?></li>
<?cs /def ?><?cs call:line(Lang.Public.Consent.who) ?><?cs call:line(Lang.Public.Consent.what_person) ?><?cs call:line(Lang.Public.Privacy.of_units) ?><?cs call:line(Lang.Public.Consent.why) ?><?cs call:line(Lang.Public.Consent.kept) ?><?cs call:line(Lang.Public.Consent.shown) ?><?cs call:line(Lang.Public.Consent.rights) ?><?cs if:Typing ?><?cs call:line(Typing) ?><?cs /if ?><?cs call:line(Drafts) ?>
</ul>
<h2><?cs var:Lang.Public.Privacy.public_title ?></h2>
<p><?cs var:Lang.Public.Privacy.public_text ?></p>
<h2><?cs var:Lang.Public.Privacy.contact_title ?></h2>
<p><?cs var:Lang.Public.Privacy.contact_text ?></p>
<?cs include:"_foot.cs" ?>
