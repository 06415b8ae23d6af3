#!/usr/bin/env python3
"""at_once: two people press at the same moment, on one case, from two windows: one of them has done it, the other is told what happened
meanwhile and keeps what he typed, and the case has made one step. Many times over, through a whole house."""
import os
import re
import sys
import threading
import time
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from reader import Reader  # noqa: E402

FACT = "二〇二五年三月所报成果实为班组集体完成，可以查当时的验收单。"
TYPED = "这是另一个窗口里写的话，一个字也不能丢，办完了还要看得到。"
MOVED = ("别人刚刚办过", "同事已经提出一步", "刚刚有了变化")
OFFICERS = ("identity", "case", "case2", "approver", "approver2")
CASES = 10


class Hall:
    """Everybody signed in, and objections that wait for review."""

    def __init__(self, house):
        self.house, self.rounds = house, 0
        people = re.findall(r'href="(/object/2026-1/[^"/]+)"', house.get("public", "/notice/2026-1/object")[2])
        forms = [self.filled(people[n]) for n in range(CASES)]
        self.who = {login: Reader(house, "staff").sign_in(login) for login in OFFICERS}
        self.windows = {}
        time.sleep(3.1)
        self.cases = [self.sent(form) for form in forms]
        self.left = list(self.cases)

    def filled(self, path):
        who = Reader(self.house, "public").open(path)
        who.press("继续", kind="PERSON").press("继续", grounds="UNTRUE").press("继续", statement=FACT).press("继续")
        return who.press("继续", name="欧阳守密", email="later@example.org").press("继续", consent="1").sees(200, "提交前请核对")

    def sent(self, form):
        text = form.press("提交异议").sees(200, "异议已收到").text()
        number = re.search(r"\d{4}-\d{4}-\d{4}", text).group(0)
        self.open("identity", "/identity/" + number.replace("-", "")).press("保存结果", result="CONFIRMED").sees(200, "已核实")
        return number, re.search(r"(?:[A-Z0-9]{7}-){3}[A-Z0-9]{7}", text).group(0)

    def open(self, login, path, second=False):
        """A page of a case, past the declaration and the door before grave acts; `second`: another window of the same officer."""
        who = self.who[login]
        if second:
            who = self.windows.setdefault(login, Reader(self.house, "staff"))
            who.cookie = self.who[login].cookie
        who.open(path).prove(login)
        if "利害关系" in who.text() and not path.endswith("/declare"):
            who.press("提交说明", tied="NO").prove(login)
            who.open(path).prove(login)
        return who

    def state(self, number):
        return self.house.sql("SELECT o.state, (SELECT COUNT(*) FROM objection_event e WHERE e.objection_id = o.id), (SELECT COUNT(*) "
                              "FROM proposal p WHERE p.objection_id = o.id) FROM objection o WHERE o.receipt = '%s'" % number.replace("-", ""))[0]

    def next_case(self):
        number, code = self.left.pop()
        return number, code, "/inbox/" + number.replace("-", "")


def both(one, other):
    """Both at the same moment; what became of each."""
    gate, gone = threading.Barrier(2), []

    def press(act):
        gate.wait()
        try:
            act()
        except Exception as e:  # told by the thread that waits
            gone.append(e)
    threads = [threading.Thread(target=press, args=(act,)) for act in (one, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if gone:
        raise gone[0]


def one_won(one, other, *done):
    """The window that did it; the other says what happened meanwhile."""
    won = [w for w in (one, other) if w.status == 200 and any(word in w.text() for word in done)]
    told = [w for w in (one, other) if w.status == 409 and any(word in w.text() for word in MOVED)]
    if len(won) != 1 or len(told) != 1:
        raise AssertionError("one must win: %s" % [(w.path, w.status, w.text()[:300]) for w in (one, other)])
    return won[0], told[0]


def kept(window, name):
    assert window.typed(name).strip() == TYPED, window.text()[:500]


def accepted(h, number, path):
    h.open("case", path + "/move/ACCEPT").press("交另一位审核").sees(200, "同意后生效")
    h.open("approver", path + "/proposal").press("提交", answer="AGREE").sees(200)
    assert h.state(number)[0] == "ACCEPTED"


def investigated(h, number, path):
    accepted(h, number, path)
    ids = dict(map(reversed, h.house.sql("SELECT id, login FROM officer")))
    h.open("case2", path)
    h.open("case", path + "/move/ASSIGN").press("指定", first=ids["case"], second=ids["case2"]).sees(200)
    assert h.state(number)[0] == "INVESTIGATING"


# ---- the races ----

def acceptance_against_refusal(h):
    number, _, path = h.next_case()
    for _ in range(14):
        before = h.state(number)
        one, other = h.open("case", path + "/move/ACCEPT"), h.open("case2", path + "/move/REFUSE")
        both(lambda: one.press("交另一位审核", told=TYPED), lambda: other.press("交另一位审核", code="NO_FACTS", told=TYPED))
        _, told = one_won(one, other, "同意后生效")
        kept(told, "told")
        assert h.state(number) == [before[0], before[1], str(int(before[2]) + 1)], h.state(number)
        h.open("approver", path + "/proposal").press("提交", answer="RETURN", why="再看一看材料").sees(200)
        h.rounds += 1


def agreement_against_sending_back(h):
    number, _, path = h.next_case()
    investigated(h, number, path)
    for _ in range(14):
        h.open("case", path + "/move/SUSPEND").press("交另一位审核", told=TYPED, record=TYPED).sees(200, "同意后生效")
        before = h.state(number)
        one, other = h.open("approver", path + "/proposal"), h.open("approver2", path + "/proposal")
        both(lambda: one.press("提交", answer="AGREE"), lambda: other.press("提交", answer="RETURN", why=TYPED))
        won, told = one_won(one, other, "已处理")
        state = h.state(number)
        assert state[:2] == (["SUSPENDED", str(int(before[1]) + 1)] if won is one else before[:2]), state
        if told is other:
            kept(told, "why")
            h.open("case", path + "/move/RESUME").press("恢复", record=TYPED).sees(200)
        h.rounds += 1


def approval_against_return(h):
    for _ in range(2):
        number, _, path = h.next_case()
        investigated(h, number, path)
        for _ in range(5):
            h.open("case", path + "/decision").press("去核对", result="NOT_SUSTAINED", reasons=TYPED, told=TYPED, finding_untrue="UNTRUE")
            h.who["case"].press("交负责人批准").sees(200, "已交负责人批准")
            before = h.state(number)
            one, other = h.open("approver", path + "/approve"), h.open("approver2", path + "/return")
            both(lambda: one.press("批准"), lambda: other.press("退回承办人", why=TYPED))
            won, told = one_won(one, other, "决定已批准", "已退回")
            assert h.state(number)[:2] == ["DECIDED" if won is one else "INVESTIGATING", str(int(before[1]) + 1)], h.state(number)
            h.rounds += 1
            if told is other:
                kept(told, "why")
                break


def signing_against_taking_back(h):
    number, _, path = h.next_case()
    accepted(h, number, path)
    union = Reader(h.house, "union")
    for n in range(8):
        h.open("case", path + "/assist").press("保存，交另一位核对", accuses_union="NO", abstract="请核查贵会推荐人选的验收单，并附复印件。")
        h.open("case2", path + "/assist/check").press("发出协查", nobody_shown="1", accuses_nobody="1").sees(200, "协查已发出")
        slug, request = h.house.sql("SELECT slug, assist_id FROM union_letter ORDER BY id DESC LIMIT 1")[0]
        union.open("/letter/" + slug)
        if n == 0:
            union.press("发送验证码")
            union.press("登录", code=h.house.wait_text(r"验证码\D{0,10}(\d{6})"))
        union.open("/letter/" + slug).sees(200, "签收")
        office = h.open("case", "%s/assist/%s/RECALL" % (path, request))
        both(lambda: union.press("签收"), lambda: office.press("撤回", record=TYPED))
        steps = [row[0] for row in h.house.sql("SELECT step FROM assist_event WHERE assist_id = %s AND step <> 'SEND'" % request)]
        assert len(steps) == 1, steps
        if steps == ["SIGN"]:
            assert office.status == 409 and "别人刚刚" in office.text() and union.status == 200, (office.status, office.text()[:300])
            kept(office, "record")
            h.open("case", "%s/assist/%s/RECALL" % (path, request)).press("撤回", record=TYPED).sees(200)
        else:
            assert office.status == 200 and "已撤回" in union.text() and "已签收" not in union.text(), union.text()[:300]
        h.rounds += 1


def withdrawal_against_agreement(h):
    """Who is accepted first may still withdraw: both may do what they want, one after the other, and nobody is told what is not so."""
    for _ in range(3):
        number, code, path = h.next_case()
        h.open("case", path + "/move/ACCEPT").press("交另一位审核").sees(200, "同意后生效")
        before = h.state(number)
        one = h.open("approver", path + "/proposal")
        other = Reader(h.house, "public").open("/track").press("查看进展", number=number, code=code).press("撤回异议")
        both(lambda: one.press("提交", answer="AGREE"), lambda: other.press("撤回", sure="1", reason=TYPED))
        agreed = one.status == 200
        state = h.state(number)
        assert state == ["WITHDRAWN", str(int(before[1]) + 1 + agreed), before[2]], state
        other.sees(200, "异议已撤回")
        assert agreed or (one.status == 409 and "反映人 撤回" in one.text()), one.text()[:300]
        h.open("case", path).sees(200, TYPED)
        h.rounds += 1


def two_declarations_of_one_officer(h):
    h.who["reviewer"] = Reader(h.house, "staff").sign_in("reviewer")
    officer = h.house.sql("SELECT id FROM officer WHERE login = 'reviewer'")[0][0]
    for number, _ in h.cases:
        path = "/inbox/" + number.replace("-", "")
        one, other = h.open("reviewer", path + "/declare"), h.open("reviewer", path + "/declare", second=True)
        both(lambda: one.press("提交说明", tied="YES", tie=TYPED), lambda: other.press("提交说明", tied="NO"))
        rows = h.house.sql("SELECT r.state FROM recusal r JOIN objection o ON o.candidate_id = r.candidate_id WHERE r.officer_id = %s "
                           "AND o.receipt = '%s'" % (officer, number.replace("-", "")))
        assert rows in ([["RECUSED"]], [["CLEAR"]]), rows
        stands = h.open("reviewer", path)
        assert (FACT in stands.text()) == (rows == [["CLEAR"]]) and {one.status, other.status} <= {200, 403}, (one.status, other.status)
        h.rounds += 1


def two_who_both_do_it_are_found_out(h):
    """The control: on two cases both may."""
    (first, _), (second, _) = h.cases[0], h.next_case()[:2]
    one = h.open("case", "/inbox/%s/move/ACCEPT" % first.replace("-", ""))
    other = h.open("case2", "/inbox/%s/move/ACCEPT" % second.replace("-", ""))
    both(lambda: one.press("交另一位审核"), lambda: other.press("交另一位审核"))
    try:
        one_won(one, other, "同意后生效")
    except AssertionError:
        return
    raise AssertionError("two who both did it were not found")


TESTS = (acceptance_against_refusal, agreement_against_sending_back, approval_against_return, signing_against_taking_back,
         withdrawal_against_agreement, two_declarations_of_one_officer, two_who_both_do_it_are_found_out)


def main():
    good = True
    print("1..%d" % len(TESTS))
    with House("--set", "seal.openings_an_hour=1000") as house:
        hall = Hall(house)
        for number, test in enumerate(TESTS, 1):
            began = time.time()
            try:
                test(hall)
                word = "ok"
            except Exception:  # whatever it is, the other tests are still worth knowing
                good = False
                word = "not ok"
                print("\n".join("# " + line for line in traceback.format_exc().split("\n")), flush=True)
            print("%s %d - %s" % (word, number, test.__name__.replace("_", " ")), flush=True)
            print("# %.1f s" % (time.time() - began))
        print("# %d rounds" % hall.rounds)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
