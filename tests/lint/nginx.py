#!/usr/bin/env python3
"""nginx: what nginx/ must never lose: bodies on the capped tmpfs alone; no file, no copy, no log where an objection, a case or a union's
answer passes; a cache key that holds all that a program is told; the headers of every answer; and locations that say of each path what
the programs' route tables say of it."""
import re

import lint

FACES = ("", "/en", "/large", "/en/large")
TOLD = {"$gs_cached_method", "$gs_path", "$gs_query", "$gs_gzip", "$content_length", "$remote_addr"}
NOT_LOGGED = re.compile(r"\$(remote_|realip_|binary_remote|request\b|request_uri|args|arg_|query_string|http_|cookie_|uri\b|document_uri)")
SIZES = {"k": 1024, "m": 1024 * 1024}
BODY = {"WEB_BODY_SMALL": 64 * 1024, "WEB_BODY_JSON": 256 * 1024, "WEB_BODY_TEXT": 512 * 1024}


class Node:
    """One directive: its words, the directives in its braces, and where it stands."""

    def __init__(self, words, path, number):
        self.words, self.path, self.number, self.inside, self.parent = words, path, number, [], None

    def at(self):
        return "%s:%d: " % (self.path, self.number)

    def own(self, name):
        return [n for n in self.inside if n.words[0] == name]

    def found(self, name):
        """What holds here: the directives of the innermost level that has any."""
        node = self
        while node is not None:
            if node.own(name):
                return node.own(name)
            node = node.parent
        return []

    def value(self, name):
        said = self.found(name)
        return " ".join(said[-1].words[1:]) if said else None

    def walk(self):
        yield self
        for n in self.inside:
            yield from n.walk()


def read(tree, path, parent, paths):
    paths.add(path)
    words, number, here = [], 1, parent
    pieces = re.compile(r'(\s+)|#[^\n]*|"((?:\\.|[^"\\])*)"|\'((?:\\.|[^\'\\])*)\'|([{};])|((?:\\.|\$\{\w+\}|[^\s{};"\'#])+)')
    for m in pieces.finditer(tree.text(path)):
        blank, double, single, mark, word = m.groups()
        if double is not None or single is not None or word:
            words.append(next(x for x in (double, single, word) if x is not None))
        elif mark == "}":
            here = here.parent
        elif mark and words:
            node = Node(words, path, number)
            words, node.parent = [], here
            if node.words[0] == "include":
                for name in ("nginx/" + node.words[1] + ".in", "nginx/" + node.words[1]):
                    if name in tree.paths or name in tree.planted:
                        read(tree, name, here, paths)
            else:
                here.inside.append(node)
                here = node if mark == "{" else here
        number += m.group(0).count("\n")


def routes(tree, program):
    """(method, path, limit, cache) of a program's rows; macros over ROUTE are filled in."""
    text = re.sub(r"\\\n", " ", lint.code_only(tree.text("cgi-bin/%s/routes.c" % program), keep_strings=True))
    macros = {"ROUTE": None}
    for m in re.finditer(r"#\s*define\s+(\w+)\(([^)]*)\)\s*([^\n]*ROUTE\([^\n]*)", text):
        macros[m.group(1)] = ([p.strip() for p in m.group(2).split(",")], m.group(3))
    table = re.sub(r"#\s*define[^\n]*", "", text)
    for m in re.finditer(r"\b(%s)\(((?:[^()\"]|\"[^\"]*\")*)\)" % "|".join(macros), table):
        cells = [c.strip() for c in m.group(2).split(",")]
        if macros[m.group(1)]:
            names, body = macros[m.group(1)]
            for name, cell in zip(names, cells):
                body = re.sub(r"\b%s\b" % name, lambda _, c=cell: c, body)
            cells = [c.strip() for c in re.search(r"ROUTE\((.*)\)", body).group(1).split(",")]
        if cells[1].startswith('"'):
            yield cells[0], cells[1].strip('"'), cells[2], cells[7]


def location_of(server, path):
    """As nginx chooses: exact, then ^~, then the first expression, then the longest beginning."""
    best = None
    for n in server.own("location"):
        kind, what = (n.words[1], n.words[2]) if n.words[1] in ("=", "~", "~*", "^~") else ("", n.words[1])
        if kind == "=" and what == path:
            return n
        if kind in ("", "^~") and path.startswith(what) and (best is None or len(what) > len(best[1])):
            best = (n, what, kind)
    if best is None or best[2] != "^~":
        for n in server.own("location"):
            if n.words[1] == "~" and re.search(re.sub(r"\(\?<", "(?P<", n.words[2]), path):
                return n
    return best[0] if best else None


def size(text):
    if text is None or text.startswith("@upload"):
        return 1 << 40 if text else 0
    return int(text[:-1]) * SIZES[text[-1]] if text[-1] in SIZES else int(text)


def check_program(n):
    """A location that passes requests to a program."""
    if n.value("fastcgi_max_temp_file_size") != "0":
        yield n.at() + "an answer may be written to a file"
    if n.value("fastcgi_keep_conn") == "on":
        yield n.at() + "a kept connection starves other clients"
    for name in ("fastcgi_request_buffering", "fastcgi_buffering"):
        if n.value(name) == "off":
            yield n.at() + name + " is off"
    # The one cookie that no program writes is what a reader chose, of three words (nginx.conf.in).
    if n.value("fastcgi_intercept_errors") == "on" or [h for h in n.found("add_header") if h.words[1:] != ["Set-Cookie", "$gs_remember"]]:
        yield n.at() + "the program writes its headers and errors itself"
    told = {p.words[1]: p.words[2] for p in n.found("fastcgi_param")}
    if told.get("HTTP_PROXY") != "":
        yield n.at() + "HTTP_PROXY is not emptied"
    if told.get("GS_ADDR") != "$remote_addr":
        yield n.at() + "GS_ADDR is not the address of the connection"
    for name in told:
        if name.startswith(("PATH_INFO", "SCRIPT_", "HTTP_HOST", "DOCUMENT_")):
            yield n.at() + name + " is told to a program"
    if not n.found("limit_req"):
        yield n.at() + "reading is not limited"


def check_cached(n, http):
    key = n.value("fastcgi_cache_key") or ""
    told = {p.words[1]: p.words[2] for p in n.found("fastcgi_param")}
    if not set(re.findall(r"\$\w+", " ".join(told.values()))) <= TOLD:
        yield n.at() + "more is told than the key may hold"
    for variable in TOLD - {"$content_length", "$remote_addr"}:
        if variable in " ".join(told.values()) and variable not in key:
            yield n.at() + "the key lacks " + variable
    if "$gs_minute" not in key:
        yield n.at() + "an old copy may be shown for longer than its minute"
    if not set(re.findall(r"\$\w+", key)) - {"$gs_minute"} <= TOLD:
        yield n.at() + "the key holds what the program is not told"
    if n.value("fastcgi_pass_request_headers") != "off":
        yield n.at() + "headers of one reader shape the page of another"
    if sorted((n.value("fastcgi_cache_use_stale") or "").split()) != ["error", "http_503", "timeout"]:
        yield n.at() + "use_stale: error timeout http_503 and nothing else (updating shows withdrawn lists)"
    if n.value("fastcgi_cache_background_update") == "on" or n.found("fastcgi_cache_valid"):
        yield n.at() + "the program alone says how long a page is kept"
    if n.value("fastcgi_cache_lock") != "on":
        yield n.at() + "a crowd is not held back by a lock"
    if "Set-Cookie" in (n.value("fastcgi_ignore_headers") or ""):
        yield n.at() + "an answer with a cookie may be kept"


def check_sealed(n):
    if n.value("fastcgi_cache") != "off":
        yield n.at() + "a sealed page is cached"
    if n.value("access_log") != "off":
        yield n.at() + "a sealed page has an access log"
    if n.value("error_log") != "/dev/null emerg":
        yield n.at() + "a sealed page has an error log: it prints address and query"


def check_routes(tree, servers):
    for program, faces in (("public", FACES), ("staff", ("",)), ("union", ("",)), ("report", ("",))):
        server = servers.get(program)
        if server is None:
            yield "nginx/nginx.conf.in:1: no server for " + program
            continue
        for method, path, limit, cache in routes(tree, program):
            for face in faces:
                sample = (face + re.sub(r"\{\w+\}", "x-1", path)) if path != "/" or not face else face
                n = location_of(server, sample)
                if n is None or not n.own("fastcgi_pass"):
                    yield server.at() + "%s: %s reaches no program" % (program, sample)
                    continue
                cached = n.value("fastcgi_cache") == "public"
                if method == "WEB_GET" and cached != (cache == "WEB_CACHE_PUBLIC"):
                    yield n.at() + "%s is %s, its route says %s" % (sample, "cached" if cached else "not cached", cache)
                if method == "WEB_POST" and not cached and not big_enough(n, limit):
                    yield n.at() + "%s takes less than its route (%s)" % (sample, limit)
                if method == "WEB_POST" and limit != "WEB_BODY_FILE" and size(n.value("client_max_body_size")) > 4 << 20:
                    yield n.at() + "%s takes far more than its route (%s)" % (sample, limit)


def big_enough(n, limit):
    most = size(n.value("client_max_body_size"))
    return most >= BODY[limit] if limit in BODY else most > 1024 * 1024


def own_headers(tree):
    """The headers of every answer, as the programs write them."""
    body = re.search(r"static void common\(.*?\n\}", tree.text("lib/web/headers.c"), re.S).group(0)
    text = "".join(re.findall(r'"((?:\\.|[^"\\])*)"', body)).replace("\\r\\n", "\n")
    return {line.split(": ")[0]: line.split(": ")[1] for line in text.split("\n") if ": " in line and "Strict-Transport" not in line}


def check_headers(tree, n):
    said = {h.words[1]: h.words[2] for h in n.own("add_header") if h.words[-1] == "always"}
    for name, value in own_headers(tree).items():
        if said.get(name) != value:
            yield n.at() + "%s is not what the programs say" % name
    if "Cache-Control" not in said:
        yield n.at() + "no Cache-Control"


def check(tree):
    top, paths = Node(["nginx"], "nginx/nginx.conf.in", 1), set()
    read(tree, "nginx/nginx.conf.in", top, paths)
    for path in tree.files("nginx/*.conf", "nginx/*.conf.in"):
        if path not in paths:
            yield path + ":1: nobody includes this file"
    http = top.own("http")[0]
    servers = {n.value("server_name").strip("@"): n for n in http.own("server")}
    if http.value("client_body_temp_path") != "@body@/text":
        yield http.at() + "bodies are not kept on the tmpfs"
    if http.value("server_tokens") != "off":
        yield http.at() + "the version is told"
    for n in http.own("log_format"):
        if NOT_LOGGED.search(" ".join(n.words[2:])):
            yield n.at() + "the log tells who reads or what he looks for"
    defaults = [n for n in http.own("server") if "default_server" in (n.value("listen") or "")]
    if len(defaults) != 1 or [r.words[1] for n in defaults[0].walk() for r in n.own("return")] != ["444"]:
        yield http.at() + "an unknown host gets an answer"
    for n in top.walk():
        if n.words[0] in ("fastcgi_pass_header", "proxy_pass", "client_body_in_file_only", "fastcgi_store"):
            yield n.at() + n.words[0] + " has no business here"
        if n.words[0] == "return" and re.search(r"\$(uri|document_uri|host|http_host)\b", " ".join(n.words)):
            yield n.at() + "a decoded path or a sent host in an answer"
        if n.words[0] == "error_log" and n.parent.words[0] == "location" and n.words[1:] != ["/dev/null", "emerg"]:
            yield n.at() + "a location with its own error_log"
        if n.words[0] == "client_body_temp_path" and not re.fullmatch(r"@body@/[a-z]+", " ".join(n.words[1:])):
            yield n.at() + "bodies are not kept on the tmpfs"
        if n.words[0] == "location" and n.own("fastcgi_pass"):
            yield from check_program(n)
            yield from check_cached(n, http) if n.value("fastcgi_cache") == "public" else check_sealed(n)
        if n.words[0] == "location" and n.own("add_header") and not n.own("fastcgi_pass"):
            yield from check_headers(tree, n)
        if n.words[0] == "location" and "internal" in [d.words[0] for d in n.inside]:
            yield from (line for line in check_sealed(n) if "cached" not in line)
        if n.words[0] in ("http", "server") and n.own("add_header"):
            yield n.at() + "add_header belongs to a location: it is dropped where another stands"
    yield from check_routes(tree, servers)


SEALED, CACHED = "nginx/sealed.conf", "nginx/cached.conf.in"
PUBLIC, UNION = "nginx/public.conf.in", "nginx/union.conf.in"


lint.run("nginx", check, (
    (SEALED, ("access_log off;", ""), "an access log on sealed pages", PUBLIC),
    (SEALED, ("error_log /dev/null emerg;", ""), "an error log on sealed pages", PUBLIC),
    (SEALED, ("fastcgi_cache off;", "fastcgi_cache public;"), "sealed pages in the cache", PUBLIC),
    ("nginx/program.conf", ("fastcgi_max_temp_file_size 0;", ""), "answers in files", PUBLIC),
    ("nginx/program.conf", ("fastcgi_keep_conn off;", "fastcgi_keep_conn on;"), "kept connections", PUBLIC),
    ("nginx/program.conf", ('fastcgi_param HTTP_PROXY "";', ""), "the Proxy header", PUBLIC),
    ("nginx/program.conf", ("GS_ADDR $remote_addr", "GS_ADDR $http_x_forwarded_for"), "an address from a header", PUBLIC),
    (CACHED, ("http_503;", "http_503 updating;"), "stale pages while updating", PUBLIC),
    (PUBLIC, ("Set-Cookie $gs_remember", "Set-Cookie $http_cookie"), "a cookie of another's making"),
    (CACHED, ("$gs_minute ", ""), "copies older than a minute", PUBLIC),
    (CACHED, ("fastcgi_pass_request_headers off;", ""), "headers in cached pages", PUBLIC),
    (CACHED, ("$gs_path?$gs_query $gs_gzip", "$gs_path"), "a key that lacks what is told", PUBLIC),
    (CACHED, ("fastcgi_param QUERY_STRING $gs_query;", "fastcgi_param QUERY_STRING $query_string;"), "a query beside the key", PUBLIC),
    (CACHED, ("fastcgi_cache_lock on;", ""), "no lock", PUBLIC),
    (PUBLIC, ("/version/[^/]+(/changes)?|", ""), "a page that is not cached as its route says"),
    (PUBLIC, ("client_max_body_size 512k;", "fastcgi_cache public; client_max_body_size 512k;"), "a sealed location with a cache of its own"),
    (UNION, ("client_max_body_size @upload@;", "client_max_body_size 512k;"), "uploads refused"),
    (UNION, ("client_max_body_size 512k;", "client_max_body_size 100m;"), "a flood of large bodies"),
    ("nginx/headers.conf.in", ("X-Frame-Options DENY", "X-Frame-Options SAMEORIGIN"), "other headers than the programs'",
     "nginx/static.conf.in"),
    ("nginx/nginx.conf.in", ("$gs_path $status", "$request $status"), "queries in the log"),
    ("nginx/nginx.conf.in", ("client_body_temp_path @body@/text;", ""), "bodies on the disk"),
    ("nginx/public.conf.in", ("client_body_temp_path @body@/public;", "client_body_temp_path @cache@/public;"), "files on the disk"),
    ("nginx/nginx.conf.in", ("return 444;", "return 404;"), "an answer to an unknown host"),
    ("nginx/nginx.conf.in", ("@origin@$request_uri", "http://$host$uri"), "a redirect by the Host header"),
))
