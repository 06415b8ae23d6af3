<?cs include:"_head.cs" ?><?cs call:error_summary() ?><article class="notice">
<h1><?cs var:Lang.Staff.Case.case_paper_title ?></h1>
<p><?cs var:Paper.name ?>：</p>
<p><?cs var:Lang.Staff.Case.Paper[Paper.kind] ?></p>
<p><strong><?cs var:Lang.ReviewResult[Paper.result] ?></strong></p>
<p><?cs if:Paper.until ?><?cs var:Lang.Staff.Case.Paper.review ?><?cs var:Paper.until ?>。<?cs /if ?><?cs if:Paper.phone ?><?cs var:Lang.Staff.Case.Paper.phone ?><?cs var:Paper.phone ?>。<?cs /if ?></p>
<p class="sign"><?cs var:Paper.organiser ?><br><?cs var:Paper.day ?></p>
</article>
<section class="no-print">
<h2><?cs var:Lang.Staff.Case.paper ?></h2>
<?cs if:Paper.handed ?><dl class="facts"><div><dt><?cs var:Paper.handed ?></dt><dd><?cs var:Paper.by ?>，<?cs var:Paper.how ?></dd></div></dl>
<?cs else ?><p><?cs var:Lang.Staff.Case.Paper.lead ?></p>
<form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:line_field("how", Form.how, Lang.Staff.Case.how_handed, "text", "off") ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.Paper.do ?></button></p></form>
<?cs /if ?></section>
<?cs include:"_foot.cs" ?>
