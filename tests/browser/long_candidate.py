"""long_candidate: the second half of journey_long: what the decision means for the candidate: correction by two, second notice with a period of
his own, clear by itself at its end, recognised with the round, which is made known."""
import datetime
import time

from journey import prove_again
from long_people import DAY, FACT, HOLD, HOUR, NAME, People, beijing

REASON = "第 %s 号人选的主要事迹更正为由其牵头、班组五人完成，再次公示。"
DEEDS = "牵头并与班组四名同事共同完成虚构的云平台改造。"
FINAL = "关于认定首届杭州数字工匠的公告"
PAPER = "杭数匠〔2027〕9号"


class Candidate(People):
    def correction_is_agreed_by_two(self):
        self.officer(self.case, self.own["candidate"]).press("更正后再次公示")
        self.case.fill("理由和依据", "异议 %s 部分成立，复核维持" % self.own["number"])
        self.case.picture("correct and notice again")
        self.case.press("交另一位审核")
        self.case.sees("同意后生效")
        self.agreed(self.officer(self.head, self.own["candidate"]))
        self.head.sees("待再次公示", "等待编辑发布更正公示")
        self.head.picture("waits for the second notice")

    def correction_is_drafted(self):
        self.officer(self.desk, "/notices", "editor").press("关于首届")
        self.desk.press("更正")
        seq = self.house.sql("SELECT e.seq FROM candidate_entry e JOIN candidate c ON c.id = e.candidate_id WHERE c.slug = '%s'" % self.own["slug"])[0][0]
        self.own["reason"] = REASON % seq
        self.desk.fill("更正说明", self.own["reason"])
        self.desk.press("开始更正")
        self.desk.sees("更正的草稿已建好")
        self.own["version"] = self.desk.path().split("?")[0].split("#")[0]
        self.desk.picture("a correction, begun")
        self.desk.open(self.house.url("staff", self.own["version"] + "/people"))
        self.desk.sees("待再次公示")
        self.desk.press("修改丁虚")
        self.desk.fill("主要事迹", DEEDS)
        self.desk.choose("再次公示")
        self.desk.picture("one person, corrected")
        self.desk.press("保存")
        self.desk.sees("人选已更正", "有改动")
        self.desk.open(self.house.url("staff", self.own["version"] + "/period"))
        self.desk.fill("公示第一天", beijing(self.house.stands_at))
        self.desk.choose("自己写最后一天")
        self.desk.fill("公示最后一天", beijing(self.house.stands_at + 8 * DAY))
        self.desk.press("推算")
        self.desk.press("按这个结果保存")
        self.desk.sees("公示期已保存")
        self.desk.open(self.house.url("staff", self.own["version"] + "/check"))
        self.desk.picture("check of the correction")
        self.desk.press("提请核发")
        self.desk.sees("已提请核发")

    def correction_is_published_by_another(self):
        self.officer(self.publisher, self.own["version"] + "/publish").sees("请从头到尾核对", DEEDS)
        self.publisher.picture("the correction, read before publishing")
        self.publisher.press("发布公示")
        prove_again(self.house, self.publisher, "publisher")
        self.publisher.sees("公示已发布")
        assert self.state() == "NOTICED", self.state()

    def public_reads_what_changed(self):
        time.sleep(2.1)  # the front door keeps a page for a second, and renews it behind one more reader
        self.citizen.open(self.house.url("public", "/notice/2026-1"))
        self.citizen.sees("第 2 版", self.own["reason"], "再次公示", "正在公示")
        self.citizen.misses(HOLD, FACT, NAME)
        self.citizen.fits()
        self.citizen.picture("noticed again")
        self.citizen.open(self.house.url("public", "/notice/2026-1/version/2/changes"))
        self.citizen.sees("第 2 版改了什么", "丁虚")
        self.citizen.fits()
        self.citizen.picture("what changed")
        self.citizen.open(self.house.url("public", "/notice/2026-1/candidate/" + self.own["slug"]))
        self.citizen.sees(DEEDS, "提出异议")
        self.citizen.picture("the candidate, noticed again")

    def clear_by_itself_at_the_printed_end(self):
        end = beijing(self.house.stands_at + 9 * DAY)
        midnight = int((datetime.datetime.strptime(end, "%Y-%m-%d") - datetime.datetime(1970, 1, 1)).total_seconds()) - 8 * HOUR
        self.house.travel(midnight - 1)
        time.sleep(1.5)
        assert self.state() == "NOTICED", self.state()
        self.house.travel(midnight + 10 * HOUR)
        self.becomes("SELECT state FROM candidate WHERE slug = '%s'" % self.own["slug"], "CLEAR")

    def round_is_proposed(self):
        self.officer(self.case, "/candidates/round/2026/declare").press("确认我的说明")
        self.case.sees("已记下您的说明")
        self.case.picture("candidates of the round")
        self.case.open(self.house.url("staff", "/candidates/round/2026/recognise"))
        self.case.sees("丁虚")
        self.case.misses("不在名单里的人选")
        self.case.fill("文件的文号", PAPER)
        self.case.fill("文件的日期", beijing(self.house.stands_at))
        self.case.picture("a round, proposed")
        self.case.press("交另一位审核")
        self.case.sees("已交负责人审核", PAPER)
        self.own["paper"] = self.case.path().split("?")[0]
        assert self.state() == "CLEAR"

    def round_is_recognised_by_one_paper(self):
        self.officer(self.head, "/candidates/round/2026/declare").press("确认我的说明")
        self.head.open(self.house.url("staff", self.own["paper"]))
        self.head.choose("同意")
        self.head.press("提交")
        prove_again(self.house, self.head, "approver")
        self.head.sees("名单上的人选都已认定", "丁虚")
        self.head.picture("a round, recognised")
        assert self.house.sql("SELECT state, COUNT(*) FROM candidate GROUP BY state") == [["RECOGNISED", "60"]]
        self.head.open(self.house.url("staff", self.own["candidate"]))
        self.head.sees("已认定", PAPER)
        self.head.picture("the candidate's whole way")

    def final_list_is_drafted_and_published(self):
        """By two, from those who were recognised."""
        self.officer(self.desk, "/final/2026", "editor").press("起草认定公告")
        self.desk.sees("草稿已建好", "丁虚")
        self.desk.press("公告文字")
        self.desk.fill("标题", FINAL)
        self.desk.fill("文号", PAPER)
        self.desk.fill("正文", "经评审、公示，现认定下列人员。")
        self.desk.fill("落款单位", "杭州市总工会（虚构）")
        self.desk.fill("落款日期", beijing(self.house.stands_at))
        self.desk.press("保存")
        self.desk.sees("公告文字已保存", FINAL)
        self.desk.picture("the final list, drafted")
        self.desk.press("提请核发")
        self.desk.sees("等另一位人员核对")
        self.officer(self.publisher, "/final/2026").sees("请从头到尾核对", "丁虚")
        self.publisher.press("发布认定公告")
        prove_again(self.house, self.publisher, "publisher")
        self.publisher.sees("认定公告已发布", "公开网址")
        time.sleep(2.1)
        self.citizen.open(self.house.url("public"))
        self.citizen.press("关于认定首届")
        self.citizen.sees(FINAL, "丁虚", PAPER)
        self.citizen.misses(HOLD)
        self.citizen.fits()
        self.citizen.picture("the final list")
