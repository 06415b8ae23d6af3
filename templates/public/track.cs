<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Public.track_title ?></h1>
<p><?cs var:Lang.Public.track_lead ?></p>
<form method="post" action="<?cs var:Track_url ?>#err" novalidate>
<?cs call:line_field("number", Form.number, Lang.Public.number, "text", "off") ?><?cs call:line_field("code", Form.code, Lang.Public.code, "text", "off") ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Public.track ?></button></p>
</form>
<p class="muted"><?cs var:Lang.Public.track_lost ?></p>
<?cs include:"_foot.cs" ?>
