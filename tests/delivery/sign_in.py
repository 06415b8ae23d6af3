#!/usr/bin/env python3
"""sign_in: a real Postfix that takes mail under TLS and only from who signs in (Cyrus SASL), by PLAIN or by LOGIN; a wrong password, a name
without TLS and a certificate that is past its day are the operator's, and condemn no mail."""
import os, shutil, subprocess

from house import HERE, House, Tap, free_port, skip_all, wait

if os.geteuid() != 0:
    skip_all("Postfix's master starts as root only")
for program in ("postfix", "saslpasswd2"):
    if not shutil.which(program, path="/usr/sbin:" + os.environ["PATH"]):
        skip_all("there is no %s here" % program)

t = Tap()
port = free_port()
house = House(mail__driver="smtp", mail__url="smtp://mail.localhost:%d" % port, mail__ca_file="")
POSTFIX = house.path("pf")
PARAMS = '{"slug":"abcdefghijklmnopqrstuvwxyz","due":"2026年4月30日"}'
PASSWORD = "secret-of-mail"
union, contact = house.union("上城区总工会", contact="王小明", email="wang@example.org", phone=None)
number = 0


def certificate(days):
    path, name = house.path("tls"), "/CN=mail.localhost"
    with open(path + ".ext", "w") as f:
        f.write("subjectAltName=DNS:mail.localhost\n")
    for words in (("req", "-newkey", "rsa:2048", "-nodes", "-subj", name, "-keyout", path + ".key", "-out", path + ".csr"),
                  ("x509", "-req", "-in", path + ".csr", "-signkey", path + ".key", "-days", days, "-extfile", path + ".ext", "-out", path + ".pem")):
        subprocess.run(["openssl", *words], check=True, stderr=subprocess.DEVNULL)


def postfix(mechanisms):
    """Anew, with these ways of signing in."""
    stop()
    folder = POSTFIX + "/conf/sasl"  # where Debian's Postfix looks for it
    os.makedirs(folder, exist_ok=True)
    with open(folder + "/smtpd.conf", "w") as f:
        f.write("pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: %s/accounts\nmech_list: %s\n" % (folder, mechanisms))
    subprocess.run(["saslpasswd2", "-p", "-c", "-f", folder + "/accounts", "-u", "mail.example.org", "office"], input=PASSWORD.encode(),
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.chown(folder + "/accounts", "postfix")
    with open(POSTFIX + "/extra.cf", "w") as f:
        f.write("smtpd_client_connection_rate_limit = 0\nsmtpd_error_sleep_time = 0\nsmtpd_tls_security_level = encrypt\nsmtpd_tls_auth_only = yes\n"
                "smtpd_tls_cert_file = %s\nsmtpd_tls_key_file = %s\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = cyrus\n"
                "smtpd_sasl_local_domain = mail.example.org\n"
                "smtpd_sasl_security_options = noanonymous\nsmtpd_delay_reject = no\n"
                "smtpd_sender_restrictions = permit_sasl_authenticated, reject\n" % (house.path("tls.pem"), house.path("tls.key")))
    subprocess.run([HERE + "/postfix", "start", POSTFIX, str(port)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stop():
    if os.path.isdir(POSTFIX + "/conf"):
        subprocess.run([HERE + "/postfix", "stop", POSTFIX], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def postfix_log():
    with open(POSTFIX + "/mail.log", encoding="utf-8", errors="replace") as f:
        return f.read()


def one_mail(password, outcome, promise, **settings):
    """What becomes of a mail that is sent with this password (None: with no account)."""
    global number
    number += 1
    house.settings.pop("mail.user", None), house.settings.pop("mail.password_file", None)
    if password is not None:
        with open(house.path("pw"), "w") as f:
            f.write(password + "\n")
        settings.update(mail__user="office@mail.example.org", mail__password_file=house.path("pw"))
    house.set(**settings)
    house.post("union", "assist_requested", union, "m%d" % number, PARAMS)
    sender = house.notifyd()
    sql = ("SELECT d.outcome, d.detail FROM delivery d JOIN outbox o ON o.id = d.outbox_id WHERE o.dedupe = 'assist_requested:m%d:EMAIL' "
           "AND d.ended_at IS NOT NULL" % number)
    got = wait(lambda: house.sql(sql), 10, 0.05)
    t.ok(got and got[0][0] == outcome, promise, (got, postfix_log()[-1500:]))
    t.ok(PASSWORD not in sender.log() and "c2VjcmV0" not in sender.log(), "and no password stands in the log")
    sender.end()
    t.same(house.one("SELECT state FROM outbox WHERE dedupe = 'assist_requested:m%d:EMAIL'" % number), "SENT" if outcome == "SENT" else "WAITING",
           "sent" if outcome == "SENT" else "it waits for the operator")
    house.empty()


certificate("2")
os.makedirs(POSTFIX, exist_ok=True)
try:
    for way in ("PLAIN", "LOGIN"):
        postfix(way)
        one_mail(PASSWORD, "SENT", "who signs in by %s under TLS may send" % way, mail__ca_file=house.path("tls.pem"))
        t.ok("sasl_method=%s, sasl_username=office@mail.example.org" % way in postfix_log(), "by that way", postfix_log()[-1500:])
        one_mail("another", "ALARM", "a wrong password by %s is the operator's" % way)
    one_mail(None, "ALARM", "who does not sign in may not send, which says nothing about the mail")
    certificate("-1")
    postfix("PLAIN LOGIN")
    one_mail(PASSWORD, "ALARM", "a certificate that is past its day: nothing is sent")
    t.ok(postfix_log().count("status=sent") == 2, "the server took the two and no more", postfix_log()[-1500:])
finally:
    stop()
