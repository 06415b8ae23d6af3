/* The one script. Every page works without it; it counts down, counts characters, copies, prints, and says before sending that a file is
 * too large. It puts plain text into the page and nothing else. */
"use strict";
(function () {
  function all(selector, use) { Array.prototype.forEach.call(document.querySelectorAll(selector), use); }

  function filled(sentence, one, two) { return sentence.replace("{1}", one).replace("{2}", two); }

  /* The closing instant is the server's; how far it is away, this device says. */
  all("[data-closes]", function (strip) {
    var closes = Date.parse(strip.getAttribute("data-closes"));
    function show() {
      var minutes = Math.ceil((closes - Date.now()) / 60000), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
      if (minutes <= 0) strip.textContent = strip.getAttribute("data-over");
      else if (days > 0) strip.textContent = filled(strip.getAttribute("data-hours"), days, hours % 24);
      else strip.textContent = filled(strip.getAttribute("data-minutes"), hours, minutes % 60);
    }
    if (!isNaN(closes)) { show(); setInterval(show, 20000); }
  });

  function note(after, className) {
    var p = document.createElement("p");
    p.className = className;
    after.parentNode.insertBefore(p, after.nextSibling);
    return p;
  }

  /* How many characters are missing, left or too many. */
  all("textarea[data-max]", function (area) {
    var said = note(area, "hint"), min = Number(area.getAttribute("data-min")), max = Number(area.getAttribute("data-max"));
    function show() {
      var n = Array.from(area.value.trim()).length;
      if (n < min) said.textContent = filled(area.getAttribute("data-short"), min - n);
      else if (n <= max) said.textContent = filled(area.getAttribute("data-left"), max - n);
      else said.textContent = filled(area.getAttribute("data-long"), n - max);
    }
    area.addEventListener("input", show);
    show();
  });

  /* A file that is too large is told before it travels. */
  all("input[type=file][data-document]", function (input) {
    var said = null;
    function tooLarge() {
      var file = input.files && input.files[0];
      var media = file && /\.(m4a|mp3|mp4)$/i.test(file.name);
      return !!file && file.size > Number(input.getAttribute(media ? "data-media" : "data-document"));
    }
    function show() {
      if (said === null) { said = note(input, "wrong"); said.setAttribute("role", "alert"); }
      said.textContent = tooLarge() ? input.getAttribute("data-large") : "";
    }
    input.addEventListener("change", show);
    if (input.form) input.form.addEventListener("submit", function (event) {
      if (tooLarge()) { show(); event.preventDefault(); input.focus(); }
    });
  });

  /* Where the whole list is on the page it is searched while somebody types; pinyin is the server's. */
  all("form[data-filter]", function (form) {
    var input = form.querySelector("input[type=search]"), rows = document.querySelectorAll("tbody tr[id]"), said = null;
    if (input === null || rows.length === 0) return;
    function show() {
      var word = input.value.replace(/\s/g, "").toLowerCase(), shown = 0;
      if (/^[a-z']*$/.test(word)) word = "";
      Array.prototype.forEach.call(rows, function (row) {
        row.hidden = row.textContent.replace(/\s/g, "").toLowerCase().indexOf(word) < 0;
        if (!row.hidden) shown++;
      });
      if (said === null) { said = note(form, "muted"); said.setAttribute("role", "status"); }
      said.textContent = word === "" ? "" : filled(form.getAttribute("data-filter"), shown, "");
    }
    input.addEventListener("input", show);
  });

  /* Printing and copying need a script: their buttons are shown only here. */
  all("[data-tools]", function (tools) { tools.hidden = false; });
  all("[data-print]", function (button) { button.addEventListener("click", function () { window.print(); }); });
  all("[data-copy]", function (button) {
    button.addEventListener("click", function () {
      var from = document.getElementById(button.getAttribute("data-copy")), range = document.createRange();
      range.selectNodeContents(from);
      window.getSelection().removeAllRanges();
      window.getSelection().addRange(range);
      if (document.execCommand("copy")) button.textContent = button.getAttribute("data-done");
    });
  });
}());
