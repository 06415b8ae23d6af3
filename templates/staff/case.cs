<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs include:"_record.cs" ?><?cs if:Done ?><div class="banner ok" role="region" aria-labelledby="done-t"><p id="done-t"><?cs var:Lang.Staff.Case.done[Done] ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Case.title ?> <span class="nowrap"><?cs var:Case.number ?></span></h1>
<div class="strip"><p><?cs call:state_tag(Case.state) ?></p><?cs if:Case.due ?><p><?cs var:Lang.Staff.Case.due ?> <strong><?cs var:Case.due ?></strong> <span class="muted"><?cs var:Case.rule ?></span><?cs if:Case.days_url ?> <a href="<?cs var:Case.days_url ?>"><?cs var:Lang.Days.caption ?></a><?cs /if ?></p><?cs if:Case.overdue ?><p class="left"><?cs var:Lang.Staff.Case.overdue ?></p><?cs /if ?><?cs /if ?></div>
<h2><?cs var:Lang.Staff.Case.next ?></h2>
<?cs if:Returned.move ?><section class="sheet"><h3><?cs var:Lang.Staff.Case.was_returned ?><?cs var:Lang.Staff.Case.Move[Returned.move].title ?></h3>
<div class="text"><?cs var:Returned.why ?></div>
<p class="muted"><?cs var:Returned.by ?>，<?cs var:Returned.at ?></p>
</section>
<?cs /if ?><?cs if:Proposal.yes ?><p><?cs var:Lang.Staff.Case.proposal_waits ?></p>
<?cs call:proposal_text() ?><?cs /if ?><?cs if:Next.own_abstract ?><p><?cs var:Lang.Staff.Case.own_abstract ?></p>
<?cs /if ?><?cs if:Next.own_decision ?><p><?cs var:Lang.Staff.Case.own_decision ?></p>
<?cs elif:!Next.any && !Proposal.yes ?><p><?cs var:Lang.Staff.Case.waiting[Case.state] ?></p>
<?cs /if ?><?cs if:Next.any ?><p class="actions"><?cs if:Next.proposal_url ?><a class="button" href="<?cs var:Next.proposal_url ?>"><?cs var:Lang.Staff.Case.proposal_go ?></a><?cs /if ?><?cs if:Next.check_url ?><a class="button" href="<?cs var:Next.check_url ?>"><?cs var:Lang.Staff.Case.assist_check ?></a><?cs /if ?><?cs each:q = Next.requests ?><a class="<?cs if:q.step == "GRANT_TIME" ?>button<?cs else ?>button-plain<?cs /if ?>" href="<?cs var:q.url ?>"><?cs var:Lang.Staff.Case.Request[q.step].title ?></a><?cs /each ?><?cs if:Next.assist_url ?><a class="<?cs if:subcount(Assists) ?>button-plain<?cs else ?>button<?cs /if ?>" href="<?cs var:Next.assist_url ?>"><?cs var:Lang.Staff.Case.assist ?></a><?cs /if ?><?cs if:Next.rewrite_url ?><a class="button-plain" href="<?cs var:Next.rewrite_url ?>"><?cs var:Lang.Staff.Case.assist_rewrite ?></a><?cs /if ?><?cs if:Next.third_url ?><a class="button" href="<?cs var:Next.third_url ?>"><?cs var:Lang.Staff.Case.case_investigator_title ?></a><?cs /if ?><?cs if:Next.record_url ?><a class="button-plain" href="<?cs var:Next.record_url ?>"><?cs var:Lang.Staff.Case.case_record_title ?></a><?cs /if ?><?cs if:Next.decision_url ?><a class="button" href="<?cs var:Next.decision_url ?>"><?cs var:Lang.Staff.Case.decision ?></a><?cs /if ?><?cs if:Next.approve_url ?><a class="button" href="<?cs var:Next.approve_url ?>"><?cs var:Lang.Staff.Case.approve ?></a><a class="button-plain" href="<?cs var:Next.return_url ?>"><?cs var:Lang.Staff.Case.return ?></a><?cs /if ?><?cs each:m = Next.usual ?><a class="button" href="<?cs var:m.url ?>"><?cs var:Lang.Staff.Case.Move[m.move].title ?></a><?cs /each ?></p>
<?cs /if ?><?cs if:subcount(Next.moves) || Next.recuse_url ?><details><summary><?cs var:Lang.Staff.Case.other_moves ?></summary>
<p class="actions"><?cs each:m = Next.moves ?><a class="button-plain" href="<?cs var:m.url ?>"><?cs var:Lang.Staff.Case.Move[m.move].title ?></a><?cs /each ?><?cs if:Next.recuse_url ?><a class="button-plain" href="<?cs var:Next.recuse_url ?>"><?cs var:Lang.Staff.Recusal.case_title ?></a><?cs /if ?></p>
</details>
<?cs /if ?><?cs if:subcount(Investigators) ?><p><?cs var:Lang.Staff.Case.investigators ?><?cs each:i = Investigators ?><?cs if:!first(i) ?>、<?cs /if ?><?cs var:i.name ?><?cs if:i.recused ?> <span class="tag"><?cs var:Lang.Staff.Record.recused ?></span><?cs /if ?><?cs /each ?></p>
<?cs /if ?><div class="two"><div>
<h2><?cs var:Lang.Staff.Case.said ?></h2>
<?cs call:case_about() ?><h3><?cs var:Lang.Staff.Case.statement ?></h3>
<div class="text"><?cs var:Case.statement ?></div>
<?cs call:case_more() ?><h2><?cs var:Lang.Staff.Case.files ?></h2>
<?cs if:subcount(Case.files) ?><?cs call:files_list(Case.files) ?><?cs else ?><p><?cs var:Lang.Staff.Case.files_none ?></p>
<?cs /if ?></div><div>
<h2><?cs var:Lang.Staff.Case.assists ?></h2>
<?cs if:!subcount(Assists) ?><p><?cs var:Lang.Staff.Case.assists_none ?></p>
<?cs /if ?><?cs each:a = Assists ?><section class="sheet"><h3><?cs var:a.union ?> <span class="tag"><?cs var:Lang.Staff.AssistState[a.state] ?></span></h3>
<div class="quote"><?cs var:a.abstract ?></div>
<dl class="facts"><div><dt><?cs var:Lang.Staff.Case.drafted ?></dt><dd><?cs var:a.drafter ?>，<?cs var:a.drafted ?></dd></div>
<?cs if:a.sent ?><div><dt><?cs var:Lang.Staff.Case.checked ?></dt><dd><?cs var:a.checker ?>，<?cs var:a.sent ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.assist_due ?></dt><dd><?cs var:a.term.due ?> <span class="muted"><?cs var:a.term.rule ?></span></dd></div>
<?cs /if ?><?cs if:a.replied ?><div><dt><?cs var:Lang.Staff.Case.replied ?></dt><dd><?cs var:a.replied ?></dd></div>
<?cs /if ?></dl>
<?cs if:a.replied ?><h3><?cs var:Lang.Staff.Case.reply ?></h3>
<div class="text"><?cs var:a.reply ?></div>
<?cs if:subcount(a.files) ?><?cs call:files_list(a.files) ?><?cs /if ?><?cs /if ?><?cs if:subcount(a.events) ?><details><summary><?cs var:Lang.Staff.Case.events ?></summary>
<?cs call:events_list(a.events) ?></details>
<?cs /if ?><?cs if:a.recall_url ?><p class="actions"><a class="button-plain" href="<?cs var:a.recall_url ?>"><?cs var:Lang.Staff.Case.Request.RECALL.title ?></a></p>
<?cs /if ?></section>
<?cs /each ?><?cs if:subcount(Records) ?><h2><?cs var:Lang.Staff.Record.title ?></h2>
<?cs each:x = Records ?><?cs call:record_text(x) ?><?cs /each ?><?cs /if ?><h2><?cs var:Lang.Staff.Case.decisions ?></h2>
<?cs if:!subcount(Decisions) ?><p><?cs var:Lang.Staff.Case.decisions_none ?></p>
<?cs /if ?><?cs each:d = Decisions ?><section class="sheet"><h3><?cs var:Lang.Result[d.result] ?> <span class="tag<?cs if:d.approved ?> tag-done<?cs /if ?>"><?cs if:d.approved ?><?cs var:Lang.Staff.Case.approved ?><?cs elif:d.returned ?><?cs var:Lang.Staff.Case.returned ?><?cs else ?><?cs var:Lang.StateShort.DECISION_DRAFTED ?><?cs /if ?></span></h3>
<?cs if:subcount(d.findings) ?><dl class="facts">
<?cs each:g = d.findings ?><div><dt><?cs var:g.ground ?></dt><dd><?cs var:Lang.Finding[g.finding] ?></dd></div>
<?cs /each ?></dl>
<?cs /if ?><h3><?cs var:Lang.Staff.Case.reasons ?></h3>
<div class="text"><?cs var:d.reasons ?></div>
<h3><?cs var:Lang.Staff.Case.told ?></h3>
<div class="text"><?cs var:d.told ?></div>
<dl class="facts"><div><dt><?cs var:Lang.Staff.Case.drafted ?></dt><dd><?cs var:d.drafter ?>，<?cs var:d.drafted ?></dd></div>
<?cs if:d.approved ?><div><dt><?cs var:Lang.Staff.Case.approved ?></dt><dd><?cs var:d.approver ?>，<?cs var:d.approved ?></dd></div>
<?cs elif:d.returned ?><div><dt><?cs var:Lang.Staff.Case.returned ?></dt><dd><?cs var:d.returned ?></dd></div>
<?cs /if ?></dl></section>
<?cs /each ?><?cs if:subcount(Told) ?><h2><?cs var:Lang.Staff.Case.told_union ?></h2>
<?cs each:l = Told ?><section class="sheet"><h3><?cs var:Lang.Staff.Case.told_kind[l.kind] ?><?cs if:l.result ?> <span class="tag"><?cs var:Lang.ReviewResult[l.result] ?></span><?cs /if ?></h3>
<dl class="facts"><div><dt><?cs var:l.union ?></dt><dd><?cs var:l.sent ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.told_signed ?></dt><dd><?cs if:l.signed ?><?cs var:l.contact ?>，<?cs var:l.signed ?><?cs else ?><?cs var:Lang.Staff.Case.told_not_signed ?><?cs /if ?></dd></div>
<?cs if:l.result ?><div><dt><?cs var:Lang.Staff.Case.paper ?></dt><dd><?cs if:l.handed ?><?cs var:l.handed ?><?cs else ?><?cs var:Lang.Staff.Case.paper_waits ?><?cs /if ?></dd></div>
<?cs /if ?></dl>
<?cs if:l.paper_url ?><p class="actions"><a class="button-plain" href="<?cs var:l.paper_url ?>"><?cs var:Lang.Staff.Case.case_paper_title ?></a></p>
<?cs /if ?></section>
<?cs /each ?><?cs /if ?><h2><?cs var:Lang.Staff.Case.events ?></h2>
<?cs call:events_list(Events) ?></div></div>
<?cs include:"_foot.cs" ?>
