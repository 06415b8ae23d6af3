<?cs # What a correction changed: `n` is what kit_changes filled. What was taken away and what was put in is said in words, too.
?><?cs def:changes_pieces(c) ?><dt><?cs var:c.label ?></dt><dd><?cs each:p = c.Pieces ?><?cs if:p.removed || p.before || p.after ?><p><span class="muted"><?cs var:Lang.Changes.old ?></span><span<?cs call:zh() ?>><?cs var:p.before ?></span><?cs if:p.removed ?><del><span class="unseen"><?cs var:Lang.Changes.removed ?></span><span<?cs call:zh() ?>><?cs var:p.removed ?></span><span class="unseen"><?cs var:Lang.Changes.end ?></span></del><?cs /if ?><span<?cs call:zh() ?>><?cs var:p.after ?></span></p>
<?cs else ?><p><span class="muted"><?cs var:Lang.Changes.old ?></span><?cs var:Lang.Field.none ?></p>
<?cs /if ?><?cs if:p.added || p.before || p.after ?><p><span class="muted"><?cs var:Lang.Changes.now ?></span><span<?cs call:zh() ?>><?cs var:p.before ?></span><?cs if:p.added ?><ins><span class="unseen"><?cs var:Lang.Changes.added ?></span><span<?cs call:zh() ?>><?cs var:p.added ?></span><span class="unseen"><?cs var:Lang.Changes.end ?></span></ins><?cs /if ?><span<?cs call:zh() ?>><?cs var:p.after ?></span></p>
<?cs else ?><p><span class="muted"><?cs var:Lang.Changes.now ?></span><?cs var:Lang.Changes.gone ?></p>
<?cs /if ?><?cs /each ?></dd><?cs /def
?><?cs def:changes(n) ?><?cs if:n.nothing ?><p><?cs var:Lang.Changes.nothing ?></p>
<?cs /if ?><?cs if:subcount(n.Words) ?><h2><?cs var:Lang.Changes.words ?></h2>
<dl class="facts">
<?cs each:c = n.Words ?><div><?cs call:changes_pieces(c) ?></div>
<?cs /each ?></dl>
<?cs /if ?><?cs if:subcount(n.People) ?><h2><?cs var:Lang.Changes.people ?></h2>
<?cs each:t = n.People ?><h3><span<?cs call:zh() ?>><?cs var:t.name ?></span> <span class="tag<?cs if:t.kind == "LEFT_OUT" ?> tag-warn<?cs /if ?>"><?cs var:Lang.Changes.Kind[t.kind] ?></span><?cs if:t.renewed ?> <span class="tag tag-open"><?cs var:Lang.Paper.again ?></span><?cs /if ?></h3>
<?cs if:t.kind != "CHANGED" || !subcount(t.Facts) ?><p class="muted"<?cs call:zh() ?>><?cs var:t.employer ?></p>
<?cs /if ?><?cs if:subcount(t.Facts) ?><dl class="facts">
<?cs each:c = t.Facts ?><div><?cs call:changes_pieces(c) ?></div>
<?cs /each ?></dl>
<?cs /if ?><?cs /each ?><?cs /if ?><?cs if:n.reordered ?><p><?cs var:Lang.Changes.reordered ?></p>
<?cs /if ?><?cs /def
?>
