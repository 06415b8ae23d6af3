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


def moved(d, name, move, to_state):
    """A candidate of the round put somewhere by the owner's hand."""
    d.house.sql("INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state, reason, paper) "
                "SELECT e.candidate_id, UTC_TIMESTAMP(6), 'SYSTEM', '%s', IF('%s' = 'REVOKE', 'RECOGNISED', 'NOTICED'), '%s', '主要事迹不实', "
                "'杭工〔2026〕9号' FROM candidate_entry e JOIN notice_version v ON v.id = e.version_id JOIN notice n ON n.id = v.notice_id "
                "WHERE n.slug = '%s-1' AND e.name = '%s'" % (move, move, to_state, d.slug, name))


def the_final_list_is_made_by_two_and_keeps_who_is_revoked(d, day):
    d.written()
    publish(d, d.notice)
    place = "/final/" + d.slug
    d.one.open("/notices").sees(200, "认定公告")
    d.one.open(place).sees(200, "还没有认定公告").press("起草认定公告").sees(409, "还没有认定的人选")
    moved(d, "丁样一", "RECOGNISE", "RECOGNISED")
    d.one.press("起草认定公告").sees(200, "草稿已建好", "标题或正文没有写", "丁样一").misses("丁样二", "提请核发")
    d.one.open(place + "/words").press("保存", title="", body="经公示和审定，现予公布。").sees(422, "请写标题")
    assert d.one.typed("body") == "经公示和审定，现予公布。"
    d.two.open(place + "/words")
    d.one.press("保存", title="关于公布示例名单的公告", signed_by="市总工会", signed_day=day()).sees(200, "公告文字已保存")
    d.two.press("保存", title="另一个标题", body="另一段。").sees(409, "别人改过这份认定公告")
    moved(d, "丁样二", "RECOGNISE", "RECOGNISED")
    d.one.open(place).sees(200, "认定的人选有变化").misses("提请核发")
    d.one.press("重新取认定名单").sees(200, "名单已重新取过", "丁样二").press("提请核发").sees(200, "等另一位人员核对")
    assert Reader(d.house, "public").open(place).status == 404
    d.publisher.open(place).press("退回修改", note="").sees(422, "请写明要改什么")
    d.publisher.press("发布认定公告").prove("publisher").sees(200, "认定公告已发布", "公开网址")
    time.sleep(2.1)
    reader = Reader(d.house, "public").open("/notice/%s-1" % d.slug).sees(200, "认定名单已公布", "关于公布示例名单的公告")
    reader.open("/").sees(200, "认定公告", "关于公布示例名单的公告")
    reader.open(place).sees(200, "经公示和审定", "杭州数字工匠 2 人", "丁样一").misses("称号已撤销")
    moved(d, "丁样二", "REVOKE", "REVOKED")
    time.sleep(2.1)
    reader.open(place).sees(200, "丁样二", "称号已撤销", "杭工〔2026〕9号", "主要事迹不实")
    d.publisher.open(place + "/withdraw").prove("publisher").press("撤销认定公告", reason="名单有误，另行公布。").prove("publisher")
    d.publisher.sees(200, "认定公告已撤销")
    time.sleep(2.1)
    reader.open(place).sees(200, "公告已撤销", "名单有误，另行公布。")


CHECKS = (a_plain_correction_is_told_and_moves_no_period, who_is_noticed_again_can_be_objected_to_and_nobody_else,
          what_was_corrected_is_neither_corrected_nor_withdrawn_again, the_final_list_is_made_by_two_and_keeps_who_is_revoked)
