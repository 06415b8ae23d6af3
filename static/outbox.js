/* The picture of the outbox, fetched anew every ten seconds while somebody looks at it, for ten minutes after the page was opened or touched: a page
 * that is left open does not keep its officer signed in. Without script there is the link to load it anew. */
"use strict";
(function () {
  var picture = document.getElementById("picture"), until = Date.now() + 600000, busy = false;
  if (!picture || !picture.getAttribute("data-url")) return;

  function put(answer) {
    var fresh = answer && answer.getElementById("picture");
    if (!fresh) until = 0;
    if (!fresh || picture.contains(document.activeElement)) return;
    fresh = document.importNode(fresh, true);
    picture.parentNode.replaceChild(fresh, picture);
    picture = fresh;
  }

  function fetchAnew() {
    if (busy || document.hidden || Date.now() > until) return;
    var request = new XMLHttpRequest();
    busy = true;
    request.open("GET", picture.getAttribute("data-url"));
    request.responseType = "document";
    request.timeout = 8000;
    request.onloadend = function () {
      busy = false;
      if (request.status === 200) put(request.response);
      else until = 0;
    };
    request.send();
  }

  ["keydown", "pointerdown", "scroll"].forEach(function (kind) {
    document.addEventListener(kind, function () { if (until) until = Date.now() + 600000; }, { passive: true });
  });
  setInterval(fetchAnew, 10000);
}());
