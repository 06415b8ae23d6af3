<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:done() ?><?cs call:changed() ?><h1><?cs var:Notice.title ?></h1>
<p><?cs call:state_tag(Notice) ?> <?cs if:Notice.correction ?><span class="tag"><?cs var:Lang.Staff.Notice.version_head ?> <?cs var:Notice.version ?> <?cs var:Lang.Staff.Notice.version_tail ?></span> <?cs /if ?><?cs var:Notice.round ?><?cs if:Notice.drafted_by ?><?cs var:Lang.Staff.Notice.semicolon ?><?cs var:Lang.Staff.Notice.drafter ?> <?cs var:Notice.drafted_by ?><?cs /if ?></p>
<?cs if:May.review ?><div class="banner" role="region" aria-labelledby="next-t"><h2 id="next-t"><?cs var:Lang.Staff.Notice.review_lead ?></h2>
<p><a class="button" href="<?cs var:Notice.publish_url ?>"><?cs var:Lang.Staff.Notice.publish_title ?></a></p></div>
<?cs elif:May.wait ?><div class="banner" role="region" aria-labelledby="next-t"><p id="next-t"><?cs var:Lang.Staff.Notice.wait ?></p></div>
<?cs /if ?><?cs if:subcount(Steps) ?><h2><?cs var:Lang.Staff.Notice.steps ?></h2>
<ul class="notices">
<?cs each:s = Steps ?><li><p><?cs var:s.number ?>. <?cs if:s.own_url && May.write ?><a href="<?cs var:s.own_url ?>"><?cs var:s.title ?></a><?cs else ?><strong><?cs var:s.title ?></strong><?cs /if ?> <?cs if:s.done ?><span class="tag tag-done"><?cs var:Lang.Staff.Notice.step_done ?></span><?cs else ?><span class="tag tag-warn"><?cs var:Lang.Staff.Notice.step_open ?></span><?cs /if ?></p>
<?cs if:s.text ?><p class="muted"><?cs var:s.text ?></p>
<?cs /if ?></li>
<?cs /each ?></ul>
<p class="actions"><?cs if:May.write ?><a class="button" href="<?cs var:Notice.check_url ?>"><?cs var:Lang.Staff.Notice.check_title ?></a><?cs /if ?><a class="button-plain" href="<?cs var:Notice.review_url ?>"><?cs var:Lang.Staff.Notice.review_title ?></a></p>
<?cs if:May.unmake ?><details><summary><?cs var:Lang.Staff.Correct.unmake ?></summary><form method="post" action="<?cs var:Notice.unmake_url ?>#err"><?cs call:seen() ?><p><?cs var:Lang.Staff.Correct.unmake_lead ?></p><p class="actions"><button class="button-risk" type="submit"><?cs var:Lang.Staff.Correct.unmake_send ?></button></p></form></details>
<?cs /if ?><?cs else ?><dl class="facts">
<div><dt><?cs var:Lang.Staff.Notice.public ?></dt><dd><a href="<?cs var:Outside.public_url ?>"><?cs var:Outside.public_url ?></a></dd></div>
<div><dt><?cs var:Lang.Paper.period ?></dt><dd><?cs var:Outside.opens ?> — <?cs var:Outside.closes ?><br><span class="muted"><?cs var:Outside.rule ?></span></dd></div>
<div><dt><?cs var:Lang.Staff.Notice.published ?></dt><dd><?cs var:Outside.published ?> <?cs var:Outside.by ?></dd></div>
<?cs if:Outside.reason ?><div><dt><?cs if:Outside.withdrawn ?><?cs var:Lang.Staff.Withdraw.reason.label ?><?cs else ?><?cs var:Lang.Staff.Correct.correction.label ?><?cs /if ?></dt><dd class="text"><?cs var:Outside.reason ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.Staff.Notice.letters ?></h2>
<p><?cs var:LetterText ?><?cs if:Outside.told_url ?> <a href="<?cs var:Outside.told_url ?>"><?cs var:Lang.Staff.Told.title ?></a><?cs /if ?></p>
<?cs if:subcount(Letters) ?><table class="cards" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Field.union ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Notice.sign ?></th><th role="columnheader" scope="col"><?cs var:Lang.Channel.EMAIL ?></th><th role="columnheader" scope="col"><?cs var:Lang.Channel.SMS ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:l = Letters ?><tr role="row"><th role="rowheader" scope="row"><?cs var:l.union ?></th><td role="cell"><?cs if:l.signed ?><span class="tag tag-done"><?cs var:Lang.Staff.Notice.signed ?></span> <?cs var:l.signed ?> <?cs var:l.signed_by ?><?cs else ?><span class="tag tag-warn"><?cs var:Lang.Staff.Notice.unsigned ?></span><?cs /if ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Channel.EMAIL ?></span><?cs var:l.mail ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Channel.SMS ?></span><?cs var:l.sms ?></td></tr>
<?cs /each ?></tbody></table>
<?cs /if ?><?cs if:Newest.own_url ?><p><?cs var:Lang.Staff.Notice.newer ?> <a href="<?cs var:Newest.own_url ?>"><?cs var:Lang.Staff.Notice.newer_link ?></a></p>
<?cs /if ?><?cs if:May.correct || May.withdraw ?><p class="actions"><?cs if:May.correct ?><a class="button-plain" href="<?cs var:Notice.correct_url ?>"><?cs var:Lang.Staff.Notice.correct_title ?></a><?cs /if ?><?cs if:May.withdraw ?><a class="button-risk" href="<?cs var:Notice.withdraw_url ?>"><?cs var:Lang.Staff.Notice.withdraw_title ?></a><?cs /if ?></p>
<?cs /if ?><?cs /if ?><h2><?cs var:Lang.Staff.Notice.history ?></h2>
<ol class="events">
<?cs each:e = Events ?><li><p><span class="nowrap"><?cs var:e.time ?></span> <?cs var:e.who ?> <?cs var:e.what ?></p><?cs if:e.note ?>
<p class="muted"><?cs var:e.note ?></p><?cs /if ?></li>
<?cs /each ?></ol>
<?cs include:"_foot.cs" ?>
