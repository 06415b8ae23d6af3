<?cs # The notice as the public will see it, on a paper of its own. ?><?cs
def:face_people(list, title) ?><?cs if:subcount(list) ?><table class="table"><caption><?cs var:title ?><?cs var:Lang.Staff.Face.open ?><?cs var:subcount(list) ?><?cs var:Lang.Staff.Face.close ?></caption>
<thead><tr><th class="num" scope="col"><?cs var:Lang.Staff.Face.number ?></th><th class="who" scope="col"><?cs var:Lang.Staff.Face.name ?></th><th scope="col"><?cs var:Lang.Staff.Face.employer ?></th></tr></thead>
<tbody>
<?cs each:p = list ?><tr><td class="num"><?cs var:p.seq ?></td><th scope="row"><?cs var:p.name ?></th><td><?cs var:p.employer ?> <span class="more"><?cs var:p.post ?></span><span class="more"><?cs var:p.union ?> · <?cs var:p.field ?></span></td></tr>
<?cs /each ?></tbody></table>
<?cs /if ?><?cs /def ?><div class="sheet face">
<h3 class="song"><?cs var:Face.title ?></h3>
<?cs if:Face.doc_number ?><p><?cs var:Face.doc_number ?></p>
<?cs /if ?><?cs if:Face.opens ?><p><strong><?cs var:Lang.Staff.Face.period ?></strong> <?cs var:Face.opens ?> — <?cs var:Face.closes ?></p>
<?cs /if ?><?cs each:p = Face.Paragraphs ?><p class="text"><?cs var:p.text ?></p>
<?cs /each ?><?cs if:Face.order_note ?><p class="muted"><?cs var:Face.order_note ?></p>
<?cs /if ?><?cs call:face_people(Face.Craftsmen, Lang.AwardList.CRAFTSMAN) ?><?cs call:face_people(Face.Nominations, Lang.AwardList.NOMINATION) ?><dl class="facts">
<?cs if:Face.handling_office ?><div><dt><?cs var:Lang.Staff.Words.handling_office.label ?></dt><dd><?cs var:Face.handling_office ?></dd></div>
<?cs /if ?><?cs if:Face.handling_phone ?><div><dt><?cs var:Lang.Staff.Words.handling_phone.label ?></dt><dd><?cs var:Face.handling_phone ?></dd></div>
<?cs /if ?><?cs if:Face.handling_email ?><div><dt><?cs var:Lang.Staff.Words.handling_email.label ?></dt><dd><?cs var:Face.handling_email ?></dd></div>
<?cs /if ?><?cs if:Face.handling_address ?><div><dt><?cs var:Lang.Staff.Words.handling_address.label ?></dt><dd><?cs var:Face.handling_address ?></dd></div>
<?cs /if ?><?cs if:Face.handling_hours ?><div><dt><?cs var:Lang.Staff.Words.handling_hours.label ?></dt><dd><?cs var:Face.handling_hours ?></dd></div>
<?cs /if ?><?cs if:Face.supervision_office ?><div><dt><?cs var:Lang.Staff.Words.supervision_office.label ?></dt><dd><?cs var:Face.supervision_office ?></dd></div>
<?cs /if ?><?cs if:Face.supervision_phone ?><div><dt><?cs var:Lang.Staff.Words.supervision_phone.label ?></dt><dd><?cs var:Face.supervision_phone ?></dd></div>
<?cs /if ?></dl>
<div class="sign"><p><?cs var:Face.signed_by ?></p><p><?cs var:Face.signed_day ?></p></div>
</div>
