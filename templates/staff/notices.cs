<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:done() ?><h1><?cs var:Lang.Staff.Notice.list_title ?></h1>
<?cs if:!subcount(Rounds) ?><p><?cs var:Lang.Staff.Notice.no_rounds ?></p>
<?cs /if ?><?cs each:o = Rounds ?><h2><?cs var:o.title ?></h2>
<?cs if:subcount(o.Versions) ?><table class="cards" role="table"><caption class="unseen"><?cs var:o.title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Words.title.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Field.state ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Notice.people ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Notice.drafter ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Notice.published ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:n = o.Versions ?><tr role="row"><th role="rowheader" scope="row"><a href="<?cs var:n.own_url ?>"><?cs var:n.title ?></a> <span class="more"><?cs var:n.slug ?></span><?cs if:n.version != "1" ?> <?cs var:Lang.Staff.Notice.version_head ?><?cs var:n.version ?><?cs var:Lang.Staff.Notice.version_tail ?><?cs /if ?></th><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Field.state ?></span><?cs call:state_tag(n) ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Notice.people ?></span><?cs var:n.people ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Notice.drafter ?></span><?cs var:n.drafted_by ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Notice.published ?></span><?cs if:n.published ?><?cs var:n.published ?><?cs else ?><?cs var:Lang.Staff.Notice.not_published ?><?cs /if ?></td></tr>
<?cs /each ?></tbody></table>
<?cs else ?><p><?cs var:Lang.Staff.Notice.no_versions ?></p>
<?cs /if ?><?cs if:o.import_url ?><p class="actions"><a class="button" href="<?cs var:o.import_url ?>"><?cs var:Lang.Staff.Notice.upload_link ?><span class="unseen"><?cs var:o.title ?></span></a></p>
<?cs /if ?><?cs /each ?><?cs if:Writes ?><p class="actions"><a class="button-plain" href="/notices/round"><?cs var:Lang.Staff.Notice.round_title ?></a></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
