"""corrections: a notice corrected through the front door, as officers do it: what the public sees of it, and whose window opens. Its checks run
in the house of overtaken.py."""
import re
import time

from reader import Reader

FACT = "二〇二六年三月，他所称的成果由别人完成，项目组的验收记录可以查到，记录人也在场。"


def publish(d, notice):
    d.one.open(notice + "/check").press("提请核发").sees(200, "已提请核发")
    d.publisher.open(notice + "/publish").prove("publisher").sees(200, "请从头到尾核对").press("发布公示").prove("publisher")
    d.publisher.sees(200, "公示已发布")
    time.sleep(2.1)  # nginx may show a page for so long


def person_of(d, name):
    d.one.open(d.draft_of + "/people")
    row = re.search(r'<th role="rowheader" scope="row">%s.*?href="([^"]+)"' % name, d.one.html, re.S)
    return d.one.open(row.group(1))


def a_plain_correction_is_told_and_moves_no_period(d, day):
    d.written(first=day(10), last=day(16))
    publish(d, d.notice)
    d.slug_public = re.search(r"/notice/([^<\"]+)", d.one.open(d.notice).html).group(1)
    before = re.search(r'<time datetime="([^"]+)"', d.house.get("public", "/notice/" + d.slug_public)[2]).group(1)
    d.one.open(d.notice + "/correct").press("开始更正").sees(422, "请写更正说明")
    d.one.press("开始更正", correction="第 1 号人选的岗位录入有误。").sees(200, "更正的草稿已建好")
    d.draft_of = d.one.path.split("?")[0]
    d.two.open(d.notice).sees(200, "这一版已有更正").misses("更正公示")
    d.one.open(d.draft_of + "/check").sees(200, "和上一版完全一样").misses("提请核发")
    d.one.open(d.draft_of + "/period").sees(200, "更正人选").misses("公示第一天")
    person_of(d, "丁样一").press("保存", person_name="").sees(422, "请写姓名")
    d.one.press("保存", person_name="丁样一", post="高级技师").sees(200, "人选已更正", "有改动")
    publish(d, d.draft_of)
    reader = Reader(d.house, "public").open("/notice/" + d.slug_public)
    reader.sees(200, "第 2 版", "第 1 号人选的岗位录入有误。", "高级技师")
    assert re.search(r'<time datetime="([^"]+)"', reader.html).group(1) == before
    reader.open("/notice/%s/version/2/changes" % d.slug_public).sees(200, "第 2 版改了什么", "原： 技师", "现： （新增： 高级 ） 技师")
    reader.open("/en/notice/%s/version/2/changes" % d.slug_public).sees(200, "What version 2 changed", "(added: 高级 )")
    reader.open("/notice/%s/version/1" % d.slug_public).sees(200, "这是第 1 版，现在有效的是第 2 版").misses("高级技师")
    assert reader.open("/notice/%s/version/1/changes" % d.slug_public).status == 404


def who_is_noticed_again_can_be_objected_to_and_nobody_else(d, day):
    d.one.open(d.draft_of + "/correct").press("开始更正", correction="第 2 号人选的工作单位有误，再次公示。")
    d.draft_of = d.one.path.split("?")[0]
    person_of(d, "丁样二").press("保存", employer="虚构潮数科技有限公司", renewed="1").sees(200, "人选已更正", "再次公示")
    d.one.open(d.draft_of + "/check").sees(200, "没有定公示期")
    d.one.open(d.draft_of + "/period").press("推算", open_day=day(), by="LAST_DAY", last_day=day(8)).press("按这个结果保存").sees(200, "公示期已保存")
    publish(d, d.draft_of)
    page = d.house.get("public", "/notice/%s/object" % d.slug_public)[2]
    again, other = (re.search(r'href="(/object/[^"]+)">%s<' % name, page).group(1) for name in ("丁样二", "丁样一"))
    Reader(d.house, "public").open(other).sees(200, "公示还没有开始").misses("您以什么身份提出")
    who = Reader(d.house, "public").open(again).sees(200, "您以什么身份提出")
    who.press("继续", kind="PERSON").press("继续", grounds="UNTRUE").press("继续", statement=FACT).press("继续")
    who.press("继续", name="欧阳守密", email="later@example.org").press("继续", consent="1").sees(200, "提交前请核对")
    time.sleep(3.1)
    who.press("提交异议").sees(200, "异议已收到")
    assert d.house.sql("SELECT state FROM objection ORDER BY id DESC LIMIT 1") == [["SUBMITTED"]]
    reader = Reader(d.house, "public").open("/notice/" + d.slug_public).sees(200, "正在公示", "再次公示", "只对更正后再次公示的人选", "1 人")
    reader.open("/").sees(200, "正在公示")


def what_was_corrected_is_neither_corrected_nor_withdrawn_again(d, day):
    d.publisher.open(d.notice + "/withdraw").prove("publisher").press("撤销公示", reason="名单有误，整份撤销。").prove("publisher")
    d.publisher.sees(409, "这一版已更正")
    d.one.open(d.draft_of + "/correct").press("开始更正", correction="又有一处录入有误，更正。")
    third = d.one.path.split("?")[0]
    d.publisher.open(d.draft_of + "/withdraw").prove("publisher").press("撤销公示", reason="名单有误，整份撤销。").prove("publisher")
    d.publisher.sees(200, "公示已撤销")
    d.one.open(third + "/check").sees(200, "已经撤销")
    d.one.open(third).press("放弃这次更正").sees(200, "草稿已放弃")
    time.sleep(2.1)
    Reader(d.house, "public").open("/notice/%s/version/1" % d.slug_public).sees(200, "这份公示已撤销")


CHECKS = (a_plain_correction_is_told_and_moves_no_period, who_is_noticed_again_can_be_objected_to_and_nobody_else,
          what_was_corrected_is_neither_corrected_nor_withdrawn_again)
