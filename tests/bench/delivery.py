#!/usr/bin/env python3
"""delivery: messages a second from a committed outbox to accepted, in one run beside peers that do the same: SMS beside a bare libcurl multi loop
without any database, mail beside Postfix from its durable queue to the same sink. Then how soon messages leave while they come in, and
what a million waiting rows cost. Ratios count: these machines are noisy. Closes with `goals: N met, N missed`. Needs root for Postfix.
BENCH_ROUNDS, BENCH_ROWS and BENCH_PARTS (sms mail pace million) make it shorter."""
import os, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "delivery"))
from gateways import Double  # noqa: E402
from house import BUILD, House, free_port, wait  # noqa: E402

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
AT_ONCE, MILLION = 64, int(os.environ.get("BENCH_ROWS", "1000000"))
PARAMS = '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"t","opens":"2026","closes":"2026","count":3}'
met = missed = 0
port, mail_port, queue_port = free_port(), free_port(), free_port()
house = House(sms__driver="tencent", sms__tencent_url="https://gateway.localhost:%d/" % port, sms__tencent_key_id="test-id",
              sms__tencent_app_id="1", sms__reply_seconds="20", sms__at_once=str(AT_ONCE), sms__per_second="0", mail__driver="smtp",
              mail__url="smtp://127.0.0.1:%d" % mail_port, mail__reply_seconds="20")
house.set(sms__tencent_key_file=house.path("key"), sms__ca_file=house.path("ca.pem"),
          **{"sms__template_" + e: "T" for e in house.events()})
Double(house, port)  # its certificates
by_sms, sms_contact = house.union("短信工会", email=None, phone="138 0000-0001")
by_mail, _ = house.union("邮件工会", email="a@example.org", phone=None)


def goal(good, words):
    global met, missed
    met, missed = met + bool(good), missed + (not good)
    print("%s: %s" % ("met   " if good else "missed", words), flush=True)


class Sink:
    """sms_sink.py as long as a block lasts; `.taken` afterwards."""

    def __init__(self, seconds):
        self.file = house.path("taken")
        self.process = subprocess.Popen([sys.executable, HERE + "/sms_sink.py", house.path("gateway.pem"), str(port), str(seconds), self.file],
                                        stdout=subprocess.PIPE)
        self.process.stdout.readline()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        with open(self.file) as f:
            self.taken = [(w, float(at)) for w, at in (line.split() for line in f)]


def fill(union, count, prefix):
    """So many rows, committed, as the programs write them."""
    house.empty()
    house.post("many", union, prefix, PARAMS, str(count))


def all_sent(count, seconds=300):
    done = wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state = 'SENT'") == str(count), seconds, 0.1)
    if not done:
        sys.exit("not all were sent: %s" % house.sql("SELECT state, COUNT(*) FROM outbox GROUP BY state"))


def spread(taken):
    """From the first that was taken to the last."""
    at = sorted(t for _, t in taken)
    return at[-1] - at[0]


def sms(seconds, count, least):
    ours, bare = [], []
    for r in range(ROUNDS):
        fill(by_sms, count, "s%g-%d-" % (seconds, r))
        with Sink(seconds) as sink:
            one = house.notifyd()
            all_sent(count)
            one.end()
        ours.append((count - AT_ONCE) / spread(sink.taken))
        with Sink(seconds) as sink:
            subprocess.run([BUILD + "/tests/bench/bare_loop", "https://gateway.localhost:%d/" % port, house.path("ca.pem"), str(AT_ONCE),
                            str(count)], check=True, stdout=subprocess.DEVNULL)
        bare.append((count - AT_ONCE) / spread(sink.taken))
    ratio = statistics.median(ours) / statistics.median(bare)
    words = "SMS, answers in %3d ms, %d at once: %.0f a second, bare loop %.0f, ratio %.2f" % (
        seconds * 1000, AT_ONCE, statistics.median(ours), statistics.median(bare), ratio)
    goal(ratio >= least, "%s (aim %.1f)" % (words, least)) if least else print("told  : " + words, flush=True)


# ---- mail ----------------------------------------------------------------------------------------------------

def start_sink():
    """Postfix' own smtp-sink, which keeps nothing."""
    return subprocess.Popen(["smtp-sink", "-u", "nobody", "127.0.0.1:%d" % mail_port, "512"], stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def postfix(*words):
    subprocess.run([HERE + "/../delivery/postfix", *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def with_postfix(count):
    """Mails a second from being handed to Postfix over one session to the sink: its queue is what makes it durable."""
    folder = house.path("postfix")
    os.makedirs(folder, exist_ok=True)
    with open(folder + "/extra.cf", "w") as f:
        f.write("relayhost = [127.0.0.1]:%d\nvirtual_mailbox_domains =\nrelay_domains = example.org\nsmtp_tls_security_level = none\n" % mail_port)
    with open(folder + "/extra.master", "w") as f:
        f.write("smtp unix - - n - - smtp\nrelay unix - - n - - smtp\nscache unix - - n - 1 scache\n")
    postfix("start", folder, str(queue_port))
    try:
        began = time.monotonic()
        subprocess.run(["smtp-source", "-c", "-d", "-s", "4", "-l", "2000", "-m", str(count), "-f", "a@example.org", "-t", "b@example.org",
                        "127.0.0.1:%d" % queue_port], check=True, stdout=subprocess.DEVNULL)
        left = lambda: sum(len(files) for where in ("incoming", "active", "deferred") for _, _, files in os.walk(folder + "/queue/" + where))
        if not wait(lambda: left() == 0, 120, 0.05):
            sys.exit("Postfix kept %d mails" % left())
        return count / (time.monotonic() - began)
    finally:
        postfix("stop", folder)


def ours_by_mail(count, name):
    fill(by_mail, count, name)
    began = time.monotonic()
    several = [house.notifyd(words=("mail",)) for _ in range(4)]
    all_sent(count)
    took = time.monotonic() - began
    for one in several:
        one.end()
    return count / took


def mail(count):
    sink = start_sink()
    try:
        ours, theirs = [], []
        for r in range(ROUNDS):
            theirs.append(with_postfix(count))
            ours.append(ours_by_mail(count, "m%d-" % r))
        ratio = statistics.median(ours) / statistics.median(theirs)
        goal(ratio >= 2, "mail, four processes: %.0f a second, Postfix %.0f, ratio %.2f (aim 2)" % (
            statistics.median(ours), statistics.median(theirs), ratio))
    finally:
        sink.terminate()
        sink.wait()


# ---- while they come in, and a long queue --------------------------------------------------------------------

def in_time(a_second, seconds):
    house.empty()
    with Sink(0.05) as sink:
        one = house.notifyd()
        load = subprocess.Popen([BUILD + "/tests/delivery/post", house.path("gongshi.conf"), "pace", by_sms, "p", PARAMS,
                                 str(a_second * seconds), str(a_second)], stderr=subprocess.DEVNULL)
        load.wait()
        all_sent(a_second * seconds)
        one.end()
    came = dict(house.sql("SELECT message_id, UNIX_TIMESTAMP(CONVERT_TZ(created_at, '+00:00', @@session.time_zone)) FROM outbox"))
    late = sorted(at - float(came[word]) for word, at in sink.taken)
    soon = late[int(len(late) * 0.99)]
    goal(soon <= 2, "99 of 100 are taken %.2f s after their commit at %d a second, half after %.3f s (aim 2 s)" % (
        soon, a_second, late[len(late) // 2]))


def resident(pid):
    with open("/proc/%d/status" % pid) as f:
        return next(int(line.split()[1]) for line in f if line.startswith("VmRSS"))


def a_million():
    house.empty()
    house.sql("SET max_statement_time = 0; INSERT INTO outbox (dedupe, event, channel, union_id, contact_id, params, due_at, message_id, created_at) SELECT CONCAT('x', seq), "
              "'notice_published', 'SMS', %s, %s, '%s', UTC_TIMESTAMP(6), MD5(seq), UTC_TIMESTAMP(6) FROM seq_1_to_%d" % (by_sms, sms_contact, PARAMS, MILLION))
    with Sink(0):
        one = house.notifyd()
        wait(lambda: house.one("SELECT COUNT(*) >= 500 FROM outbox WHERE state = 'SENT'") == "1", 60, 0.2)
        early = resident(one.process.pid)
        wait(lambda: house.one("SELECT COUNT(*) >= 8000 FROM outbox WHERE state = 'SENT'") == "1", 120, 0.5)
        late = resident(one.process.pid)
        one.end()
    goal(late <= early * 1.1, "memory with %d rows waiting: %d KiB after 500 sent, %d KiB after 8000" % (MILLION, early, late))


PARTS = {
    "sms": lambda: (sms(0, 4000, None), sms(0.05, 4000, 0.5), sms(0.5, 1000, 0.5)),
    "mail": lambda: mail(4000),
    "pace": lambda: in_time(200, 10),
    "million": a_million,
}
for name in os.environ.get("BENCH_PARTS", " ".join(PARTS)).split():
    PARTS[name]()
print("goals: %d met, %d missed" % (met, missed))
sys.exit(missed > 0)
