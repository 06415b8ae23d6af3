<?cs # Where a notice stands: its phase, the exact instant, what is left. ?>
<?cs def:strip() ?><?cs if:Notice.phase == "WITHDRAWN" ?><div class="strip warn"><p><strong><?cs var:Lang.Public.Phase.WITHDRAWN ?></strong><?cs if:Notice.reason ?><?cs var:Lang.Public.reason_mark ?><?cs call:gap() ?><span<?cs call:zh() ?>><?cs var:Notice.reason ?></span><?cs /if ?></p>
<p><?cs var:Lang.Public.withdrawn_kept ?></p></div>
<?cs else ?><div class="strip">
<p><span class="tag<?cs if:Notice.phase == "OPEN" ?> tag-open<?cs /if ?>"><?cs var:Lang.Public.Phase[Notice.phase] ?></span> <?cs if:Notice.phase == "CLOSED" ?><?cs var:Lang.Public.closed_at ?><?cs else ?><?cs var:Lang.Public.closes_at ?><?cs /if ?> <strong><time datetime="<?cs var:Notice.closes_iso ?>"><?cs var:Notice.closes ?></time></strong></p>
<p class="left"<?cs if:Notice.phase == "OPEN" ?> data-closes="<?cs var:Notice.closes_iso ?>" data-hours="<?cs var:Lang.Public.hours_left ?>" data-minutes="<?cs var:Lang.Public.minutes_left ?>" data-over="<?cs var:Lang.Public.just_over ?>"<?cs /if ?>><?cs var:Notice.left ?></p>
<?cs if:Notice.again ?><p><?cs var:Lang.Public.again_strip ?></p>
<?cs /if ?></div>
<?cs /if ?><?cs /def ?>
