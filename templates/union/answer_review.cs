<?cs include:"_head.cs" ?><?cs if:FilesChanged ?><div class="err" id="err" tabindex="-1" role="group" aria-labelledby="err-t"><h2 id="err-t"><?cs var:Lang.Fail.files_changed ?></h2></div>
<?cs /if ?><p class="step"><?cs var:Lang.Field.step_head ?> 3 <?cs var:Lang.Field.step_mid ?> 3 <?cs var:Lang.Field.step_tail ?></p>
<h1><?cs var:Lang.Union.answer_review_title ?></h1>
<dl class="facts"><div><dt><?cs var:Lang.Union.text.label ?></dt><dd class="text"><?cs var:Form.text.value ?></dd></div>
<div><dt><?cs var:Lang.Purpose.ANSWER ?></dt><dd><?cs if:subcount(Files) ?><ul><?cs each:x = Files ?><li><?cs var:x.name ?>（<?cs var:x.size ?>）</li><?cs /each ?></ul><?cs else ?><?cs var:Lang.Field.none ?><?cs /if ?></dd></div></dl>
<form method="post" action="<?cs var:Letter.send_url ?>#err"><?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><textarea class="unseen" name="text" hidden>
<?cs var:Form.text.value ?></textarea>
<input type="hidden" name="files" value="<?cs var:FileCount ?>"><p class="actions"><button class="button" type="submit"><?cs var:Lang.Union.send ?></button></p></form>
<form method="post" action="<?cs var:Letter.answer_url ?>"><?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><textarea class="unseen" name="text" hidden>
<?cs var:Form.text.value ?></textarea>
<input type="hidden" name="go" value="TEXT"><p><button class="button-link" type="submit"><?cs var:Lang.Field.change ?></button></p></form>
<?cs include:"_foot.cs" ?>
