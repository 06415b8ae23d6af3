<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Case.no_key_title ?></h1>
<?cs if:subcount(Holders) ?><p><?cs var:Lang.Staff.Case.no_key_lead ?></p>
<h2><?cs var:Lang.Staff.Case.no_key_holders ?></h2>
<ul>
<?cs each:h = Holders ?><li><?cs var:h.name ?></li>
<?cs /each ?></ul>
<?cs else ?><p><?cs var:Lang.Staff.Case.no_key_nobody ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
