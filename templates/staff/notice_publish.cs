<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs include:"shared/_changes.cs" ?><?cs def:correction() ?><?cs if:Notice.correction ?><h2><?cs var:Lang.Staff.Correct.changes ?></h2>
<div class="quote"><?cs var:Changes.reason ?></div>
<?cs call:changes(Changes) ?><h2><?cs var:Lang.Staff.Correct.whole ?></h2>
<?cs /if ?><?cs /def ?><?cs call:changed() ?><h1><?cs var:Lang.Staff.Notice.publish_title ?></h1>
<p><?cs var:Lang.Staff.Notice.publish_lead ?></p>
<?cs call:correction() ?><?cs include:"_face.cs" ?><?cs call:face_deeds() ?><?cs call:findings() ?><?cs if:CanPublish ?><h2><?cs var:Lang.Staff.Notice.publish ?></h2>
<p><?cs var:LetterText ?></p>
<form method="post" action="<?cs var:Notice.publish_url ?>#err"><?cs call:seen() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Notice.publish ?></button><a class="button-plain" href="<?cs var:Notice.review_url ?>#f-note"><?cs var:Lang.Staff.Return.title ?></a></p></form>
<?cs /if ?><?cs include:"_foot.cs" ?>
