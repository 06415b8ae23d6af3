<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Union.sign_in_title ?></h1>
<p><?cs var:Lang.Union.sign_in_lead ?></p>
<?cs if:Carried ?><p><?cs var:Lang.Carry.kept ?></p>
<?cs /if ?>
<form method="post" action="<?cs var:Ask_url ?>#err" novalidate>
<input type="hidden" name="token" value="<?cs var:Token ?>"><?cs include:"_onward.cs" ?>
<fieldset class="choices<?cs if:Form.way.error ?> field-wrong<?cs /if ?>"<?cs if:Form.way.error ?> aria-describedby="e-way"<?cs /if ?>><legend><?cs var:Lang.Union.way ?></legend>
<?cs if:Form.way.error ?><p class="wrong" id="e-way"><?cs var:Lang.Field.wrong ?><?cs var:Form.way.error ?></p>
<?cs /if ?><?cs each:w = Ways ?><div class="choice"><input type="radio" id="f-way<?cs if:!w.first ?>-<?cs var:w.word ?><?cs /if ?>" name="way" value="<?cs var:w.word ?>"<?cs if:w.first ?> checked<?cs /if ?>><label for="f-way<?cs if:!w.first ?>-<?cs var:w.word ?><?cs /if ?>"><?cs if:w.backup ?><?cs var:Lang.Union.backup ?><?cs else ?><?cs var:Lang.Union.primary ?><?cs /if ?><?cs if:w.email ?><?cs var:Lang.Channel.EMAIL ?><?cs else ?><?cs var:Lang.Channel.SMS ?><?cs /if ?> <?cs var:w.masked ?></label></div>
<?cs /each ?></fieldset>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Union.send_code ?></button></p>
</form>
<p class="muted"><?cs var:Lang.Union.no_way ?><?cs if:Phone ?> <span class="nowrap"><?cs var:Phone ?></span><?cs /if ?></p>
<?cs include:"_foot.cs" ?>
