<?cs include:"_head.cs" ?><?cs include:"_track.cs" ?><h1><?cs var:Lang.Public.case_title ?> <span class="nowrap"><?cs var:Case.number ?></span></h1>
<h2><?cs var:Lang.State[Case.state] ?></h2>
<dl class="facts"><?cs if:Case.deadline ?><div><dt><?cs if:Case.appeal ?><?cs var:Lang.Public.case_appeal ?><?cs else ?><?cs var:Lang.Public.case_deadline ?><?cs /if ?></dt><dd><?cs var:Case.deadline ?></dd></div>
<?cs elif:Case.final && Case.state != "CLOSED" ?><div><dt><?cs var:Lang.Public.case_deadline ?></dt><dd><?cs if:Case.state == "CLUE" ?><?cs var:Lang.Public.clue_effect ?><?cs elif:Case.state == "LATE_RECORDED" ?><?cs var:Lang.Public.receipt_late ?><?cs else ?><?cs var:Lang.Public.case_final ?><?cs /if ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.Public.kind.label ?></dt><dd><?cs var:Lang.Kind[Case.kind] ?></dd></div>
<div><dt><?cs var:Lang.Public.receipt_time ?></dt><dd><?cs var:Case.time ?></dd></div>
<div><dt><?cs var:Lang.Public.case_notice ?></dt><dd><a href="<?cs var:Case.notice_url ?>"<?cs call:zh() ?>><?cs var:Case.title ?></a></dd></div>
</dl>
<?cs if:subcount(Offers) ?><h2><?cs var:Lang.Public.offers ?></h2>
<?cs each:o = Offers ?><form method="post" action="<?cs var:o.url ?>"><?cs call:key() ?><p><?cs var:Lang.Public.Do[o.move].offer ?></p>
<p class="actions"><button class="<?cs if:o.grave ?>button-plain<?cs else ?>button<?cs /if ?>" type="submit"><?cs var:Lang.Public.Do[o.move].title ?></button></p></form>
<?cs /each ?><?cs /if ?><?cs if:subcount(Answers) ?><h2><?cs var:Lang.Public.answers ?></h2>
<?cs each:a = Answers ?><h3><?cs var:Lang.Public.Answer[a.kind] ?></h3>
<p class="muted"><span class="nowrap"><?cs var:a.time ?></span></p>
<div class="quote"<?cs call:zh() ?>><?cs var:a.text ?></div>
<?cs /each ?><?cs /if ?><h2><?cs var:Lang.Public.case_events ?></h2>
<ol class="events">
<?cs each:s = Steps ?><li><p><strong><?cs var:Lang.State[s.state] ?></strong></p><p><span class="nowrap"><?cs var:s.time ?></span></p></li>
<?cs /each ?></ol>
<?cs include:"_foot.cs" ?>
