<?cs include:"_head.cs" ?><?cs include:"_strip.cs" ?><p class="step"<?cs call:zh() ?>><?cs var:Notice.title ?></p>
<h1<?cs call:zh() ?>><?cs var:Person.name ?></h1>
<p class="lead"<?cs call:zh() ?>><?cs var:Person.employer ?></p>
<?cs if:Person.gone ?><div class="banner warn"><p><strong><?cs var:Lang.Public.gone ?></strong><?cs if:Notice.reason ?><?cs var:Lang.Public.reason_mark ?><?cs call:gap() ?><span<?cs call:zh() ?>><?cs var:Notice.reason ?></span><?cs /if ?></p></div>
<?cs else ?><?cs call:strip() ?><?cs if:Notice.phase != "WITHDRAWN" ?><p class="actions no-print"><a class="<?cs if:Notice.phase == "OPEN" ?>button<?cs else ?>button-plain<?cs /if ?>" href="<?cs var:Person.object_url ?>"><?cs if:Notice.phase == "OPEN" ?><?cs var:Lang.Public.object ?><?cs else ?><?cs var:Lang.Public.clue ?><?cs /if ?></a></p>
<?cs /if ?><?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.Public.award ?></dt><dd><?cs var:Lang.Award[Person.award] ?></dd></div>
<div><dt><?cs var:Lang.Paper.seq ?></dt><dd><?cs var:Person.seq ?></dd></div>
<div><dt><?cs var:Lang.Public.employer ?></dt><dd<?cs call:zh() ?>><?cs var:Person.employer ?></dd></div>
<div><dt><?cs var:Lang.Public.post ?></dt><dd<?cs call:zh() ?>><?cs var:Person.post ?></dd></div>
<div><dt><?cs var:Lang.Public.union ?></dt><dd<?cs call:zh() ?>><?cs var:Person.union ?></dd></div>
<div><dt><?cs var:Lang.Public.field ?></dt><dd<?cs call:zh() ?>><?cs var:Person.field ?></dd></div>
</dl>
<h2><?cs var:Lang.Paper.deeds ?></h2>
<?cs if:subcount(Person.Deeds) ?><div class="paper-text"<?cs call:zh() ?>>
<?cs each:d = Person.Deeds ?><p><?cs var:d.text ?></p>
<?cs /each ?></div>
<?cs else ?><p><?cs var:Lang.Public.deeds_none ?></p>
<?cs /if ?><?cs if:!Person.gone ?><nav class="pages no-print" aria-label="<?cs var:Lang.Public.neighbours ?>"><?cs if:Previous.own_url ?><a href="<?cs var:Previous.own_url ?>"<?cs call:zh() ?>><?cs var:Lang.Public.previous ?><?cs call:gap() ?><?cs var:Previous.name ?></a><?cs /if ?><?cs if:Next.own_url ?><a href="<?cs var:Next.own_url ?>"<?cs call:zh() ?>><?cs var:Lang.Public.next ?><?cs call:gap() ?><?cs var:Next.name ?></a><?cs /if ?></nav>
<?cs /if ?><?cs include:"_foot.cs" ?>
