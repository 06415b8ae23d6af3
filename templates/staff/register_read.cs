<?cs include:"_head.cs" ?><?cs def:fact(label, value) ?><?cs if:value ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Register.read_title ?></h1>
<p><?cs if:Entry.open ?><?cs var:Lang.Staff.Register.read_lead ?><?cs else ?><?cs var:Lang.Staff.Register.closed ?><?cs /if ?></p>
<dl class="facts">
<?cs call:fact(Lang.Staff.Register.came, Lang.Staff.Register.Channel[Entry.channel]) ?><?cs call:fact(Lang.Staff.Register.received, Entry.received) ?><?cs call:fact(Lang.Staff.Register.postmark, Entry.postmark) ?><?cs call:fact(Lang.Staff.Register.candidate, Entry.candidate) ?><?cs call:fact(Lang.Staff.Register.whose.label, Lang.Kind[Entry.kind]) ?><?cs call:fact(Lang.Staff.Register.enterer, Entry.enterer) ?><?cs if:Entry.open ?><?cs call:fact(Lang.Staff.Desk.unit, Entry.who.unit) ?><?cs call:fact(Lang.Staff.Desk.head, Entry.who.head) ?><?cs call:fact(Lang.Staff.Desk.name, Entry.who.name) ?><?cs call:fact(Lang.Staff.Desk.phone, Entry.who.phone) ?><?cs call:fact(Lang.Staff.Desk.email, Entry.who.email) ?><?cs call:fact(Lang.Staff.Register.address.label, Entry.who.address) ?><?cs if:subcount(Entry.grounds) ?><div><dt><?cs var:Lang.Staff.Case.grounds ?></dt><dd><?cs each:g = Entry.grounds ?><?cs if:!first(g) ?><br><?cs /if ?><?cs var:g.text ?><?cs /each ?></dd></div>
<?cs /if ?><?cs call:fact(Lang.Staff.Register.becomes, Lang.Staff.Register.Becomes[Entry.becomes]) ?><?cs /if ?></dl>
<?cs if:Entry.open ?><h2><?cs var:Lang.Staff.Case.statement ?></h2>
<div class="text"><?cs var:Entry.statement ?></div>
<?cs /if ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs if:Entry.open ?><?cs call:radio_field("result", Form.result, Lang.Staff.Register.result, Lang.Staff.Register.Results) ?><?cs else ?><?cs call:radio_field("result", Form.result, Lang.Staff.Register.result, Lang.Staff.Register.OnlyVoid) ?><?cs /if ?><?cs call:area_field("why", Form.why, Lang.Staff.Register.why) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Register.do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
