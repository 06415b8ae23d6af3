<?cs include:"shared/_form.cs" ?><!DOCTYPE html>
<html lang="<?cs if:Language == "en" ?>en<?cs else ?>zh-Hans<?cs /if ?>"<?cs if:Large ?> class="large"<?cs /if ?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title><?cs if:ErrorCount ?><?cs var:Lang.Site.error_title ?><?cs call:gap() ?><?cs /if ?><?cs if:Title ?><?cs var:Title ?> – <?cs /if ?><?cs var:Lang.Site.title_tail ?></title>
<link rel="stylesheet" href="<?cs var:Asset.css ?>">
</head>
<body<?cs if:Wide ?> class="wide"<?cs /if ?>>
<a class="skip" href="#main"><?cs var:Lang.Site.skip ?></a>
<?cs if:Insecure ?><p class="insecure"><?cs var:Lang.Site.insecure ?></p>
<?cs /if ?>
