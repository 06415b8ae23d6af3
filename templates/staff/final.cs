<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs include:"shared/_paper.cs" ?><?cs def:final_list(list, words) ?><?cs if:subcount(list.People) ?><table class="table">
<caption><?cs var:words ?><span class="count"><?cs var:list.count ?></span></caption>
<thead><tr><th scope="col" class="num"><?cs var:Lang.Paper.seq ?></th><th scope="col" class="who"><?cs var:Lang.Paper.name ?></th><th scope="col"><?cs var:Lang.Staff.Final.from ?></th></tr></thead>
<tbody>
<?cs each:p = list.People ?><tr><td class="num"><?cs var:p.seq ?></td><th scope="row" class="who"><?cs var:p.name ?></th><td><?cs var:p.employer ?><span class="more"><?cs var:p.post ?></span><span class="more"><?cs var:p.union ?></span></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?><?cs /def ?><?cs call:done() ?><?cs call:changed() ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Final.title ?></h1>
<p><?cs call:state_tag(Notice) ?> <?cs var:Notice.round ?><?cs if:Notice.drafted_by ?><?cs var:Lang.Staff.Notice.semicolon ?><?cs var:Lang.Staff.Notice.drafter ?> <?cs var:Notice.drafted_by ?><?cs /if ?></p>
<?cs if:May.wait ?><div class="banner" role="region" aria-labelledby="next-t"><p id="next-t"><?cs var:Lang.Staff.Notice.wait ?></p></div>
<?cs /if ?><?cs if:Outside.public_url ?><dl class="facts">
<div><dt><?cs var:Lang.Staff.Notice.public ?></dt><dd><a href="<?cs var:Outside.public_url ?>"><?cs var:Outside.public_url ?></a></dd></div>
<div><dt><?cs var:Lang.Staff.Notice.published ?></dt><dd><?cs var:Outside.published ?> <?cs var:Outside.by ?></dd></div>
<?cs if:Outside.told_url ?><div><dt><?cs var:Lang.Staff.Notice.letters ?></dt><dd><a href="<?cs var:Outside.told_url ?>"><?cs var:Lang.Staff.Told.title ?></a></dd></div>
<?cs /if ?><?cs if:Outside.reason ?><div><dt><?cs var:Lang.Staff.Withdraw.reason.label ?></dt><dd class="text"><?cs var:Outside.reason ?></dd></div>
<?cs /if ?></dl>
<?cs /if ?><?cs if:subcount(Stops) ?><h2><?cs var:Lang.Staff.Notice.stops ?></h2>
<ul>
<?cs each:s = Stops ?><li><?cs var:s.text ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:May.write ?><div class="actions"><a class="button-plain" href="<?cs var:Notice.words_url ?>"><?cs var:Lang.Staff.Final.words_title ?></a><form method="post" action="<?cs var:Notice.refresh_url ?>#err"><?cs call:seen() ?><button class="button-plain" type="submit"><?cs var:Lang.Staff.Final.refresh ?></button></form></div>
<?cs /if ?><article class="sheet paper">
<header class="paper-head"><?cs if:Face.doc_number ?><p class="doc-number"><?cs var:Face.doc_number ?></p>
<?cs /if ?><h2 class="song"><?cs var:Face.title ?></h2></header>
<?cs call:paper_text(Face) ?><?cs call:final_list(Face.Craftsmen, Lang.Staff.Final.CRAFTSMAN) ?><?cs call:final_list(Face.Nominations, Lang.Staff.Final.NOMINATION) ?><?cs if:Face.signed_by ?><div class="sign"><p><?cs var:Face.signed_by ?></p>
<?cs if:Face.signed_day ?><p><?cs var:Face.signed_day ?></p>
<?cs /if ?></div>
<?cs /if ?></article>
<?cs if:May.hand_over ?><form method="post" action="<?cs var:Notice.ready_url ?>#err"><?cs call:seen() ?><p><?cs var:Lang.Staff.Notice.ready_lead ?></p><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Notice.ready ?></button></p></form>
<?cs /if ?><?cs if:May.publish ?><h2><?cs var:Lang.Staff.Final.publish ?></h2>
<p><?cs var:Lang.Staff.Final.publish_lead ?></p>
<form method="post" action="<?cs var:Notice.publish_url ?>#err"><?cs call:seen() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Final.publish ?></button></p></form>
<?cs /if ?><?cs if:May.give_back ?><h2><?cs var:Lang.Staff.Return.title ?></h2>
<form method="post" action="<?cs var:Notice.return_url ?>#err" novalidate><?cs call:seen() ?><?cs call:line_field("note", Form.note, Lang.Staff.Return.note, "text", "off") ?><p class="actions"><button class="button-plain" type="submit"><?cs var:Lang.Staff.Return.send ?></button></p></form>
<?cs /if ?><?cs if:May.withdraw ?><p class="actions"><a class="button-risk" href="<?cs var:Notice.withdraw_url ?>"><?cs var:Lang.Staff.Final.withdraw_title ?></a></p>
<?cs /if ?><?cs if:May.begin ?><form method="post" action="<?cs var:Notice.own_url ?>/begin#err"><?cs call:csrf() ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Final.begin ?></button></p></form>
<?cs /if ?><h2><?cs var:Lang.Staff.Notice.history ?></h2>
<ol class="events">
<?cs each:e = Events ?><li><p><span class="nowrap"><?cs var:e.time ?></span> <?cs var:e.who ?> <?cs var:e.what ?></p><?cs if:e.note ?>
<p class="muted"><?cs var:e.note ?></p><?cs /if ?></li>
<?cs /each ?></ol>
<?cs include:"_foot.cs" ?>
