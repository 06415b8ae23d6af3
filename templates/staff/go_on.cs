<?cs include:"_head.cs" ?><h1><?cs var:Lang.Staff.Account.go_on_title ?></h1>
<p><?cs var:Lang.Staff.Account.go_on_lead ?></p>
<form method="post" action="<?cs var:To_url ?>"><?cs call:csrf() ?><?cs each:p = Posted ?><input type="hidden" name="<?cs var:p.name ?>" value="<?cs var:p.value ?>"><?cs /each ?>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Staff.Account.go_on ?></button></p>
</form>
<?cs include:"_foot.cs" ?>
