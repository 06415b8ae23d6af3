</main>
<footer class="foot">
<div class="foot-in">
<nav aria-label="<?cs var:Lang.Nav.foot_label ?>">
<a href="<?cs var:Nav.about_url ?>"><?cs var:Lang.Nav.about ?></a>
<a href="<?cs var:Nav.deadline_url ?>"<?cs if:Here == "deadline" ?> aria-current="page"<?cs /if ?>><?cs var:Lang.Nav.deadline ?></a>
<a href="<?cs var:Nav.privacy_url ?>"><?cs var:Lang.Nav.privacy ?></a>
<a href="<?cs var:Nav.accessibility_url ?>"><?cs var:Lang.Nav.accessibility ?></a>
<?cs if:Nav.other_url ?><a href="<?cs var:Nav.other_url ?>"<?cs if:Language == "en" ?> lang="zh-Hans" hreflang="zh-Hans"><?cs var:Lang.Nav.chinese ?><?cs else ?> lang="en" hreflang="en"><?cs var:Lang.Nav.english ?><?cs /if ?></a>
<?cs elif:Object.other_url && Step ?><button class="button-link" type="submit" form="step" formaction="<?cs var:Object.other_url ?>" name="go" value="<?cs var:Step ?>"<?cs if:Language == "en" ?> lang="zh-Hans"><?cs var:Lang.Nav.chinese ?><?cs else ?> lang="en"><?cs var:Lang.Nav.english ?><?cs /if ?></button>
<button class="button-link" type="submit" form="step" formaction="<?cs var:Object.size_url ?>" name="go" value="<?cs var:Step ?>"><?cs if:Large ?><?cs var:Lang.Nav.normal ?><?cs else ?><?cs var:Lang.Nav.large ?><?cs /if ?></button>
<?cs /if ?></nav>
<p><?cs if:Footer.organiser ?><?cs var:Footer.organiser ?><?cs else ?><?cs var:Lang.Site.owner ?><?cs /if ?><?cs if:Footer.phone ?> <?cs var:Footer.phone ?><?cs /if ?></p>
<?cs if:Footer.icp ?><p><?cs var:Footer.icp ?><?cs if:Footer.police ?> <?cs var:Footer.police ?><?cs /if ?><?cs if:Footer.identifier ?> <?cs var:Lang.Site.identifier ?> <?cs var:Footer.identifier ?><?cs /if ?></p>
<?cs /if ?></div>
</footer>
<script src="<?cs var:Asset.js ?>" defer></script>
</body>
</html>
