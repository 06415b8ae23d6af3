<?cs include:"_head.cs" ?><?cs call:error_summary() ?><?cs if:Moved ?><div class="banner warn" id="err" tabindex="-1" role="group" aria-labelledby="moved-t"><h2 id="moved-t"><?cs var:Lang.Union.time_over ?></h2><p><?cs var:Lang.Union.time_kept ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Union.more_time_title ?></h1>
<p><?cs var:Lang.Union.due ?><?cs var:Letter.due ?></p>
<p><?cs var:Lang.Union.time_lead ?></p>
<form method="post" action="<?cs var:Letter.time_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:area_field("why", Form.why, Lang.Union.why) ?>
<p class="actions"><?cs if:Moved ?><a class="button-plain" href="<?cs var:Back.url ?>"><?cs var:Lang.Union.to_letter ?></a><?cs else ?><button class="button" type="submit"><?cs var:Lang.Union.time_do ?></button><?cs /if ?></p>
</form>
<?cs include:"_foot.cs" ?>
