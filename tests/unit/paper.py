#!/usr/bin/env python3
"""paper: printed papers are A4 with the margins and the grid of GB/T 9704, can be searched and copied whatever the names, carry their fonts,
say in which language they are and when they were made, are the same bytes each time, and no character is printed as a box unknown."""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

BUILD = os.environ.get("top_builddir", ".")
DATA = os.path.join(os.environ.get("top_srcdir", "."), "tests/unit/data")
SAMPLE = os.path.join(BUILD, "tests/unit/paper_sample")
RARE = ("李䶮", "王𬭎", "赵𠮷示", "⿰钅㬎", "钱𫟹", "孙𰻝", "吴㛃")
LEFT, TOP, WIDTH, PITCH = 28 * 72 / 25.4, 37 * 72 / 25.4, 156 * 72 / 25.4, 15.75 * 15 / 8
count = 0


def say(good, promise, more=""):
    global count
    count += 1
    print("%s %d - %s" % ("ok" if good else "not ok", count, promise))
    if not good and more:
        print("\n".join("# " + line for line in str(more)[:3000].splitlines()))


def make(*words):
    return subprocess.run([SAMPLE, *words], stdout=subprocess.PIPE, check=True).stdout


def ask(pdf, *command):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        done = subprocess.run([w if w != "PDF" else file.name for w in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def text(pdf):
    return ask(pdf, "pdftotext", "PDF", "-")[1]


def same_as_kept(name, got):
    path = os.path.join(DATA, name)
    if os.environ.get("PAPER_WRITE"):
        with open(path, "w", encoding="utf-8") as out:
            out.write(got)
    with open(path, encoding="utf-8") as kept:
        say(kept.read() == got, "the text of the %s is what was looked at and kept" % name, got)


def lines_of(pdf):
    """Page by page, the boxes of lines: (left, top, right, text)."""
    page_of = []
    root = tree.fromstring(re.sub(r' xmlns="[^"]+"', "", ask(pdf, "pdftotext", "-bbox-layout", "PDF", "-")[1]))
    for page in root.iter("page"):
        rows = []
        for line in page.iter("line"):
            words = [w.text or "" for w in line.iter("word")]
            rows.append((float(line.get("xMin")), float(line.get("yMin")), float(line.get("xMax")), "".join(words)))
        page_of.append(sorted(rows, key=lambda r: r[1]))
    return page_of


def check_form(notice):
    pages = lines_of(notice)
    first = pages[0]
    body = [r for r in first if r[0] < LEFT + 2 and len(r[3]) > 24 and r[1] < TOP + 640]
    steps = [b[1] - a[1] for a, b in zip(body, body[1:])]
    full = [r[3] for r in body if re.fullmatch(r"[\u3000-\u9fff\uff00-\uffef“”]+", r[3])]
    say(all(abs(r[0] - LEFT) < 1.2 and r[2] < LEFT + WIDTH + 1.2 for r in body) and len(body) > 5,
        "the text stands between 28 mm from the left and 26 mm from the right", body)
    say(all(abs(s / PITCH - round(s / PITCH)) < 0.03 for s in steps), "its lines stand on the grid of 22 lines", steps)
    say(full and max(map(len, full)) == 28, "a full line has 28 characters", full)
    numbers = [[r[3] for r in page if re.fullmatch("—[0-9]+—", r[3])] for page in pages]
    say(numbers == [["—%d—" % (i + 1)] for i in range(len(pages))], "every page has its number in the form — 1 —", numbers)
    sides = [[r[0] > 300 for r in page if re.fullmatch("—[0-9]+—", r[3])][0] for page in pages]
    say(sides == [i % 2 == 0 for i in range(len(pages))], "odd numbers stand at the right, even ones at the left", sides)
    heads = ["".join(r[3] for r in page).count("推荐工会") for page in pages[2:]]
    say(all(heads), "the heads of the list stand on each of its pages", heads)


def check_file(name, pdf):
    status, said = ask(pdf, "qpdf", "--check", "PDF")
    say(status == 0, "the %s is a sound PDF" % name, said)
    fonts = ask(pdf, "pdffonts", "PDF")[1].splitlines()[2:]
    say(fonts and all(re.search(r"\byes yes yes\b", f) and re.match(r"[A-Z]{6}\+", f) for f in fonts),
        "the %s carries the used part of its fonts, with what they mean" % name, "\n".join(fonts))


def check_words(notice):
    info = ask(notice, "pdfinfo", "-isodates", "PDF")[1]
    said = text(notice)
    say("Title:           关于首届“杭州数字工匠”拟认定人选的公示" in info and "A4" in info, "it has its title and is A4", info)
    say("CreationDate:    2026-11-24T08:00:00+08" in info, "it says that it was made when it was published", info)
    say("Tagged:          yes" in info and b"/Lang (zh-CN)" in notice, "its structure is marked and its language is Chinese", info)
    structure = ask(notice, "pdfinfo", "-struct", "PDF")[1]
    say(all(structure.count(t) >= 1 for t in ("H1", "H2", "Table", "TH", "TD", "Link")), "headings, tables and the address are marked", structure)
    for name in RARE:
        say(name in said, "the name %s can be searched and copied" % name)
    drawn = set(text(make("draft"))) - set(said)
    say(drawn == set("草稿"), "a draft says so across the page, a published paper does not", drawn)
    same_as_kept("paper_notice.txt", said)


def check_missing():
    missing = make("missing", "李䶮王𬭎⿰钅㬎古丽·艾合 A1（）").decode().strip()
    say(missing == "U+0000", "every character of the sample can be shown", missing)
    missing = make("missing", "张\U000323F0\n").decode().strip()
    say(missing == "U+323F0", "a character that no font has is named", missing)


def check_font():
    font = make("font", "张样例李䶮·赵𠮷示孙𰻝A1，吴㛃")
    say(font.startswith(b"wOF2") and len(font) < 16000, "the rare characters of a notice are a web font of a few kilobytes", len(font))
    has = ask(font, "fc-query", "--format", "%{charset}", "PDF")[1].split()
    say(has == ["36c3", "4dae", "20bb7", "30edd"], "it has the rare characters of the names and no others", has)
    none = subprocess.run([SAMPLE, "font", "张样例"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    say(none.returncode != 0 and not none.stdout, "without a rare character there is none")


def main():
    notice = make("notice")
    check_form(notice)
    check_words(notice)
    for name in ("notice", "red", "table", "wide"):
        check_file(name, make(name))
    say(make("notice") == notice, "the same notice has the same bytes")
    say(make("notice", "另一人") != notice, "another name has others")
    say("Pages:           1\n" not in ask(make("table"), "pdfinfo", "PDF")[1], "a long table goes over several pages")
    check_missing()
    check_font()
    print("1..%d" % count)


if __name__ == "__main__":
    sys.exit(main())
