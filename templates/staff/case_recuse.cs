<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Recusal.case_title ?></h1>
<p><?cs if:Head ?><?cs var:Lang.Staff.Recusal.case_lead_head ?><?cs else ?><?cs var:Lang.Staff.Recusal.case_lead ?><?cs /if ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:officer_field("officer", Form.officer, Lang.Staff.Recusal.officer_field) ?><?cs call:radio_field("origin", Form.origin, Lang.Staff.Recusal.origin_field, Lang.Staff.Recusal.origin) ?><?cs call:area_field("why", Form.why, Lang.Staff.Recusal.why_recuse) ?><p class="actions"><button class="button" type="submit"><?cs if:Head ?><?cs var:Lang.Staff.Recusal.case_do_head ?><?cs else ?><?cs var:Lang.Staff.Recusal.case_do ?><?cs /if ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
