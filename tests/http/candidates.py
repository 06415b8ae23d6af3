#!/usr/bin/env python3
"""candidates: the officers' pages about candidates, through a whole house: nobody sees how one stands before he has declared himself, moves
wait for a second person, and a round is recognised by one paper or not at all."""
import os
import sys
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from reader import Reader  # noqa: E402

PEOPLE = tuple("%s%d" % (name, os.getpid()) for name in ("clear", "kept", "held", "prize", "second"))
CLEAR, KEPT, HELD, PRIZE, SECOND = PEOPLE
OLD = "old%d" % os.getpid()
NAMES = dict(zip(PEOPLE, ("甲示", "乙示", "丙示", "丁示", "戊示")))
ROUND = """
INSERT INTO round (slug, title, created_at) VALUES ('old%(n)d', '往届示例', NOW(6)); SET @r = LAST_INSERT_ID();
INSERT INTO notice (round_id, slug, created_at) VALUES (@r, 'old%(n)d-1', NOW(6)); SET @n = LAST_INSERT_ID();
INSERT INTO notice_version (notice_id, version, state, title, body, drafted_by, created_at, open_day, close_day, opens_at, closes_at)
  VALUES (@n, 1, 'DRAFT', '往届公示', '正文', 1, NOW(6), '2026-01-05', '2026-01-09', '2026-01-04 16:00', '2026-01-09 16:00');
SET @v = LAST_INSERT_ID();""" % {"n": os.getpid()}
PERSON = """
INSERT INTO candidate (round_id, slug) VALUES (@r, '%s'); SET @c = LAST_INSERT_ID();
INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds)
  VALUES (@v, @c, '%s', %d, '%s', '虚构公司', '技师', 1, '上城区总工会', '大数据', '');"""
MOVED = """SET @c = (SELECT id FROM candidate WHERE slug = '%s');
INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state) VALUES (@c, NOW(6), 'SYSTEM', '%s', '%s', '%s');"""


class Office:
    def __init__(self, house):
        self.house = house
        self.case, self.head, self.other, self.clerk = (Reader(house, "staff") for _ in range(4))
        for who, login in ((self.case, "case"), (self.head, "approver"), (self.other, "approver2"), (self.clerk, "editor")):
            who.sign_in(login)
        house.sql(ROUND + "".join(PERSON % (slug, "NOMINATION" if slug in (PRIZE, SECOND) else "CRAFTSMAN", number, NAMES[slug])
                                  for number, slug in enumerate(PEOPLE, 1)) +
                  "UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = NOW(6) WHERE id = @v;" +
                  "".join(MOVED % (slug, "PUBLISH", "PROPOSED", "NOTICED") for slug in PEOPLE) +
                  "".join(MOVED % (slug, "EXPIRE", "NOTICED", "CLEAR") for slug in PEOPLE if slug != HELD) +
                  MOVED % (HELD, "HOLD", "NOTICED", "HELD"))

    def state(self, slug):
        return self.house.sql("SELECT state FROM candidate WHERE slug = '%s'" % slug)[0][0]

    def agreed(self, slug):
        self.head.open("/candidates/%s" % slug).sees(200, "下面这一步等另一位同意后生效")
        self.head.open("/candidates/%s/proposal" % slug).prove("approver").press("提交", answer="AGREE").prove("approver")
        return self.head.sees(200, "已同意，立即生效")


def nobody_sees_anything_before_he_has_declared_himself(o):
    o.clerk.open("/candidates").sees(403, "不在您的职责内")
    o.case.open("/candidates?round=" + OLD).sees(200, "还有 5 位人选", "甲示", "请先说明有没有利害关系").misses("暂缓认定", "公示期满无异议")
    o.case.open("/candidates/%s" % HELD).sees(200, "与您有利害关系的人选")
    assert o.case.path.endswith("/candidates/round/%s/declare" % OLD), o.case.path
    number = o.house.sql("SELECT id FROM candidate WHERE slug = '%s'" % SECOND)[0][0]
    o.case.press("确认我的说明", **{"tied_" + number: "1"}).sees(422, "请写明是什么关系")
    o.case.press("确认我的说明", **{"tied_" + number: "1", "tie": "同一师门"}).sees(200, "已记下您的说明", "暂缓认定").misses("戊示")
    assert o.case.open("/candidates/%s" % SECOND).status == 404
    for who in (o.head, o.other):
        who.open("/candidates/round/%s/declare" % OLD).press("确认我的说明").sees(200, "已记下您的说明", "戊示")


def a_move_waits_for_another(o):
    o.case.open("/candidates/%s" % CLEAR).sees(200, "等待认定").open("/candidates/%s/move/HOLD_BY_HAND" % CLEAR).sees(200, "可以审核的同事", "示例负责人")
    o.case.press("交另一位审核", basis="短").sees(422, "理由至少写 5 个字")
    o.case.press("交另一位审核", basis="依据编号 1234-5678 的线索").sees(200, "已交另一位审核", "下面这一步等另一位同意后生效")
    assert o.state(CLEAR) == "CLEAR"
    o.case.open("/candidates/%s/proposal" % CLEAR).sees(403, "不在您的职责内")
    o.head.open("/candidates/%s/proposal" % CLEAR).prove("approver").press("提交", answer="RETURN").sees(422, "请写明原因")
    o.head.press("提交", answer="RETURN", why="依据不够清楚").sees(200, "已退回")
    o.case.open("/candidates/%s" % CLEAR).sees(200, "被退回", "依据不够清楚", "等待认定")
    assert o.state(CLEAR) == "CLEAR"


def what_happened_meanwhile_is_told_and_what_was_typed_stays(o):
    o.case.open("/candidates/%s/move/HOLD_BY_HAND" % KEPT).sees(200, "暂缓认定")
    late = Reader(o.house, "staff").sign_in("case2")
    late.open("/candidates/round/%s/declare" % OLD).press("确认我的说明")
    late.open("/candidates/%s/move/HOLD_BY_HAND" % KEPT)
    o.case.press("交另一位审核", basis="依据编号 2234 的线索").sees(200, "已交另一位审核")
    late.press("交另一位审核", basis="依据编号 3234 的线索").sees(409, "别人刚刚办过", "依据编号 2234 的线索", "依据编号 3234 的线索")
    o.agreed(KEPT).sees(200, "暂缓认定", "示例承办", "示例负责人")
    late.open("/candidates/%s/move/HOLD_BY_HAND" % KEPT).sees(200, "接下来", "保留人选")
    o.case.open("/candidates/%s" % KEPT).sees(200, "保留人选").open("/candidates/%s/move/KEEP" % KEPT)
    o.case.press("交另一位审核", basis="没有受理的异议，线索不属实").sees(200, "已交另一位审核")
    o.agreed(KEPT).sees(200, "保留")
    assert o.state(KEPT) == "KEPT"


def a_move_that_the_table_has_not_has_no_page(o):
    for path in ("/candidates/%s/move/RECOGNISE" % CLEAR, "/candidates/%s/move/EXPIRE" % CLEAR, "/candidates/%s/move/x" % CLEAR, "/candidates/none"):
        assert o.case.open(path).status == 404, path
    o.case.open("/candidates/%s/move/REMOVE" % HELD).sees(200, "保留人选").misses("取消资格")  # no finding says so
    o.case.open("/candidates?round=%s&state=HELD" % OLD).sees(200, "丙示").misses("甲示")
    o.case.open("/candidates?round=%s&state=NONE" % OLD).sees(422)


def a_round_is_recognised_by_one_paper_or_not_at_all(o):
    o.case.open("/candidates/round/2026/recognise").sees(200, "现在没有可以认定的人选")
    o.case.open("/candidates/round/%s/recognise" % OLD).sees(200, "甲示", "乙示", "丁示", "不在名单里的人选", "丙示", "这个状态不能认定").misses("戊示")
    o.case.press("交另一位审核", paper="九号文件", paper_day="2026-02-01").sees(422, "请写成这样")
    o.case.press("交另一位审核", paper="杭数匠[2026]第09号", paper_day="2026年2月1日").sees(200, "已交负责人审核", "杭数匠〔2026〕9号")
    paper = o.case.path.split("?")[0]
    o.case.open("/candidates/round/%s/recognise" % OLD).press("交另一位审核", paper="杭数匠〔2026〕10号", paper_day="2026-02-01").sees(409, "一份在等审核")
    o.house.sql(MOVED % (CLEAR, "HOLD", "CLEAR", "HELD"))
    o.head.open(paper).press("提交", answer="AGREE").prove("approver").sees(409, "整份都没有生效", "现在还不能认定的人选", "甲示")
    assert o.state(KEPT) == "KEPT" and o.state(PRIZE) == "CLEAR"
    o.head.press("提交", answer="RETURN", why="名单有变化，请重新提出").sees(200, "已退回")
    o.case.open("/candidates/round/%s/recognise" % OLD).press("交另一位审核", paper="杭数匠〔2026〕10号", paper_day="2026-02-02").sees(200, "已交负责人审核")
    paper = o.case.path.split("?")[0]
    o.other.open(paper).press("提交", answer="AGREE").prove("approver2").sees(200, "名单上的人选都已认定", "乙示", "丁示")
    assert [o.state(s) for s in PEOPLE] == ["HELD", "RECOGNISED", "HELD", "RECOGNISED", "CLEAR"]
    o.head.open(paper).sees(200, "已认定")
    assert not any("提交" in b["text"] for form in o.head.page.forms for b in form["buttons"])


def a_title_is_revoked_by_a_paper(o):
    o.case.open("/candidates/%s/move/REVOKE" % KEPT).press("交另一位审核", basis="事迹严重失实，经批准撤销").sees(422, "请写文件的文号", "请写文件的日期")
    o.case.press("交另一位审核", paper="杭数匠〔2026〕30号", paper_day="2026-06-01").sees(200, "已交另一位审核", "杭数匠〔2026〕30号")
    o.agreed(KEPT).sees(200, "撤销称号", "杭数匠〔2026〕30号", "2026年6月1日")
    assert o.state(KEPT) == "REVOKED"


def no_public_page_says_hold(o):
    for path in ("/", "/notice/%s-1" % OLD, "/notice/%s-1/candidate/%s" % (OLD, HELD)):
        status, _, text = o.house.get("public", path)
        assert status == 200 and "往届公示" in text or path == "/", path
        assert "暂缓" not in text, path


CHECKS = (nobody_sees_anything_before_he_has_declared_himself, a_move_waits_for_another,
          what_happened_meanwhile_is_told_and_what_was_typed_stays, a_move_that_the_table_has_not_has_no_page,
          a_round_is_recognised_by_one_paper_or_not_at_all, a_title_is_revoked_by_a_paper, no_public_page_says_hold)


def main():
    failed = 0
    print("1..%d" % len(CHECKS))
    with House(sets=["notice.shown_days=3650"]) as house:
        office = Office(house)
        for number, check in enumerate(CHECKS, 1):
            try:
                check(office)
                print("ok %d - %s" % (number, check.__name__.replace("_", " ")), flush=True)
            except Exception:  # whatever it is, the other checks are still worth knowing
                failed += 1
                print("not ok %d - %s" % (number, check.__name__.replace("_", " ")))
                print("\n".join("# " + line for line in traceback.format_exc().split("\n")), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
