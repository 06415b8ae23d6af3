<?cs include:"_head.cs" ?><?cs call:error_summary() ?><?cs if:Alone ?><div class="banner warn" id="err" tabindex="-1" role="group"><p><?cs var:Lang.Fail.no_second_reader ?></p></div>
<?cs elif:Away ?><div class="banner warn" id="err" tabindex="-1" role="group"><p><?cs var:Lang.Staff.Register.away ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Register.new_title ?></h1>
<p><?cs var:Lang.Staff.Register.new_lead ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" autocomplete="off" novalidate>
<?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><h2><?cs var:Lang.Staff.Register.about ?></h2>
<?cs call:radio_field("channel", Form.channel, Lang.Staff.Register.channel, Lang.Staff.Register.Channel) ?><?cs call:short_field("received_day", Form.received_day, Lang.Staff.Register.received_day, "input-mid", "text") ?><?cs call:short_field("postmark_day", Form.postmark_day, Lang.Staff.Register.postmark_day, "input-mid", "text") ?><?cs if:Form.late.error || Form.late.ticked ?><?cs call:tick_field("late", Form.late, Lang.Staff.Register.late) ?><?cs /if ?><div class="field<?cs if:Form.candidate.error ?> field-wrong<?cs /if ?>">
<label for="f-candidate"><?cs var:Lang.Staff.Register.about_whom.label ?></label>
<?cs call:hint_and_error("candidate", Form.candidate, Lang.Staff.Register.about_whom) ?><select id="f-candidate" name="candidate"<?cs call:described("candidate", Form.candidate, Lang.Staff.Register.about_whom) ?>><option value=""><?cs var:Lang.Staff.Register.choose ?></option>
<?cs each:n = Notices ?><optgroup label="<?cs var:n.title ?>">
<?cs each:p = n.people ?><option value="<?cs var:p.id ?>"<?cs if:p.chosen ?> selected<?cs /if ?>><?cs var:p.name ?>，<?cs var:p.employer ?></option>
<?cs /each ?></optgroup>
<?cs /each ?></select>
</div>
<?cs call:tick_field("untied", Form.untied, Lang.Staff.Register.untied) ?><h2><?cs var:Lang.Staff.Register.from_whom ?></h2>
<?cs call:radio_field("whose", Form.whose, Lang.Staff.Register.whose, Lang.Kind) ?><?cs call:line_field("unit", Form.unit, Lang.Staff.Register.unit, "text", "off") ?><?cs call:line_field("head", Form.head, Lang.Staff.Register.head, "text", "off") ?><?cs call:line_field("name", Form.name, Lang.Staff.Register.name, "text", "off") ?><?cs call:line_field("phone", Form.phone, Lang.Staff.Register.phone, "tel", "off") ?><?cs call:line_field("email", Form.email, Lang.Staff.Register.email, "email", "off") ?><?cs call:line_field("address", Form.address, Lang.Staff.Register.address, "text", "off") ?><h2><?cs var:Lang.Staff.Register.content ?></h2>
<?cs call:boxes_field("grounds", Form.grounds, Lang.Staff.Register.grounds, Lang.Ground, "") ?><?cs call:area_field("statement", Form.statement, Lang.Staff.Register.statement) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Register.save ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
