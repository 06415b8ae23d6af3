<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:changed() ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Notice.words_title ?></h1>
<p class="lead"><?cs var:Notice.round ?></p>
<form method="post" action="<?cs var:Notice.words_url ?>#err" novalidate>
<?cs call:csrf() ?><input type="hidden" name="seen" value="<?cs var:Form.seen.value ?>">
<?cs call:line_field("title", Form.title, Lang.Staff.Words.title, "text", "off") ?><?cs call:line_field("doc_number", Form.doc_number, Lang.Staff.Words.doc_number, "text", "off") ?><?cs call:area_field("body", Form.body, Lang.Staff.Words.body) ?><?cs call:line_field("order_note", Form.order_note, Lang.Staff.Words.order_note, "text", "off") ?>
<fieldset><legend><h2><?cs var:Lang.Staff.Words.handling ?></h2></legend>
<?cs call:line_field("handling_office", Form.handling_office, Lang.Staff.Words.handling_office, "text", "off") ?><?cs call:line_field("handling_phone", Form.handling_phone, Lang.Staff.Words.handling_phone, "text", "off") ?><?cs call:line_field("handling_email", Form.handling_email, Lang.Staff.Words.handling_email, "text", "off") ?><?cs call:line_field("handling_address", Form.handling_address, Lang.Staff.Words.handling_address, "text", "off") ?><?cs call:line_field("handling_hours", Form.handling_hours, Lang.Staff.Words.handling_hours, "text", "off") ?></fieldset>
<fieldset><legend><h2><?cs var:Lang.Staff.Words.supervision ?></h2></legend>
<?cs call:line_field("supervision_office", Form.supervision_office, Lang.Staff.Words.supervision_office, "text", "off") ?><?cs call:line_field("supervision_phone", Form.supervision_phone, Lang.Staff.Words.supervision_phone, "text", "off") ?></fieldset>
<fieldset><legend><h2><?cs var:Lang.Staff.Words.signature ?></h2></legend>
<?cs call:line_field("signed_by", Form.signed_by, Lang.Staff.Words.signed_by, "text", "off") ?><?cs call:line_field("signed_day", Form.signed_day, Lang.Staff.Words.signed_day, "text", "off") ?></fieldset>
<p class="actions"><button class="button" type="submit" name="go" value="SAVE"><?cs var:Lang.Staff.Words.save ?></button><button class="button-plain" type="submit" name="go" value="PREVIEW" formaction="<?cs var:Notice.words_url ?>#preview-t"><?cs var:Lang.Staff.Words.preview ?></button></p>
</form>
<?cs if:Face.title ?><section aria-labelledby="preview-t"><h2 id="preview-t" tabindex="-1"><?cs var:Lang.Staff.Words.preview_title ?></h2>
<p><?cs var:Lang.Staff.Words.preview_lead ?></p>
<?cs include:"_face.cs" ?></section>
<?cs /if ?><?cs include:"_foot.cs" ?>
