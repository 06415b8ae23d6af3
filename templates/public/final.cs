<?cs include:"_head.cs" ?><?cs include:"shared/_paper.cs" ?><?cs def:final_people(list, words) ?><?cs if:subcount(list.People) ?><table class="table">
<caption><?cs var:words ?><span class="count"><?cs var:list.count ?></span></caption>
<thead><tr><th scope="col" class="num"><?cs var:Lang.Paper.seq ?></th><th scope="col" class="who"><?cs var:Lang.Paper.name ?></th><th scope="col"><?cs var:Lang.Public.Final.from ?></th></tr></thead>
<tbody>
<?cs each:p = list.People ?><tr><td class="num"><?cs var:p.seq ?></td><th scope="row" class="who"<?cs call:zh() ?>><?cs var:p.name ?></th><td><span<?cs call:zh() ?>><?cs var:p.employer ?></span><span class="more"<?cs call:zh() ?>><?cs var:p.post ?></span><span class="more"<?cs call:zh() ?>><?cs var:p.union ?></span><?cs if:p.revoked ?><span class="more"><span class="tag tag-warn"><?cs var:Lang.Public.Final.revoked ?></span> <?cs var:p.revoked ?><?cs if:p.paper ?> <span<?cs call:zh() ?>><?cs var:p.paper ?></span><?cs /if ?><?cs if:p.why ?><?cs var:Lang.Public.reason_mark ?><?cs call:gap() ?><span<?cs call:zh() ?>><?cs var:p.why ?></span><?cs /if ?></span><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?><?cs /def ?><article class="paper">
<header class="paper-head"<?cs call:zh() ?>>
<?cs if:Paper.doc_number ?><p class="doc-number"><?cs var:Paper.doc_number ?></p>
<?cs /if ?><h1 class="song"><?cs var:Final.title ?></h1>
</header>
<?cs if:Final.withdrawn ?><div class="strip warn"><p><strong><?cs var:Lang.Public.Final.withdrawn ?></strong><?cs if:Final.reason ?><?cs var:Lang.Public.reason_mark ?><?cs call:gap() ?><span<?cs call:zh() ?>><?cs var:Final.reason ?></span><?cs /if ?></p>
<p><?cs var:Lang.Public.Final.withdrawn_kept ?></p></div>
<?cs /if ?><?cs call:paper_text(Paper) ?><h2><?cs var:Lang.Public.Final.people ?></h2>
<?cs call:final_people(Craftsmen, Lang.Public.Final.CRAFTSMAN) ?><?cs call:final_people(Nominations, Lang.Public.Final.NOMINATION) ?><?cs if:Paper.signed_by ?><div class="sign"<?cs call:zh() ?>><p><?cs var:Paper.signed_by ?></p>
<?cs if:Paper.signed_day ?><p><?cs var:Paper.signed_day ?></p>
<?cs /if ?></div>
<?cs /if ?><p class="no-print"><a href="<?cs var:Final.paper_url ?>" type="application/pdf"><?cs var:Lang.Public.paper_link ?></a> <span class="muted"><?cs var:Lang.Public.paper_hint ?></span></p>
</article>
<?cs include:"_foot.cs" ?>
