<?cs # The picture of the outbox, which a script fetches anew, and a row of a message.
?><?cs def:outbox_picture() ?><section id="picture" aria-labelledby="picture-t" data-url="<?cs var:Picture_url ?>">
<h2 id="picture-t"><?cs var:Lang.Staff.Outbox.picture ?></h2>
<?cs if:Late ?><div class="banner warn" role="region" aria-labelledby="late"><p id="late"><?cs var:Late ?></p></div>
<?cs /if ?><?cs each:s = Stops ?><div class="banner warn"><p><strong><?cs if:s.ended ?><?cs var:Lang.Staff.Outbox.stop_ended ?><?cs else ?><?cs var:Lang.Staff.Outbox.stop ?><?cs /if ?></strong> <?cs if:s.channel ?><?cs var:Lang.Channel[s.channel] ?><?cs else ?><?cs var:Lang.Staff.Outbox.all_channels ?><?cs /if ?>，<?cs if:s.event ?><?cs var:Lang.Event[s.event] ?><?cs else ?><?cs var:Lang.Staff.Outbox.all_events ?><?cs /if ?>。<?cs var:Lang.Staff.Outbox.reason_is ?><?cs var:s.reason ?>（<?cs var:s.by ?>，<?cs var:s.at ?>）。<?cs var:Lang.Staff.Outbox.stop_holds ?> <?cs var:s.held ?> <?cs var:Lang.Staff.Outbox.count ?>。<?cs if:May_stop ?> <a href="<?cs var:s.url ?>"><?cs if:s.ended ?><?cs var:Lang.Staff.Outbox.go_on ?><?cs else ?><?cs var:Lang.Staff.Outbox.start_title ?><?cs /if ?></a><?cs /if ?></p></div>
<?cs /each ?><p><?cs var:Lang.Staff.Outbox.as_of ?> <?cs var:Now ?>。<?cs var:Rate ?><?cs if:Oldest ?> <?cs var:Oldest ?><?cs /if ?></p>
<?cs if:Window ?><p><strong><?cs var:Window ?></strong></p>
<?cs /if ?><table class="table">
<caption class="unseen"><?cs var:Lang.Staff.Outbox.picture ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Staff.Outbox.state.label ?></th><th scope="col" class="num"><?cs var:Lang.Staff.Outbox.number_of ?></th><th scope="col"><?cs var:Lang.Staff.Outbox.meaning ?></th></tr></thead>
<tbody>
<?cs each:c = Counts ?><tr><th scope="row"><a href="<?cs var:c.url ?>"><?cs var:Lang.Staff.Outbox.Counted[c.word].name ?></a></th><td class="num"><?cs if:c.trouble ?><span class="tag tag-warn"><?cs var:c.count ?></span><?cs else ?><?cs var:c.count ?><?cs /if ?></td><td><?cs var:Lang.Staff.Outbox.Counted[c.word].means ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs if:subcount(Drivers) ?><h3><?cs var:Lang.Staff.Outbox.drivers ?></h3>
<ul>
<?cs each:d = Drivers ?><li><?cs if:Lang.Staff.Outbox.Driver[d.driver] ?><?cs var:Lang.Staff.Outbox.Driver[d.driver] ?><?cs else ?><?cs var:d.driver ?><?cs /if ?>：<?cs if:d.alarm ?><span class="tag tag-warn"><?cs var:Lang.Staff.Outbox.alarm ?></span> <?cs elif:d.well ?><span class="tag tag-done"><?cs var:Lang.Staff.Outbox.well ?></span> <?cs else ?><span class="tag tag-warn"><?cs var:Lang.Staff.Outbox.not_well ?></span> <?cs /if ?><?cs var:Lang.Staff.Outbox.tried ?> <?cs var:d.attempts ?> <?cs var:Lang.Staff.Outbox.times ?>，<?cs var:Lang.Outcome.SENT ?> <?cs var:d.sent ?>，<?cs var:Lang.Staff.Outbox.later ?> <?cs var:d.later ?>，<?cs var:Lang.Staff.Outbox.never ?> <?cs var:d.never ?>，<?cs var:Lang.Staff.Outbox.unknown ?> <?cs var:d.uncertain ?><?cs if:d.alarm ?>，<?cs var:Lang.Outcome.ALARM ?> <?cs var:d.alarm ?><?cs /if ?>。<?cs if:d.trouble_at ?> <?cs var:Lang.Staff.Outbox.trouble_at ?> <?cs var:d.trouble_at ?>。<?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?></section>
<?cs /def
?><?cs def:outbox_to(x) ?><?cs if:x.end.objector ?><?cs var:Lang.Staff.Outbox.objector ?> <span class="nowrap"><?cs var:x.number ?></span><?cs elif:x.union ?><?cs var:x.union ?> <span class="muted"><?cs var:Lang.Staff.Rank[x.rank] ?></span><?cs elif:x.event == "request_late" || x.event == "office_late" ?><?cs var:Lang.Staff.Outbox.above ?><?cs else ?><?cs var:Lang.Staff.Outbox.tried_on ?><?cs /if ?><?cs /def
?><?cs def:outbox_state(x) ?><span class="tag<?cs if:x.state == "SENT" ?> tag-done<?cs elif:x.state == "FAILED" || x.state == "UNCERTAIN" || x.state == "HELD" ?> tag-warn<?cs /if ?>"><?cs var:Lang.Staff.MessageState[x.state] ?></span><?cs if:x.end.report ?> <span class="tag<?cs if:x.end.report == "DELIVERED" ?> tag-done<?cs else ?> tag-warn<?cs /if ?>"><?cs var:Lang.Staff.Report[x.end.report] ?></span><?cs /if ?><?cs if:x.twice ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Outbox.twice ?></span><?cs /if ?><?cs if:x.end.at ?> <?cs var:x.end.at ?><?cs /if ?><?cs if:x.end.due ?> <span class="muted"><?cs var:Lang.Staff.Outbox.due_at ?> <?cs var:x.end.due ?></span><?cs /if ?><?cs if:x.end.outcome && x.state != "SENT" ?> <span class="muted"><?cs var:Lang.Outcome[x.end.outcome] ?><?cs if:x.end.detail ?>（<?cs var:x.end.detail ?>）<?cs /if ?></span><?cs /if ?><?cs /def
?><?cs def:outbox_rows(list) ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Outbox.title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.to ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.what ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.how ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.made ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.result ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Outbox.attempts ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:x = list ?><tr role="row"><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.to ?></span><?cs call:outbox_to(x) ?></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.what ?></span><a href="<?cs var:x.url ?>"><?cs var:Lang.Event[x.event] ?></a><?cs if:x.number && !x.end.objector ?> <span class="nowrap muted"><?cs var:x.number ?></span><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.how ?></span><?cs if:x.channel ?><?cs var:Lang.Channel[x.channel] ?><?cs else ?><span class="muted"><?cs var:Lang.Staff.Outbox.not_shown ?></span><?cs /if ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.made ?></span><?cs var:x.made ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.result ?></span><?cs call:outbox_state(x) ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Outbox.attempts ?></span><?cs var:x.attempts ?> <?cs var:Lang.Staff.Outbox.times ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs /def ?>