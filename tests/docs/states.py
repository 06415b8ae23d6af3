#!/usr/bin/env python3
"""states: docs/states.md and its drawings are what the tables of lib/model say today. `--write` (make docs) makes them anew. The page is
compared byte for byte; of a drawing its states and arrows with their words, since another graphviz may set them elsewhere."""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
PROGRAM = os.path.join(os.environ.get("top_builddir") or ".", "docs", "states")
MACHINES = ("objection", "request", "candidate")
SVG = "{http://www.w3.org/2000/svg}"


def said(*what, text=None, program=(PROGRAM, os.path.join(TOP, "templates"))):
    return subprocess.run([*program, *what], input=text, stdout=subprocess.PIPE, check=True).stdout


def drawn(name):
    source = said("drawing", name)
    title = re.match(r'digraph "([^"]*)"', source.decode()).group(1)
    return said(title, text=source, program=(os.path.join(TOP, "docs", "draw"),))


def read(name):
    with open(os.path.join(TOP, "docs", name), "rb") as f:
        return f.read()


def parts(svg):
    """(kind, title, words) of every state and arrow."""
    return {(g.get("class"), g.findtext(SVG + "title"), *(t.text for t in g.iter(SVG + "text")),
             *(a.get("{http://www.w3.org/1999/xlink}title") for a in g.iter(SVG + "a")))
            for g in ElementTree.fromstring(svg).iter(SVG + "g") if g.get("class") in ("node", "edge")}


def write():
    for name, data in [("states.md", said("page"))] + [("states-%s.svg" % m, drawn(m)) for m in MACHINES]:
        with open(os.path.join(TOP, "docs", name), "wb") as f:
            f.write(data)


def checks():
    page = said("page")
    yield read("states.md") == page, "docs/states.md says what the tables say (else: make docs)"
    yield re.sub(rb"\n[^\n]*`ACCEPT`[^\n]*", b"", read("states.md"), count=1) != page, "a move that is missing from the page is found"
    for name in MACHINES:
        svg, wanted = read("states-%s.svg" % name), parts(drawn(name))
        yield parts(svg) == wanted, "the drawing of the %s shows the states and moves of the tables (else: make docs)" % name
        yield parts(svg.replace(b'id="edge3" class="edge"', b'id="edge3"')) != wanted, "an arrow that is missing from the drawing of the %s is found" % name
        yield b'role="img"' in svg and not re.search(rb"/(home|tmp|usr|work|root)/", svg + page), "the drawing of the %s has a name, and names no machine" % name


if sys.argv[1:] == ["--write"]:
    write()
    sys.exit(0)
results = list(checks())
print("1..%d" % len(results))
for number, (good, promise) in enumerate(results, 1):
    print("%s %d - %s" % ("ok" if good else "not ok", number, promise))
sys.exit(0 if all(good for good, _ in results) else 1)
