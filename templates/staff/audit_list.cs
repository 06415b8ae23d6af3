<?cs include:"_head.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Audit.title ?></h1>
<?cs if:subcount(Alarms) ?><div class="banner warn" role="region" aria-labelledby="alarms"><h2 id="alarms"><?cs var:Lang.Staff.Audit.alarms ?></h2>
<ul>
<?cs each:a = Alarms ?><li><span class="nowrap"><?cs var:a.at ?></span> <?cs var:a.actor ?> <?cs var:a.kind ?> <?cs var:a.object ?></li>
<?cs /each ?></ul></div>
<?cs /if ?><form class="filters" method="get" action="/audit">
<?cs call:select_field("object", Form.object, Lang.Staff.Audit.object, Lang.Staff.Audit.object_kind, Lang.Staff.Audit.all) ?><?cs call:line_field("number", Form.number, Lang.Staff.Audit.number, "text", "off") ?><div class="field"><label for="f-officer"><?cs var:Lang.Staff.Audit.officer ?></label>
<select id="f-officer" name="officer"><option value=""><?cs var:Lang.Staff.Audit.all ?></option>
<?cs each:o = Officers ?><option value="<?cs var:o.id ?>"<?cs if:o.chosen ?> selected<?cs /if ?>><?cs var:o.name ?></option>
<?cs /each ?></select></div>
<p><button class="button-plain" type="submit"><?cs var:Lang.Field.search ?></button></p>
</form>
<?cs if:subcount(Rows) ?><table class="cards" role="table">
<caption class="unseen"><?cs var:Lang.Staff.Audit.title ?></caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><?cs var:Lang.Field.time ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Audit.who ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Audit.what ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Audit.object.label ?></th><th scope="col" role="columnheader"><?cs var:Lang.Staff.Audit.detail ?></th></tr></thead>
<tbody role="rowgroup">
<?cs each:a = Rows ?><tr role="row"><th scope="row" role="rowheader"><span class="nowrap"><?cs var:a.at ?></span></th>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Audit.who ?></span><?cs var:a.actor ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Audit.what ?></span><?cs var:a.action ?></td>
<td role="cell"><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Audit.object.label ?></span><?cs var:a.kind ?> <?cs var:a.object ?></td>
<td role="cell"><?cs if:a.detail ?><span class="cell-label" aria-hidden="true"><?cs var:Lang.Staff.Audit.detail ?></span><?cs var:a.detail ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table>
<?cs elif:!ErrorCount ?><p><?cs var:Lang.Staff.Audit.nothing ?></p>
<?cs /if ?><?cs if:Newest_url || Older_url ?><nav class="pages" aria-label="<?cs var:Lang.Staff.Audit.pages ?>"><?cs if:Newest_url ?><a href="<?cs var:Newest_url ?>"><?cs var:Lang.Staff.Audit.newest ?></a><?cs /if ?><?cs if:Older_url ?><a href="<?cs var:Older_url ?>"><?cs var:Lang.Staff.Audit.older ?></a><?cs /if ?></nav>
<?cs /if ?><?cs include:"_foot.cs" ?>
