#!/usr/bin/env python3
"""faults: notifyds for mail and SMS are killed (SIGKILL) at random instants while messages come in. The sinks count, not we: smtp-sink of Postfix,
and the gateway double over HTTPS. No message may be missing there; what came twice must be marked, and its first attempt must be one whose
answer was lost with its sender. DELIVERY_KILLS says how many: ten here, 200 by `./check delivery-faults`."""
import collections, os, random, re, shutil, subprocess, time

from gateways import Double
from house import BUILD, House, Tap, free_port, skip_all, wait

SINK = shutil.which("smtp-sink", path="/usr/sbin:" + os.environ["PATH"])
if not SINK or os.geteuid() != 0:
    skip_all("smtp-sink of Postfix is not here, or cannot become nobody")

KILLS = int(os.environ.get("DELIVERY_KILLS") or 10)
PARAMS = '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"公示","opens":"2026年4月23日","closes":"2026年4月29日24时","count":3}'
MAIL_A_SECOND, SMS_A_SECOND, NUMBERS = 150, 5, 8 # SMS: to each number

t = Tap()
chance = random.Random(int(os.environ.get("DELIVERY_SEED") or 20260423))
port, mail_port = free_port(), free_port()
house = House(sms__driver="tencent", sms__tencent_url="https://gateway.localhost:%d/" % port, sms__tencent_key_id="test-id",
              sms__tencent_app_id="1", sms__aliyun_url="https://gateway.localhost:%d/" % port, sms__aliyun_key_id="test-id",
              sms__at_once="64", sms__per_second="0", sms__reply_seconds="20", mail__driver="smtp",
              mail__url="smtp://127.0.0.1:%d" % mail_port, mail__reply_seconds="20")
house.set(sms__tencent_key_file=house.path("key"), sms__aliyun_key_file=house.path("key"), sms__ca_file=house.path("ca.pem"),
          **{"sms__template_" + e: "T" for e in house.events()})
by_mail, _ = house.union("邮件工会", email="a@example.org", phone=None)
by_sms = [house.union("短信工会%d" % n, email=None, phone="1380000000%d" % n)[0] for n in range(NUMBERS)]
double = Double(house, port)
box = house.path("box")
os.mkdir(box)
shutil.chown(box, "nobody")


# ---- what the sinks took -------------------------------------------------------------------------------------

def mails():
    """The Message-ID of each mail that smtp-sink took whole: it keeps a file a mail."""
    out = []
    for name in os.listdir(box):
        with open(os.path.join(box, name), "rb") as f:
            found = re.search(rb"^Message-ID: <([0-9a-f]+)@", f.read(), re.M)
        out.append(found.group(1).decode() if found else "?")
    return out


def sms():
    return [m.get("SessionContext") or m["OutId"] for m in double.lines("accepted.jsonl")]


def judge(rows, taken):
    """(lost, twice without a mark, twice though no answer was lost, more than twice) of rows (message id, maybe_twice, lost answers)."""
    times = collections.Counter(taken)
    twice = [r for r in rows if times[r[0]] > 1]
    return ([r[0] for r in rows if times[r[0]] == 0], [r[0] for r in twice if r[1] == "0"], [r[0] for r in twice if r[2] == "0"],
            [r[0] for r in rows if times[r[0]] > 2])


def rows():
    return house.sql("SELECT o.message_id, o.maybe_twice, COUNT(IF(d.outcome = 'UNCERTAIN', 1, NULL)) FROM outbox o LEFT JOIN delivery d "
                     "ON d.outbox_id = o.id GROUP BY o.id")


# ---- the killing ---------------------------------------------------------------------------------------------

def pace(union, key, a_second):
    """Messages, committed one by one, until it is ended."""
    return subprocess.Popen([BUILD + "/tests/delivery/post", house.path("gongshi.conf"), "pace", union, key, PARAMS, "1000000", str(a_second)],
                            stderr=subprocess.DEVNULL)


def settled():
    """As time would do it: leases of the dead run out (those of the living are seconds old), uncertain ones have waited."""
    house.sql("UPDATE outbox SET due_at = due_at - INTERVAL 601 SECOND WHERE state = 'UNCERTAIN' AND done_at IS NULL;"
              "UPDATE outbox SET lease_until = NOW(6) WHERE state = 'LEASED' AND lease_until < NOW(6) + INTERVAL 100 SECOND")
    return house.one("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL") == "0"


def killed(driver, kills):
    house.empty()
    for name in os.listdir(box):
        os.unlink(os.path.join(box, name))
    if os.path.exists(house.path("accepted.jsonl")):
        os.unlink(house.path("accepted.jsonl"))
    house.set(sms__driver=driver)
    double.behave("slow")
    works = ["sms", "mail", "mail"]
    running = [house.notifyd(words=(w,)) for w in works]
    load = [pace(by_mail, driver + "m", MAIL_A_SECOND)] + [pace(u, driver + "s" + u, SMS_A_SECOND) for u in by_sms]
    for _ in range(kills):
        time.sleep(chance.uniform(0.02, 0.4))
        victim = chance.randrange(len(running))
        running[victim].kill()
        running[victim] = house.notifyd(words=(works[victim],))
    for one in load:
        one.terminate()
        one.wait()
    double.behave("ok")
    done = wait(settled, 90, 5)
    all_rows, taken = rows(), mails() + sms()
    t.ok(done and len(all_rows) > kills, "%d kills, SMS by %s: %d messages come to an end" % (kills, driver, len(all_rows)),
         house.sql("SELECT channel, state, COUNT(*) FROM outbox GROUP BY channel, state"))
    faults = judge(all_rows, taken)
    t.ok(not any(faults), "none is missing at the sinks; what came twice is marked and its first answer was lost; none came three times",
         [(word, house.sql("SELECT o.channel, o.state, d.* FROM outbox o JOIN delivery d ON d.outbox_id = o.id WHERE o.message_id = '%s'" % word))
          for kind in faults for word in kind[:4]])
    t.same(set(taken) - {r[0] for r in all_rows}, set(), "and the sinks have nothing else")
    t.same(house.one("SELECT COUNT(*) FROM delivery WHERE ended_at IS NULL"), "0", "no attempt is left open")
    times = collections.Counter(taken)
    print("# %d kills: %d messages, %d lost an answer, %d marked, %d came twice, at most %d uncertain a kill" % (
        kills, len(all_rows), sum(r[2] != "0" for r in all_rows), sum(r[1] == "1" for r in all_rows),
        sum(n > 1 for n in times.values()), most_at_once()), flush=True)
    return running


def most_at_once():
    """How many attempts one death left open: those that the same moment took back, of one channel."""
    return int(house.one("SELECT COALESCE(MAX(n), 0) FROM (SELECT COUNT(*) AS n FROM delivery d JOIN outbox o ON o.id = d.outbox_id "
                         "WHERE d.detail = 'the sender ended under way' AND o.channel = 'EMAIL' GROUP BY d.started_at) AS x"))


def the_judge_can_say_no():
    """Through the same sinks: a message that is set back without a mark goes out again; one whose mail is taken away is missing."""
    taken = collections.Counter(mails())
    again, gone = [w for w, n in taken.items() if n == 1 and w != "?"][:2]
    house.sql("UPDATE outbox SET state = 'WAITING', done_at = NULL, due_at = NOW(6), maybe_twice = 0 WHERE message_id = '%s'" % again)
    wait(lambda: mails().count(again) == 2, 15, 0.2)
    for name in os.listdir(box):
        with open(os.path.join(box, name), "rb") as f:
            if gone.encode() in f.read():
                os.unlink(os.path.join(box, name))
    lost, unmarked, groundless, _ = judge(rows(), mails() + sms())
    t.ok(gone in lost and again in unmarked and again in groundless, "a loss and an unmarked double would be seen", (lost, unmarked, groundless))
    t.ok(judge([["a", "1", "1"]], ["a"] * 3)[3], "and so would a third")


sink = subprocess.Popen([SINK, "-u", "nobody", "-d", box + "/%H%M%S.", "127.0.0.1:%d" % mail_port, "512"], stdout=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL)
double.start()
try:
    for one in killed("aliyun", KILLS // 2):
        one.end()
    running = killed("tencent", KILLS - KILLS // 2)
    the_judge_can_say_no()
    for one in running:
        one.end()
finally:
    sink.terminate()
    sink.wait()
    double.stop()
