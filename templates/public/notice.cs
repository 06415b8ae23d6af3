<?cs include:"_head.cs" ?><?cs include:"_strip.cs" ?><?cs include:"shared/_paper.cs" ?><?cs def:refused(why) ?><?cs if:why ?><p class="wrong"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:why ?></p>
<?cs /if ?><?cs /def ?><?cs call:error_summary() ?><?cs if:Notice.older ?><div class="banner warn"><p><?cs var:Notice.older ?> <a href="<?cs var:Notice.own_url ?>"><?cs var:Lang.Public.newest_link ?></a></p></div>
<?cs /if ?><article class="paper">
<header class="paper-head"<?cs call:zh() ?>>
<?cs if:Paper.doc_number ?><p class="doc-number"><?cs var:Paper.doc_number ?></p>
<?cs /if ?><h1 class="song"><?cs var:Notice.title ?></h1>
</header>
<?cs if:!Notice.older ?><?cs call:strip() ?><?cs if:Notice.corrected && Notice.phase != "WITHDRAWN" ?><div class="banner"><p><strong><?cs var:Notice.version ?> · <?cs var:Lang.Public.corrected_why ?></strong> <span class="muted"><?cs var:Notice.published ?></span></p>
<?cs if:Notice.reason ?><p<?cs call:zh() ?>><?cs var:Notice.reason ?></p>
<?cs /if ?><p><a href="<?cs var:Notice.changes_url ?>"><?cs var:Lang.Public.changes_link ?></a> <a href="#versions"><?cs var:Lang.Public.versions_link ?></a></p></div>
<?cs /if ?><?cs if:Final.own_url && !Final.withdrawn ?><div class="banner"><p><strong><?cs var:Lang.Public.Final.out ?></strong> <a href="<?cs var:Final.own_url ?>"<?cs call:zh() ?>><?cs var:Final.title ?></a></p></div>
<?cs /if ?><p class="actions no-print"><a class="button-plain" href="#list"><?cs var:Lang.Public.to_list ?></a> <?cs if:Notice.phase == "OPEN" ?><a class="button" href="<?cs var:Notice.whom_url ?>"><?cs var:Lang.Public.object ?></a><?cs /if ?></p>
<?cs /if ?><?cs call:paper_text(Paper) ?><h2 id="list"><?cs var:Lang.Paper.people ?></h2>
<p><?cs if:!Notice.older ?><?cs var:Lang.Public.people_hint ?> <?cs /if ?><?cs if:!Form.sort.chosen.pinyin ?><span class="muted"<?cs if:!Paper.translated.order_note ?><?cs call:zh() ?><?cs /if ?>><?cs var:Paper.order_note ?></span><?cs /if ?></p>
<?cs if:TakenDown ?><div class="banner"><p><?cs var:Lang.Public.taken_down ?></p></div>
<?cs else ?><form class="filters no-print" role="search" method="get" action="<?cs var:Notice.search_url ?>#list"<?cs if:!Pages.next_url && !Pages.previous_url ?> data-filter="<?cs var:Lang.Public.filter_shown ?>"<?cs /if ?>>
<div class="search"><label for="f-q"><?cs var:Lang.Public.q.label ?></label>
<?cs if:Form.q.error ?><p class="wrong" id="e-q"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:Form.q.error ?></p>
<?cs /if ?><input class="input" id="f-q" name="q" type="search" value="<?cs var:Form.q.value ?>" aria-describedby="h-q"><span class="hint" id="h-q"><?cs var:Lang.Public.q.hint ?></span></div>
<?cs if:subcount(Unions) ?><div><label for="f-union"><?cs var:Lang.Public.union ?></label>
<?cs call:refused(Form.union.error) ?><select id="f-union" name="union"><option value=""><?cs var:Lang.Public.any ?></option><?cs each:u = Unions ?><option value="<?cs var:u.id ?>"<?cs if:u.here ?> selected<?cs /if ?>><?cs var:u.word ?> (<?cs var:u.people ?>)</option><?cs /each ?></select></div>
<?cs /if ?><?cs if:subcount(Fields) ?><div><label for="f-field"><?cs var:Lang.Public.field ?></label>
<?cs call:refused(Form.field.error) ?><select id="f-field" name="field"><option value=""><?cs var:Lang.Public.any ?></option><?cs each:u = Fields ?><option value="<?cs var:u.word ?>"<?cs if:u.here ?> selected<?cs /if ?>><?cs var:u.word ?> (<?cs var:u.people ?>)</option><?cs /each ?></select></div>
<?cs /if ?><?cs if:subcount(Awards) ?><div><label for="f-award"><?cs var:Lang.Public.award ?></label>
<?cs call:refused(Form.award.error) ?><select id="f-award" name="award"><option value=""><?cs var:Lang.Public.any ?></option><?cs each:u = Awards ?><option value="<?cs var:u.word ?>"<?cs if:u.here ?> selected<?cs /if ?>><?cs var:Lang.Award[u.word] ?> (<?cs var:u.people ?>)</option><?cs /each ?></select></div>
<?cs /if ?><div><label for="f-sort"><?cs var:Lang.Public.sort ?></label>
<?cs call:refused(Form.sort.error) ?><select id="f-sort" name="sort"><option value=""><?cs var:Lang.Public.sort_paper ?></option><option value="strokes"<?cs if:Form.sort.chosen.strokes ?> selected<?cs /if ?>><?cs var:Lang.Public.sort_strokes ?></option><option value="pinyin"<?cs if:Form.sort.chosen.pinyin ?> selected<?cs /if ?>><?cs var:Lang.Public.sort_pinyin ?></option></select></div>
<button class="button-plain" type="submit"><?cs var:Lang.Field.search ?></button>
</form>
<?cs if:Search.result ?><p role="status"><strong><?cs var:Search.result ?></strong> <a href="<?cs var:Notice.search_url ?>#list"><?cs var:Search.all ?></a></p>
<?cs /if ?><?cs if:Pages.first_url ?><p role="status"><?cs var:Lang.Public.pages_none ?> <a href="<?cs var:Pages.first_url ?>"><?cs var:Lang.Public.pages_first ?></a></p>
<?cs /if ?><?cs if:Pages.shown ?><p class="muted"><?cs var:Pages.shown ?></p>
<?cs /if ?><?cs call:paper_people(Craftsmen, Lang.AwardList.CRAFTSMAN) ?><?cs call:paper_people(Nominations, Lang.AwardList.NOMINATION) ?><?cs if:Pages.previous_url || Pages.next_url ?><nav class="pages no-print" aria-label="<?cs var:Lang.Public.pages ?>"><?cs if:Pages.previous_url ?><a rel="prev" href="<?cs var:Pages.previous_url ?>"><?cs var:Lang.Public.pages_previous ?></a><?cs /if ?><?cs if:Pages.next_url ?><a rel="next" href="<?cs var:Pages.next_url ?>"><?cs var:Lang.Public.pages_next ?></a><?cs /if ?></nav>
<?cs /if ?><?cs if:Take.csv_url ?><details class="no-print"><summary><?cs var:Lang.Public.take ?></summary>
<ul>
<li><a href="<?cs var:Take.xlsx_url ?>"><?cs var:Lang.Public.take_xlsx ?></a></li>
<li><a href="<?cs var:Take.csv_url ?>"><?cs var:Lang.Public.take_csv ?></a></li>
<li><a href="<?cs var:Take.gb18030_url ?>"><?cs var:Lang.Public.take_gb18030 ?></a></li>
<li><a href="<?cs var:Take.data_url ?>"><?cs var:Lang.Public.take_data ?></a></li>
<li><a href="<?cs var:Take.calendar_url ?>"><?cs var:Lang.Public.take_calendar ?></a></li>
</ul>
<p class="hint"><?cs var:Lang.Public.take_wechat ?></p>
</details>
<?cs /if ?><?cs /if ?><?cs call:paper_end(Paper) ?><?cs if:Notice.paper_url ?><p class="no-print"><a href="<?cs var:Notice.paper_url ?>" type="application/pdf"><?cs var:Lang.Public.paper_link ?></a> <span class="muted"><?cs var:Lang.Public.paper_hint ?></span></p>
<?cs /if ?><?cs if:Notice.form_url ?><p class="no-print"><?cs var:Lang.Public.form_hint ?> <a href="<?cs var:Notice.form_url ?>" type="application/pdf"><?cs var:Lang.Public.form_link ?></a></p>
<?cs /if ?></article>
<?cs if:subcount(Versions) ?><h2 id="versions"><?cs var:Lang.Public.versions ?></h2>
<ol class="events">
<?cs each:x = Versions ?><li><p><?cs if:x.here ?><strong><?cs var:x.name ?></strong><?cs else ?><a href="<?cs var:x.own_url ?>"><?cs var:x.name ?></a><?cs /if ?> <span class="nowrap"><?cs var:x.day ?></span></p>
<?cs if:x.reason ?><p<?cs call:zh() ?>><?cs var:x.reason ?></p>
<?cs /if ?><?cs if:x.changes_url ?><p><a href="<?cs var:x.changes_url ?>"><?cs var:Lang.Public.changes_link ?><span class="unseen"><?cs call:gap() ?><?cs var:x.name ?></span></a></p>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs /if ?><?cs include:"_foot.cs" ?>
