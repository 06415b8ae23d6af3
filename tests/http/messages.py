#!/usr/bin/env python3
"""messages: what messages say, through the front door: one officer writes and looks, another puts in force; a union gets the new words; an unknown
placeholder is named beside its field; a trial arrives; who may not write or put in force is refused."""
import os
import sys
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from reader import Reader  # noqa: E402

SMS, MAIL = "/templates/union_code/sms", "/templates/union_code/mail"


def version(who, path):
    """The number of the newest version."""
    return int(who.open(path).text().split("历次版本")[1].split("版本")[1].split()[0])


def an_unknown_placeholder_is_named_beside_its_field(h):
    p = h.editor.open(SMS).press("先看样子", text="您的验证码 {{cod}}").sees(422, "不认识的占位符：{{cod}}")
    assert "{{cod}}" in p.typed("text"), "what was typed stays"
    p.press("先看样子", text="{{code}} 有人提出异议").sees(422, "短信里不写")
    p.press("先看样子", text="您好").sees(422, "要有 {{code}}")
    p.press("保存", text="a\x01{{code}}")
    assert p.status in (400, 422), p.status
    h.editor.open(SMS).press("先看样子", text="{{code}} [[x]]").sees(422, "两个方括号")


def a_preview_says_what_an_sms_costs(h):
    text = h.editor.open(SMS).press("先看样子", text="𠮷" * 40 + "{{code}}").sees(200, "收到时的样子", "按 2 条短信计费").text()
    assert "123456" in text
    h.editor.open(SMS).press("先看样子", text="验证码 {{code}}").sees(200, "按 1 条短信计费")


def one_writes_and_another_puts_in_force(h):
    h.editor.open(MAIL).press("保存", subject="新的验证码 {{code}}", text="验证码是 {{code}}。<b>\n\n{{organiser}}").sees(200, "已保存", "等待启用")
    h.editor.misses("启用这个版本")
    now = version(h.publisher, MAIL)
    h.publisher.open(MAIL).sees(200, "与上一个版本不同的地方").press("启用这个版本").sees(200, "已启用", "现用")
    h.editor.ask("POST", "%s/%d" % (MAIL, now), b"act=BACK&csrf=" + h.editor.typed("csrf").encode(), "application/x-www-form-urlencoded")
    assert h.editor.status == 403, "an editor puts nothing in force: %d" % h.editor.status
    h.publisher.open(SMS).press("保存", text="登录码 {{code}}").sees(200, "由另一位发布人员启用").misses("启用这个版本")
    h.publisher.press("退回").sees(200, "已退回")
    h.case.open("/templates")
    assert h.case.status == 403, "who has nothing to do with it sees nothing"


def a_trial_arrives_and_is_marked(h):
    h.editor.open(MAIL).press("试发", to="nobody").sees(422, "试发到")
    h.editor.press("试发", to="trial@example.org").sees(200, "已安排试发")
    got = h.house.wait_mail("trial@example.org", "〔试发〕新的验证码 (\\d+)")
    assert got == "123456", got


TESTS = (an_unknown_placeholder_is_named_beside_its_field, a_preview_says_what_an_sms_costs, one_writes_and_another_puts_in_force,
         a_trial_arrives_and_is_marked)


class Hand:
    def __init__(self, house):
        self.house = house
        self.editor, self.publisher, self.case = (Reader(house, "staff").sign_in(w) for w in ("editor", "publisher", "case"))


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
