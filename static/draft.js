/* draft: what is being written may be kept on this device until it is sent: only where its owner says so, for a week at most, with a button
 * that forgets it. Sending it or clearing the form forgets it too. */
"use strict";
(function () {
  var WEEK = 7 * 24 * 3600 * 1000, store = null;
  var of = location.pathname.match(/\/object\/([^/]+\/[^/]+)/), box = document.querySelector("[data-draft]");
  try { store = window.localStorage; } catch (e) { return; }
  if (!of || !store) return;
  var key = "gs-draft " + of[1];

  function forget() { store.removeItem(key); }

  function kept() {
    try {
      var draft = JSON.parse(store.getItem(key));
      if (draft && Date.now() - draft.at < WEEK) return draft.text;
    } catch (e) { /* not ours */ }
    forget();
    return null;
  }

  if (document.querySelector("[data-draft-over]")) forget();
  Array.prototype.forEach.call(document.querySelectorAll("form[data-draft-clear]"), function (form) { form.addEventListener("submit", forget); });
  if (!box) return;

  var area = document.getElementById(box.getAttribute("data-draft")), text = kept();
  var on = box.querySelector("[data-keep]"), off = box.querySelector("[data-forget]"), said = box.querySelector("[role=status]");

  function show(words) {
    on.hidden = !off.hidden;
    said.textContent = words ? box.getAttribute("data-" + words) : "";
  }

  function keep() {
    if (off.hidden) return;
    try { store.setItem(key, JSON.stringify({ at: Date.now(), text: area.value })); } catch (e) { off.hidden = true; show(); }
  }

  box.hidden = false;
  off.hidden = text === null;
  show();
  if (text && !area.value.trim()) {
    area.value = text;
    area.dispatchEvent(new Event("input"));
    show("back");
  }
  area.addEventListener("input", keep);
  on.addEventListener("click", function () {
    off.hidden = false;
    keep();
    show("kept");
    off.focus();
  });
  off.addEventListener("click", function () {
    forget();
    off.hidden = true;
    show("forgotten");
    on.focus();
  });
}());
