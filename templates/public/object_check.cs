<?cs include:"_object.cs" ?><?cs # A link back to a question, with everything kept. ?>
<?cs def:change(step, what) ?><dd class="change"><button class="button-link" type="submit" formaction="<?cs var:Object.own_url ?>" name="go" value="<?cs var:step ?>"><?cs var:Lang.Field.change ?><span class="unseen"> <?cs var:what ?></span></button></dd><?cs /def ?>
<?cs def:given(words, f) ?><div><dt><?cs var:words.label ?></dt><dd><?cs if:f.value ?><?cs var:f.value ?><?cs else ?><span class="muted"><?cs var:Lang.Field.blank ?></span><?cs /if ?></dd></div>
<?cs /def ?>
<h1><?cs var:Lang.Public.Step.CHECK.title ?></h1>
<form id="step" method="post" action="<?cs var:Object.send_url ?>#err" novalidate<?cs if:Work.bits ?> data-work="<?cs var:Work.bits ?>" data-parts="<?cs var:Work.parts ?>" data-rounds="<?cs var:Work.rounds ?>" data-wait="<?cs var:Lang.Public.work_wait ?>"<?cs /if ?>>
<?cs call:carry() ?><?cs if:!Form.back.ticked ?><input type="hidden" name="back" value="1"><?cs /if ?><input type="hidden" name="files" value="<?cs var:FileCount ?>">
<input type="hidden" name="proof" value="">
<p hidden><label for="f-site"><?cs var:Lang.Public.site ?></label><input id="f-site" name="site" type="text" value="" autocomplete="off" tabindex="-1"></p>
<h2><?cs var:Lang.Public.check_about ?></h2>
<dl class="facts"><div><dt><?cs var:Lang.Public.whom ?></dt><dd<?cs call:zh() ?>><?cs var:Person.name ?><span class="more"><?cs var:Person.employer ?></span></dd></div>
<div><dt><?cs var:Lang.Public.grounds.label ?></dt><dd><?cs each:group = Groups ?><?cs each:g = group.Grounds ?><?cs if:g.chosen ?><p><?cs var:Lang.Ground[g.code] ?></p><?cs /if ?><?cs /each ?><?cs /each ?></dd><?cs call:change("GROUNDS", Lang.Public.grounds.label) ?></div>
<div><dt><?cs var:Lang.Public.statement.label ?></dt><dd class="text"><?cs var:Form.statement.value ?></dd><?cs call:change("STATEMENT", Lang.Public.statement.label) ?></div>
<div id="f-files" tabindex="-1"><dt><?cs var:Lang.Purpose.EVIDENCE ?></dt><dd><?cs if:Form.files.error ?><p class="wrong" id="e-files"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:Form.files.error ?></p><?cs /if ?><?cs if:subcount(Files) ?><?cs each:x = Files ?><p><?cs var:x.name ?> <span class="muted nowrap"><?cs var:x.size ?></span></p><?cs /each ?><?cs else ?><span class="muted"><?cs var:Lang.Field.none ?></span><?cs /if ?></dd><?cs call:change("FILES", Lang.Purpose.EVIDENCE) ?></div></dl>
<h2><?cs var:Lang.Public.check_you ?></h2>
<dl class="facts"><div><dt><?cs var:Lang.Public.kind.label ?></dt><dd><?cs var:Lang.Kind[Form.kind.value] ?></dd><?cs if:Notice.phase == "OPEN" ?><?cs call:change("WHO", Lang.Public.kind.label) ?><?cs /if ?></div>
<?cs if:Form.kind.chosen.UNIT ?><?cs call:given(Lang.Public.unit, Form.unit) ?><?cs call:given(Lang.Public.head, Form.head) ?><?cs call:given(Lang.Public.unit_name, Form.name) ?><?cs call:given(Lang.Public.unit_phone, Form.phone) ?><div><dt><?cs var:Lang.Public.unit_email.label ?></dt><dd><?cs if:Form.email.value ?><?cs var:Form.email.value ?><?cs else ?><span class="muted"><?cs var:Lang.Field.blank ?></span><?cs /if ?></dd><?cs call:change("CONTACT", Lang.Public.check_contact) ?></div>
<div><dt><?cs var:Lang.Purpose.SEAL_SCAN ?></dt><dd><?cs each:x = Seals ?><p><?cs var:x.name ?> <span class="muted nowrap"><?cs var:x.size ?></span></p><?cs /each ?></dd><?cs call:change("SEAL", Lang.Purpose.SEAL_SCAN) ?></div>
<?cs elif:Form.kind.chosen.PERSON ?><?cs call:given(Lang.Public.own_name, Form.name) ?><?cs call:given(Lang.Public.own_phone, Form.phone) ?><div><dt><?cs var:Lang.Public.own_email.label ?></dt><dd><?cs if:Form.email.value ?><?cs var:Form.email.value ?><?cs else ?><span class="muted"><?cs var:Lang.Field.blank ?></span><?cs /if ?></dd><?cs call:change("CONTACT", Lang.Public.check_contact) ?></div>
<?cs /if ?></dl>
<?cs if:Form.kind.chosen.ANONYMOUS ?><p><?cs var:Lang.Public.Effect.ANONYMOUS ?></p>
<?cs else ?><p><?cs var:Lang.Public.check_true ?></p>
<?cs /if ?><?cs if:Form.send.error ?><p class="wrong" id="e-send"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:Form.send.error ?></p>
<?cs /if ?><p class="actions"><button class="button" type="submit" id="f-send" name="send" value="1"<?cs if:Form.send.error ?> aria-describedby="e-send"<?cs /if ?>><?cs if:Form.kind.chosen.ANONYMOUS ?><?cs var:Lang.Public.send_clue ?><?cs else ?><?cs var:Lang.Public.send ?><?cs /if ?></button></p>
</form>
<?cs call:leave() ?><?cs if:Work.bits ?><script src="<?cs var:Asset.work_js ?>" defer></script>
<?cs /if ?><?cs include:"_foot.cs" ?>
