<?cs # How a deadline comes about: `n` is what kit_days filled. Whether a day counts is said in a word and a frame, never by colour alone.
?><?cs def:day_kind(d) ?><?cs var:d.kind ?><?cs if:d.name ?><?cs call:gap() ?><?cs var:Lang.Days.bracket ?><span<?cs call:zh() ?>><?cs var:d.name ?></span><?cs var:Lang.Days.bracket_end ?><?cs /if ?><?cs /def
?><?cs def:days_table(n) ?><table class="days"><caption><?cs var:Lang.Days.caption ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Days.date ?></th><th scope="col"><?cs var:Lang.Days.counted ?></th><th scope="col"><?cs var:Lang.Days.what ?></th></tr></thead>
<tbody>
<?cs each:d = n.Days ?><tr<?cs if:!d.number && !d.last ?> class="rest"<?cs /if ?>><th scope="row"><span class="nowrap"><?cs var:d.day ?></span><span class="more"><?cs var:d.weekday ?></span></th><td><?cs if:d.number ?><span class="tag<?cs if:d.last ?> tag-open<?cs /if ?>"><?cs var:d.number ?></span><?cs if:d.last ?><span class="more"><?cs var:Lang.Days.last ?></span><?cs /if ?><?cs elif:d.last ?><span class="tag tag-open"><?cs var:Lang.Days.last ?></span><?cs else ?><?cs var:Lang.Days.not_counted ?><?cs /if ?></td><td><?cs if:d.note ?><?cs var:d.note ?><span class="more"><?cs call:day_kind(d) ?></span><?cs else ?><?cs call:day_kind(d) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody></table>
<?cs if:subcount(n.Plans) ?><p class="small"><?cs var:Lang.Days.rests_on ?></p>
<ul class="small"><?cs each:p = n.Plans ?><li><?cs if:p.paper_url ?><a href="<?cs var:p.paper_url ?>"><?cs var:p.name ?></a><?cs else ?><?cs var:p.name ?><?cs /if ?> <span class="muted"><?cs var:p.revision ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /def
?>
