<?cs # What the pages about notices share: what was just done, what happened meanwhile, the state, a list of findings. ?>
<?cs def:done() ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Done ?></p></div>
<?cs /if ?><?cs /def ?>
<?cs def:changed() ?><?cs if:Changed.text ?><div class="banner warn"<?cs if:!ErrorCount ?> id="err"<?cs /if ?> tabindex="-1" role="region" aria-labelledby="changed-t"><h2 id="changed-t"><?cs var:Changed.text ?></h2>
<?cs if:subcount(Changed.Events) ?><ul>
<?cs each:e = Changed.Events ?><li><?cs var:e.time ?> <?cs var:e.who ?> <?cs var:e.what ?><?cs if:e.note ?><?cs var:Lang.Staff.Notice.colon ?><?cs var:e.note ?><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Changed.Fields) ?><p><?cs var:Lang.Staff.Notice.theirs_lead ?></p>
<dl class="facts">
<?cs each:d = Changed.Fields ?><div><dt><?cs var:d.label ?></dt><dd class="text"><?cs var:d.theirs ?></dd></div>
<?cs /each ?></dl>
<?cs /if ?></div>
<?cs /if ?><?cs /def ?>
<?cs def:state_tag(n) ?><span class="tag<?cs if:n.state == "READY" ?> tag-warn<?cs elif:n.state == "PUBLISHED" ?> tag-open<?cs /if ?>"><?cs var:n.state_text ?></span><?cs /def ?>
<?cs def:finding_list(list) ?><ul>
<?cs each:s = list ?><li><?cs if:s.name ?><?cs var:s.name ?><?cs var:Lang.Staff.Notice.colon ?><?cs /if ?><?cs var:s.text ?><?cs if:Notice.state == "DRAFT" ?> <a href="<?cs var:s.mend_url ?>"><?cs var:Lang.Staff.Notice.mend ?></a><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /def ?>
<?cs def:findings() ?><?cs if:subcount(Stops) ?><h2><?cs var:Lang.Staff.Notice.stops ?></h2>
<?cs call:finding_list(Stops) ?><?cs /if ?><?cs if:subcount(Hints) ?><h2><?cs var:Lang.Staff.Notice.hints ?></h2>
<?cs call:finding_list(Hints) ?><?cs /if ?><?cs /def ?>
<?cs def:seen() ?><?cs call:csrf() ?><input type="hidden" name="seen" value="<?cs var:Notice.seen ?>"><?cs /def ?>
