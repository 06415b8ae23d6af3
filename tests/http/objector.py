#!/usr/bin/env python3
"""objector: what an objector does later with number and code, through the front door and without a cookie: supplies what one letter names,
asks for the review, withdraws; and a letter, which two officers take in for him. What he typed stays when it cannot be done, and the code stands in no address and no log."""
import datetime
import os
import re
import sys
import time
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from reader import Reader  # noqa: E402

FACT = "二〇二五年三月所报成果实为班组集体完成，可以查当时的验收单。"
MORE = "验收单在档案室第三柜，编号虚构零七，班组长可以证明。"
WHY = "验收单写明了时间和地点，请再看一次。"


class Stranger(Reader):
    """A browser that keeps no cookie."""

    def ask(self, method, path, body=None, kind=None):
        self.cookie = None
        return super().ask(method, path, body, kind)


class Case:
    """An objection of a person, and officers who have declared themselves."""

    def __init__(self, house, officers):
        self.house, self.officers = house, officers
        start = re.search(r'href="(/object/2026-1/[^"/]+)"', house.get("public", "/notice/2026-1/object")[2]).group(1)
        who = Reader(house, "public").open(start)
        who.press("继续", kind="PERSON").press("继续", grounds="UNTRUE").press("继续", statement=FACT).press("继续")
        who.press("继续", name="欧阳守密", email="later@example.org").press("继续", consent="1").sees(200, "提交前请核对")
        time.sleep(3.1)
        text = who.press("提交异议").sees(200, "异议已收到").text()
        self.number = re.search(r"\d{4}-\d{4}-\d{4}", text).group(0)
        self.code = re.search(r"(?:[A-Z0-9]{7}-){3}[A-Z0-9]{7}", text).group(0)
        self.path = self.number.replace("-", "")
        self.officer("identity", "/identity/").press("保存结果", result="CONFIRMED").sees(200, "已核实")

    def officer(self, login, below="/inbox/"):
        who = self.officers[login].open(below + self.path).prove(login)
        if "利害关系" in who.text():
            who.press("提交说明", tied="NO").prove(login)
            if below + self.path not in who.path or "打开" in who.text():
                who.open(below + self.path).prove(login)
        return who

    def looks(self, kind=Stranger):
        who = kind(self.house, "public").open("/track").sees(200, "编号和查询码")
        return who.press("查看进展", number=self.number, code=self.code).sees(200, self.number)


def one_letter_names_all_that_is_missing(h):
    c = h.case = Case(h.house, h.officers)
    who = c.officer("case").sees(200, "通知补正").open("/inbox/%s/supplement" % c.path)
    who.press("看通知全文").sees(422, "请至少勾选一项")
    who.press("看通知全文", missing="WHEN", besides="当时谁在场").sees(200, "1. 事情发生的时间", "2. 当时谁在场", "最晚：", "只能发一次")
    who.press("修改").sees(200, "还缺什么")
    assert who.typed("besides") == "当时谁在场"
    who.press("看通知全文").press("发出补正通知").sees(200, "补正通知已发出", "待补正")
    assert "/supplement" not in who.html


def what_was_missing_is_supplied_once(h):
    c = h.case
    who = c.looks().sees(200, "补正通知", "1. 事情发生的时间", "您现在可以")
    who.press("补上缺的内容").sees(200, "2. 当时谁在场", "请在此前提交").press("提交", words="太短").sees(422, "至少 10 个字", "2. 当时谁在场")
    form = who.form("提交")
    who.press("提交", words=MORE).sees(200, "补上的内容已收到", c.number).misses("已经办过")
    who.page.forms = [form]
    who.press("提交", words=MORE).sees(200, "补上的内容已收到", "已经办过")
    who.press("看办理进展").sees(200, "初步审查").misses("补上缺的内容")
    assert "/supplement" not in c.officer("case").sees(200, MORE, "待审查").html


def a_refusal_is_reviewed_on_request(h):
    c = h.case
    who = c.looks().misses("申请复核")
    paused = c.officer("case").open("/inbox/%s/move/SUSPEND" % c.path).press("交另一位审核", record="等待法院的判决，先放一放。")
    paused.sees(422, "这只是开头")
    c.officer("case").open("/inbox/%s/move/REFUSE" % c.path).press("交另一位审核", code="NO_FACTS").sees(200, "同意后生效")
    c.officer("approver")
    h.officers["approver"].open("/inbox/%s/proposal" % c.path).prove("approver").press("提交", answer="AGREE").sees(200, "不予受理")
    # He reads why, whatever else was written to him.
    late = c.looks().sees(200, "不予受理。原因：没有具体事实，也没有可查的线索。").press("申请复核").sees(200, "不予受理通知", "请在此前申请")
    who = c.looks().press("申请复核")
    who.press("提交复核申请", words=WHY).sees(200, "复核申请已收到")
    late.press("提交复核申请", words=WHY + "又一遍").sees(409, "刚刚有了变化", "可以复制").misses("提交复核申请")
    assert late.typed("words") == WHY + "又一遍"
    late.press("看办理进展").sees(200, "正在复核").misses("您现在可以")


def a_withdrawal_is_ticked_and_done_once(h):
    c = Case(h.house, h.officers)
    c.officer("case").open("/inbox/%s/move/ACCEPT" % c.path).press("交另一位审核").sees(200, "同意后生效")
    who = c.looks().press("撤回异议").sees(200, "不能就同样的事再提").press("撤回").sees(422, "确定撤回的，请勾选")
    who.press("撤回", sure="1", reason="事情已经说清楚了").sees(200, "异议已撤回")
    who.press("看办理进展").sees(200, "已撤回").misses("您现在可以")
    c.officer("case").sees(200, "事情已经说清楚了", "已撤回").misses("等另一位同意后生效")


def another_code_opens_nothing(h):
    c, other = h.case, Case(h.house, h.officers)
    who = other.looks().press("撤回异议")
    who.press("撤回", number=c.number, sure="1").sees(400)
    who = Stranger(h.house, "public").open("/track/withdraw").sees(200, "编号和查询码")
    who = other.looks()
    who.press("撤回异议", number=c.number).sees(422, "编号或查询码不对")
    assert other.looks().sees(200, "初步审查")
    assert Stranger(h.house, "public").open("/track/escape").status == 200  # asks for the code, as every address below


def day(before=0):
    return (datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))) - datetime.timedelta(days=before)).strftime("%Y-%m-%d")


def a_letter_is_typed_in_and_compared_by_another(h):
    who = h.officers["intake"].open("/register").sees(200, "没有等待核对").open("/register/new").sees(200, "登记一件异议")
    whom = re.search(r'<option value="(\d+)"', who.html).group(1)
    typed = {"channel": "LETTER", "received_day": day(), "candidate": whom, "whose": "PERSON", "name": "来信某", "grounds": "UNTRUE", "statement": FACT}
    who.press("登记", **typed).sees(422, "没有利害关系的，请勾选", "电话、邮箱、地址至少写一样")
    who.press("登记", candidate=whom, untied="1", address="虚构路 1 号", postmark_day=day(-1)).sees(422, "邮戳日期晚于收到日期")
    assert who.typed("statement") == FACT
    form = who.form("登记")
    text = who.press("登记", candidate=whom, postmark_day=day()).sees(200, "登记回执", "查询码只在这一页显示一次", "寄给反映人").text()
    number, code = re.search(r"\d{4}-\d{4}-\d{4}", text).group(0), re.search(r"(?:[A-Z0-9]{7}-){3}[A-Z0-9]{7}", text).group(0)
    who.page.forms = [form]
    who.press("登记", candidate=whom, postmark_day=day()).sees(200, number, code, "已经登记过")
    path = "/register/" + number.replace("-", "")
    who.open("/register").sees(200, number, "等另一位核对").open(path).prove("intake").misses(FACT, "来信某")
    citizen = Stranger(h.house, "public").open("/track")
    citizen.press("查看进展", number=number, code=code).sees(200, "已登记，等待核对")
    other = h.officers["intake2"].open(path).prove("intake2").sees(200, "先说明有没有利害关系").misses(FACT)
    other.press("提交说明", tied="NO").prove("intake2").sees(200, FACT, "来信某", "虚构路 1 号", "转核实岗核实身份")
    other.press("保存结果", result="VOID").sees(422, "请写明哪里有误")
    other.press("保存结果", result="RIGHT", why="").sees(200, "已核对，登记生效").misses(number)
    other.open(path).prove("intake2").sees(200, "刚刚由另一位处理了")
    citizen.open("/track").press("查看进展", number=number, code=code).sees(200, "等待核实身份", "撤回异议")
    h.officers["identity"].open("/identity").sees(200, number)
    h.officers["case"].open(path).sees(403)


def codes_stand_in_no_log(h):
    logs = os.path.join(h.house.home, "log")
    for name in os.listdir(logs):
        with open(os.path.join(logs, name), "rb") as f:
            text = f.read()
        for word in (h.case.code, h.case.code.replace("-", ""), MORE, WHY):
            assert word.encode() not in text, (name, word)
    rows = h.house.sql("SELECT COUNT(*) FROM objection_more WHERE INSTR(text_sealed, '%s')" % MORE)
    assert rows == [["0"]], rows


TESTS = (one_letter_names_all_that_is_missing, what_was_missing_is_supplied_once, a_refusal_is_reviewed_on_request,
         a_withdrawal_is_ticked_and_done_once, another_code_opens_nothing,
         a_letter_is_typed_in_and_compared_by_another, codes_stand_in_no_log)


class Hand:
    def __init__(self, house):
        self.house, self.case, self.officers = house, None, {}
        for login in ("identity", "case", "approver", "intake", "intake2"):
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
