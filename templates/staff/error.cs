<?cs include:"_head.cs" ?><h1><?cs var:Error.title ?></h1>
<p><?cs var:Error.text ?></p>
<p><a href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Staff.Home.title ?></a></p>
<?cs if:Error.id ?><p class="muted"><?cs var:Lang.Error.id ?><?cs var:Error.id ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
