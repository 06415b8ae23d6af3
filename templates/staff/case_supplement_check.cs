<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs def:supplement_hidden() ?><?cs call:case_hidden() ?><?cs each:x = Missing ?><input type="hidden" name="missing" value="<?cs var:x.code ?>"><?cs /each ?><textarea class="unseen" name="besides" hidden>
<?cs var:Form.besides.value ?></textarea><?cs /def ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.Move.ASK_SUPPLEMENT.title ?></h1>
<h2><?cs var:Lang.Staff.Case.objector_reads ?></h2>
<div class="sheet"><div class="text"><?cs var:Told ?></div></div>
<p class="muted"><?cs var:Lang.Staff.Case.supplement_once ?></p>
<form method="post" action="<?cs var:Act_url ?>#err"><?cs call:supplement_hidden() ?><input type="hidden" name="go" value="SEND"><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.Move.ASK_SUPPLEMENT.do ?></button></p></form>
<form method="post" action="<?cs var:Act_url ?>"><?cs call:supplement_hidden() ?><input type="hidden" name="go" value="CHANGE"><p><button class="button-link" type="submit"><?cs var:Lang.Staff.Case.change ?></button></p></form>
<?cs include:"_foot.cs" ?>
