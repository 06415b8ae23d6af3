<?cs # A form that met the closed door goes on after all. ?>
<h1><?cs var:Lang.Carry.title ?></h1>
<p><?cs var:Lang.Carry.lead ?></p>
<form method="post" action="<?cs var:To_url ?>"><?cs call:csrf() ?><?cs each:p = Posted ?><input type="hidden" name="<?cs var:p.name ?>" value="<?cs var:p.value ?>"><?cs /each ?>
<p class="actions"><button class="button" type="submit"><?cs var:Lang.Carry.go ?></button></p>
</form>
