<?cs include:"_object.cs" ?><form id="step" method="post" action="<?cs var:Object.own_url ?>#err" autocomplete="off" novalidate>
<?cs call:carry() ?><div class="field<?cs if:Form.statement.error ?> field-wrong<?cs /if ?>">
<h1><label for="f-statement"><?cs var:Lang.Public.Step.STATEMENT.title ?></label></h1>
<?cs call:hint_and_error("statement", Form.statement, Lang.Public.statement) ?><textarea class="area" id="f-statement" name="statement" rows="10" data-min="20" data-max="5000" data-short="<?cs var:Lang.Public.count_short ?>" data-left="<?cs var:Lang.Public.count_left ?>" data-long="<?cs var:Lang.Public.count_long ?>"<?cs call:described("statement", Form.statement, Lang.Public.statement) ?>>
<?cs var:Form.statement.value ?></textarea>
</div>
<div class="field" data-draft="f-statement" data-kept="<?cs var:Lang.Public.draft_kept ?>" data-back="<?cs var:Lang.Public.draft_back ?>" data-forgotten="<?cs var:Lang.Public.draft_forgotten ?>" hidden>
<p class="hint" id="h-draft"><?cs var:Lang.Public.draft_hint ?></p>
<p><button class="button-plain" type="button" data-keep aria-describedby="h-draft"><?cs var:Lang.Public.draft_keep ?></button><button class="button-plain" type="button" data-forget hidden><?cs var:Lang.Public.draft_forget ?></button> <span role="status"></span></p>
</div>
<?cs call:buttons() ?></form>
<?cs call:leave() ?><?cs include:"_foot.cs" ?>
