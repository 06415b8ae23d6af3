#!/usr/bin/env python3
"""sheet: the one stylesheet is small, asks nobody else for anything, and its colours can be read in every mode: text 4.5 to 1, in large text with
high contrast 7 to 1, borders of fields and the ring of the focus 3 to 1. Each fault is planted once and must be found."""
import gzip
import os
import re

PATH = os.path.join(os.environ.get("top_srcdir", "."), "static", "gongshi.css")
MOST = 8 * 1024
# What stands on what.
TEXT = [(ink, on) for ink in ("ink", "muted", "link", "seen", "seal", "wrong") for on in ("paper", "wash", "desk")] + [
    ("button-ink", "button"), ("button-ink", "button-over"), ("wrong", "wrong-wash"), ("ok", "ok-wash"), ("warn", "warn-wash"), ("lit-ink", "lit")]
EDGES = [("edge", "paper"), ("ring", "paper"), ("ring", "desk")]
MODES = (("light", (r"\A[^{]*:root \{",), 4.5), ("dark", (r"\A[^{]*:root \{", r"@media \(prefers-color-scheme: dark\) \{\s*:root \{"), 4.5),
         ("large", (r"\A[^{]*:root \{", r"\nhtml\.large \{"), 7),
         ("large and dark", (r"\A[^{]*:root \{", r"@media \(prefers-color-scheme: dark\) \{\s*html\.large \{"), 7))


def tokens(css, places):
    """The colours of a mode: what a later place says holds."""
    found = {}
    for place in places:
        at = re.search(place, css)
        found.update(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", css[at.end():css.index("}", at.end())]) if at else [])
    return found


def light(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, two):
    a, b = sorted((light(one), light(two)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def faults(css):
    packed = len(gzip.compress(css.encode(), 9, mtime=0))
    if packed > MOST:
        yield "%d bytes compressed" % packed
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    if re.search(r"url\(|@import|@font-face", bare):
        yield "it asks for something else"
    for mode, places, most in MODES:
        have = tokens(re.sub(r"/\*.*?\*/", "", css, flags=re.S), places)
        for pairs, least in ((TEXT, most), (EDGES, 3)):
            for ink, on in pairs:
                if ink not in have or on not in have:
                    yield "%s: no colour --%s or --%s" % (mode, ink, on)
                elif contrast(have[ink], have[on]) < least:
                    yield "%s: --%s on --%s is %.1f to 1" % (mode, ink, on, contrast(have[ink], have[on]))


def main():
    with open(PATH, encoding="utf-8") as f:
        css = f.read()
    told = [("the sheet is small, its own and readable", list(faults(css)))]
    for old, new, what in (("--muted: #55504a", "--muted: #99948a", "pale text"),
                           ("--edge: #8c867c", "--edge: #3a3d42", "a field without an edge in dark"),
                           ("body {", "body { background: url(x.png);", "a picture from elsewhere"),
                           ("body {", "body { --x: \"%s\";" % os.urandom(8000).hex(), "a sheet that grew"),
                           ("html.large {\n  --desk: #fff; --wash: #fff; --ink: #000", "html.large {\n  --ink: #777", "large text that is pale")):
        assert old in css, old
        told.append(("%s is found" % what, [] if list(faults(css.replace(old, new, 1))) else ["not found"]))
    print("1..%d" % len(told))
    for number, (promise, wrong) in enumerate(told, 1):
        print("".join("# %s\n" % w for w in wrong), end="")
        print("%s %d - %s" % ("not ok" if wrong else "ok", number, promise))
    raise SystemExit(any(wrong for _, wrong in told))


main()
