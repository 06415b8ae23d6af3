<?cs include:"_head.cs" ?><?cs include:"_officer.cs" ?><h1><?cs var:Lang.Staff.Officers.title ?></h1>
<?cs if:subcount(Resets) ?><h2><?cs var:Lang.Staff.Officers.resets ?></h2>
<ul class="notices">
<?cs each:x = Resets ?><li><?cs if:x.own_url ?><a href="<?cs var:x.own_url ?>"><?cs var:x.name ?></a><?cs else ?><?cs var:x.name ?><?cs /if ?>
<p class="muted"><?cs var:Lang.Staff.Officers.asked_by ?> <?cs var:x.asked_by ?>；<?cs var:Lang.Staff.Officers.until ?> <span class="nowrap"><?cs var:x.until ?></span><?cs if:!x.own_url ?>；<?cs var:Lang.Staff.Officers.another ?><?cs /if ?></p></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:New_url ?><p class="actions"><a class="button" href="<?cs var:New_url ?>"><?cs var:Lang.Staff.Officers.new_title ?></a></p>
<?cs /if ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Officers.title ?></caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><?cs var:Lang.Staff.Officers.name.label ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Account.login.label ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Officers.roles.label ?></th><th scope="col" role="columnheader"><?cs var:Lang.Field.state ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:o = Officers ?><tr role="row"><th scope="row" role="rowheader"><a href="<?cs var:o.own_url ?>"><?cs var:o.name ?></a></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Account.login.label ?></span><?cs var:o.login ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Officers.roles.label ?></span><?cs call:roles_text(o.Roles) ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Field.state ?></span><?cs call:state_tag(o) ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs include:"_foot.cs" ?>
