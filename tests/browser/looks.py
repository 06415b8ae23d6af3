#!/usr/bin/env python3
"""looks: every golden page of all programs under axe-core, in light and dark, and at 200 % zoom; every page within the screen at 320 and
375 pixels; the Nu HTML checker on every page and its CSS checker on the sheet. Each checker finds a fault that is planted. Needs what
tests/browser/package.json names, which the target `looks` installs. LOOKS=word takes the pages whose names hold it."""
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "support"))
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from browser import Browser  # noqa: E402
from gallery import PAGES, TOP, Gallery, names  # noqa: E402

MODULES = os.path.join(os.environ["NODE_PLACE"], "node_modules")
PICTURES = os.path.join(os.environ.get("top_builddir", "."), "tests", "browser", "pictures")
# What is looked at: name, screen, dark. A page at 200 % on a screen of 1280 has 640 pixels of its own.
WAYS = (("light", (1280, 900), False), ("dark", (1280, 900), True), ("200 %", (640, 450), False))
PLANTED = '<img src="/static/mark.00000000.svg"><a href="/x"></a><p style="color:#999;background:#aaa">很浅</p><input>'
AXE = """const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  r => done(r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | "))), e => done(["axe: " + e]));"""
# Cards on a phone change the display of rows and cells, which takes their meaning from some browsers: roles that the checker thinks idle.
MEANT = re.compile(r"^The “role” attribute must not be used on a “t[rdh]” element which has a “table” ancestor")
number = failed = 0


def told(promise, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    for fault in faults:
        print("# %s" % fault)
    print("%s %d - %s" % ("not ok" if faults else "ok", number, promise), flush=True)


def axe(b):
    with open(os.path.join(MODULES, "axe-core", "axe.min.js"), encoding="utf-8") as f:
        b.driver.execute_script(f.read())
    return b.driver.execute_async_script(AXE)


def under_axe(gallery, pages):
    for way, size, dark in WAYS:
        with Browser(PICTURES, "looks", size, script=True, dark=dark) as b:
            b.driver.set_script_timeout(60)
            faults = []
            for page in pages:
                b.open(gallery.origin + page)
                faults += ["%s: %s" % (page, fault) for fault in axe(b)]
            told("axe finds nothing on %d pages, %s" % (len(pages), way), faults)
    with Browser(PICTURES, "looks", script=True) as b:
        b.open(gallery.origin + pages[0])
        b.driver.execute_script("document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])", PLANTED)
        found = " ".join(axe(b))
        told("axe finds what is planted: no alternative, an empty link, pale text, a field without words",
             [w for w in ("image-alt", "link-name", "color-contrast", "label") if w not in found])


def within_the_screen(gallery, pages):
    for wide in (320, 375):
        with Browser(PICTURES, "looks", (wide, 667)) as b:
            faults = []
            for page in pages:
                b.open(gallery.origin + page)
                have = b.driver.execute_script("return document.documentElement.scrollWidth")
                if have > wide:
                    faults.append("%s is %d wide" % (page, have))
            told("%d pages fit a screen of %d" % (len(pages), wide), faults)
            b.driver.execute_script("document.body.insertAdjacentHTML('beforeend', '<p style=\"width:400px\">x</p>')")
            have = b.driver.execute_script("return document.documentElement.scrollWidth")
            told("what is too wide for %d is seen" % wide, [] if have > wide else ["%d" % have])


def checker(*arguments):
    said = subprocess.run(["java", "-Xss8m", "-jar", os.path.join(MODULES, "vnu-jar", "build", "dist", "vnu.jar"), "--format", "json"] +
                          list(arguments), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False).stderr
    return ["%s:%s: %s %s" % (os.path.relpath(m.get("url", "?").replace("file:", ""), TOP), m.get("lastLine"), m["message"],
                              m.get("extract", "").replace("\n", " ")[:120])
            for m in json.loads(said)["messages"] if m["type"] != "info" and not MEANT.match(m["message"])]


def under_the_checkers(pages):
    with tempfile.TemporaryDirectory(prefix="gs-looks-") as folder:
        told("the Nu checker finds no error on %d pages" % len(pages), checker("--html", *[os.path.join(PAGES, p + ".gold") for p in pages]))
        told("the CSS checker finds no error in the sheet", checker("--css", os.path.join(TOP, "static", "gongshi.css")))
        told("the Nu checker finds no error in the pictures", checker("--svg", *[os.path.join(TOP, "static", p) for p in ("mark.svg", "icons.svg")]))
        bad = os.path.join(folder, "bad.html")
        with open(bad, "w", encoding="utf-8") as f:
            f.write("<!DOCTYPE html><html lang=zh-Hans><title>页</title><p><ul><li>x</ul></p>")
        told("a list within a paragraph is found", [] if checker("--html", bad) else ["not found"])
        bad = os.path.join(folder, "bad.css")
        with open(bad, "w", encoding="utf-8") as f:
            f.write("p { colour: red }")
        told("a property that there is not is found", [] if checker("--css", bad) else ["not found"])


def main():
    pages = [p for p in names() if os.environ.get("LOOKS", "") in p]
    with Gallery() as gallery:
        under_axe(gallery, pages)
        within_the_screen(gallery, pages)
    under_the_checkers(pages)
    print("1..%d" % number)
    raise SystemExit(failed > 0)


main()
