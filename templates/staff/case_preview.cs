<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs def:decision_hidden() ?><?cs call:case_hidden() ?><input type="hidden" name="result" value="<?cs var:Form.result.value ?>"><textarea class="unseen" name="reasons" hidden>
<?cs var:Form.reasons.value ?></textarea><textarea class="unseen" name="told" hidden>
<?cs var:Form.told.value ?></textarea><?cs each:g = Findings ?><input type="hidden" name="<?cs var:g.field ?>" value="<?cs var:g.finding ?>"><?cs /each ?><?cs /def ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_preview_title ?></h1>
<h2><?cs var:Lang.Staff.Case.objector_reads ?></h2>
<div class="sheet"><p><?cs var:Lang.Result[Form.result.value] ?></p>
<div class="text"><?cs var:Form.told.value ?></div></div>
<h2><?cs var:Lang.Staff.Case.findings ?></h2>
<dl class="facts">
<?cs each:g = Findings ?><div><dt><?cs var:g.ground ?></dt><dd><?cs var:Lang.Finding[g.finding] ?></dd></div>
<?cs /each ?></dl>
<h2><?cs var:Lang.Staff.Case.reasons ?></h2>
<div class="text"><?cs var:Form.reasons.value ?></div>
<p class="muted"><?cs if:subcount(Others) ?><?cs var:Lang.Staff.Case.may_approve ?><?cs each:o = Others ?><?cs if:!first(o) ?>、<?cs /if ?><?cs var:o.name ?><?cs /each ?><?cs else ?><?cs var:Lang.Staff.Case.nobody_to_approve ?><?cs /if ?></p>
<form method="post" action="<?cs var:Act_url ?>#err"><?cs call:decision_hidden() ?><input type="hidden" name="go" value="SEND"><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.case_preview_do ?></button></p></form>
<form method="post" action="<?cs var:Act_url ?>"><?cs call:decision_hidden() ?><input type="hidden" name="go" value="CHANGE"><p><button class="button-link" type="submit"><?cs var:Lang.Staff.Case.change ?></button></p></form>
<?cs include:"_foot.cs" ?>
