<?cs include:"_head.cs" ?><?cs include:"_candidate.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Round ?></p>
<h1><?cs var:Lang.Staff.Candidate.declare_title ?></h1>
<?cs if:!subcount(People) ?><p><?cs var:Lang.Staff.Candidate.declare_none ?></p>
<?cs else ?><p><?cs var:Lang.Staff.Candidate.declare_lead ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><input type="hidden" name="people" value="<?cs var:Form.people.value ?>"><fieldset class="choices">
<legend><?cs var:Lang.Staff.Candidate.declare_boxes ?></legend>
<?cs each:p = People ?><div class="choice"><input type="checkbox" id="f-<?cs var:p.field ?>" name="<?cs var:p.field ?>" value="1"<?cs if:p.ticked ?> checked<?cs /if ?>><label for="f-<?cs var:p.field ?>"><?cs var:p.name ?> <span class="muted"><?cs var:p.employer ?>，<?cs var:p.union ?></span><?cs if:subcount(p.matches) ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Candidate.matches ?><?cs each:m = p.matches ?><?cs if:!first(m) ?>、<?cs /if ?><?cs var:m.name ?><?cs /each ?></span><?cs /if ?></label></div>
<?cs /each ?></fieldset>
<?cs call:area_field("tie", Form.tie, Lang.Staff.Candidate.tie_field) ?><?cs if:Any_match ?><?cs call:area_field("none", Form.none, Lang.Staff.Candidate.none_field) ?><?cs /if ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Candidate.declare_do ?></button></p>
</form>
<?cs /if ?><?cs include:"_foot.cs" ?>
