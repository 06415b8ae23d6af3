#!/usr/bin/env python3
"""crowd: several notifyds side by side: they share the work, survive their database, are woken at once and ask little when there is nothing to do.
The mail server is sink.py, which notes what it took. What becomes of messages when they are killed: faults.py."""
import collections, os, time

from house import House, Tap, free_port, wait
from sink import Sink

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


def woken():
    """Three of them, as a node runs them: one owns the address that is poked, the others hear it from him."""
    house.empty()
    sink.seconds = 0
    several = [house.notifyd(words=(w,)) for w in ("sms", "mail", "mail")]
    _, contact = house.union("下城区总工会", email="b@example.org", phone="13800000002")

    def waits(key, count=12):
        """Seconds from a message's row to its lease, for mail and SMS in turn, the shortest first."""
        for n in range(count):
            house.post("code", contact, ("EMAIL", "SMS")[n % 2], "%s%d" % (key, n), "112233")
            time.sleep(0.03)
        wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL") == "0", 15, 0.1)
        return {way: sorted(float(w[0]) for w in house.sql(
            "SELECT TIMESTAMPDIFF(MICROSECOND, o.created_at, d.started_at) / 1000000 FROM outbox o JOIN delivery d ON d.outbox_id = o.id AND "
            "d.attempt = 1 WHERE o.channel = '%s' AND o.dedupe LIKE 'union_code:%s%%'" % (way, key))) for way in ("EMAIL", "SMS")}
    took = waits("w")
    print("# from row to lease: half of the mails within %.3f s, half of the SMS within %.3f s" % (took["EMAIL"][3], took["SMS"][3]))
    # What else this machine does delays some of them; one that is not woken has half a second on average.
    t.ok(took["EMAIL"][1] < 0.05 and took["SMS"][1] < 0.05, "a poke wakes whoever sends within 50 ms, mail and SMS alike", took)
    time.sleep(2.5)
    count = lambda: int(house.sql("SHOW GLOBAL STATUS LIKE 'Questions'")[0][1])
    began, before = time.monotonic(), count()
    time.sleep(10)
    each = (count() - before - 2) / (time.monotonic() - began) / len(several)
    t.ok(0.5 < each <= 2, "with nothing to do each asks the database at most twice a second: %.2f" % each)
    house.set(socket__poke=house.path("nobody.sock"))
    lost = waits("l", 4)
    house.set(socket__poke=house.path("poke.sock"))
    t.ok(all(s <= 1.5 for s in lost["EMAIL"] + lost["SMS"]), "a poke that is lost costs no more than the second of the next look", lost)
    t.ok(lost["EMAIL"][0] + lost["SMS"][0] > 0.05, "and without one nobody is woken", lost)
    for one in several:
        t.same(one.end(), 0, "they end in good order")
    t.same([n for n in os.listdir(house.dir) if n.startswith("poke.sock")], [], "and leave no address behind")


side_by_side()
a_database_that_dies_under_way()
woken()
