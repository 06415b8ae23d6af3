<?cs # The draft that an approver judges. ?>
<?cs def:decision_draft() ?><?cs if:Decision.result ?><h2><?cs var:Lang.Staff.Case.objector_reads ?></h2>
<div class="sheet"><p><?cs var:Lang.Result[Decision.result] ?></p>
<div class="text"><?cs var:Decision.told ?></div></div>
<?cs if:Decision.odd ?><div class="banner warn"><p><?cs var:Lang.Staff.Case.result_odd ?></p></div>
<?cs /if ?><?cs if:subcount(Decision.findings) ?><h2><?cs var:Lang.Staff.Case.findings ?></h2>
<dl class="facts">
<?cs each:g = Decision.findings ?><div><dt><?cs var:g.ground ?></dt><dd><?cs var:Lang.Finding[g.finding] ?></dd></div>
<?cs /each ?></dl>
<?cs /if ?><h2><?cs var:Lang.Staff.Case.reasons ?></h2>
<div class="text"><?cs var:Decision.reasons ?></div>
<p class="muted"><?cs var:Lang.Staff.Case.written_by ?> <?cs var:Decision.drafter ?>，<?cs var:Decision.drafted ?></p>
<?cs /if ?><?cs /def ?>
