<?cs include:"_head.cs" ?><h1><?cs var:Lang.Union.home_title ?></h1>
<p><?cs var:Lang.Union.closed ?></p>
<?cs include:"_foot.cs" ?>
