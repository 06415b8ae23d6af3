#!/usr/bin/env python3
"""outbox: what officers see of messages and do with them, through a whole house: filters, a story, holding and letting go, telling once more, a
stop, and the delivery sheet as page, workbook and PDF. Who has no right to it has no door to it."""
import http.client
import io
import os
import sys
import time
import traceback
import zipfile

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

import openpyxl  # noqa: E402
from house import House  # noqa: E402
from reader import Reader  # noqa: E402


class Office:
    def __init__(self, house):
        self.house, self.people = house, {}
        # A day in the future: what waits there stays there.
        house.sql("UPDATE outbox SET due_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE channel = 'SMS' AND done_at IS NULL")
        self.union = house.sql("SELECT name FROM nominating_union WHERE id = 1")[0][0]

    def __getitem__(self, login):
        if login not in self.people:
            self.people[login] = Reader(self.house, "staff").sign_in(login)
        return self.people[login]

    def one(self, query):
        return self.house.sql(query)[0][0]

    def waiting(self):
        return self.one("SELECT MIN(id) FROM outbox WHERE union_id = 1 AND channel = 'SMS'")


def the_picture_and_the_filters_show_what_is_there(o):
    o["publisher"].open("/outbox").sees(200, "现在的情况", "等时间", "公示送达", o.union)
    o["publisher"].open("/outbox?state=HELD").sees(200, "没有符合条件的信件")
    o["publisher"].open("/outbox?union=1&channel=SMS&day=2019-01-01").sees(200, "没有符合条件的信件")
    o["publisher"].open("/outbox?union=1&channel=EMAIL").sees(200, "邮件").misses("短信 20")
    o["publisher"].open("/outbox?case=12").sees(422, "编号是 12 位数字")
    o["publisher"].open("/outbox?state=LOST").sees(422, "")
    o["publisher"].open("/outbox?before=99999999999999999").sees(200, "公示送达")
    o["publisher"].open("/outbox/picture").sees(200, "发件情况", "等时间")


def one_message_tells_its_story(o):
    sent = o.one("SELECT MIN(id) FROM outbox WHERE union_id = 1 AND channel = 'EMAIL'")
    o["editor"].open("/outbox/" + sent).sees(200, "公示送达函", "发出的内容", "对方已接收", "***@", "另发一份")
    assert o["editor"].open("/outbox/999999").status == 404
    assert o["editor"].open("/outbox/x").status == 404


def what_waits_is_held_with_a_reason_and_let_go(o):
    address = "/outbox/" + o.waiting()
    o["editor"].open(address).sees(200, "将要发出的内容", "暂缓发送", "马上再发").misses("另发一份")
    o["editor"].open(address + "/hold").press("暂缓发送", why="").sees(422, "请写明原因")
    o["editor"].press("暂缓发送", why="地址有误，先核对").sees(200, "已暂缓", "地址有误，先核对", "恢复发送")
    o["publisher"].open(address + "/hold").press("暂缓发送", why="我也想到了").sees(409, "这一条已经暂缓")
    o["publisher"].open(address + "/release").press("恢复发送").sees(200, "已恢复")
    assert o["publisher"].open(address + "/swallow").status == 404


def what_ended_is_told_once_more(o):
    sent = o.one("SELECT MIN(id) FROM outbox WHERE union_id = 1 AND channel = 'EMAIL'")
    o.house.sql("UPDATE outbox SET state = 'SENT', done_at = UTC_TIMESTAMP(6) WHERE union_id = 1 AND channel = 'SMS'")
    o["editor"].open("/outbox/%s/resend" % sent).press("另发一份", why="电话里说没有收到").sees(422, "请选一项")
    o["editor"].press("另发一份", way="BACKUP_SMS", why="电话里说没有收到").sees(200, "已另发一份", "短信", "同一件事的其他信件")
    o["publisher"].open("/outbox/%s/resend" % sent).press("另发一份", way="PRIMARY_SMS", why="再来").sees(409, "已经有一份在发")
    o["editor"].open("/outbox/" + sent).sees(200, "电话里说没有收到", "同一件事的其他信件")


def a_channel_is_stopped_and_goes_on(o):
    page = o["publisher"].open("/outbox/stop").prove("publisher")
    page.open("/outbox/stop").press("暂停发送", channel="EMAIL", why="").sees(422, "请写明原因")
    page.press("暂停发送", channel="EMAIL", why="邮件服务器停机").sees(200, "已暂停", "邮件服务器停机")
    page.open("/outbox/stop/1").press("恢复发送").sees(200, "已恢复").misses("邮件服务器停机")


def the_delivery_sheet_is_a_page_a_workbook_and_a_paper(o):
    o["auditor"].open("/told/notice/1").sees(200, "送达情况", o.union, "199****0001", "还没有签收", "已签收 0 份")
    o["auditor"].open("/told/notice/1?union=1").sees(200, o.union, "全部工会", "共 1 份送达函")
    for path, kind in (("/told/notice/1/xlsx?union=1", b"PK"), ("/told/notice/1/pdf", b"%PDF")):
        got = raw(o["auditor"], path)
        assert got.startswith(kind), (path, got[:80])
        if kind == b"PK":
            sheet = openpyxl.load_workbook(io.BytesIO(got)).active
            cells = [c.value for row in sheet.iter_rows() for c in row]
            assert o.union in cells and "还没有签收" in cells and zipfile.is_zipfile(io.BytesIO(got))
    for path in ("/told/notice/99", "/told/final/none", "/told/letter/1", "/told/notice/x/pdf"):
        assert o["auditor"].open(path).status == 404, path


def raw(who, path):

    link = http.client.HTTPConnection("127.0.0.1", who.house.port, timeout=60)
    link.request("GET", path, None, {"Host": "%s.localhost:%d" % (who.program, who.house.port), "Cookie": who.cookie})
    return link.getresponse().read()


def who_only_looks_does_nothing_and_others_have_no_door(o):
    o["auditor"].open("/outbox/" + o.waiting()).sees(200, "发送经过").misses("另发一份")
    for path in ("/outbox/%s/hold" % o.waiting(), "/outbox/stop"):
        assert o["auditor"].open(path).status == 403, path
    for path in ("/outbox", "/outbox/" + o.waiting(), "/outbox/picture", "/told/notice/1"):
        assert o["identity"].open(path).status == 403, path
    assert o["editor"].open("/outbox/stop").status == 403


CHECKS = (the_picture_and_the_filters_show_what_is_there, one_message_tells_its_story, what_waits_is_held_with_a_reason_and_let_go,
          what_ended_is_told_once_more, a_channel_is_stopped_and_goes_on, the_delivery_sheet_is_a_page_a_workbook_and_a_paper,
          who_only_looks_does_nothing_and_others_have_no_door)


def main():
    wrong = 0
    print("1..%d" % len(CHECKS))
    # SMS wait here, at whatever hour of Beijing's this runs.
    opens = (time.gmtime().tm_hour + 8 + 6) % 23
    with House(sets=["sms.window_start=%d" % opens, "sms.window_end=%d" % (opens + 1)]) as house:
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
