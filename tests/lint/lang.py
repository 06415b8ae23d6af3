#!/usr/bin/env python3
"""lang: every word that a template, a fail or the code asks for is in templates/lang; zh-CN has all, en has what the public pages need;
no word is there for nobody; the words are polite and say what to do."""
import re

import lint

RUDE = re.compile(r"系统|非法|异常|请输入正确的|无效的|失败")
# Built by the code from a word of the database or a number; used as a whole.
WHOLE = ("State.", "Kind.", "Ground.", "Award.", "Role.", "Refusal.", "Result.", "Status.", "Fail.", "Event.", "Outcome.", "Actor.", "Error.title_")


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


def program_of(path):
    """Whose words a template, a source or a language file is about; None: everybody's."""
    parts = path.split("/")
    if parts[0] == "templates" and parts[1] == "lang":
        name = re.match(r"[a-z]+", parts[3]).group(0)
        return None if name in ("common", "model") else name
    if parts[0] in ("templates", "cgi-bin") and parts[1] not in ("shared", "kit"):
        return parts[1]
    return None


def language(tree, lang):
    """key -> [(program, path, line, value)], and what stands twice where one program reads both."""
    words, twice = {}, []
    for path in tree.files("templates/lang/%s/*.hdf" % lang):
        program = program_of(path)
        for key, (value, number) in read_words(tree.text(path)).items():
            for other, place, _, _ in words.get(key, ()):
                if None in (program, other) or program == other:
                    twice.append("%s:%d: %s stands in %s too" % (path, number, key, place))
            words.setdefault(key, []).append((program, path, number, value))
    return words, twice


def asked(tree):
    """(key or prefix, path, line, is prefix)"""
    for path in tree.files("templates/*.cs"):
        text = re.sub(r"<\?cs\s*#.*?\?>", lint.blank, tree.text(path), flags=re.S)
        for m in re.finditer(r"\bLang\.([A-Za-z_][\w.]*)(\[)?", text):
            yield m.group(1), path, text.count("\n", 0, m.start()) + 1, bool(m.group(2))
    for path in tree.files("cgi-bin/*.c", "lib/service/*.c", "lib/web/*.c", "lib/view/*.c", "sbin/*.c"):
        code = lint.code_only(tree.text(path), keep_strings=True)
        for m in re.finditer(r'"((?:Lang\.)?[A-Z][A-Za-z]+\.[A-Za-z_][\w.]*|[A-Z][A-Za-z]+\.)(%\w|")?', code):
            key = re.sub(r"^Lang\.", "", m.group(1))
            if key:
                yield key, path, code.count("\n", 0, m.start()) + 1, m.group(2) != '"' or key.endswith(".")


def fails(tree):
    for path in tree.files("lib/service/*.c", "lib/web/*.c", "lib/model/*.c", "cgi-bin/*.c"):
        code = lint.code_only(tree.text(path), keep_strings=True)
        for m in re.finditer(r'fail_(?:set|field)\s*\([^,;]+,\s*(FAIL_\w+),\s*(?:"[^"]*",\s*)?"([a-z_0-9]+)"', code):
            if m.group(1) not in ("FAIL_INTERNAL", "FAIL_UNAVAILABLE", "FAIL_UNCERTAIN", "FAIL_NONE"):
                yield "Fail." + m.group(2), path, code.count("\n", 0, m.start()) + 1


def fits(word, key, prefix):
    return word == key or word.startswith(key if prefix else key + ".")


def has(words, program, key, prefix):
    """Whether the program reads such a word; what is everybody's may use only what everybody reads."""
    return any(fits(word, key, prefix) for word, places in words.items() if any(p in (None, program) for p, _, _, _ in places))


def in_english(tree):
    """The templates that speak English: the public ones and the shared parts that they take in."""
    paths, seen = list(tree.files("templates/public/*.cs")), set()
    while paths:
        path = paths.pop()
        if path not in seen and path in tree.paths + list(tree.planted):
            seen.add(path)
            paths += ["templates/" + part for part in re.findall(r'include!?:\s*"(shared/[^"]+)"', tree.text(path))]
    return seen


def check_asked(tree, zh, en):
    english = in_english(tree)
    tops = {k.split(".")[0] for k in zh}
    for key, path, number, prefix in asked(tree):
        if not path.endswith(".cs") and key.split(".")[0] not in tops:
            continue
        program = program_of(path)
        if not has(zh, program, key, prefix):
            yield "%s:%d: no word %s in templates/lang/zh-CN" % (path, number, key)
        elif (path in english or path.startswith(("cgi-bin/public/", "cgi-bin/kit/"))) and not has(en, program, key, prefix):
            yield "%s:%d: no word %s in templates/lang/en" % (path, number, key)
    for key, path, number in fails(tree):
        if key not in zh:
            yield "%s:%d: no sentence %s in templates/lang/zh-CN" % (path, number, key)


def check_used(tree, zh):
    used = [(key, prefix, program_of(path)) for key, path, _, prefix in asked(tree)]
    for key, places in zh.items():
        for program, path, number, value in places:
            if RUDE.search(value):
                yield "%s:%d: %s: say what to do: %s" % (path, number, key, value)
            if not key.startswith(WHOLE) and not any(fits(key, k, prefix) and (p == program or None in (program, p))
                                                     for k, prefix, p in used):
                yield "%s:%d: nobody asks for %s" % (path, number, key)


def check(tree):
    zh, twice = language(tree, "zh-CN")
    en, en_twice = language(tree, "en")
    yield from twice
    yield from en_twice
    yield from check_asked(tree, zh, en)
    yield from check_used(tree, zh)
    for key, places in en.items():
        if not has(zh, places[0][0], key, False):
            yield "%s:%d: %s is not in zh-CN" % (places[0][1], places[0][2], key)
    for key, places in zh.items():
        if places[0][0] == "public" and key not in en:
            yield "%s:%d: %s is not in en" % (places[0][1], places[0][2], key)


lint.run("lang", check, (
    ("templates/public/planted.cs", "<?cs var:Lang.Site.planted ?>\n", "a word that is missing"),
    ("templates/lang/zh-CN/planted.hdf", "Planted {\n  word = 没人用\n}\n", "a word for nobody"),
    ("templates/lang/zh-CN/planted.hdf", "Fail {\n  planted = 系统异常\n}\n", "a rude sentence"),
    ("templates/lang/zh-CN/planted.hdf", "Site {\n  name = 又一个\n}\n", "a word that stands twice"),
    ("templates/lang/zh-CN/public_planted.hdf", "Public {\n  planted = 只有中文\n}\n", "a public word without English"),
    ("templates/union/planted.cs", "<?cs var:Lang.Public.list_title ?>\n", "a word of another program"),
    ("lib/service/planted.c", 'bool f(struct fail *f)\n{\n    return fail_set(f, FAIL_INPUT, "planted_code", "x");\n}\n', "a fail without a sentence"),
))
