<?cs include:"_head.cs" ?><?cs include:"_outbox.cs" ?><?cs call:error_summary() ?><?cs if:Refused ?><div class="banner warn" role="region" aria-labelledby="refused"><p id="refused"><?cs var:Refused ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Outbox.Act[Act].title ?></h1>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Outbox.what ?></dt><dd><?cs var:Lang.Event[Message.event] ?></dd></div>
<div><dt><?cs var:Lang.Staff.Outbox.to ?></dt><dd><?cs call:outbox_to(Message) ?><?cs if:Message.to.contact ?> <?cs var:Message.to.contact ?><?cs /if ?><?cs if:Message.to.address ?> <?cs var:Message.to.address ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Staff.Outbox.result ?></dt><dd><?cs call:outbox_state(Message) ?></dd></div>
</dl>
<p><?cs var:Lang.Staff.Outbox.Act[Act].lead ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs if:Act == "resend" ?><fieldset class="choices<?cs if:Form.way.error ?> field-wrong<?cs /if ?>"<?cs call:described("way", Form.way, Lang.Staff.Outbox.way) ?>>
<legend><?cs var:Lang.Staff.Outbox.way.label ?></legend>
<?cs call:hint_and_error("way", Form.way, Lang.Staff.Outbox.way) ?><?cs each:w = Ways ?><div class="choice"><input type="radio" id="f-way<?cs if:!first(w) ?>-<?cs var:w.word ?><?cs /if ?>" name="way" value="<?cs var:w.word ?>"<?cs if:w.chosen ?> checked<?cs /if ?>><label for="f-way<?cs if:!first(w) ?>-<?cs var:w.word ?><?cs /if ?>"><?cs var:Lang.Staff.Outbox.Way[w.word] ?> <?cs var:w.name ?> <?cs var:w.address ?></label></div>
<?cs /each ?></fieldset>
<?cs /if ?><?cs if:Asks_reason ?><?cs call:line_field("why", Form.why, Lang.Staff.Outbox.reason, "text", "off") ?><?cs /if ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Outbox.Act[Act].do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
