<?cs include:"_head.cs" ?><?cs def:finals() ?><?cs if:subcount(Finals) ?><ol class="notices">
<?cs each:n = Finals ?><li><h2><a href="<?cs var:n.own_url ?>"<?cs call:zh() ?>><?cs var:n.title ?></a></h2>
<p><span class="tag<?cs if:n.withdrawn ?> tag-warn<?cs else ?> tag-done<?cs /if ?>"><?cs if:n.withdrawn ?><?cs var:Lang.Public.Final.withdrawn ?><?cs else ?><?cs var:Lang.Public.Final.tag ?><?cs /if ?></span> <span class="muted"><?cs var:n.published ?></span></p></li>
<?cs /each ?></ol>
<?cs /if ?><?cs /def ?><h1><?cs var:Lang.Public.list_title ?></h1>
<?cs if:!AnyOpen ?><?cs call:finals() ?><?cs /if ?><?cs if:subcount(Notices) ?><ol class="notices">
<?cs each:n = Notices ?><li><h2><a href="<?cs var:n.own_url ?>"<?cs call:zh() ?>><?cs var:n.title ?></a></h2>
<p><span class="tag<?cs if:n.phase == "OPEN" ?> tag-open<?cs elif:n.phase == "WITHDRAWN" ?> tag-warn<?cs /if ?>"><?cs var:Lang.Public.Phase[n.phase] ?></span><?cs if:n.phase == "OPEN" ?> <strong class="nowrap"><?cs var:n.left ?></strong><?cs elif:n.phase == "BEFORE" ?> <?cs var:n.left ?><?cs /if ?></p>
<?cs if:n.phase != "WITHDRAWN" ?><p class="muted"><?cs if:n.phase == "CLOSED" ?><?cs var:Lang.Public.closed_at ?><?cs else ?><?cs var:Lang.Public.closes_at ?><?cs /if ?> <time datetime="<?cs var:n.closes_iso ?>"><?cs var:n.closes ?></time></p>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs else ?><p><?cs var:Lang.Public.list_none ?></p>
<?cs /if ?><?cs if:AnyOpen ?><?cs call:finals() ?><?cs /if ?><?cs include:"_foot.cs" ?>
