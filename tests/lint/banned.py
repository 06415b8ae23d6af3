#!/usr/bin/env python3
"""banned: calls that C offers and this house does not use, each with the reason."""
import re

import lint

EVERYWHERE = {
    "strcpy": "no length", "strcat": "no length", "stpcpy": "no length", "sprintf": "no length", "vsprintf": "no length",
    "gets": "no length", "strtok": "hidden state", "atoi": "no error", "atol": "no error", "atoll": "no error", "atof": "no error",
    "strtol": "use scan", "strtoll": "use scan", "strtoul": "use scan", "strtoull": "use scan", "sscanf": "use scan", "alloca": "stack",
    "system": "a shell", "popen": "a shell", "tmpnam": "a race", "mktemp": "a race", "rand": "use secret_random", "random": "use secret_random",
    "localtime": "one clock", "gmtime": "one clock", "time": "time comes from the database", "setlocale": "process-wide",
}
MEMORY = {"malloc", "calloc", "realloc", "reallocarray", "free", "strdup", "strndup", "asprintf", "vasprintf"}
STDOUT = {"printf", "puts", "putchar", "vprintf"}
WORDS = (
    (r"\bHTTP_HOST\b", "the origin is a setting"),
    (r"\bHTTP_X_FORWARDED_FOR\b", "GS_ADDR alone is trusted"),
    (r"\bMYSQL_OPT_RECONNECT\b(?!\s*,\s*&no\b)", "a transaction would be lost in silence"),
)
# What a library hands out or takes over is given back in its own way.
ALLOWED = {
    ("lib/view/view.c", "strdup"): "ClearSilver frees a template's text",
    ("lib/view/view.c", "free"): "scandir's names",
    ("lib/view/view.c", "strtoll"): "the name of a child that view itself numbered",
}
# C does not say which argument is worked out first: what a call fills must not be read beside that call.
BESIDE = re.compile(r"\w+\(\w+\((?:(?!&&|\|\|)[^;{}])*?&(\w+)(?:(?!&&|\|\|)[^;{}])*?\), (?:[^;{}()&|]*, )?\1\b")
NOTES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def calls(code):
    for m in re.finditer(r"(?<![\w.>])([a-z_]+)\s*\(", code):
        yield m.group(1), code.count("\n", 0, m.start()) + 1


def check(tree):
    for path in tree.files("lib/*.[ch]", "cgi-bin/*.[ch]", "sbin/*.[ch]"):
        text = tree.text(path)
        code = lint.code_only(text)
        for name, number in calls(code):
            if (path, name) in ALLOWED:
                continue
            if name in EVERYWHERE:
                yield "%s:%d: %s (%s)" % (path, number, name, EVERYWHERE[name])
            if name in MEMORY and not path.startswith("lib/base/mem"):
                yield "%s:%d: %s (every allocation goes through mem)" % (path, number, name)
            if name in STDOUT and not path.startswith("sbin/"):
                yield "%s:%d: %s (a CGI program's stdout is the answer)" % (path, number, name)
            if name == "memcmp" and path.startswith("lib/trust/"):
                yield "%s:%d: memcmp (secrets are compared in constant time)" % (path, number)
        for m in BESIDE.finditer(code):
            yield "%s:%d: %s is filled by one argument and read by another" % (path, code.count("\n", 0, m.start()) + 1, m.group(1))
        for number, line in enumerate(lint.code_only(text, keep_strings=True).split("\n"), 1):
            for pattern, why in WORDS:
                if re.search(pattern, line):
                    yield "%s:%d: %s" % (path, number, why)
        for number, line in tree.lines(path):
            if NOTES.search(line):
                yield "%s:%d: a note to oneself; do it or open an issue" % (path, number)


lint.run("banned", check, (
    ("lib/base/planted.c", "void f(char *a, const char *b)\n{\n    strcpy(a, b);\n}\n", "strcpy"),
    ("cgi-bin/public/planted.c", 'void f(void)\n{\n    printf("x");\n}\n', "printf in a CGI program"),
    ("lib/model/planted.c", "void f(void)\n{\n    free (0);\n}\n", "free outside mem"),
    ("lib/store/planted.c", "int f(const char *a)\n{\n    return atoi(a);\n}\n", "atoi"),
    ("lib/web/planted.c", 'const char *f(void)\n{\n    return header("HTTP_HOST");\n}\n', "the Host header"),
    ("lib/trust/planted.c", "int f(const void *a, const void *b)\n{\n    return memcmp(a, b, 32);\n}\n", "memcmp of secrets"),
    ("lib/store/planted.c", "bool f(void)\n{\n    return once(run(db, &n, f), n, f);\n}\n", "an argument filled beside the one that reads it"),
    ("sbin/planted.c", 'int f(void)\n{\n    return system("ls");\n}\n', "a shell"),
    ("sbin/planted2.c", "/* TO" + "DO later */\n", "a note to oneself"),
))
