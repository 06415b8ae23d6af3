<?cs include:"_object.cs" ?><form id="step" method="post" action="<?cs var:Object.own_url ?>#err" autocomplete="off" novalidate>
<?cs call:carry() ?><div class="field<?cs if:Form.statement.error ?> field-wrong<?cs /if ?>">
<h1><label for="f-statement"><?cs var:Lang.Public.Step.STATEMENT.title ?></label></h1>
<?cs call:hint_and_error("statement", Form.statement, Lang.Public.statement) ?><textarea class="area" id="f-statement" name="statement" rows="10" data-min="20" data-max="5000" data-short="<?cs var:Lang.Public.count_short ?>" data-left="<?cs var:Lang.Public.count_left ?>" data-long="<?cs var:Lang.Public.count_long ?>"<?cs call:described("statement", Form.statement, Lang.Public.statement) ?>>
<?cs var:Form.statement.value ?></textarea>
</div>
<?cs call:buttons() ?></form>
<?cs call:leave() ?><?cs include:"_foot.cs" ?>
