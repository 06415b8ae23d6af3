<?cs include:"_head.cs" ?><?cs include:"_outbox.cs" ?><h1><?cs var:Lang.Staff.Outbox.picture_title ?></h1>
<?cs call:outbox_picture() ?><p class="actions no-print"><a class="button-plain" href="/outbox/picture"><?cs var:Lang.Staff.Outbox.again ?></a></p>
<script src="<?cs var:Asset.outbox_js ?>" defer></script>
<?cs include:"_foot.cs" ?>
