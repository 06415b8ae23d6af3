<?cs include:"_head.cs" ?><h1><?cs var:Lang.Public.Accessibility.title ?></h1>
<p class="lead"><?cs var:Lang.Public.Accessibility.lead ?></p>
<ul>
<?cs each:line = Lang.Public.Accessibility.List ?><li><?cs var:line ?></li>
<?cs /each ?></ul>
<h2><?cs var:Lang.Public.Accessibility.help_title ?></h2>
<p><?cs var:Lang.Public.Accessibility.help_text ?></p>
<?cs include:"_foot.cs" ?>
