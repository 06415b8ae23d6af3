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
}());
