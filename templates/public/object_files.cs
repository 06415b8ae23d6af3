<?cs include:"_object.cs" ?><?cs if:Uploaded ?><div class="banner ok" role="region" aria-labelledby="ok-t"><p id="ok-t"><?cs var:Lang.Public.uploaded ?></p></div>
<?cs /if ?><h1><?cs if:Step == "SEAL" ?><?cs var:Lang.Public.Step.SEAL.title ?><?cs else ?><?cs var:Lang.Public.Step.FILES.title ?><?cs /if ?></h1>
<?cs def:have(list) ?><?cs if:subcount(list) ?><ul class="files">
<?cs each:x = list ?><li><span><?cs var:x.name ?> <span class="muted nowrap"><?cs var:x.size ?></span></span><form method="post" action="<?cs var:Object.drop_url ?>"><?cs call:carry() ?><input type="hidden" name="id" value="<?cs var:x.id ?>"><button class="button-link" type="submit"><?cs var:Lang.Field.delete ?><span class="unseen"> <?cs var:x.name ?></span></button></form></li>
<?cs /each ?></ul>
<?cs elif:Step == "FILES" ?><p><?cs var:Lang.Public.no_files ?></p>
<?cs /if ?><?cs /def ?>
<?cs if:Step == "SEAL" ?><p><?cs var:Lang.Public.seal_lead ?></p>
<?cs call:have(Seals) ?><?cs else ?><?cs if:Form.kind.value == "UNIT" ?><p><?cs var:Lang.Public.seal_later ?></p>
<?cs /if ?><?cs call:have(Files) ?><?cs /if ?><form method="post" action="<?cs var:Object.file_url ?>#err" enctype="multipart/form-data" novalidate>
<?cs call:carry() ?><div class="field<?cs if:Form.file.error ?> field-wrong<?cs /if ?>">
<label for="f-file"><?cs var:Lang.Public.file.label ?></label>
<p class="hint" id="h-file"><?cs var:Limits.hint ?><?cs call:gap() ?><?cs var:Limits.most ?></p>
<?cs if:Form.file.error ?><p class="wrong" id="e-file"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:Form.file.error ?></p>
<?cs /if ?><input class="input" id="f-file" name="file" type="file" data-document="<?cs var:Limits.document ?>" data-media="<?cs var:Limits.media ?>" data-large="<?cs var:Limits.large ?>"<?cs call:described("file", Form.file, Lang.Public.file) ?>></div>
<p class="actions"><button class="button-plain" type="submit"><?cs var:Lang.Public.upload ?></button> <button class="button" type="submit" formaction="<?cs var:Object.on_url ?>#err"><?cs var:Lang.Field.next ?></button></p>
</form>
<?cs if:Before ?><form id="step" method="post" action="<?cs var:Object.own_url ?>"><?cs call:carry() ?><p><button class="button-link" type="submit" name="go" value="<?cs var:Before ?>"><?cs var:Lang.Field.back ?></button></p></form>
<?cs /if ?><?cs call:leave() ?><?cs include:"_foot.cs" ?>
