<?cs include:"_head.cs" ?><?cs def:letter_list(letters) ?><ul class="notices">
<?cs each:l = letters ?><li><a href="<?cs var:l.own_url ?>"><?cs var:l.title ?></a>
<p class="muted"><?cs var:Lang.Union.sent ?> <span class="nowrap"><?cs var:l.sent ?></span><?cs if:l.due ?>；<?cs var:Lang.Union.due ?><?cs var:l.due ?><?cs /if ?><?cs if:l.overdue ?> <span class="tag tag-warn"><?cs var:Lang.Union.overdue ?></span><?cs /if ?></p></li>
<?cs /each ?></ul>
<?cs /def ?><h1><?cs var:Lang.Union.home_title ?></h1>
<p class="lead"><?cs var:Who.name ?></p>
<h2><?cs var:Lang.Union.to_sign ?></h2>
<?cs if:subcount(ToSign) ?><?cs call:letter_list(ToSign) ?><?cs else ?><p><?cs var:Lang.Union.to_sign_none ?></p>
<?cs /if ?><h2><?cs var:Lang.Union.to_answer ?></h2>
<?cs if:subcount(ToAnswer) ?><?cs call:letter_list(ToAnswer) ?><?cs else ?><p><?cs var:Lang.Union.to_answer_none ?></p>
<?cs /if ?><h2><?cs var:Lang.Union.done ?></h2>
<?cs if:subcount(Done) ?><?cs call:letter_list(Done) ?><?cs else ?><p><?cs var:Lang.Union.done_none ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
