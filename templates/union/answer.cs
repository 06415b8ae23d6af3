<?cs include:"_head.cs" ?><?cs call:error_summary() ?><?cs if:Over ?><div class="banner warn" id="err" tabindex="-1" role="group" aria-labelledby="over-t"><h2 id="over-t"><?cs if:Letter.replied ?><?cs var:Lang.Union.over ?><?cs var:Letter.replied ?><?cs else ?><?cs var:Lang.Union.ended[Letter.state] ?><?cs /if ?></h2><p><?cs var:Lang.Union.over_kept ?></p></div>
<?cs /if ?><p class="step"><?cs var:Lang.Field.step_head ?> 1 <?cs var:Lang.Field.step_mid ?> 3 <?cs var:Lang.Field.step_tail ?></p>
<h1><?cs var:Lang.Union.answer_title ?></h1>
<p><?cs var:Lang.Union.due ?><?cs var:Letter.due ?></p>
<div class="quote"><?cs var:Letter.abstract ?></div>
<form method="post" action="<?cs var:Letter.answer_url ?>#err" novalidate>
<?cs call:csrf() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><input type="hidden" name="go" value="FILES">
<?cs call:area_field("text", Form.text, Lang.Union.text) ?>
<p class="actions"><?cs if:Over ?><a class="button-plain" href="<?cs var:Back.url ?>"><?cs var:Lang.Union.to_letter ?></a><?cs else ?><button class="button" type="submit"><?cs var:Lang.Field.next ?></button><?cs /if ?></p>
</form>
<?cs include:"_foot.cs" ?>
