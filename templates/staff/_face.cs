<?cs # The notice as the public will see it, on a paper of its own. ?><?cs include:"shared/_paper.cs" ?><article class="sheet paper">
<header class="paper-head"><?cs if:Face.doc_number ?><p class="doc-number"><?cs var:Face.doc_number ?></p>
<?cs /if ?><h2 class="song"><?cs var:Face.title ?></h2></header>
<?cs call:paper_text(Face) ?><h2><?cs var:Lang.Paper.people ?></h2>
<p class="muted"><?cs var:Face.order_note ?></p>
<?cs call:paper_people(Face.Craftsmen, Lang.AwardList.CRAFTSMAN) ?><?cs call:paper_people(Face.Nominations, Lang.AwardList.NOMINATION) ?><?cs call:paper_end(Face) ?></article>
<?cs def:face_deeds() ?><?cs if:subcount(Face.Deeds) ?><h2><?cs var:Lang.Paper.deeds ?></h2>
<p><?cs var:Lang.Staff.Notice.deeds_lead ?></p>
<dl class="facts">
<?cs each:d = Face.Deeds ?><div><dt><?cs var:d.name ?></dt><dd><?cs each:t = d.Text ?><p><?cs var:t.text ?></p><?cs /each ?><?cs if:!subcount(d.Text) ?><span class="muted"><?cs var:Lang.Field.none ?></span><?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs /if ?><?cs /def ?>
