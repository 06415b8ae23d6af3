#!/usr/bin/env python3
"""sql: statements are constants in the tables of lib/store/<noun>.c, prepared, and never put together at run time."""
import re

import lint

STATEMENT = re.compile(r'"\s*(SELECT\s|INSERT\s+(IGNORE\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s|CREATE\s|DROP\s|'
                       r'ALTER\s+TABLE|GRANT\s|TRUNCATE\s|CALL\s|LOAD\s+DATA|START\s+TRANSACTION|COMMIT"|ROLLBACK")')
FORBIDDEN = ((re.compile(r"\bINSERT\b[^;]*\bRETURNING\b"), "RETURNING needs a right to read"),)
# db*.c speaks to the server itself; schema*.c runs the numbered steps of sql/.
OWN = re.compile(r"lib/store/(db\w*|schema\w*)\.c$")
TABLE = re.compile(r"static const struct db_statement (\w+)(\[\w*\])?\s*=\s*\{.*?\n?\};", re.S)


def check(tree):
    for path in tree.files("lib/*.[ch]", "cgi-bin/*.[ch]", "sbin/*.[ch]"):
        code = lint.code_only(tree.text(path), keep_strings=True)
        for pattern, why in FORBIDDEN:
            for m in pattern.finditer(code):
                yield "%s:%d: %s" % (path, code.count("\n", 0, m.start()) + 1, why)
        if OWN.match(path):
            continue
        if path.startswith("lib/store/"):  # a part that several statements share is a constant too
            code = re.sub(r"^#define \w+(?:\s|\\\n)+\"(?:[^\n]|\\\n)*$", lint.blank, code, flags=re.M)
        tables = [(m.start(), m.end()) for m in TABLE.finditer(code)] if path.startswith("lib/store/") else []
        for m in STATEMENT.finditer(code):
            if not any(a < m.start() < b for a, b in tables):
                yield "%s:%d: SQL outside a statement table of lib/store" % (path, code.count("\n", 0, m.start()) + 1)
        for a, b in tables:
            for m in re.finditer(r"\bprintf\s*\(|%[sd]\b(?![^\"]*LIKE)", code[a:b]):
                yield "%s:%d: a statement that is put together" % (path, code.count("\n", 0, a + m.start()) + 1)
        if path.startswith("lib/store/") and path.endswith(".c") and tables:
            noun = re.search(r"const struct db_table (\w+)\s*=", code)
            if not noun:
                yield "%s:1: its statements are in no table" % path
            elif "&%s," % noun.group(1) not in tree.text("lib/store/tables.c"):
                yield "%s:1: %s is not in lib/store/tables.c: no test prepares it" % (path, noun.group(1))


lint.run("sql", check, (
    ("lib/service/planted.c", 'static const char *q = "SELECT id FROM objection";\n', "SQL in a service"),
    ("cgi-bin/staff/planted.c", 'void f(void)\n{\n    run("DELETE FROM audit");\n}\n', "SQL in a page"),
    ("lib/store/planted.c", 'void f(char *b)\n{\n    snprintf(b, 9, "SELECT %s", b);\n}\n', "SQL put together in the store"),
    ("lib/store/planted.c", 'static const struct db_statement statements[] = {\n    { "x", "SELECT 1", 1 },\n};\n', "a table that no test knows"),
    ("lib/store/planted.c", 'static const struct db_statement statements[] = {\n    { "x", "INSERT INTO t (a) VALUES (?) RETURNING id", 1 },\n};\n',
     "RETURNING"),
))
