<?cs include:"_head.cs" ?><h1><?cs var:Error.title ?></h1>
<p><?cs var:Error.text ?></p>
<?cs if:Error.status == "404" && Who.name ?><p><?cs var:Lang.Union.in_as ?><?cs var:Who.name ?><?cs var:Lang.Union.not_yours ?></p>
<?cs /if ?><p><a href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Union.home_title ?></a></p>
<?cs if:Error.id ?><p class="muted"><?cs var:Lang.Error.id ?><?cs var:Error.id ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
