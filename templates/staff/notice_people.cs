<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs def:person_tags(p) ?><?cs if:p.awaiting ?> <span class="tag tag-warn"><?cs var:Lang.Staff.Correct.awaiting ?></span><?cs /if ?><?cs if:p.changed ?> <span class="tag"><?cs var:Lang.Staff.Correct.changed ?></span><?cs /if ?><?cs if:p.promoted ?> <span class="tag"><?cs var:Lang.Staff.Correct.promoted_tag ?></span><?cs /if ?><?cs if:p.renewed ?> <span class="tag tag-open"><?cs var:Lang.Paper.again ?></span><?cs /if ?><?cs /def ?><?cs
def:people_table(list, title) ?><?cs if:subcount(list) ?><table class="cards" role="table"><caption><?cs var:title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Paper.seq ?></th><th role="columnheader" scope="col"><?cs var:Lang.Paper.name ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Correct.do ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:p = list ?><tr role="row"><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Paper.seq ?></span><?cs var:p.seq ?></td><th role="rowheader" scope="row"><?cs var:p.name ?><?cs call:person_tags(p) ?> <span class="more"><?cs var:p.employer ?></span></th><td role="cell"><a href="<?cs var:p.own_url ?>"><?cs var:Lang.Field.change ?><span class="unseen"><?cs var:p.name ?></span></a><?cs if:p.out ?><form method="post" action="<?cs var:p.out_url ?>#err" class="move"><?cs call:seen() ?><button class="button-link" type="submit"><?cs var:Lang.Staff.Correct.leave_out ?><span class="unseen"><?cs var:p.name ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody></table>
<?cs /if ?><?cs /def ?><?cs call:changed() ?><?cs call:done() ?><h1><?cs var:Lang.Staff.Notice.persons_title ?></h1>
<p class="lead"><?cs var:Notice.title ?></p>
<p><?cs var:Lang.Staff.Correct.people_lead ?></p>
<?cs call:people_table(Craftsmen, Lang.AwardList.CRAFTSMAN) ?><?cs call:people_table(Nominations, Lang.AwardList.NOMINATION) ?><?cs if:subcount(Out) ?><h2><?cs var:Lang.Staff.Correct.out ?></h2>
<ul>
<?cs each:p = Out ?><li><?cs var:p.name ?>（<?cs var:p.employer ?>）<form method="post" action="<?cs var:p.back_url ?>#err" class="move"><?cs call:seen() ?><button class="button-link" type="submit"><?cs var:Lang.Staff.Correct.put_back ?><span class="unseen"><?cs var:p.name ?></span></button></form></li>
<?cs /each ?></ul>
<?cs /if ?><p class="actions"><a class="button" href="<?cs var:Notice.own_url ?>"><?cs var:Lang.Staff.Correct.back ?></a></p>
<?cs include:"_foot.cs" ?>
