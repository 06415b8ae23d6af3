#!/usr/bin/env python3
"""journey_long: the longest path through the procedure, each person at his own pages, no script: objection, one letter of what is missing, supply,
acceptance, a union that asks for more time, a record by two, extension, hearing, a decision partly sustained, review, closing, correction,
second notice, recognition, final list. The review comes before the correction: a candidate is not corrected while an objection on him is under way."""
import contextlib
import sys
import time

from selenium.webdriver.support.ui import Select

from journey import House, prove_again, walk
from long_candidate import Candidate
from long_people import DAY, FACT, HOLD, HOUR, MAIL, MORE, NAME, beijing

ABSTRACT = "请核查贵会推荐的这位人选申报的主要成果由几人完成，并提供验收单。"
REPLY = "经核查，验收单列有五人，由其牵头，事迹中“独立完成”的说法不准确。"
ASKED, SAID = "验收单上列了几个人，各做什么？", "列了五人，由他牵头，另外四人分工编程和测试。"
HEARING = "我们将就您反映的问题举行听证。请于通知后第三天上午九点到虚构路 1 号三楼会议室，凭编号参加。"
TOLD = "经核查，成果由人选牵头、班组五人完成，事迹中的说法不准确，将更正后再次公示。"
WHY_AGAIN = "更正以后也应当写明五个人的分工，请再看一次。"
REVIEWED = "经复核，原决定事实清楚，更正时会写明由班组五人完成。这是本次评选中的最终决定。"


class Long(Candidate):
    # ---- objection, supplement ----
    def objects(self):
        self.citizen.open(self.house.url("public"))
        self.citizen.press("关于首届")
        self.citizen.press("丁虚")
        self.own["slug"] = self.citizen.path().split("/")[-1]
        self.citizen.press("提出异议")
        began = time.time()
        self.citizen.choose("个人实名")
        self.citizen.press("继续")
        self.citizen.choose("成果权属有争议")
        self.citizen.press("继续")
        self.citizen.fill("请写明事实", FACT)
        self.citizen.press("继续")
        self.citizen.press("继续")
        self.citizen.fill("您的真实姓名", NAME)
        self.citizen.fill("邮箱", MAIL)
        self.citizen.press("继续")
        self.citizen.choose("我已看过")
        self.citizen.press("继续")
        time.sleep(max(0, 3.1 - (time.time() - began)))
        self.citizen.press_until_taken("提交异议", r"过 (\d+) 秒再点一次")
        self.own["number"] = self.citizen.find(r"\d{4}-\d{4}-\d{4}")
        self.own["code"] = self.citizen.find(r"[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}")
        self.own["case"] = "/inbox/" + self.own["number"].replace("-", "")

    def desk_confirms(self):
        self.house.travel(time.time() + 60)
        desk = self.officer(self.desk, "/identity/" + self.own["number"].replace("-", ""), "identity")
        if NAME not in desk.text():
            desk.press("打开")
        desk.sees(NAME)
        desk.misses(FACT)
        desk.choose("是本人提交")
        desk.press("保存结果")
        desk.sees("已核实")

    def asks_for_what_is_missing(self):
        self.other_move(self.officer(self.case), "通知补正")
        self.case.choose("事情发生的时间")
        self.case.choose("可以核实的线索")
        self.case.fill("还有别的", "验收的时候有谁在场")
        self.case.picture("what is missing")
        self.case.press("看通知全文")
        self.case.sees("1. 事情发生的时间", "3. 验收的时候有谁在场", "只能发一次")
        self.case.picture("the one letter")
        self.case.press("发出补正通知")
        self.case.sees("补正通知已发出", "待补正")
        assert "/supplement" not in self.case.source()

    def supplies_in_the_last_hour(self):
        self.house.travel(self.deadline() - HOUR)
        self.looks().sees("补正通知", "1. 事情发生的时间", "您现在可以")
        self.citizen.picture("what is missing")
        self.citizen.press("补上缺的内容")
        self.citizen.fill("补充的内容", "太短")
        self.citizen.press("提交")
        self.citizen.sees("至少 10 个字", "3. 验收的时候有谁在场")
        self.citizen.fill("补充的内容", MORE)
        self.citizen.fits()
        self.citizen.picture("supplying")
        self.citizen.press("提交")
        self.citizen.sees("补上的内容已收到", self.own["number"])
        self.citizen.picture("supplied")

    # ---- acceptance, union ----
    def is_accepted_by_two(self):
        self.house.travel(self.deadline() - 14 * HOUR)  # ten in the morning of the last day
        self.officer(self.case).sees(FACT, MORE, "反映人")
        self.case.misses(NAME, MAIL)
        self.case.picture("what was supplied")
        self.case.press("受理")
        self.case.press("交另一位审核")
        self.case.sees("同意后生效")
        assert self.state() == "NOTICED", self.state()  # its printed end is over, yet what is not decided keeps him
        self.agreed(self.officer(self.head))
        self.head.sees("已受理")
        assert self.state() == "HELD"

    def nobody_outside_learns_of_the_hold(self):
        self.officer(self.case).press("丁虚")
        self.case.sees(HOLD)
        self.own["candidate"] = self.case.path().split("?")[0]
        self.case.picture("candidate on hold")
        self.public_says_nothing_of_a_hold()
        self.looks().misses(HOLD)

    def two_are_named(self):
        self.officer(self.second)
        self.officer(self.case).press("指定核查人")
        Select(self.case.field("核查人（一）")).select_by_visible_text("示例承办")
        Select(self.case.field("核查人（二）")).select_by_visible_text("示例协办")
        self.case.press("指定")
        self.case.sees("核查人已指定")

    def union_is_asked(self):
        self.case.press("请推荐单位协查")
        self.case.choose("不是")
        self.case.fill("请推荐单位核查的事项", ABSTRACT)
        self.case.press("保存，交另一位核对")
        self.officer(self.second).press("核对并发出协查")
        self.second.choose("摘要里看不出是谁反映的")
        self.second.choose("这件异议反映的不是推荐单位自己的问题")
        self.second.press("发出协查")
        prove_again(self.house, self.second, "case2")
        self.second.sees("协查已发出")
        self.own["letter"] = self.house.wait_mail("", r"有一件事项[\s\S]*?(http://union\.localhost:\d+/letter/\S+)")

    def union_asks_for_more_time(self):
        self.union_in(self.own["letter"]).sees(ABSTRACT)
        self.union.press("签收")
        self.union.sees("已签收")
        self.union.press("申请延期")
        self.union.fill("为什么需要延期", "验收单存在外地的档案室，需要调取。")
        self.union.picture("more time")
        self.union.press("提交申请")
        self.union.sees("延期申请已提交", "等经办单位答复")
        self.union.picture("more time asked")

    def more_time_is_granted(self):
        before = self.seconds("due_at", "assist", "1")
        self.officer(self.case).picture("more time waits for an answer")
        self.case.press("同意延期")
        self.case.sees("验收单存在外地的档案室")
        self.case.picture("granting")
        self.case.press("同意延期")
        self.case.sees("协查已更新")
        self.own["first due"], self.own["due"] = before, self.seconds("due_at", "assist", "1")
        assert self.own["due"] >= before + 5 * DAY

    def union_answers_in_the_time_it_was_given(self):
        self.house.travel(self.own["due"] - 14 * HOUR)
        assert self.house.stands_at > self.own["first due"]
        self.union_in(self.own["letter"]).press("答复")
        self.union.fill("核查情况", REPLY)
        self.union.press("继续")
        self.union.press("去核对")
        self.union.press("发出答复")
        self.union.sees("答复已发出", "经办单位同意延期")
        self.union.misses("到期没有答复", "请在此前答复")
        self.union.picture("answered")

    # ---- record, extension, hearing ----
    def a_record_is_confirmed_by_the_other(self):
        self.officer(self.case).sees(REPLY)
        self.case.press("写核查记录")
        self.case.choose("访谈")
        self.case.fill("哪一天", beijing(self.house.stands_at))
        Select(self.case.field("一起核查的人")).select_by_visible_text("示例协办")
        self.case.fill("和谁谈", "档案室管理员")
        self.case.fill("问了什么", ASKED)
        self.case.fill("回答", SAID)
        self.case.choose("记录里看不出是谁反映的")
        self.case.picture("a record")
        self.case.press("交另一位核查人确认")
        self.case.sees("等另一位核查人确认", SAID)
        self.officer(self.second).press("确认这份记录")
        self.second.sees(ASKED, SAID)
        self.second.choose("与实际相符")
        self.second.picture("confirming a record")
        self.second.press("提交")
        self.second.sees("已处理这份记录", "已确认")

    def is_extended_by_two(self):
        before = self.deadline()
        self.other_move(self.officer(self.case), "延长核查期限")
        self.case.picture("extension")
        self.case.press("交另一位审核")
        self.agreed(self.officer(self.head))
        self.head.picture("extended")
        assert self.deadline() >= before + 15 * DAY
        self.looks().sees("延期告知", "因情况复杂")
        self.citizen.picture("told of the extension")

    def the_clock_stands_still_for_a_hearing(self):
        self.own["before"] = self.deadline()
        self.other_move(self.officer(self.case), "举行听证")
        self.case.fill("告知反映人的话", HEARING)
        self.case.picture("hearing")
        self.case.press("发出听证通知")
        self.case.sees("听证通知已发出", "期限暂停")
        self.looks().sees("听证通知", HEARING)
        self.citizen.picture("asked to a hearing")

    def the_hearing_is_held(self):
        self.house.travel(self.house.stands_at + 14 * DAY)  # longer than any holiday
        self.officer(self.case).press("听证结束")
        self.case.fill("存卷的记录", "听证由三人主持，双方都到场，意见记录在卷。")
        self.case.press("结束听证")
        self.case.sees("听证已结束", "核查中")
        self.case.picture("hearing held")
        assert self.deadline() > self.own["before"], (self.deadline(), self.own["before"])

    # ---- decision, review ----
    def decision_is_drafted(self):
        self.officer(self.case).press("拟定处理决定")
        self.case.misses("还没有经另一位核查人确认的核查记录", "还有核查记录没有确认")
        self.case.choose("部分属实")
        self.case.choose("异议部分成立")
        self.case.fill("理由", "验收单和访谈一致：由其牵头，五人完成，“独立完成”的说法不准确。")
        self.case.fill("告知反映人的话", TOLD)
        self.case.press("去核对")
        self.case.sees("反映人会看到", TOLD, "部分属实")
        self.case.picture("decision, partly sustained")
        self.case.press("交负责人批准")
        self.case.sees("须由另一位负责人批准")

    def decision_is_approved_and_told(self):
        self.officer(self.head).press("批准")
        prove_again(self.house, self.head, "approver")
        self.head.sees(TOLD)
        self.head.press("批准")
        prove_again(self.house, self.head, "approver")
        self.head.sees("决定已批准")
        self.officer(self.case).press("告知决定")
        self.case.press("告知")
        self.case.sees("决定已告知")
        self.case.picture("told")

    def union_signs_for_the_result(self):
        letter = self.house.sql("SELECT slug FROM union_letter ORDER BY id DESC LIMIT 1")[0][0]
        link = self.house.wait_mail("", r"贵会推荐的人选[\s\S]*?(http://union\.localhost:\d+/letter/%s)" % letter)
        self.union_in(link).sees("异议处理结果告知", "异议部分成立", "丁虚")
        self.union.misses(TOLD, SAID)
        self.union.press("签收")
        self.union.sees("已签收")
        self.union.picture("the result")

    def correction_waits_for_the_end(self):
        """Its control: while the objector may still ask for the review nobody can correct."""
        self.officer(self.case, self.own["candidate"])
        self.case.misses("更正后再次公示")
        assert self.house.sql("SELECT COUNT(*) FROM candidate_proposal") == [["0"]]

    def objector_asks_for_the_review(self):
        self.looks().sees("已作出决定并告知", "异议部分成立" + TOLD, "申请复核")
        text = self.citizen.text()
        assert text.index("处理决定") < text.index("听证通知") < text.index("补正通知")  # the newest first
        self.citizen.picture("the outcome")
        self.citizen.press("申请复核")
        self.citizen.fill("申请复核的理由", WHY_AGAIN)
        self.citizen.picture("asking for the review")
        self.citizen.press("提交复核申请")
        self.citizen.sees("复核申请已收到")

    def review_is_decided_by_one_without_a_hand(self):
        self.officer(self.case).misses("/move/DECIDE_REVIEW")
        self.officer(self.desk, None, "reviewer").sees(WHY_AGAIN, REPLY)
        self.desk.picture("under review")
        self.desk.press("复核决定")
        self.desk.choose("维持原处理决定")
        self.desk.fill("告知反映人的话", REVIEWED)
        self.desk.fill("存卷的记录", "看过全部案卷，原决定事实清楚。")
        self.desk.picture("deciding the review")
        self.desk.press("作出复核决定")
        prove_again(self.house, self.desk, "reviewer")
        self.desk.sees("复核决定已告知")

    def closes_by_itself(self):
        self.house.sweep()
        self.becomes("SELECT state FROM objection", "CLOSED")
        self.looks().sees("已办结", "维持原处理决定" + REVIEWED)
        self.citizen.misses("您现在可以")
        self.citizen.fits()
        self.citizen.picture("closed")
        self.officer(self.case).sees("已办结")
        self.case.picture("closed")

    def walk(self):
        return walk((self.citizen, self.union, self.case, self.second, self.head, self.desk, self.publisher), [
            ("a citizen objects in his own name", self.objects),
            ("the identity desk confirms the person and sees no text", self.desk_confirms),
            ("one letter names everything that is missing, once", self.asks_for_what_is_missing),
            ("the objector supplies it in the last hour of the term, what is too short is told beside it", self.supplies_in_the_last_hour),
            ("two accept it, and the candidate is on hold by itself", self.is_accepted_by_two),
            ("officers see the hold, no public page and no objector does", self.nobody_outside_learns_of_the_hold),
            ("two different officers are named to look into it", self.two_are_named),
            ("the union is asked by an abstract that another officer sends", self.union_is_asked),
            ("the union signs for it and asks for more time", self.union_asks_for_more_time),
            ("more time is granted, counted on from the first term", self.more_time_is_granted),
            ("the union answers after the first term and within the second, and is not overdue", self.union_answers_in_the_time_it_was_given),
            ("what one investigator wrote down is confirmed by the other", self.a_record_is_confirmed_by_the_other),
            ("the investigation is extended by two, and the objector is told", self.is_extended_by_two),
            ("for a hearing the clock stands still, and the objector is asked to it", self.the_clock_stands_still_for_a_hearing),
            ("after the hearing the term ends later by the days it stood still", self.the_hearing_is_held),
            ("a decision is drafted with what was found of each ground: partly true", self.decision_is_drafted),
            ("another officer approves it, and it is told", self.decision_is_approved_and_told),
            ("the union signs for the result and reads nothing else", self.union_signs_for_the_result),
            ("nobody can correct while the review may be asked for", self.correction_waits_for_the_end),
            ("the objector reads the outcome with his code and asks for the review", self.objector_asks_for_the_review),
            ("a reviewer who had no hand in it decides the review", self.review_is_decided_by_one_without_a_hand),
            ("the case closes by itself, and the objector reads the end of it", self.closes_by_itself),
            ("two agree that the candidate is corrected and noticed again", self.correction_is_agreed_by_two),
            ("an editor drafts the correction with a full period for this candidate", self.correction_is_drafted),
            ("another officer reads and publishes it", self.correction_is_published_by_another),
            ("the public reads what changed and until when it may object to this candidate", self.public_reads_what_changed),
            ("at the printed end of the second notice, not before, the candidate is clear", self.clear_by_itself_at_the_printed_end),
            ("the recognition of the round is proposed by one paper", self.round_is_proposed),
            ("another officer agrees, and all are recognised at once", self.round_is_recognised_by_one_paper),
            ("the final list is drafted by one, published by another, and read by all", self.final_list_is_drafted_and_published),
        ])


def main():
    with House("--time-travel") as house, contextlib.ExitStack() as stack:
        return Long(house, stack).walk()


if __name__ == "__main__":
    sys.exit(main())
