#!/usr/bin/env python3
"""headers: every header compiles alone, with the include paths of its own room and no warning."""
import os
import shlex
import subprocess
import tempfile

import lint

MODULES = "talloc libsodium inih fcgi libmariadb libcurl icu-i18n jansson pangocairo cmocka".split()
ROOMS = {
    "lib/base": "base", "lib/model": "base model", "lib/trust": "base trust", "lib/view": "base view", "lib/web": "base web",
    "lib/notify": "base model notify", "lib/paper": "base paper", "lib/store": "base model store", "lib/service": "base model store trust service",
}


def flags_for(top, path):
    room = os.path.dirname(path)
    names = ROOMS.get(room)
    folders = ["lib/" + n for n in names.split()] if names else \
        ["lib/" + n for n in "base model store trust service view web notify paper".split()] + ["cgi-bin/kit", room]
    return [f for folder in folders for f in ("-iquote", os.path.join(top, folder))]


def check(tree):
    packages = []
    for name in MODULES:
        got = subprocess.run(["pkg-config", "--cflags", name], capture_output=True, text=True)
        packages += got.stdout.split()
    compiler = shlex.split(os.environ.get("CC") or "cc")
    base = ["-std=gnu11", "-D_GNU_SOURCE", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-isystem", "/usr/include/ClearSilver", "-x", "c"]
    with tempfile.TemporaryDirectory() as folder:
        # A planted header cannot break another one: it is looked at alone.
        for path in sorted(tree.planted) or tree.files("lib/*.h", "cgi-bin/*.h", "sbin/*.h"):
            where = os.path.join(tree.top, path)
            if path in tree.planted:
                where = os.path.join(folder, os.path.basename(path))
                with open(where, "w", encoding="utf-8") as f:
                    f.write(tree.planted[path])
            unit = os.path.join(folder, "alone.c")
            with open(unit, "w", encoding="utf-8") as f:
                f.write('#include "%s"\n#include "%s"\nint alone;\n' % (where, where))
            got = subprocess.run(compiler + base + packages + flags_for(tree.top, path) + [unit], capture_output=True, text=True)
            if got.returncode:
                yield "%s:1: does not compile alone: %s" % (path, got.stderr.strip().split("\n")[0])


lint.run("headers", check, (
    ("lib/base/planted.h", "#ifndef P\n#define P\nvoid f(uint32_t x);\n#endif\n", "a header that needs another one first"),
    ("lib/base/planted2.h", "struct twice { int x; };\n", "a header that cannot be read twice"),
))
