<?cs def:csrf() ?><input type="hidden" name="csrf" value="<?cs var:Who.csrf ?>"><?cs /def ?><!DOCTYPE html>
<html lang="<?cs if:Language == "en" ?>en<?cs else ?>zh-Hans<?cs /if ?>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title><?cs if:ErrorCount ?><?cs var:Lang.Site.error_title ?><?cs /if ?><?cs if:Title ?><?cs var:Title ?> – <?cs /if ?><?cs var:Lang.Site.title_tail ?></title>
<link rel="stylesheet" href="<?cs var:Asset.css ?>">
</head>
<body>
<a class="skip" href="#main"><?cs var:Lang.Site.skip ?></a>
<header class="head">
<div class="head-in">
<a class="site" href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Site.name ?></a>
<nav class="nav" aria-label="<?cs var:Lang.Nav.label ?>">
<a href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Union.home_title ?></a>
<?cs if:Nav.sign_out_url ?><form method="post" action="<?cs var:Nav.sign_out_url ?>"><?cs call:csrf() ?><button class="button-link" type="submit"><?cs var:Lang.Nav.sign_out ?></button></form>
<?cs /if ?></nav>
</div>
</header>
<?cs if:Back.url ?><p class="back no-print"><a href="<?cs var:Back.url ?>"><?cs if:Back.text ?><?cs var:Back.text ?><?cs else ?><?cs var:Lang.Site.back ?><?cs /if ?></a></p>
<?cs /if ?><main id="main" tabindex="-1">
