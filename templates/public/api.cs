<?cs include:"_head.cs" ?><h1><?cs var:Title ?></h1>
<p class="lead"><?cs var:Lang.Public.Api.lead ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.Public.Api.notices ?></dt><dd><a href="<?cs var:notices_url ?>"><code><?cs var:notices_url ?></code></a></dd></div>
<div><dt><?cs var:Lang.Public.Api.notice ?></dt><dd><code><?cs var:notices_url ?>/{notice}</code><span class="more"><?cs var:Lang.Public.Api.notice_hint ?></span></dd></div>
<div><dt><?cs var:Lang.Public.Api.document ?></dt><dd><a href="<?cs var:document_url ?>"><code><?cs var:document_url ?></code></a><span class="more"><?cs var:Lang.Public.Api.document_hint ?></span></dd></div>
<div><dt><?cs var:Lang.Public.Api.feed ?></dt><dd><a href="<?cs var:feed_url ?>"><code><?cs var:feed_url ?></code></a></dd></div>
</dl>
<h2><?cs var:Lang.Public.Api.fair_title ?></h2>
<ul>
<?cs each:line = Lang.Public.Api.Fair ?><li><?cs var:line ?></li>
<?cs /each ?></ul>
<?cs include:"_foot.cs" ?>
