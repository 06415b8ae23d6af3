<?cs include:"_head.cs" ?><?cs include:"_outbox.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Outbox.title ?></h1>
<p><?cs var:Lang.Staff.Outbox.lead ?></p>
<?cs call:outbox_picture() ?><p class="actions no-print"><a class="button-plain" href="/outbox"><?cs var:Lang.Staff.Outbox.again ?></a><?cs if:May_stop ?> <a class="button-plain" href="/outbox/stop"><?cs var:Lang.Staff.Outbox.stop_title ?></a><?cs /if ?></p>
<h2 id="messages"><?cs var:Lang.Staff.Outbox.messages ?></h2>
<form class="filters" method="get" action="/outbox#messages" novalidate>
<?cs call:select_field("state", Form.state, Lang.Staff.Outbox.state, Lang.Staff.MessageState, Lang.Staff.Outbox.any) ?><?cs call:select_field("channel", Form.channel, Lang.Staff.Outbox.channel, Lang.Staff.Outbox.By, Lang.Staff.Outbox.any) ?><?cs call:select_field("event", Form.event, Lang.Staff.Outbox.event, Lang.Event, Lang.Staff.Outbox.any) ?><div class="field">
<label for="f-union"><?cs var:Lang.Staff.Outbox.union.label ?></label>
<select id="f-union" name="union"><option value=""><?cs var:Lang.Staff.Outbox.any ?></option>
<?cs each:u = Unions ?><option value="<?cs var:u.id ?>"<?cs if:u.chosen ?> selected<?cs /if ?>><?cs var:u.name ?></option>
<?cs /each ?></select>
</div>
<?cs call:short_field("day", Form.day, Lang.Staff.Outbox.day, "input-mid", "text") ?><?cs call:short_field("case", Form.case, Lang.Staff.Outbox.case, "input-mid", "numeric") ?><p><button class="button-plain" type="submit"><?cs var:Lang.Staff.Outbox.search ?></button></p>
</form>
<?cs if:subcount(Sent) ?><?cs call:outbox_rows(Sent) ?><?cs else ?><p><?cs var:Lang.Staff.Outbox.none ?></p>
<?cs /if ?><?cs if:Older_url || Newest_url ?><nav class="pages" aria-label="<?cs var:Lang.Staff.Outbox.pages ?>"><?cs if:Newest_url ?><a href="<?cs var:Newest_url ?>#messages"><?cs var:Lang.Staff.Outbox.newest ?></a><?cs /if ?><?cs if:Older_url ?> <a href="<?cs var:Older_url ?>#messages"><?cs var:Lang.Staff.Outbox.older ?></a><?cs /if ?></nav>
<?cs /if ?><script src="<?cs var:Asset.outbox_js ?>" defer></script>
<?cs include:"_foot.cs" ?>
