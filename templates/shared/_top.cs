<?cs include:"shared/_form.cs" ?><?cs # The mark and the name of the site; a small picture of the sheet of pictures, beside words that say the same.
?><?cs def:mark() ?><a class="site" href="<?cs var:Nav.home_url ?>"><img class="mark" src="<?cs var:Asset.mark_svg ?>" width="36" height="36" alt=""><span><?cs var:Lang.Site.name ?></span></a><?cs /def
?><?cs def:icon(name) ?><svg class="icon" aria-hidden="true"><use href="<?cs var:Asset.icons_svg ?>#<?cs var:name ?>"></use></svg><?cs /def
?><?cs # The first and the last line of a head, within it, so that nothing stands outside the regions of the page.
?><?cs def:head() ?><header class="head">
<?cs if:Insecure ?><p class="insecure"><?cs var:Lang.Site.insecure ?></p>
<?cs /if ?><div class="head-in">
<?cs call:mark() ?><?cs /def
?><?cs def:head_end() ?></div>
<?cs if:Back.url ?><p class="back no-print"><a href="<?cs var:Back.url ?>"><?cs call:icon("back") ?><?cs if:Back.text ?><?cs var:Back.text ?><?cs else ?><?cs var:Lang.Site.back ?><?cs /if ?></a></p>
<?cs /if ?></header>
<main id="main" tabindex="-1">
<?cs /def ?><!DOCTYPE html>
<html lang="<?cs if:Language == "en" ?>en<?cs else ?>zh-Hans<?cs /if ?>"<?cs if:Large ?> class="large"<?cs /if ?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f6f4f0" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#15171a" media="(prefers-color-scheme: dark)">
<meta name="format-detection" content="telephone=no">
<meta name="description" content="<?cs var:Lang.Site.description ?>">
<title><?cs if:ErrorCount ?><?cs var:Lang.Site.error_title ?><?cs call:gap() ?><?cs /if ?><?cs if:Title ?><?cs var:Title ?> – <?cs /if ?><?cs var:Lang.Site.title_tail ?></title>
<link rel="icon" href="<?cs var:Asset.mark_svg ?>" type="image/svg+xml">
<?cs if:Nav.feed_url ?><link rel="alternate" type="application/atom+xml" href="<?cs var:Nav.feed_url ?>">
<?cs /if ?><?cs each:x = Alternate ?><link rel="alternate" type="<?cs var:x.type ?>" href="<?cs var:x.url ?>">
<?cs /each ?><link rel="stylesheet" href="<?cs var:Asset.css ?>">
<?cs if:Rare.css_url ?><link rel="stylesheet" href="<?cs var:Rare.css_url ?>">
<?cs /if ?></head>
<body<?cs if:Wide ?> class="wide"<?cs /if ?>>
<a class="skip" href="#main"><?cs var:Lang.Site.skip ?></a>

