<?cs include:"shared/_top.cs" ?><?cs call:head() ?>
<nav class="nav" aria-label="<?cs var:Lang.Nav.label ?>">
<a href="<?cs var:Nav.home_url ?>"<?cs if:Here == "home" ?> aria-current="page"<?cs /if ?>><?cs var:Lang.Nav.home ?></a>
<a href="<?cs var:Nav.track_url ?>"<?cs if:Here == "track" ?> aria-current="page"<?cs /if ?>><?cs var:Lang.Nav.track ?></a>
</nav>
<?cs # Size and language: the same page again; where a form is being filled in, its own buttons, so that what was typed comes along.
?><?cs def:size_words() ?><?cs call:icon("size") ?><?cs if:Large ?><?cs var:Lang.Nav.normal ?><?cs else ?><?cs var:Lang.Nav.large ?><?cs /if ?><?cs /def
?><?cs def:other_words() ?><?cs if:Language == "en" ?><?cs var:Lang.Nav.chinese ?><?cs else ?><?cs var:Lang.Nav.english ?><?cs /if ?><?cs /def
?><?cs def:other_lang() ?><?cs if:Language == "en" ?>zh-Hans<?cs else ?>en<?cs /if ?><?cs /def
?><?cs if:Nav.other_url ?><nav class="tools" aria-label="<?cs var:Lang.Nav.tools ?>">
<a href="<?cs var:Nav.size_url ?>"><?cs call:size_words() ?></a>
<a href="<?cs var:Nav.other_url ?>" lang="<?cs call:other_lang() ?>" hreflang="<?cs call:other_lang() ?>"><?cs call:icon("language") ?><?cs call:other_words() ?></a>
</nav>
<?cs elif:Object.other_url && Step ?><div class="tools" role="group" aria-label="<?cs var:Lang.Nav.tools ?>">
<button class="button-link" type="submit" form="step" formaction="<?cs var:Object.size_url ?>" name="go" value="<?cs var:Step ?>"><?cs call:size_words() ?></button>
<button class="button-link" type="submit" form="step" formaction="<?cs var:Object.other_url ?>" name="go" value="<?cs var:Step ?>" lang="<?cs call:other_lang() ?>"><?cs call:icon("language") ?><?cs call:other_words() ?></button>
</div>
<?cs /if ?><?cs call:head_end() ?>