#!/usr/bin/env python3
"""flood: what honest visitors notice while somebody sends a thousand posts a second: empty ones, steps of the form, and whole objections that
no browser worked for, from FLOOD_SOURCES addresses of as many networks, and the half of all from one. Beside it honest people object, one
with a script and one without, and read. Closes with "goals: N met, N missed". FLOOD_SECONDS and FLOOD_RATE say how long and how hard."""
import collections
import http.client
import multiprocessing
import os
import random
import re
import socket
import sys
import threading
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "support"))
from house import House  # noqa: E402
from proof import proof  # noqa: E402

SECONDS = int(os.environ.get("FLOOD_SECONDS", "60"))
RATE = int(os.environ.get("FLOOD_RATE", "1000"))
SOURCES = int(os.environ.get("FLOOD_SOURCES", "200"))
SENDERS = 2
READ_MOST, SEND_MOST = 1.0, 2.0  # seconds of 99 in 100
SAID = "他的社保不在杭州，年限与实际不符，请核实。"


def head(port, path, length):
    return ("POST %s HTTP/1.1\r\nHost: public.localhost:%d\r\nOrigin: http://public.localhost:%d\r\nSec-Fetch-Site: same-origin\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            % (path, port, port, length)).encode()


def send(port, source, request):
    """The status of the answer; 0 for none."""
    with socket.socket() as s:
        s.settimeout(5)
        try:
            s.bind((source, 0))
            s.connect(("127.0.0.1", port))
            s.sendall(request)
            got = s.recv(64)
            return int(got[9:12]) if got[:5] == b"HTTP/" else 0
        except (OSError, ValueError):
            return 0


def attack(port, path, tokens, rate, until, out):
    """One process of senders with several threads: a sender that waits for an answer holds none of the others up."""
    counted, lock, turn = collections.Counter(), threading.Lock(), [0]
    begun = time.time()

    def sender():
        while time.time() < until:
            with lock:
                turn[0] += 1
                n = turn[0]
            late = begun + n / rate - time.time()
            if late > 0:
                time.sleep(late)
            kind = n % 3
            fields = [{}, {"token": random.choice(tokens), "step": "WHO", "kind": "ANONYMOUS"},
                      {"token": random.choice(tokens), "kind": "ANONYMOUS", "grounds": "UNTRUE", "statement": SAID, "files": "0", "send": "1"}][kind]
            body = urllib.parse.urlencode(fields).encode()
            source = "127.66.0.1" if n % 2 else "127.%d.%d.1" % (100 + n % SOURCES // 250, n % SOURCES % 250)
            status = send(port, source, head(port, path + ("/send" if kind == 2 else ""), len(body)) + body)
            with lock:
                counted[status] += 1
    threads = [threading.Thread(target=sender) for _ in range(40)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    out.put(counted)


class Visitor(threading.Thread):
    """Honest people one after the other, each at an address of his own; the ones with a script send the work along."""

    def __init__(self, port, path, number, script, until):
        super().__init__()
        self.port, self.path, self.number, self.script, self.until = port, path, number, script, until
        self.reads, self.sends, self.receipts, self.faults, self.turn = [], [], [], [], 0

    def ask(self, method, path, fields=None):
        begun, address = time.time(), "127.%d.%d.9" % (40 + self.number, self.turn % 250)
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10, source_address=(address, 0))
        origin = "public.localhost:%d" % self.port
        headers = {"Host": origin, "Origin": "http://" + origin, "Sec-Fetch-Site": "same-origin",
                   "Content-Type": "application/x-www-form-urlencoded"}
        link.request(method, path, fields and urllib.parse.urlencode(fields).encode(), headers)
        got = link.getresponse()
        text = got.read().decode()
        link.close()
        (self.sends if fields else self.reads).append(time.time() - begun)
        return got.status, text

    def one(self):
        self.ask("GET", "/notice/2026-1")
        _, text = self.ask("GET", self.path + "/who")
        token, opened = re.search(r'name="token" value="([^"]+)"', text).group(1), time.time()
        fields = {"token": token, "kind": "ANONYMOUS", "grounds": "UNTRUE", "statement": SAID, "files": "0", "send": "1"}
        if self.script:
            fields["proof"] = proof(token)
        time.sleep(max(0.0, opened + (3.2 if self.script else 10.5) - time.time()))
        status, text = self.ask("POST", self.path + "/send", fields)
        number = re.search(r"\b(\d{4})-(\d{4})-(\d{4})\b", text)
        if status != 200 or not number:
            raise AssertionError("%d %s" % (status, re.sub(r"<[^>]*>|\s+", " ", text)[:200]))
        self.receipts.append("".join(number.groups()))

    def run(self):
        while time.time() < self.until:
            self.turn += 1
            try:
                self.one()
            except (OSError, AssertionError, AttributeError, http.client.HTTPException) as e:
                self.faults.append(repr(e))


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("inf")


def round_of(house, path, rate, seconds, tokens):
    until, out = time.time() + seconds, multiprocessing.Queue()
    senders = [multiprocessing.Process(target=attack, args=(house.port, path, tokens, rate / SENDERS, until, out)) for _ in range(SENDERS if rate else 0)]
    for s in senders:
        s.start()
    people = [Visitor(house.port, path, n, n % 2 == 0, until) for n in range(8)]
    for p in people:
        p.start()
    for p in people:
        p.join()
    answered = sum((out.get() for _ in senders), collections.Counter())
    for s in senders:
        s.join()
    reads, sends = [t for p in people for t in p.reads], [t for p in people for t in p.sends]
    print("%5d posts a second: %d honest objections, %d refused or lost; reading 99 of 100 within %.3f s, sending within %.3f s; flood %s"
          % (sum(answered.values()) / seconds, sum(len(p.receipts) for p in people), sum(len(p.faults) for p in people),
             percentile(reads, 0.99), percentile(sends, 0.99), dict(answered) or "none"))
    return people, reads, sends, sum(answered.values()) / seconds


def main():
    with House("--workers", "4,1,1", "--read-rate", "500") as house:
        person = house.sql("SELECT slug FROM candidate LIMIT 1")[0][0]
        path = "/object/2026-1/" + person
        tokens = [re.search(r'name="token" value="([^"]+)"', house.get("public", path + "/who")[2]).group(1) for _ in range(400)]
        round_of(house, path, 0, 15, tokens)
        people, reads, sends, rate = round_of(house, path, RATE, SECONDS, tokens)
        receipts = [r for p in people for r in p.receipts]
        kept = {row[0] for row in house.sql("SELECT receipt FROM objection")}
        flooded = len(kept) - len(receipts)
        goals = [
            (rate >= 0.9 * RATE, "the flood sent %d of %d posts a second" % (rate, RATE)),
            (not any(p.faults for p in people), "every honest objection came in: %s" % [p.faults[:2] for p in people if p.faults]),
            (all(p.receipts for p in people), "each visitor had his turn: %s" % [len(p.receipts) for p in people]),
            (set(receipts) <= kept, "each receipt that was shown stands in the database"),
            (percentile(reads, 0.99) < READ_MOST, "99 of 100 pages within %.1f s" % READ_MOST),
            (percentile(sends, 0.99) < SEND_MOST, "99 of 100 objections within %.1f s" % SEND_MOST),
            (flooded <= (SOURCES + 1) * 10 + 80, "of the flood no network brought in more than it may: %d in all" % flooded),
        ]
    for good, sentence in goals:
        print("%s - %s" % ("met" if good else "MISSED", sentence))
    print("goals: %d met, %d missed" % (sum(g for g, _ in goals), sum(not g for g, _ in goals)))
    return 0 if all(g for g, _ in goals) else 1


if __name__ == "__main__":
    sys.exit(main())
