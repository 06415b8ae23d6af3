<?cs include:"_head.cs" ?><?cs include:"shared/_changes.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Channel[Message.channel] ?> <?cs var:Lang.Staff.Messages.langs[Message.lang] ?></p>
<h1><?cs var:Lang.Event[Message.event] ?></h1>
<?cs if:Preview.text ?><h2><?cs var:Lang.Staff.Messages.preview ?></h2>
<p class="hint"><?cs var:Lang.Staff.Messages.preview_hint ?></p>
<?cs if:Preview.subject ?><p><strong><?cs var:Preview.subject ?></strong></p>
<?cs /if ?><p class="quote"><?cs var:Preview.text ?></p>
<?cs if:Preview.cost ?><p><?cs var:Preview.cost ?></p>
<?cs /if ?><?cs /if ?><h2><?cs var:Lang.Staff.Messages.write ?></h2>
<p><?cs var:Lang.Staff.Messages.names ?><?cs each:x = Message.names ?> <code>{{<?cs var:x.name ?>}}</code><?cs /each ?></p>
<p class="hint"><?cs var:Lang.Staff.Messages.parts ?></p>
<form method="post" action="<?cs var:Message.url ?>#err" novalidate>
<?cs call:csrf() ?><?cs if:Message.channel == "EMAIL" ?><?cs call:line_field("subject", Form.subject, Lang.Staff.Messages.subject, "text", "off") ?><?cs call:area_field("text", Form.text, Lang.Staff.Messages.text) ?><?cs else ?><?cs call:area_field("text", Form.text, Lang.Staff.Messages.sms) ?><?cs call:area_field("gateway", Form.gateway, Lang.Staff.Messages.gateway) ?><?cs /if ?><p class="actions"><button class="button-plain" type="submit" name="act" value="PREVIEW"><?cs var:Lang.Staff.Messages.look ?></button> <button class="button" type="submit" name="act" value="SAVE"><?cs var:Lang.Staff.Messages.save ?></button></p>
</form>
<h2><?cs var:Lang.Staff.Messages.versions ?></h2>
<?cs each:x = Versions ?><section aria-labelledby="v-<?cs var:x.version ?>"><h3 id="v-<?cs var:x.version ?>"><?cs var:Lang.Staff.Messages.version ?> <?cs var:x.version ?> <span class="tag<?cs if:x.state == "IN_FORCE" ?> tag-done<?cs elif:x.state == "WAITS" ?> tag-warn<?cs /if ?>"><?cs var:Lang.Staff.Messages.state[x.state] ?></span></h3>
<p class="muted"><?cs if:x.saver ?><?cs var:x.saver ?><?cs else ?><?cs var:Lang.Staff.Messages.shipped ?><?cs /if ?> <?cs var:x.at ?><?cs if:x.settler ?> <?cs var:Lang.Staff.Messages.settled ?> <?cs var:x.settler ?><?cs /if ?></p>
<?cs if:x.said.subject ?><p><strong><?cs var:x.said.subject ?></strong></p>
<?cs /if ?><p class="quote"><?cs var:x.said.text ?></p>
<?cs if:x.said.gateway ?><p class="quote"><?cs var:x.said.gateway ?></p>
<?cs /if ?><?cs if:subcount(x.changed.Words) ?><p><?cs var:Lang.Staff.Messages.changed ?></p>
<dl class="facts">
<?cs each:c = x.changed.Words ?><div><?cs call:changes_pieces(c) ?></div>
<?cs /each ?></dl>
<?cs /if ?><?cs if:x.settle_url ?><form method="post" action="<?cs var:x.settle_url ?>"><?cs call:csrf() ?><p class="actions"><?cs if:x.own ?><span class="hint"><?cs var:Lang.Staff.Messages.own ?></span> <?cs else ?><button class="button" type="submit" name="act" value="FORCE"><?cs var:Lang.Staff.Messages.force ?></button> <?cs /if ?><button class="button-plain" type="submit" name="act" value="BACK"><?cs var:Lang.Staff.Messages.back ?></button></p></form>
<?cs elif:x.state == "WAITS" ?><p class="hint"><?cs var:Lang.Staff.Messages.others ?></p>
<?cs /if ?><p><a href="<?cs var:x.from_url ?>"><?cs var:Lang.Staff.Messages.from ?><span class="unseen"><?cs var:x.version ?></span></a></p>
<form method="post" action="<?cs var:x.try_url ?>"><?cs call:csrf() ?><div class="field"><label for="to-<?cs var:x.version ?>"><?cs if:Message.channel == "SMS" ?><?cs var:Lang.Staff.Messages.to_sms ?><?cs else ?><?cs var:Lang.Staff.Messages.to_mail ?><?cs /if ?></label> <input class="input" id="to-<?cs var:x.version ?>" name="to" type="text" autocomplete="off"></div>
<p><button class="button-plain" type="submit"><?cs var:Lang.Staff.Messages.try ?><span class="unseen"><?cs var:x.version ?></span></button></p></form>
</section>
<?cs /each ?><?cs include:"_foot.cs" ?>
