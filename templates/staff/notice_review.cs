<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs include:"shared/_changes.cs" ?><?cs def:correction() ?><?cs if:Notice.correction ?><h2><?cs var:Lang.Staff.Correct.changes ?></h2>
<div class="quote"><?cs var:Changes.reason ?></div>
<?cs call:changes(Changes) ?><h2><?cs var:Lang.Staff.Correct.whole ?></h2>
<?cs /if ?><?cs /def ?><?cs call:changed() ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Notice.review_title ?></h1>
<p><?cs call:state_tag(Notice) ?> <?cs var:Lang.Staff.Notice.review_hint ?> <?cs if:Notice.paper_url ?><a href="<?cs var:Notice.paper_url ?>" type="application/pdf"><?cs var:Lang.Staff.Notice.paper_link ?></a><?cs /if ?></p>
<?cs call:correction() ?><?cs include:"_face.cs" ?><?cs call:face_deeds() ?><?cs call:findings() ?><?cs if:May.publish ?><p class="actions"><a class="button" href="<?cs var:Notice.publish_url ?>"><?cs var:Lang.Staff.Notice.publish_title ?></a></p>
<?cs /if ?><?cs if:May.give_back ?><h2><?cs var:Lang.Staff.Return.title ?></h2>
<form method="post" action="<?cs var:Notice.return_url ?>#err" novalidate><?cs call:seen() ?><?cs call:line_field("note", Form.note, Lang.Staff.Return.note, "text", "off") ?><p class="actions"><button class="button-plain" type="submit"><?cs var:Lang.Staff.Return.send ?></button></p></form>
<?cs /if ?><?cs include:"_foot.cs" ?>
