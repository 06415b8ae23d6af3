#!/usr/bin/env python3
"""lang: every word that a template, a fail or the code asks for is in templates/lang; zh-CN has all, en has what the public pages need;
no word is there for nobody; the words are polite and say what to do."""
import os
import re

import lint

RUDE = re.compile(r"系统|非法|异常|请输入正确的|无效的|失败")
# Built by the code from a word of the database or a number; used as a whole.
WHOLE = ("State.", "Kind.", "Ground.", "Award.", "Role.", "Refusal.", "Result.", "Status.", "Fail.", "Event.", "Outcome.", "Actor.")


def read_words(text):
    """The keys of one HDF file with their values and lines."""
    words, stack, many = {}, [], None
    for number, line in enumerate(text.split("\n"), 1):
        if many is not None:
            many = None if line.strip() == many else many
            continue
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        heredoc = re.match(r"([\w.]+)\s*<<\s*(\w+)$", line)
        pair = re.match(r"([\w.]+)\s*:?=\s*(.*)$", line)
        level = re.match(r"([\w.]+)\s*\{$", line)
        if heredoc:
            many = heredoc.group(2)
            words[".".join(stack + [heredoc.group(1)])] = ("…", number)
        elif level:
            stack.append(level.group(1))
        elif line == "}":
            stack.pop()
        elif pair:
            words[".".join(stack + [pair.group(1)])] = (pair.group(2), number)
    return words


def language(tree, lang):
    words, where = {}, {}
    for path in tree.files("templates/lang/%s/*.hdf" % lang):
        for key, (value, number) in read_words(tree.text(path)).items():
            if key in words:
                where.setdefault("twice", []).append("%s:%d: %s stands in two places" % (path, number, key))
            words[key] = value
            where[key] = (path, number)
    return words, where


def asked(tree):
    """key or prefix -> (path, line, is prefix, is public)"""
    for path in tree.files("templates/*.cs"):
        public = path.startswith("templates/public/")
        for m in re.finditer(r"\bLang\.([A-Za-z_][\w.]*)(\[)?", tree.text(path)):
            number = tree.text(path).count("\n", 0, m.start()) + 1
            yield m.group(1), path, number, bool(m.group(2)), public
    for path in tree.files("cgi-bin/*.c", "lib/service/*.c", "lib/web/*.c", "lib/view/*.c", "sbin/*.c"):
        code = lint.code_only(tree.text(path), keep_strings=True)
        public = path.startswith(("cgi-bin/public/", "cgi-bin/kit/"))
        for m in re.finditer(r'"((?:Lang\.)?[A-Z][a-z]+\.[a-z_][\w.]*|[A-Z][a-z]+\.)(%\w|")?', code):
            key = re.sub(r"^Lang\.", "", m.group(1))
            number = code.count("\n", 0, m.start()) + 1
            yield key, path, number, m.group(2) != '"' or key.endswith("."), public


def fails(tree):
    for path in tree.files("lib/service/*.c", "lib/web/*.c", "lib/model/*.c", "cgi-bin/*.c"):
        code = lint.code_only(tree.text(path), keep_strings=True)
        for m in re.finditer(r'fail_(?:set|field)\s*\([^,;]+,\s*(FAIL_\w+),\s*(?:"[^"]*",\s*)?"([a-z_0-9]+)"', code):
            if m.group(1) not in ("FAIL_INTERNAL", "FAIL_UNAVAILABLE", "FAIL_UNCERTAIN", "FAIL_NONE"):
                yield "Fail." + m.group(2), path, code.count("\n", 0, m.start()) + 1


def has(words, key, prefix):
    if key in words:
        return True
    return any(w.startswith(key if prefix and key.endswith((".", "_")) else key + ".") for w in words) or \
        (prefix and any(w.startswith(key) for w in words))


def check(tree):
    zh, where = language(tree, "zh-CN")
    en, en_where = language(tree, "en")
    yield from where.pop("twice", [])
    yield from en_where.pop("twice", [])
    tops = {k.split(".")[0] for k in zh}
    used = []
    for key, path, number, prefix, public in asked(tree):
        is_word = path.endswith(".cs") or key.split(".")[0] in tops
        if not is_word:
            continue
        used.append((key, prefix))
        if not has(zh, key, prefix):
            yield "%s:%d: no word %s in templates/lang/zh-CN" % (path, number, key)
        elif public and en and not has(en, key, prefix):
            yield "%s:%d: no word %s in templates/lang/en" % (path, number, key)
    for key, path, number in fails(tree):
        if key not in zh:
            yield "%s:%d: no sentence %s in templates/lang/zh-CN" % (path, number, key)
    exact = {k for k, _ in used}
    starts = tuple({k for k, prefix in used if prefix} | {k + "." for k in exact} | set(WHOLE))
    parts = set(os.environ.get("GS_LINT_WORDS", "").split())
    for key, value in zh.items():
        path, number = where[key]
        if RUDE.search(value):
            yield "%s:%d: %s: say what to do: %s" % (path, number, key, value)
        if key not in exact and not key.startswith(starts) and key not in parts:
            yield "%s:%d: nobody asks for %s" % (path, number, key)
    for key in en:
        if key not in zh:
            yield "%s:%d: %s is not in zh-CN" % (en_where[key][0], en_where[key][1], key)


lint.run("lang", check, (
    ("templates/public/planted.cs", "<?cs var:Lang.Site.planted ?>\n", "a word that is missing"),
    ("templates/lang/zh-CN/planted.hdf", "Planted {\n  word = 没人用\n}\n", "a word for nobody"),
    ("templates/lang/zh-CN/planted.hdf", "Fail {\n  planted = 系统异常\n}\n", "a rude sentence"),
    ("templates/lang/zh-CN/planted.hdf", "Site {\n  name = 又一个\n}\n", "a word that stands twice"),
    ("lib/service/planted.c", 'bool f(struct fail *f)\n{\n    return fail_set(f, FAIL_INPUT, "planted_code", "x");\n}\n', "a fail without a sentence"),
))
