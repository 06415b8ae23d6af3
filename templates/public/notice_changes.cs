<?cs include:"_head.cs" ?><?cs include:"shared/_changes.cs" ?><p class="step"<?cs call:zh() ?>><?cs var:Notice.title ?></p>
<h1><?cs var:Title ?></h1>
<dl class="facts">
<div><dt><?cs var:Lang.Public.corrected_on ?></dt><dd><?cs var:New.published ?></dd></div>
<?cs if:Notice.reason ?><div><dt><?cs var:Lang.Public.corrected_why ?></dt><dd<?cs call:zh() ?>><?cs var:Notice.reason ?></dd></div>
<?cs /if ?><?cs if:Notice.withdrawn ?><div><dt><?cs var:Lang.Public.withdrawn_why ?></dt><dd<?cs call:zh() ?>><?cs var:Notice.withdrawn ?></dd></div>
<?cs /if ?><?cs if:Again.opens ?><div><dt><?cs var:Lang.Paper.again ?></dt><dd><?cs var:Again.opens ?> – <?cs var:Again.closes ?><span class="more"><?cs var:Lang.Public.again_whom ?></span></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.Public.whole ?></dt><dd><a href="<?cs var:Old.own_url ?>"><?cs var:Old.name ?></a> <a href="<?cs var:New.own_url ?>"><?cs var:New.name ?></a></dd></div>
</dl>
<?cs call:changes(Changes) ?><?cs include:"_foot.cs" ?>
