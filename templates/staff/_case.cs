<?cs # What the pages about one objection share. ?>
<?cs def:case_hidden() ?><?cs call:csrf() ?><input type="hidden" name="seen" value="<?cs var:Form.seen.value ?>"><input type="hidden" name="steps" value="<?cs var:Form.steps.value ?>"><?cs /def ?>
<?cs def:draft_hidden() ?><input type="hidden" name="draft" value="<?cs var:Form.draft.value ?>"><input type="hidden" name="written" value="<?cs var:Form.written.value ?>"><?cs /def ?>
<?cs def:events_list(events) ?><ol class="events">
<?cs each:e = events ?><li><p><span class="nowrap"><?cs var:e.at ?></span> <?cs var:e.actor ?><?cs if:e.agreed ?>、<?cs var:e.agreed ?><?cs /if ?> <strong><?cs var:e.act ?></strong><?cs if:e.reason ?>：<?cs var:e.reason ?><?cs /if ?></p>
<?cs if:e.note ?><p class="quote"><?cs var:e.note ?></p>
<?cs /if ?><?cs if:e.due ?><p class="muted"><?cs var:Lang.Staff.Case.until ?> <?cs var:e.due ?></p>
<?cs elif:e.still ?><p class="muted"><?cs var:Lang.Staff.Case.clock_still ?></p>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs /def ?>
<?cs # Somebody was faster. ?>
<?cs def:case_moved() ?><?cs if:Moved.yes ?><div class="banner warn"<?cs if:!ErrorCount ?> id="err"<?cs /if ?> tabindex="-1" role="group" aria-labelledby="moved-t">
<h2 id="moved-t"><?cs var:Lang.Staff.Case.moved_title ?></h2>
<?cs if:subcount(Moved.events) ?><?cs call:events_list(Moved.events) ?><?cs /if ?><?cs if:Draft.abstract ?><p><?cs var:Lang.Staff.Case.moved_text ?></p>
<?cs /if ?><p><?cs if:Moved.closed ?><?cs var:Lang.Staff.Case.moved_closed ?><?cs if:Moved.typed ?><?cs var:Lang.Staff.Case.moved_kept ?><?cs /if ?><?cs else ?><?cs var:Lang.Staff.Case.moved_open ?><?cs /if ?></p>
</div>
<?cs /if ?><?cs /def ?>
<?cs # The button, or after somebody else's act the way to what is now. ?>
<?cs def:case_do(words) ?><p class="actions"><?cs if:Moved.closed ?><a class="button-plain" href="<?cs var:Back.url ?>"><?cs var:Lang.Staff.Case.to_case ?></a><?cs else ?><button class="button" type="submit"><?cs var:words ?></button><?cs /if ?></p>
<?cs /def ?>
<?cs def:case_about() ?><dl class="facts">
<div><dt><?cs var:Lang.Staff.Case.candidate ?></dt><dd><a href="<?cs var:Case.about.candidate_url ?>"><?cs var:Case.about.candidate ?></a></dd></div>
<div><dt><?cs var:Lang.Staff.Case.union ?></dt><dd><?cs var:Case.about.union ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.kind ?></dt><dd><?cs var:Lang.Kind[Case.about.kind] ?></dd></div>
<?cs if:Case.about.channel ?><div><dt><?cs var:Lang.Staff.Case.channel ?></dt><dd><?cs var:Lang.Channel[Case.about.channel] ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.Staff.Case.came ?></dt><dd><?cs var:Case.about.came ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.grounds ?></dt><dd><?cs each:g = Case.about.grounds ?><?cs if:!first(g) ?><br><?cs /if ?><?cs var:g.text ?><?cs /each ?></dd></div>
</dl>
<?cs /def ?>
<?cs # What the objector brought later.
?><?cs def:case_more() ?><?cs each:m = Case.more ?><h3><?cs var:Lang.Staff.Case.more ?><?cs var:m.act ?> <span class="muted"><span class="nowrap"><?cs var:m.at ?></span></span></h3>
<?cs if:m.text ?><div class="text"><?cs var:m.text ?></div>
<?cs else ?><p class="muted"><?cs var:Lang.Staff.Case.more_none ?></p>
<?cs /if ?><?cs /each ?><?cs /def
?><?cs # Beside a form: what was said. ?>
<?cs def:case_said() ?><div>
<h2><?cs var:Lang.Staff.Case.said ?></h2>
<?cs call:case_about() ?><h3><?cs var:Lang.Staff.Case.statement ?></h3>
<div class="text"><?cs var:Case.statement ?></div>
<?cs call:case_more() ?></div>
<?cs /def ?>
<?cs def:files_list(files) ?><ul class="files">
<?cs each:x = files ?><li><span><?cs var:x.name ?> <span class="muted"><?cs var:Lang.FileKind[x.kind] ?>，<?cs var:x.size ?></span></span><a href="<?cs var:x.url ?>"><?cs var:Lang.Staff.Case.original ?><span class="unseen"><?cs var:x.name ?></span></a></li>
<?cs /each ?></ul>
<?cs /def ?>
<?cs def:state_tag(state) ?><span class="tag<?cs if:Lang.StateEnded[state] ?> tag-done<?cs else ?> tag-open<?cs /if ?>"><?cs var:Lang.StateShort[state] ?></span><?cs /def ?>
<?cs # What one officer wants and another has to agree to. ?>
<?cs def:proposal_text() ?><section class="sheet"><h3><?cs var:Lang.Staff.Case.Move[Proposal.move].title ?><?cs if:Proposal.reason ?>：<?cs var:Proposal.reason ?><?cs /if ?></h3>
<?cs if:Proposal.told ?><h3><?cs var:Lang.Staff.Case.told ?></h3>
<div class="text"><?cs var:Proposal.told ?></div>
<?cs /if ?><?cs if:Proposal.note ?><h3><?cs var:Lang.Staff.Case.note ?></h3>
<div class="text"><?cs var:Proposal.note ?></div>
<?cs /if ?><p class="muted"><?cs var:Lang.Staff.Case.proposed ?> <?cs var:Proposal.proposer ?>，<?cs var:Proposal.proposed ?></p>
</section>
<?cs /def ?>
<?cs def:officer_field(id, f, words) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>">
<label for="f-<?cs var:id ?>"><?cs var:words.label ?></label>
<?cs call:hint_and_error(id, f, words) ?><select id="f-<?cs var:id ?>" name="<?cs var:id ?>"<?cs call:described(id, f, words) ?>><option value=""><?cs var:Lang.Staff.Case.choose ?></option>
<?cs each:p = People ?><option value="<?cs var:p.id ?>"<?cs if:p[id] ?> selected<?cs /if ?>><?cs var:p.name ?></option>
<?cs /each ?></select>
</div>
<?cs /def ?>
