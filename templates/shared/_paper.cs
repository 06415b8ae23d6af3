<?cs include:"shared/_days.cs" ?><?cs # The parts of a notice as a paper: `n` is what kit_paper filled, kit_days too if it is to say how
# its period comes about. Public pages and the officers' previews print them alike.
?><?cs def:paper_text(n) ?><div class="paper-text"<?cs call:zh() ?>>
<?cs each:b = n.Body ?><p><?cs var:b.text ?></p>
<?cs /each ?></div>
<?cs if:n.opens ?><dl class="facts">
<div><dt><?cs var:Lang.Paper.period ?></dt><dd><?cs var:n.opens ?> – <?cs var:n.closes ?><?cs if:n.period_rule ?><span class="more"<?cs if:!n.translated.period_rule ?><?cs call:zh() ?><?cs /if ?>><?cs var:n.period_rule ?></span><?cs /if ?><?cs if:n.days_note ?><span class="more"><?cs var:n.days_note ?></span><?cs /if ?></dd></div>
<?cs each:a = n.Again ?><div><dt><?cs var:Lang.Paper.again ?></dt><dd><?cs var:a.opens ?> – <?cs var:a.closes ?><span class="more"><?cs var:Lang.Paper.again_whom ?><?cs call:gap() ?><?cs var:a.count ?></span><?cs if:a.rule ?><span class="more"><?cs var:a.rule ?></span><?cs /if ?><?cs if:a.days_note ?><span class="more"><?cs var:a.days_note ?></span><?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs if:subcount(n.Days) ?><details class="no-print"><summary><?cs var:Lang.Days.summary ?></summary>
<?cs call:days_table(n) ?></details>
<?cs /if ?><?cs each:a = n.Again ?><?cs if:subcount(a.Days) ?><details class="no-print"><summary><?cs var:Lang.Days.summary_again ?></summary>
<?cs call:days_table(a) ?></details>
<?cs /if ?><?cs /each ?><?cs /if ?><?cs /def
?><?cs # One of the two lists: its People and their count. Of an earlier version names are no links: the page of a person is today's.
?><?cs def:paper_people(list, words) ?><?cs if:subcount(list.People) ?><table class="table">
<caption><?cs var:words ?><span class="count"><?cs var:list.count ?></span></caption>
<thead><tr><th scope="col" class="num"><?cs var:Lang.Paper.seq ?></th><th scope="col" class="who"><?cs var:Lang.Paper.name ?></th><th scope="col"><?cs var:Lang.Paper.from ?></th></tr></thead>
<tbody>
<?cs each:p = list.People ?><tr<?cs if:p.slug ?> id="p-<?cs var:p.slug ?>"<?cs /if ?>><td class="num"><?cs var:p.seq ?></td><th scope="row" class="who"<?cs call:zh() ?>><?cs if:p.own_url && !Notice.older ?><a href="<?cs var:p.own_url ?>"><?cs var:p.name ?></a><?cs else ?><?cs var:p.name ?><?cs /if ?></th><td<?cs call:zh() ?>><?cs var:p.employer ?><span class="more"><?cs var:p.post ?></span><span class="more"><?cs var:p.union ?> · <?cs var:p.field ?></span><?cs if:p.again ?><span class="more"<?cs if:Language == "en" ?> lang="en"<?cs /if ?>><strong><?cs var:p.again ?></strong></span><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /if ?><?cs /def
?><?cs def:paper_office(o, words) ?><?cs if:o.office ?><div><h3><?cs var:words ?></h3>
<dl class="facts"><div><dt><?cs var:Lang.Paper.office ?></dt><dd<?cs call:zh() ?>><?cs var:o.office ?></dd></div>
<?cs if:o.phone ?><div><dt><?cs var:Lang.Paper.phone ?></dt><dd><?cs if:o.tel_url ?><a href="<?cs var:o.tel_url ?>"><?cs var:o.phone ?></a><?cs else ?><?cs var:o.phone ?><?cs /if ?></dd></div>
<?cs /if ?><?cs if:o.email ?><div><dt><?cs var:Lang.Paper.email ?></dt><dd><?cs if:o.mail_url ?><a href="<?cs var:o.mail_url ?>"><?cs var:o.email ?></a><?cs else ?><?cs var:o.email ?><?cs /if ?></dd></div>
<?cs /if ?><?cs if:o.address ?><div><dt><?cs var:Lang.Paper.address ?></dt><dd<?cs call:zh() ?>><?cs var:o.address ?></dd></div>
<?cs /if ?><?cs if:o.hours ?><div><dt><?cs var:Lang.Paper.hours ?></dt><dd<?cs call:zh() ?>><?cs var:o.hours ?></dd></div>
<?cs /if ?></dl></div>
<?cs /if ?><?cs /def
?><?cs def:paper_end(n) ?><h2><?cs var:Lang.Paper.contact ?></h2>
<div class="two"><?cs call:paper_office(n.Handling, Lang.Paper.handling) ?><?cs call:paper_office(n.Supervision, Lang.Paper.supervision) ?></div>
<?cs if:n.signed_by ?><div class="sign"<?cs call:zh() ?>><p><?cs var:n.signed_by ?></p>
<?cs if:n.signed_day ?><p><?cs var:n.signed_day ?></p>
<?cs /if ?></div>
<?cs /if ?><?cs /def
?>
