<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Home.title ?></h1>
<?cs if:Without_key ?><p><?cs var:Lang.Staff.Home.without_key ?></p>
<?cs /if ?><?cs if:subcount(Work) ?><ul class="notices">
<?cs each:w = Work ?><li><?cs if:w.url ?><a href="<?cs var:w.url ?>"><?cs var:w.text ?></a><?cs else ?><?cs var:w.text ?><?cs /if ?> <span class="tag tag-open"><?cs var:w.count ?></span></li>
<?cs /each ?></ul>
<?cs else ?><p><?cs var:Lang.Staff.Home.nothing ?></p>
<?cs /if ?><?cs include:"_foot.cs" ?>
