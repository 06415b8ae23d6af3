<?cs include:"shared/_top.cs" ?><header class="head">
<div class="head-in">
<?cs call:mark() ?>
<?cs if:Nav.sign_out_url ?><nav class="nav" aria-label="<?cs var:Lang.Nav.label ?>">
<?cs each:n = Nav.menu ?><a href="<?cs var:n.url ?>"<?cs if:n.here ?> aria-current="page"<?cs /if ?>><?cs var:n.text ?></a>
<?cs /each ?><a href="<?cs var:Nav.account_url ?>"<?cs if:Path == Nav.account_url ?> aria-current="page"<?cs /if ?>><?cs var:Who.name ?></a>
<form method="post" action="<?cs var:Nav.sign_out_url ?>"><?cs call:csrf() ?><button class="button-link" type="submit"><?cs var:Lang.Nav.sign_out ?></button></form>
</nav>
<?cs /if ?></div>
</header>
<?cs if:Back.url ?><p class="back no-print"><a href="<?cs var:Back.url ?>"><?cs call:icon("back") ?><?cs if:Back.text ?><?cs var:Back.text ?><?cs else ?><?cs var:Lang.Site.back ?><?cs /if ?></a></p>
<?cs /if ?><main id="main" tabindex="-1">
<?cs if:Banner ?><div class="banner ok" role="region" aria-labelledby="banner"><p id="banner"><?cs var:Banner ?></p></div>
<?cs /if ?>