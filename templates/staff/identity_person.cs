<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Desk.person_title ?></h1>
<?cs if:Person.yes ?><p><?cs var:Lang.Staff.Desk.lead ?></p>
<dl class="facts"><div><dt><?cs var:Lang.Staff.Desk.kind ?></dt><dd><?cs var:Lang.Kind[Person.kind] ?></dd></div>
<?cs if:Person.channel ?><div><dt><?cs var:Lang.Staff.Case.channel ?></dt><dd><?cs var:Lang.Channel[Person.channel] ?></dd></div>
<?cs /if ?><?cs if:Person.unit ?><div><dt><?cs var:Lang.Staff.Desk.unit ?></dt><dd><?cs var:Person.unit ?></dd></div>
<div><dt><?cs var:Lang.Staff.Desk.head ?></dt><dd><?cs var:Person.head ?></dd></div>
<?cs /if ?><div><dt><?cs if:Person.unit ?><?cs var:Lang.Staff.Desk.contact_name ?><?cs else ?><?cs var:Lang.Staff.Desk.name ?><?cs /if ?></dt><dd><?cs var:Person.name ?></dd></div>
<div><dt><?cs var:Lang.Staff.Desk.phone ?></dt><dd><?cs if:Person.phone ?><a href="<?cs var:Person.phone_url ?>"><?cs var:Person.phone ?></a><?cs else ?><?cs var:Lang.Field.blank ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Staff.Desk.email ?></dt><dd><?cs if:Person.email ?><?cs var:Person.email ?><?cs else ?><?cs var:Lang.Field.blank ?><?cs /if ?></dd></div>
<?cs if:Person.address ?><div><dt><?cs var:Lang.Staff.Register.address.label ?></dt><dd><?cs var:Person.address ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.Staff.Desk.came ?></dt><dd><?cs var:Person.came ?></dd></div></dl>
<?cs if:Person.unit ?><h2><?cs var:Lang.Staff.Desk.stamped ?></h2>
<?cs if:subcount(Person.files) ?><?cs call:files_list(Person.files) ?><?cs else ?><p><?cs var:Lang.Staff.Desk.no_stamped ?></p>
<?cs /if ?><?cs /if ?><p><?cs if:Person.phone ?><?cs var:Lang.Staff.Desk.how ?><?cs else ?><?cs var:Lang.Staff.Desk.how_written ?><?cs /if ?> <?cs var:Lang.Staff.Desk.not_reached ?></p>
<?cs elif:!Moved.yes ?><p><a href="<?cs var:Act_url ?>"><?cs var:Lang.Staff.Desk.again ?></a></p>
<?cs /if ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><input type="hidden" name="seen" value="<?cs var:Form.seen.value ?>"><?cs if:!Moved.yes ?><?cs call:radio_field("result", Form.result, Lang.Staff.Desk.result, Lang.Staff.Desk.results) ?><?cs /if ?><?cs if:!Moved.yes || Form.note.value ?><?cs call:area_field("note", Form.note, Lang.Staff.Desk.note) ?><?cs /if ?><p class="actions"><?cs if:Moved.yes ?><a class="button-plain" href="<?cs var:Back.url ?>"><?cs var:Lang.Staff.Desk.to_list ?></a><?cs else ?><button class="button" type="submit"><?cs var:Lang.Staff.Desk.do ?></button><?cs /if ?></p>
</form>
<?cs include:"_foot.cs" ?>
