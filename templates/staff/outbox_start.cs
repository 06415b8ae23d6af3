<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Outbox.start_title ?></h1>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Outbox.channel.label ?></dt><dd><?cs if:Stop.channel ?><?cs var:Lang.Channel[Stop.channel] ?><?cs else ?><?cs var:Lang.Staff.Outbox.all_channels ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Staff.Outbox.event.label ?></dt><dd><?cs if:Stop.event ?><?cs var:Lang.Event[Stop.event] ?><?cs else ?><?cs var:Lang.Staff.Outbox.all_events ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Staff.Outbox.reason.label ?></dt><dd><?cs var:Stop.reason ?></dd></div>
<div><dt><?cs var:Lang.Staff.Outbox.stop_holds ?></dt><dd><?cs var:Stop.held ?> <?cs var:Lang.Staff.Outbox.count ?></dd></div>
</dl>
<p><?cs var:Lang.Staff.Outbox.start_lead ?></p>
<form method="post" action="<?cs var:Stop.url ?>"><?cs call:csrf() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Outbox.start_do ?></button></p></form>
<?cs include:"_foot.cs" ?>
