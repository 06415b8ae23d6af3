#!/usr/bin/env python3
"""A table that is taken along opens as a workbook elsewhere, says what the table says, and reckons nothing that somebody wrote into it. The
control is a workbook with a formula, which the same look must find."""
import io
import os
import subprocess
import zipfile

import openpyxl

count = 0


def check(ok, what):
    global count
    count += 1
    print("%s %d - %s" % ("ok" if ok else "not ok", count, what))


def formulas(sheet):
    return [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def made(*arguments):
    return subprocess.run([os.path.join(os.environ["top_builddir"], "tests/unit/workbook"), *arguments], check=True, capture_output=True).stdout


def main():
    print("1..8")
    data = made()
    sheet = openpyxl.load_workbook(io.BytesIO(data))["送达情况"]
    rows = [[c.value for c in row] for row in sheet.iter_rows()]
    check([rows[0][0], rows[1][0], rows[4]] == ["送达情况 — 杭州数字工匠公示", "截至 2026年4月30日", ["推荐工会", "次数", "网关的话"]],
          "title, lines and heads stand where they belong")
    check(rows[5] == ["西湖区总工会", 3, '=HYPERLINK("http://example.invalid","x")'], "a column of numbers has numbers, and a text stays what it was")
    check(rows[6] == ["+86 571", "0123456789012345", "-1"] and rows[7][0] == "@SUM(A1)" and rows[8][0] == "𬭎",
          "what is too long for a number, signs and rare characters stay texts as they were")
    check(rows[8][2] == "<b>&amp;</b>\nzweite" and rows[10][0] == "“送达”以网关的回执为准。", "marks and ends of lines stay, and so do the notes")
    check(formulas(sheet) == [] and not any("<f>" in part for part in parts(data)), "no cell is a formula")
    check(sheet.print_title_rows == "$5:$5" and sheet.page_setup.paperSize == 9 and sheet.freeze_panes == "A6",
          "the head is printed on every sheet of A4 and stays in sight")
    check(made() == data and made("later") != data, "the same data give the same bytes, another time others")
    other = openpyxl.Workbook()
    other.active["A1"] = "=1+1"
    saved = io.BytesIO()
    other.save(saved)
    check(formulas(other.active) and any("<f>" in part for part in parts(saved.getvalue())), "control: a formula is found")


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return [z.read(name).decode() for name in z.namelist() if name.endswith(".xml")]


main()
