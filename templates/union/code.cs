<?cs include:"_head.cs" ?><?cs include:"_form.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Union.code_title ?></h1>
<p><?cs var:Lang.Union.code_lead ?></p>
<form method="post" action="<?cs var:Enter_url ?>#err" novalidate>
<input type="hidden" name="token" value="<?cs var:Form.token.value ?>">
<div class="field<?cs if:Form.code.error ?> field-wrong<?cs /if ?>">
<label for="f-code"><?cs var:Lang.Union.code.label ?></label>
<?cs call:hint_and_error("code", Form.code, Lang.Union.code) ?><input class="input input-short" id="f-code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code"<?cs call:described("code", Form.code, Lang.Union.code) ?>>
</div>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Union.enter ?></button></p>
</form>
<p><a href="<?cs var:Again_url ?>"><?cs var:Lang.Union.code_again ?></a></p>
<?cs include:"_foot.cs" ?>
