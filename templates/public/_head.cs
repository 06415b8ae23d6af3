<?cs include:"shared/_top.cs" ?><header class="head">
<div class="head-in">
<a class="site" href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Site.name ?></a>
<nav class="nav" aria-label="<?cs var:Lang.Nav.label ?>">
<a href="<?cs var:Nav.home_url ?>"<?cs if:Here == "home" ?> aria-current="page"<?cs /if ?>><?cs var:Lang.Nav.home ?></a>
<a href="<?cs var:Nav.track_url ?>"<?cs if:Here == "track" ?> aria-current="page"<?cs /if ?>><?cs var:Lang.Nav.track ?></a>
<?cs if:Nav.size_url ?><a href="<?cs var:Nav.size_url ?>"><?cs if:Large ?><?cs var:Lang.Nav.normal ?><?cs else ?><?cs var:Lang.Nav.large ?><?cs /if ?></a>
<?cs /if ?></nav>
</div>
</header>
<?cs if:Back.url ?><p class="back no-print"><a href="<?cs var:Back.url ?>"><?cs if:Back.text ?><?cs var:Back.text ?><?cs else ?><?cs var:Lang.Site.back ?><?cs /if ?></a></p>
<?cs /if ?><main id="main" tabindex="-1">
