#!/usr/bin/env python3
"""size: no function over 80 lines, no source file over 400."""
import json
import os
import subprocess
import tempfile

import lint

FUNCTION, FILE = 80, 400
SOURCES = ("lib/*.[ch]", "cgi-bin/*.[ch]", "sbin/*.[ch]", "tests/*.[ch]", "tests/*.py", "tests/*.js")


def check(tree):
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for path in tree.files(*SOURCES):
            count = tree.text(path).count("\n")
            if count > FILE:
                yield "%s:%d: %d lines in one file" % (path, count, count)
            where = os.path.join(tree.top, path)
            if path in tree.planted:
                where = os.path.join(folder, os.path.basename(path))
                with open(where, "w", encoding="utf-8") as f:
                    f.write(tree.planted[path])
            names[where] = path
        got = subprocess.run(["ctags", "--output-format=json", "--languages=C,Python", "--langmap=C:.c.h", "--fields=+ne", "--kinds-C=f",
                              "--kinds-Python=fm", "-L", "-", "-f", "-"], input="\n".join(names), capture_output=True, text=True)
        if got.returncode:
            yield "tests/lint/size.py:1: ctags: %s" % got.stderr.strip()
        for line in got.stdout.splitlines():
            tag = json.loads(line)
            long = tag.get("end", tag["line"]) - tag["line"] + 1
            if long > FUNCTION:
                yield "%s:%d: %s has %d lines" % (names[tag["path"]], tag["line"], tag["name"], long)


lint.run("size", check, (
    ("lib/base/planted.c", "int f(void)\n{\n" + "    g();\n" * 80 + "    return 0;\n}\n", "a long function"),
    ("tests/support/planted.py", "def f():\n" + "    g()\n" * 90, "a long function in Python"),
    ("lib/base/planted.c", "int x;\n" * 401, "a long file"),
))
