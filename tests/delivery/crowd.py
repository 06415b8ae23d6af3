#!/usr/bin/env python3
"""crowd: several notifyds side by side, and notifyds that are killed at random instants while messages come in: nothing is lost, and what went
out twice is marked. DELIVERY_KILLS says how many; the mail server is sink.py, which notes what it took."""
import collections, os, random, subprocess, time

from house import BUILD, House, Tap, free_port, wait
from sink import Sink

KILLS = int(os.environ.get("DELIVERY_KILLS") or 8)
PARAMS = '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"公示","opens":"2026年4月23日","closes":"2026年4月29日24时","count":3}'

t = Tap()
port = free_port()
sink = Sink(port)
house = House(mail__driver="smtp", mail__url="smtp://127.0.0.1:%d" % port, mail__reply_seconds="10")
union, _ = house.union("上城区总工会", phone=None)


def judge(rows, taken):
    """(lost, twice without a mark, more than twice) of rows (message id, state, maybe_twice) and what the server took."""
    times = collections.Counter(taken)
    lost = [r[0] for r in rows if times[r[0]] == 0 and r[1] != "UNCERTAIN"]
    unmarked = [r[0] for r in rows if times[r[0]] > 1 and r[2] == "0"]
    return lost, unmarked, [r[0] for r in rows if times[r[0]] > 2]


def outbox():
    return house.sql("SELECT message_id, state, maybe_twice FROM outbox")


def side_by_side():
    house.post("many", union, "a", PARAMS, 300)
    sink.seconds = 0.005
    began = time.monotonic()
    several = [house.notifyd() for _ in range(4)]
    done = wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state = 'SENT'") == "300", 60, 0.1)
    took = time.monotonic() - began
    t.ok(done, "four notifyds send three hundred mails (%.1f s)" % took, house.sql("SELECT state, COUNT(*) FROM outbox GROUP BY state"))
    t.same(len(sink.taken), 300, "each one once")
    t.same(judge(outbox(), sink.taken), ([], [], []), "and none is marked as anything else")
    shares = [one.log().count(": SENT") for one in several]
    t.ok(sum(shares) == 300 and sum(s > 0 for s in shares) > 1, "more than one had work: %s" % shares)
    t.ok(not any("<3>" in one.log() for one in several), "and none complained", [one.log()[:500] for one in several])
    owner = [one for one in several if one.process.poll() is None]
    for one in owner[:3]:
        one.kill()
    before = len(sink.taken)
    time.sleep(5.2) # who is left looks after the address of the poke every five seconds
    house.post("union", "notice_published", union, "poked", PARAMS)
    t.ok(wait(lambda: len(sink.taken) > before, 0.5), "who is left takes over the address where it is poked")
    t.same(owner[3].end(), 0, "and ends in good order")


def a_database_that_dies_under_way():
    """What the server said is kept in mind until it can be noted."""
    house.empty()
    del sink.taken[:]
    sink.seconds = 1.5
    one = house.notifyd()
    house.post("union", "notice_published", union, "dies", PARAMS)
    wait(lambda: house.one("SELECT COUNT(*) FROM delivery") == "1")
    house.mariadb("kill")
    t.ok(wait(lambda: len(sink.taken) == 1, 5), "a mail is taken while the database is dead")
    time.sleep(0.5)
    house.mariadb("start")
    t.same(house.reaches("SENT", seconds=15), True, "and known as sent when it is back")
    t.same(house.row(columns="attempts, maybe_twice"), ["1", "0"], "at the first attempt, surely once")
    t.same(len(sink.taken), 1, "nobody got two")
    sink.seconds = 0
    house.post("union", "notice_published", union, "after", PARAMS)
    t.same(house.reaches("SENT", "dedupe LIKE '%after%'"), True, "and the work goes on")
    t.ok(one.log().count("<3>") <= 2, "the log says it once, not each second", one.log())
    one.end()


def killed(kills):
    house.empty()
    del sink.taken[:]
    sink.seconds = 0.01
    count = 40 + 12 * kills
    load = subprocess.Popen([BUILD + "/tests/delivery/post", house.path("gongshi.conf"), "many", union, "k", PARAMS, str(count)],
                            stderr=subprocess.DEVNULL)
    running = [house.notifyd(), house.notifyd()]
    chance = random.Random(20260423)
    for _ in range(kills):
        time.sleep(chance.uniform(0.02, 0.3))
        victim = chance.randrange(2)
        running[victim].kill()
        running[victim] = house.notifyd()
    t.same(load.wait(120), 0, "%d messages came in while %d notifyds were killed" % (count, kills))

    def settled():
        # As time would do it: leases run out, uncertain ones have waited.
        house.pass_time(601)
        return house.one("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL") == "0"
    t.ok(wait(settled, 60, 6), "all of them come to an end", house.sql("SELECT state, COUNT(*) FROM outbox GROUP BY state"))
    rows = outbox()
    lost, unmarked, thrice = judge(rows, sink.taken)
    t.same(len(rows), count, "each is there once")
    t.same((lost, unmarked, thrice), ([], [], []), "none is lost, none went out twice without a mark, none three times")
    twice = sum(1 for n in collections.Counter(sink.taken).values() if n > 1)
    print("# %d kills: %d messages, %d marked, %d really twice, %d uncertain for good" % (
        kills, count, sum(r[2] == "1" for r in rows), twice, sum(r[1] == "UNCERTAIN" for r in rows)))
    t.same(house.one("SELECT COUNT(*) FROM delivery WHERE ended_at IS NULL"), "0", "no attempt is left open")
    for one in running:
        one.end()
    # The judge must be able to say no.
    some = rows[0][0]
    t.ok(judge([[some, "SENT", "0"]], [])[0] and judge([[some, "SENT", "0"]], [some, some])[1] and
         judge([[some, "SENT", "1"]], [some] * 3)[2], "a loss, an unmarked double and a third are seen")


side_by_side()
a_database_that_dies_under_way()
killed(KILLS)
