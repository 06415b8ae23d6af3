<?cs include:"_head.cs" ?><?cs call:error_summary() ?><?cs if:!Own ?><p class="step"><?cs var:Officer ?></p>
<?cs /if ?><h1><?cs var:Lang.Staff.Ties.title ?></h1>
<p><?cs var:Lang.Staff.Ties.lead ?></p>
<?cs if:subcount(Ties) ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Ties.title ?></caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><?cs var:Lang.Staff.Ties.tie_name.label ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Ties.tie_kind.label ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Ties.entered ?></th><?cs if:!Own ?><th scope="col" role="columnheader"><span class="unseen"><?cs var:Lang.Staff.Ties.end ?></span></th><?cs /if ?></tr></thead>
<tbody role="rowgroup">
<?cs each:x = Ties ?><tr role="row"><th scope="row" role="rowheader"><?cs var:x.name ?></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Ties.tie_kind.label ?></span><?cs var:Lang.TieKind[x.kind] ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Ties.entered ?></span><?cs var:x.by ?> <span class="more"><?cs var:x.at ?></span></td><?cs if:x.end_url ?>
<td role="cell"><form method="post" action="<?cs var:x.end_url ?>"><?cs call:csrf() ?><button class="button-link" type="submit"><?cs var:Lang.Staff.Ties.end ?><span class="unseen"><?cs var:x.name ?></span></button></form></td><?cs /if ?></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Ties.none ?></p>
<?cs /if ?><h2><?cs var:Lang.Staff.Ties.add_title ?></h2>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:radio_field("tie_kind", Form.tie_kind, Lang.Staff.Ties.tie_kind, Lang.TieKind) ?><?cs call:line_field("tie_name", Form.tie_name, Lang.Staff.Ties.tie_name, "text", "off") ?><p class="hint"><?cs if:Own ?><?cs var:Lang.Staff.Ties.own_hint ?><?cs else ?><?cs var:Lang.Staff.Ties.other_hint ?><?cs /if ?></p>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Ties.add ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
