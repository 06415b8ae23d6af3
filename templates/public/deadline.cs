<?cs include:"_head.cs" ?><?cs include:"shared/_days.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Public.Deadline.title ?></h1>
<?cs if:Result.closes ?><section id="result" tabindex="-1" aria-labelledby="result-t"><h2 class="unseen" id="result-t"><?cs var:Lang.Public.Deadline.result ?></h2>
<div class="strip"><p><?cs var:Lang.Public.Deadline.until ?> <strong><?cs var:Result.closes ?></strong></p>
<p><?cs var:Result.from ?><?cs call:gap() ?><?cs var:Result.span ?><?cs call:gap() ?><?cs var:Result.first ?></p></div>
<?cs call:days_table(Result) ?><p class="muted"><?cs var:Lang.Public.Deadline.printed ?></p>
</section>
<h2><?cs var:Lang.Public.Deadline.again ?></h2>
<?cs else ?><p><?cs var:Lang.Public.Deadline.lead ?></p>
<?cs /if ?><form method="get" action="<?cs var:Deadline_url ?>#err" novalidate>
<?cs call:short_field("start", Form.start, Lang.Public.start, "input-mid", "text") ?><div class="field<?cs if:Form.hour.error ?> field-wrong<?cs /if ?>">
<label for="f-hour"><?cs var:Lang.Public.hour.label ?></label>
<p class="hint" id="h-hour"><?cs var:Hours ?></p>
<?cs if:Form.hour.error ?><p class="wrong" id="e-hour"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:Form.hour.error ?></p>
<?cs /if ?><input class="input input-short" id="f-hour" name="hour" type="text" inputmode="numeric" value="<?cs var:Form.hour.value ?>" autocomplete="off"<?cs if:Form.hour.error ?> aria-invalid="true" aria-describedby="h-hour e-hour"<?cs else ?> aria-describedby="h-hour"<?cs /if ?>>
</div>
<?cs call:short_field("n", Form.n, Lang.Public.n, "input-short", "numeric") ?><?cs call:radio_field("unit", Form.unit, Lang.Public.unit_of, Lang.Public.Unit) ?><?cs call:radio_field("first", Form.first, Lang.Public.first, Lang.Public.First) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Public.Deadline.work_out ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
