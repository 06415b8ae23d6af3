#!/usr/bin/env python3
"""mail: the smtp driver against a real Postfix on loopback: what arrives, what each refusal means, a server that is away, slow or not who it
says. What a good server never does comes from sink.py."""
import email, email.policy, os, shutil, subprocess, time

from house import HERE, House, Tap, free_port, skip_all, wait
from sink import Sink

if os.geteuid() != 0:
    skip_all("Postfix's master starts as root only")
if not shutil.which("postfix", path="/usr/sbin:" + os.environ["PATH"]):
    skip_all("there is no Postfix here")

t = Tap()
port = free_port()
house = House(mail__driver="smtp", mail__url="smtp://127.0.0.1:%d" % port)
POSTFIX = house.path("pf")
PARAMS = '{"slug":"abcdefghijklmnopqrstuvwxyz","due":"2026年4月30日"}'
union, contact = house.union("上城区总工会", contact="王小明", phone=None)


def postfix(verb, *more, extra=""):
    if verb == "start":
        os.makedirs(POSTFIX, exist_ok=True)
        with open(POSTFIX + "/extra.cf", "w") as f:
            f.write("smtpd_client_connection_rate_limit = 0\nsmtpd_error_sleep_time = 0\n" + extra)
    subprocess.run([HERE + "/postfix", verb, POSTFIX, *more], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def postfix_log():
    with open(POSTFIX + "/mail.log", encoding="utf-8", errors="replace") as f:
        return f.read()


def arrived():
    box = POSTFIX + "/mail/new"
    out = []
    for name in os.listdir(box) if os.path.isdir(box) else ():
        with open(os.path.join(box, name), "rb") as f:
            out.append(email.message_from_bytes(f.read(), policy=email.policy.default))
    return out


number = 0


def send(to, event="assist_requested", params=PARAMS):
    """The WHERE of a new message to the union's contact, whose address it sets."""
    global number
    number += 1
    house.sql("UPDATE union_contact SET email = '%s' WHERE id = %s" % (to, contact))
    house.post("union", event, union, "m%d" % number, params)
    return "dedupe = '%s:m%d:EMAIL'" % (event, number)


def ends(where, outcome, promise, seconds=10, attempt=1):
    """The outcome of an attempt."""
    sql = ("SELECT d.outcome, d.detail FROM delivery d JOIN outbox o ON o.id = d.outbox_id WHERE o.%s AND d.attempt = %d AND d.ended_at IS "
           "NOT NULL" % (where, attempt))
    got = wait(lambda: house.sql(sql), seconds, 0.05)
    t.ok(got and got[0][0] == outcome, promise, got)
    return got[0][1] if got else ""


def what_arrives():
    ends(send("wang@example.org"), "SENT", "a mail leaves")
    send("li.si+list@example.org", "notice_published", '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"关于“数字工匠”的公示","opens":'
         '"2026年4月23日","closes":"2026年4月29日24时","count":3}')
    house.post("code", contact, "EMAIL", "c1", "112233")
    objection = house.objection("123456789012", "EMAIL", "citizen@example.com")
    house.post("news", objection, "DECIDE:1")
    wait(lambda: len(arrived()) == 4)
    mails = {m["to"].addresses[0].addr_spec + " " + m["subject"]: m for m in arrived()}
    t.same(sorted(mails), sorted(["wang@example.org 请协助核查：有一件事项需要贵会说明", "li.si+list@example.org 请核对并签收：关于“数字工匠”的公示",
                                  "li.si+list@example.org 登录验证码（5 分钟内有效）", "citizen@example.com 您提交的反馈有新消息（编号 1234-5678-9012）"]),
           "a mail of each event arrives at its mailbox, subject whole")
    for key, m in mails.items():
        text = m.get_body(("plain",)).get_content()
        t.ok(all(p.get_content_charset() == "utf-8" for p in m.iter_parts()) and "杭州市总工会" in text and not m.defects and "\ufffd" not in text, "readable: " + key, text)
        t.ok(m["return-path"] == "<notice@example.org>" and m["from"].addresses[0].display_name == "杭州市总工会" and
             m["message-id"].endswith("@example.org>") and m["date"].endswith("+0800") and m["auto-submitted"] == "auto-generated" and
             len(m.get_all("to")) == 1 and m["bcc"] is None, "its heads are as they should be", m.items())
    t.ok("helo=<example.org>" in postfix_log() or "client=localhost" in postfix_log(), "Postfix knew who spoke")
    t.same(house.one("SELECT COUNT(*) FROM outbox WHERE state <> 'SENT'"), "0", "all four are known as sent")
    t.same(house.one("SELECT COUNT(*) FROM delivery WHERE detail LIKE '%kept session'"), "3", "over one kept session")


def what_refusals_mean():
    ends(send("nobody@example.org"), "NEVER", "550 for the recipient: never")
    t.same(house.row(columns="state, code_sealed"), ["FAILED", None], "and the message is given up")
    where = send("later@example.org")
    ends(where, "LATER", "450 for the recipient: later")
    ends(send("endnobody@example.org"), "NEVER", "550 after the text: never")
    ends(send("endlater@example.org"), "LATER", "450 after the text: later")
    about = "TIMESTAMPDIFF(SECOND, NOW(6), due_at) BETWEEN %d AND %d"  # a fifth more or less, by chance
    t.same(house.row(where, "state, " + about % (40, 73)), ["WAITING", "1"], "the first wait is about a minute")
    house.sql("UPDATE outbox SET created_at = created_at - INTERVAL 20 MINUTE WHERE " + where)
    house.pass_time(73)
    ends(where, "LATER", "it is tried again", attempt=2)
    t.same(house.row(where, "attempts, " + about % (136, 217)), ["2", "1"], "and the second about three, for it is older")
    house.sql("UPDATE outbox SET created_at = created_at - INTERVAL 3 DAY, due_at = NOW(6) WHERE " + where)
    t.same(house.reaches("FAILED", where), True, "after three days it is given up")
    for bad in ("a@b.cn>", "a b@example.org", "a@example.org\\r\\nRCPT TO:<evil@example.org>", "a@example.org,evil@example.org"):
        ends(send(bad), "NEVER", "no address carries a second command: " + bad)
    t.ok("evil" not in postfix_log(), "the server heard of none")


def a_server_that_stalls():
    house.empty()
    before = len(arrived())
    where = send("stall@example.org")
    began = time.monotonic()
    ends(where, "UNCERTAIN", "no answer after the text: uncertain")
    t.ok(time.monotonic() - began < 5, "which costs seconds, not minutes (%.1f s)" % (time.monotonic() - began))
    t.same(house.row(where, "state, maybe_twice, ROUND(TIMESTAMPDIFF(SECOND, NOW(6), due_at) / 60)"), ["UNCERTAIN", "0", "10"],
           "it waits ten minutes")
    t.ok(wait(lambda: len(arrived()) > before), "though the server keeps what it had taken")
    t.same(house.row(where, "attempts"), "1", "and is not repeated before")
    postfix("stop")
    postfix("start", str(port), extra="smtpd_end_of_data_restrictions =\n")
    house.pass_time(601)
    ends(where, "SENT", "then it is sent once more", attempt=2)
    t.same(house.row(where, "state, maybe_twice"), ["SENT", "1"], "and marked as possibly twice")
    wait(lambda: len(arrived()) >= before + 2)
    ids = [m["message-id"] for m in arrived() if m["to"].addresses[0].addr_spec == "stall@example.org"]
    t.ok(len(ids) == 2 and ids[0] == ids[1], "both have the same Message-ID", ids)


def the_next_server():
    """The first takes nobody; then it is well again."""
    first, second = free_port(), free_port()
    bad, good = Sink(first), Sink(second)
    bad.behaviour = "greet_554"
    house.empty()
    house.set(mail__url="smtp://127.0.0.1:%d, smtp://127.0.0.1:%d" % (first, second), gateway__rest_seconds="2")
    one = house.notifyd()
    for n in range(5):
        ends(send("wang@example.org"), "SENT", "a mail that the first server did not hear of leaves by the second, number %d" % n)
    t.ok(len(good.taken) == 5 and bad.connections == 3, "after three failures the first is left alone", bad.connections)
    t.same(house.one("SELECT COUNT(*) FROM delivery"), "5", "each at its first attempt")
    t.ok(one.log().count("mail server 1 of mail.url is left for the next one") == 1, "and the log says so once", one.log())
    bad.behaviour = "ok"
    time.sleep(2.1)
    for n in range(2):
        ends(send("wang@example.org"), "SENT", "when it has rested it is tried again")
    t.ok(len(bad.taken) == 2 and "works again" in one.log(), "and is the first again", (bad.taken, one.log()[-500:]))
    one.end()
    house.set(mail__url="smtp://127.0.0.1:%d" % port)


def a_server_that_is_away():
    postfix("stop")
    where = send("wang@example.org")
    ends(where, "LATER", "no server: later")
    postfix("start", str(port))
    house.pass_time(61)
    ends(where, "SENT", "when it is back the mail leaves", attempt=2)
    t.same(house.row(where, "maybe_twice"), "0", "surely once")
    postfix("stop")
    postfix("start", str(port), extra="smtpd_timeout = 1s\n")
    ends(send("wang@example.org"), "SENT", "a restart between two mails is not felt")
    time.sleep(2.2)
    detail = ends(send("wang@example.org"), "SENT", "a session that the server closed meanwhile is opened anew")
    t.ok("kept" not in detail, "it was a new one", detail)


def certificate(name, path):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=" + name, "-addext",
                    "subjectAltName=DNS:" + name, "-keyout", path + ".key", "-out", path + ".pem"], check=True, stderr=subprocess.DEVNULL)


def who_the_server_is():
    """Names that end in .localhost are resolved to this machine by libcurl; only `localhost` itself may do without TLS."""
    certificate("mail.localhost", house.path("tls"))
    postfix("stop")
    postfix("start", str(port), extra="smtpd_tls_security_level = may\nsmtpd_tls_loglevel = 1\nsmtpd_tls_cert_file = %s\n"
            "smtpd_tls_key_file = %s\n" % (house.path("tls.pem"), house.path("tls.key")))

    def with_server(host, ca, outcome, promise):
        house.set(mail__url="smtp://%s:%d" % (host, port), mail__ca_file=ca)
        one = house.notifyd()
        ends(send("wang@example.org"), outcome, promise)
        one.end()
    with_server("mail.localhost", "", "ALARM", "a certificate that nobody vouches for: nothing is sent")
    with_server("other.localhost", house.path("tls.pem"), "ALARM", "a certificate of another name: nothing is sent")
    t.ok(postfix_log().count("status=sent") == len(arrived()), "the server took nothing of it")
    with_server("mail.localhost", house.path("tls.pem"), "SENT", "the right one: sent")
    t.ok("Anonymous TLS connection established" in postfix_log(), "under TLS", postfix_log()[-2000:])
    with_server("127.0.0.1", "", "SENT", "on this machine itself no TLS is asked")
    postfix("stop")
    postfix("start", str(port))
    with_server("mail.localhost", house.path("tls.pem"), "ALARM", "a server without TLS under any other name: nothing is sent")
    house.set(mail__ca_file="")


def what_a_good_server_never_does():
    port = free_port()
    sink = Sink(port)
    house.set(mail__url="smtp://127.0.0.1:%d" % port)
    for behaviour, outcome, promise in (
            ("greet_554", "ALARM", "a server that takes nobody says nothing about this mail"),
            ("greet_silent", "LATER", "silence at the greeting: later"),
            ("sender_553", "ALARM", "a sender that is refused is our mistake, not the mail's"),
            ("data_silent", "LATER", "silence before the text: later, surely not sent"),
            ("text_drop", "UNCERTAIN", "hanging up after the text: uncertain"),
            ("text_silent", "UNCERTAIN", "silence after the text: uncertain"),
            ("ok", "SENT", "and when it behaves: sent")):
        sink.behaviour = behaviour
        one = house.notifyd()
        ends(send("wang@example.org"), outcome, promise)
        one.end()
    sink.behaviour = "auth_535"
    with open(house.path("pw"), "w") as f:
        f.write("secret-of-mail\n")
    house.set(mail__user="office", mail__password_file=house.path("pw"))
    one = house.notifyd()
    where = send("wang@example.org")
    ends(where, "ALARM", "a wrong password condemns no mail, and is the operator's")
    t.ok(any(c.startswith("AUTH") for c in sink.commands), "it was tried")
    t.ok("secret-of-mail" not in one.log() and "c2VjcmV0" not in one.log(), "and stands in no log")
    one.end()
    house.settings.pop("mail.user"), house.settings.pop("mail.password_file")
    t.ok("EHLO example.org" in sink.commands, "it names its own domain in EHLO", sink.commands[:3])
    return sink


def sigterm_finishes_what_is_in_hand(sink):
    house.empty()
    sink.behaviour, sink.seconds = "ok", 0.6
    house.write_settings()
    for _ in range(5):
        send("wang@example.org")
    before = len(sink.taken)
    one = house.notifyd()
    wait(lambda: house.one("SELECT COUNT(*) FROM delivery") != "0")
    t.same(house.one("SELECT COUNT(*) FROM information_schema.innodb_trx"), "0", "no transaction is open while a server is waited for")
    began = time.monotonic()
    t.same(one.end(), 0, "SIGTERM while a mail is being sent ends it in good order")
    t.ok(time.monotonic() - began < 3, "soon")
    states = house.sql("SELECT state, COUNT(*), MAX(lease_by IS NOT NULL) FROM outbox GROUP BY state ORDER BY state DESC")
    taken = len(sink.taken) - before
    t.same(states, [["WAITING", str(5 - taken), "0"], ["SENT", str(taken), "0"]], "what was in hand is sent and known, the rest given back")
    t.ok(1 <= taken <= 2, "no more was begun", taken)
    sink.seconds = 0


postfix("start", str(port))
try:
    one = house.notifyd()
    what_arrives()
    what_refusals_mean()
    a_server_that_stalls()
    a_server_that_is_away()
    one.end()
    who_the_server_is()
finally:
    postfix("stop")
the_next_server()
sigterm_finishes_what_is_in_hand(what_a_good_server_never_does())
