#!/usr/bin/env python3
"""plates: every file opens with a short comment that says what this room is for."""
import re

import lint

FIRST = {
    (".c", ".h"): r"/\* .{8,}",
    (".py",): r'(""".{8,}|# .{8,})',
    (".sh",): r"# .{8,}",
    (".js",): r"(// .{8,}|/\* .{8,})",
    (".css",): r"(@charset[^\n]*\n)?/\* .{8,}",
    (".sql",): r"-- .{8,}",
    (".hdf",): r"# .{8,}",
}
SCRIPTS = ("quickstart", "check", ".ci/run", "support/*", "tests/support/*", "tests/delivery/*", "tests/faults/*", "tests/bench/*")


def check(tree):
    for path in tree.files("lib/*", "cgi-bin/*", "sbin/*", "tests/*", "sql/*", "static/*", "templates/lang/*"):
        for endings, pattern in FIRST.items():
            if not path.endswith(endings):
                continue
            text = re.sub(r"^#![^\n]*\n", "", tree.text(path))
            if not re.match(pattern, text):
                yield "%s:1: no plate at the door: what is this file for?" % path
    for path in tree.files(*SCRIPTS):
        text = tree.text(path) if "." not in path.rsplit("/", 1)[-1] else ""
        if text.startswith("#!") and not re.match(r"#![^\n]*\n(# .{8,}|\"\"\".{8,})", text):
            yield "%s:1: no plate at the door: what is this script for?" % path


lint.run("plates", check, (
    ("lib/base/planted.c", "int x;\n", "a file without a plate"),
    ("tests/support/planted.py", "#!/usr/bin/env python3\nimport os\n", "a script without a plate"),
))
