<?cs include:"_head.cs" ?><?cs if:Receipt.again ?><div class="banner"><p><?cs var:Lang.Public.receipt_again ?></p></div>
<?cs /if ?><h1><?cs if:Receipt.state == "CLUE" ?><?cs var:Lang.Public.receipt_clue ?><?cs else ?><?cs var:Lang.Public.receipt_title ?><?cs /if ?></h1>
<div class="sheet" data-draft-over>
<p><?cs var:Lang.Public.receipt_number ?><span class="code"><?cs var:Receipt.number ?></span></p>
<p><?cs var:Lang.Public.receipt_code ?><span class="code" id="code"><?cs var:Receipt.code ?></span></p>
<p><?cs var:Lang.Public.receipt_time ?> <span class="nowrap"><?cs var:Receipt.time ?></span></p>
<p class="muted"<?cs call:zh() ?>><?cs var:Person.name ?> · <?cs var:Notice.title ?></p>
<p class="only-print"><?cs var:Receipt.track_text ?></p>
</div>
<p class="banner warn"><strong><?cs var:Lang.Public.receipt_warning ?></strong></p>
<p class="actions no-print" data-tools hidden><button class="button-plain" type="button" data-print><?cs var:Lang.Public.print ?></button> <button class="button-plain" type="button" data-copy="code" data-done="<?cs var:Lang.Public.copied ?>"><?cs var:Lang.Public.copy ?></button></p>
<h2><?cs var:Lang.Public.next_title ?></h2>
<?cs if:Receipt.state == "CLUE" ?><p><?cs var:Lang.Public.clue_effect ?></p>
<?cs elif:Receipt.state == "LATE_RECORDED" ?><p><?cs var:Lang.Public.receipt_late ?></p>
<?cs else ?><ol>
<?cs each:x = Next ?><li><?cs var:x.text ?></li>
<?cs /each ?></ol>
<?cs /if ?><p><?cs var:Lang.Public.receipt_follow ?> <a href="<?cs var:Receipt.track_url ?>"><?cs var:Lang.Nav.track ?></a></p>
<script src="<?cs var:Asset.draft_js ?>" defer></script>
<?cs include:"_foot.cs" ?>
