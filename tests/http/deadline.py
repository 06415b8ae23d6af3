#!/usr/bin/env python3
"""deadline: the page on which anybody works out a deadline, through the front door: the known cases, the cut-off hour, what is refused and
how; that its answers may be kept; and that a new plan moves no printed period, which stays explained by the plan it was printed by."""
import csv
import datetime
import json
import os
import re
import subprocess
import sys
import time
import traceback
import urllib.parse

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402


def ask(h, start, n=5, unit="WORKDAYS", first="NEXT", hour="", face="", **head):
    query = urllib.parse.urlencode({"start": start, "hour": hour, "n": n, "unit": unit, "first": first})
    return h.get("public", "%s/deadline?%s" % (face, query), **head)


def end_of(page):
    """The last day that the page tells, and the one on which its table ends."""
    told = re.search(r"到 <strong>(\d+)年(\d+)月(\d+)日 24时", page)
    last = re.search(r"<td><span class=\"tag tag-open\">.*", page).start()
    row = re.findall(r"<tr[^>]*><th scope=\"row\"><span class=\"nowrap\">(\d+)年(\d+)月(\d+)日", page[:last])[-1]
    assert told.groups() == row, (told.groups(), row)
    return "%s%02d%02d" % (row[0], int(row[1]), int(row[2]))


def the_known_cases_end_where_they_should(h):
    with open(os.path.join(TOP, "tests", "unit", "calendar_cases.h"), encoding="utf-8") as f:
        cases = re.findall(r"\{(20\d{6}), (20\d{6}), (20\d{6})\}", f.read())
    assert len(cases) == 17
    for start, counted, following in cases:
        for first, end in (("COUNTED", counted), ("NEXT", following)):
            status, _, page = ask(h, "%s-%s-%s" % (start[:4], start[4:6], start[6:]), first=first)
            assert status == 200 and end_of(page) == end, (start, first)


def what_comes_after_hours_counts_as_the_next_working_day(h):
    for hour, end in (("16", "20260511"), ("17", "20260512"), ("１７", "20260512"), ("", "20260511")):
        page = ask(h, "2026-04-30", hour=hour)[2]
        assert end_of(page) == end and ("过了截止时刻" in page) == (end == "20260512"), hour
    assert "17 时以后" in h.get("public", "/deadline")[2]


def an_end_on_a_day_off_is_put_off(h):
    page = ask(h, "2026-04-24", n=7, unit="DAYS")[2]
    assert end_of(page) == "20260506" and page.count("顺延<span") == 5


def what_cannot_be_worked_out_is_told_beside_its_field(h):
    for asked, said in ((dict(start="2026-13-40"), "请写日期"), (dict(start=""), "请写从哪天起"), (dict(start="2026-04-01", n=0), "1 到 180"),
                        (dict(start="2026-04-01", n="x"), "请只写数字"), (dict(start="2026-04-01", hour="25"), "0 到 23"),
                        (dict(start="2026-04-01", unit="WEEKS"), "请选一项"), (dict(start="2022-12-30"), "2022 年的放假安排"),
                        (dict(start="2099-12-30"), "2099 年的放假安排"), (dict(start="0001-01-01"), "1 年的放假安排")):
        status, head, page = ask(h, **asked)
        assert status == 422 and said in page and "错误：" in page and not head["ETag"], asked
        assert 'value="%s"' % asked["start"] in page
    assert "are not known here" in ask(h, "2099-12-30", face="/en")[2]


def an_answer_may_be_kept_and_depends_on_the_question_alone(h):
    status, head, page = ask(h, "2026-04-24", Cookie="a=b")
    assert status == 200 and head["ETag"] and not head["Set-Cookie"] and head["Cache-Control"] == "no-cache"
    assert ask(h, "2026-04-24", **{"If-None-Match": head["ETag"]})[0] == 304
    assert ask(h, "2026-04-27")[1]["ETag"] != head["ETag"]
    assert h.get("public", "/deadline?x=1&start=2026-04-24&n=5&unit=WORKDAYS&first=NEXT")[2] == page
    empty = h.get("public", "/deadline?from=singlemessage")
    assert empty[0] == 200 and "到 <strong>" not in empty[2] and empty[1]["ETag"]
    # The other language and the large letters keep the question.
    other = re.search(r'href="(/en/deadline\?[^"]*)"', page).group(1).replace("&amp;", "&")
    assert "Wednesday, 6 May 2026" in h.get("public", other)[2]


def load(h, year, text):
    path = os.path.join(h.home, "plan.json")
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    os.chmod(path, 0o644)
    return subprocess.run(h.as_owner([h.home + "/app/sbin/gongshictl", "-c", h.home + "/etc/gongshi.conf", "calendar", "load", path]),
                          cwd="/", capture_output=True, text=True, timeout=60)


def a_new_plan_moves_no_printed_period(h):
    """The second day of the sample's period becomes a holiday."""
    notice = re.search(r'href="(/notice/[^"]+)"', h.get("public", "/")[2]).group(1)
    before = h.get("public", notice)[2]
    printed = re.search(r"<dt>公示期</dt><dd>(\d+)年(\d+)月(\d+)日 – ([^<]+)", before)
    assert "逐日看公示期怎样算出" in before and "后来有过修订" not in before
    if "个自然日" in before:  # no plan of this year comes with the release: nothing rests on it
        return "SKIP the period was not counted in working days"
    first = datetime.date(*(int(x) for x in printed.groups()[:3]))
    with open(os.path.join(TOP, "sql", "calendar", "%d.csv" % first.year), encoding="utf-8") as f:
        rows = [row for row in csv.reader(f) if len(row) == 3]
    days = {row[0]: {"name": row[2], "date": row[0], "isOffDay": row[1] == "off"} for row in rows}
    taken = re.findall(r"(\d+)年(\d+)月(\d+)日</span><span class=\"more\">[^<]*</span></th><td><span class=\"tag\">第 2 天", before)[0]
    holiday = datetime.date(*(int(x) for x in taken)).isoformat()
    days[holiday] = {"name": "临时放假", "date": holiday, "isOffDay": True}
    plan = {"year": first.year, "papers": ["https://www.example.org/new"], "days": [days[d] for d in sorted(days)]}
    told = load(h, first.year, json.dumps(plan))
    assert told.stdout.startswith("calendar: %d, revision 2\n" % first.year), told
    time.sleep(2.1)  # the front door keeps a copy for a second
    after = h.get("public", notice)[2]
    assert printed.group(0) in after and "按公布时的放假安排推算" in after
    table = re.compile(r"<table class=\"days\">.*?</ul>", re.S)
    assert table.search(before).group(0) == table.search(after).group(0)
    now = ask(h, first.isoformat(), first="COUNTED")[2]
    assert "本站第 2 版" in now and "临时放假" in now and "https://www.example.org/new" in now
    assert end_of(now) > "%d%02d%02d" % tuple(int(x) for x in re.match(r"(\d+)年(\d+)月(\d+)日", printed.group(4)).groups())
    plan["days"][0]["date"] = "%d-02-30" % first.year
    told = load(h, first.year, json.dumps(plan))
    assert told.returncode == 1 and "day 1: a date" in told.stderr
    return None


CHECKS = (the_known_cases_end_where_they_should, what_comes_after_hours_counts_as_the_next_working_day, an_end_on_a_day_off_is_put_off,
          what_cannot_be_worked_out_is_told_beside_its_field, an_answer_may_be_kept_and_depends_on_the_question_alone,
          a_new_plan_moves_no_printed_period)


def main():
    failed = 0
    print("1..%d" % len(CHECKS))
    with House("--workers", "1,1,1", "--read-rate", "1000", sets=("deadline.cutoff_hour=17",)) as house:
        for number, check in enumerate(CHECKS, 1):
            name = check.__name__.replace("_", " ")
            try:
                skipped = check(house)
                print("ok %d - %s%s" % (number, name, " # " + skipped if skipped else ""), flush=True)
            except Exception:  # whatever it is, the other checks are still worth knowing
                failed += 1
                print("not ok %d - %s" % (number, name))
                print("\n".join("# " + line for line in traceback.format_exc().split("\n")), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
