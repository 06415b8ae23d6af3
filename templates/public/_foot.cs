</main>
<footer class="foot">
<div class="foot-in">
<nav aria-label="<?cs var:Lang.Nav.foot_label ?>">
<?cs def:foot_link(url, here, words) ?><a href="<?cs var:url ?>"<?cs if:Here == here ?> aria-current="page"<?cs /if ?>><?cs var:words ?></a>
<?cs /def ?><?cs call:foot_link(Nav.about_url, "about", Lang.Nav.about) ?><?cs call:foot_link(Nav.deadline_url, "deadline", Lang.Nav.deadline) ?><?cs call:foot_link(Nav.contact_url, "contact", Lang.Nav.contact) ?><?cs call:foot_link(Nav.privacy_url, "privacy", Lang.Nav.privacy) ?><?cs call:foot_link(Nav.accessibility_url, "accessibility", Lang.Nav.accessibility) ?><?cs call:foot_link(Nav.map_url, "map", Lang.Nav.map) ?></nav>
<p><?cs var:Lang.Site.organiser ?><?cs call:gap() ?><span<?cs if:Footer.organiser ?><?cs call:zh() ?><?cs /if ?>><?cs if:Footer.organiser ?><?cs var:Footer.organiser ?><?cs else ?><?cs var:Lang.Site.owner ?><?cs /if ?></span><?cs if:Footer.phone ?> <?cs if:Footer.tel_url ?><a href="<?cs var:Footer.tel_url ?>"><?cs var:Footer.phone ?></a><?cs else ?><?cs var:Footer.phone ?><?cs /if ?><?cs /if ?></p>
<?cs if:Footer.undertaker ?><p><?cs var:Lang.Site.undertaker ?><?cs call:gap() ?><span<?cs call:zh() ?>><?cs var:Footer.undertaker ?></span></p>
<?cs /if ?><?cs if:Footer.icp || Footer.police || Footer.identifier ?><p class="filed"><?cs if:Footer.icp ?><a href="<?cs var:Footer.icp_url ?>"<?cs call:zh() ?>><?cs var:Footer.icp ?></a><?cs /if ?><?cs if:Footer.police ?> <?cs if:Footer.police_url ?><a href="<?cs var:Footer.police_url ?>"<?cs call:zh() ?>><?cs var:Footer.police ?></a><?cs else ?><span<?cs call:zh() ?>><?cs var:Footer.police ?></span><?cs /if ?><?cs /if ?><?cs if:Footer.identifier ?> <span><?cs var:Lang.Site.identifier ?> <?cs var:Footer.identifier ?></span><?cs /if ?></p>
<?cs /if ?></div>
</footer>
<p class="only-print printed"><?cs var:Origin.public ?><?cs var:Path ?></p>
<script src="<?cs var:Asset.js ?>" defer></script>
</body>
</html>
