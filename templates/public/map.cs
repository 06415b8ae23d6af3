<?cs include:"_head.cs" ?><?cs def:place(url, words) ?><li><a href="<?cs var:url ?>"><?cs var:words ?></a></li>
<?cs /def ?><?cs def:papers(list) ?><?cs each:n = list ?><li><a href="<?cs var:n.own_url ?>"<?cs call:zh() ?>><?cs var:n.title ?></a></li>
<?cs /each ?><?cs /def ?><h1><?cs var:Lang.Public.Map.title ?></h1>
<h2><?cs var:Lang.Nav.home ?></h2>
<ul class="map">
<?cs call:place(Nav.home_url, Lang.Public.Map.all) ?><?cs call:papers(Notices) ?><?cs call:papers(Finals) ?></ul>
<h2><?cs var:Lang.Public.Map.object ?></h2>
<ul class="map">
<?cs call:place(Nav.about_url, Lang.Nav.about) ?><?cs call:place(Nav.track_url, Lang.Nav.track) ?><?cs call:place(Nav.deadline_url, Lang.Nav.deadline) ?></ul>
<h2><?cs var:Lang.Public.Map.site ?></h2>
<ul class="map">
<?cs call:place(Nav.contact_url, Lang.Nav.contact) ?><?cs call:place(Nav.privacy_url, Lang.Nav.privacy) ?><?cs call:place(Nav.accessibility_url, Lang.Nav.accessibility) ?><?cs call:place(Nav.feed_url, Lang.Public.Api.feed) ?><?cs call:place(Nav.api_url, Lang.Public.Api.title) ?></ul>
<?cs include:"_foot.cs" ?>
