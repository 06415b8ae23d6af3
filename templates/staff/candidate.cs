<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs include:"_candidate.cs" ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Lang.Staff.Candidate.done[Done] ?></p></div>
<?cs /if ?><h1><?cs var:Candidate.name ?></h1>
<div class="strip"><p><?cs call:candidacy_tag(Candidate.state) ?></p><p><?cs if:Candidate.closes ?><?cs var:Lang.Staff.Candidate.closes ?> <strong><?cs var:Candidate.closes ?></strong><?cs else ?><?cs var:Lang.Staff.Candidate.withdrawn ?><?cs /if ?></p></div>
<h2><?cs var:Lang.Staff.Case.next ?></h2>
<?cs if:Returned.move ?><section class="sheet"><h3><?cs var:Lang.Staff.Case.was_returned ?><?cs var:Lang.Staff.Candidate.Move[Returned.move].title ?></h3>
<div class="text"><?cs var:Returned.why ?></div>
<p class="muted"><?cs var:Returned.by ?>，<?cs var:Returned.at ?></p>
</section>
<?cs /if ?><?cs if:Proposal.yes ?><p><?cs var:Lang.Staff.Case.proposal_waits ?></p>
<?cs call:candidate_wish() ?><?cs if:Next.proposal_url ?><p class="actions"><a class="button" href="<?cs var:Next.proposal_url ?>"><?cs var:Lang.Staff.Case.proposal_go ?></a></p>
<?cs /if ?><?cs else ?><?cs if:subcount(Next.usual) ?><p class="actions"><?cs each:m = Next.usual ?><a class="button" href="<?cs var:m.url ?>"><?cs var:Lang.Staff.Candidate.Move[m.move].title ?></a><?cs /each ?></p>
<?cs else ?><p><?cs var:Lang.Staff.Candidate.waiting[Candidate.state] ?></p>
<?cs /if ?><?cs if:subcount(Next.moves) ?><details><summary><?cs var:Lang.Staff.Case.other_moves ?></summary>
<p class="actions"><?cs each:m = Next.moves ?><a class="button-plain" href="<?cs var:m.url ?>"><?cs var:Lang.Staff.Candidate.Move[m.move].title ?></a><?cs /each ?></p>
</details>
<?cs /if ?><?cs /if ?><div class="two"><div>
<h2><?cs var:Lang.Staff.Candidate.printed ?></h2>
<?cs call:candidate_facts() ?><h2><?cs var:Lang.Staff.Candidate.objections ?></h2>
<?cs if:subcount(Objections) ?><table class="cards" role="table"><caption class="unseen"><?cs var:Lang.Staff.Candidate.objections ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.number.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.state.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Inbox.came ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:o = Objections ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.number.label ?></span><a class="nowrap" href="<?cs var:o.url ?>"><?cs var:o.number ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.state.label ?></span><?cs call:state_tag(o.state) ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Inbox.came ?></span><?cs var:o.came ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Candidate.objections_none ?></p>
<?cs /if ?></div><div>
<h2><?cs var:Lang.Staff.Candidate.history ?></h2>
<?cs call:candidate_events(Events) ?></div></div>
<?cs include:"_foot.cs" ?>
