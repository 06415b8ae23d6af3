#!/usr/bin/env python3
"""sms_others: the drivers tencent and http-json against the gateway double over HTTPS: what they send, and what answers and silences mean."""
import json, re, time

from gateways import Double
from house import House, Tap, free_port, wait

t = Tap()
port = free_port()
house = House(sms__driver="tencent", sms__tencent_url="https://gateway.localhost:%d/" % port, sms__tencent_key_id="test-id",
              sms__tencent_app_id="1400006666", sms__reply_seconds="2")
house.set(sms__tencent_key_file=house.path("key"), sms__http_key_file=house.path("key"), sms__http_plan=house.path("plan.json"),
          sms__ca_file=house.path("ca.pem"), **{"sms__template_" + e: "T_" + e for e in house.events()})
union, contact = house.union("上城区总工会", contact="王小明", email=None, phone="138 0000-0001")
double = Double(house, port)
number = 0


def send():
    global number
    number += 1
    house.post("union", "assist_requested", union, "o%d" % number, '{"slug":"abcdefghijklmnopqrstuvwxyz","due":"2026年4月30日"}')
    return "dedupe = 'assist_requested:o%d:SMS'" % number


def ends(where, outcome, promise):
    got = wait(lambda: house.sql("SELECT d.outcome, d.detail FROM delivery d JOIN outbox o ON o.id = d.outbox_id WHERE o.%s AND d.ended_at "
                                 "IS NOT NULL" % where), 12, 0.05)
    t.ok(got and got[0][0] == outcome, promise, got)


def answers(name):
    for word, outcome in (("ok", "SENT"), ("limit", "LATER"), ("no_money", "ALARM"), ("wrong_number", "NEVER"), ("busy503", "LATER"),
                          ("hang", "UNCERTAIN"), ("error500", "UNCERTAIN"), ("garbage", "UNCERTAIN"), ("drop", "UNCERTAIN")):
        double.behave(word + " 1")
        ends(send(), outcome, "%s, %s: %s" % (name, word, outcome.lower()))


def tencent():
    one = house.notifyd()
    house.post("code", contact, "SMS", "c1", "112233")
    ends(send(), "SENT", "tencent takes a message")
    wait(lambda: len(double.lines("accepted.jsonl")) == 2)
    got = {m["TemplateId"]: m for m in double.lines("accepted.jsonl")}
    t.same(double.lines("refused.jsonl"), [], "every signature is right")
    t.same({k: m["TemplateParamSet"] for k, m in got.items()},
           {"T_assist_requested": ["2026年4月30日", "abcdefghijklmnopqrstuvwxyz"], "T_union_code": ["112233"]},
           "variables come in the order of the template")
    t.ok(all(m["PhoneNumberSet"] == ["+8613800000001"] and m["SmsSdkAppId"] == "1400006666" and m["SignName"] == "杭州市总工会" and
             re.fullmatch(r"[0-9a-f]{32}", m["SessionContext"]) for m in got.values()), "with number, application, sign and a word of its own", got)
    answers("tencent")
    for secret in ("test-secret", "13800000001", "112233"):
        t.ok(secret not in one.log(), "the log does not tell " + secret)
    one.end()


def taken(count, **settings):
    """Seconds in which so many were sent."""
    house.empty()
    house.set(**settings)
    house.post("many", union, "crowd", '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"t","opens":"o","closes":"c","count":1}', str(count))
    began = time.monotonic()
    one = house.notifyd()
    done = wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state = 'SENT'") == str(count), 60, 0.05)
    t.ok(done, "%d are sent with %s" % (count, settings), house.sql("SELECT state, COUNT(*) FROM outbox GROUP BY state"))
    took = time.monotonic() - began
    t.same(one.end(), 0, "and notifyd ends in good order")
    return took


def many_at_once():
    double.behave("slow")
    side_by_side, one_by_one = taken(48, sms__at_once="16", sms__per_second="0"), taken(6, sms__at_once="1", sms__per_second="0")
    t.ok(side_by_side < 6, "48 messages that each take half a second are under way side by side: %.1f s" % side_by_side)
    t.ok(one_by_one >= 3, "one at a time is one at a time: %.1f s" % one_by_one)
    double.behave("ok")
    ceiling = taken(30, sms__at_once="16", sms__per_second="10")
    t.ok(ceiling >= 2.0, "ten a second are ten a second: %.1f s" % ceiling)
    house.set(sms__per_second="50")
    house.post("many", union, "ends", '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"t","opens":"o","closes":"c","count":1}', "8")
    double.behave("slow")
    one = house.notifyd()
    wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state = 'LEASED'") == "8", 5, 0.01)
    t.same(one.end(), 0, "told to end with eight under way it ends in good order")
    t.same(house.one("SELECT COUNT(*) FROM outbox WHERE state = 'SENT' AND attempts = 1 AND maybe_twice = 0 AND dedupe LIKE '%ends%'"), "8",
           "and knows what became of each")
    double.behave("ok")


def plan(**change):
    p = {"url": "https://gateway.localhost:%d/sms/submit" % port, "heads": ["Content-Type: text/plain"],
         "words": {"ecName": "测试集团", "apId": "apid", "signId": "signcode", "addSerial": ""},
         "digests": {"mac": {"kind": "md5", "of": "{ecName}{apId}{secret}{mobile}{text}{signId}{addSerial}"}},
         "body": {"ecName": "{ecName}", "apId": "{apId}", "mobiles": "{mobile}", "content": "{text}", "sign": "{signId}",
                  "addSerial": "{addSerial}", "mac": "{mac}"},
         "encode": "base64", "answer": {"at": "/rspcod", "sent": ["success"], "id": "/msgGroup", "never": ["InvalidMessage"],
                    "alarm": ["InvalidUsrOrPwd"]}}
    p.update(change)
    with open(house.path("plan.json"), "w") as f:
        json.dump(p, f)


def two_gateways():
    """Aliyun is away, so Tencent has it; then Aliyun is back. A key that is wrong at one is no reason to wait either."""
    away = free_port()
    house.empty()
    house.set(sms__driver="aliyun, tencent", sms__aliyun_url="https://gateway.localhost:%d/" % away, sms__aliyun_key_id="test-id",
              sms__aliyun_key_file=house.path("key"), gateway__rest_seconds="2")
    one = house.notifyd()
    for n in range(5):
        ends(send(), "SENT", "what the first gateway did not take the second has at once, number %d" % n)
    t.same(house.sql("SELECT driver, COUNT(*), MAX(attempt) FROM delivery GROUP BY driver"), [["tencent", "5", "1"]], "as its attempt says")
    t.same(one.log().count("gateway aliyun is left for the next one"), 1, "after three failures the first is left alone, which the log says")
    other = Double(house, away, beside=True)
    other.start()
    time.sleep(2.1)
    ends(send(), "SENT", "when it has rested it is tried again")
    ends(send(), "SENT", "and has the next too")
    t.same(house.sql("SELECT driver FROM delivery ORDER BY id DESC LIMIT 2"), [["aliyun"], ["aliyun"]], "as it stands first")
    double.behave("hang 1")
    where = send()
    ends(where, "UNCERTAIN", "what may have gone")
    house.pass_time(601)
    wait(lambda: house.row(where, "state") == "SENT")
    t.same(house.sql("SELECT d.driver, d.outcome FROM delivery d JOIN outbox o ON o.id = d.outbox_id WHERE o.%s ORDER BY attempt" % where),
           [["aliyun", "UNCERTAIN"], ["aliyun", "SENT"]], "goes to nobody else: the same one is asked")
    one.end()
    house.set(sms__aliyun_key_id="nobody")
    one = house.notifyd()
    ends(send(), "SENT", "an account that is wrong at one gateway: the next has it")
    one.end()
    other.stop()
    house.set(sms__driver="tencent, tencent")
    one = house.notifyd()
    one.process.wait(10)
    t.ok(one.process.returncode == 1 and "twice" in one.log(), "one that is named twice does not start", one.log())


def http_json():
    before = len(double.lines("accepted.jsonl"))
    house.sql("UPDATE outbox SET done_at = NOW(6), state = 'FAILED' WHERE done_at IS NULL")
    house.set(sms__driver="http-json")
    plan()
    one = house.notifyd()
    ends(send(), "SENT", "a gateway that a file describes takes a message")
    got = double.lines("accepted.jsonl")[before:]
    t.ok(len(got) == 1 and got[0]["mobiles"] == "13800000001" and "2026年4月30日" in got[0]["content"], "the text that a person reads", got)
    answers("http-json")
    one.end()
    for change, says in (({"url": "http://gateway.localhost/"}, "https"), ({"body": {"a": "{nobody}"}}, "nobody"), ({"answer": {}}, "answer")):
        plan(**change)
        one = house.notifyd()
        one.process.wait(10)
        t.ok(one.process.returncode == 1 and says in one.log(), "a plan that is wrong does not start and says why: " + says, one.log())


double.start()
try:
    tencent()
    many_at_once()
    two_gateways()
    http_json()
finally:
    double.stop()
