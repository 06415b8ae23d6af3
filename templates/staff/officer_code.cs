<?cs include:"_head.cs" ?><h1><?cs if:Reset ?><?cs var:Lang.Staff.Officers.reset_code_title ?><?cs else ?><?cs var:Lang.Staff.Officers.code_title ?><?cs /if ?></h1>
<div class="sheet">
<p><?cs var:Officer.name ?>（<?cs var:Officer.login ?>）</p>
<p class="code"><?cs var:Code ?></p>
<p><?cs if:Reset ?><?cs var:Lang.Staff.Officers.reset_code_lead ?><?cs else ?><?cs var:Lang.Staff.Officers.code_lead ?><?cs /if ?></p>
</div>
<p><?cs if:Reset ?><?cs var:Lang.Staff.Officers.reset_code_once ?><?cs else ?><?cs var:Lang.Staff.Officers.code_once ?><?cs /if ?></p>
<?cs include:"_foot.cs" ?>
