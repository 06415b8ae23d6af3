<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Recusal.title ?></h1>
<h2><?cs var:Lang.Staff.Recusal.requests ?></h2>
<?cs if:subcount(Requests) ?><ul class="notices">
<?cs each:q = Requests ?><li><?cs if:q.url ?><a href="<?cs var:q.url ?>"><?cs var:Lang.Staff.Recusal.kind[q.kind] ?><?cs var:Lang.Staff.Recusal.colon ?><?cs var:q.officer ?></a><?cs else ?><?cs var:Lang.Staff.Recusal.kind[q.kind] ?><?cs var:Lang.Staff.Recusal.colon ?><?cs var:q.officer ?><?cs /if ?>
<p class="muted"><?cs var:Lang.Staff.Case.candidate ?> <?cs var:q.candidate ?>；<?cs var:Lang.Staff.Recusal.asker ?> <?cs var:q.asker ?>，<span class="nowrap"><?cs var:q.asked ?></span><?cs if:!q.url ?>；<?cs var:Lang.Staff.Recusal.another ?><?cs /if ?></p></li>
<?cs /each ?></ul>
<?cs else ?><p><?cs var:Lang.Staff.Recusal.requests_none ?></p>
<?cs /if ?><h2><?cs var:Lang.Staff.Recusal.recused ?></h2>
<?cs if:subcount(Recused) ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Recusal.recused ?></caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><?cs var:Lang.Staff.Recusal.officer_field.label ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Case.candidate ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Recusal.reason ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Recusal.since ?></th><th scope="col" role="columnheader"><span class="unseen"><?cs var:Lang.Staff.Recusal.lift ?></span></th></tr></thead>
<tbody role="rowgroup">
<?cs each:x = Recused ?><tr role="row"><th scope="row" role="rowheader"><?cs var:x.officer ?></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Case.candidate ?></span><?cs var:x.candidate ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Recusal.reason ?></span><?cs var:x.reason ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Recusal.since ?></span><?cs var:x.since ?> <span class="more"><?cs var:x.by ?></span></td>
<td role="cell"><?cs if:x.lift_url ?><a href="<?cs var:x.lift_url ?>"><?cs var:Lang.Staff.Recusal.lift ?><span class="unseen"><?cs var:x.officer ?></span></a><?cs else ?><span class="muted"><?cs var:Lang.Staff.Recusal.lift_waits ?></span><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Recusal.recused_none ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
