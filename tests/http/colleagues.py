#!/usr/bin/env python3
"""colleagues: what officers settle for each other, through a whole house: a tie that matches, a wish that somebody steps back,
his return; and what two of them write down."""
import os
import sys
import time
import traceback
import urllib.parse

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from proof import proof  # noqa: E402
from reader import Reader  # noqa: E402

SAID = "他的社保不在杭州，年限与实际不符，请核实。"


class Office:
    """An objection and the people who may have to do with it, each signed in."""

    def __init__(self, house):
        self.house = house
        self.people = {}
        slug, self.candidate, employer = house.sql(
            "SELECT c.slug, e.name, e.employer FROM candidate_entry e JOIN candidate c ON c.id = e.candidate_id JOIN notice_version v "
            "ON v.id = e.version_id WHERE v.state = 'PUBLISHED' ORDER BY e.id LIMIT 1")[0]
        self.employer = employer.replace("有限公司", "")
        self.case = "/inbox/" + self.objection(house.sql("SELECT slug FROM notice LIMIT 1")[0][0], slug)

    def objection(self, notice, person):
        address = "/object/%s/%s" % (notice, person)
        who = Reader(self.house, "public").open(address)
        fields = [("token", who.typed("token")), ("kind", "PERSON"), ("grounds", "UNTRUE"), ("statement", SAID), ("name", "何某"),
                  ("email", "he@example.org"), ("consent", "1"), ("files", "0"), ("send", "1"), ("proof", proof(who.typed("token")))]
        time.sleep(3.2)
        who.ask("POST", address + "/send", urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded").sees(200, "查询码")
        return self.house.sql("SELECT receipt FROM objection ORDER BY id DESC LIMIT 1")[0][0]

    def __getitem__(self, login):
        if login not in self.people:
            self.people[login] = Reader(self.house, "staff").sign_in(login)
        return self.people[login]

    def id_of(self, login):
        return self.house.sql("SELECT id FROM officer WHERE login = '%s'" % login)[0][0]

    def settles(self, login, kind, answer, **typed):
        head = self[login].open("/recusals")
        request = self.house.sql("SELECT id FROM recusal_request WHERE kind = '%s' AND settled_at IS NULL" % kind)[0][0]
        return head.open("/recusals/request/" + request).press("提交", answer=answer, **typed)


def a_matching_tie_lets_nothing_be_seen_until_a_head_has_spoken(o):
    ties = "/officers/%s/ties" % o.id_of("case2")
    o["admin"].open(ties).press("登记", tie_kind="EMPLOYER", tie_name="").sees(422, "请写单位全称")
    o["admin"].press("登记", tie_kind="EMPLOYER", tie_name=o.employer).sees(200, "已登记", o.employer, "取消登记")
    o["case2"].open("/account/ties").sees(200, o.employer).misses("取消登记")
    o["case2"].open("/inbox").sees(200, o.candidate, "说明利害关系后显示")
    o["case2"].open(o.case).sees(200, "登记的单位与人选相符", o.employer).misses(SAID)
    o["case2"].press("提交说明", tied="NO", none="").sees(422, "请写明为什么没有利害关系")
    o["case2"].press("提交说明", tied="NO", none="只是名称相近").sees(200, "已交负责人确认")
    o["case2"].open(o.case).sees(200, "确认以前看不到内容").misses(SAID, "提交说明")
    o["approver"].open("/").sees(200, "等您决定的回避")
    o.settles("approver", "CLEAR", "REFUSE").sees(422, "请写明原因")
    o["approver"].press("提交", answer="AGREE").sees(200, "已决定", "没有等待决定的申请")
    o["case2"].open(o.case).sees(200, SAID)


def who_is_asked_to_step_back_sees_no_row_once_a_head_agrees(o):
    o["case"].open(o.case).press("提交说明", tied="NO").sees(200, SAID)
    o["case"].open(o.case + "/recuse").press("提交", origin="OBJECTOR", why="说他们是亲戚").sees(422, "请选回避的人")
    assert o["case"].typed("why") == "说他们是亲戚"
    o["case"].press("提交", officer=o.id_of("case2"), origin="OBJECTOR").sees(200, "回避请求已交负责人决定")
    o["case2"].open(o.case).sees(200, SAID)
    o.settles("approver2", "RECUSE", "AGREE").sees(200, "已决定", "说他们是亲戚")
    o["case2"].open("/inbox").sees(200).misses(o.candidate)
    o["case2"].open("/").misses("等待审查的异议", "等待核查的异议")
    assert o["case2"].open(o.case).status == 403 and SAID not in o["case2"].text()


def two_others_let_him_act_again(o):
    o["approver"].open("/recusals").sees(200, "说他们是亲戚")
    recusal = o.house.sql("SELECT MAX(id) FROM recusal WHERE state = 'RECUSED'")[0][0]
    o["approver"].open("/recusals/%s/lift" % recusal).press("交另一位负责人", why="查过，不是亲戚").sees(200, "等另一位负责人决定", "解除申请待决定")
    request = o.house.sql("SELECT id FROM recusal_request WHERE kind = 'LIFT'")[0][0]
    assert o["approver"].open("/recusals/request/" + request).status == 403
    assert o["case2"].open(o.case).status == 403
    o.settles("approver2", "LIFT", "AGREE").sees(200, "已决定", "现在没有人回避")
    # Somebody who comes too late is told.
    o["approver2"].open("/recusals/request/" + request).sees(404)
    o["case2"].open(o.case).sees(200, SAID)


def two_investigators_write_down_what_they_heard(o):
    number = o.case.split("/")[2]
    o["identity"].open("/identity/" + number).press("提交说明", tied="NO").press("保存结果", result="CONFIRMED").sees(200, "已核实")
    o["case"].open(o.case + "/move/ACCEPT").press("交另一位审核").sees(200, "同意后生效")
    o["approver2"].open(o.case).press("提交说明", tied="NO").open(o.case + "/proposal").press("提交", answer="AGREE").sees(200, "已处理")
    o["case"].open(o.case + "/move/ASSIGN").press("指定", first=o.id_of("case"), second=o.id_of("case2")).sees(200, "核查人已指定")
    o["case"].open(o.case + "/decision").sees(200, "还没有经另一位核查人确认的核查记录")
    said = {"record_kind": "INTERVIEW", "held_on": o.house.sql("SELECT DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR)")[0][0],
            "other": o.id_of("case2"), "whom": "社保窗口", "asked": "他的社保在哪里？", "said": "登记在杭州，已满三年。"}
    o["case"].open(o.case + "/record").press("交另一位核查人确认", **said).sees(422, "请核对看不出是谁反映的")
    assert o["case"].typed("said") == said["said"]
    o["case"].press("交另一位核查人确认", **dict(said, shows_nobody="1")).sees(200, "等另一位核查人确认", "待确认", said["said"])
    record = o.house.sql("SELECT MAX(id) FROM investigation_record")[0][0]
    assert "确认这份记录" not in o["case"].text() and "确认核查记录" not in o["case"].open(o.case + "/record/" + record).text()
    o["case"].open(o.case + "/decision").sees(200, "还有核查记录没有确认")
    o["case2"].open("/").sees(200, "等您确认的核查记录")
    o["case2"].open(o.case).sees(200, "确认这份记录").open(o.case + "/record/" + record).press("提交", answer="CONFIRM")
    o["case2"].sees(200, "已处理这份记录", "已确认", said["asked"])
    o["case"].open(o.case + "/decision").misses("核查记录")


def others_have_no_door_to_it(o):
    for login in ("case", "editor", "auditor"):
        assert o[login].open("/recusals").status == 403, login
    assert o["editor"].open("/officers/%s/ties" % o.id_of("case")).status == 403
    # Who stepped back himself is out at once.
    o["case"].open(o.case + "/recuse").press("提交", officer=o.id_of("case"), origin="OFFICER", why="想起来是同学").sees(200, "已记录您的回避")
    assert o["case"].open(o.case).status == 403


def what_no_message_could_do_is_settled_by_a_person(o):
    o.house.sql("INSERT INTO office_task (word, what, event, union_id, since) SELECT 'x', 'UNREACHED', 'case_told', MIN(id), UTC_TIMESTAMP(6) "
                "FROM nominating_union")
    task = "/tasks/" + o.house.sql("SELECT id FROM office_task")[0][0]
    o["approver2"].open("/").sees(200, "要打电话或更正联系方式的待办")
    o["approver2"].open("/tasks").sees(200, "各种方式都没有送到", "办理")
    assert o["auditor"].open("/tasks").status == 200 and o["auditor"].open(task).status == 403
    assert o["admin"].open("/tasks").status == 403
    o["approver2"].open(task).press("办完了", how="CALLED", words="").sees(422, "请填写这一项")
    o["approver2"].press("办完了", words="打给了赵样例").sees(200, "已办完", "打给了赵样例", "现在没有待办")
    assert o["approver2"].open(task).status == 404
    o["auditor"].open("/audit?object=office_task").sees(200, "办完待办", "已打电话告知")


CHECKS = (a_matching_tie_lets_nothing_be_seen_until_a_head_has_spoken, who_is_asked_to_step_back_sees_no_row_once_a_head_agrees,
          two_others_let_him_act_again, two_investigators_write_down_what_they_heard, others_have_no_door_to_it,
          what_no_message_could_do_is_settled_by_a_person)


def main():
    wrong = 0
    print("1..%d" % len(CHECKS))
    with House() as house:
        office = Office(house)
        for n, check in enumerate(CHECKS, 1):
            try:
                check(office)
                print("ok %d - %s" % (n, check.__name__.replace("_", " ")))
            except Exception:
                wrong += 1
                print("".join("# " + line + "\n" for line in traceback.format_exc().split("\n")))
                print("not ok %d - %s" % (n, check.__name__.replace("_", " ")))
            sys.stdout.flush()
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
