"""house: a whole Gongshi for one test: ./quickstart in a folder of its own on a free port, and what a test wants to know of it: addresses,
sample accounts, one-time codes, what was sent, rows of the database. Ends what it started, whatever happens."""
import base64
import email
import email.policy
import glob
import hashlib
import hmac
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
BUILD = os.environ.get("top_builddir") or os.path.join(TOP, "build", "check")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def totp(secret, at=None):
    """RFC 6238, six digits, of the base32 text that an officer was shown."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at if at is not None else time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7fffffff) % 1000000)


class House:
    """HOUSE="DIR PORT" in the environment takes a house that stands already, for whoever writes a test; it is left standing."""

    def __init__(self, *options, sets=()):
        self.accounts, self.used_steps, self.stands_at = {}, {}, None
        if os.environ.get("HOUSE"):
            self.home, self.port, self.options = os.environ["HOUSE"].split()[0], int(os.environ["HOUSE"].split()[1]), None
            self.read_accounts()
            return
        self.home = tempfile.mkdtemp(prefix="gs-house-")
        os.chmod(self.home, 0o755)
        self.port = free_port()
        self.options = list(options)
        for one in sets:
            self.options += ["--set", one]
        self.start()

    def quickstart(self, *more):
        return subprocess.run([os.path.join(TOP, "quickstart"), "--home", self.home, "--build-dir", BUILD, "--no-packages",
                               "--port", str(self.port)] + list(more), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=600)

    def start(self, *more):
        self.said = self.quickstart("--detach", *self.options, *more)
        if self.said.returncode:
            print("\n".join("# " + line for line in self.said.stdout.split("\n")[-30:]))
            self.end()
            raise SystemExit("Bail out! quickstart ended with %d" % self.said.returncode)
        self.read_accounts()

    def read_accounts(self):
        with open(os.path.join(self.home, "sample-accounts.txt"), encoding="utf-8") as f:
            for line in list(f)[1:]:
                login, password, secret = line.split()[:3]
                self.accounts[login] = (password, secret)

    def stop(self):
        return self.quickstart("--stop")

    def end(self):
        if self.options is None:
            return
        self.stop()
        if not os.environ.get("KEEP_HOUSE"):
            shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    # ---- addresses ----
    def url(self, program, path="/"):
        return "http://%s.localhost:%d%s" % (program, self.port, path)

    def get(self, program, path="/", **headers):
        """Status, headers and text of a plain GET; for looking, not for tests of HTTP."""
        asked = urllib.request.Request("http://127.0.0.1:%d%s" % (self.port, path),
                                       headers={"Host": "%s.localhost:%d" % (program, self.port), **headers})
        try:
            with urllib.request.urlopen(asked, timeout=20) as got:
                return got.status, got.headers, got.read().decode()
        except urllib.error.HTTPError as e:
            return e.code, e.headers, e.read().decode()

    # ---- officers ----
    def code(self, login):
        """A one-time code that was not used before; waits for the next half minute if it must. Where the clock stands, three are good."""
        if self.stands_at is not None:
            step = max(self.used_steps.get(login, 0) + 1, self.stands_at // 30 - 1)
            self.used_steps[login] = step
            return totp(self.accounts[login][1], step * 30)
        while int(time.time()) // 30 <= self.used_steps.get(login, 0):
            time.sleep(0.5)
        self.used_steps[login] = int(time.time()) // 30
        return totp(self.accounts[login][1])

    # ---- what was sent ----
    def mails(self):
        out = []
        for path in sorted(glob.glob(os.path.join(self.home, "mail", "*.eml")), key=os.path.getmtime):
            with open(path, "rb") as f:
                out.append(email.message_from_binary_file(f, policy=email.policy.default))
        return out

    def texts(self):
        """SMS, oldest first: number and text."""
        out = []
        for path in sorted(glob.glob(os.path.join(self.home, "sms", "*.txt")), key=os.path.getmtime):
            with open(path, encoding="utf-8") as f:
                out.append(f.read())
        return out

    def wait_mail(self, to, pattern, seconds=20):
        """The newest mail to somebody whose text or subject matches; its first group, or the whole match."""
        until = time.time() + seconds
        while True:
            for mail in reversed(self.mails()):
                found = re.search(pattern, "%s\n%s" % (mail["Subject"], mail.get_body(("plain",)).get_content()))
                if to in str(mail["To"]) and found:
                    return found.group(found.lastindex or 0)
            if time.time() > until:
                raise AssertionError("no mail to %s like %s" % (to, pattern))
            time.sleep(0.2)

    def wait_text(self, pattern, seconds=20):
        """The same of an SMS to anybody."""
        until = time.time() + seconds
        while time.time() < until:
            for text in reversed(self.texts()):
                found = re.search(pattern, text)
                if found:
                    return found.group(found.lastindex or 0)
            time.sleep(0.2)
        raise AssertionError("no SMS like %s" % pattern)

    # ---- the database, as its owner ----
    @staticmethod
    def as_owner(command):
        return ["setpriv", "--reuid=gongshi", "--regid=gongshi", "--clear-groups"] + command if os.getuid() == 0 else command

    def sql(self, statement):
        """Rows as lists of texts, read with the owner's rights; for looking at what the programs did."""
        command = ["mariadb", "--no-defaults", "--socket=" + os.path.join(self.home, "run", "mariadb.sock"), "--batch",
                   "--skip-column-names", "gongshi", "-e", statement]
        got = subprocess.run(self.as_owner(command), cwd="/", capture_output=True, text=True, timeout=60)
        if got.returncode:
            raise AssertionError(got.stderr)
        return [line.split("\t") for line in got.stdout.splitlines()]

    # ---- time ----
    def travel(self, seconds):
        """From now on the clock of every program stands at so many seconds of 1970 by the database, in a house with --time-travel; what happens
        by itself is looked for at once, by a notifyd that starts anew."""
        self.stands_at = int(seconds)
        self.sql("SET GLOBAL init_connect = 'SET timestamp = %d'" % self.stands_at)
        for number, in self.sql("SELECT id FROM information_schema.processlist WHERE user LIKE 'gs\\_%'"):
            self.sql("KILL %s" % number)
        self.sweep()

    def sweep(self):
        """Ends notifyd; its keeper starts it anew, and the first thing that it does is to sweep."""
        with open(os.path.join(self.home, "etc", "servers"), encoding="ascii") as f:
            keeper = next(line.split()[1] for line in f if line.startswith("notifyd "))
        until = time.time() + 10
        while time.time() < until:
            with open("/proc/%s/task/%s/children" % (keeper, keeper), encoding="ascii") as f:
                children = f.read().split()
            for child in children:
                with open("/proc/%s/comm" % child, encoding="ascii") as f:
                    if f.read() == "notifyd\n":
                        os.kill(int(child), signal.SIGTERM)
                        return
            time.sleep(0.05)
        raise AssertionError("no notifyd runs")
