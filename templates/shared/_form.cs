<?cs # Macros for forms of all programs. Include once, before the first call. `f` is Form.<name>, `words` holds label and, if any, hint.
?><?cs # A blank where English wants one and Chinese does not. ?>
<?cs def:gap() ?><?cs if:Language == "en" ?> <?cs /if ?><?cs /def
?><?cs # Chinese of the paper on an English page is marked, so that it is read aloud as Chinese.
?><?cs def:zh() ?><?cs if:Language == "en" ?> lang="zh-Hans"<?cs /if ?><?cs /def
?><?cs def:csrf() ?><input type="hidden" name="csrf" value="<?cs var:Who.csrf ?>"><?cs /def
?><?cs def:error_summary() ?><?cs if:ErrorCount ?><div class="err" id="err" tabindex="-1" role="group" aria-labelledby="err-t">
<h2 id="err-t"><?cs if:ErrorCount == #1 ?><?cs var:Lang.Field.one_error ?><?cs else ?><?cs var:Lang.Field.errors_head ?> <?cs var:ErrorCount ?> <?cs var:Lang.Field.errors_tail ?><?cs /if ?></h2>
<ul>
<?cs each:e = Errors ?><li><a href="#f-<?cs var:e.field ?>"><?cs var:e.text ?></a></li>
<?cs /each ?></ul>
</div>
<?cs /if ?><?cs /def
?><?cs def:described(id, f, words) ?><?cs if:f.error ?> aria-invalid="true" aria-describedby="<?cs if:words.hint ?>h-<?cs var:id ?> <?cs /if ?>e-<?cs var:id ?>"<?cs elif:words.hint ?> aria-describedby="h-<?cs var:id ?>"<?cs /if ?><?cs /def
?><?cs def:hint_and_error(id, f, words) ?><?cs if:words.hint ?><p class="hint" id="h-<?cs var:id ?>"><?cs var:words.hint ?></p>
<?cs /if ?><?cs if:f.error ?><p class="wrong" id="e-<?cs var:id ?>"><?cs var:Lang.Field.wrong ?><?cs call:gap() ?><?cs var:f.error ?></p>
<?cs /if ?><?cs /def
?><?cs # One line of text; `kind` is text, tel, email or password; `fill` an autocomplete word or "off".
?><?cs def:line_field(id, f, words, kind, fill) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>">
<label for="f-<?cs var:id ?>"><?cs var:words.label ?></label>
<?cs call:hint_and_error(id, f, words) ?><input class="input" id="f-<?cs var:id ?>" name="<?cs var:id ?>" type="<?cs var:kind ?>" value="<?cs var:f.value ?>" autocomplete="<?cs var:fill ?>"<?cs call:described(id, f, words) ?>>
</div>
<?cs /def
?><?cs # A short line: `width` is input-short or input-mid, `mode` the keyboard: text or numeric.
?><?cs def:short_field(id, f, words, width, mode) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>">
<label for="f-<?cs var:id ?>"><?cs var:words.label ?></label>
<?cs call:hint_and_error(id, f, words) ?><input class="input <?cs var:width ?>" id="f-<?cs var:id ?>" name="<?cs var:id ?>" type="text" inputmode="<?cs var:mode ?>" value="<?cs var:f.value ?>" autocomplete="off"<?cs call:described(id, f, words) ?>>
</div>
<?cs /def
?><?cs def:area_field(id, f, words) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>">
<label for="f-<?cs var:id ?>"><?cs var:words.label ?></label>
<?cs call:hint_and_error(id, f, words) ?><textarea class="area" id="f-<?cs var:id ?>" name="<?cs var:id ?>" rows="8"<?cs call:described(id, f, words) ?>>
<?cs var:f.value ?></textarea>
</div>
<?cs /def
?><?cs # A one-time code of six digits.
?><?cs def:digits_field(id, f, words) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>">
<label for="f-<?cs var:id ?>"><?cs var:words.label ?></label>
<?cs call:hint_and_error(id, f, words) ?><input class="input input-short" id="f-<?cs var:id ?>" name="<?cs var:id ?>" type="text" inputmode="numeric" autocomplete="one-time-code"<?cs call:described(id, f, words) ?>>
</div>
<?cs /def
?><?cs # One of several; `choices` are words of a language file, each under its code. The first box is where an error's link goes.
?><?cs def:radio_field(id, f, words, choices) ?><fieldset class="choices<?cs if:f.error ?> field-wrong<?cs /if ?>"<?cs call:described(id, f, words) ?>>
<legend><?cs var:words.label ?></legend>
<?cs call:hint_and_error(id, f, words) ?><?cs each:c = choices ?><div class="choice"><input type="radio" id="f-<?cs var:id ?><?cs if:!first(c) ?>-<?cs var:name(c) ?><?cs /if ?>" name="<?cs var:id ?>" value="<?cs var:name(c) ?>"<?cs if:f.chosen[name(c)] ?> checked<?cs /if ?>><label for="f-<?cs var:id ?><?cs if:!first(c) ?>-<?cs var:name(c) ?><?cs /if ?>"><?cs var:c ?></label></div>
<?cs /each ?></fieldset>
<?cs /def
?><?cs # The same as a list to unfold, for filters; without a blank line if `blank` is "".
?><?cs def:select_field(id, f, words, choices, blank) ?><div class="field">
<label for="f-<?cs var:id ?>"><?cs var:words.label ?></label>
<select id="f-<?cs var:id ?>" name="<?cs var:id ?>"><?cs if:blank ?><option value=""><?cs var:blank ?></option><?cs /if ?>
<?cs each:c = choices ?><option value="<?cs var:name(c) ?>"<?cs if:f.value == name(c) ?> selected<?cs /if ?>><?cs var:c ?></option>
<?cs /each ?></select>
</div>
<?cs /def
?><?cs # A box to tick.
?><?cs def:tick_field(id, f, words) ?><div class="field<?cs if:f.error ?> field-wrong<?cs /if ?>">
<?cs call:hint_and_error(id, f, words) ?><div class="choice"><input type="checkbox" id="f-<?cs var:id ?>" name="<?cs var:id ?>" value="1"<?cs if:f.ticked ?> checked<?cs /if ?><?cs call:described(id, f, words) ?>><label for="f-<?cs var:id ?>"><?cs var:words.label ?></label></div>
</div>
<?cs /def
?><?cs # Several of several; `hints` may hold a word for each. The first box is where an error's link goes.
?><?cs def:boxes_field(id, f, words, choices, hints) ?><fieldset class="choices<?cs if:f.error ?> field-wrong<?cs /if ?>"<?cs call:described(id, f, words) ?>>
<legend><?cs var:words.label ?></legend>
<?cs call:hint_and_error(id, f, words) ?><?cs each:c = choices ?><div class="choice"><input type="checkbox" id="f-<?cs var:id ?><?cs if:!first(c) ?>-<?cs var:name(c) ?><?cs /if ?>" name="<?cs var:id ?>" value="<?cs var:name(c) ?>"<?cs if:f.chosen[name(c)] ?> checked<?cs /if ?>><label for="f-<?cs var:id ?><?cs if:!first(c) ?>-<?cs var:name(c) ?><?cs /if ?>"><?cs var:c ?><?cs if:hints[name(c)] ?> <span class="muted"><?cs var:hints[name(c)] ?></span><?cs /if ?></label></div>
<?cs /each ?></fieldset>
<?cs /def
?>