<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:changed() ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Unions.union_edit_title ?></h1>
<p class="lead"><?cs var:Union.name ?><?cs if:!Union.active ?> <span class="tag"><?cs var:Lang.Staff.Unions.retired ?></span><?cs /if ?></p>
<form method="post" action="<?cs var:Union.edit_url ?>#err" novalidate><?cs call:csrf() ?><input type="hidden" name="seen" value="<?cs var:Form.seen.value ?>"><?cs include:"_union_form.cs" ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Field.save ?></button></p>
</form>
<h2><?cs if:Union.active ?><?cs var:Lang.Staff.Unions.retire_title ?><?cs else ?><?cs var:Lang.Staff.Unions.resume_title ?><?cs /if ?></h2>
<p><?cs if:Union.active ?><?cs var:Lang.Staff.Unions.retire_lead ?><?cs else ?><?cs var:Lang.Staff.Unions.resume_lead ?><?cs /if ?></p>
<form method="post" action="<?cs var:Union.active_url ?>"><?cs call:csrf() ?><input type="hidden" name="active" value="<?cs if:Union.active ?>NO<?cs else ?>YES<?cs /if ?>"><p class="actions"><button class="<?cs if:Union.active ?>button-risk<?cs else ?>button-plain<?cs /if ?>" type="submit"><?cs if:Union.active ?><?cs var:Lang.Staff.Unions.retire ?><?cs else ?><?cs var:Lang.Staff.Unions.resume ?><?cs /if ?></button></p></form>
<?cs include:"_foot.cs" ?>
