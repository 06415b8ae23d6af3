<?cs include:"_head.cs" ?><h1><?cs var:Lang.Public.Contact.title ?></h1>
<p class="lead"><?cs var:Lang.Public.Contact.lead ?></p>
<?cs def:fact(words, text) ?><?cs if:text ?><div><dt><?cs var:words ?></dt><dd<?cs call:zh() ?>><?cs var:text ?></dd></div>
<?cs /if ?><?cs /def ?><dl class="facts">
<div><dt><?cs var:Lang.Public.Contact.organiser ?></dt><dd><?cs if:Footer.organiser ?><span<?cs call:zh() ?>><?cs var:Footer.organiser ?></span><?cs else ?><?cs var:Lang.Site.owner ?><?cs /if ?></dd></div>
<?cs call:fact(Lang.Public.Contact.undertaker, Footer.undertaker) ?><?cs if:Footer.phone ?><div><dt><?cs var:Lang.Paper.phone ?></dt><dd><?cs if:Footer.tel_url ?><a href="<?cs var:Footer.tel_url ?>"><?cs var:Footer.phone ?></a><?cs else ?><?cs var:Footer.phone ?><?cs /if ?></dd></div>
<?cs /if ?><?cs if:Footer.email ?><div><dt><?cs var:Lang.Paper.email ?></dt><dd><?cs if:Footer.mail_url ?><a href="<?cs var:Footer.mail_url ?>"><?cs var:Footer.email ?></a><?cs else ?><?cs var:Footer.email ?><?cs /if ?></dd></div>
<?cs /if ?><?cs call:fact(Lang.Paper.address, Footer.address) ?><?cs call:fact(Lang.Paper.hours, Footer.hours) ?></dl>
<h2><?cs var:Lang.Public.Contact.notice_title ?></h2>
<p><?cs var:Lang.Public.Contact.notice_text ?> <a href="<?cs var:Nav.home_url ?>"><?cs var:Lang.Nav.home ?></a></p>
<h2><?cs var:Lang.Public.Accessibility.help_title ?></h2>
<p><?cs var:Lang.Public.Accessibility.help_text ?></p>
<?cs include:"_foot.cs" ?>
