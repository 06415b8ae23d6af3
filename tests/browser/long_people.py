"""long_people: the people of journey_long and what its steps share: an officer's page, the union at the door, the objector with his code, and
time, which travels as the deadlines say; between two of them the clock of every program stands still."""
import datetime
import os
import subprocess
import time

from selenium.webdriver.common.keys import Keys

from journey import DESK, person, prove_again, sign_in

HOUR, DAY = 3600, 86400
FACT = "二〇二五年三月在虚构车间所报成果，验收单上写的是班组五人，并非一人完成。"
NAME, MAIL = "欧阳守密", "long-objector@example.org"
MORE = "验收单在档案室第三柜，编号虚构零七，班组长在场。"
HOLD = "暂缓"


def beijing(seconds, shape="%Y-%m-%d"):
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds + 8 * HOUR)).strftime(shape)


class People:
    def __init__(self, house, stack):
        self.house, self.own, self.codes = house, {}, []
        self.citizen, self.union = (stack.enter_context(person("long-" + x)) for x in ("citizen", "union"))
        self.case, self.second, self.head, self.desk, self.publisher = (
            stack.enter_context(person("long-" + x, DESK)) for x in ("case", "case2", "approver", "desk", "publisher"))
        self.logins = {self.case: "case", self.second: "case2", self.head: "approver", self.publisher: "publisher"}
        self.signed_in = {}
        for year in range(int(beijing(time.time(), "%Y")), int(beijing(time.time() + 300 * DAY, "%Y")) + 1):
            self.plan(year)

    # ---- what the steps share ----
    def plan(self, year):
        """The path may reach into a year whose plan is not published yet."""
        if self.house.sql("SELECT 1 FROM calendar_day WHERE year = %d LIMIT 1" % year):
            return
        path = os.path.join(self.house.home, "plan.csv")
        with open(path, "w", encoding="utf-8") as f:
            f.write("year,%d\npaper,https://www.example.org/%d\n%d-01-01,off,元旦\n" % (year, year, year))
        os.chmod(path, 0o644)
        subprocess.run(self.house.as_owner([self.house.home + "/app/sbin/gongshictl", "-c", self.house.home + "/etc/gongshi.conf",
                                            "calendar", "load", path]), cwd="/", check=True, capture_output=True, timeout=60)

    def officer(self, who, path=None, login=None):
        """Somebody's page, signed in since the clock last moved, and declared if it asks for that."""
        login = login or self.logins[who]
        if self.signed_in.get(who) != (login, self.house.stands_at):
            who.driver.delete_all_cookies()
            sign_in(self.house, who, login)
            self.signed_in[who] = (login, self.house.stands_at)
        who.open(self.house.url("staff", path or self.own["case"]))
        prove_again(self.house, who, login)
        if "先说明有没有利害关系" in who.text():
            who.choose("没有")
            who.press("提交说明")
        return who

    def seconds(self, column, table, where):
        return int(self.house.sql("SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', %s) FROM %s WHERE %s ORDER BY id DESC LIMIT 1"
                                  % (column, table, where))[0][0])

    def deadline(self):
        return self.seconds("deadline_at", "objection_event", "deadline_at IS NOT NULL")

    def agreed(self, who):
        """What a colleague proposed, seen and agreed to."""
        login = self.logins[who]
        who.press("决定是否同意")
        prove_again(self.house, who, login)
        who.choose("同意")
        who.press("提交")
        prove_again(self.house, who, login)

    def other_move(self, who, name):
        who.press("其他处理")
        who.press(name)

    def looks(self):
        self.citizen.open(self.house.url("public", "/track"))
        self.citizen.fill("编号", self.own["number"])
        self.citizen.fill("查询码", self.own["code"])
        self.citizen.keys(Keys.ENTER)
        self.citizen.sees(self.own["number"], "经过")
        return self.citizen

    def union_in(self, link):
        self.union.driver.delete_all_cookies()
        self.union.open(link)
        self.union.press("发送验证码")
        code = self.house.wait_text(r"验证码\D{0,10}((?!%s)\d{6})" % "|".join(self.codes or ["x"]))
        self.codes.append(code)
        self.union.fill("验证码", code)
        self.union.press("登录")
        self.union.misses(FACT, MORE, NAME, MAIL, self.own["number"])
        return self.union

    def public_says_nothing_of_a_hold(self):
        time.sleep(1.2)  # the front door keeps a page for a second
        self.citizen.open(self.house.url("public", "/notice/2026-1"))
        self.citizen.sees("丁虚")
        self.citizen.misses(HOLD)
        self.citizen.press("丁虚")
        self.citizen.sees("主要事迹")
        self.citizen.misses(HOLD)

    def state(self):
        return self.house.sql("SELECT state FROM candidate WHERE slug = '%s'" % self.own["slug"])[0][0]

    def becomes(self, statement, wanted):
        until = time.time() + 20
        while self.house.sql(statement)[0][0] != wanted:
            assert time.time() < until, self.house.sql(statement)
            time.sleep(0.1)
