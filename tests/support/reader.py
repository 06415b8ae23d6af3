"""reader: somebody at a browser, over HTTP alone: keeps his cookie, reads the forms of a page as a browser would and sends one of them, with
the work that the one script does for it. For what needs exact requests or many of them; journeys of people are tests/browser."""
import html
import http.client
import re
import urllib.parse
from html.parser import HTMLParser

from proof import proof


class Page(HTMLParser):
    """The forms of a page: action, method, fields as they would be sent, buttons."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.forms, self.form, self.area, self.button = [], None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.form = {"action": a.get("action", ""), "post": a.get("method") == "post", "file": "enctype" in a, "fields": [], "buttons": [],
                         "bits": int(a.get("data-work", "0"))}
            self.forms.append(self.form)
        elif self.form is None:
            return
        elif tag == "input" and a.get("type") == "file":
            self.form["file_field"] = a["name"]
        elif tag == "input" and (a.get("type") not in ("radio", "checkbox") or "checked" in a):
            self.form["fields"].append([a["name"], a.get("value", "")])
        elif tag == "textarea":
            self.area = [a["name"], ""]
        elif tag == "button":
            self.button = {"name": a.get("name"), "value": a.get("value"), "text": "", "action": a.get("formaction")}
            self.form["buttons"].append(self.button)

    def handle_data(self, data):
        if self.area is not None:
            self.area[1] += data
        elif self.button is not None:
            self.button["text"] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.form["fields"].append([self.area[0], self.area[1][1:] if self.area[1].startswith("\n") else self.area[1]])
            self.area = None
        elif tag == "button":
            self.button = None
        elif tag == "form":
            self.form = None


def multipart(fields, name, file):
    edge, out = "reader-edge", b""
    for key, value in fields:
        out += ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n" % (edge, key, value)).encode()
    out += ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n" % (edge, name, file[0])).encode() + file[1]
    return out + ("\r\n--%s--\r\n" % edge).encode(), "multipart/form-data; boundary=" + edge


class Reader:
    def __init__(self, house, program):
        self.house, self.program, self.cookie = house, program, None
        self.status, self.path, self.html, self.page = 0, "", "", Page("")

    def ask(self, method, path, body=None, kind=None):
        """One request and the redirects after it."""
        origin = "%s.localhost:%d" % (self.program, self.house.port)
        head = {"Host": origin, **({"Cookie": self.cookie} if self.cookie else {})}
        if method == "POST":
            head.update({"Origin": "http://" + origin, "Sec-Fetch-Site": "same-origin", "Content-Type": kind})
        link = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=60)
        link.request(method, path.split("#")[0], body, head)
        got = link.getresponse()
        text = got.read()
        for cookie in got.headers.get_all("Set-Cookie") or ():
            self.cookie = cookie.split(";")[0]
        link.close()
        self.status, self.path = got.status, path
        if got.status == 303:
            return self.ask("GET", got.headers["Location"].replace("http://" + origin, ""))
        self.html = text.decode()
        self.page = Page(self.html)
        return self

    def open(self, path):
        return self.ask("GET", path)

    def form(self, button):
        for form in self.page.forms:
            if any(button in b["text"] for b in form["buttons"]):
                return form
        raise AssertionError("%s has no button %s" % (self.path, button))

    def press(self, button, file=None, **typed):
        """Sends the first form with such a button, some fields typed anew."""
        form = self.form(button)
        fields = [[k, typed.pop(k, v)] for k, v in form["fields"]] + list(map(list, typed.items()))
        if form["bits"] and not dict(fields).get("proof"):
            fields = [[k, proof(dict(fields)["token"], form["bits"]) if k == "proof" else v] for k, v in fields]
        pressed = next(b for b in form["buttons"] if button in b["text"])
        fields += [[pressed["name"], pressed["value"]]] if pressed["name"] else []
        action = pressed["action"] or form["action"]
        if form["file"]:
            return self.ask("POST", action, *multipart(fields, form["file_field"], file or ("", b"")))
        body = urllib.parse.urlencode([tuple(f) for f in fields])
        if form["post"]:
            return self.ask("POST", action, body.encode(), "application/x-www-form-urlencoded")
        return self.open("%s?%s" % (action.split("#")[0], body))

    def typed(self, name):
        """What a field of the page holds."""
        return next(v for form in self.page.forms for k, v in form["fields"] if k == name)

    def text(self):
        body = re.sub(r"(?s)<(head|script)\b.*?</\1>", "", self.html)
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))

    def sees(self, status, *words):
        """The page came with this status and has these words."""
        text = self.text()
        missing = [w for w in words if w not in text]
        if self.status != status or missing:
            raise AssertionError("%s: %d, wanted %d; misses %s; %s" % (self.path, self.status, status, missing, text[:700]))
        return self

    def misses(self, *words):
        there = [w for w in words if w in self.text()]
        if there:
            raise AssertionError("%s has %s" % (self.path, there))
        return self

    # ---- officers ----
    def sign_in(self, login):
        self.open("/sign-in").press("登录", login=login, password=self.house.accounts[login][0], digits=self.house.code(login))
        return self.sees(200, "我的工作")

    def prove(self, login):
        """The door before grave acts, if it stands here."""
        if "请再次证明是您" in self.text():
            self.press("继续", password=self.house.accounts[login][0], digits=self.house.code(login))
        return self
