<?cs include:"_head.cs" ?><?cs include:"_strip.cs" ?><h1><?cs var:Lang.Public.whom_title ?></h1>
<?cs call:strip() ?><?cs def:choose(list, words) ?><?cs if:subcount(list) ?><h2><?cs var:words ?></h2>
<ul class="choose">
<?cs each:p = list ?><li<?cs call:zh() ?>><?cs if:Notice.phase == "WITHDRAWN" ?><?cs var:p.name ?><?cs else ?><a href="<?cs var:p.object_url ?>"><?cs var:p.name ?></a><?cs /if ?><span class="more"><?cs var:p.employer ?></span><?cs if:p.phase ?><span class="more"<?cs if:Language == "en" ?> lang="en"<?cs /if ?>><?cs var:Lang.Public.Phase[p.phase] ?><?cs if:p.phase == "OPEN" ?> · <?cs var:Lang.Public.closes_at ?> <?cs var:p.closes ?><?cs /if ?></span><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /def ?>
<?cs call:choose(Craftsmen, Lang.AwardList.CRAFTSMAN) ?><?cs call:choose(Nominations, Lang.AwardList.NOMINATION) ?><?cs if:Notice.form_url ?><p class="no-print"><?cs var:Lang.Public.form_hint ?> <a href="<?cs var:Notice.form_url ?>" type="application/pdf"><?cs var:Lang.Public.form_link ?></a></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
