<?cs include:"_head.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.declare_title ?></h1>
<p><?cs var:Lang.Staff.Case.declare_lead ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Case.candidate ?></dt><dd><?cs var:Candidate ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.employer ?></dt><dd><?cs var:Employer ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.union ?></dt><dd><?cs var:Union ?></dd></div>
</dl>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:radio_field("tied", Form.tied, Lang.Staff.Case.tied, Lang.Staff.Case.ties) ?><?cs call:area_field("tie", Form.tie, Lang.Staff.Case.tie_reason) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.declare_do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
