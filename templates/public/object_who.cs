<?cs include:"_object.cs" ?><form id="step" method="post" action="<?cs var:Object.own_url ?>#err" autocomplete="off" novalidate>
<?cs call:carry() ?><fieldset class="choices<?cs if:Form.kind.error ?> field-wrong<?cs /if ?>"<?cs call:described("kind", Form.kind, Lang.Public.kind) ?>>
<legend><h1><?cs var:Lang.Public.Step.WHO.title ?></h1></legend>
<?cs call:hint_and_error("kind", Form.kind, Lang.Public.kind) ?><div class="choice"><input type="radio" id="f-kind" name="kind" value="PERSON"<?cs if:Form.kind.chosen.PERSON ?> checked<?cs /if ?> aria-describedby="h-PERSON"><label for="f-kind"><strong><?cs var:Lang.Kind.PERSON ?></strong></label><p class="hint" id="h-PERSON"><?cs var:Lang.Public.Effect.PERSON ?></p></div>
<div class="choice"><input type="radio" id="f-kind-UNIT" name="kind" value="UNIT"<?cs if:Form.kind.chosen.UNIT ?> checked<?cs /if ?> aria-describedby="h-UNIT"><label for="f-kind-UNIT"><strong><?cs var:Lang.Kind.UNIT ?></strong></label><p class="hint" id="h-UNIT"><?cs var:Lang.Public.Effect.UNIT ?></p></div>
<?cs if:Anonymous ?><div class="choice"><input type="radio" id="f-kind-ANONYMOUS" name="kind" value="ANONYMOUS"<?cs if:Form.kind.chosen.ANONYMOUS ?> checked<?cs /if ?> aria-describedby="h-ANONYMOUS"><label for="f-kind-ANONYMOUS"><strong><?cs var:Lang.Kind.ANONYMOUS ?></strong></label><p class="hint" id="h-ANONYMOUS"><?cs var:Lang.Public.Effect.ANONYMOUS ?></p></div>
<?cs /if ?></fieldset>
<?cs call:buttons() ?></form>
<p class="muted"><?cs var:Lang.Public.closes_at ?> <time datetime="<?cs var:Notice.closes_iso ?>"><?cs var:Notice.closes ?></time></p>
<?cs include:"_foot.cs" ?>
