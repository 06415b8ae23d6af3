<?cs include:"_object.cs" ?><form id="step" method="post" action="<?cs var:Object.own_url ?>#err" autocomplete="off" novalidate>
<?cs call:carry() ?><div<?cs if:Form.grounds.error ?> class="field-wrong"<?cs /if ?>>
<h1><?cs var:Lang.Public.Step.GROUNDS.title ?></h1>
<?cs call:hint_and_error("grounds", Form.grounds, Lang.Public.grounds) ?><?cs each:group = Groups ?><fieldset class="choices"<?cs call:described("grounds", Form.grounds, Lang.Public.grounds) ?>>
<legend><?cs var:Lang.GroundGroup[group.word] ?></legend>
<?cs each:g = group.Grounds ?><div class="choice"><input type="checkbox" id="f-grounds<?cs if:!g.first ?>-<?cs var:g.code ?><?cs /if ?>" name="grounds" value="<?cs var:g.code ?>"<?cs if:g.chosen ?> checked<?cs /if ?>><label for="f-grounds<?cs if:!g.first ?>-<?cs var:g.code ?><?cs /if ?>"><?cs var:Lang.Ground[g.code] ?></label></div>
<?cs /each ?></fieldset>
<?cs /each ?></div>
<?cs call:buttons() ?></form>
<?cs call:leave() ?><?cs include:"_foot.cs" ?>
