#!/usr/bin/env python3
"""overtaken: one notice, one union, two windows: who comes second is told what happened, keeps what he typed and overwrites nothing
unknowingly. And lists and fields as they should not be."""
import datetime
import functools
import os
import sys
import traceback

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(TOP, "tests", "support"))

import corrections  # noqa: E402
from house import House  # noqa: E402
from reader import Reader  # noqa: E402

HEAD = "姓名,工作单位,岗位,推荐单位,产业领域,类别\n"
GOOD = HEAD + "".join("%s样%s,虚构云图科技有限公司,技师,上城区总工会,大数据,认定\n" % (a, b) for a in "丁王李" for b in "一二")
BODY = "第一段。\n\n第二段，还没有存。"
WORDS = {"title": "关于示例的公示", "body": "第一段。", "handling_office": "办公室", "handling_phone": "0571-00000001",
         "supervision_office": "机关纪委", "supervision_phone": "0571-00000002", "signed_by": "办公室"}


def day(after=0):
    return (datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))) + datetime.timedelta(days=after)).strftime("%Y-%m-%d")


class Desk:
    """The same editor at two windows, and the publisher."""

    def __init__(self, house):
        self.house = house
        self.one, self.two, self.publisher = (Reader(house, "staff") for _ in range(3))
        self.one.sign_in("editor")
        self.publisher.sign_in("publisher")
        self.two.sign_in("editor")
        self.rounds = 0

    def upload(self, who, name, content):
        return who.open("/notices/round/%s/import" % self.slug).press("上传并核对", (name, content))

    def draft(self):
        """A round of its own with a draft in it; its address."""
        self.rounds += 1
        self.slug = "o%d" % self.rounds
        self.one.open("/notices/round").press("新建", round_title="示例 %s" % self.slug, slug=self.slug).sees(200, "届次已建好")
        self.upload(self.one, "list.csv", GOOD.encode()).press("接收名单").sees(200, "名单已接收")
        self.notice = self.one.path.split("?")[0]

    def written(self, first=None, last=None):
        self.draft()
        self.one.open(self.notice + "/words").press("保存", signed_day=day(), **WORDS).sees(200, "公示文字已保存")
        self.one.open(self.notice + "/period").press("推算", open_day=first or day(), by="LAST_DAY", last_day=last or day(8))
        self.one.press("按这个结果保存").sees(200, "公示期已保存")


def words_of_another_window_stay(d):
    d.draft()
    d.one.open(d.notice + "/words")
    d.two.open(d.notice + "/words").press("保存", title="另一个窗口的标题").sees(200, "公示文字已保存")
    d.one.press("保存", title="我的标题", body=BODY)
    d.one.sees(409, "别人改过这份公示", "示例编辑 修改公示文字", "另一个窗口的标题")
    assert d.one.typed("title") == "我的标题" and d.one.typed("body") == BODY
    d.two.open(d.notice).sees(200, "另一个窗口的标题")
    d.one.press("保存").sees(200, "公示文字已保存", "我的标题")


def a_person_stays_where_he_was_put(d):
    d.draft()
    d.one.open(d.notice + "/order")
    d.two.open(d.notice + "/order").press("下移").sees(200, "顺序已调整")
    d.one.press("下移").sees(409, "刚被别人改过", "示例编辑 调整顺序")
    d.one.open(d.notice + "/order").press("移动", to="百").sees(422, "请只写数字")
    d.one.press("移动", to="99").sees(422, "没有这个位置")


def a_period_is_set_on_what_was_seen(d):
    d.draft()
    d.one.open(d.notice + "/period").press("推算", open_day=day(1), by="LAST_DAY", last_day=day(7)).sees(200, "逐日推算")
    d.two.open(d.notice + "/period").press("推算", open_day=day(2), by="LAST_DAY", last_day=day(9)).press("按这个结果保存")
    d.one.press("按这个结果保存").sees(409, "示例编辑 定公示期", "逐日推算")
    assert d.one.typed("last_day") == day(7)
    d.one.press("按这个结果保存").sees(200, "公示期已保存")


def a_list_replaces_only_people_that_were_seen(d):
    d.draft()
    d.upload(d.one, "again.csv", GOOD.encode()).sees(200, "会替换草稿里现有的")
    d.two.open(d.notice + "/order").press("下移").sees(200, "顺序已调整")
    d.one.press("接收名单").sees(409, "调整顺序")
    d.one.press("接收名单").sees(200, "名单已接收")


def nothing_is_published_unread(d):
    d.written()
    d.one.open(d.notice + "/check").press("提请核发").sees(200, "已提请核发")
    d.publisher.open(d.notice + "/publish").prove("publisher").sees(200, "请从头到尾核对", "第一段。")
    d.one.open(d.notice + "/review").press("退回修改", note="标题再改一改").sees(200, "已退回修改")
    d.publisher.press("发布公示").prove("publisher").sees(409, "已退回修改", "标题再改一改").misses("发布后，会通知")
    d.publisher.open(d.notice + "/words").sees(403, "不在您的职责内")
    d.one.open(d.notice + "/words").press("保存", body="换过的一段。").sees(200, "公示文字已保存")
    d.one.open(d.notice + "/check").press("提请核发").sees(200, "已提请核发")
    d.one.open(d.notice + "/publish").sees(403, "不在您的职责内")
    d.publisher.open(d.notice + "/publish").prove("publisher").sees(200, "换过的一段。")
    d.publisher.press("发布公示").prove("publisher").sees(200, "公示已发布", "上城区总工会")
    d.one.open(d.notice + "/words").sees(200, "公开网址")


def a_union_of_another_window_stays(d):
    code = "o%d" % os.getpid()
    d.one.open("/unions/new").press("添加", union_code=code, union_name="示例工会 " + code, kind="INDUSTRY", primary_name="甲样", primary_phone="1")
    d.one.sees(422, "主要联系人的手机号请写 11 位").press("添加", primary_phone="13800138000").sees(200, "推荐单位已添加")
    number = d.house.sql("SELECT id FROM nominating_union WHERE code = '%s'" % code)[0][0]
    d.one.open("/unions/" + number)
    d.two.open("/unions/" + number).press("保存", primary_phone="13900139000").sees(200, "推荐单位已修改")
    d.one.press("保存", backup_name="乙样", backup_email="b@example.com").sees(409, "刚被别人改过", "13900139000")
    assert d.one.typed("backup_name") == "乙样"
    d.one.press("保存").sees(200, "推荐单位已修改")
    d.one.open("/unions/" + number).press("停用这家单位").sees(200, "推荐单位已停用")


def every_bad_list_is_told_why(d):
    d.draft()
    kept = d.house.sql("SELECT COUNT(*) FROM candidate")
    for content, said in (
            (b"", "文件是空的"), (b"x" * 1100000, "超过 1 MB"), (b"PK\x03\x04" + bytes(900), "这是 Excel 文件"), (b"\xff" * 900, "认不出来"),
            ((HEAD + '"丁样,单位').encode(), "引号没有成对"), ("姓名,岗位\n丁样,技师\n".encode(), "缺少这一列"), (HEAD.encode(), "没有人员"),
            ((HEAD + "丁样,单位,技师,月球总工会,云,认定\n").encode(), "没有这个名称"),
            ((HEAD + "丁样,单位,技师,上城区总工会,云,特等\n").encode(), "请写“认定”或“提名奖”"),
            ((HEAD + "丁\u200b样,单位,技师,上城区总工会,云,认定\n").encode(), "看不见的字符"),
            ((HEAD + "丁样,单位,技师,上城区总工会,云,认定\n" * 2).encode(), "是同一个人")):
        d.upload(d.two, "bad.csv", content).sees(422 if said in ("文件是空的", "超过 1 MB") else 200, said).misses("接收名单")
    d.upload(d.two, "<b>.csv", (HEAD + "<i>样,单位,技师,上城区总工会,云,认定\n").encode()).sees(200, "<i>样", "<b>.csv")
    assert d.house.sql("SELECT COUNT(*) FROM candidate") == kept


def every_bad_field_is_told_and_nothing_typed_is_lost(d):
    d.draft()
    for field, value, said in (
            ("title", "题" * 151, "标题最多写 150 个字"), ("title", "", "请写标题"), ("body", "字" * 10001, "正文最多写 10000 个字"),
            ("doc_number", "一号文件", "请写成这样"), ("handling_email", "a b", "电子邮箱请写完整"), ("signed_day", "2026-02-30", "落款日期请写成这样"),
            ("supervision_phone", "1" * 61, "最多 60 个字"), ("order_note", "按\u202e序", "看不见的字符")):
        d.two.open(d.notice + "/words").press("保存", **{"signed_by": "还在这里", field: value}).sees(422, said)
        assert d.two.typed("signed_by") == "还在这里"
    for query, said in (("open_day=2026-13-01&by=WORKDAYS&workdays=5&first=COUNTED", "公示第一天请写成这样"),
                        ("open_day=&by=&workdays=&first=&last_day=", "请写公示第一天"),
                        ("open_day=2026-04-01&by=LAST_DAY&last_day=2026-03-01", "早于第一天"),
                        ("open_day=2020-01-02&by=WORKDAYS&workdays=5&first=COUNTED", "2020 年的放假安排")):
        d.two.open("%s/period?%s" % (d.notice, query)).sees(422, said)
    for path in ("/notices/0", "/notices/x", "/notices/round/none/import", "/notices/import/0", "/unions/0"):
        assert d.two.open(path).status == 404


CHECKS = (words_of_another_window_stay, a_person_stays_where_he_was_put, a_period_is_set_on_what_was_seen,
          a_list_replaces_only_people_that_were_seen, nothing_is_published_unread, a_union_of_another_window_stays,
          every_bad_list_is_told_why, every_bad_field_is_told_and_nothing_typed_is_lost) + tuple(
              functools.wraps(check)(lambda d, check=check: check(d, day)) for check in corrections.CHECKS)


def main():
    failed = 0
    print("1..%d" % len(CHECKS))
    with House() as house:
        desk = Desk(house)
        for number, check in enumerate(CHECKS, 1):
            try:
                check(desk)
                print("ok %d - %s" % (number, check.__name__.replace("_", " ")), flush=True)
            except Exception:  # whatever it is, the other checks are still worth knowing
                failed += 1
                print("not ok %d - %s" % (number, check.__name__.replace("_", " ")))
                print("\n".join("# " + line for line in traceback.format_exc().split("\n")), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
