/* work: makes the proof that the last page of an objection sends along (lib/trust/work.h), while its reader looks through what he typed.
 * Where it cannot, the form is sent without: it waits in the slower lane. */
"use strict";
(function () {
  var form = document.querySelector("form[data-work]"), button = document.getElementById("f-send");
  if (!form || !button || !window.crypto || !crypto.subtle || !window.TextEncoder) return;
  var bits = Number(form.getAttribute("data-work")), parts = Number(form.getAttribute("data-parts"));
  var rounds = Number(form.getAttribute("data-rounds")), utf8 = new TextEncoder(), found = [], ready = false, asked = false;

  function end() {
    ready = true;
    if (found.length === parts) form.elements.proof.value = found.join(".");
    if (asked) { button.disabled = false; button.click(); }
  }

  /* Eight at once keep a telephone's cores busy; the page stays alive between. */
  function search(key, part, from) {
    var tries = [];
    for (var n = from; n < from + 8; n++)
      tries.push(crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: utf8.encode(part + "." + n), iterations: rounds },
                                          key, 32));
    return Promise.all(tries).then(function (all) {
      for (var i = 0; i < all.length; i++)
        if (new DataView(all[i]).getUint32(0) >>> (32 - bits) === 0) {
          found.push(from + i);
          return part + 1 < parts ? search(key, part + 1, 0) : null;
        }
      return search(key, part, from + all.length);
    });
  }

  crypto.subtle.importKey("raw", utf8.encode(form.elements.token.value), "PBKDF2", false, ["deriveBits"])
    .then(function (key) { return search(key, 0, 0); }).then(end, end);

  button.addEventListener("click", function (event) {
    if (ready || asked) return;
    event.preventDefault();
    asked = true;
    button.disabled = true;
    button.textContent = form.getAttribute("data-wait");
  });
}());
