#!/usr/bin/env python3
"""bounces: mail that a real Postfix sends back, from its envelope address to the message: refused for good, full, late, delivered; taken from
a maildir by bounced and from its standard input; answers of people and machines are none; a forged address finds nothing."""
import os, shutil, smtplib, subprocess, time

from house import BUILD, HERE, House, Tap, free_port, skip_all, wait

if os.geteuid() != 0:
    skip_all("Postfix's master starts as root only")
if not shutil.which("postfix", path="/usr/sbin:" + os.environ["PATH"]):
    skip_all("there is no Postfix here")

t = Tap()
port = free_port()
house = House(mail__driver="smtp", mail__url="smtp://127.0.0.1:%d" % port, mail__bounce="bounce@example.org")
POSTFIX, CONF = house.path("pf"), house.path("gongshi.conf")
BOUNCED = os.path.join(BUILD, "sbin", "bounced")
MAILDIR = POSTFIX + "/mail"
EXTRA = """recipient_delimiter = +
transport_maps = regexp:{0}/ways
notify_classes =
smtpd_reject_unlisted_recipient = no
delay_warning_time = 1s
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 1s
smtpd_error_sleep_time = 0
smtpd_client_connection_rate_limit = 0
"""
union, contact = house.union("上城区总工会", phone="13800000001")
number = 0


def start_postfix():
    os.makedirs(POSTFIX, exist_ok=True)
    with open(POSTFIX + "/extra.cf", "w") as f:
        f.write(EXTRA.format(POSTFIX))
    with open(POSTFIX + "/ways", "w") as f:
        f.write("/^gone@/ error:5.1.1 no such person\n/^full@/ error:5.2.2 the mailbox is full\n/^slow@/ retry:4.3.2 come again\n")
    subprocess.run([HERE + "/postfix", "start", POSTFIX, str(port)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def send(to):
    """The number of a mail to the union that Postfix has taken."""
    global number
    number += 1
    house.sql("UPDATE union_contact SET email = '%s' WHERE id = %s" % (to, contact))
    house.post("union", "assist_requested", union, "b%d" % number, '{"slug":"abcdefghijklmnopqrstuvwxyz","due":"2026年4月30日"}')
    where = "dedupe = 'assist_requested:b%d:EMAIL'" % number
    assert wait(lambda: house.row(where) == "SENT"), house.sql("SELECT outcome, detail FROM delivery")
    return house.row(where, "id")


def knows(message, wanted, promise, seconds=20):
    got = wait(lambda: house.row("id = %s" % message, "report, report_code, state") == wanted and wanted, seconds, 0.1)
    t.ok(got, promise, house.row("id = %s" % message, "report, report_code, state"))


def envelope(message):
    """The address from which the mail of that message was sent, as it stands in what arrived or in the queue's log."""
    with open(POSTFIX + "/mail.log", encoding="utf-8", errors="replace") as f:
        return next(w.split("from=<")[1].split(">")[0] for w in f if "from=<bounce+%s-" % message in w)


def pipe(mail):
    return subprocess.run([BOUNCED, "-c", CONF], input=mail, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode


def what_postfix_sends_back():
    gone, full, slow, well = send("gone@example.org"), send("full@example.org"), send("slow@example.org"), send("wang@example.org")
    knows(gone, ["UNDELIVERED", "5.1.1", "SENT"], "an unknown person: not delivered, with the server's word")
    knows(full, ["UNDELIVERED", "5.2.2", "SENT"], "a full mailbox: not delivered")
    knows(slow, ["DELAYED", "4.3.2", "SENT"], "one that waits at the other side: delayed")
    t.same(house.one("SELECT given_up_why FROM outbox WHERE id = %s" % gone), "BOUNCED", "what came back went on to somebody else")
    t.same(house.row("id = %s" % slow, "given_up_why"), None, "what is late did not")
    t.same(house.row("id = %s" % well, "report"), None, "of the one that nothing was heard of nothing is known")
    with smtplib.SMTP("127.0.0.1", port) as s:
        s.ehlo()
        s.mail(envelope(well), ["RET=HDRS"])
        s.rcpt("wang@example.org", ["NOTIFY=SUCCESS"])
        s.data(b"Subject: x\r\n\r\nx\r\n")
    knows(well, ["DELIVERED", "2.0.0", "SENT"], "and when Postfix was asked to say so: delivered")
    t.same(sorted(os.listdir(MAILDIR + "/new")), [], "the maildir is empty again")
    t.ok(wait(lambda: len(os.listdir(MAILDIR + "/cur")) == 2), "what was no report is kept for a person to look at", os.listdir(MAILDIR + "/cur"))


REPORT = ("X-Original-To: %s\nFrom: MAILER-DAEMON@x.cn\nMIME-Version: 1.0\nContent-Type: multipart/report; boundary=b; "
          "report-type=delivery-status\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n%s\n--b--\n")


def what_comes_by_the_pipe():
    message = send("li@example.org")
    to = envelope(message)
    answer = ("X-Original-To: %s\nFrom: li@example.org\nAuto-Submitted: auto-replied\nSubject: away\n\nback on Monday\n" % to).encode()
    forged = (REPORT % (to[:-14] + "aa" + to[-12:], "Action: failed\nStatus: 5.1.1\n")).encode()
    t.same([pipe(answer), pipe(forged), pipe(b""), pipe(b"\0" * 600000)], [0, 0, 0, 0], "whatever comes is taken off the mail server's hands")
    t.ok(wait(lambda: house.one("SELECT why FROM delivery_report WHERE state = 'UNMATCHED'") == "not_our_address"),
         "an address that we did not make is kept with the reason")
    t.same(house.row("id = %s" % message, "report"), None, "an answer and a forged report say nothing of the message")
    right = (REPORT % (to.upper(), "Action: failed\nStatus: 4.4.7\n")).encode()
    t.same([pipe(right), pipe(right)], [0, 0], "the same report twice")
    knows(message, ["UNDELIVERED", "4.4.7", "SENT"], "is the control: it finds its message, in letters of either case")
    t.same(house.one("SELECT COUNT(*) FROM delivery_report WHERE outbox_id = %s" % message), "1", "and stands there once")
    words = send("wu@example.org")
    pipe(("Delivered-To: %s\nFrom: MAILER-DAEMON@x.cn\nSubject: failure notice\n\nHi. This is the qmail-send program.\n" % envelope(words)).encode())
    knows(words, ["UNDELIVERED", "", "SENT"], "an older server says it by the address alone")


def without_a_database():
    message = send("zhao@example.org")
    mail = (REPORT % (envelope(message), "Action: failed\nStatus: 5.1.1\n")).encode()
    house.sql("RENAME TABLE delivery_report TO away")
    t.same(pipe(mail), 75, "what cannot be kept now is asked for again")
    path = MAILDIR + "/new/waits"
    with open(path, "wb") as f:
        f.write(mail)
    time.sleep(3)
    t.ok(os.path.exists(path), "and in the maildir it waits")
    house.sql("RENAME TABLE away TO delivery_report")
    knows(message, ["UNDELIVERED", "5.1.1", "SENT"], "until it can be kept")


start_postfix()
os.makedirs(MAILDIR + "/new", exist_ok=True)
os.makedirs(MAILDIR + "/cur", exist_ok=True)
for folder in ("/new", "/cur", "/tmp"):
    os.makedirs(MAILDIR + folder, exist_ok=True)
    os.chown(MAILDIR + folder, 65534, 65534)
house.notifyd()
with open(house.path("bounced.log"), "wb") as log:
    bounced = subprocess.Popen([BOUNCED, "-c", CONF, MAILDIR], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
try:
    what_postfix_sends_back()
    what_comes_by_the_pipe()
    without_a_database()
    bounced.terminate()
    t.same(bounced.wait(10), 0, "bounced ends when it is told to")
finally:
    bounced.kill()
    subprocess.run([HERE + "/postfix", "stop", POSTFIX], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
