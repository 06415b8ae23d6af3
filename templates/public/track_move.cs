<?cs include:"_head.cs" ?><?cs include:"_track.cs" ?><?cs call:error_summary() ?><?cs if:Closed ?><div class="banner warn"<?cs if:!ErrorCount ?> id="err"<?cs /if ?> tabindex="-1" role="group"><p><?cs var:Lang.Public.Shut[Closed] ?></p></div>
<?cs elif:Away ?><div class="banner warn"<?cs if:!ErrorCount ?> id="err"<?cs /if ?> tabindex="-1" role="group"><p><?cs var:Lang.Public.Away[Away] ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Public.Do[Move].title ?></h1>
<p><?cs var:Lang.Public.Do[Move].lead ?></p>
<?cs if:Until ?><p><?cs if:Move == "SUPPLY" ?><?cs var:Lang.Public.supply_until ?><?cs else ?><?cs var:Lang.Public.review_until ?><?cs /if ?><?cs call:gap() ?><strong><?cs var:Until ?></strong></p>
<?cs /if ?><?cs if:Wanted ?><h2><?cs var:Lang.Public.Answer[Wanted_kind] ?></h2>
<div class="quote"<?cs call:zh() ?>><?cs var:Wanted ?></div>
<?cs /if ?><form method="post" action="<?cs var:Send_url ?>#err" autocomplete="off" novalidate>
<?cs call:key() ?><input type="hidden" name="token" value="<?cs var:Form.token.value ?>"><?cs if:Move == "WITHDRAW" ?><?cs call:area_field("reason", Form.reason, Lang.Public.withdraw_reason) ?><?cs call:tick_field("sure", Form.sure, Lang.Public.withdraw_sure) ?><?cs elif:Move == "SUPPLY" ?><?cs call:area_field("words", Form.words, Lang.Public.supply_words) ?><?cs else ?><?cs call:area_field("words", Form.words, Lang.Public.review_words) ?><?cs /if ?><?cs if:Move == "SUPPLY" ?><p><?cs var:Lang.Public.supply_papers ?></p>
<?cs /if ?><?cs if:!Closed ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Public.Do[Move].send ?></button></p>
<?cs /if ?></form>
<?cs call:to_case("button-plain") ?><?cs include:"_foot.cs" ?>
