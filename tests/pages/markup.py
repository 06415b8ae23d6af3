#!/usr/bin/env python3
"""markup: every golden page is whole: its tags close as they open, an id stands once, what points at an id finds it, every field has words,
every heading and button says something, and there is one h1 under a title of its own. Each fault is planted once and must be found."""
import glob
import os
import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "source"}
SPOKEN = {"h1", "h2", "h3", "h4", "title", "caption", "legend", "label", "a", "button", "th", "dt", "summary", "option"}
NOT_IN_P = {"p", "div", "ul", "ol", "dl", "table", "form", "fieldset", "section", "nav", "h1", "h2", "h3", "details"}
ROOMS = {"li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "tr": {"thead", "tbody", "table"}, "td": {"tr"}, "th": {"tr"},
         "legend": {"fieldset"}, "option": {"select", "optgroup"}, "optgroup": {"select"}, "caption": {"table"}, "summary": {"details"}}
ADDRESS = {"a": "href", "form": "action", "link": "href", "script": "src"}
FIELDS = ("input", "select", "textarea", "button")
POINTERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
HEADS = re.compile(r"h([1-6])$")


class Page(HTMLParser):
    def __init__(self, text, first=False):
        """`first`: the page that the whole house is named by."""
        super().__init__(convert_charrefs=True)
        self.first = first
        self.faults, self.open, self.ids, self.pointers, self.fields, self.heads = [], [], {}, [], [], []
        self.labelled, self.title = set(), ""
        self.feed(text)
        self.close()
        self.settle()

    def fault(self, text):
        self.faults.append("line %d: %s" % (self.getpos()[0], text))

    def handle_starttag(self, tag, attrs):
        have = dict(attrs)
        within = [t for t, _, _ in self.open]
        if len(have) != len(attrs):
            self.fault("<%s> has an attribute twice" % tag)
        if "p" in within and tag in NOT_IN_P:
            self.fault("<%s> within <p>" % tag)
        if tag in ("a", "button", "form", "label") and tag in within:
            self.fault("<%s> within <%s>" % (tag, tag))
        if tag in ROOMS and (not within or within[-1] not in ROOMS[tag]):
            self.fault("<%s> within <%s>" % (tag, within[-1] if within else ""))
        self.look(tag, have, within)
        if tag not in VOID:
            self.open.append((tag, [], have))

    handle_startendtag = handle_starttag

    def look(self, tag, have, within):
        if "id" in have:
            if not have["id"] or have["id"] in self.ids:
                self.fault("the id %r is empty or stands twice" % have["id"])
            self.ids[have["id"]] = (tag, have)
        for name in POINTERS:
            for one in (have.get(name) or "").split() or ([""] if name in have else []):
                self.pointers.append((name, one, self.getpos()[0]))
        if tag in ADDRESS and not have.get(ADDRESS[tag]):
            self.fault("<%s> without an address" % tag)
        elif tag == "a" and have["href"].startswith("#"):
            self.pointers.append(("href", have["href"][1:], self.getpos()[0]))
        if tag == "html" and not have.get("lang"):
            self.fault("no language")
        if tag in ("select", "textarea", "input"):
            self.field(tag, have, within)

    def field(self, tag, have, within):
        if not have.get("name") and "readonly" not in have:
            self.fault("a field without a name")
        if have.get("type") == "hidden" or "hidden" in have or have.get("aria-hidden") == "true":
            return
        if have.get("aria-label") or "label" in within:
            return
        self.fields.append((have.get("id"), self.getpos()[0]))

    def handle_data(self, data):
        for _, words, _ in self.open:
            words.append(data)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.fault("</%s> where <%s> is open" % (tag, self.open[-1][0] if self.open else ""))
            return
        _, words, have = self.open.pop()
        said = "".join(words).strip()
        if tag in SPOKEN and not said and not have.get("aria-label") and have.get("value") != "":
            self.fault("<%s> says nothing" % tag)
        if tag == "title":
            self.title = said
        if HEADS.match(tag):
            self.heads.append((int(tag[1]), self.getpos()[0]))
        if tag == "label" and have.get("for"):
            self.labelled.add(have["for"])

    def settle(self):
        for name, one, line in self.pointers:
            if one not in self.ids:
                self.faults.append("line %d: %s points at %r, which is not there" % (line, name, one))
            elif name == "for" and self.ids[one][0] not in FIELDS:
                self.faults.append("line %d: a label for <%s>" % (line, self.ids[one][0]))
            elif name == "href" and one.startswith("f-") and self.ids[one][0] not in FIELDS and "tabindex" not in self.ids[one][1]:
                self.faults.append("line %d: an error leads to <%s>, which takes no focus" % (line, self.ids[one][0]))
        for field, line in self.fields:
            if field not in self.labelled:
                self.faults.append("line %d: a field without a label" % line)
        self.faults += ["<%s> is not closed" % tag for tag, _, _ in self.open]
        if [level for level, _ in self.heads].count(1) != 1:
            self.faults.append("%d h1" % [level for level, _ in self.heads].count(1))
        if " – " not in self.title and not self.first:
            self.faults.append("the title is %r" % self.title)
        if "<!DOCTYPE" not in self.rawdata and self.decl != "DOCTYPE html":
            self.faults.append("no doctype")

    decl = ""

    def handle_decl(self, decl):
        self.decl = decl


WHOLE = """<!DOCTYPE html>
<html lang="zh-Hans"><head><title>页 – 台</title></head><body><main id="main"><h1>页</h1>
<form method="post" action="/x"><div class="field"><label for="f-a">名</label><p id="h-a">说明</p>
<input id="f-a" name="a" aria-describedby="h-a"></div><button type="submit">好</button></form><a href="#main">上</a></main></body></html>
"""
PLANTED = (
    ("</main>", "", "a tag that stays open"),
    ("</label>", "</p>", "a tag that closes another"),
    ("</h1>", "</h1><p><ul><li>x</li></ul></p>", "a list within a paragraph"),
    ('id="h-a"', 'id="f-a"', "an id that stands twice"),
    ('aria-describedby="h-a"', 'aria-describedby="h-a e-a"', "a description that is not there"),
    ('for="f-a"', 'for="h-a"', "a label for a paragraph"),
    ("<h1>页</h1>", '<h1 id="f-b">页</h1><a href="#f-b">错</a>', "an error that leads to no field"),
    ('<label for="f-a">名</label>', "", "a field without a label"),
    (">名</label>", "></label>", "a label that says nothing"),
    ("<h1>页</h1>", "<h1>页</h1><h2> </h2>", "a heading that says nothing"),
    ("<h1>页</h1>", "", "a page without h1"),
    ("<h1>页</h1>", "<h1>页</h1><h1>页</h1>", "two h1"),
    ('action="/x"', 'action=""', "a form without an address"),
    ('href="#main"', 'href="#top"', "a link to nowhere on the page"),
    (' lang="zh-Hans"', "", "a page without a language"),
    ("页 – 台", "台", "a page without a title of its own"),
    ("<!DOCTYPE html>\n", "", "a page without doctype"),
    ('name="a"', 'name="a" name="b"', "an attribute that stands twice"),
)


def main():
    number = failed = 0
    here = os.path.join(os.environ.get("top_srcdir", "."), "tests", "pages")
    pages = sorted(glob.glob(os.path.join(here, "*", "*.gold")))
    for path in pages:
        with open(path, encoding="utf-8") as f:
            faults = Page(f.read(), "public/notice_list" in path).faults
        number += 1
        failed += bool(faults)
        for fault in faults:
            print("# %s" % fault)
        print("%s %d - %s is whole" % ("not ok" if faults else "ok", number, os.path.relpath(path, here)[:-5]))
    controls = [("a whole page has no fault", not Page(WHOLE).faults, Page(WHOLE).faults), ("there are pages", len(pages) > 0, pages)]
    for old, new, what in PLANTED:
        assert old in WHOLE
        controls.append(("%s is found" % what, bool(Page(WHOLE.replace(old, new, 1)).faults), ""))
    for promise, kept, why in controls:
        number += 1
        failed += not kept
        print("%s %d - %s%s" % ("ok" if kept else "not ok", number, promise, "" if kept else " # %s" % why))
    print("1..%d" % number)
    raise SystemExit(failed > 0)


main()
