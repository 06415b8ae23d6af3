<?cs include:"_head.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Staff.Recusal.request_title ?></p>
<h1><?cs var:Lang.Staff.Recusal.kind[Request.kind] ?></h1>
<p><?cs var:Lang.Staff.Recusal.request_lead[Request.kind] ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Recusal.officer_field.label ?></dt><dd><?cs var:Request.officer ?></dd></div>
<?cs if:Request.matched ?><div><dt><?cs var:Lang.Staff.Recusal.matched ?></dt><dd><?cs var:Request.matched ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.Staff.Case.candidate ?></dt><dd><?cs var:Request.candidate ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.employer ?></dt><dd><?cs var:Request.employer ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.union ?></dt><dd><?cs var:Request.union ?></dd></div>
<?cs if:Request.origin ?><div><dt><?cs var:Lang.Staff.Recusal.origin_field.label ?></dt><dd><?cs var:Lang.Staff.Recusal.origin[Request.origin] ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.Staff.Recusal.reason ?></dt><dd><?cs var:Request.reason ?></dd></div>
<div><dt><?cs var:Lang.Staff.Recusal.asker ?></dt><dd><?cs var:Request.asker ?>，<?cs var:Request.asked ?></dd></div>
</dl>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:radio_field("answer", Form.answer, Lang.Staff.Case.answer_field, Lang.Staff.Recusal.answers[Request.kind]) ?><?cs call:area_field("why", Form.why, Lang.Staff.Recusal.why_refuse) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.proposal_do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
