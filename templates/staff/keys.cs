<?cs include:"_head.cs" ?><?cs include:"_officer.cs" ?><h1><?cs var:Lang.Staff.Keys.title ?></h1>
<?cs each:k = Keys ?><h2><?cs var:k.name ?></h2>
<?cs if:!k.mine ?><p><?cs var:Lang.Staff.Keys.not_mine ?></p>
<?cs /if ?><?cs if:subcount(k.Waiting) ?><ul class="notices">
<?cs each:w = k.Waiting ?><li><?cs var:w.name ?> <span class="muted"><?cs call:roles_text(w.Roles) ?></span><?cs if:w.give_url ?>
<p><a href="<?cs var:w.give_url ?>"><?cs var:Lang.Staff.Keys.give ?><span class="unseen"><?cs var:w.name ?></span></a></p><?cs /if ?></li>
<?cs /each ?></ul>
<?cs elif:k.mine ?><p><?cs var:Lang.Staff.Keys.nobody ?></p>
<?cs /if ?><?cs /each ?><?cs include:"_foot.cs" ?>
