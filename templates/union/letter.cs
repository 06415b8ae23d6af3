<?cs include:"_head.cs" ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Lang.Union.done_words[Done] ?></p></div>
<?cs /if ?><h1><?cs var:Letter.title ?></h1>
<?cs if:Letter.state == "RECALLED" || Letter.state == "UNANSWERED" ?><div class="banner" role="region" aria-labelledby="ended-t"><p id="ended-t"><?cs var:Lang.Union.ended[Letter.state] ?></p></div>
<?cs elif:Letter.due && !Letter.replied ?><div class="strip"><p><?cs var:Lang.Union.due ?><strong><?cs var:Letter.due ?></strong></p><?cs if:Letter.overdue ?><p class="left"><?cs var:Lang.Union.overdue ?></p><?cs /if ?><p class="muted"><?cs var:Letter.rule ?></p><?cs if:Letter.state == "TIME_ASKED" ?><p><?cs var:Lang.Union.time_waits ?></p><?cs /if ?></div>
<?cs /if ?><?cs if:Letter.assist ?><h2><?cs var:Lang.Union.abstract ?></h2>
<div class="quote"><?cs var:Letter.abstract ?></div>
<?cs elif:Letter.told ?><p><?cs var:Lang.Union.told_lead[Letter.told] ?></p>
<ul>
<?cs each:p = People ?><li><?cs var:p.name ?>（<?cs var:p.employer ?>）</li>
<?cs /each ?></ul>
<?cs if:Letter.result ?><div class="strip"><p><?cs var:Lang.Union.result ?><strong><?cs var:Lang.ReviewResult[Letter.result] ?></strong></p></div>
<p><?cs var:Lang.Union.told_tail ?></p>
<?cs /if ?><p><a href="<?cs var:Letter.notice_url ?>"><?cs var:Lang.Union.notice_link ?></a></p>
<?cs else ?><?cs if:Letter.changes_url ?><p><?cs var:Lang.Union.corrected_lead ?> <a href="<?cs var:Letter.changes_url ?>"><?cs var:Lang.Union.changes_link ?></a></p>
<div class="quote"><?cs var:Letter.reason ?></div>
<?cs /if ?><p><?cs if:Letter.final ?><?cs var:Lang.Union.final_lead ?><?cs else ?><?cs var:Lang.Union.notice_lead ?><?cs /if ?> <a href="<?cs var:Letter.notice_url ?>"><?cs if:Letter.final ?><?cs var:Lang.Union.final_link ?><?cs else ?><?cs var:Lang.Union.notice_link ?><?cs /if ?></a></p>
<h2><?cs var:Lang.Union.people ?></h2>
<ul>
<?cs each:p = People ?><li><?cs var:p.name ?>（<?cs var:p.employer ?>）</li>
<?cs /each ?></ul>
<?cs /if ?><dl class="facts"><div><dt><?cs var:Lang.Union.sent ?></dt><dd><?cs var:Letter.sent ?></dd></div>
<div><dt><?cs var:Lang.Union.signed ?></dt><dd><?cs if:Letter.signed_at ?><?cs var:Letter.signed_at ?><?cs else ?><?cs var:Lang.Union.not_signed ?><?cs /if ?></dd></div>
<?cs if:Letter.assist ?><div><dt><?cs var:Lang.Union.replied ?></dt><dd><?cs if:Letter.replied ?><?cs var:Letter.replied ?><?cs else ?><?cs var:Lang.Union.not_replied ?><?cs /if ?></dd></div>
<?cs /if ?></dl>
<?cs if:Letter.to_sign ?><form method="post" action="<?cs var:Letter.sign_url ?>"><?cs call:csrf() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Union.sign ?></button></p></form>
<?cs elif:Letter.to_answer ?><p class="actions"><a class="button" href="<?cs var:Letter.answer_url ?>"><?cs var:Lang.Union.answer_title ?></a><?cs if:Letter.time_url ?><a class="button-plain" href="<?cs var:Letter.time_url ?>"><?cs var:Lang.Union.more_time_title ?></a><?cs /if ?></p>
<?cs /if ?><?cs if:subcount(Steps) ?><h2><?cs var:Lang.Union.steps ?></h2>
<ol class="events">
<?cs each:s = Steps ?><li><p><span class="nowrap"><?cs var:s.at ?></span> <strong><?cs var:Lang.Union.step[s.step] ?></strong></p>
<?cs if:s.note ?><p class="quote"><?cs var:s.note ?></p>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs /if ?><?cs include:"_foot.cs" ?>
