#!/usr/bin/env python3
"""going_back: what is typed into the objection form stays with it: each step has an address that shows it again to the browser that typed it
and to nobody else, until it is sent, cleared or two hours old; without cookies the form works as well."""
import os
import re
import sys
import time
import traceback
import urllib.parse

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

from house import House  # noqa: E402
from reader import Reader  # noqa: E402

FACT = "二〇二五年三月所报成果实为班组集体完成，可以查当时的验收单。"
NAME, MAIL = "欧阳守密", "going-back@example.org"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


class Stranger(Reader):
    """A browser that keeps no cookie."""

    def ask(self, method, path, body=None, kind=None):
        self.cookie = None
        return super().ask(method, path, body, kind)


class Citizen:
    def __init__(self, house):
        self.house = house
        self.start = re.search(r'href="(/object/2026-1/[^"/]+)"', house.get("public", "/notice/2026-1/object")[2]).group(1)

    def left(self):
        """Files and forms that nobody has sent."""
        row = self.house.sql("SELECT (SELECT COUNT(*) FROM attachment WHERE objection_id IS NULL), (SELECT COUNT(*) FROM unsent_form)")[0]
        return [int(n) for n in row]

    def begin(self, kind=Reader):
        return kind(self.house, "public").open(self.start).sees(200, "您以什么身份提出")

    def to_files(self, who):
        who.press("继续", kind="PERSON").sees(200, "您反映哪方面的问题")
        who.press("继续", grounds="UNTRUE").sees(200, "请写明事实")
        return who.press("继续", statement=FACT).sees(200, "有证明材料吗")

    def to_check(self, who):
        self.to_files(who).press("继续").sees(200, "怎样联系您")
        who.press("继续", name=NAME, email=MAIL).sees(200, "怎样使用您的个人信息")
        return who.press("继续", consent="1").sees(200, "提交前请核对", FACT, NAME)

    def send(self, who):
        time.sleep(3.1)
        return who.press("提交异议").sees(200, "异议已收到", "查询码")


def each_step_shows_what_was_typed(c):
    who = c.to_check(c.begin())
    assert who.path == c.start + "/check#err" or who.path == c.start + "/check", who.path
    assert who.open(c.start + "/statement").typed("statement") == FACT
    assert who.open(c.start + "/contact").typed("name") == NAME
    assert 'value="PERSON" checked' in who.open(c.start + "/who").html
    assert 'value="UNTRUE" checked' in who.open(c.start + "/grounds").html
    assert who.open("/en" + c.start + "/statement").sees(200, "Tell us the facts").typed("statement") == FACT
    who.open(c.start + "/check").sees(200, FACT, NAME)


def nobody_else_sees_it(c):
    who = c.to_files(c.begin())
    for other in (Reader(c.house, "public"), Reader(c.house, "public").open(c.start)):
        other.open(c.start + "/statement").sees(200, "填写的内容已经清除").misses(FACT)
    kept = who.cookie
    who.open(c.start).sees(200, "您以什么身份提出")
    assert who.cookie != kept, "a form that is begun anew has the old key"
    who.open(c.start + "/statement").sees(200, "填写的内容已经清除")
    who.cookie = kept
    assert who.open(c.start + "/statement").typed("statement") == FACT  # the control: it was there all the time


def the_cookie_is_a_key_and_nothing_more(c):
    status, head, _ = c.house.get("public", "/notice/2026-1")
    assert status == 200 and head.get("Set-Cookie") is None
    who = c.begin()
    assert re.fullmatch(r"gs-form=[A-Za-z0-9_-]{43}", who.cookie), who.cookie
    key = who.cookie
    c.to_files(who)
    assert who.cookie == key


def a_mistake_is_said_at_the_address_of_its_step(c):
    who = c.begin()
    who.press("继续").sees(200, "有 1 处需要修改", "请选您以什么身份提出")
    who.press("继续", kind="PERSON").press("继续", grounds="UNTRUE").press("继续", statement="太短").sees(200, "至少 20 个字，现在是 2 个字")
    assert who.path.startswith(c.start + "/statement") and who.typed("statement") == "太短"
    who.press("上一步").sees(200, "您反映哪方面的问题").misses("需要修改")


def a_file_is_told_of_and_listed(c):
    who = c.to_files(c.begin())
    who.press("上传这份", ("letter.exe", PNG)).sees(200, "请换成 PDF")
    who.press("上传这份", ("letter.pdf", PNG)).sees(200, "文件的内容和名称对不上").misses("请换成 PDF")
    who.press("上传这份").sees(200, "请先选一个文件")
    who.press("上传这份", ("photo.png", PNG)).sees(200, "已收到这份材料", "photo.png").misses("需要修改")
    assert who.path.startswith(c.start + "/files")
    who.open(c.start + "/files").sees(200, "photo.png")
    who.press("删除").sees(200, "还没有材料").misses("photo.png", "已收到")


def what_was_sent_is_a_form_no_more(c):
    who = c.to_check(c.begin())
    number = re.search(r"\d{4}-\d{4}-\d{4}", c.send(who).text()).group(0)
    for step in ("check", "statement", "contact"):
        who.open(c.start + "/" + step).sees(200, "这份已经提交").misses(FACT, NAME, number)


def it_can_be_thrown_away(c):
    who = c.to_files(c.begin())
    who.press("上传这份", ("photo.png", PNG)).sees(200, "photo.png")
    before = c.left()
    who.press("清除填写的内容").sees(200, "主要事迹")
    assert c.left() == [n - 1 for n in before], before
    who.open(c.start + "/statement").sees(200, "填写的内容已经清除")


def without_cookies_it_works_as_well(c):
    who = c.begin(Stranger)
    who.press("继续").sees(422, "请选您以什么身份提出")
    c.to_check(who)
    assert urllib.parse.urlsplit(who.path).path == c.start, who.path
    c.send(who)


def nothing_typed_stands_in_the_database_or_a_log(c):
    c.to_check(c.begin())
    rows = c.house.sql("SELECT COUNT(*) FROM unsent_form WHERE INSTR(boxed, '%s') OR INSTR(boxed, '%s')" % (NAME, FACT))
    assert rows == [["0"]], rows
    logs = os.path.join(c.house.home, "log")
    for name in os.listdir(logs):
        with open(os.path.join(logs, name), "rb") as f:
            text = f.read()
        for word in (NAME, MAIL, FACT, c.start):
            assert word.encode() not in text, (name, word)


TESTS = (each_step_shows_what_was_typed, nobody_else_sees_it, the_cookie_is_a_key_and_nothing_more, a_mistake_is_said_at_the_address_of_its_step,
         a_file_is_told_of_and_listed, what_was_sent_is_a_form_no_more, it_can_be_thrown_away, without_cookies_it_works_as_well,
         nothing_typed_stands_in_the_database_or_a_log)


def main():
    good = True
    print("1..%d" % len(TESTS))
    with House() as house:
        c = Citizen(house)
        for number, test in enumerate(TESTS, 1):
            try:
                test(c)
                print("ok %d - %s" % (number, test.__name__))
            except Exception:
                good = False
                print("not ok %d - %s" % (number, test.__name__))
                print("# " + traceback.format_exc().replace("\n", "\n# "))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
