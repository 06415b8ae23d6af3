<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:changed() ?><h1><?cs var:Lang.Staff.Final.title ?></h1>
<p class="lead"><?cs var:Notice.round ?></p>
<p><?cs var:Lang.Staff.Final.none ?></p>
<?cs if:May.begin ?><form method="post" action="<?cs var:Notice.own_url ?>/begin#err"><?cs call:csrf() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Final.begin ?></button></p></form>
<?cs /if ?><?cs include:"_foot.cs" ?>
