#!/usr/bin/env python3
"""journey_back: a citizen who goes back. The browser's own Back shows each question as it was answered and asks nothing about sending a form
again; after the receipt it says that it was sent. With cookies refused the form still comes to its receipt. Nothing typed lies in the
browser's folder afterwards. No script."""
import contextlib
import glob
import os
import sys
import time

from journey import House, person, walk

FACT = "二〇二五年三月在虚构车间所报成果实为班组集体完成，金丝雀八八二六。"
WORD = "金丝雀八八二六"
ASKS_AGAIN = ("ERR_CACHE_MISS", "resubmission", "send this data again")


class Back:
    def __init__(self, house, stack):
        self.house = house
        self.one = stack.enter_context(person("back"))
        self.strict = stack.enter_context(person("back-no-cookies", cookies=False))

    def begins(self, who):
        who.open(self.house.url("public"))
        who.press("关于首届")
        who.press("丁虚")
        who.press("提出异议")
        who.choose("匿名")
        who.press("继续")
        who.choose("成果权属有争议")
        who.press("继续")
        who.fill("请写明事实", FACT)
        who.press("继续")
        who.sees("有证明材料吗")
        who.press("继续")
        who.sees("提交前请核对", FACT)

    def back(self, words):
        self.one.driver.back()
        until = time.time() + 10
        while words not in self.one.text() and time.time() < until:
            time.sleep(0.1)
        self.one.misses(*ASKS_AGAIN)
        self.one.sees(words)

    def fills_in(self):
        self.begins(self.one)

    def goes_back(self):
        self.back("有证明材料吗")
        self.back("请写明事实")
        self.one.picture("back at the statement")
        assert self.one.field("请写明事实").get_attribute("value") == FACT
        self.back("您反映哪方面的问题")
        assert self.one.field("成果权属有争议").is_selected()
        self.back("您以什么身份提出")
        assert self.one.field("匿名").is_selected()

    def goes_on_from_there(self):
        self.one.press("继续")
        for _ in range(3):
            self.one.press("继续")
        self.one.sees("提交前请核对", FACT)

    def changes_language(self):
        self.one.press("English")
        self.one.sees("Check your answers", FACT)
        self.one.picture("in English")
        self.one.press("中文")
        self.one.sees("提交前请核对", FACT)

    def sends(self):
        time.sleep(3)
        self.one.press_until_taken("提交线索", r"过 (\d+) 秒再点一次")
        self.one.sees("线索已收到")
        self.back("这份已经提交")
        self.one.picture("back from the receipt")
        self.one.misses(FACT)

    def refuses_cookies(self):
        self.begins(self.strict)
        time.sleep(3)
        self.strict.press_until_taken("提交线索", r"过 (\d+) 秒再点一次")
        self.strict.sees("线索已收到")
        # The control: there the browser does ask, so that the words above are the right ones to look for.
        self.strict.driver.back()
        time.sleep(1)
        text = self.strict.source()
        assert any(words in text for words in ASKS_AGAIN), text[:300]

    def leaves_nothing(self):
        """Of the one with cookies; the other's browser keeps what it sent, to send it again."""
        left, controls = self.one.profile.name, self.strict.profile.name
        self.one.driver.quit()
        self.strict.driver.quit()
        assert not self.holding(left), self.holding(left)
        assert self.holding(controls), "the control was not found"

    @staticmethod
    def holding(folder):
        out = []
        for path in glob.glob(os.path.join(folder, "**"), recursive=True):
            if os.path.isfile(path):
                with open(path, "rb") as f:
                    found = f.read()
                if any(form in found for form in (WORD.encode(), WORD.encode("utf-16-le"))):
                    out.append(os.path.relpath(path, folder))
        return out

    def walk(self):
        return walk((self.one, self.strict), [
            ("a form is filled in up to the last page", self.fills_in),
            ("Back shows every question as it was answered and asks nothing", self.goes_back),
            ("from there it goes on as before", self.goes_on_from_there),
            ("another language keeps what was typed", self.changes_language),
            ("Back from the receipt says that it was sent", self.sends),
            ("without cookies the form comes to its receipt", self.refuses_cookies),
            ("nothing that was typed lies in the browser's folder", self.leaves_nothing),
        ])


def main():
    with House() as house, contextlib.ExitStack() as stack:
        return Back(house, stack).walk()


if __name__ == "__main__":
    sys.exit(main())
