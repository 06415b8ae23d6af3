<?cs include:"_head.cs" ?><?cs include:"_strip.cs" ?><?cs # One of the two lists. ?>
<?cs def:people(list, words) ?><?cs if:subcount(list.People) ?><table class="table">
<caption><?cs var:words ?><span class="count"><?cs var:list.count ?></span></caption>
<thead><tr><th scope="col" class="num"><?cs var:Lang.Public.seq ?></th><th scope="col" class="who"><?cs var:Lang.Public.name ?></th><th scope="col"><?cs var:Lang.Public.from ?></th></tr></thead>
<tbody>
<?cs each:p = list.People ?><tr><td class="num"><?cs var:p.seq ?></td><th scope="row" class="who"<?cs call:zh() ?>><?cs if:Notice.older ?><?cs var:p.name ?><?cs else ?><a href="<?cs var:p.own_url ?>"><?cs var:p.name ?></a><?cs /if ?></th><td<?cs call:zh() ?>><?cs var:p.employer ?><span class="more"><?cs var:p.post ?></span><span class="more"><?cs var:p.union ?> · <?cs var:p.field ?></span></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?><?cs /def ?>
<?cs def:office(o, words) ?><?cs if:o.office ?><div><h3><?cs var:words ?></h3>
<dl class="facts"><div><dt><?cs var:Lang.Public.office ?></dt><dd<?cs call:zh() ?>><?cs var:o.office ?></dd></div>
<?cs if:o.phone ?><div><dt><?cs var:Lang.Public.phone ?></dt><dd><?cs if:o.tel_url ?><a href="<?cs var:o.tel_url ?>"><?cs var:o.phone ?></a><?cs else ?><?cs var:o.phone ?><?cs /if ?></dd></div>
<?cs /if ?><?cs if:o.email ?><div><dt><?cs var:Lang.Public.email ?></dt><dd><?cs if:o.mail_url ?><a href="<?cs var:o.mail_url ?>"><?cs var:o.email ?></a><?cs else ?><?cs var:o.email ?><?cs /if ?></dd></div>
<?cs /if ?><?cs if:o.address ?><div><dt><?cs var:Lang.Public.address ?></dt><dd<?cs call:zh() ?>><?cs var:o.address ?></dd></div>
<?cs /if ?><?cs if:o.hours ?><div><dt><?cs var:Lang.Public.hours ?></dt><dd<?cs call:zh() ?>><?cs var:o.hours ?></dd></div>
<?cs /if ?></dl></div>
<?cs /if ?><?cs /def ?>
<?cs call:error_summary() ?><?cs if:Notice.older ?><div class="banner warn"><p><?cs var:Notice.older ?> <a href="<?cs var:Notice.own_url ?>"><?cs var:Lang.Public.newest_link ?></a></p></div>
<?cs /if ?><article class="paper">
<header class="paper-head"<?cs call:zh() ?>>
<?cs if:Notice.doc_number ?><p class="doc-number"><?cs var:Notice.doc_number ?></p>
<?cs /if ?><h1 class="song"><?cs var:Notice.title ?></h1>
</header>
<?cs if:!Notice.older ?><?cs call:strip() ?><?cs if:Notice.corrected ?><?cs if:Notice.phase != "WITHDRAWN" ?><div class="banner"><p><strong><?cs var:Lang.Public.corrected ?></strong><?cs if:Notice.reason ?><?cs var:Lang.Public.reason_mark ?><?cs call:gap() ?><span<?cs call:zh() ?>><?cs var:Notice.reason ?></span><?cs /if ?> <a href="#versions"><?cs var:Lang.Public.versions_link ?></a></p></div>
<?cs /if ?><?cs /if ?><p class="actions no-print"><a class="button-plain" href="#list"><?cs var:Lang.Public.to_list ?></a> <?cs if:Notice.phase == "OPEN" ?><a class="button" href="<?cs var:Notice.whom_url ?>"><?cs var:Lang.Public.object ?></a><?cs /if ?></p>
<?cs /if ?><div class="paper-text"<?cs call:zh() ?>>
<?cs each:b = Notice.Body ?><p><?cs var:b.text ?></p>
<?cs /each ?></div>
<dl class="facts">
<div><dt><?cs var:Lang.Public.period ?></dt><dd><?cs var:Notice.opens ?> – <?cs var:Notice.closes ?><?cs if:Notice.period_rule ?><span class="more"<?cs call:zh() ?>><?cs var:Notice.period_rule ?></span><?cs /if ?></dd></div>
</dl>
<h2 id="list"><?cs var:Lang.Public.people ?></h2>
<p><?cs if:!Notice.older ?><?cs var:Lang.Public.people_hint ?> <?cs /if ?><span class="muted"<?cs call:zh() ?>><?cs var:Notice.order_note ?></span></p>
<?cs if:!Notice.older ?><form class="filters no-print" role="search" method="get" action="<?cs var:Notice.search_url ?>#list">
<div class="search"><label for="f-q"><?cs var:Lang.Public.q.label ?></label>
<?cs if:Form.q.error ?><p class="wrong" id="e-q"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:Form.q.error ?></p>
<?cs /if ?><input class="input" id="f-q" name="q" type="search" value="<?cs var:Form.q.value ?>"></div>
<button class="button-plain" type="submit"><?cs var:Lang.Field.search ?></button>
</form>
<?cs if:Search.result ?><p role="status"><strong><?cs var:Search.result ?></strong> <a href="<?cs var:Notice.search_url ?>#list"><?cs var:Search.all ?></a></p>
<?cs /if ?><?cs /if ?><?cs call:people(Craftsmen, Lang.AwardList.CRAFTSMAN) ?><?cs call:people(Nominations, Lang.AwardList.NOMINATION) ?><h2><?cs var:Lang.Public.contact ?></h2>
<div class="two"><?cs call:office(Notice.Handling, Lang.Public.handling) ?><?cs call:office(Notice.Supervision, Lang.Public.supervision) ?></div>
<?cs if:Notice.signed_by ?><div class="sign"<?cs call:zh() ?>><p><?cs var:Notice.signed_by ?></p>
<?cs if:Notice.signed_day ?><p><?cs var:Notice.signed_day ?></p>
<?cs /if ?></div>
<?cs /if ?></article>
<?cs if:subcount(Versions) ?><h2 id="versions"><?cs var:Lang.Public.versions ?></h2>
<ol class="events">
<?cs each:x = Versions ?><li><p><?cs if:x.here ?><strong><?cs var:x.name ?></strong><?cs else ?><a href="<?cs var:x.own_url ?>"><?cs var:x.name ?></a><?cs /if ?> <time><?cs var:x.day ?></time></p>
<?cs if:x.reason ?><p<?cs call:zh() ?>><?cs var:x.reason ?></p>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs /if ?><?cs include:"_foot.cs" ?>
