<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Home.title ?></h1>
<p class="lead"><?cs var:Who.name ?></p>
<?cs include:"_foot.cs" ?>
