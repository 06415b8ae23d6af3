<?cs # Number and code go along within these pages, which nobody keeps.
?><?cs def:key() ?><input type="hidden" name="number" value="<?cs var:Key.number ?>"><input type="hidden" name="code" value="<?cs var:Key.code ?>"><?cs /def
?><?cs def:to_case(look) ?><form method="post" action="<?cs var:Track_url ?>"><?cs call:key() ?><p class="actions"><button class="<?cs var:look ?>" type="submit"><?cs var:Lang.Public.to_case ?></button></p></form>
<?cs /def
?>
