#!/usr/bin/env python3
"""letters: every message that people cause arrives, reads as it should and says no more than it may: the file driver, which needs no server.
Also when it leaves: at once, in the sending window, not at all when it is too old."""
import email, email.policy, os, pwd, re, stat, subprocess, time

from house import TOP, House, Tap, wait

t = Tap()
house = House()
PARAMS = {
    "notice": '{"slug":"abcdefghijklmnopqrstuvwxyz","title":"关于首届“杭州数字工匠”拟认定人选的公示","opens":"2026年4月23日",'
              '"closes":"2026年4月29日24时","count":3}',
    "assist": '{"slug":"abcdefghijklmnopqrstuvwxyz","due":"2026年4月30日"}',
}
LINK = "https://union.gs.example.org/letter/abcdefghijklmnopqrstuvwxyz"
RECEIPT, SHOWN = "123456789012", "1234-5678-9012"
# What a gateway's reviewers refuse, and what tells a stranger who looks at the screen what it is about.
NOT_IN_SMS = ("异议", "信访", "举报", "投诉", "检举", "维权", "控告")


def files(kind):
    return sorted(n for n in os.listdir(house.path(kind)) if not n.endswith(".tmp"))


def mails():
    for name in files("mail"):
        with open(house.path("mail", name), "rb") as f:
            yield email.message_from_bytes(f.read(), policy=email.policy.default)


def sms_texts():
    for name in files("sms"):
        with open(house.path("sms", name), encoding="utf-8") as f:
            head, text = f.read().split("\n\n", 1)
            yield head, text


def segments(text):
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= 70 else -(-units // 67)


def said(mail):
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def mail_with(word):
    return next((m for m in mails() if word in m["subject"]), None)


def the_letters():
    union, contact = house.union("上城区总工会", contact="王小明", email="wang@example.org", phone="13800000001")
    objection = house.objection(RECEIPT, "EMAIL", "citizen@example.com")
    by_phone = house.objection("210987654321", "SMS", "13900000002")
    house.post("union", "notice_published", union, "letter:1", PARAMS["notice"])
    house.post("union", "assist_requested", union, "letter:2", PARAMS["assist"])
    house.post("code", contact, "EMAIL", "k1", "112233")
    house.post("code", contact, "SMS", "k2", "445566")
    house.post("news", objection, "ACCEPT:1")
    house.post("receipt", by_phone, "SMS", "210987654321", "13900000002", "received:1")
    t.same(house.one("SELECT COUNT(*) FROM outbox WHERE state = 'WAITING'"), "8", "each cause leaves a row a channel")
    t.same(house.one("SELECT COUNT(*) FROM outbox WHERE code_sealed IS NOT NULL AND to_sealed IS NULL"), "2", "codes wait sealed")
    one = house.notifyd()
    t.ok(one.ready, "notifyd says that it is ready", one.log())
    done = wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state = 'SENT'") == "8", 15)
    t.ok(done, "all eight are sent", house.sql("SELECT event, channel, state FROM outbox") + [one.log()])
    return one


def how_they_read():
    t.same((len(files("mail")), len(files("sms"))), (4, 4), "one file a message and no other")
    t.same([n for k in ("mail", "sms") for n in os.listdir(house.path(k)) if n.endswith(".tmp")], [], "nothing half-written")
    t.ok(all(n.endswith(".eml") for n in files("mail")) and all(n.endswith(".txt") for n in files("sms")), "their names end as they should")
    modes = {stat.S_IMODE(os.stat(house.path(k, n)).st_mode) for k in ("mail", "sms") for n in files(k)}
    t.same(modes, {0o600}, "only their owner reads them")

    notice = mail_with("公示")
    text = said(notice)
    t.same(notice["subject"], "请核对并签收：关于首届“杭州数字工匠”拟认定人选的公示", "the subject says what to do and what it is about")
    t.same((notice["from"].addresses[0].display_name, notice["from"].addresses[0].addr_spec), ("杭州市总工会", "notice@example.org"),
           "it comes from the office by name")
    t.same((notice["to"].addresses[0].display_name, notice["to"].addresses[0].addr_spec), ("王小明", "wang@example.org"),
           "it goes to the contact by name")
    for word in ("上城区总工会 王小明：", "从2026年4月23日到2026年4月29日24时", "3 名", "签收", LINK + "\n", "0571-00000000", "杭州市总工会"):
        t.ok(word in text, "the notice's mail says " + word.strip(), text)
    t.same(notice["auto-submitted"], "auto-generated", "no absence notice answers it")
    t.ok(notice["date"].endswith("+0800"), "its date is Beijing's", notice["date"])
    t.ok(abs(notice["date"].datetime.timestamp() - time.time()) < 60, "and it is now", notice["date"])
    ids = {m["message-id"] for m in mails()}
    t.ok(len(ids) == 4 and all(re.fullmatch(r"<[0-9a-f]{32}@example\.org>", i) for i in ids), "message ids are random, under our domain", ids)
    t.ok(all([p.get_content_type() for p in m.iter_parts()] == ["text/plain", "text/html"] for m in mails()), "a text and a page")

    assist = said(mail_with("协助核查"))
    t.ok("2026年4月30日前（含当日）" in assist and LINK in assist, "the request's mail says until when and where", assist)
    code = mail_with("验证码")
    t.ok("112233" in said(code) and "112233" not in code["subject"], "a code stands in the text and not in the subject")
    news = mail_with("反馈")
    t.ok(SHOWN in said(news) and "https://gs.example.org/track\n" in said(news), "an objector gets number and fixed link")
    t.same(news["to"].addresses[0].display_name, "", "and no name stands beside his address")


def what_sms_say():
    texts = dict(sms_texts())
    t.same(len(list(sms_texts())), 4, "four SMS were written")
    for head, text in sms_texts():
        t.ok(not any(w in text for w in NOT_IN_SMS), "no word that a gateway refuses: " + text, text)
        t.ok(text.startswith("【杭州市总工会】") and "\n" not in text.strip("\n"), "the sign and one line", text)
        # A letter's link is long; what has none of it fits into one part.
        t.ok(segments(text) <= (2 if LINK in text else 1), "no more parts than need be: %d" % segments(text), text)
    number = texts["To: 13900000002"]
    t.ok("2109-8765-4321" in number and "https://gs.example.org/track " in number, "an objector's SMS has number and fixed link", number)
    t.ok(any("445566" in x and "5分钟" in x for _, x in sms_texts()), "a code's SMS says how long it can be used")


def what_stays_behind(one):
    t.same(house.one("SELECT COUNT(*) FROM outbox WHERE code_sealed IS NOT NULL OR to_sealed IS NOT NULL"), "0",
           "codes and addresses of objectors are gone with the end")
    t.same(house.one("SELECT COUNT(*) FROM delivery WHERE outcome = 'SENT' AND ended_at >= started_at AND driver = 'file'"), "8",
           "each attempt stands with its outcome")
    with open(house.path("db.err"), encoding="utf-8", errors="replace") as f:
        logs = one.log() + f.read()
    secrets = ("wang@example.org", "citizen@example.com", "13900000002", "13800000001", "112233", "445566", "王小明", "上城区", SHOWN, RECEIPT,
               "abcdefghijklmnopqrstuvwxyz")
    t.same([s for s in secrets if s in logs], [], "no address, name, code, number or link stands in a log")
    t.ok("attempt 1: SENT" in logs and "ready: mail by file" in logs, "the log does say what was done", logs)


def when_they_leave(one):
    def arrives(word, seconds):
        before = time.monotonic()
        found = wait(lambda: any(word in text for _, text in sms_texts()), seconds, 0.002)
        return time.monotonic() - before if found else None
    contact = house.one("SELECT id FROM union_contact LIMIT 1")
    times = []
    for i in range(10):
        house.post("code", contact, "SMS", "poke%d" % i, "70000%d" % i)
        times.append(arrives("70000%d" % i, 5))
    took = sorted(x if x is not None else 99 for x in times)
    # On a machine that does much else the slow ones say nothing of us; polling alone would take half a second.
    t.ok(took[2] < 0.05, "a poke wakes it at once (%.0f ms, slowest %.0f ms)" % (took[2] * 1e3, took[-1] * 1e3), took)
    house.set(socket__poke=house.path("nowhere.sock"))
    house.post("code", contact, "SMS", "unpoked", "888888")
    took = arrives("888888", 5)
    house.set(socket__poke=house.path("poke.sock"))
    t.ok(took is not None and took < 1.6, "without a poke it looks within a second (%s)" % took)
    house.sql("UPDATE outbox SET due_at = due_at") # nothing waits
    t.ok(one.hears("WATCHDOG=1", 5), "it tells the supervisor that it lives")
    t.same(one.end(), 0, "SIGTERM ends it in good order")
    t.ok(not os.path.exists(house.path("poke.sock")), "and its address is gone")


def the_window():
    """Beijing is UTC+8: 22:00 there is 14:00 UTC."""
    house.empty()
    house.set(sms__window_start="8", sms__window_end="21")
    union, contact = house.one("SELECT union_id FROM union_contact LIMIT 1"), house.one("SELECT id FROM union_contact LIMIT 1")
    house.travel("2026-04-23 14:00:00")
    house.sql("SET timestamp = UNIX_TIMESTAMP('2026-04-23 14:00:00'); SELECT 1")
    house.post("union", "notice_published", union, "night", PARAMS["notice"])
    house.post("code", contact, "SMS", "night", "909090")
    house.sql("UPDATE outbox SET created_at = '2026-04-23 13:59:58', due_at = '2026-04-23 13:59:58'")
    one = house.notifyd()
    t.same(house.reaches("SENT", "event = 'union_code'"), True, "a code leaves at ten in the evening")
    t.same(house.reaches("SENT", "event = 'notice_published' AND channel = 'EMAIL'"), True, "and so does a mail")
    wait(lambda: house.row("event = 'notice_published' AND channel = 'SMS'", "due_at") == "2026-04-24 00:00:00.000000")
    t.same(house.row("event = 'notice_published' AND channel = 'SMS'", "state, due_at, attempts"),
           ["WAITING", "2026-04-24 00:00:00.000000", "0"], "an SMS to a union waits for eight in the morning, without an attempt")
    house.travel("2026-04-23 23:59:59")
    time.sleep(2.5)
    t.same(house.row("event = 'notice_published' AND channel = 'SMS'"), "WAITING", "a second before eight it still waits")
    house.travel("2026-04-24 00:00:01")
    t.same(house.reaches("SENT", "event = 'notice_published' AND channel = 'SMS'"), True, "at eight it leaves")
    house.travel(None)
    one.end()
    house.set(sms__window_start="0", sms__window_end="24")


def what_is_too_old():
    house.empty()
    union, contact = house.one("SELECT union_id FROM union_contact LIMIT 1"), house.one("SELECT id FROM union_contact LIMIT 1")
    house.post("code", contact, "SMS", "old", "313131")
    house.post("union", "assist_requested", union, "old", PARAMS["assist"])
    house.sql("UPDATE outbox SET created_at = created_at - INTERVAL IF(urgent, 10, 10000) MINUTE")
    one = house.notifyd()
    t.same(house.reaches("FAILED", "event = 'union_code'"), True, "a code that nobody can use any more is not sent")
    t.same(house.row("event = 'union_code'", "code_sealed"), None, "and is gone")
    t.ok(not any("313131" in text for _, text in sms_texts()), "nor does it lie about")
    t.same(house.reaches("SENT", "event = 'assist_requested' AND channel = 'SMS'"), True, "a letter is sent however long notifyd was away")
    one.end()


def who_cannot_be_reached():
    house.empty()
    union, _ = house.union("无线总工会", contact="李四", email=None, phone="0571-87654321")
    house.post("union", "assist_requested", union, "landline", PARAMS["assist"])
    one = house.notifyd()
    t.same(house.reaches("FAILED", "union_id = %s" % union), True, "a land line gets no SMS and says so")
    t.same(house.one("SELECT detail FROM delivery ORDER BY id DESC LIMIT 1"), "not a mobile number", "with the reason beside it")
    gone, _ = house.union("空总工会", contact="赵六", email="zhao@example.org", phone=None)
    one.end()
    house.post("union", "assist_requested", gone, "gone", PARAMS["assist"])
    house.sql("UPDATE union_contact SET email = NULL WHERE union_id = %s" % gone)
    one = house.notifyd()
    t.same(house.reaches("FAILED", "union_id = %s" % gone), True, "an address that was taken back meanwhile is not used")
    one.end()


def names_that_would_break_out():
    house.empty()
    hostile = [("甲\r\nBcc: evil@example.org", "x1@example.org"), ("<script>&\"'", "x2@example.org"), ("=?utf-8?q?x?=", "x3@example.org"),
               ("𠮷" * 25, "x4@example.org")]
    for i, (name, address) in enumerate(hostile):
        union, _ = house.union("总工会%d" % i, contact=name, email=address, phone=None)
        house.post("union", "assist_requested", union, "hostile%d" % i, PARAMS["assist"])
    one = house.notifyd()
    wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE done_at IS NOT NULL") == "4")
    t.same(house.row("dedupe LIKE '%hostile0%'"), "FAILED", "a name with a line break in it is sent to nobody")
    got = {m["to"].addresses[0].addr_spec: m for m in mails() if m["to"] and m["to"].addresses[0].addr_spec.startswith("x")}
    # Python puts blanks between the encoded words of a name, against RFC 2047, 6.2.
    t.same({a: m["to"].addresses[0].display_name.replace(" ", "") for a, m in got.items()}, {a: n for n, a in hostile[1:]},
           "strange names arrive as they are")
    t.ok(all(m["bcc"] is None and not m.defects for m in got.values()), "and bring no head of their own")
    t.ok("<script>&\"'" in said(got["x2@example.org"]), "a text is no page: nothing is escaped")
    one.end()


def nobody_looks_into_it():
    """What cannot be dumped belongs to root under /proc, whoever runs it."""
    prefix = ()
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        prefix = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
        for folder in ("secrets", "mail", "sms"):
            for path in (house.path(folder), *(house.path(folder, n) for n in os.listdir(house.path(folder)))):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
    one = house.notifyd(prefix=prefix)
    t.ok(one.ready, "it runs without any right of root's", one.log())
    other = subprocess.Popen([*prefix, "sleep", "60"])
    wait(lambda: os.stat("/proc/%d/environ" % other.pid).st_uid != 0 or os.geteuid() != 0)
    t.same(os.stat("/proc/%d/environ" % one.process.pid).st_uid, 0, "its memory is closed to its own user")
    t.ok(os.stat("/proc/%d/environ" % other.pid).st_uid != 0, "which is not so of any process")
    with open("/proc/%d/limits" % one.process.pid) as f:
        t.ok(re.search(r"Max core file size +0 +0", f.read()), "and leaves no core file")
    other.kill()
    other.wait()
    one.end()


def what_the_clocks_send():
    """Nobody causes these: a request whose day comes near and goes by, an objection whose supplement did not come."""
    house.empty()
    union, contact = house.union("下城区总工会", contact="钱样例", email="qian@example.org", phone="13800000021", code="xc")
    house.sql("INSERT INTO union_contact (union_id, rank, name, phone, email) VALUES (%s, 'BACKUP', '施备用', NULL, 'shi@example.org')" % union)
    asked, waits = (house.objection(n, "EMAIL", "citizen%s@example.com" % n[-1]) for n in ("340000000011", "340000000022"))
    house.sql("INSERT IGNORE INTO officer (id, login, name, roles, state, created_at) VALUES (1, 'a', 'a', 0, 'INVITED', NOW(6));"
              "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state, term, deadline_at) VALUES "
              "(%s, '2026-04-28 01:00:00', 'SYSTEM', 'TEST', 'SUBMITTED', 'INVESTIGATING', 'INVESTIGATE', '2026-05-29 16:00:00'),"
              "(%s, '2026-04-28 01:00:00', 'SYSTEM', 'TEST', 'SUBMITTED', 'SUPPLEMENT', 'SUPPLEMENT', '2026-05-07 16:00:00');"
              "INSERT INTO assist (objection_id, union_id, state, abstract, drafted_by, drafted_at, sent_at, due_at) VALUES "
              "(%s, %s, 'SENT', '摘要里的话', 1, NOW(6), '2026-04-23 01:00:00', '2026-05-08 16:00:00'); SET @a = LAST_INSERT_ID();"
              "INSERT INTO union_letter (slug, union_id, kind, assist_id, created_at) VALUES ('abcdefghijklmnopqrstuvwxyz', %s, 'ASSIST', @a, "
              "NOW(6))" % (asked, waits, asked, union, union))
    house.set(escalation__email="leader@example.org", escalation__phone="13900000077")

    def at(when, promise, *wanted):
        """What a sender that begins at that instant sends, as (channel, event), without what was sent before."""
        house.empty()
        house.travel(when)
        one = house.notifyd()
        if not wanted:
            time.sleep(1)
        got = wait(lambda: house.one("SELECT COUNT(*) FROM outbox") == str(len(wanted)) and
                   house.one("SELECT COUNT(*) FROM outbox WHERE state <> 'SENT'") == "0")
        rows = house.sql("SELECT channel, event, state FROM outbox ORDER BY event, channel")
        one.end()
        t.ok(got and [(r[0], r[1]) for r in rows] == sorted(wanted, key=lambda w: (w[1], w[0])), promise, rows + [one.log()])

    at("2026-05-05 01:00:00", "on a day off nobody is reminded")
    at("2026-05-06 01:00:00", "two working days before its last day a union is reminded", ("EMAIL", "assist_reminder"), ("SMS", "assist_reminder"))
    mail = said(mail_with("请在2026年5月8日前答复协查事项"))
    t.ok(LINK + "\n" in mail and "摘要" not in mail, "its mail says until when and where, and nothing of what it is about", mail)
    at("2026-05-07 16:00:00", "a supplement that did not come in time is answered at its instant; the reminder of that day comes with it",
       ("EMAIL", "objection_news"), ("EMAIL", "assist_reminder"), ("SMS", "assist_reminder"))
    t.same(house.one("SELECT state FROM objection WHERE id = " + waits), "ABANDONED", "and the objection has lapsed")
    at("2026-05-09 01:00:00", "on the first working day after, which is a make-up Saturday, it hears that it is late", ("EMAIL", "assist_overdue"),
       ("SMS", "assist_overdue"))
    at("2026-05-10 01:00:00", "then the backup contact and who stands above hear of it", ("EMAIL", "assist_overdue"),
       ("EMAIL", "request_late"), ("SMS", "request_late"))
    at("2026-05-11 01:00:00", "and nobody hears of it again")
    for text in [said(mail_with("逾期一个工作日"))] + [x for h, x in sms_texts() if "13900000077" in h]:
        t.ok("https://staff.gs.example.org/inbox" in text and not any(w in text for w in ("下城区", "340", "摘要")),
             "those above get a link, no name and no number", text)
    house.travel(None)


def what_the_operator_sees():
    house.empty()
    t.ok("due now: 0\n" in house.ctl("outbox"), "gongshictl says that nothing waits")
    house.post("union", "assist_requested", house.one("SELECT union_id FROM union_contact LIMIT 1"), "seen", PARAMS["assist"])
    t.ok("due now: 2\n" in house.ctl("outbox"), "that two do")
    house.sql("UPDATE outbox SET due_at = due_at - INTERVAL 121 SECOND")
    try:
        house.ctl("outbox")
        t.ok(False, "and fails when nobody has sent them for two minutes")
    except subprocess.CalledProcessError as e:
        t.ok(e.returncode == 1 and "notifyd" in e.stderr, "and fails when nobody has sent them for two minutes", e.stderr)
    one = house.notifyd()
    wait(lambda: house.one("SELECT COUNT(*) FROM outbox WHERE state = 'SENT'") == "2")
    t.ok("due now: 0\n" in house.ctl("outbox"), "until somebody does")
    one.end()


def what_stands_at_the_gateway():
    """The manual tells which texts to register: those that are sent."""
    with open(TOP + "/man/notifyd.8", encoding="utf-8") as f:
        page = re.sub(r"\\f[IRB]", "", f.read())
    links = {"letter_link": "https://union host/letter/${slug}", "track_link": "https://public host/track", "staff_link": "https://staff host/inbox"}
    for event in house.events():
        with open(TOP + "/templates/sms/zh-CN/%s.txt" % event, encoding="utf-8") as f:
            text = re.sub(r"\{\{(\w+)\}\}", lambda m: links.get(m[1], "${%s}" % m[1]), f.read().strip())
        t.ok(".B sms.template_%s\n%s\n" % (event, text) in page, "the manual has the text of " + event, text)


def settings_that_stop_it():
    for words, why in (({"sms__window_start": "21", "sms__window_end": "8"}, "window_end"), ({"mail__driver": "smtp"}, "mail.url"),
                       ({"mail__file_dir": house.path("nowhere")}, "mail.file_dir"), ({"sms__driver": "aliyun"}, "sms.")):
        before = dict(house.settings)
        house.set(**words)
        one = house.notifyd()
        one.process.wait(10)
        t.ok(one.process.returncode == 1 and why in one.log(), "it refuses to start and names " + why, one.log())
        house.settings = before
        house.write_settings()


one = the_letters()
how_they_read()
what_sms_say()
what_stays_behind(one)
when_they_leave(one)
the_window()
what_is_too_old()
who_cannot_be_reached()
names_that_would_break_out()
what_the_clocks_send()
what_the_operator_sees()
what_stands_at_the_gateway()
settings_that_stop_it()
nobody_looks_into_it()
