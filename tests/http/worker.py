#!/usr/bin/env python3
"""worker: what a worker of lib/web promises to its supervisor and to the web server in front of it, tried on the tiny program: it
finishes what is in hand, loses no request to a signal, survives clients that go away, waits for descriptors, ends after its number
of requests; and started by a CGI server it answers the same."""
import os
import random
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import fcgi

TINY = os.path.join(os.environ.get("top_builddir", "."), "tests/http/tiny")
home = tempfile.mkdtemp(prefix="gs-worker-")
number = 0


def settings(more="", origin="http://public.localhost:8080"):
    global number
    number += 1
    path = "%s/%d.conf" % (home, number)
    with open(path, "w") as f:
        f.write("[origin]\npublic = %s\nstaff = http://staff.localhost:8080\nunion = http://union.localhost:8080\n[dir]\nsql = %s\n%s"
                % (origin, home, more))
    return path


class House:
    """A listening socket and workers on it."""

    def __init__(self, more="", workers=1):
        global number
        number += 1
        self.path = "%s/%d.sock" % (home, number)
        self.conf = settings(more)
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(self.path)
        self.socket.listen(1024)
        self.log = tempfile.TemporaryFile()
        self.workers = [self.hire() for _ in range(workers)]

    def hire(self):
        return subprocess.Popen([TINY, "-c", self.conf], stdin=self.socket.fileno(), stdout=subprocess.DEVNULL, stderr=self.log)

    def ask(self, *args, **more):
        return fcgi.ask(self.path, *args, **more)

    def lines(self):
        self.log.seek(0)
        return self.log.read().decode().splitlines()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
        for w in self.workers:
            w.kill()
            w.wait()


def expect(what, got, wanted):
    if got != wanted:
        raise AssertionError("%s: %r, wanted %r" % (what, got, wanted))


def ended(worker, within=2.0):
    """Its exit status; an error if it lives on."""
    return worker.wait(timeout=within)


def it_answers_over_fastcgi_with_one_log_line():
    with House() as h:
        status, head, body = h.ask()
        expect("status", status, 200)
        expect("length", "Content-Length: %d" % len(body) in head, True)
        expect("long page", len(h.ask(uri="/long")[2]), 200000)
        expect("post", h.ask("POST", "/text", b"text=%E4%B8%80")[::2], (200, "text 一\n".encode()))
        expect("lines", len(h.lines()), 3)


def it_cannot_be_dumped():
    with House() as h:
        expect("dumpable", h.ask()[2].split()[2:], [b"dumpable", b"0"])


def it_ends_at_once_when_idle():
    for sig in (signal.SIGTERM, signal.SIGINT):
        for warm in (True, False):
            with House() as h:
                if warm:
                    h.ask()
                else:
                    time.sleep(0.3)
                h.workers[0].send_signal(sig)
                expect("exit", ended(h.workers[0]), 0)


def it_finishes_what_is_in_hand():
    with House() as h:
        h.ask()
        with fcgi.connect(h.path) as sock:
            sock.sendall(fcgi.request(fcgi.params(uri="/slow")))
            time.sleep(0.1)
            h.workers[0].send_signal(signal.SIGTERM)
            expect("answer", fcgi.answer(sock)[::2], (200, b"slept\n"))
        expect("exit", ended(h.workers[0]), 0)


def crowd(h, stop, broken, done):
    while not stop.is_set():
        try:
            body = b"text=" + b"x" * random.randrange(1, 20000)
            status = h.ask("POST", "/text", body)[0]
            done.append(status)
            if status != 200:
                broken.append(status)
        except (fcgi.Broken, OSError) as e:
            broken.append(repr(e))


def under_load(sig, rounds):
    """How many answers were broken while workers got `sig` at random instants and were replaced."""
    broken, done, stop = [], [], threading.Event()
    with House(workers=3) as h:
        h.ask()
        clients = [threading.Thread(target=crowd, args=(h, stop, broken, done)) for _ in range(4)]
        for c in clients:
            c.start()
        for _ in range(rounds):
            time.sleep(random.uniform(0, 0.03))
            i = random.randrange(len(h.workers))
            h.workers[i].send_signal(sig)
            ended(h.workers[i], 5)
            h.workers[i] = h.hire()
        stop.set()
        for c in clients:
            c.join()
    if len(done) < rounds:
        raise AssertionError("only %d answers" % len(done))
    return len(broken)


def no_answer_is_lost_to_a_signal_at_any_instant():
    expect("broken answers", under_load(signal.SIGTERM, 100), 0)


def the_check_above_sees_answers_that_a_kill_loses():
    for _ in range(20):
        if under_load(signal.SIGKILL, 30) > 0:
            return
    raise AssertionError("six hundred kills lost nothing: the check cannot see")


def it_ends_after_its_number_of_requests():
    with House("[web]\nrequests_per_worker = 5\n") as h:
        for _ in range(5):
            expect("status", h.ask()[0], 200)
        expect("exit", ended(h.workers[0]), 0)
        h.workers = [h.hire()]
        expect("status", h.ask()[0], 200)


def it_waits_for_descriptors_without_spinning():
    with House() as h:
        pid = h.workers[0].pid
        h.ask()
        time.sleep(0.3)  # until that connection is closed
        free = min(set(range(4096)) - set(map(int, os.listdir("/proc/%d/fd" % pid))))
        limits = resource.prlimit(pid, resource.RLIMIT_NOFILE)
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (free, limits[1]))
        with fcgi.connect(h.path) as sock:
            sock.sendall(fcgi.request(fcgi.params()))
            time.sleep(1)
            spent = sum(map(int, open("/proc/%d/stat" % pid).read().split()[13:15])) / os.sysconf("SC_CLK_TCK")
            waits = [line for line in h.lines() if "requests wait" in line]
            expect("warnings", len(waits), 1)
            if spent > 0.3:
                raise AssertionError("it spins: %.2f s of CPU" % spent)
            resource.prlimit(pid, resource.RLIMIT_NOFILE, limits)
            expect("answer", fcgi.answer(sock)[0], 200)
        h.workers[0].send_signal(signal.SIGTERM)
        expect("exit", ended(h.workers[0]), 0)


def a_client_that_goes_away_while_sending_is_400_and_forgotten():
    head = [("CONTENT_TYPE", "multipart/form-data; boundary=X"), ("CONTENT_LENGTH", "100000")]
    part = b"--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n" + b"x" * 30000
    with House() as h:
        for uri, more in (("/file", head), ("/text", [("CONTENT_LENGTH", "100000")])):
            with fcgi.connect(h.path) as sock:
                sock.sendall(fcgi.begin() + fcgi.record(4, fcgi.pairs(fcgi.params("POST", uri, b"", more))) + fcgi.record(4)
                             + fcgi.record(5, part))
            expect("next", h.ask()[0], 200)
        refused = [line for line in h.lines() if " 400 " in line]
        expect("lines", len(refused), 2)
        expect("worker", h.workers[0].poll(), None)


def a_length_that_lies_is_400():
    body = b"text=abc"
    with House() as h:
        expect("longer", h.ask("POST", "/text", body, [("CONTENT_LENGTH", "9")])[0], 400)
        expect("huge", h.ask("POST", "/text", body, [("CONTENT_LENGTH", "4294967304")])[0], 413)
        expect("shorter", h.ask("POST", "/text", body, [("CONTENT_LENGTH", "7")])[::2], (200, b"text ab\n"))
        expect("next", h.ask()[0], 200)


def a_file_of_many_records_is_counted_whole():
    body = b"--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + os.urandom(3000000) + b"\r\n--X--\r\n"
    with House() as h:
        expect("file", h.ask("POST", "/file", body, [("CONTENT_TYPE", "multipart/form-data; boundary=X")])[::2], (200, b"3000000 bytes\n"))


def a_client_that_does_not_wait_for_its_answer_troubles_nobody():
    with House() as h:
        for _ in range(20):
            with fcgi.connect(h.path) as sock:
                sock.sendall(fcgi.request(fcgi.params(uri="/long")))
        expect("next", h.ask()[0], 200)
        expect("worker", h.workers[0].poll(), None)


def noise_on_the_socket_troubles_nobody():
    with House() as h:
        for noise in (b"", b"GET / HTTP/1.1\r\n\r\n", os.urandom(4000), fcgi.begin(), fcgi.record(4, b"\xff" * 40),
                      fcgi.begin() + fcgi.record(4, b"\x84\xff\xff\xff" * 20) + fcgi.record(4)):
            with fcgi.connect(h.path) as sock:
                sock.sendall(noise)
        expect("next", h.ask()[0], 200)
        expect("worker", h.workers[0].poll(), None)


def a_kept_connection_starves_nobody():
    with House() as h:
        with fcgi.connect(h.path) as sock:
            sock.sendall(fcgi.request(fcgi.params(), keep=True))
            expect("first", fcgi.answer(sock)[0], 200)
            expect("another", h.ask(patience=3)[0], 200)


def what_came_twice_is_refused():
    twice = fcgi.params(more=[("HTTP_COOKIE", "a=b")]) + [("HTTP_COOKIE", "c=d")]
    with House() as h:
        with fcgi.connect(h.path) as sock:
            sock.sendall(fcgi.request(twice))
            expect("status", fcgi.answer(sock)[0], 400)


def workers_share_the_socket():
    with House(workers=4) as h:
        h.ask()
        time.sleep(0.5)
        began = time.monotonic()
        socks = [fcgi.connect(h.path) for _ in range(4)]
        for sock in socks:
            sock.sendall(fcgi.request(fcgi.params(uri="/slow")))
        for sock in socks:
            expect("answer", fcgi.answer(sock)[0], 200)
            sock.close()
        if time.monotonic() - began > 1.1:
            raise AssertionError("four slow answers took %.1f s" % (time.monotonic() - began))


def without_its_database_it_says_so_and_heals_by_itself():
    away = os.path.join(home, "away")
    with House() as h:
        expect("well", h.ask(uri="/health")[::2], (200, b"ok\n"))
        open(away, "w").close()
        status, head, _ = h.ask("POST", "/text", b"text=x")
        expect("away", (status, "Retry-After: 30" in head), (503, True))
        expect("health", h.ask(uri="/health")[0], 503)
        expect("reading", h.ask()[0], 200)
        os.unlink(away)
        expect("back", h.ask("POST", "/text", b"text=x")[0], 200)
        expect("one worker all the time", h.workers[0].poll(), None)


def as_cgi(params, body=b""):
    env = {name: value for name, value in params}
    run = subprocess.run([TINY, "-c", settings()], env=env, input=body, capture_output=True, timeout=10)
    head, _, text = run.stdout.partition(b"\r\n\r\n")
    return run.returncode, int(head.split()[1]), head.decode(), text, run.stderr.decode().splitlines()


def as_plain_cgi_it_answers_the_same():
    for method, uri, body in (("GET", "/long", b""), ("HEAD", "/long", b""), ("POST", "/text", b"text=%E4%B8%80"), ("POST", "/text", b"%"),
                              ("GET", "/none", b""), ("PUT", "/text", b""), ("GET", "/health", b"")):
        params = fcgi.params(method, uri, body)
        with House() as h:
            wanted = h.ask(method, uri, body)
        code, status, head, text, log = as_cgi(params, body)
        expect("exit", code, 0)
        expect("%s %s" % (method, uri), (status, head, text), wanted)
        expect("lines", len(log), 1)


def as_plain_cgi_a_short_body_is_400_and_no_request_at_all_too():
    expect("short", as_cgi(fcgi.params("POST", "/text", b"text=abc"), b"text=a")[1], 400)
    expect("none", as_cgi([])[1], 400)


def a_setting_that_is_unknown_or_an_origin_in_the_open_refuses_to_start():
    def start(path):
        return subprocess.run([TINY, "-c", path], env={}, input=b"", capture_output=True, timeout=10)
    for origin in ("http://evillocalhost", "http://example.org", "http://127.0.0.1.example.org", "http://localhost.example.org", "http://10.0.0.1"):
        run = start(settings(origin=origin))
        expect(origin, (run.returncode, b"this machine alone" in run.stderr), (1, True))
    for origin in ("http://localhost", "http://localhost:8080", "http://a.localhost", "http://127.0.0.1:8080", "https://example.org"):
        expect(origin, start(settings(origin=origin)).returncode, 0)
    run = start(settings("[web]\nworkers = 4\n"))
    expect("unknown", (run.returncode, b"unknown setting" in run.stderr), (1, True))
    run = start("/nonexistent")
    expect("missing", run.returncode, 1)


PROMISES = [
    it_answers_over_fastcgi_with_one_log_line, it_cannot_be_dumped, it_ends_at_once_when_idle, it_finishes_what_is_in_hand,
    no_answer_is_lost_to_a_signal_at_any_instant, the_check_above_sees_answers_that_a_kill_loses,
    it_ends_after_its_number_of_requests, it_waits_for_descriptors_without_spinning,
    a_client_that_goes_away_while_sending_is_400_and_forgotten, a_length_that_lies_is_400, a_file_of_many_records_is_counted_whole,
    a_client_that_does_not_wait_for_its_answer_troubles_nobody, noise_on_the_socket_troubles_nobody, a_kept_connection_starves_nobody,
    what_came_twice_is_refused, workers_share_the_socket, without_its_database_it_says_so_and_heals_by_itself,
    as_plain_cgi_it_answers_the_same, as_plain_cgi_a_short_body_is_400_and_no_request_at_all_too,
    a_setting_that_is_unknown_or_an_origin_in_the_open_refuses_to_start,
]


def main():
    failed = 0
    print("1..%d" % len(PROMISES))
    for i, promise in enumerate(PROMISES, 1):
        try:
            promise()
            print("ok %d - %s" % (i, promise.__name__), flush=True)
        except Exception as e:  # whatever it is, it is no promise kept
            failed += 1
            print("not ok %d - %s\n# %s: %s" % (i, promise.__name__, type(e).__name__, e), flush=True)
    for name in os.listdir(home):
        os.unlink(os.path.join(home, name))
    os.rmdir(home)
    sys.exit(1 if failed else 0)


main()
