<?cs include:"_head.cs" ?><?cs call:error_summary() ?><p class="step"><?cs var:Lang.Staff.Case.title ?> <?cs var:Case.number ?></p>
<h1><?cs var:Lang.Staff.Case.declare_title ?></h1>
<p><?cs if:Again ?><?cs var:Lang.Staff.Recusal.again ?><?cs else ?><?cs var:Lang.Staff.Case.declare_lead ?><?cs /if ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.Staff.Case.candidate ?></dt><dd><?cs var:Candidate ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.employer ?></dt><dd><?cs var:Employer ?></dd></div>
<div><dt><?cs var:Lang.Staff.Case.union ?></dt><dd><?cs var:Union ?></dd></div>
</dl>
<?cs if:subcount(Matches) ?><section class="sheet"><h2><?cs var:Lang.Staff.Recusal.matches ?></h2>
<ul>
<?cs each:x = Matches ?><li><?cs var:Lang.TieKind[x.kind] ?> <strong><?cs var:x.name ?></strong><?cs var:Lang.Staff.Recusal.like ?> <strong><?cs var:x.like ?></strong></li>
<?cs /each ?></ul>
<p class="muted"><?cs var:Lang.Staff.Recusal.matches_hint ?></p>
</section>
<?cs /if ?><?cs if:Waits ?><div class="banner" role="region" aria-labelledby="waits-t"><p id="waits-t"><?cs var:Lang.Staff.Recusal.waits ?></p></div>
<?cs else ?><form method="post" action="<?cs var:Act_url ?>#err" novalidate>
<?cs call:csrf() ?><?cs call:radio_field("tied", Form.tied, Lang.Staff.Case.tied, Lang.Staff.Case.ties) ?><?cs call:area_field("tie", Form.tie, Lang.Staff.Case.tie_reason) ?><?cs if:subcount(Matches) ?><?cs call:area_field("none", Form.none, Lang.Staff.Recusal.none) ?><?cs /if ?><p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Case.declare_do ?></button></p>
</form>
<?cs /if ?><?cs include:"_foot.cs" ?>
