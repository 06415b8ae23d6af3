#!/usr/bin/env python3
"""journey_objection: one objection from a citizen's phone to the decision, each person at a browser of his own, no script: objection with
a file, identity confirmed, accepted by two, the union asked and answering, decision drafted, approved and told, outcome read. At the end nothing of what
was sealed lies anywhere in the house: tests/faults/canary.py looks, and finds a word that is planted to be found."""
import contextlib
import os
import subprocess
import sys

from selenium.webdriver.support.ui import Select

from journey import DESK, BUILD, House, person, prove_again, sign_in, walk

HERE = os.path.dirname(os.path.realpath(__file__))
FACT = "二〇二五年三月在虚构车间所报成果实为班组集体完成，金丝雀七四一九。"
NAME, PHONE_NO, MAIL = "欧阳守密", "13912345678", "canary-objector-7419@example.org"
FILE_WORD = "canary-file-content-5520-abcdefgh"
ABSTRACT = "请核查贵会推荐的这位人选申报的主要成果是否由其主持完成，并提供项目任务书和验收材料。"
REPLY = "经核查，该成果由其主持完成，任务书和验收报告见附件，回复字样八八三六。"
TOLD = "经核查，所反映的问题不属实，相关成果由本人主持完成。"


def pdf(path):
    """A small PDF that holds a word in plain view."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"]
    out, places = "%PDF-1.4\n% " + FILE_WORD + "\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += "%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += "xref\n0 4\n0000000000 65535 f \n" + "".join("%010d 00000 n \n" % p for p in places)
    out += "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
    with open(path, "w", encoding="ascii") as f:
        f.write(out)


class Objection:
    def __init__(self, house, stack):
        self.house, self.own = house, {}
        self.paper = os.path.join(house.home, "paper.pdf")
        pdf(self.paper)
        self.citizen, self.union = (stack.enter_context(person("objection-" + x)) for x in ("citizen", "union"))
        self.desk, self.case, self.second, self.approver = (
            stack.enter_context(person("objection-" + x, DESK)) for x in ("desk", "case", "case2", "approver"))

    def reads(self):
        self.citizen.open(self.house.url("public"))
        self.citizen.press("关于首届")
        self.citizen.fits()
        self.citizen.press("丁虚")
        self.citizen.sees("主要事迹", "提出异议")
        self.citizen.picture("candidate")

    def begins(self):
        self.citizen.press("提出异议")
        self.citizen.sees("您以什么身份提出", "没有程序上的权利")
        self.citizen.press("继续")
        self.citizen.sees("有 1 处需要修改")
        self.citizen.picture("who, nothing chosen")
        self.citizen.choose("个人实名")
        self.citizen.press("继续")

    def tells(self):
        self.citizen.choose("成果权属有争议")
        self.citizen.picture("grounds")
        self.citizen.press("继续")
        self.citizen.fill("请写明事实", "太短")
        self.citizen.press("继续")
        self.citizen.sees("至少 20 个字", "现在是 2 个字")
        self.citizen.fill("请写明事实", FACT)
        self.citizen.picture("statement")
        self.citizen.press("继续")

    def uploads(self):
        self.citizen.fill("选一个文件", self.paper)
        self.citizen.press("上传这份")
        self.citizen.sees("已收到这份材料", "paper.pdf")
        self.citizen.picture("files")
        self.citizen.press("继续")

    def leaves_contact(self):
        self.citizen.fill("您的真实姓名", NAME)
        self.citizen.press("继续")
        self.citizen.sees("电话和邮箱请至少写一样")
        self.citizen.fill("电话", PHONE_NO)
        self.citizen.fill("邮箱", MAIL)
        self.citizen.picture("contact")
        self.citizen.press("继续")
        self.citizen.sees("我们怎样使用您的个人信息")
        self.citizen.picture("consent")
        self.citizen.choose("我已看过")
        self.citizen.press("继续")

    def sends(self):
        self.citizen.sees("提交前请核对", FACT, NAME, PHONE_NO, MAIL, "paper.pdf", "成果权属有争议")
        self.citizen.picture("check")
        self.citizen.press_until_taken("提交异议", r"过 (\d+) 秒再点一次")
        self.citizen.sees("异议已收到", "查询码")
        self.citizen.picture("receipt")
        self.own["number"] = self.citizen.find(r"\d{4}-\d{4}-\d{4}")
        self.own["code"] = self.citizen.find(r"[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}")

    def sends_again(self):
        self.citizen.driver.refresh()
        try:
            self.citizen.driver.switch_to.alert.accept()
        except Exception:  # no question is asked by this browser
            pass
        self.citizen.sees(self.own["number"], self.own["code"])

    def told_by_mail(self):
        self.house.wait_mail(MAIL, self.own["number"])

    def declares(self, officer):
        """Nothing of a case is seen before its officer has said that nothing ties him to the candidate."""
        officer.sees("先说明有没有利害关系")
        officer.misses(FACT, NAME, PHONE_NO)
        officer.choose("没有")
        officer.press("提交说明")

    def desk_confirms(self):
        sign_in(self.house, self.desk, "identity")
        self.desk.press("核实")
        self.desk.sees(self.own["number"])
        self.desk.picture("what waits at the desk")
        self.desk.press(self.own["number"])
        prove_again(self.house, self.desk, "identity")
        self.declares(self.desk)
        if "打开" in self.desk.text() and NAME not in self.desk.text():
            self.desk.press("打开")
        self.desk.sees(NAME, PHONE_NO)
        self.desk.misses(FACT)
        self.desk.picture("the person, not the text")
        self.desk.choose("是本人提交")
        self.desk.press("保存结果")
        self.desk.sees("已核实")

    def case_accepts(self):
        sign_in(self.house, self.case, "case")
        self.case.press("收件箱")
        self.case.picture("inbox")
        self.case.press(self.own["number"])
        self.case.picture("before anything is seen")
        self.declares(self.case)
        self.case.sees(FACT, "paper.pdf")
        self.case.misses(NAME, PHONE_NO, MAIL)
        self.own["case"] = self.case.path().split("?")[0]
        self.case.picture("the text, not the person")
        self.case.press("受理")
        self.case.picture("acceptance")
        self.case.press("交另一位审核")
        self.case.sees("同意后生效", "待审查")

    def head_agrees(self):
        sign_in(self.house, self.approver, "approver")
        self.approver.open(self.house.url("staff", self.own["case"]))
        self.declares(self.approver)
        self.approver.press("决定是否同意")
        prove_again(self.house, self.approver, "approver")
        self.approver.sees("您反映的问题已经受理")
        self.approver.picture("a colleague's proposal")
        self.approver.choose("同意")
        self.approver.press("提交")
        self.approver.sees("已受理")

    def two_are_named(self):
        self.case.open(self.house.url("staff", self.own["case"]))
        self.case.press("指定核查人")
        Select(self.case.field("核查人（一）")).select_by_visible_text("示例承办")
        Select(self.case.field("核查人（二）")).select_by_visible_text("示例承办")
        self.case.press("指定")
        self.case.sees("请选两位不同的承办人")
        Select(self.case.field("核查人（二）")).select_by_visible_text("示例协办")
        self.case.picture("two investigators")
        self.case.press("指定")
        self.case.sees("核查人已指定", "示例协办")

    def case_asks(self):
        self.case.open(self.house.url("staff", self.own["case"]))
        self.case.press("请推荐单位协查")
        self.case.choose("不是")
        self.case.fill("请推荐单位核查的事项", ABSTRACT)
        self.case.picture("abstract")
        self.case.press("保存，交另一位核对")
        self.case.sees("摘要已保存", "须由另一位")

    def second_sends(self):
        sign_in(self.house, self.second, "case2")
        self.second.open(self.house.url("staff", self.own["case"]))
        self.declares(self.second)
        self.second.press("核对并发出协查")
        self.second.sees(ABSTRACT)
        self.second.choose("摘要里看不出是谁反映的")
        self.second.choose("这件异议反映的不是推荐单位自己的问题")
        self.second.press("发出协查")
        prove_again(self.house, self.second, "case2")
        self.second.sees("协查已发出")

    def union_comes(self):
        link = self.house.wait_mail("", r"有一件事项[\s\S]*?(http://union\.localhost:\d+/letter/\S+)")
        self.union.open(link)
        self.union.sees("登录后查看")
        self.union.picture("sign-in")
        self.union.press("发送验证码")
        self.union.picture("code")
        code = self.house.wait_text(r"验证码\D{0,10}(\d{6})")
        self.union.fill("验证码", code)
        self.union.press("登录")
        self.union.sees(ABSTRACT)
        self.union.misses(FACT, NAME, PHONE_NO, MAIL, self.own["number"], "paper.pdf")
        self.union.picture("the request")

    def union_answers(self):
        self.union.press("签收")
        self.union.sees("已签收")
        self.union.press("答复")
        self.union.fill("核查情况", REPLY)
        self.union.press("继续")
        self.union.fill("选一个文件", self.paper)
        self.union.press("上传")
        self.union.sees("paper.pdf")
        self.union.press("去核对")
        self.union.picture("answer, before sending")
        self.union.press("发出答复")
        self.union.sees("答复已发出")

    def case_decides(self):
        self.case.open(self.house.url("staff", self.own["case"]))
        prove_again(self.house, self.case, "case")
        self.case.sees(REPLY)
        self.case.picture("answered")
        self.case.press("拟定处理决定")
        self.case.choose("不属实")
        self.case.choose("异议不成立")
        self.case.fill("理由", "任务书和验收报告载明由本人主持，班组成员另有分工。")
        self.case.fill("告知反映人的话", TOLD)
        self.case.press("去核对")
        self.case.sees("反映人会看到", TOLD)
        self.case.picture("decision, before it is handed over")
        self.case.press("交负责人批准")
        self.case.sees("决定已交负责人批准", "须由另一位负责人批准")

    def approver_approves(self):
        self.approver.open(self.house.url("staff", "/"))
        self.approver.sees("等您批准的决定")
        self.approver.open(self.house.url("staff", self.own["case"]))
        prove_again(self.house, self.approver, "approver")
        self.approver.press("批准")
        prove_again(self.house, self.approver, "approver")
        self.approver.sees(TOLD)
        self.approver.picture("approval")
        self.approver.press("批准")
        prove_again(self.house, self.approver, "approver")
        self.approver.sees("决定已批准")

    def case_tells(self):
        self.case.open(self.house.url("staff", self.own["case"]))
        self.case.press("告知决定")
        self.case.press("告知")
        self.case.sees("决定已告知")
        self.case.picture("told")

    def outcome(self):
        self.citizen.open(self.house.url("public", "/track"))
        self.citizen.fill("编号", self.own["number"])
        self.citizen.fill("查询码", self.own["code"].lower().replace("-", " "))
        self.citizen.press("查看进展")
        self.citizen.sees("已作出决定并告知", "异议不成立", TOLD)
        self.citizen.fits()
        self.citizen.picture("the outcome")
        assert "track" in self.citizen.path() and self.own["code"] not in self.citizen.driver.current_url

    def outbox(self):
        self.case.press("发件箱")
        self.case.sees("请求协查", self.own["number"], "已发出")
        self.case.misses(MAIL, PHONE_NO)
        self.case.picture("outbox")

    def canary(self):
        needles = os.path.join(BUILD, "tests", "browser", "needles")
        code = self.own["code"].replace("-", "")
        with open(needles, "w", encoding="utf-8") as f:
            f.write("\n".join([FACT, FACT[:12], NAME, FILE_WORD, REPLY, TOLD, code, self.own["code"]]) + "\n")
        # What is sent to an objector may hold his address: the folders of the file driver stand for the world outside.
        dump = os.path.join(self.house.home, "dump.sql")
        with open(dump, "wb") as f:
            subprocess.run(self.house.as_owner(["mariadb-dump", "--no-defaults", "--hex-blob", "--socket=" + self.house.home + "/run/mariadb.sock",
                                           "gongshi"]), stdout=f, check=True, cwd="/")
        places = [dump] + [os.path.join(self.house.home, x) for x in ("db", "log", "run", "tmp", "cache", "body", "etc", "mail", "sms")]
        look = [sys.executable, os.path.join(HERE, "..", "faults", "canary.py")]
        got = subprocess.run(look + [needles] + places, capture_output=True, text=True)
        print("# " + got.stdout.strip().replace("\n", "\n# "))
        assert got.returncode == 0, got.stdout
        with open(needles, "w", encoding="utf-8") as f:
            f.write("\n".join([PHONE_NO, MAIL]) + "\n")
        got = subprocess.run(look + [needles] + [p for p in places if not p.endswith(("mail", "sms"))], capture_output=True, text=True)
        assert got.returncode == 0, got.stdout
        # The control: the same word stored unsealed is found in the dump and in the server's files.
        self.house.sql("CREATE TABLE planted (t TEXT); INSERT INTO planted VALUES ('%s'); FLUSH TABLES planted FOR EXPORT" % FACT)
        with open(needles, "w", encoding="utf-8") as f:
            f.write(FACT + "\n")
        got = subprocess.run(look + [needles, os.path.join(self.house.home, "db")], capture_output=True, text=True)
        self.house.sql("DROP TABLE planted")
        assert got.returncode == 1, "the control was not found: " + got.stdout

    def walk(self):
        return walk((self.citizen, self.desk, self.case, self.second, self.approver, self.union), [
            ("a citizen reads the notice and opens a candidate", self.reads),
            ("who objects is asked first, with what each way means", self.begins),
            ("grounds and statement, a short one is told how short", self.tells),
            ("a file is taken at once and listed", self.uploads),
            ("contact is asked once, with the notice on personal information", self.leaves_contact),
            ("answers are checked and sent once, a receipt is shown", self.sends),
            ("sending again shows the same receipt", self.sends_again),
            ("the objector gets a mail with the number alone", self.told_by_mail),
            ("the identity desk sees the person and never the text", self.desk_confirms),
            ("the case team sees the text and never the person, and would accept it", self.case_accepts),
            ("another officer agrees, and it is accepted", self.head_agrees),
            ("two different officers are named to look into it", self.two_are_named),
            ("an abstract for the union is drafted and cannot be sent by its drafter", self.case_asks),
            ("a second person checks and sends it", self.second_sends),
            ("the union comes in by the link and a one-time code and sees the abstract alone", self.union_comes),
            ("the union signs for it and answers with a file", self.union_answers),
            ("the case team drafts a decision and cannot approve it", self.case_decides),
            ("another officer approves it", self.approver_approves),
            ("the case team tells it", self.case_tells),
            ("the objector reads the outcome with the lookup code", self.outcome),
            ("the outbox shows what was sent, of an objector only the number", self.outbox),
            ("nothing that was sealed lies in clear anywhere", self.canary),
        ])


def main():
    with House() as house, contextlib.ExitStack() as stack:
        return Objection(house, stack).walk()


if __name__ == "__main__":
    sys.exit(main())
