<?cs include:"_head.cs" ?><?cs if:Sent ?><h1><?cs var:Lang.Public.sent_title ?></h1>
<p><?cs var:Lang.Public.sent_text ?></p>
<p class="actions"><a class="button" href="<?cs var:Nav.track_url ?>"><?cs var:Lang.Nav.track ?></a></p>
<?cs else ?><h1><?cs var:Lang.Public.left_title ?></h1>
<p><?cs var:Left ?></p>
<p class="actions"><a class="button" href="<?cs var:Anew_url ?>"><?cs var:Lang.Public.left_again ?></a></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
