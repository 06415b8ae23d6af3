#!/usr/bin/env python3
"""report: what gateways say of messages, through nginx to the message: answered as each gateway wants it, once, from listed addresses, through
the secret door alone; whoever else knocks is told nothing and leaves nothing."""
import glob
import http.client
import json
import os
import sys
import time
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))
from house import House  # noqa: E402

LISTED, PHONE = "127.0.0.2", "19900000077"


def call(h, path, body=b"", address=LISTED, method="POST", kind="application/json"):
    link = http.client.HTTPConnection("127.0.0.1", h.port, timeout=20, source_address=(address, 0))
    try:
        link.request(method, path, body, {"Host": "report.localhost:%d" % h.port, "Content-Type": kind})
        got = link.getresponse()
        return got.status, sorted((k, v) for k, v in got.getheaders() if k != "Date"), got.read()
    finally:
        link.close()


def door(h):
    with open(h.home + "/secrets/report.key", encoding="ascii") as f:
        return f.read().strip()


def aliyun(biz, out, success=True, number=PHONE, code="DELIVERED"):
    return {"phone_number": number, "send_time": "2026-04-21 10:00:00", "report_time": "2026-04-21 10:00:05", "success": success,
            "err_code": code, "err_msg": "x", "sms_size": "1", "biz_id": biz, "out_id": out}


def tencent(sid, status="SUCCESS", number=PHONE):
    return {"user_receive_time": "2026-04-21 10:00:05", "nationcode": "86", "mobile": number, "report_status": status,
            "errmsg": "DELIVRD", "description": "x", "sid": sid}


def text(reports):
    return json.dumps(reports).encode()


def value(h, query):
    """The one value that a query gives."""
    return h.sql(query)[0][0]


def sent(h, number, driver):
    """An SMS that the gateway took a moment ago, by its number here; by `driver` under the id "their-<number>"."""
    h.sql("INSERT INTO outbox (id, dedupe, event, channel, union_id, contact_id, state, due_at, attempts, message_id, created_at, done_at) "
          "SELECT %d, 'test:%d:SMS', 'union_code', 'SMS', c.union_id, c.id, 'SENT', UTC_TIMESTAMP(6), 1, 'our-%d', UTC_TIMESTAMP(6), "
          "UTC_TIMESTAMP(6) FROM union_contact c WHERE c.phone = '%s'" % (number, number, number, PHONE))
    h.sql("INSERT INTO delivery (outbox_id, attempt, driver, started_at, ended_at, outcome, gateway_id) VALUES "
          "(%d, 1, '%s', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 'SENT', 'their-%d')" % (number, driver, number))


def until(h, query, wanted, seconds=10):
    end = time.time() + seconds
    while True:
        got = value(h, query)
        if got == wanted or time.time() > end:
            assert got == wanted, (query, got)
            return
        time.sleep(0.1)


def each_gateway_is_answered_as_it_wants_and_the_message_knows_it(h):
    sent(h, 9001, "aliyun")
    sent(h, 9002, "tencent")
    began = time.time()
    status, head, said = call(h, "/%s/aliyun" % door(h), text([aliyun("their-9001", "our-9001")]))
    assert (status, json.loads(said)) == (200, {"code": 0, "msg": "接收成功"}), said
    assert ("Content-Type", "application/json; charset=utf-8") in head
    status, _, said = call(h, "/%s/tencent" % door(h), text([tencent("their-9002", "FAIL")]), kind="text/plain")
    assert (status, json.loads(said)) == (200, {"result": 0, "errmsg": "OK"}), said
    until(h, "SELECT GROUP_CONCAT(report ORDER BY id) FROM outbox WHERE id IN (9001, 9002)", "DELIVERED,UNDELIVERED")
    assert time.time() - began < 4, "notifyd was told at once"


def the_same_again_is_answered_again_and_changes_nothing(h):
    body = text([aliyun("their-9001", "our-9001")] * 2)
    for _ in range(2):
        assert call(h, "/%s/aliyun" % door(h), body)[0] == 200
    assert value(h, "SELECT COUNT(*) FROM delivery_report WHERE gateway_id = 'their-9001'") == "1"


def who_knocks_elsewhere_is_told_nothing_and_leaves_nothing(h):
    before = value(h, "SELECT COUNT(*) FROM delivery_report")
    right, body = door(h), text([aliyun("their-9001", "our-9001", False)])
    nowhere = call(h, "/nowhere/at/all", body)
    assert nowhere[0] == 404
    for path, address, sends in (("/%s/aliyun" % right, "127.0.0.3", body), ("/%s/aliyun" % ("0" * 64), LISTED, body),
                                 ("/%s/aliyun" % right[:-1], LISTED, body), ("/%s/aliyun" % right.upper(), LISTED, body),
                                 ("/%s/other" % right, LISTED, body), ("/%s/aliyun" % ("0" * 64), LISTED, b"no json"),
                                 ("/%s/aliyun" % right, "127.0.0.3", b"x" * 200000)):
        got = call(h, path, sends, address)
        assert got == nowhere, (path, address, got)
    assert call(h, "/%s/aliyun" % right, method="GET")[0] == 404
    assert value(h, "SELECT COUNT(*) FROM delivery_report") == before


def what_is_no_report_is_refused_and_what_is_too_large_is_not_taken(h):
    path = "/%s/aliyun" % door(h)
    for body in (b"", b"{}", b"[", b"[1,", b"[" * 100000, b'[{"a":1,"a":2}]', text([1] * 1001)):
        assert call(h, path, body)[0] == 400, body[:20]
    assert call(h, path, b"[" + b" " * (260 << 10) + b"]")[0] == 413
    assert call(h, path, text([1] * 1000))[0] == 200
    assert value(h, "SELECT COUNT(*) FROM delivery_report WHERE verdict = 'UNREADABLE'") == "1"


def what_is_forged_is_kept_and_belongs_to_nothing(h):
    sent(h, 9003, "aliyun")
    body = text([aliyun("their-9003", "our-9003", False, "19900000078"), aliyun("their-9003", "our-9001", False)])
    assert call(h, "/%s/aliyun" % door(h), body)[0] == 200
    assert call(h, "/%s/tencent" % door(h), text([tencent("their-9003", "FAIL")]))[0] == 200
    until(h, "SELECT GROUP_CONCAT(why ORDER BY why) FROM delivery_report WHERE gateway_id = 'their-9003'",
          "ids_disagree,other_gateway,other_number")
    assert value(h, "SELECT COUNT(*) FROM outbox WHERE id = 9003 AND report IS NULL") == "1"
    with open(h.home + "/log/notifyd.log", encoding="utf-8") as f:
        assert "belongs to no message: other_number" in f.read()


def neither_the_door_nor_a_number_is_written_down(h):
    words = (door(h).encode(), PHONE.encode(), b"19900000078")
    paths = [p for p in glob.glob(h.home + "/log/*") + glob.glob(h.home + "/cache/**", recursive=True) if os.path.isfile(p)]
    assert any(p.endswith("report.log") for p in paths)
    for path in paths:
        with open(path, "rb") as f:
            held = f.read()
        assert not any(w in held for w in words[:1] + words[2:]), path
    rows = "|".join(row for row, in h.sql("SELECT HEX(CONCAT_WS('|', gateway_id, message_id, code, sealed)) FROM delivery_report")).lower()
    assert b"their-9003".hex() in rows and not any(w.hex() in rows for w in words)


CHECKS = (each_gateway_is_answered_as_it_wants_and_the_message_knows_it, the_same_again_is_answered_again_and_changes_nothing,
          who_knocks_elsewhere_is_told_nothing_and_leaves_nothing, what_is_no_report_is_refused_and_what_is_too_large_is_not_taken,
          what_is_forged_is_kept_and_belongs_to_nothing, neither_the_door_nor_a_number_is_written_down)


def main():
    failed = 0
    print("1..%d" % len(CHECKS))
    with House("--workers", "1,1,1", sets=("report.sources=%s, 203.0.113.0/24" % LISTED,)) as house:
        house.sql("UPDATE union_contact SET phone = '%s' ORDER BY id LIMIT 1" % PHONE)
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
