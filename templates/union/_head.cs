<?cs include:"shared/_top.cs" ?><?cs call:head() ?>
<nav class="nav" aria-label="<?cs var:Lang.Nav.label ?>">
<a href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Union.home_title ?></a>
<?cs if:Nav.sign_out_url ?><form method="post" action="<?cs var:Nav.sign_out_url ?>"><?cs call:csrf() ?><button class="button-link" type="submit"><?cs var:Lang.Nav.sign_out ?></button></form>
<?cs /if ?></nav>
<?cs call:head_end() ?>