<?cs include:"_head.cs" ?><?cs include:"_candidate.cs" ?><?cs call:error_summary() ?><?cs call:candidate_moved() ?><p class="step"><?cs var:Candidate.name ?> <?cs call:candidacy_tag(Candidate.state) ?></p>
<h1><?cs var:Lang.Staff.Candidate.Move[Move].title ?></h1>
<div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<p><?cs var:Lang.Staff.Candidate.Move[Move].lead ?></p>
<?cs if:Next_up ?><div class="banner warn" role="region" aria-labelledby="next-up"><p id="next-up"><?cs var:Lang.Staff.Candidate.next_up_head ?><strong><?cs var:Next_up ?></strong><?cs var:Lang.Staff.Candidate.next_up_tail ?></p></div>
<?cs /if ?><?cs call:candidate_hidden() ?><?cs if:Move == "REVOKE" ?><?cs call:area_field("basis", Form.basis, Lang.Staff.Candidate.public_field) ?><?cs else ?><?cs call:area_field("basis", Form.basis, Lang.Staff.Candidate.basis_field) ?><?cs /if ?><?cs if:Asks_paper ?><?cs call:line_field("paper", Form.paper, Lang.Staff.Candidate.paper_field, "text", "off") ?><?cs call:short_field("paper_day", Form.paper_day, Lang.Staff.Candidate.paper_day_field, "input-mid", "text") ?><?cs /if ?><?cs call:others_who_agree() ?><?cs call:candidate_do(Lang.Staff.Case.propose_do) ?></form>
<div><?cs if:Proposal.yes ?><p><?cs var:Lang.Staff.Case.proposal_waits ?></p>
<?cs call:candidate_wish() ?><?cs /if ?><h2><?cs var:Lang.Staff.Candidate.printed ?></h2>
<?cs call:candidate_facts() ?></div></div>
<?cs include:"_foot.cs" ?>
