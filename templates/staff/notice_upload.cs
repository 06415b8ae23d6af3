<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Notice.upload_title ?></h1>
<p class="lead"><?cs var:Round.title ?></p>
<ol>
<li><?cs var:Lang.Staff.Upload.heads ?><?cs each:h = Heads ?><?cs var:h.text ?><?cs if:!last(h) ?><?cs var:Lang.Staff.Upload.comma ?><?cs /if ?><?cs /each ?><?cs var:Lang.Staff.Upload.heads_end ?> <a href="<?cs var:Round.template_url ?>"><?cs var:Lang.Staff.Upload.template ?></a></li>
<li><?cs var:Lang.Staff.Upload.cells ?></li>
<li><?cs var:Lang.Staff.Upload.save_as ?></li>
<li><?cs var:Lang.Staff.Upload.then ?></li>
</ol>
<form method="post" action="<?cs var:Round.import_url ?>#err" enctype="multipart/form-data" novalidate>
<?cs call:csrf() ?><div class="field<?cs if:Form.file.error ?> field-wrong<?cs /if ?>"><label for="f-file"><?cs var:Lang.Staff.Upload.file.label ?></label>
<?cs call:hint_and_error("file", Form.file, Lang.Staff.Upload.file) ?><input class="input" id="f-file" name="file" type="file"<?cs call:described("file", Form.file, Lang.Staff.Upload.file) ?>></div>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Upload.send ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
