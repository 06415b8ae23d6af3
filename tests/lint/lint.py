"""lint: what every script of this folder shares: the tree of the project with files planted over it, comments and strings taken
out of C, and TAP. A lint is a function check(tree) that yields "path:line: what"; each plant is a file that it must complain of."""
import fnmatch
import os
import re
import sys

ROOMS = ("lib", "cgi-bin", "sbin", "templates", "static", "sql", "nginx", "support", "man", "sample", "tests", "docs", "m4", "systemd")
SKIPPED = ("node_modules", ".deps", "__pycache__", "var")


class Tree:
    def __init__(self, top):
        self.top = top
        self.planted = {}
        self.paths = sorted(self._walk())

    def _walk(self):
        for name in os.listdir(self.top):
            if os.path.isfile(os.path.join(self.top, name)):
                yield name
        for room in ROOMS:
            for folder, folders, names in os.walk(os.path.join(self.top, room)):
                folders[:] = [f for f in folders if f not in SKIPPED]
                for name in names:
                    yield os.path.relpath(os.path.join(folder, name), self.top)

    def files(self, *patterns):
        for path in sorted(set(self.paths) | set(self.planted)):
            if any(fnmatch.fnmatch(path, p) for p in patterns):
                yield path

    def text(self, path):
        if path in self.planted:
            return self.planted[path]
        with open(os.path.join(self.top, path), encoding="utf-8", errors="replace") as f:
            return f.read()

    def lines(self, path):
        return enumerate(self.text(path).split("\n"), 1)


def blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


def code_only(text, keep_strings=False):
    """C without comments and, unless asked, without what is in strings; every line keeps its number."""
    pieces = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)

    def one(match):
        if match.group(0)[0] == "/":
            return blank(match)
        return match.group(0) if keep_strings else match.group(0)[0] + blank(match)[1:-1] + match.group(0)[-1]
    return pieces.sub(one, text)


def run(name, check, plants):
    """`plants`: (path, text, what is planted[, the file that shows it]). Text may contain {old}: the file as it stands; a pair (this,
    that) is the file as it stands with this replaced by that."""
    tree = Tree(os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
    print("1..%d" % (1 + len(plants)))
    found = sorted(set(check(tree)))
    for line in found:
        print("# " + line)
    ok = not found
    print("%s 1 - %s: the tree is clean" % ("ok" if ok else "not ok", name))
    for number, (path, text, what, *shows) in enumerate(plants, 2):
        if isinstance(text, tuple):
            assert text[0] in tree.text(path), "%s has no %r to replace" % (path, text[0])
            text = tree.text(path).replace(text[0], text[1], 1)
        tree.planted = {path: text.replace("{old}", tree.text(path) if "{old}" in text else "")}
        where = (shows[0] if shows else path) + ":"
        seen = any(line.startswith(where) and line not in found for line in check(tree))
        print("%s %d - %s: finds %s" % ("ok" if seen else "not ok", number, name, what))
        ok = ok and seen
        tree.planted = {}
    sys.exit(0 if ok else 1)
