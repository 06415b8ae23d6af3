#!/usr/bin/env python3
"""templates: the tags that print unescaped are refused, and what makes ClearSilver end the program; addresses are built in C and end in _url; no script or style in a page; what
people read stands in templates/lang. (Mail and SMS are texts, not HTML: their words stand in their own templates.)"""
import re

import lint

RAW = re.compile(r"<\?cs\s*(uvar|alt|name|lvar|evar|linclude|escape|contenttype)\b", re.I)
INCLUDE = re.compile(r'<\?cs\s*include!?\s*:\s*(.*?)\s*\?>')
ADDRESS = re.compile(r'\b(href|src|action|formaction|poster|data|srcset)\s*=\s*("[^"]*"|\'[^\']*\'|[^\s>]+)', re.I)
VAR = re.compile(r"<\?cs\s*var\s*:\s*(.*?)\s*\?>")
URL = re.compile(r"^([A-Za-z_][\w.]*_url|[A-Za-z_][\w.]*\.url|url|Asset\.\w+|Origin\.\w+)$")
CS = re.compile(r"<\?cs\s*(.*?)\s*\?>", re.I | re.S)
STRING = re.compile(r'"[^"]*"|\'[^\']*\'')
FUNCTION = re.compile(r"([A-Za-z_][\w.]*)\s*\(")
FUNCTIONS = {"subcount", "len", "name", "first", "last"}  # the others cut bytes, read beyond their text, or print unescaped
LOCAL = re.compile(r"(?:each|with|loop)!?\s*:\s*(\w+)\s*=|def!?\s*:\s*\w+\s*\(([^)]*)\)", re.I)
HANZI = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
TAG = re.compile(r"<[a-zA-Z][^<>]*>")


def without_cs(text):
    """Markup with each ClearSilver tag replaced by a word of the same length, so that quotes and > in it do not count."""
    return re.sub(r"<\?cs.*?\?>", lambda m: re.sub(r"[^\n]", "\x01", m.group(0)), text, flags=re.S)


def check_tags(path, text):
    """Functions, and the uses of macros and locals that a value could turn into a crash."""
    def at(m):
        return "%s:%d: " % (path, text.count("\n", 0, m.start()) + 1)
    inside, given = [], set()
    for m in CS.finditer(text):
        for one, many in LOCAL.findall(m.group(1)):
            given |= {one} | {name.strip() for name in many.split(",")}
    for m in CS.finditer(text):
        tag = STRING.sub("", m.group(1))
        if tag.startswith("#"):
            continue
        macro = re.match(r"(def|call)!?\s*:\s*(\w+)\s*\(", tag, re.I)
        if macro and len(macro.group(2)) > 64:
            yield at(m) + "a macro's name of more than 64 characters"
        if macro and macro.group(1).lower() == "call" and macro.group(2) in inside:
            yield at(m) + "the macro %s calls itself" % macro.group(2)
        if macro and macro.group(1).lower() == "def":
            inside.append(macro.group(2))
        elif re.match(r"/\s*def", tag, re.I) and inside:
            inside.pop()
        for name in FUNCTION.findall(tag[macro.end():] if macro else tag):
            if name not in FUNCTIONS:
                yield at(m) + "the function %s" % name
        target = re.match(r"set!?\s*:\s*(\w+)", tag, re.I)
        if target and target.group(1) in given:
            yield at(m) + "%s is the name of a row or an argument: set does not bear that" % target.group(1)


def check_page(path, text):
    def at(m):
        return "%s:%d: " % (path, text.count("\n", 0, m.start()) + 1)
    plain = re.sub(r"<\?cs\s*#.*?\?>", lint.blank, text, flags=re.S)
    markup = without_cs(plain)
    for m in ADDRESS.finditer(re.sub(r"<\?cs.*?\?>", lambda c: c.group(0).replace('"', "'").replace(" ", "\x02"), plain, flags=re.S)):
        value = m.group(2).replace("\x02", " ")
        for var in VAR.finditer(value):
            where = value[:var.start()].strip("\"'")
            if not URL.match(var.group(1)) and "#" not in where:
                yield at(m) + "%s is built from %s: build addresses in C" % (m.group(1), var.group(1))
        if re.match(r"[\"']?\s*(javascript|data|vbscript):", value, re.I):
            yield at(m) + "an address that is a script"
    for m in TAG.finditer(markup):
        for unquoted in re.finditer(r"=\s*\x01", m.group(0)):
            yield at(m) + "a value without quotes"
        if re.search(r"\s(style|srcdoc|on[a-z]+)\s*=", m.group(0), re.I):
            yield at(m) + "a style or script in an attribute"
        if re.search(r"http-equiv", m.group(0), re.I):
            yield at(m) + "a header in the page"
    for m in re.finditer(r"<style\b", markup, re.I):
        yield at(m) + "a style in the page"
    for m in re.finditer(r"<script\b([^>]*)>(.*?)</script>", markup, re.I | re.S):
        if "src=" not in m.group(1) or m.group(2).strip():
            yield at(m) + "a script in the page"
    if path.startswith(("templates/sms/", "templates/mail/", "templates/answer/")):
        return
    for m in HANZI.finditer(plain):
        yield at(m) + "words belong into templates/lang"
        break


def check(tree):
    for path in tree.files("templates/*.cs"):
        text = tree.text(path)
        for m in RAW.finditer(text):
            yield "%s:%d: the tag %s" % (path, text.count("\n", 0, m.start()) + 1, m.group(1))
        for m in INCLUDE.finditer(text):
            if not re.match(r'^"[a-z_/.]+\.cs"$', m.group(1)) or ".." in m.group(1):
                yield "%s:%d: include takes a constant name" % (path, text.count("\n", 0, m.start()) + 1)
        yield from check_tags(path, text)
        yield from check_page(path, text)
    for path in tree.files("nginx/error/*.html", "nginx/error/*/*.html"):
        for line in check_page(path, tree.text(path)):
            if "templates/lang" not in line:
                yield line


PAGE = "templates/public/planted.cs"
lint.run("templates", check, (
    (PAGE, "<?cs uvar:Title ?>\n", "uvar"),
    (PAGE, '<?cs escape:"none" ?><?cs var:Title ?><?cs /escape ?>\n', "an escape block"),
    (PAGE, "<?cs alt:Title ?>x<?cs /alt ?>\n", "alt"),
    (PAGE, "<?cs name:Title ?>\n", "name"),
    (PAGE, "<?CS LVAR:Title ?>\n", "lvar in capitals"),
    (PAGE, "<?cs evar:Title ?>\n", "evar"),
    (PAGE, "<?cs linclude:Title ?>\n", "linclude"),
    (PAGE, "<?cs include:Page.part ?>\n", "a file name from data"),
    (PAGE, '<a href="<?cs var:Person.home ?>">x</a>\n', "an address from data"),
    (PAGE, '<a href="/notice/<?cs var:Notice.slug ?>">x</a>\n', "an address put together in a template"),
    (PAGE, "<p class=<?cs var:Kind ?>>x</p>\n", "a value without quotes"),
    (PAGE, '<p style="color:red">x</p>\n', "a style in an attribute"),
    (PAGE, '<p onclick="x()">x</p>\n', "a script in an attribute"),
    (PAGE, "<script>x()</script>\n", "a script in the page"),
    (PAGE, "<style>p{}</style>\n", "a style in the page"),
    (PAGE, '<a href="javascript:x()">x</a>\n', "an address that is a script"),
    (PAGE, "<p>公示</p>\n", "words in a template"),
    (PAGE, '<iframe srcdoc="<?cs var:Title ?>"></iframe>\n', "a page in an attribute"),
    (PAGE, '<meta http-equiv="refresh" content="<?cs var:Title ?>">\n', "a header in a page"),
    (PAGE, '<?cs var:html_escape(Title) + Text ?>\n', "a function that ends escaping"),
    (PAGE, '<?cs if:len(Title) ?><?cs var:string.slice(Title, #0, #4) ?><?cs /if ?>\n', "a function that cuts bytes"),
    (PAGE, '<?cs call:cell(url_escape(Title)) ?>\n', "a function among the arguments of a macro"),
    (PAGE, "<?cs each:row = Rows ?><?cs set:row.x = None ?><?cs /each ?>\n", "a row that is set"),
    (PAGE, "<?cs def:cell(a, b) ?><?cs set:b = None ?><?cs /def ?>\n", "an argument that is set"),
    (PAGE, "<?cs def:cell(a) ?><?cs call:cell(a) ?><?cs /def ?>\n", "a macro that calls itself"),
    (PAGE, "<?cs def:" + "a" * 300 + "(x) ?><?cs /def ?>\n", "a macro's name that is too long"),
))
