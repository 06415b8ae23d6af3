<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Recusal.lift_title ?></h1>
<p><?cs var:Lang.Staff.Recusal.lift_lead ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Recusal.officer_field.label ?></dt><dd><?cs var:Recusal.officer ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.candidate ?></dt><dd><?cs var:Recusal.candidate ?></dd></div>
<div><dt><?cs var:Lang.Staff.Recusal.reason ?></dt><dd><?cs var:Recusal.reason ?></dd></div>
<div><dt><?cs var:Lang.Staff.Recusal.since ?></dt><dd><?cs var:Recusal.since ?>，<?cs var:Recusal.by ?></dd></div>
</dl>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:area_field("why", Form.why, Lang.Staff.Recusal.why_lift) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Recusal.lift_do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
