<?cs include:"_head.cs" ?><?cs include:"_carry.cs" ?><h1><?cs var:Lang.Public.retry_title ?></h1>
<p><?cs if:Uncertain ?><?cs var:Lang.Fail.uncertain ?><?cs else ?><?cs var:Lang.Public.retry_lead ?><?cs /if ?></p>
<form method="post" action="<?cs var:Again_url ?>#err"><?cs call:carry() ?><?cs call:carry_line("step", Form.step) ?><?cs call:carry_line("go", Form.go) ?><?cs call:carry_line("back", Form.back) ?><?cs call:carry_line("files", Form.files) ?><?cs call:carry_line("send", Form.send) ?><?cs call:carry_line("proof", Form.proof) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Public.retry ?></button></p></form>
<?cs include:"_foot.cs" ?>
