#!/usr/bin/env python3
"""A mail reads with the programs of others as it was written: Python's email and maildrop's reformime, for long, rare and hostile names and
subjects; its page says what its text says and fetches nothing. What could bring a head or a recipient of its own is refused."""
import email, email.header, email.policy, html.parser, json, os, random, re, subprocess

count = 0


def check(ok, what, why=""):
    global count
    count += 1
    print("%s %d - %s" % ("ok" if ok else "not ok", count, what))
    if not ok:
        print("# " + repr(why)[:900])


def written(cases):
    given = "".join(json.dumps(c) + "\n" for c in cases).encode()
    out = subprocess.run([os.path.join(os.environ["top_builddir"], "tests/unit/write_mail")], input=given, check=True, capture_output=True).stdout
    mails = []
    for _ in cases:
        length, out = out.split(b"\n", 1)
        mails.append(out[:int(length)])
        out = out[int(length):]
    return mails


class Page(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.said, self.tags, self.open, self.links = "", [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        self.links += [v for k, v in attrs if k in ("href", "src")]
        self.said += "\n" if tag == "br" else dict(attrs).get("value", "") + ". " if tag == "li" else ""

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass
        self.said += "\n" if tag in ("p", "li", "h1") else ""

    def handle_data(self, data):
        if "title" not in self.open and data.strip("\n"):
            self.said += data


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def case(subject="标题", text="您好。\n", name="王小明", to="wang@example.org", lang="zh-CN"):
    return {"to": to, "name": name, "subject": subject, "text": text, "lang": lang}


def reformime_subject(raw):
    """The head as maildrop reads it: unfolded by it, decoded by it."""
    folded = re.search(rb"^Subject: (.*?)\r\n(?![ \t])", raw, re.S | re.M).group(1)
    got = subprocess.run(["reformime", "-c", "utf-8", "-h", re.sub(rb"\r\n[ \t]", b" ", folded).decode()], check=True, capture_output=True).stdout
    return got.decode().rstrip("\n")


def reformime_part(raw, number):
    return subprocess.run(["reformime", "-e", "-s", number], input=raw, check=True, capture_output=True).stdout.decode().replace("\r\n", "\n")


random.seed(2047)
ALPHABET = "a B9=?_.,:;()<>@\"'\\-公示签收𠮷㐀䶮𪚥·éß—…"
subjects = ["请核对并签收：关于首届“杭州数字工匠”拟认定人选公示的通知（第二版）", "𠮷" * 100, "a" * 100, "=?utf-8?q?x?=", "a, b: <c@d.cn>; (e) \"f\" \\g",
            "Please check and sign", "公", " ".join("ab公" for _ in range(25)), "🀄" * 60, "=?UTF-8?B?" + "公" * 30] + \
           ["".join(random.choice(ALPHABET) for _ in range(random.randint(1, 100))).strip() or "x" for _ in range(60)]
mails = written([case(subject=s, name=s[:50]) for s in subjects])
read = [email.message_from_bytes(raw, policy=email.policy.default) for raw in mails]
bad = [(s, m["subject"]) for s, m in zip(subjects, read) if m["subject"] != s]
check(not bad, "Python reads every subject as it was written", bad)
# Python puts blanks between the encoded words of a name, against RFC 2047, 6.2: compared without blanks.
bad = [(s, m["to"].addresses) for s, m in zip(subjects, read)
       if len(m["to"].addresses) != 1 or m["to"].addresses[0].display_name.replace(" ", "") != s[:50].strip().replace(" ", "")
       or m["to"].addresses[0].addr_spec != "wang@example.org"]
check(not bad, "and every name, with one address and no other", bad)
bad = [(s, reformime_subject(raw)) for s, raw in zip(subjects, mails) if reformime_subject(raw) != s]
check(not bad, "reformime reads every subject as it was written", bad)
check(all(not m.defects and not any(p.defects for p in m.walk()) for m in read), "no parser finds a defect", [m.defects for m in read])
check(all(len(line) <= 76 for raw in mails for line in raw.split(b"\r\n")), "no line is longer than 76")
check(all(b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b"") and all(b < 128 for b in raw) for raw in mails),
      "lines end in CR LF, and nothing but ASCII travels")
words = [w for raw in mails for w in re.findall(rb"=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=", raw)]
broken = []
for w in words:
    try:
        __import__("base64").b64decode(w).decode("utf-8")
    except UnicodeDecodeError:
        broken.append(w)
check(words and not broken and max(len(w) for w in words) + 12 <= 75, "no encoded word splits a character or is longer than 75", broken)

texts = ["您好！\n\n请做两件事：\n1. 核对；\n2. 签收。\n\n打开下面的链接：\nhttps://union.example.org/letter/abc\n\n再见\n", "<script>alert(1)</script> & \"x\" 'y'\n",
         "https://x.example/\"><img src=x>\n", "javascript:alert(1)\n", "见 https://a.example/b 处\n", "12. 十二\n13. 十三\n1.5 倍\n1. \n", "." * 3 + "\n.\n..\nFrom x\n",
         "𠮷" * 3000 + "\n", "--=_0123456789abcdef0123456789abcdef--\n", "\n\n\na\n\n\n\nb\n"]
mails = written([case(text=t) for t in texts])
for text, raw in zip(texts, mails):
    m = email.message_from_bytes(raw, policy=email.policy.default)
    plain, page = m.get_body(("plain",)).get_content(), m.get_body(("html",)).get_content()
    p = Page(page)
    said = lines(p.said)[1:]
    ok = (m.get_content_type(), [x.get_content_type() for x in m.iter_parts()]) == ("multipart/alternative", ["text/plain", "text/html"])
    check(ok and plain.replace("\r\n", "\n") == text and reformime_part(raw, "1.1") == text and reformime_part(raw, "1.2") == page.replace("\r\n", "\n"),
          "both parsers read both parts of %r" % text[:24], (m.get_content_type(), plain[:200], reformime_part(raw, "1.1")[:200]))
    check(said == lines(text), "its page says what the text says", (said, lines(text)))
    allowed = {"html", "head", "meta", "title", "body", "div", "h1", "p", "br", "ol", "li", "a"}
    check({t for t, _ in p.tags} <= allowed and all(l.startswith(("https://", "http://")) and l in lines(text) for l in p.links)
          and not any(k.startswith("on") or "url(" in (v or "") for _, a in p.tags for k, v in a.items()), "and brings no markup and fetches nothing", p.tags)
m = email.message_from_bytes(written([case(lang="en", text="Hello\n")])[0], policy=email.policy.default)
check('<html lang="en">' in m.get_body(("html",)).get_content(), "a page says its language")
check(m["date"].datetime.utcoffset().total_seconds() == 8 * 3600 and m["auto-submitted"] == "auto-generated" and
      m["message-id"] == "<0123456789abcdef0123456789abcdef@example.org>", "date, Message-ID and Auto-Submitted are as they should be", str(m)[:400])

hostile = ["x\r\nBcc: evil@example.org", "x\ny", "x\ry", "x\x01", "x\x7f", "x\u0085y", "x\u2028y", "x\u202e", "x\ty", "x\u200b"]
refused = written([case(subject=h) for h in hostile] + [case(name=h) for h in hostile] +
                  [case(to=t) for t in ("a@b.cn\r\nRCPT TO:<e@x.cn>", "a@b.cn>", "<a@b.cn>", "a@b.cn,c@d.cn", "a b@c.cn", "", "a@b.cn\n")])
check(not any(refused), "what could bring a head or a recipient of its own is refused", [r[:200] for r in refused if r])
check(written([case()])[0], "and the same without it is not")
print("1..%d" % count)
