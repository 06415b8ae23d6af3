<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Told.title ?></h1>
<?cs each:l = Lines ?><p><?cs var:l.text ?></p>
<?cs /each ?><p class="actions no-print"><?cs if:All_url ?><a class="button-plain" href="<?cs var:All_url ?>"><?cs var:Lang.Staff.Told.all ?></a> <?cs /if ?><a class="button-plain" href="<?cs var:Pdf_url ?>"><?cs var:Lang.Staff.Told.pdf ?></a> <a class="button-plain" href="<?cs var:Xlsx_url ?>"><?cs var:Lang.Staff.Told.xlsx ?></a></p>
<?cs if:subcount(Rows) ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Told.title ?></caption>
<thead role="rowgroup"><tr role="row"><?cs each:h = Heads ?><th role="columnheader" scope="col"><?cs var:h.text ?></th><?cs /each ?></tr></thead>
<tbody role="rowgroup">
<?cs each:r = Rows ?><tr role="row"><?cs each:c = r.cells ?><?cs if:first(c) ?><th role="rowheader" scope="row"><span class="cell-label" aria-hidden="true"><?cs var:c.head ?></span><?cs if:r.union_url ?><a href="<?cs var:r.union_url ?>"><?cs var:c.text ?></a><?cs else ?><?cs var:c.text ?><?cs /if ?></th>
<?cs elif:c.text ?><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:c.head ?></span><?cs if:name(c) == "1" && r.url ?><a href="<?cs var:r.url ?>"><?cs var:c.text ?></a><?cs else ?><?cs var:c.text ?><?cs /if ?></td><?cs else ?><td role="cell"></td><?cs /if ?><?cs /each ?></tr>
<?cs /each ?></tbody>
</table>
<?cs else ?><p><?cs var:Lang.Staff.Told.none ?></p>
<?cs /if ?><?cs each:n = Notes ?><p class="muted"><?cs var:n.text ?></p>
<?cs /each ?><?cs include:"_foot.cs" ?>
