<?cs include:"_head.cs" ?><h1><?cs var:Lang.Public.Privacy.title ?></h1>
<p class="lead"><?cs var:Lang.Public.Privacy.lead ?></p>
<h2><?cs var:Lang.Public.Privacy.read_title ?></h2>
<p><?cs var:Lang.Public.Privacy.read_text ?></p>
<h2><?cs var:Lang.Public.Privacy.send_title ?></h2>
<ul>
<?cs each:line = Lang.Public.Consent ?><li><?cs var:line ?></li>
<?cs /each ?><li><?cs var:Drafts ?></li>
</ul>
<h2><?cs var:Lang.Public.Privacy.public_title ?></h2>
<p><?cs var:Lang.Public.Privacy.public_text ?></p>
<h2><?cs var:Lang.Public.Privacy.contact_title ?></h2>
<p><?cs var:Lang.Public.Privacy.contact_text ?></p>
<?cs include:"_foot.cs" ?>
