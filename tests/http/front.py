#!/usr/bin/env python3
"""front: the front door and the house behind it: what nginx answers by itself, what it keeps and what it never writes down; workers that
come back when they are killed; and that quickstart ends what it started and keeps what it should."""
import glob
import http.client
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from faces import what_a_reader_chose_is_remembered  # noqa: E402
from house import House  # noqa: E402

SECRET = "canary-%d" % os.getpid()


def ask(h, host, method, path, body=None, **head):
    """One request as it stands: (status, headers, body)."""
    link = http.client.HTTPConnection("127.0.0.1", h.port, timeout=20)
    try:
        link.request(method, path, body, {"Host": host, **head})
        got = link.getresponse()
        return got.status, got.headers, got.read()
    finally:
        link.close()


def public(h, path="/", **head):
    return ask(h, "public.localhost:%d" % h.port, "GET", path, **head)


def raw(h, data, seconds=5):
    with socket.create_connection(("127.0.0.1", h.port), timeout=seconds) as s:
        s.sendall(data)
        out = b""
        try:
            while True:
                got = s.recv(65536)
                if not got:
                    return out
                out += got
        except (socket.timeout, ConnectionResetError):
            return out


def processes(h):
    out = {}  # pid -> (parent, user, command) of everything that this house started
    for folder in glob.glob("/proc/[0-9]*"):
        try:
            with open(folder + "/environ", "rb") as f:
                ours = b"GONGSHI_HOME=" + h.home.encode() in f.read().split(b"\0")
            with open(folder + "/cmdline", "rb") as f:
                command = f.read().replace(b"\0", b" ").decode()
            ours = ours or h.home + "/app/libexec/" in command.split(" ")[0]
            with open(folder + "/stat") as f:
                words = f.read().rsplit(") ", 1)[1].split()
            if ours and words[0] != "Z":
                out[int(folder[6:])] = (int(words[1]), os.stat(folder).st_uid, command)
        except OSError:
            continue
    return out


def pids(h, program):
    return {p for p, (_, _, command) in processes(h).items() if command.split(" ")[0].endswith("/" + program)}


def workers(h, kind):
    """The workers behind one socket, "public" or "public-files": what they say goes to a log of that name."""
    return {p for p in pids(h, "gongshi-" + kind.split("-")[0]) if os.readlink("/proc/%d/fd/2" % p) == "%s/log/%s.log" % (h.home, kind)}


def each_host_is_a_program_of_its_own(h):
    for program in ("public", "staff", "union"):
        status, _, text = ask(h, "%s.localhost:%d" % (program, h.port), "GET", "/health")
        assert (status, text) == (200, b"ok\n"), (program, status)
    status, head, _ = ask(h, "127.0.0.1:%d" % h.port, "GET", "/notice/2026-1?q=1")
    assert (status, head["Location"]) == (302, "http://public.localhost:%d/notice/2026-1?q=1" % h.port)


def an_unknown_host_gets_nothing(h):
    assert raw(h, b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") == b""
    assert raw(h, b"GET http://evil.example/ HTTP/1.1\r\nHost: public.localhost\r\n\r\n") == b""
    assert b" 200 " in raw(h, b"GET http://public.localhost/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")


def what_is_no_http_is_told_so_in_plain_words(h):
    for lines in (b"Host: a\r\nHost: b\r\n", b"Host: public.localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
                  b"Host: public.localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n"):
        said = raw(h, b"POST / HTTP/1.1\r\n" + lines + b"\r\n")
        assert b" 400 " in said.split(b"\r\n")[0] and "没有传对".encode() in said and b"nginx/" not in said, said[:200]
    for program in ("public", "staff", "union"):
        status, head, text = ask(h, "%s.localhost" % program, "TRACE", "/")
        assert status == 405 and "不能这样打开".encode() in text and head["X-Frame-Options"] == "DENY"
    status, head, _ = ask(h, "public.localhost", "DELETE", "/track")
    assert (status, head["Allow"]) == (405, "GET, HEAD, POST")


# ---- sizes and slowness ----

def a_body_that_is_too_large_is_refused_before_it_comes(h):
    for host, path, most in (("public", "/object/2026-1/x/file", 60 << 20), ("public", "/object/2026-1/x", 600 << 10),
                             ("public", "/track", 600 << 10), ("staff", "/sign-in", 3 << 20), ("union", "/letter/x/file", 60 << 20),
                             ("union", "/letter/x/answer", 600 << 10)):
        head = "POST %s HTTP/1.1\r\nHost: %s.localhost\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n" % (path, host, most)
        said = raw(h, head.encode(), 3)
        assert b" 413 " in said.split(b"\r\n")[0] and "内容太大".encode() in said, (host, path, said[:200])
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    head = b"POST /track HTTP/1.1\r\nHost: public.localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert b" 413 " in raw(h, head + chunk * 9, 3).split(b"\r\n")[0]


def a_slow_body_is_given_up_and_others_are_served_meanwhile(h):
    with socket.create_connection(("127.0.0.1", h.port), timeout=30) as s:
        s.sendall(b"POST /track HTTP/1.1\r\nHost: public.localhost\r\nContent-Length: 100\r\n\r\ncode=")
        began = time.time()
        while time.time() - began < 3:
            assert public(h, "/track")[0] == 200
            time.sleep(0.2)
        try:
            said = s.recv(1000)
        except ConnectionResetError:
            said = b""
        assert said == b"" or b" 408 " in said
        assert time.time() - began < 20


UPLOAD = "/object/2026-1/x/file"


def begin_upload(h, address, size=1 << 20):
    """A file on its way from one of this machine's many addresses; it never ends by itself."""
    s = socket.create_connection(("127.0.0.1", h.port), timeout=20, source_address=(address, 0))
    s.sendall(b"POST %s HTTP/1.1\r\nHost: public.localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n"
              % (UPLOAD.encode(), size) + b"x" * 70000)
    return s


def files_on_their_way_have_a_ceiling_and_no_reader_waits_for_them(h):
    under_way = [begin_upload(h, "127.0.1.%d" % i) for i in range(8)]
    try:
        time.sleep(0.5)
        with begin_upload(h, "127.0.1.99") as late:
            assert b" 429 " in late.recv(1000).split(b"\r\n")[0]
        big = "text=" + "x" * 400000
        began = time.time()
        assert public(h)[0] == 200 and public(h, "/track")[0] == 200
        assert ask(h, "public.localhost", "POST", "/track", big, **{"Content-Type": "application/x-www-form-urlencoded"})[0] in (400, 413, 422)
        assert ask(h, "union.localhost", "GET", "/health")[0] == 200
        assert time.time() - began < 3
    finally:
        for s in under_way:
            s.close()


def who_looks_into_files_may_stand_still_and_pages_come(h):
    stopped = workers(h, "public-files")
    assert len(stopped) == 2
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    try:
        with socket.create_connection(("127.0.0.1", h.port), timeout=1) as s:
            s.sendall(b"POST %s HTTP/1.1\r\nHost: public.localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5\r\n\r\nxxxxx"
                      % UPLOAD.encode())
            try:
                assert s.recv(100) == b"waits", "the file was taken by a worker of pages"
            except socket.timeout:
                pass
            began = time.time()
            for path in ("/", "/track", "/about"):
                assert public(h, path)[0] == 200, path
            assert time.time() - began < 2
    finally:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)


# ---- what is kept ----

def a_public_page_depends_on_nothing_but_its_address(h):
    _, head, plain = public(h, "/notice/2026-1")
    for more in ({"X-Forwarded-Host": "evil"}, {"Cookie": "a=b"}, {"Accept-Language": "en"}, {"X-Original-URL": "/"}, {"Proxy": "http://x"}):
        assert public(h, "/notice/2026-1", **more)[2] == plain, more
    assert public(h, "/notice/2026-1?from=singlemessage&lang=%3Cb%3E")[2] == plain
    assert head["Set-Cookie"] is None and "no-cache" in head["Cache-Control"]
    status, head, packed = public(h, "/notice/2026-1", **{"Accept-Encoding": "gzip"})
    assert head["Content-Encoding"] == "gzip" and len(packed) < len(plain)
    assert public(h, "/notice/2026-1", **{"If-None-Match": head["ETag"]})[0] == 304
    status, head, text = ask(h, "public.localhost", "HEAD", "/notice/2026-1")
    assert (status, text) == (200, b"") and int(head["Content-Length"]) == len(plain)


def a_paper_comes_from_the_workers_for_files_and_is_known_again(h):
    path = re.search(r'href="(/notice/[^/"]+)"', public(h)[2].decode()).group(1) + "/notice.pdf"
    _, head, body = public(h, path)
    assert body.startswith(b"%PDF-") and "filename*=UTF-8''%E5%85%AC%E7%A4%BA" in head["Content-Disposition"], str(head)
    for known in ({"If-None-Match": head["ETag"]}, {"If-Modified-Since": head["Last-Modified"]}):
        assert public(h, path, **known)[0] == 304, known
    assert public(h, path)[2] == body and public(h, "/en" + path)[0] == public(h, "/notice/none/notice.pdf")[0] == 404


def a_style_sheet_may_be_kept_for_ever(h):
    sheet = re.search(r'href="(/static/gongshi\.[0-9a-f]{8}\.css)"', public(h)[2].decode()).group(1)
    status, head, text = public(h, sheet)
    assert status == 200 and "immutable" in head["Cache-Control"] and b":root" in text
    assert head["Content-Security-Policy"] == "default-src 'none'"
    status, head, _ = public(h, re.sub(r"[0-9a-f]{8}", "00000000", sheet))
    assert status == 200 and head["Cache-Control"] == "public, max-age=60", head["Cache-Control"]  # not the bytes that the address names
    for path in (sheet, "/static/gongshi.css", "/favicon.ico"):
        status, head, _ = ask(h, "public.localhost", "POST", path, "x")
        assert (status, head["Allow"]) == (405, "GET, HEAD"), (path, status, head["Allow"])
    assert ask(h, "public.localhost", "GET", sheet, None, Range="bytes=99999999-")[2].find("<html".encode()) >= 0
    for path in ("/static/gongshi.css.map", "/static/none.01234567.css", "/static/", "/static/..%2fetc/passwd", "/nginx/error/away.html",
                 "/_error/away.html", "/.git/config", "/templates/public/notice.cs"):
        assert public(h, path)[0] in (400, 404), path


def without_a_database_old_pages_stand_for_their_minute_and_the_rest_says_so(h):
    keeper = [p for p, (_, _, c) in processes(h).items() if "/keep TERM mariadbd" in c]
    assert len(keeper) == 1
    if time.time() % 60 > 50:
        time.sleep(60 - time.time() % 60)
    assert public(h, "/notice/2026-1")[0] == 200
    os.kill(keeper[0], signal.SIGSTOP)
    try:
        for pid in [p for p, (parent, _, _) in processes(h).items() if parent == keeper[0]]:
            os.kill(pid, signal.SIGKILL)
        time.sleep(1.5)
        assert public(h, "/notice/2026-1")[0] == 200
        for path in ("/notice/2026-1?q=x", "/notice/2026-2"):
            status, head, text = public(h, path)
            assert status == 503 and "网上办理暂停".encode() in text and head["Retry-After"], path
        assert public(h, "/health")[0] == 503
        # Nobody can know whether the notice still stands: after its minute it is not shown, however often it is asked for.
        while time.time() % 60 < 58.5:
            assert public(h, "/notice/2026-1")[0] == 200
            time.sleep(1)
        time.sleep(60.5 - time.time() % 60)
        status, _, text = public(h, "/notice/2026-1")
        assert status == 503 and "网上办理暂停".encode() in text, status
    finally:
        os.kill(keeper[0], signal.SIGCONT)
    until = time.time() + 20
    while public(h, "/health")[0] != 200:
        assert time.time() < until, "it does not heal"
        time.sleep(0.1)
    assert public(h, "/notice/2026-1?q=x")[0] == 200


# ---- what is written down ----

def nothing_of_a_reader_or_an_objector_is_written_down(h):
    public(h, "/notice/2026-1?q=" + SECRET)
    public(h, "/track?code=" + SECRET)
    public(h, "/object/2026-1/%s" % SECRET)
    body = "code=%s" % SECRET
    ask(h, "public.localhost", "POST", "/track", body, **{"Content-Type": "application/x-www-form-urlencoded"})
    big = b"--x\r\nContent-Disposition: form-data; name=\"statement\"\r\n\r\n" + SECRET.encode() * 20000 + b"\r\n--x--\r\n"
    ask(h, "public.localhost", "POST", "/object/2026-1/x/file", big, **{"Content-Type": "multipart/form-data; boundary=x"})
    ask(h, "staff.localhost", "GET", "/case/" + SECRET)
    found, told = [], ""
    for folder, _, names in os.walk(h.home):
        for name in names:
            if not stat.S_ISREG(os.lstat(os.path.join(folder, name)).st_mode):
                continue
            with open(os.path.join(folder, name), "rb") as f:
                data = f.read()
            if SECRET.encode() in data:
                found.append(os.path.join(folder, name))
            if name == "access.log":
                told = data.decode()
    assert found == [], found
    # The control: the log is there, tells of the page, and of nobody.
    assert " GET /notice/2026-1 " in told and "127.0.0.1" not in told and "/track" not in told and "/object/" not in told


def bodies_lie_in_memory_and_sockets_are_closed_to_others(h):
    conf = "".join(open(path, encoding="utf-8").read() for path in glob.glob(h.home + "/etc/nginx/*.conf"))
    bodies = set(re.findall(r"^ *client_body_temp_path ([^ ;]+)", conf, re.M))
    assert len(bodies) == 3, bodies
    for body in bodies:
        kind = subprocess.run(["stat", "-f", "-c", "%T", body], capture_output=True, text=True).stdout.strip()
        assert kind == "tmpfs", (body, kind)
    assert stat.S_IMODE(os.stat(h.home + "/run").st_mode) == 0o700
    for name in ("public", "public-files", "staff", "union", "union-files", "inspect", "poke"):
        assert stat.S_IMODE(os.stat("%s/run/%s.sock" % (h.home, name)).st_mode) == 0o660, name
    for path in glob.glob(h.home + "/secrets/*"):
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600, path
    ours = processes(h)
    assert len(ours) > 12
    assert all(user != 0 for _, user, _ in ours.values()), "a server runs as root"


# ---- who is killed ----

def sanitized(h):
    """AddressSanitizer starts slowly."""
    with open(h.home + "/app/libexec/gongshi/gongshi-public", "rb") as f:
        return b"__asan_init" in f.read()


def a_killed_worker_is_back_within_a_second(h):
    """One worker of each kind, so that an answer to the next request is the new worker's; the fiftieth time as the first."""
    for program, times in (("public", 50), ("staff", 10), ("union", 10)):
        worst = 0
        for _ in range(times):
            (old,) = workers(h, program)
            os.kill(old, signal.SIGKILL)
            began = time.time()
            until = began + 10
            while time.time() < until:
                try:
                    if ask(h, program + ".localhost", "GET", "/health")[0] == 200:
                        break
                except (OSError, http.client.HTTPException):
                    pass
            worst = max(worst, time.time() - began)
        print("# %s: the slowest of %d was back after %.2f s" % (program, times, worst))
        assert worst < (4 if sanitized(h) else 1), worst


def sitters_come_back_too(h):
    for program in ("notifyd", "inspectd"):
        for _ in range(3):
            old = pids(h, program)
            for pid in old:
                os.kill(pid, signal.SIGKILL)
            until = time.time() + 10
            while not pids(h, program) - old:
                assert time.time() < until, program + " stays away"
                time.sleep(0.05)


# ---- quickstart ----

def a_second_start_keeps_the_data_and_says_that_it_runs(h):
    said = h.quickstart("--detach")
    assert said.returncode == 0 and "It runs already" in said.stdout
    before = set(processes(h))
    accounts = open(h.home + "/sample-accounts.txt", encoding="utf-8").read()
    assert h.stop().returncode == 0
    assert processes(h) == {}, processes(h)
    assert not os.path.ismount(h.home + "/body")
    began = time.time()
    h.start()
    print("# a second start took %.1f s" % (time.time() - began))
    assert open(h.home + "/sample-accounts.txt", encoding="utf-8").read() == accounts
    assert public(h, "/notice/2026-1")[0] == 200 and not before & set(processes(h))


def what_was_left_by_a_killed_keeper_is_ended_too(h):
    bystander = subprocess.Popen(["sleep", "60"])
    try:
        for pid in [p for p, (_, _, c) in processes(h).items() if c.startswith("/usr/bin/multiwatch")]:
            os.kill(pid, signal.SIGKILL)
        assert h.stop().returncode == 0
        assert processes(h) == {}, processes(h)
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


CHECKS = (each_host_is_a_program_of_its_own, an_unknown_host_gets_nothing, what_a_reader_chose_is_remembered,
          what_is_no_http_is_told_so_in_plain_words, a_body_that_is_too_large_is_refused_before_it_comes,
          a_slow_body_is_given_up_and_others_are_served_meanwhile,
          files_on_their_way_have_a_ceiling_and_no_reader_waits_for_them, who_looks_into_files_may_stand_still_and_pages_come,
          a_public_page_depends_on_nothing_but_its_address, a_paper_comes_from_the_workers_for_files_and_is_known_again,
          a_style_sheet_may_be_kept_for_ever, without_a_database_old_pages_stand_for_their_minute_and_the_rest_says_so,
          nothing_of_a_reader_or_an_objector_is_written_down, bodies_lie_in_memory_and_sockets_are_closed_to_others,
          a_killed_worker_is_back_within_a_second, sitters_come_back_too, a_second_start_keeps_the_data_and_says_that_it_runs,
          what_was_left_by_a_killed_keeper_is_ended_too)


def main():
    failed = 0
    print("1..%d" % len(CHECKS))
    with House("--workers", "1,1,1", "--read-rate", "1000") as house:
        for number, check in enumerate(CHECKS, 1):
            name = check.__name__.replace("_", " ")
            try:
                check(house)
                print("ok %d - %s" % (number, name), flush=True)
            except Exception:  # whatever it is, the other checks are still worth knowing
                failed += 1
                print("not ok %d - %s" % (number, name))
                print("\n".join("# " + line for line in traceback.format_exc().split("\n")), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
