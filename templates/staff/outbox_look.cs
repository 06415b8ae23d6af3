<?cs include:"_head.cs" ?><?cs include:"_outbox.cs" ?><p class="step"><?cs var:Lang.Staff.Outbox.title ?> <?cs var:Message.to.id ?></p>
<h1><?cs var:Lang.Event[Message.event] ?></h1>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Outbox.to ?></dt><dd><?cs call:outbox_to(Message) ?><?cs if:Message.to.contact ?> <?cs var:Message.to.contact ?><?cs /if ?><?cs if:Message.to.address ?> <span class="nowrap"><?cs var:Message.to.address ?></span><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Staff.Outbox.how ?></dt><dd><?cs if:Message.channel ?><?cs var:Lang.Channel[Message.channel] ?><?cs else ?><?cs var:Lang.Staff.Outbox.not_shown ?><?cs /if ?></dd></div>
<?cs if:Cause.letter || Message.number ?><div><dt><?cs var:Lang.Staff.Outbox.cause ?></dt><dd><?cs if:Cause.letter ?><?cs var:Lang.Staff.Outbox.Letter[Cause.letter] ?><?cs /if ?><?cs if:Message.number ?> <?cs var:Lang.Staff.Outbox.case.label ?> <span class="nowrap"><?cs var:Message.number ?></span><?cs /if ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.Staff.Outbox.made ?></dt><dd><?cs var:Message.made ?></dd></div>
<div><dt><?cs var:Lang.Staff.Outbox.result ?></dt><dd><?cs call:outbox_state(Message) ?><?cs if:Cause.stop && Message.state == "HELD" ?><br><?cs var:Lang.Staff.Outbox.held_by_stop ?><?cs var:Cause.stop ?><?cs /if ?></dd></div>
<?cs if:Message.end.report ?><div><dt><?cs var:Lang.Staff.Outbox.report ?></dt><dd><?cs var:Message.end.report_at ?> <?cs var:Lang.Staff.Report[Message.end.report] ?><?cs if:Cause.report_code ?>（<?cs var:Cause.report_code ?>）<?cs /if ?></dd></div>
<?cs /if ?><?cs if:Cause.letter ?><div><dt><?cs var:Lang.Staff.Outbox.signing ?></dt><dd><?cs if:Cause.signed ?><?cs var:Cause.signed ?> <?cs var:Cause.signed_by ?><?cs else ?><?cs var:Lang.Staff.Told.unsigned ?><?cs /if ?><?cs if:Cause.told_url ?> <a href="<?cs var:Cause.told_url ?>"><?cs var:Lang.Staff.Told.title ?></a><?cs /if ?></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Acts) ?><p class="actions no-print"><?cs each:a = Acts ?><a class="button-plain" href="<?cs var:a.url ?>"><?cs var:Lang.Staff.Outbox.Act[a.act].do ?></a> <?cs /each ?></p>
<?cs elif:Message.state == "LEASED" ?><p class="muted"><?cs var:Lang.Staff.Outbox.in_hand_note ?></p>
<?cs /if ?><?cs if:Words.text ?><h2><?cs if:Words.sent ?><?cs var:Lang.Staff.Outbox.words_sent ?><?cs else ?><?cs var:Lang.Staff.Outbox.words_now ?><?cs /if ?></h2>
<?cs if:Words.trial ?><p><?cs var:Lang.Staff.Outbox.trial ?></p>
<?cs /if ?><?cs if:Words.subject ?><p><strong><?cs var:Words.subject ?></strong></p>
<?cs /if ?><p class="text"><?cs var:Words.text ?></p>
<?cs /if ?><h2><?cs var:Lang.Staff.Outbox.attempts_title ?></h2>
<?cs if:subcount(Attempts) ?><ol class="events">
<?cs each:a = Attempts ?><li><?cs var:a.at ?> <strong><?cs if:a.outcome ?><?cs var:Lang.Outcome[a.outcome] ?><?cs else ?><?cs var:Lang.Staff.Outbox.under_way ?><?cs /if ?></strong><?cs if:a.driver ?> <span class="muted"><?cs var:Lang.Staff.Outbox.by_driver ?> <?cs var:a.driver ?><?cs if:a.took ?>，<?cs var:a.took ?> <?cs var:Lang.Staff.Outbox.seconds ?><?cs /if ?></span><?cs /if ?><?cs if:a.detail ?><br><span class="muted"><?cs var:Lang.Staff.Outbox.gateway_said ?><q><?cs var:a.detail ?></q></span><?cs /if ?></li>
<?cs /each ?></ol>
<?cs else ?><p><?cs var:Lang.Staff.Outbox.no_attempts ?></p>
<?cs /if ?><?cs if:Cause.on_to ?><h2><?cs var:Lang.Staff.Outbox.after_title ?></h2>
<p><?cs var:Cause.on_at ?> <?cs if:Cause.why && Lang.Staff.Outbox.Why[Cause.why] ?><?cs var:Lang.Staff.Outbox.Why[Cause.why] ?><?cs /if ?> <?cs var:Lang.Staff.Outbox.On[Cause.on_to] ?></p>
<?cs /if ?><?cs if:subcount(Kin) ?><h2><?cs var:Lang.Staff.Outbox.kin_title ?></h2>
<?cs call:outbox_rows(Kin) ?><?cs /if ?><?cs if:subcount(Deeds) ?><h2><?cs var:Lang.Staff.Outbox.deeds_title ?></h2>
<ol class="events">
<?cs each:d = Deeds ?><li><?cs var:d.at ?> <?cs var:d.actor ?> <strong><?cs var:d.act ?></strong><?cs if:d.reason ?>：<?cs var:d.reason ?><?cs /if ?></li>
<?cs /each ?></ol>
<?cs /if ?><?cs include:"_foot.cs" ?>
