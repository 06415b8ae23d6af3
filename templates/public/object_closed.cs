<?cs include:"_head.cs" ?><?cs include:"_carry.cs" ?><?cs include:"_strip.cs" ?><?cs def:call_them(o, words) ?><?cs if:o.office ?><p><?cs var:words ?><?cs var:Lang.Public.mark ?><?cs call:gap() ?><span<?cs call:zh() ?>><?cs var:o.office ?></span> <?cs if:o.tel_url ?><a href="<?cs var:o.tel_url ?>"><?cs var:o.phone ?></a><?cs else ?><?cs var:o.phone ?><?cs /if ?></p>
<?cs /if ?><?cs /def ?>
<h1><?cs if:Gone ?><?cs var:Lang.Public.gone ?><?cs else ?><?cs var:Lang.Public.Closed[Notice.phase] ?><?cs /if ?></h1>
<p class="lead"<?cs call:zh() ?>><?cs var:Person.name ?> · <?cs var:Person.employer ?></p>
<?cs if:!Gone ?><?cs call:strip() ?><?cs /if ?><p><?cs var:Lang.Public.closed_call ?></p>
<?cs call:call_them(Paper.Handling, Lang.Paper.handling) ?><?cs call:call_them(Paper.Supervision, Lang.Paper.supervision) ?><?cs if:Clue ?><h2><?cs var:Lang.Public.clue ?></h2>
<p><?cs var:Lang.Public.clue_effect ?></p>
<?cs if:Typed ?><p><strong><?cs var:Lang.Public.typed_kept ?></strong></p>
<?cs /if ?><form method="post" action="<?cs var:Object.own_url ?>"><?cs call:carry() ?><input type="hidden" name="go" value="<?cs var:Go ?>"><p class="actions"><button class="button" type="submit"><?cs var:Lang.Public.clue ?></button></p></form>
<?cs /if ?><?cs include:"_foot.cs" ?>
