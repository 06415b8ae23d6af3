#!/usr/bin/env python3
"""inspect: inspectd itself, over its socket: every kind under its cage, bombs, clients that are silent, die or send too much, many at once,
and an end that drops no file in hand."""
import io, os, re, shutil, socket, struct, subprocess, tempfile, threading, time, zipfile, zlib

from house import BUILD, TOP, Tap, wait

t = Tap()
DIR = tempfile.mkdtemp(prefix="gsi-", dir="/tmp")
SOCKET = DIR + "/inspect.sock"
LOG = DIR + "/log"
MEDIA_MAX = 12 << 20


def start():
    with open(DIR + "/conf", "w") as f:
        f.write("[socket]\ninspect = %s\n[objection]\nmedia_max = %d\n" % (SOCKET, MEDIA_MAX))
    with open(LOG, "ab") as log:
        one = subprocess.Popen([BUILD + "/sbin/inspectd", "-c", DIR + "/conf"], stderr=log)
    wait(lambda: os.path.exists(SOCKET))
    return one


def log():
    with open(LOG) as f:
        return f.read()


def children(one):
    with open("/proc/%d/task/%d/children" % (one.pid, one.pid)) as f:
        return f.read().split()


def connect():
    s = socket.socket(socket.AF_UNIX)
    s.settimeout(30)
    s.connect(SOCKET)
    return s


def heard(s):
    try:
        return s.recv(100)
    except ConnectionResetError:
        return b""


def look(ending, data, piece=64 << 10):
    """What inspectd says of a file."""
    with connect() as s:
        try:
            s.sendall(b"INSPECT %s\n" % ending.encode())
            for at in range(0, len(data), piece):
                part = data[at:at + piece]
                s.sendall(struct.pack(">I", len(part)) + part)
            s.sendall(b"\0\0\0\0")
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            return s.makefile().readline().strip()
        except ConnectionResetError:
            return ""


def sample(kind):
    with open(TOP + "/tests/unit/samples/good." + kind, "rb") as f:
        return f.read()


def png(width, height, more=b""):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + more +
            chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b""))


def docx(*members, count=0):
    out = io.BytesIO(sample("docx"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as z:
        for name, data in members:
            z.writestr(name, data)
        for i in range(count):
            z.writestr("word/%d.xml" % i, "")
    return out.getvalue()


def link():
    info = zipfile.ZipInfo("word/link")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info, "/etc/passwd"


def lying_over_each_other():
    """Central entries that name the same bytes a thousand times."""
    head = sample("docx")
    end = head.rindex(b"PK\5\6")
    count, size, at = struct.unpack("<HII", head[end + 10:end + 20])
    entries = head[at:at + size]
    big = entries.index(b"word/document.xml") - 46
    one = entries[big:]
    return (head[:at] + entries + one * 1000 +
            struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count + 1000, count + 1000, size + 1000 * len(one), at, 0))


def what_it_says():
    for kind in ("pdf", "jpeg", "png", "docx", "m4a", "mp3", "mp4"):
        t.same(look(kind, sample(kind)), "OK " + kind, "in its cage it still knows a good " + kind)
    t.same(look("jpg", sample("jpeg"), piece=7), "OK jpeg", "whatever pieces it comes in")
    for promise, ending, data, want in (
            ("a picture of 65535 by 65535", "png", png(65535, 65535), "NO file_too_large"),
            ("a document that unpacks to 300 MB", "docx", docx(("word/media/a", bytes(300 << 20))), "NO file_too_large"),
            ("3000 members", "docx", docx(count=3000), "NO file_too_large"),
            ("members that lie over each other", "docx", lying_over_each_other(), "NO file_broken"),
            ("a link in a document", "docx", docx(link()), "NO file_broken"),
            ("a way out of the folder", "docx", docx(("../../etc/x", b"x")), "NO file_broken"),
            ("macros", "docx", docx(("word/vbaProject.bin", b"x")), "NO file_type"),
            ("a program that calls itself a picture", "png", b"\x7fELF" + bytes(100), "NO file_type"),
            ("a kind that is not taken", "exe", b"MZ" + bytes(100), "NO file_type"),
            ("nothing at all", "pdf", b"", "NO file_empty"),
            ("more bytes than any file may have", "mp4", sample("mp4") + bytes(MEDIA_MAX), "NO file_too_large")):
        before = time.monotonic()
        t.same(look(ending, data), want, "refused: " + promise)
        t.ok(time.monotonic() - before < 5, "in time")
    t.ok("ended by signal" not in log(), "none of them broke the cage", log())


def who_asks_wrongly(one):
    for what in (b"HELLO\n", b"INSPECT " + b"x" * 100 + b"\n", b"INSPECT pdf", b"\0" * 50, b""):
        with connect() as s:
            s.sendall(what)
            s.shutdown(socket.SHUT_WR)
            t.same(heard(s), b"", "no answer to %r" % what[:20])
    with connect() as s:
        s.sendall(b"INSPECT pdf\n" + struct.pack(">I", 100) + b"x" * 50)
    t.same(look("pdf", sample("pdf")), "OK pdf", "a client that dies half-way harms nobody")
    wait(lambda: not children(one))
    t.same(children(one), [], "and leaves no process behind")


def many_and_silent(one):
    silent = [connect() for _ in range(8)]
    wait(lambda: len(children(one)) == 8)
    t.same(len(children(one)), 8, "eight at once")
    late = []
    waiting = threading.Thread(target=lambda: late.append((look("pdf", sample("pdf")), time.monotonic())))
    began = time.monotonic()
    waiting.start()
    time.sleep(0.3)
    t.same(len(children(one)), 8, "and not a ninth")
    silent[0].close()
    waiting.join(20)
    t.ok(late and late[0][0] == "OK pdf" and late[0][1] - began < 2, "the next is taken as soon as one ends", late)
    for s in silent[1:]:
        s.close()
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(look("docx", sample("docx")))) for _ in range(60)]
    for x in threads:
        x.start()
    for x in threads:
        x.join(30)
    t.same(answers, ["OK docx"] * 60, "sixty at the same time are all answered")


def silence_has_an_end(silent, began):
    t.same(heard(silent), b"", "who says nothing is cut off")
    t.ok(8 < time.monotonic() - began < 50, "long before a file's minute is over (%.1f s)" % (time.monotonic() - began))


def the_end(one):
    data = sample("pdf")
    with connect() as s:
        s.sendall(b"INSPECT pdf\n" + struct.pack(">I", len(data)) + data[:50])
        wait(lambda: children(one))
        os.kill(int(children(one)[0]), 15)
        one.terminate()
        time.sleep(0.3)
        t.ok(one.poll() is None, "SIGTERM waits for the file in hand")
        s.sendall(data[50:] + b"\0\0\0\0")
        t.same(s.makefile().readline(), "OK pdf\n", "which is answered")
    t.same(one.wait(5), 0, "then it ends in good order")
    t.ok(not os.path.exists(SOCKET), "and its address is gone")


def a_stuck_file_is_ended(one):
    """A child that is killed by the cage or the alarm tells so in the log: the operator sees that somebody tried."""
    wait(lambda: not children(one))
    with connect() as s:
        s.sendall(b"INSPECT pdf\n")
        wait(lambda: children(one))
        os.kill(int(children(one)[0]), 9)
        t.same(heard(s), b"", "a look that is ended gives no answer")
    t.ok(wait(lambda: re.search(r"ended by signal 9", log())), "and a line in the log", log())


one = start()
try:
    silent, began = connect(), time.monotonic()
    what_it_says()
    silence_has_an_end(silent, began)
    who_asks_wrongly(one)
    many_and_silent(one)
    a_stuck_file_is_ended(one)
    the_end(one)
finally:
    if one.poll() is None:
        one.kill()
    shutil.rmtree(DIR, ignore_errors=True)
