<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.Request[Step].title ?></h1>
<div class="two"><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<p><?cs var:Lang.Staff.Case.Request[Step].lead ?></p>
<?cs call:case_hidden() ?><?cs if:Words ?><?cs call:area_field("record", Form.record, Lang.Staff.Case.request_field) ?><?cs /if ?><?cs call:case_do(Lang.Staff.Case.Request[Step].do) ?></form>
<div><h2><?cs var:Request.union ?> <span class="tag"><?cs var:Lang.Staff.AssistState[Request.state] ?></span></h2>
<div class="quote"><?cs var:Request.abstract ?></div>
<?cs if:Request.due ?><dl class="facts"><div><dt><?cs var:Lang.Staff.Case.assist_due ?></dt><dd><?cs var:Request.due ?></dd></div>
</dl>
<?cs call:events_list(Request.events) ?><?cs /if ?></div></div>
<?cs include:"_foot.cs" ?>
