<?cs # What the investigators wrote down.
?><?cs def:record_text(x) ?><section class="sheet"><h3><?cs var:Lang.RecordKind[x.kind] ?>，<?cs var:x.held ?> <span class="tag<?cs if:x.outcome == "CONFIRMED" ?> tag-done<?cs elif:x.outcome ?> tag-warn<?cs /if ?>"><?cs if:x.outcome ?><?cs var:Lang.Staff.Record.outcome[x.outcome] ?><?cs else ?><?cs var:Lang.Staff.Record.waits ?><?cs /if ?></span></h3>
<dl class="facts"><div><dt><?cs var:Lang.Staff.Record.whom.label ?></dt><dd><?cs var:x.whom ?></dd></div>
<div><dt><?cs var:Lang.Staff.Record.by ?></dt><dd><?cs var:x.writer ?>，<?cs var:x.written ?></dd></div>
<div><dt><?cs var:Lang.Staff.Record.and ?></dt><dd><?cs var:x.other ?></dd></div></dl>
<h4><?cs var:Lang.Staff.Record.asked.label ?></h4>
<div class="text"><?cs var:x.asked ?></div>
<h4><?cs var:Lang.Staff.Record.said.label ?></h4>
<div class="text"><?cs var:x.said ?></div>
<?cs if:x.why ?><p class="quote"><?cs var:x.why ?></p>
<?cs /if ?><?cs if:x.check_url ?><p class="actions"><a class="button" href="<?cs var:x.check_url ?>"><?cs var:Lang.Staff.Record.check ?></a></p>
<?cs /if ?></section>
<?cs /def
?>