#!/usr/bin/env python3
"""sms: the aliyun driver against a gateway double over HTTPS that believes nothing without a right signature: what it is sent, and what each
of its answers and silences means. The certificates are made here."""
import json, re, time

from gateways import Double
from house import House, Tap, free_port, wait

t = Tap()
port = free_port()
house = House(sms__driver="aliyun", sms__aliyun_url="https://gateway.localhost:%d/" % port, sms__aliyun_key_id="test-id",
              sms__reply_seconds="2")
house.set(sms__aliyun_key_file=house.path("key"), sms__ca_file=house.path("ca.pem"),
          **{"sms__template_" + e: "SMS_" + e for e in house.events()})
PARAMS = '{"slug":"abcdefghijklmnopqrstuvwxyz","due":"2026年4月30日"}'
union, contact = house.union("上城区总工会", contact="王小明", email=None, phone="138 0000-0001")
double = Double(house, port)
number = 0


def send():
    global number
    number += 1
    house.post("union", "assist_requested", union, "s%d" % number, PARAMS)
    return "dedupe = 'assist_requested:s%d:SMS'" % number


def ends(where, outcome, promise, attempt=1, seconds=12):
    sql = ("SELECT d.outcome, d.detail FROM delivery d JOIN outbox o ON o.id = d.outbox_id WHERE o.%s AND d.attempt = %d AND d.ended_at IS "
           "NOT NULL" % (where, attempt))
    got = wait(lambda: house.sql(sql), seconds, 0.05)
    t.ok(got and got[0][0] == outcome, promise, got)
    return got[0][1] if got else ""


def what_it_is_sent(one):
    objection = house.objection("123456789012", "SMS", "13900000002")
    house.post("union", "notice_published", union, "n1", '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"关于“数字工匠”的公示 & 100%+",'
               '"opens":"2026年4月23日","closes":"2026年4月29日24时","count":3}')
    house.post("code", contact, "SMS", "c1", "112233")
    house.post("news", objection, "DECIDE:1")
    send()
    wait(lambda: len(double.lines("accepted.jsonl")) == 4)
    got = {m["TemplateCode"]: m for m in double.lines("accepted.jsonl")}
    t.same(double.lines("refused.jsonl"), [], "every signature is right")
    t.same({k: json.loads(m["TemplateParam"]) for k, m in got.items()},
           {"SMS_notice_published": {"count": "3", "closes": "2026年4月29日24时", "slug": "abcdefghijklmnopqrstuvwxyz"},
            "SMS_assist_requested": {"due": "2026年4月30日", "slug": "abcdefghijklmnopqrstuvwxyz"}, "SMS_union_code": {"code": "112233"},
            "SMS_objection_news": {"number": "1234-5678-9012"}}, "each template gets its variables and nothing else")
    t.same({m["PhoneNumbers"] for m in got.values()}, {"13800000001", "13900000002"}, "at the right numbers, as digits")
    t.ok(all(m["SignName"] == "杭州市总工会" and re.fullmatch(r"[0-9a-f]{32}", m["OutId"]) for m in got.values()), "with sign and OutId")
    t.ok(wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state = 'SENT'") == "4"), "all are known as sent",
         house.sql("SELECT * FROM delivery"))
    for secret in ("test-secret", "13800000001", "13900000002", "112233", "1234-5678-9012"):
        t.ok(secret not in one.log(), "the log does not tell " + secret)


def what_answers_mean():
    for word, outcome, promise in (
            ("limit", "LATER", "a ceiling of the gateway: later"), ("no_money", "ALARM", "an empty account: for the operator to fill"),
            ("wrong_number", "NEVER", "a number that is none: never"), ("busy503", "LATER", "a gateway that is busy: later"),
            ("moved302", "ALARM", "a redirect is not followed: the address is wrong"), ("throttle429", "LATER", "too many at once: later"),
            ("slow", "SENT", "a slow answer is an answer"), ("drip", "UNCERTAIN", "an answer that drips costs seconds and is none")):
        double.behave(word + " 1")
        ends(send(), outcome, promise)
    for word in ("hang", "error500", "garbage", "drop"):
        double.behave(word + " 1")
        where = send()
        ends(where, "UNCERTAIN", "%s: uncertain" % word)
        t.same(house.row(where, "state, maybe_twice, ROUND(TIMESTAMPDIFF(SECOND, NOW(6), due_at) / 60)"), ["UNCERTAIN", "0", "10"],
               "and it waits ten minutes")
    # What was taken (garbage, drop) is found by asking; what was not (hang, error500) is sent once more, marked.
    house.pass_time(601)
    wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state IN ('UNCERTAIN', 'LEASED')") == "0", 20)
    taken = [m["OutId"] for m in double.lines("accepted.jsonl")]
    last = house.sql("SELECT message_id, state, maybe_twice, attempts FROM outbox ORDER BY id DESC LIMIT 4")[::-1]
    t.same([r[1:] for r in last], [["SENT", "1", "2"], ["SENT", "1", "2"], ["SENT", "0", "2"], ["SENT", "0", "2"]],
           "the gateway is asked, and only what it does not know goes out again")
    t.same([taken.count(r[0]) for r in last], [1, 1, 1, 1], "nobody got two")
    t.ok(all(a["PhoneNumber"] == "13800000001" and re.fullmatch(r"\d{8}", a["SendDate"]) for a in double.lines("asked.jsonl")), "asked by number, day")


def the_second_uncertainty_is_the_last():
    double.behave("hang 2")
    where = send()
    ends(where, "UNCERTAIN", "uncertain once")
    house.pass_time(601)
    ends(where, "UNCERTAIN", "uncertain twice", attempt=2)
    t.same(house.row(where, "state, done_at IS NOT NULL, maybe_twice"), ["UNCERTAIN", "1", "1"], "is left at that, for a person to see")
    house.pass_time(10000)
    time.sleep(1.3)
    t.same(house.row(where, "attempts"), "2", "there is no third")
    double.behave("hang 1")
    house.post("code", contact, "SMS", "hung", "654321")
    where = "dedupe = 'union_code:hung:SMS'"
    ends(where, "UNCERTAIN", "a code too may be uncertain")
    t.same(house.row(where, "ROUND(TIMESTAMPDIFF(SECOND, NOW(6), due_at) / 60), code_sealed IS NOT NULL"), ["1", "1"],
           "but waits a minute alone: ten would outlive it")
    house.pass_time(61)
    ends(where, "SENT", "and goes out while it is of use", attempt=2)


def a_connection_that_breaks():
    send()
    t.same(house.reaches("SENT"), True, "the connection is warm")
    double.behave("drop 1")
    where = send()
    ends(where, "UNCERTAIN", "libcurl's own second try does not hide that the first was taken")
    t.ok(any(r["why"] == "nonce used twice" for r in double.lines("refused.jsonl")), "it did try", double.lines("refused.jsonl"))
    double.stop()
    where = send()
    ends(where, "LATER", "no gateway: later")
    double.start()
    house.pass_time(61)
    ends(where, "SENT", "when it is back the SMS leaves", attempt=2)
    t.same(house.row(where, "maybe_twice"), "0", "surely once")


def who_the_gateway_is():
    before = len(double.lines("accepted.jsonl"))
    for change, promise in (({"sms__ca_file": house.path("other.pem")}, "a certificate that our root does not vouch for"),
                            ({"sms__ca_file": ""}, "nor any of the system's"),
                            ({"sms__aliyun_url": "https://other.localhost:%d/" % port}, "a certificate of another name")):
        old = dict(house.settings)
        house.set(**change)
        one = house.notifyd()
        detail = ends(send(), "ALARM", promise + ": nothing is sent")
        t.ok("curl 60" in detail, "for that reason", detail)
        one.end()
        house.settings = old
        house.write_settings()
    t.same(len(double.lines("accepted.jsonl")), before, "the gateway got none of them")
    double.stop()
    double.make_certificates(days="-1")
    double.start()
    one = house.notifyd()
    detail = ends(send(), "ALARM", "a certificate that has expired: nothing is sent")
    t.ok("curl 60" in detail, "for that reason", detail)
    one.end()
    t.same(len(double.lines("accepted.jsonl")), before, "the gateway got none of it either")
    double.stop()
    double.make_certificates()
    double.start()
    house.sql("UPDATE outbox SET done_at = NOW(6), state = 'FAILED' WHERE done_at IS NULL")
    with open(house.path("key"), "w") as f:
        f.write("another-secret\n")
    one = house.notifyd()
    detail = ends(send(), "ALARM", "a wrong key of ours is for the operator")
    t.ok("SignatureDoesNotMatch" in detail, "and named", detail)
    one.end()
    house.set(sms__aliyun_url="http://gateway.localhost:%d/" % port)
    one = house.notifyd()
    one.process.wait(10)
    t.ok(one.process.returncode == 1 and "https" in one.log(), "without TLS it does not start", one.log())


double.start()
try:
    one = house.notifyd()
    what_it_is_sent(one)
    what_answers_mean()
    the_second_uncertainty_is_the_last()
    a_connection_that_breaks()
    one.end()
    who_the_gateway_is()
finally:
    double.stop()
