<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs
def:union_contact(c) ?><?cs if:c.name ?><?cs var:c.name ?> <?cs if:c.phone ?><span class="more"><?cs var:c.phone ?></span><?cs /if ?><?cs if:c.email ?><span class="more"><?cs var:c.email ?></span><?cs /if ?><?cs else ?><span class="muted"><?cs var:Lang.Field.none ?></span><?cs /if ?><?cs /def ?><?cs
def:union_table(list, title) ?><?cs if:subcount(list) ?><table class="cards" role="table"><caption><?cs var:title ?></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"><?cs var:Lang.Staff.Unions.union_name.label ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Unions.primary ?></th><th role="columnheader" scope="col"><?cs var:Lang.Staff.Unions.backup ?></th><?cs if:Writes ?><th role="columnheader" scope="col"><span class="unseen"><?cs var:Lang.Field.change ?></span></th><?cs /if ?></tr></thead>
<tbody role="rowgroup">
<?cs each:u = list ?><tr role="row"><th role="rowheader" scope="row"><?cs var:u.name ?> <span class="more"><?cs var:u.code ?></span></th><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Unions.primary ?></span><?cs call:union_contact(u.primary) ?></td><td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Unions.backup ?></span><?cs call:union_contact(u.backup) ?></td><?cs if:Writes ?><td role="cell"><a href="<?cs var:u.edit_url ?>"><?cs var:Lang.Field.change ?><span class="unseen"><?cs var:u.name ?></span></a></td><?cs /if ?></tr>
<?cs /each ?></tbody></table>
<?cs /if ?><?cs /def ?><?cs call:done() ?><h1><?cs var:Lang.Staff.Unions.title ?></h1>
<p><?cs var:Lang.Staff.Unions.lead ?></p>
<?cs if:Writes ?><p class="actions"><a class="button" href="/unions/new"><?cs var:Lang.Staff.Unions.union_add_title ?></a></p>
<?cs /if ?><?cs if:!subcount(Districts) && !subcount(Industries) && !subcount(Retired) ?><p><?cs var:Lang.Staff.Unions.none ?></p>
<?cs /if ?><?cs call:union_table(Districts, Lang.UnionKind.DISTRICT) ?><?cs call:union_table(Industries, Lang.UnionKind.INDUSTRY) ?><?cs call:union_table(Retired, Lang.Staff.Unions.retired) ?><?cs include:"_foot.cs" ?>
