<?cs include:"shared/_top.cs" ?><header class="head">
<div class="head-in">
<?cs call:mark() ?>
<nav class="nav" aria-label="<?cs var:Lang.Nav.label ?>">
<a href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Union.home_title ?></a>
<?cs if:Nav.sign_out_url ?><form method="post" action="<?cs var:Nav.sign_out_url ?>"><?cs call:csrf() ?><button class="button-link" type="submit"><?cs var:Lang.Nav.sign_out ?></button></form>
<?cs /if ?></nav>
</div>
</header>
<?cs if:Back.url ?><p class="back no-print"><a href="<?cs var:Back.url ?>"><?cs call:icon("back") ?><?cs if:Back.text ?><?cs var:Back.text ?><?cs else ?><?cs var:Lang.Site.back ?><?cs /if ?></a></p>
<?cs /if ?><main id="main" tabindex="-1">
