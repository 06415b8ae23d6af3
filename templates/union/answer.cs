<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Union.answer_title ?></h1>
<p><?cs var:Lang.Union.due ?> <?cs var:Letter.due ?></p>
<div class="quote"><?cs var:Letter.abstract ?></div>
<form method="post" action="<?cs var:Letter.answer_url ?>#err" novalidate>
<?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><input type="hidden" name="go" value="FILES">
<?cs call:area_field("text", Form.text, Lang.Union.text) ?>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Field.next ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
