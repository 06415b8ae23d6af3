<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:changed() ?><h1><?cs var:Lang.Staff.Notice.check_title ?></h1>
<p class="lead"><?cs var:Notice.title ?></p>
<?cs if:!subcount(Stops) && !subcount(Hints) ?><p><?cs var:Lang.Staff.Notice.all_well ?></p>
<?cs /if ?><?cs call:findings() ?><p><a href="<?cs var:Notice.review_url ?>"><?cs var:Lang.Staff.Notice.review_title ?></a></p>
<?cs if:CanHandOver ?><form method="post" action="<?cs var:Notice.ready_url ?>#err"><?cs call:seen() ?><p><?cs var:Lang.Staff.Notice.ready_lead ?></p>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Notice.ready ?></button></p></form>
<?cs elif:NotDrafter ?><p><?cs var:Lang.Staff.Notice.not_drafter ?><?cs var:Notice.drafted_by ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
