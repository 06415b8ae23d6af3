#!/usr/bin/env python3
"""requests_to_unions: a request and its union, through the front door: more time is asked for and given or not, what was taken back is
neither signed for nor answered, who comes second keeps what he typed, and a union that is itself accused is not asked."""
import os
import re
import sys
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from objector import FACT, Case  # noqa: E402
from reader import Reader  # noqa: E402

ABSTRACT = "请核查贵会推荐的人选二〇二五年三月的验收单，附登记簿复印件。"
WHY = "档案存放在外地的仓库，需要几天时间才能调取。"
NO = "登记簿三天之内可以调到，请按原期限办理。"
LATE = "登记簿已经从别处查到了，不用再查。"


class Asked(Case):
    """A case that is being investigated, and the pages of its newest request."""

    def __init__(self, house, officers):
        super().__init__(house, officers)
        self.step("case", "ACCEPT", "交另一位审核").sees(200, "同意后生效")
        self.officer("approver").open("/inbox/%s/proposal" % self.path).prove("approver").press("提交", answer="AGREE").sees(200, "已受理")
        self.officer("case2")
        rows = house.sql("SELECT id FROM officer WHERE login IN ('case', 'case2')")
        self.step("case", "ASSIGN", "指定", first=rows[0][0], second=rows[1][0]).sees(200, "核查人已指定")

    def step(self, login, move, button, **typed):
        self.officer(login)
        return self.officers[login].open("/inbox/%s/move/%s" % (self.path, move)).press(button, **typed)

    def writes(self, abstract=ABSTRACT, **typed):
        self.officer("case")
        return self.officers["case"].open("/inbox/%s/assist" % self.path).press("保存", abstract=abstract, **typed)

    def sent(self):
        """A request that is out; the union at its letter."""
        self.writes(accuses_union="NO").sees(200, "等另一位承办人核对")
        self.officers["case2"].open("/inbox/%s/assist/check" % self.path)
        self.officers["case2"].press("发出协查", nobody_shown="1", accuses_nobody="1").sees(200, "协查已发出")
        self.request, slug = self.house.sql("SELECT a.id, l.slug FROM assist a JOIN union_letter l ON l.assist_id = a.id ORDER BY a.id DESC LIMIT 1")[0]
        self.letter = "/letter/" + slug
        return self

    def union(self):
        """Somebody of the union, who comes in by the letter and a one-time code."""
        if "union" not in self.officers:
            who = Reader(self.house, "union").open(self.letter)
            who.press("发送验证码")
            code = self.house.wait_text(r"验证码\D{0,10}(\d{6})")
            self.officers["union"] = who.press("登录", code=code).sees(200, "需要核查的事项")
        return self.officers["union"].open(self.letter)

    def office(self, step):
        return self.officer("case").open("/inbox/%s/assist/%s/%s" % (self.path, self.request, step))


def an_accused_union_is_not_asked(h):
    c = h.case = Asked(h.house, h.officers)
    before = h.house.sql("SELECT COUNT(*) FROM assist")
    c.writes(accuses_union="YES").sees(422, "不能请它协查", ABSTRACT)
    assert h.house.sql("SELECT COUNT(*) FROM assist") == before


def an_abstract_in_the_objectors_words_is_not_kept(h):
    before = h.house.sql("SELECT COUNT(*) FROM assist")
    h.case.writes(accuses_union="NO", abstract="请核查：" + FACT).sees(422, "和反映人的原话一样", "请核查：" + FACT)
    assert h.house.sql("SELECT COUNT(*) FROM assist") == before


def more_time_is_asked_for_and_given_once(h):
    c = h.case.sent()
    c.union().misses("申请延期").press("签收").sees(200, "已签收", "申请延期")
    page = c.union().open(c.letter + "/time").sees(200, "只能申请一次")
    page.press("提交申请", why="太短").sees(422, "理由至少写 5 个字").press("提交申请", why=WHY).sees(200, "延期申请已提交", "等经办单位答复", WHY)
    c.officer("case").sees(200, "申请延期，待批", WHY, "同意延期", "不同意延期")
    c.office("GRANT_TIME").sees(200, "从原期限接着算", WHY).press("同意延期").sees(200, "协查已更新", "已签收，待答复")
    h.house.wait_mail("", "协查事项有更新")
    c.union().sees(200, "经办单位同意延期").misses("等经办单位答复", "只能申请一次")
    assert c.letter in c.union().open(c.letter + "/time").path and "提交申请" not in c.union().html
    c.office("GRANT_TIME").sees(200, "已签收，待答复").misses("从原期限接着算")  # nothing to grant: the case itself


def who_comes_second_keeps_what_he_typed(h):
    c = h.case = Asked(h.house, h.officers).sent()
    c.union().press("签收")
    c.union().open(c.letter + "/time").press("提交申请", why=WHY).sees(200, "延期申请已提交")
    other = c.officers["case2"].open("/inbox/%s/assist/%s/DENY_TIME" % (c.path, c.request)).sees(200, WHY)
    c.office("DENY_TIME").press("不同意延期", record=NO).sees(200, "协查已更新")
    other.press("不同意延期", record="再等一等，请按原期限答复。").sees(409, "别人刚刚办过", NO, "可以复制")
    assert other.typed("record") == "再等一等，请按原期限答复。"
    c.union().sees(200, "经办单位没有同意延期", NO)


def what_was_taken_back_is_neither_signed_for_nor_answered(h):
    c = h.case
    answer = c.union().open(c.letter + "/answer").press("继续", text="登记簿正在复印，明天寄出。").sees(200, "答复材料")
    c.office("RECALL").press("撤回", record="短").sees(422, "记录至少写 5 个字").press("撤回", record=LATE).sees(200, "已撤回")
    answer.press("去核对").sees(409, "已撤回这件事项", "可以复制")
    c.union().sees(200, "已撤回这件事项", LATE)
    assert "/answer" not in c.union().html and "/sign" not in c.union().html.replace("/sign-out", "")
    again = Asked.sent(c)
    stale = again.union().sees(200, "还没有签收")
    again.office("RECALL").press("撤回", record=LATE).sees(200, "已撤回")
    stale.press("签收").sees(200, "已撤回这件事项", "还没有签收")


def nobody_else_takes_such_a_step(h):
    c = h.case = Asked(h.house, h.officers).sent()
    c.officer("approver").open("/inbox/%s/assist/%s/RECALL" % (c.path, c.request)).sees(403)
    c.office("SEND").sees(404)
    c.office("REPLY").sees(404)
    other = h.house.sql("SELECT MIN(id) FROM assist")[0][0]
    c.officer("case").open("/inbox/%s/assist/%s/RECALL" % (c.path, other)).sees(200, "协查")  # of another case: this case itself
    assert c.officers["case"].path == "/inbox/" + c.path


def a_result_is_signed_for_and_handed_over(h):
    c = h.case
    c.union().press("签收")
    c.union().open(c.letter + "/answer").press("继续", text="登记簿上有他的名字，复印件另寄。").press("去核对").press("发出答复").sees(200, "答复已发出")
    who = c.officer("case").open("/inbox/%s/decision" % c.path)
    who.press("去核对", result="NOT_SUSTAINED", reasons="登记簿上有他的名字，验收单一致，所反映的情况不属实。", told="经核查，验收单和登记簿一致，所反映的情况不属实。",
              finding_untrue="UNTRUE").sees(200, "交批前请核对").press("交负责人批准").sees(200, "决定已交负责人批准")
    c.officer("approver").open("/inbox/%s/approve" % c.path).prove("approver").press("批准").prove("approver").sees(200, "待告知")
    c.step("case", "NOTIFY", "告知").sees(200, "决定已告知", "告知推荐工会和人选", "还没有签收")
    slug = re.search(r"/letter/([a-z0-9]{26})", h.house.wait_mail("", r"有一份告知[\s\S]*?(http://union\S+)")).group(1)
    letter = c.union().open("/letter/" + slug).sees(200, "异议处理结果告知", "异议不成立", "转告人选本人").misses("验收单", "欧阳守密", c.number)
    letter.press("签收").sees(200, "已签收")
    paper = c.officer("case").sees(200, "处理结果告知书")
    paper.open(re.search(r'href="(/inbox/\d+/paper/\d+)"', paper.html).group(1)).sees(200, "异议不成立", "书面申请复核一次")
    paper.misses("欧阳守密", "验收单").press("登记已交付").sees(422, "请写明怎样交付的").press("登记已交付", how="由推荐工会当面转交").sees(200, "告知书已登记交付")


TESTS = (an_accused_union_is_not_asked, an_abstract_in_the_objectors_words_is_not_kept, more_time_is_asked_for_and_given_once, who_comes_second_keeps_what_he_typed,
         what_was_taken_back_is_neither_signed_for_nor_answered, nobody_else_takes_such_a_step, a_result_is_signed_for_and_handed_over)


class Hand:
    def __init__(self, house):
        self.house, self.case, self.officers = house, None, {}
        for login in ("identity", "case", "case2", "approver"):
            self.officers[login] = Reader(house, "staff").sign_in(login)


def main():
    good = True
    print("1..%d" % len(TESTS))
    with House() as house:
        h = Hand(house)
        for number, test in enumerate(TESTS, 1):
            try:
                test(h)
                print("ok %d - %s" % (number, test.__name__))
            except Exception:
                good = False
                print("not ok %d - %s" % (number, test.__name__))
                print("# " + traceback.format_exc().replace("\n", "\n# "))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
