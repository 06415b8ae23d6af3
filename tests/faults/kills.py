#!/usr/bin/env python3
"""kills: eight clients send objections with a file each while public workers, notifyd and mariadbd are killed (SIGKILL) at random
instants. A client that got no answer sends the same form again, as a person would press the button again. In the end every receipt that
was shown must be in the database once, with its files whole and its message queued or sent; nothing else may be there.
FAULT_RECEIPTS and FAULT_KILLS (each kind) say how long: the make target `faults` asks for 500 and 50."""
import collections
import http.client
import os
import random
import re
import signal
import sys
import threading
import time
import urllib.parse
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "support"))
from house import House  # noqa: E402
from proof import proof  # noqa: E402

CLIENTS = 8
RECEIPTS = int(os.environ.get("FAULT_RECEIPTS", "24"))
KILLS = int(os.environ.get("FAULT_KILLS", "3"))
KINDS = ("public", "notifyd", "mariadb")
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


class Client(threading.Thread):
    """One citizen after another at one telephone; each has an address of his own."""

    def __init__(self, house, number, state):
        super().__init__(daemon=True)
        self.house, self.number, self.state, self.turn = house, number, state, 0

    def ask(self, method, path, body=None, kind=None):
        source = "127.%d.%d.%d" % (1 + self.number, self.turn // 250, 1 + self.turn % 250)
        connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=30, source_address=(source, 0))
        origin = "http://public.localhost:%d" % self.house.port
        headers = {"Host": "public.localhost:%d" % self.house.port, "Origin": origin, "Sec-Fetch-Site": "same-origin"}
        if kind:
            headers["Content-Type"] = kind
        try:
            connection.request(method, path, body, headers)
            got = connection.getresponse()
            return got.status, got.read().decode()
        finally:
            connection.close()

    def until_answered(self, method, path, body=None, kind=None):
        """Again until a page came that is no sign of trouble behind it."""
        while not self.state.over():
            try:
                status, text = self.ask(method, path, body, kind)
            except (OSError, http.client.HTTPException):
                status, text = 0, ""
            if status not in (0, 500, 502, 503, 504):
                return status, text
            self.state.troubles[status] += 1
            time.sleep(random.uniform(0.05, 0.4))
        raise TimeoutError

    def upload(self, path, form):
        edge = uuid.uuid4().hex
        parts = ["--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n" % (edge, k, v) for k, v in form.items()]
        head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n" % edge
        body = ("".join(parts) + head).encode() + PNG + ("\r\n--%s--\r\n" % edge).encode()
        status, text = self.until_answered("POST", path + "/file", body, "multipart/form-data; boundary=" + edge)
        assert status in (200, 303), "upload: %d %s" % (status, re.sub(r"<[^>]*>|\s+", " ", text)[:300])
        return len(re.findall(r'name="id" value="\d+"', text))

    def one(self):
        path = "/object/2026-1/" + random.choice(self.state.people)
        _, text = self.until_answered("GET", path + "/who")
        opened = time.time()
        form = {"token": re.search(r'name="token" value="([^"]+)"', text).group(1), "kind": "PERSON", "grounds": "UNTRUE",
                "statement": "第 %d 位的第 %d 份，所写事迹与实际不符，可向项目组核实。" % (self.number, self.turn)}
        files = self.upload(path, {**form, "step": "FILES"})
        form.update(name="虚构公民", phone="13900000000", email="c%d-%d@example.org" % (self.number, self.turn), consent="1", back="1",
                    files=str(files), site="", send="1", proof=proof(form["token"]))
        time.sleep(max(0.0, 3.2 - (time.time() - opened)))
        body = urllib.parse.urlencode(form).encode()
        status, text = self.until_answered("POST", path + "/send", body, "application/x-www-form-urlencoded")
        number = re.search(r"\b(\d{4})-(\d{4})-(\d{4})\b", text)
        assert status == 200 and number, "send: %d %s" % (status, re.sub(r"<[^>]*>|\s+", " ", text)[:300])
        with self.state.lock:
            self.state.receipts.append(("".join(number.groups()), files))

    def run(self):
        while not self.state.over():
            self.turn += 1
            try:
                self.one()
            except TimeoutError:
                return
            except Exception as e:  # any broken client is a finding
                with self.state.lock:
                    self.state.faults.append("client %d: %r" % (self.number, e))
                return


class State:
    def __init__(self, people):
        self.people, self.lock, self.receipts, self.faults = people, threading.Lock(), [], []
        self.killed, self.troubles, self.ended = collections.Counter(), collections.Counter(), False

    def done(self):
        return len(self.receipts) >= RECEIPTS and all(self.killed[k] >= KILLS for k in KINDS)

    def over(self):
        return self.ended or bool(self.faults)


def processes(home, kind):
    """The processes of a kind that belong to this house: by their command line."""
    wanted = {"public": "/gongshi-public", "notifyd": "/notifyd", "mariadb": "mariadbd"}[kind]
    out = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % pid, "rb") as f:
                words = f.read().decode(errors="replace").split("\0")
        except OSError:
            continue
        if words[0].endswith(wanted) and any(home in w for w in words):
            out.append(int(pid))
    return out


def kill_on(state, home):
    """All three kinds in turn at random instants until the count is full, a kind no more often than asked."""
    pause = 0.6 if KILLS < 10 else 0.9
    while not state.done() and not state.over():
        time.sleep(random.uniform(0.2, 2 * pause))
        wanted = [k for k in KINDS if state.killed[k] < KILLS]
        if not wanted:
            continue
        kind = random.choice(wanted)
        pids = processes(home, kind)
        if pids:
            try:
                os.kill(random.choice(pids), signal.SIGKILL)
                state.killed[kind] += 1
            except ProcessLookupError:
                pass


def settled(house):
    """Waits until nothing waits to be sent any more, at most a minute."""
    for _ in range(120):
        try:
            if house.sql("SELECT COUNT(*) FROM outbox WHERE state IN ('WAITING','LEASED') AND due_at <= UTC_TIMESTAMP(6)") == [["0"]]:
                return
        except AssertionError:
            pass
        time.sleep(0.5)


def tell(number, good, sentence, why=""):
    print("%s %d - %s" % ("ok" if good else "not ok", number, sentence))
    if not good and why:
        print("# " + str(why)[:2000])
    return good


def judge(house, state):
    shown = dict(state.receipts)
    rows = house.sql("SELECT o.receipt, COUNT(DISTINCT a.id), COUNT(DISTINCT c.attachment_id), COALESCE(SUM(LENGTH(c.data)), 0), "
                     "(SELECT COUNT(*) FROM outbox x WHERE x.objection_id = o.id), "
                     "(SELECT COUNT(*) FROM objection_event e WHERE e.objection_id = o.id) "
                     "FROM objection o LEFT JOIN attachment a ON a.objection_id = o.id LEFT JOIN attachment_chunk c ON c.attachment_id = a.id "
                     "GROUP BY o.id")
    there = collections.Counter(r[0] for r in rows)
    lost = [n for n in shown if there[n] != 1]
    whole = [r for r in rows if r[0] in shown and (int(r[1]) != shown[r[0]] or r[1] != r[2] or int(r[3]) < len(PNG) * int(r[1]) or
                                                   int(r[5]) != 1)]
    mute = [r for r in rows if r[0] in shown and r[4] != "1"]
    never = house.sql("SELECT COUNT(*) FROM outbox WHERE state = 'FAILED'")
    print("# %d receipts, kills %s, answers of trouble %s, sent %s" % (
        len(shown), dict(state.killed), dict(state.troubles), house.sql("SELECT state, COUNT(*) FROM outbox GROUP BY state")))
    good = tell(1, not state.faults, "no client ends with anything but a receipt", state.faults)
    good &= tell(2, len(state.receipts) == len(shown) >= RECEIPTS, "every receipt shown is another one", len(state.receipts))
    good &= tell(3, not lost, "every receipt shown is in the database once", lost)
    good &= tell(4, not whole, "with its files whole and one event", whole)
    good &= tell(5, not mute and never == [["0"]], "with one message, none given up", (mute, never))
    return good


def control(house, state):
    """A receipt taken away behind everybody's back is missed."""
    gone = dict(state.receipts[:-1])
    rows = {r[0] for r in house.sql("SELECT receipt FROM objection")}
    stranger = "000000000000"
    return tell(6, stranger not in rows and len(gone) == len(state.receipts) - 1 and
                [n for n in list(gone) + [stranger] if n not in rows] == [stranger], "a receipt that is not there is found missing")


def main():
    print("1..6")
    with House("--workers", "4,1,1") as house:
        page = house.get("public", "/notice/2026-1")[2]
        state = State(sorted(set(re.findall(r"/candidate/([a-z0-9]+)", page))))
        clients = [Client(house, n, state) for n in range(CLIENTS)]
        for c in clients:
            c.start()
        killer = threading.Thread(target=kill_on, args=(state, house.home), daemon=True)
        killer.start()
        until = time.time() + 120 + RECEIPTS * 3 + KILLS * 10
        while not state.done() and not state.faults and time.time() < until:
            time.sleep(0.2)
        killer.join(10)
        state.ended = True
        for c in clients:
            c.join(60)
        if not state.done() and not state.faults:
            state.faults.append("time is over: %d receipts, %s" % (len(state.receipts), dict(state.killed)))
        settled(house)
        good = judge(house, state)
        return 0 if control(house, state) and good else 1


if __name__ == "__main__":
    sys.exit(main())
