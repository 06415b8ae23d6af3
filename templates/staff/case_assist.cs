<?cs include:"_head.cs" ?><?cs include:"_case.cs" ?><?cs call:error_summary() ?><?cs call:case_moved() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.case_assist_title ?></h1>
<p><?cs var:Lang.Staff.Case.case_assist_lead ?></p>
<div class="two"><div><?cs if:Moved.yes && Draft.abstract ?><h2><?cs var:Draft.drafter ?>，<?cs var:Draft.drafted ?></h2>
<div class="quote"><?cs var:Draft.abstract ?></div>
<?cs /if ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:case_hidden() ?><?cs call:draft_hidden() ?><?cs call:radio_field("accuses_union", Form.accuses_union, Lang.Staff.Case.accuses_union, Lang.Staff.Case.yes_no) ?><?cs call:area_field("abstract", Form.abstract, Lang.Staff.Case.abstract_field) ?><?cs call:case_do(Lang.Staff.Case.case_assist_do) ?></form>
<p class="muted"><?cs if:subcount(Others) ?><?cs var:Lang.Staff.Case.may_check ?><?cs each:o = Others ?><?cs if:!first(o) ?>、<?cs /if ?><?cs var:o.name ?><?cs /each ?><?cs else ?><?cs var:Lang.Staff.Case.nobody_to_check ?><?cs /if ?></p></div>
<?cs call:case_said() ?></div>
<?cs include:"_foot.cs" ?>
