<?cs include:"_head.cs" ?><?cs include:"_carry.cs" ?><?cs call:error_summary() ?><?cs if:Late ?><div class="banner warn"><p><?cs var:Late ?></p></div>
<?cs /if ?><p class="step"><?cs var:StepSay ?> · <span<?cs call:zh() ?>><?cs var:Person.name ?></span></p>
<?cs # Leaving for good: what was typed and uploaded is thrown away, at the second touch. ?>
<?cs def:leave() ?><details><summary><?cs var:Lang.Public.leave ?></summary><form method="post" action="<?cs var:Object.clear_url ?>" data-draft-clear><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><p><button class="button-plain" type="submit"><?cs var:Lang.Public.clear ?></button></p></form></details>
<script src="<?cs var:Asset.draft_js ?>" defer></script>
<?cs /def ?><?cs # The buttons of a step: on, and back with what was typed. ?>
<?cs def:buttons() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Field.next ?></button><?cs if:Before ?> <button class="button-link" type="submit" name="go" value="<?cs var:Before ?>"><?cs var:Lang.Field.back ?></button><?cs /if ?></p>
<?cs /def ?>
