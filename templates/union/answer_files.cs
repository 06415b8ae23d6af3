<?cs include:"_head.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Field.step_head ?> 2 <?cs var:Lang.Field.step_mid ?> 3 <?cs var:Lang.Field.step_tail ?></p>
<h1><?cs var:Lang.Union.answer_files_title ?></h1>
<?cs if:subcount(Files) ?><ul class="files">
<?cs each:x = Files ?><li><span><?cs var:x.name ?> <span class="muted"><?cs var:x.size ?></span></span><form method="post" action="<?cs var:Letter.drop_url ?>"><?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><textarea class="unseen" name="text" hidden>
<?cs var:Form.text.value ?></textarea>
<input type="hidden" name="id" value="<?cs var:x.id ?>"><button class="button-link" type="submit"><?cs var:Lang.Field.delete ?><span class="unseen"><?cs var:x.name ?></span></button></form></li>
<?cs /each ?></ul>
<?cs else ?><p><?cs var:Lang.Union.no_files ?></p>
<?cs /if ?><form method="post" action="<?cs var:Letter.file_url ?>#err" enctype="multipart/form-data" novalidate>
<?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><textarea class="unseen" name="text" hidden>
<?cs var:Form.text.value ?></textarea>
<div class="field<?cs if:Form.file.error ?> field-wrong<?cs /if ?>"><label for="f-file"><?cs var:Lang.Union.file.label ?></label>
<?cs call:hint_and_error("file", Form.file, Lang.Union.file) ?><input class="input" id="f-file" name="file" type="file"<?cs call:described("file", Form.file, Lang.Union.file) ?>></div>
<p class="actions"><button class="button-plain" type="submit"><?cs var:Lang.Union.upload ?></button></p>
</form>
<form method="post" action="<?cs var:Letter.answer_url ?>#err"><?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><textarea class="unseen" name="text" hidden>
<?cs var:Form.text.value ?></textarea>
<input type="hidden" name="go" value="REVIEW"><p class="actions"><button class="button" type="submit"><?cs var:Lang.Union.to_review ?></button></p></form>
<?cs include:"_foot.cs" ?>
