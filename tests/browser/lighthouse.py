#!/usr/bin/env python3
"""lighthouse: list, candidate, form and tracking of a whole house, at Lighthouse's mobile settings: 100 in accessibility, best practices and
performance, and in SEO but for `is-crawlable` where names stand, which are not to be indexed. A busy machine may be slow: the best of three
counts. A page that is spoilt on purpose must lose points. Needs what tests/browser/package.json names."""
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.robotparser

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "support"))
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from gallery import Gallery  # noqa: E402
from house import House  # noqa: E402

LIGHTHOUSE = os.path.join(os.environ["NODE_PLACE"], "node_modules", "lighthouse", "cli", "index.js")
CATEGORIES = ("accessibility", "best-practices", "performance", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
# What a page with names must not have, and what Lighthouse cannot ask where a page's policy lets nobody connect: that is asked here.
NOT_ASKED = ("is-crawlable", "robots-txt")
number = failed = 0


def told(promise, faults):
    global number, failed
    number += 1
    failed += bool(faults)
    for fault in faults:
        print("# %s" % fault)
    print("%s %d - %s" % ("not ok" if faults else "ok", number, promise), flush=True)


def looked_at(url):
    """Scores by category, and what was not full."""
    with tempfile.TemporaryDirectory(prefix="gs-lighthouse-") as folder:
        out = os.path.join(folder, "said.json")
        done = subprocess.run(["node", LIGHTHOUSE, url, "--quiet", "--output=json", "--output-path=" + out, "--chrome-flags=" + FLAGS,
                               "--only-categories=" + ",".join(CATEGORIES)], env=dict(os.environ, CHROME_PATH="/usr/bin/chromium"),
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180, check=False)
        if not os.path.exists(out):
            return {}, ["lighthouse: " + done.stdout[-300:]]
        with open(out, encoding="utf-8") as f:
            said = json.load(f)
    faults, scores = [], {}
    for name in CATEGORIES:
        category = said["categories"][name]
        low = ["%s: %s" % (a["id"], said["audits"][a["id"]]["title"]) for a in category["auditRefs"]
               if a["weight"] > 0 and said["audits"][a["id"]]["score"] is not None and said["audits"][a["id"]]["score"] < 1
               and a["id"] not in NOT_ASKED]
        scores[name] = round((category["score"] or 0) * 100)
        if scores[name] < 100 and not (name == "seo" and not low):
            faults.append("%s %d: %s" % (name, scores[name], "; ".join(low)))
    return scores, faults


def best_of_three(url):
    for _ in range(3):
        scores, faults = looked_at(url)
        if not faults:
            break
    print("# %s %s" % (url, scores))
    return faults


def main():
    with House() as h:
        person = re.search(r'href="(/notice/[^"]*/candidate/[^"]+)"', h.get("public", "/notice/2026-1")[2]).group(1)
        form = re.sub(r"^/notice/(.*)/candidate/", r"/object/\1/", person)
        for name, path in (("list", "/notice/2026-1"), ("candidate", person), ("form", form), ("tracking", "/track")):
            told("the %s has 100 in all four" % name, best_of_three(h.url("public", path)))
        _, head, text = h.get("public", "/robots.txt")
        robots = urllib.robotparser.RobotFileParser()
        robots.parse(text.split("\n"))
        told("robots may read a notice and its noindex, and no form", [] if head["Content-Type"].startswith("text/plain")
             and robots.can_fetch("x", "/notice/2026-1") and not robots.can_fetch("x", "/object/2026-1/x") else [text])
    with Gallery() as gallery:
        told("a page that is not there has less", [] if looked_at(gallery.origin + "nothing")[1] else ["nothing was found wrong"])
    print("1..%d" % number)
    raise SystemExit(failed > 0)


main()
