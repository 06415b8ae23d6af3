<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs include:"shared/_days.cs" ?><?cs call:changed() ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Notice.period_title ?></h1>
<p class="lead"><?cs var:Notice.title ?></p>
<?cs if:Stored.opens ?><p><?cs var:Lang.Staff.Period.stored ?> <?cs var:Stored.opens ?> — <?cs var:Stored.closes ?><?cs var:Lang.Staff.Notice.semicolon ?><?cs var:Stored.rule ?></p>
<?cs /if ?><form method="get" action="<?cs var:Notice.period_url ?>#result" novalidate>
<div class="field<?cs if:Form.open_day.error ?> field-wrong<?cs /if ?>"><label for="f-open_day"><?cs var:Lang.Staff.Period.open_day.label ?></label>
<?cs call:hint_and_error("open_day", Form.open_day, Lang.Staff.Period.open_day) ?><input class="input input-mid" id="f-open_day" name="open_day" type="text" value="<?cs var:Form.open_day.value ?>" autocomplete="off"<?cs call:described("open_day", Form.open_day, Lang.Staff.Period.open_day) ?>></div>
<?cs call:radio_field("by", Form.by, Lang.Staff.Period.by, Lang.Staff.Period.By) ?><div class="field<?cs if:Form.workdays.error ?> field-wrong<?cs /if ?>"><label for="f-workdays"><?cs var:Lang.Staff.Period.workdays.label ?></label>
<?cs call:hint_and_error("workdays", Form.workdays, Lang.Staff.Period.workdays) ?><input class="input input-short" id="f-workdays" name="workdays" type="text" inputmode="numeric" value="<?cs var:Form.workdays.value ?>" autocomplete="off"<?cs call:described("workdays", Form.workdays, Lang.Staff.Period.workdays) ?>></div>
<?cs call:radio_field("first", Form.first, Lang.Staff.Period.first, Lang.Staff.Period.First) ?><div class="field<?cs if:Form.last_day.error ?> field-wrong<?cs /if ?>"><label for="f-last_day"><?cs var:Lang.Staff.Period.last_day.label ?></label>
<?cs call:hint_and_error("last_day", Form.last_day, Lang.Staff.Period.last_day) ?><input class="input input-mid" id="f-last_day" name="last_day" type="text" value="<?cs var:Form.last_day.value ?>" autocomplete="off"<?cs call:described("last_day", Form.last_day, Lang.Staff.Period.last_day) ?>></div>
<p class="actions"><button class="<?cs if:Period.opens ?>button-plain<?cs else ?>button<?cs /if ?>" type="submit"><?cs var:Lang.Staff.Period.look ?></button></p>
</form>
<?cs if:Period.opens ?><section id="result" tabindex="-1" aria-labelledby="result-t"><h2 id="result-t"><?cs var:Lang.Staff.Period.result ?></h2>
<p class="lead"><?cs var:Period.opens ?> — <strong><?cs var:Period.closes ?></strong><?cs var:Lang.Staff.Notice.semicolon ?><?cs var:Period.rule ?></p>
<?cs if:Period.unknown ?><p class="wrong"><?cs var:Lang.Staff.Period.unknown_lead ?></p>
<?cs elif:Period.short ?><p class="wrong"><?cs var:Lang.Staff.Period.short_head ?><?cs var:Period.workdays ?><?cs var:Lang.Staff.Period.short_tail ?></p>
<?cs /if ?><form method="post" action="<?cs var:Notice.period_url ?>#err"><?cs call:seen() ?><input type="hidden" name="open_day" value="<?cs var:Form.open_day.value ?>"><input type="hidden" name="by" value="<?cs var:Form.by.value ?>"><input type="hidden" name="workdays" value="<?cs var:Form.workdays.value ?>"><?cs if:Form.first.value ?><input type="hidden" name="first" value="<?cs var:Form.first.value ?>"><?cs /if ?><input type="hidden" name="last_day" value="<?cs var:Form.last_day.value ?>"><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Period.save ?></button></p></form>
<?cs call:days_table(Period) ?></section>
<?cs /if ?><?cs include:"_foot.cs" ?>
