<?cs include:"_head.cs" ?><?cs include:"_candidate.cs" ?><?cs call:error_summary() ?><?cs if:Changed ?><div class="banner warn"<?cs if:!ErrorCount ?> id="err"<?cs /if ?> tabindex="-1" role="group" aria-labelledby="changed-t"><p id="changed-t"><?cs var:Lang.Staff.Candidate.list_changed ?></p></div>
<?cs /if ?><p class="step"><?cs var:Round ?></p>
<h1><?cs var:Lang.Staff.Candidate.recognise_title ?></h1>
<?cs if:Declare_url ?><p><?cs var:Lang.Staff.Candidate.recognise_undeclared ?> <a href="<?cs var:Declare_url ?>"><?cs var:Lang.Staff.Candidate.declare_link ?></a></p>
<?cs /if ?><?cs if:Count == #0 ?><p><?cs var:Lang.Staff.Candidate.nobody_fit ?></p>
<?cs else ?><p><?cs var:Lang.Staff.Candidate.recognise_lead ?></p>
<?cs call:named_people("craftsmen", Lang.Award.CRAFTSMAN, Fit.CRAFTSMAN) ?><?cs call:named_people("nominations", Lang.Award.NOMINATION, Fit.NOMINATION) ?><?cs /if ?><?cs call:left_people(Lang.Staff.Candidate.left_title) ?><?cs if:Count > #0 ?><h2><?cs var:Lang.Staff.Candidate.paper_title ?></h2>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><input type="hidden" name="people" value="<?cs var:Form.people.value ?>"><?cs call:line_field("paper", Form.paper, Lang.Staff.Candidate.paper_field, "text", "off") ?><?cs call:short_field("paper_day", Form.paper_day, Lang.Staff.Candidate.paper_day_field, "input-mid", "text") ?><?cs call:others_who_agree() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.propose_do ?></button></p>
</form>
<?cs /if ?><?cs include:"_foot.cs" ?>
