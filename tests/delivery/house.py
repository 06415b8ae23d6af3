"""house: what every delivery test shares: a throw-away database with everything that `gongshictl migrate` makes, settings, notifyds that it
starts and ends, and TAP. Not for pages: the programs of cgi-bin are not started here."""
import atexit, os, shutil, signal, socket, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.realpath(__file__))
TOP = os.path.realpath(os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("top_builddir") or os.path.join(TOP, "build", "check")
NOTIFYD = os.path.join(BUILD, "sbin", "notifyd")


# ---- TAP -----------------------------------------------------------------------------------------------------

class Tap:
    def __init__(self):
        self.count, self.failed = 0, 0
        atexit.register(self.end)

    def ok(self, good, promise, why=""):
        self.count += 1
        self.failed += not good
        print(("ok" if good else "not ok"), self.count, "-", promise, flush=True)
        if not good:
            print("# " + str(why)[:2000].replace("\n", "\n# "), flush=True)
        return good

    def same(self, got, want, promise):
        return self.ok(got == want, promise, "got  %r\nwant %r" % (got, want))

    def skip(self, promise, why):
        self.count += 1
        print("ok", self.count, "-", promise, "# SKIP", why, flush=True)

    def end(self):
        print("1..%d" % self.count, flush=True)


def skip_all(why):
    print("1..0 # SKIP", why)
    sys.exit(0)


def wait(what, seconds=10.0, step=0.02):
    """The first true answer of `what`, or its last."""
    until = time.monotonic() + seconds
    while True:
        got = what()
        if got or time.monotonic() > until:
            return got
        time.sleep(step)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


# ---- notifyd -------------------------------------------------------------------------------------------------

class Notifyd:
    """One process, ready when made. Its log is a file of its own."""
    number = 0

    def __init__(self, house, prefix=(), words=()):
        Notifyd.number += 1
        self.log_path = house.path("notifyd.%d.log" % Notifyd.number)
        self.said = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        at = house.path("alive.%d" % Notifyd.number)
        self.said.bind(at)
        os.chmod(at, 0o777)
        self.said.settimeout(10)
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen([*prefix, NOTIFYD, "-c", house.path("gongshi.conf"), *words], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, env=dict(os.environ, NOTIFY_SOCKET=at))
        self.ready = self.hears("READY=1")

    def hears(self, word, seconds=10):
        """Whether it says so to its supervisor in time."""
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                self.said.settimeout(max(0.01, until - time.monotonic()))
                if self.said.recv(200).decode() == word:
                    return True
        except socket.timeout:
            pass
        return False

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as f:
            return f.read()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.said.close()

    def end(self, seconds=30):
        """SIGTERM; the exit status, or None if it did not end in time."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill()
                return None
        self.said.close()
        return self.process.returncode


# ---- the house -----------------------------------------------------------------------------------------------

class House:
    """A database, settings and secrets in a folder under /tmp with a short name; all gone at the end."""

    def __init__(self, **settings):
        self.dir = tempfile.mkdtemp(prefix="gsd-", dir="/tmp")
        os.chmod(self.dir, 0o755)
        self.notifyds = []
        atexit.register(self.close)
        for name in ("mail", "sms"):
            os.mkdir(self.path(name))
        self.settings = {
            "db.socket": self.path("mariadb.sock"), "db.operator_user": self.me(), "db.secure_timestamp": "no", "dir.templates": TOP + "/templates",
            "dir.sql": TOP + "/sql", "dir.static": TOP + "/static", "dir.secrets": self.path("secrets"),
            "origin.public": "https://gs.example.org", "origin.staff": "https://staff.gs.example.org",
            "origin.union": "https://union.gs.example.org", "socket.inspect": self.path("inspect.sock"), "socket.poke": self.path("poke.sock"),
            "mail.driver": "file", "mail.file_dir": self.path("mail"), "mail.from": "notice@example.org", "mail.from_name": "杭州市总工会",
            "mail.domain": "example.org", "sms.driver": "file", "sms.file_dir": self.path("sms"), "sms.sign": "杭州市总工会",
            "site.organiser": "杭州市总工会", "site.phone": "0571-00000000", "mail.reply_seconds": "1", "sms.reply_seconds": "1",
            # Tests run at any hour of the day; the one about the window sets its own.
            "sms.window_start": "0", "sms.window_end": "24", "sms.per_number_day": "0", "sms.per_template_day": "0",
        }
        self.settings.update({k.replace("__", "."): v for k, v in settings.items()})
        self.write_settings()
        self.mariadb("start")
        self.ctl("migrate")
        self.ctl("key", "init")

    @staticmethod
    def me():
        import pwd
        return pwd.getpwuid(os.geteuid()).pw_name

    def path(self, *names):
        return os.path.join(self.dir, *names)

    def write_settings(self):
        rooms = {}
        for key, value in self.settings.items():
            room, name = key.split(".", 1)
            rooms.setdefault(room, []).append("%s = %s" % (name, value))
        with open(self.path("gongshi.conf"), "w", encoding="utf-8") as f:
            for room, lines in rooms.items():
                f.write("[%s]\n%s\n" % (room, "\n".join(lines)))

    def set(self, **settings):
        self.settings.update({k.replace("__", "."): v for k, v in settings.items()})
        self.write_settings()

    def events(self):
        """Every event that makes an SMS."""
        return sorted(name[:-4] for name in os.listdir(TOP + "/templates/sms/zh-CN"))

    def mariadb(self, verb):
        subprocess.run([TOP + "/tests/support/mariadb", verb, self.dir], check=True)

    def ctl(self, *words):
        return subprocess.run([os.path.join(BUILD, "sbin", "gongshictl"), "-c", self.path("gongshi.conf"), *words], check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True).stdout

    def post(self, *words, check=True):
        """Its answer; what it says on the way (that nobody was poked) stands in post.log."""
        with open(self.path("post.log"), "a") as log:
            return subprocess.run([os.path.join(BUILD, "tests", "delivery", "post"), self.path("gongshi.conf"), *map(str, words)],
                                  check=check, stdout=subprocess.PIPE, stderr=log, text=True).stdout.strip()

    def sql(self, text, database="gongshi"):
        """Rows of texts; NULL is None."""
        got = subprocess.run(["mariadb", "--no-defaults", "--socket=" + self.path("mariadb.sock"), "--user=" + self.me(), "--batch",
                              "--skip-column-names", "--raw", "--default-character-set=utf8mb4", database], input=text,
                             stdout=subprocess.PIPE, check=True, encoding="utf-8")
        return [[None if v == "NULL" else v for v in line.split("\t")] for line in got.stdout.splitlines()]

    def one(self, text):
        rows = self.sql(text)
        return rows[0][0] if rows else None

    # -- people

    def union(self, name, contact="王小明", email="union@example.org", phone="13800000001", code=None):
        """The ids of a union and of its primary contact."""
        quote = lambda v: "NULL" if v is None else "'%s'" % v.replace("\\", "\\\\").replace("'", "''")
        number = self.one("SELECT COUNT(*) FROM nominating_union")
        self.sql("INSERT INTO nominating_union (code, name, kind) VALUES ('u%s', %s, 'DISTRICT'); SET @u = LAST_INSERT_ID();"
                 "INSERT INTO union_contact (union_id, rank, name, phone, email) VALUES (@u, 'PRIMARY', %s, %s, %s)"
                 % (number, quote(name), quote(contact), quote(phone), quote(email)))
        return self.sql("SELECT union_id, id FROM union_contact ORDER BY id DESC LIMIT 1")[0]

    def objection(self, receipt, channel, address):
        """The id of an objection with nothing in it but a sealed contact."""
        sealed = self.post("contact", receipt, address)
        self.sql("INSERT IGNORE INTO round (id, slug, title, created_at) VALUES (1, '2026', 'r', NOW(6));"
                 "INSERT IGNORE INTO notice (id, round_id, slug, created_at) VALUES (1, 1, '2026-1', NOW(6));"
                 "INSERT IGNORE INTO candidate (id, round_id, slug) VALUES (1, 1, 'c');"
                 "INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, "
                 "contact_sealed, contact_channel, form_opened_at, submitted_at) VALUES ('%s', RANDOM_BYTES(32), RANDOM_BYTES(32), 1, 1, "
                 "'PERSON', 'OTHER', 'SUBMITTED', 'x', x'%s', '%s', NOW(6), NOW(6))" % (receipt, sealed, channel))
        return self.one("SELECT id FROM objection WHERE receipt = '%s'" % receipt)

    # -- the outbox

    def row(self, where="1", columns="state"):
        rows = self.sql("SELECT %s FROM outbox WHERE %s ORDER BY id DESC LIMIT 1" % (columns, where))
        return (rows[0] if len(rows[0]) > 1 else rows[0][0]) if rows else None

    def reaches(self, state, where="1", seconds=10.0):
        return bool(wait(lambda: self.row(where) == state, seconds, 0.05)) or self.row(where)

    def pass_time(self, seconds):
        """For all that waits, as if so long had gone by."""
        self.sql("UPDATE outbox SET due_at = due_at - INTERVAL %d SECOND, lease_until = lease_until - INTERVAL %d SECOND "
                 "WHERE done_at IS NULL" % (seconds, seconds))

    def travel(self, when):
        """From now on the clock of gs_notify's connections stands at `when` (UTC text, None: goes on as it should)."""
        word = "SET timestamp = UNIX_TIMESTAMP('%s')" % when if when else ""
        self.sql("SET GLOBAL init_connect = \"%s\"" % word)
        for number, in self.sql("SELECT id FROM information_schema.processlist WHERE user = 'gs_notify'"):
            self.sql("KILL %s" % number)

    def empty(self):
        self.sql("DELETE FROM office_task; DELETE FROM delivery; DELETE FROM outbox")

    # -- processes

    def notifyd(self, **more):
        one = Notifyd(self, **more)
        self.notifyds.append(one)
        return one

    def close(self):
        for one in self.notifyds:
            if one.process.poll() is None:
                one.kill()
        subprocess.run([TOP + "/tests/support/mariadb", "kill", self.dir], check=False)
        shutil.rmtree(self.dir, ignore_errors=True)


signal.signal(signal.SIGTERM, lambda *a: sys.exit(1))
