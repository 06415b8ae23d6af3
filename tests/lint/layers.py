#!/usr/bin/env python3
"""layers: floors point down. A room includes only what docs/architecture.md allows it, a library's headers are named only in the room
that owns it, and the -iquote lists of Makefile.am say the same."""
import os
import re

import lint

BASE = {"lib/base"}
MODEL = BASE | {"lib/model"}
PAPER = BASE | {"lib/paper"}
STORE = MODEL | {"lib/store"}
SERVICE = STORE | {"lib/trust", "lib/service"}
PROGRAM = SERVICE | {"lib/view", "lib/web", "lib/notify", "lib/paper", "cgi-bin/kit"}
MAY = {
    "lib/base": BASE, "lib/model": MODEL, "lib/trust": BASE | {"lib/trust"}, "lib/view": BASE | {"lib/view"},
    "lib/web": BASE | {"lib/web"}, "lib/notify": MODEL | {"lib/notify"}, "lib/paper": PAPER, "lib/store": STORE, "lib/service": SERVICE,
    "cgi-bin/kit": PROGRAM, "cgi-bin/public": PROGRAM | {"cgi-bin/public"}, "cgi-bin/staff": PROGRAM | {"cgi-bin/staff"},
    "cgi-bin/union": PROGRAM | {"cgi-bin/union"}, "cgi-bin/report": PROGRAM | {"cgi-bin/report"}, "sbin": PROGRAM | {"sbin"},
}
LISTS = {"IN_BASE": "lib/base", "IN_MODEL": "lib/model", "IN_TRUST": "lib/trust", "IN_VIEW": "lib/view", "IN_WEB": "lib/web",
         "IN_NOTIFY": "lib/notify", "IN_PAPER": "lib/paper", "IN_STORE": "lib/store", "IN_SERVICE": "lib/service", "IN_PROGRAM": "cgi-bin/kit"}
# A header of a library, and the only files that may name it.
OWNERS = (
    (r"mysql|mysqld_error|errmsg|mariadb", r"lib/store/db"),
    (r"ClearSilver|util/neo_\w+|cs/cs|util/ulist", r"lib/view/"),
    (r"sodium", r"lib/base/(secret|spell)|lib/trust/"),
    (r"curl/", r"lib/notify/"),
    (r"fcgi\w*", r"lib/web/"),
    (r"talloc", r"lib/base/mem"),
    (r"unicode/", r"lib/model/stroke|lib/base/text"),
    (r"magic|zip|seccomp", r"sbin/inspect"),
    (r"gmime", r"sbin/bounce_read"),
    (r"ini", r"lib/base/conf"),
    (r"xlsxwriter", r"lib/paper/xlsx"),
    (r"pango|cairo|fontconfig|hb", r"lib/paper/(fonts|sheet|rare_font)"),
    (r"zlib", r"lib/base/gzip|sbin/inspect_picture"),
)


def room_of(path):
    parts = path.split("/")
    return parts[0] if parts[0] == "sbin" else "/".join(parts[:2])


def check_includes(tree):
    at = {}
    for path in tree.files("lib/*.h", "cgi-bin/*.h", "sbin/*.h"):
        at.setdefault(os.path.basename(path), []).append(path)
    for name, paths in at.items():
        if len(paths) > 1:
            yield "%s:1: another header has this name: %s" % (paths[1], paths[0])
    for path in tree.files("lib/*.[ch]", "cgi-bin/*.[ch]", "sbin/*.[ch]"):
        room = room_of(path)
        for number, line in tree.lines(path):
            own = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            library = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
            if own and own.group(1) not in at:
                yield "%s:%d: no room has %s" % (path, number, own.group(1))
            elif own and room_of(at[own.group(1)][0]) not in MAY.get(room, set()):
                yield "%s:%d: %s may not know %s" % (path, number, room, at[own.group(1)][0])
            for pattern, owner in OWNERS if library else ():
                if re.match(r"(%s)(\.h|/|$)" % pattern, library.group(1).replace("/", "/", 1)) and not re.match(owner, path):
                    yield "%s:%d: <%s> belongs to %s" % (path, number, library.group(1), owner)


def make_lines(text):
    return re.sub(r"\\\n", " ", text).split("\n")


def check_lists(tree):
    said = {}
    for line in make_lines(tree.text("Makefile.am")):
        m = re.match(r"(IN_\w+)\s*=\s*(.*)", line)
        if m:
            value = m.group(2)
            rooms = set(re.findall(r"\$\(top_srcdir\)/([\w/-]+)", value))
            for other in re.findall(r"\$\((IN_\w+)\)", value):
                rooms |= said.get(other, set())
            said[m.group(1)] = rooms
    for name, room in LISTS.items():
        if said.get(name) != MAY[room]:
            yield "Makefile.am:1: %s is %s, allowed is %s" % (name, sorted(said.get(name, [])), sorted(MAY[room]))
    for path in tree.files("lib/*.am", "cgi-bin/*.am"):
        room = room_of(path)
        for number, line in enumerate(make_lines(tree.text(path)), 1):
            m = re.match(r"(lib|cgi_bin)_\w+_CPPFLAGS\s*\+?=\s*(.*)", line)
            for name in re.findall(r"\$\((IN_\w+)\)", m.group(2)) if m else ():
                if not MAY[LISTS[name]] <= MAY.get(room, set()):
                    yield "%s:%d: %s is more than %s may know" % (path, number, name, room)


def check(tree):
    yield from check_includes(tree)
    yield from check_lists(tree)


lint.run("layers", check, (
    ("lib/model/planted.c", '#include "db.h"\n', "a rule that knows the store"),
    ("lib/web/planted.c", '#include "view.h"\n', "a neighbour that knows its neighbour"),
    ("cgi-bin/public/planted.c", "#include <mysql.h>\n", "a page that talks to MariaDB"),
    ("lib/service/planted.c", "#include <sodium.h>\n", "a service with cryptography of its own"),
    ("lib/notify/module.am", "lib_notify_x_CPPFLAGS = $(AM_CPPFLAGS) $(IN_STORE)\n", "a room whose flags reach too high"),
    ("Makefile.am", "{old}\nIN_VIEW = $(IN_BASE) -iquote $(top_srcdir)/lib/web\n", "a list that names too much"),
))
