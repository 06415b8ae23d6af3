<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Outbox.stop_title ?></h1>
<p><?cs var:Lang.Staff.Outbox.stop_lead ?></p>
<form method="post" action="/outbox/stop#err" novalidate>
<?cs call:csrf() ?><?cs call:select_field("channel", Form.channel, Lang.Staff.Outbox.stop_channel, Lang.Staff.Outbox.By, Lang.Staff.Outbox.all_channels) ?><?cs call:select_field("event", Form.event, Lang.Staff.Outbox.stop_event, Lang.Staff.Outbox.Stoppable, Lang.Staff.Outbox.all_events) ?><?cs call:line_field("why", Form.why, Lang.Staff.Outbox.reason, "text", "off") ?><p class="actions"><button class="button-risk" type="submit"><?cs var:Lang.Staff.Outbox.stop_do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
