<?cs include:"_head.cs" ?><h1><?cs var:Error.title ?></h1>
<p><?cs var:Error.text ?></p>
<?cs if:Error.status == "503" ?><p><?cs var:Lang.Public.reload ?></p>
<?cs elif:Error.status == "429" ?><p><?cs var:Lang.Public.reload ?></p>
<?cs /if ?><p><a href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Nav.home ?></a></p>
<?cs if:Error.id ?><p class="muted"><?cs var:Lang.Error.id ?><?cs call:gap() ?><?cs var:Error.id ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
