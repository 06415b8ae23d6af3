<?cs include:"shared/_top.cs" ?><?cs call:head() ?>
<?cs if:Nav.sign_out_url ?><nav class="nav" aria-label="<?cs var:Lang.Nav.label ?>">
<?cs each:n = Nav.menu ?><a href="<?cs var:n.url ?>"<?cs if:n.here ?> aria-current="page"<?cs /if ?>><?cs var:n.text ?></a>
<?cs /each ?><a href="<?cs var:Nav.account_url ?>"<?cs if:Path == Nav.account_url ?> aria-current="page"<?cs /if ?>><?cs var:Who.name ?></a>
<form method="post" action="<?cs var:Nav.sign_out_url ?>"><?cs call:csrf() ?><button class="button-link" type="submit"><?cs var:Lang.Nav.sign_out ?></button></form>
</nav>
<?cs /if ?><?cs call:head_end() ?><?cs if:Banner ?><div class="banner ok" role="region" aria-labelledby="banner"><p id="banner"><?cs var:Banner ?></p></div>
<?cs /if ?>