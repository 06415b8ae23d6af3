<?cs include:"_head.cs" ?><?cs # One step after sending: what, who sees what, within which time. ?>
<?cs def:stage(words, text, days) ?><div><dt><?cs var:words ?></dt><dd><?cs var:text ?><span class="more"><?cs var:Lang.Public.About.within ?><?cs call:gap() ?><?cs var:days ?></span></dd></div>
<?cs /def ?>
<?cs def:list(lines) ?><ul>
<?cs each:line = lines ?><li><?cs var:line ?></li>
<?cs /each ?></ul>
<?cs /def ?>
<h1><?cs var:Lang.Public.About.title ?></h1>
<p class="lead"><?cs var:Lang.Public.About.lead ?></p>
<h2><?cs var:Lang.Public.About.ways_title ?></h2>
<dl class="facts"><div><dt><?cs var:Lang.Kind.PERSON ?></dt><dd><?cs var:Lang.Public.Effect.PERSON ?></dd></div>
<div><dt><?cs var:Lang.Kind.UNIT ?></dt><dd><?cs var:Lang.Public.Effect.UNIT ?></dd></div>
<div><dt><?cs var:Lang.Kind.ANONYMOUS ?></dt><dd><?cs var:Lang.Public.Effect.ANONYMOUS ?></dd></div></dl>
<h2><?cs var:Lang.Public.About.need_title ?></h2>
<?cs call:list(Lang.Public.About.Need) ?><h2><?cs var:Lang.Public.About.steps_title ?></h2>
<dl class="facts"><?cs call:stage(Lang.Public.About.identity, Lang.Public.About.identity_text, Days.identity) ?><?cs call:stage(Lang.Public.About.review, Lang.Public.About.review_text, Days.review) ?><?cs call:stage(Lang.Public.About.investigate, Lang.Public.About.investigate_text, Days.investigate) ?><?cs call:stage(Lang.Public.About.decide, Lang.Public.About.decide_text, Days.decide) ?></dl>
<h2><?cs var:Lang.Public.About.refuse_title ?></h2>
<?cs call:list(Lang.Refusal) ?><h2><?cs var:Lang.Public.About.safe_title ?></h2>
<?cs call:list(Lang.Public.About.Safe) ?><?cs include:"_foot.cs" ?>
