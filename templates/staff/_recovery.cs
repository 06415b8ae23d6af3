<div class="sheet">
<h2><?cs var:Lang.Staff.Enter.recovery_head ?></h2>
<p class="code"><?cs var:Recovery ?></p>
<p><?cs var:Lang.Staff.Enter.recovery_lead ?></p>
</div>
<p class="no-print"><?cs var:Lang.Staff.Enter.recovery_print ?></p>
