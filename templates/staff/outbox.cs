<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Outbox.title ?> <span class="muted"><?cs var:Count ?> <?cs var:Lang.Staff.Outbox.count ?></span></h1>
<p><?cs var:Lang.Staff.Outbox.lead ?></p>
<?cs if:Late ?><div class="banner warn" role="region" aria-labelledby="late"><p id="late"><?cs var:Late ?></p></div>
<?cs /if ?><form class="filters" method="get" action="/outbox" novalidate>
<?cs call:select_field("state", Form.state, Lang.Staff.Outbox.state, Lang.Staff.MessageState, Lang.Staff.Outbox.any) ?><p><button class="button-plain" type="submit"><?cs var:Lang.Staff.Outbox.search ?></button></p>
</form>
<?cs if:subcount(Sent) ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Outbox.title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.to ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.what ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.how ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.made ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.result ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.attempts ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:x = Sent ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.to ?></span><?cs if:x.number ?><?cs var:Lang.Staff.Outbox.objector ?> <span class="nowrap"><?cs var:x.number ?></span><?cs elif:x.union ?><?cs var:x.union ?> <span class="muted"><?cs var:Lang.Staff.Rank[x.rank] ?></span><?cs else ?><?cs var:Lang.Staff.Outbox.above ?><?cs /if ?></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.what ?></span><?cs var:Lang.Event[x.event] ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.how ?></span><?cs if:x.channel ?><?cs var:Lang.Channel[x.channel] ?><?cs else ?><span class="muted"><?cs var:Lang.Staff.Outbox.not_shown ?></span><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.made ?></span><?cs var:x.made ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.result ?></span><span class="tag<?cs if:x.state == "SENT" ?> tag-done<?cs elif:x.state == "FAILED" || x.state == "UNCERTAIN" ?> tag-warn<?cs /if ?>"><?cs var:Lang.Staff.MessageState[x.state] ?></span><?cs if:x.twice ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Outbox.twice ?></span><?cs /if ?><?cs if:x.end.at ?> <?cs var:x.end.at ?><?cs /if ?><?cs if:x.end.outcome && x.state != "SENT" ?> <span class="muted"><?cs var:Lang.Outcome[x.end.outcome] ?><?cs if:x.end.detail ?>（<?cs var:x.end.detail ?>）<?cs /if ?></span><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.attempts ?></span><?cs var:x.attempts ?> <?cs var:Lang.Staff.Outbox.times ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Outbox.none ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
