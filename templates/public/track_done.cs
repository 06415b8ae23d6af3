<?cs include:"_head.cs" ?><?cs include:"_track.cs" ?><?cs if:Again ?><div class="banner"><p><?cs var:Lang.Public.sent_before ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Public.Do[Move].done ?></h1>
<p><?cs var:Lang.Public.receipt_number ?> <span class="nowrap"><?cs var:Number ?></span></p>
<p><?cs var:Lang.Public.Do[Move].next ?></p>
<?cs if:Until ?><p><?cs var:Lang.Public.case_deadline ?><?cs call:gap() ?><strong><?cs var:Until ?></strong></p>
<?cs /if ?><?cs call:to_case("button") ?><?cs include:"_foot.cs" ?>
