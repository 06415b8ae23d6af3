#!/usr/bin/env python3
"""listing: the list of a notice through the front door: found by name, pinyin, initials, employer and union, filtered with true counts, in three
orders, ten thousand people in pieces of which none is missing or twice; and that nothing that can be written into the address breaks it."""
import os
import re
import sys
import traceback
import urllib.parse

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from many import notice_of  # noqa: E402

PEOPLE = 10000
ROW = re.compile(r'<tr id="p-([^"]+)"><td class="num">(\d+)</td><th scope="row"[^>]*>(?:<a [^>]*>)?([^<]+)')


def ask(h, path, **words):
    return h.get("public", path + ("?" + urllib.parse.urlencode(words) if words else ""))


def names(page):
    return [name for _, _, name in ROW.findall(page)]


def people_are_found_in_every_way(h):
    whole = ask(h, h.few)[2]
    assert len(names(whole)) == 60 and 'rel="next"' not in whole
    rows = h.sql("SELECT name, pinyin, employer, union_name FROM candidate_entry WHERE version_id = (SELECT MIN(version_id) FROM candidate_entry) ORDER BY id")
    for name, pinyin, employer, union in rows[:5]:
        initials = "".join(s[0] for s in pinyin.replace("ü", "v").split())
        for q in (name, name[1:], pinyin, pinyin.replace(" ", "").upper(), initials, employer, name[0] + " " + employer[:6]):
            status, head, page = ask(h, h.few, q=q)
            assert status == 200 and name in names(page) and "找到 " in page and head["Cache-Control"] == "no-store", (name, q)
            assert 'value="%s"' % q in page
        assert name in names(ask(h, h.few, q=union)[2])
    assert "找到" not in whole and "没有找到" in ask(h, h.few, q="没有这样一个人")[2]


def counts_beside_filters_are_what_choosing_them_gives(h):
    page = ask(h, h.few, q="a")[2]
    for name in ("union", "field", "award"):
        part = re.search(r'<select id="f-%s".*?</select>' % name, page, re.S).group(0)
        choices = re.findall(r'<option value="([^"]+)">[^<]*\((\d+)\)', part)
        assert len(choices) > 1, name
        for value, count in choices[:4]:
            found = ask(h, h.few, q="a", **{name: value})[2]
            assert len(names(found)) == int(count), (name, value, count)
            assert re.search(r'<option value="%s" selected>' % re.escape(value), found)


def orders_are_those_of_surnames_and_readings(h):
    by_pinyin = ask(h, h.few, sort="pinyin")[2]
    reading = dict(h.sql("SELECT name, pinyin FROM candidate_entry"))
    for table in re.findall(r"<tbody>.*?</tbody>", by_pinyin, re.S):
        read = [reading[n] for n in names(table) if n in reading]  # the client knows no letter of four bytes
        assert read == sorted(read)
    assert len(names(by_pinyin)) == 60
    assert sorted(names(by_pinyin)) == sorted(names(ask(h, h.few)[2])) == sorted(names(ask(h, h.few, sort="strokes")[2]))


def nobody_is_missing_or_twice_in_any_order(h):
    for sort in ("", "strokes", "pinyin"):
        seen, path = [], h.many + ("?sort=" + sort if sort else "")
        back = None
        while path:
            status, _, page = h.get("public", path)
            assert status == 200 and len(page.encode()) < 60000
            seen += [slug for slug, _, _ in ROW.findall(page)]
            before = re.search(r'rel="prev" href="([^"]+)"', page)
            after = re.search(r'rel="next" href="([^"]+)"', page)
            if len(seen) == 120:
                back = before.group(1).replace("&amp;", "&").split("#")[0]
            path = after.group(1).replace("&amp;", "&").split("#")[0] if after and (not sort or len(seen) < 600) else None
        assert len(seen) == len(set(seen)) == (PEOPLE if not sort else 600), (sort, len(seen))
        assert [slug for slug, _, _ in ROW.findall(h.get("public", back)[2])] == seen[:60]


def a_person_leads_back_to_his_line(h):
    page = ask(h, h.many, after="4980")[2]
    slug = ROW.findall(page)[30][0]
    person = h.get("public", "%s/candidate/%s" % (h.many, slug))[2]
    back = re.search(r'class="back[^>]*><a href="([^"#]+)#p-%s"' % slug, person).group(1)
    assert 'id="p-%s"' % slug in h.get("public", back)[2]
    assert person.count("上一人") == person.count("下一人") == 1


def whatever_stands_in_the_address_is_answered_with_a_way_on(h):
    for words in (dict(q="%_"), dict(q="%"), dict(q="\\"), dict(q="'\"<script>"), dict(q="字" * 800), dict(q="a" * 7000), dict(union="999999"), dict(field="没有"),
                  dict(after="10001"), dict(after="9" * 40), dict(before="-1"), dict(after="x"), dict(before="0"), dict(q="王", after="99999")):
        status, _, page = ask(h, h.many, **words)
        assert status == 200 and ("#list" in page) and "<script>" not in page.replace("<script src", ""), (words, status)
    for words in (dict(sort="nope"), dict(award="X"), dict(union="x"), dict(field="字" * 101)):
        status, _, page = ask(h, h.many, **words)
        assert status == 404 and "错误：" in page and len(names(page)) == 60, (words, status)
    status, _, page = ask(h, h.many, q="a" * 10000)
    assert status == 404 and "太长" in page
    for path in ("/notice/nope", "/notice/nope?q=x", h.many + "/version/9", h.many + "/version/x?after=60", h.many + "/candidate/nope"):
        assert h.get("public", path)[0] == 404, path
    assert ask(h, h.many, utm="x")[2] == ask(h, h.many, q="", union="", sort="")[2] == ask(h, h.many)[2]


CHECKS = (people_are_found_in_every_way, counts_beside_filters_are_what_choosing_them_gives, orders_are_those_of_surnames_and_readings,
          nobody_is_missing_or_twice_in_any_order, a_person_leads_back_to_his_line, whatever_stands_in_the_address_is_answered_with_a_way_on)


def main():
    failed = 0
    print("1..%d" % len(CHECKS))
    with House("--workers", "1,1,1", "--read-rate", "10000") as house:
        house.few = re.search(r'href="(/notice/[^"]+)"', house.get("public", "/")[2]).group(1)
        house.many = notice_of(house, "many", PEOPLE)
        for number, check in enumerate(CHECKS, 1):
            name = check.__name__.replace("_", " ")
            try:
                check(house)
                print("ok %d - %s" % (number, name), flush=True)
            except Exception:  # whatever it is, the other checks are still worth knowing
                failed += 1
                print("not ok %d - %s" % (number, name))
                print("\n".join("# " + line for line in traceback.format_exc().split("\n")), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
