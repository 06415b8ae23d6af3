#!/usr/bin/env python3
"""attacker: what somebody tried who has a link, shares an office's address or stole one account, and what came of it."""
import os
import re
import sys
import time
import traceback
import urllib.parse

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from proof import proof  # noqa: E402
from reader import Reader  # noqa: E402

FORM = "application/x-www-form-urlencoded"
SAID = "他的社保不在杭州，年限与实际不符，请核实。"


def post(who, path, fields):
    return who.ask("POST", path, urllib.parse.urlencode(fields).encode(), FORM)


def notice_and_people(h):
    """The open notice of the sample and the first people of it, as they stand in addresses, with their names."""
    return h.sql("SELECT slug FROM notice LIMIT 1")[0][0], h.sql(
        "SELECT c.slug, e.name FROM candidate_entry e JOIN candidate c ON c.id = e.candidate_id JOIN notice_version v ON v.id = e.version_id "
        "WHERE v.state = 'PUBLISHED' ORDER BY e.id LIMIT 2")


def form_about(h, notice, person):
    """A form that was open long enough to be believed, and what is said in it."""
    who = Reader(h, "public").open("/object/%s/%s" % (notice, person))
    fields = [("token", who.typed("token")), ("kind", "PERSON"), ("grounds", "UNTRUE"), ("statement", SAID), ("name", "何某"),
              ("email", "he@example.org"), ("consent", "1"), ("files", "0"), ("send", "1"), ("proof", proof(who.typed("token")))]
    time.sleep(3.2)
    return who, fields


# ---- the citizens' program ----

def a_used_form_shows_no_receipt_over_another_name(h):
    notice, people = notice_and_people(h)
    (one, his_name), (two, her_name) = people
    who, fields = form_about(h, notice, one)
    post(who, "/object/%s/%s/send" % (notice, one), fields).sees(200, his_name, "查询码")
    code = re.search(r'id="code">([^<]+)', who.html).group(1)
    post(who, "/object/%s/%s/send" % (notice, two), fields)
    assert who.status == 400 and code not in who.html and her_name not in who.text(), (who.status, who.text()[:300])
    # The control: where it belongs it shows the same receipt again.
    post(who, "/object/%s/%s/send" % (notice, one), fields).sees(200, his_name, code)


# ---- the officers' program ----

def a_crowd_behind_one_address_keeps_no_officer_out(h):
    crowd = Reader(h, "staff")
    for n in range(620):
        post(crowd, "/sign-in", [("login", "nobody"), ("password", ""), ("digits", "")])
        if crowd.status != 422:
            raise AssertionError("try %d: %d" % (n, crowd.status))
    officer = Reader(h, "staff").sign_in("editor")
    for n in range(620):
        post(crowd, "/refresh", [("password", "")])
        if crowd.status not in (403, 200):
            raise AssertionError("try %d: %d" % (n, crowd.status))
    officer.open("/notices").sees(200)


def by_which_way_an_objector_is_told_is_the_auditors_to_see(h):
    assert h.sql("SELECT COUNT(*) FROM outbox WHERE objection_id IS NOT NULL")[0][0] != "0"
    for login, sees in (("case", False), ("editor", False), ("auditor", True)):
        page = Reader(h, "staff").sign_in(login).open("/outbox").sees(200, "反映人，编号")
        rows = [row for row in re.findall(r"(?s)<tr role=\"row\">.*?</tr>", page.html) if "反映人" in row]
        ways = [row for row in rows if "邮件" in row or "短信" in row]
        assert rows and len(ways) == (len(rows) if sees else 0), (login, rows[:1])
        assert not [row for row in rows if "不显示" in row] or not sees


# ---- the unions' program ----

def a_crowd_behind_one_address_keeps_no_union_out_and_no_address_holds_its_secret(h):
    slug = h.sql("SELECT slug FROM union_letter LIMIT 1")[0][0]
    crowd = Reader(h, "union")
    for n in range(70):
        post(crowd, "/letter/%s/enter" % slug, [("token", "x" * 30), ("code", "000000")])
        if crowd.status != 400:
            raise AssertionError("try %d: %d" % (n, crowd.status))
    union = Reader(h, "union").open("/letter/" + slug)
    union.press("发送验证码").sees(200, "填写验证码").misses("没有再发")
    token = union.typed("token")
    assert "?" not in union.path and token not in union.path, union.path
    # Loaded again, it is the same page and no second message.
    sent = h.sql("SELECT COUNT(*) FROM outbox WHERE event = 'union_code'")
    post(union, "/letter/%s/code" % slug, [("token", token), ("way", "PRIMARY_SMS")]).sees(200, "填写验证码", "没有再发")
    assert h.sql("SELECT COUNT(*) FROM outbox WHERE event = 'union_code'") == sent
    # Its address without the form leads back to the letter; the code opens from the page that asked.
    Reader(h, "union").open("/letter/%s/code?token=%s" % (slug, token)).sees(200, "发送验证码")
    code = h.wait_text(r"验证码\D{0,10}(\d{6})")
    union.press("登录", code=code).sees(200, "签收")
    Reader(h, "union").open("/letter/" + slug).press("发送验证码").sees(422, "发得太频繁了", "再试")


# ---- one stolen account ----

def one_account_opens_ten_objections_an_hour_and_the_auditor_sees_it(h):
    notice, people = notice_and_people(h)
    who, fields = form_about(h, notice, people[0][0])
    tokens = [Reader(h, "public").open("/object/%s/%s" % (notice, people[0][0])).typed("token") for _ in range(11)]
    time.sleep(3.2)
    for token in tokens:
        post(who, "/object/%s/%s/send" % (notice, people[0][0]), [("token", token), ("proof", proof(token))] + fields[1:-1]).sees(200, "查询码")
    receipts = [row[0] for row in h.sql("SELECT receipt FROM objection ORDER BY id DESC LIMIT 11")]
    auditor = Reader(h, "staff").sign_in("auditor").misses("有人要打开太多异议")
    thief = Reader(h, "staff").sign_in("case")
    if "利害关系" in thief.open("/inbox/" + receipts[0]).text():
        thief.press("提交说明", tied="NO")
    for receipt in receipts[:10] + receipts[:10]:
        thief.open("/inbox/" + receipt).sees(200, SAID)
    thief.open("/inbox/" + receipts[10])
    assert thief.status == 429 and SAID not in thief.text() and "到了上限" in thief.text(), (thief.status, thief.text()[:300])
    thief.open("/inbox/" + receipts[0]).sees(200, SAID)
    auditor.open("/").sees(200, "有人要打开太多异议")
    auditor.open("/audit").sees(200, "七天内有人要打开太多异议", receipts[10])


CHECKS = (a_used_form_shows_no_receipt_over_another_name, a_crowd_behind_one_address_keeps_no_officer_out,
          a_crowd_behind_one_address_keeps_no_union_out_and_no_address_holds_its_secret,
          by_which_way_an_objector_is_told_is_the_auditors_to_see,
          one_account_opens_ten_objections_an_hour_and_the_auditor_sees_it)


def main():
    failed = 0
    print("1..%d" % len(CHECKS))
    with House() as house:
        for number, check in enumerate(CHECKS, 1):
            try:
                check(house)
                print("ok %d - %s" % (number, check.__name__.replace("_", " ")), flush=True)
            except Exception:  # whatever it is, the other checks are still worth knowing
                failed += 1
                print("not ok %d - %s" % (number, check.__name__.replace("_", " ")))
                print("\n".join("# " + line for line in traceback.format_exc().split("\n")), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
