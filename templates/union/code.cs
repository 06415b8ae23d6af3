<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Union.code_title ?></h1>
<?cs if:Stands ?><div class="banner"><p><?cs var:Lang.Union.code_stands ?></p></div>
<?cs /if ?><p><?cs var:Lang.Union.code_lead ?></p>
<form method="post" action="<?cs var:Enter_url ?>#err" novalidate>
<input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><?cs include:"_onward.cs" ?>
<?cs call:digits_field("code", Form.code, Lang.Union.code) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Union.enter ?></button></p>
</form>
<p><a href="<?cs var:Again_url ?>"><?cs var:Lang.Union.code_again ?></a></p>
<?cs include:"_foot.cs" ?>
