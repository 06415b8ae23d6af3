<?cs include:"_head.cs" ?><?cs include:"staff/_task.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Task.settle_title ?></h1>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Task.whom ?></dt><dd><?cs call:task_whom(Task) ?><?cs if:Task.union_url ?> <a href="<?cs var:Task.union_url ?>"><?cs var:Lang.Staff.Task.mend ?></a><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Staff.Task.event ?></dt><dd><?cs var:Lang.Event[Task.event] ?></dd></div>
<div><dt><?cs var:Lang.Staff.Task.why ?></dt><dd><?cs call:task_why(Task) ?></dd></div>
<div><dt><?cs var:Lang.Staff.Task.since ?></dt><dd><?cs var:Task.since ?></dd></div>
<?cs if:Task.contact.name ?><div><dt><?cs var:Lang.Staff.Rank.PRIMARY ?></dt><dd><?cs var:Task.contact.name ?> <?cs var:Task.contact.phone ?> <?cs var:Task.contact.email ?></dd></div>
<?cs /if ?><?cs if:Task.backup.name ?><div><dt><?cs var:Lang.Staff.Rank.BACKUP ?></dt><dd><?cs var:Task.backup.name ?> <?cs var:Task.backup.phone ?> <?cs var:Task.backup.email ?></dd></div>
<?cs /if ?></dl>
<?cs if:Task.number ?><p><?cs var:Lang.Staff.Task.of_objector ?></p>
<?cs /if ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs if:Task.union ?><?cs call:radio_field("how", Form.how, Lang.Staff.Task.how, Lang.Staff.Task.how_word) ?><?cs else ?><?cs call:radio_field("how", Form.how, Lang.Staff.Task.how, Lang.Staff.Task.how_other) ?><?cs /if ?><?cs call:area_field("words", Form.words, Lang.Staff.Task.words) ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Task.do ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
