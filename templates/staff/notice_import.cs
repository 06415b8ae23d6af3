<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs
def:flaws(list) ?><table class="cards" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Import.place ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Import.what ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Import.before ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Import.after ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:p = list ?><tr role="row"><th role="rowheader" scope="row"><?cs if:p.line ?><?cs var:Lang.Staff.Import.line_head ?><?cs var:p.line ?><?cs var:Lang.Staff.Import.line_tail ?><?cs if:p.column ?> <?cs var:p.column ?><?cs /if ?><?cs else ?><?cs var:Lang.Staff.Import.whole ?><?cs /if ?></th><td role="cell"><?cs var:p.text ?></td><td role="cell"><?cs if:p.before || subcount(p.Pieces) ?><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Import.before ?></span><span class="kept"><?cs var:p.before ?><?cs each:x = p.Pieces ?><?cs if:x.blank ?><span aria-hidden="true">␣</span><span class="unseen"><?cs var:Lang.Staff.Import.blank ?></span><?cs else ?><?cs var:x.text ?><?cs /if ?><?cs /each ?></span><?cs /if ?></td><td role="cell"><?cs if:p.after ?><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Import.after ?></span><?cs var:p.after ?><?cs /if ?></td></tr>
<?cs /each ?></tbody></table>
<?cs /def ?><?cs
def:acts() ?><div class="actions"><?cs if:CanTake ?><form method="post" action="<?cs var:Import.take_url ?>#err"><?cs call:csrf() ?><input type="hidden" name="version" value="<?cs var:Current.id ?>"><input type="hidden" name="seen" value="<?cs var:Current.seen ?>"><button class="button" type="submit"><?cs var:Lang.Staff.Import.take ?></button></form><?cs elif:FlawCount != "0" ?><a class="button" href="<?cs var:Import.again_url ?>"><?cs var:Lang.Staff.Import.again ?></a><?cs /if ?><form method="post" action="<?cs var:Import.drop_url ?>"><?cs call:csrf() ?><button class="button-plain" type="submit"><?cs var:Lang.Staff.Import.drop ?></button></form></div>
<?cs /def ?><?cs call:changed() ?><h1><?cs var:Lang.Staff.Notice.import_title ?></h1>
<p class="lead"><?cs var:Import.round ?></p>
<p class="muted"><?cs var:Import.file ?> <?cs var:Import.time ?></p>
<?cs if:FlawCount != "0" ?><div class="banner warn" role="region" aria-labelledby="flaw-t"><p id="flaw-t"><?cs var:Lang.Staff.Import.flawed_head ?><?cs var:FlawCount ?><?cs var:Lang.Staff.Import.flawed_tail ?></p></div>
<?cs elif:Current.closed ?><div class="banner warn" role="region" aria-labelledby="flaw-t"><p id="flaw-t"><?cs var:Lang.Staff.Import.closed ?> <a href="<?cs var:Current.own_url ?>"><?cs var:Lang.Staff.Import.closed_link ?></a></p></div>
<?cs elif:Current.replaces ?><div class="banner warn" role="region" aria-labelledby="flaw-t"><p id="flaw-t"><?cs var:Lang.Staff.Import.replaces_head ?><?cs var:Current.people ?><?cs var:Lang.Staff.Import.replaces_tail ?></p></div>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.Award.CRAFTSMAN ?></dt><dd><?cs var:Count.craftsmen ?><?cs var:Lang.Staff.Import.persons ?><?cs var:Lang.Staff.Import.quota ?><?cs var:Count.craftsmen_quota ?><?cs if:Count.craftsmen_odd ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Import.quota_odd ?></span><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Award.NOMINATION ?></dt><dd><?cs var:Count.nominations ?><?cs var:Lang.Staff.Import.persons ?><?cs var:Lang.Staff.Import.quota ?><?cs var:Count.nominations_quota ?><?cs if:Count.nominations_odd ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Import.quota_odd ?></span><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Level.error ?></dt><dd><?cs var:FlawCount ?></dd></div>
<div><dt><?cs var:Lang.Level.look ?></dt><dd><?cs var:LookCount ?></dd></div>
<div><dt><?cs var:Lang.Level.mended ?></dt><dd><?cs var:MendCount ?></dd></div></dl>
<?cs call:acts() ?><?cs if:subcount(Flaws) ?><h2><?cs var:Lang.Level.error ?></h2>
<?cs call:flaws(Flaws) ?><?cs /if ?><?cs if:subcount(Looks) ?><h2><?cs var:Lang.Level.look ?></h2>
<?cs call:flaws(Looks) ?><?cs /if ?><?cs if:subcount(Mends) ?><h2><?cs var:Lang.Level.mended ?></h2>
<?cs call:flaws(Mends) ?><?cs /if ?><?cs if:NotAllListed ?><p><?cs var:Lang.Staff.Import.not_all ?></p>
<?cs /if ?><?cs if:FlawCount == "0" ?><h2><?cs var:Lang.Staff.Import.rows ?></h2>
<p><?cs var:Lang.Staff.Import.rows_lead ?></p>
<table class="cards" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Import.line ?></th><th role="columnheader" scope="col"><?cs var:Lang.Paper.name ?></th><th role="columnheader" scope="col"><?cs var:Lang.Paper.from ?></th><th role="columnheader" scope="col"><?cs var:Lang.Field.union ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Import.field ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Import.award ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:p = Rows ?><tr role="row"><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Import.line ?></span><?cs var:p.line ?></td><th role="rowheader" scope="row"><?cs var:p.name ?></th><td role="cell"><?cs var:p.employer ?> <span class="more"><?cs var:p.post ?></span><?cs if:p.deeds ?><details><summary><?cs var:Lang.Staff.Import.deeds ?><span class="unseen"><?cs var:p.name ?></span></summary><p class="text"><?cs var:p.deeds ?></p></details><?cs /if ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Field.union ?></span><?cs var:p.union ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Import.field ?></span><?cs var:p.field ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Import.award ?></span><?cs var:p.award ?></td></tr>
<?cs /each ?></tbody></table>
<?cs call:acts() ?><?cs /if ?><?cs include:"_foot.cs" ?>
