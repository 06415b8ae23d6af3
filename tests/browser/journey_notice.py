#!/usr/bin/env python3
"""journey_notice: two officers make a notice: round, list with flaws, words, period, order, check; one drafts, another publishes. No script."""
import contextlib
import os
import sys
import time

from journey import DESK, House, person, prove_again, sign_in, walk

CSV = """序号,姓名,工作单位,岗位,推荐单位,产业领域,类别,主要事迹
1,仇样一,虚构远帆科技有限公司,运维工程师,西湖区总工会,云计算,认定,负责虚构的平台运维。
2,王样二,虚构远帆科技有限公司,算法工程师,西湖区总工会,人工智能,认定,带队完成虚构的项目。
3,𠮷样三,虚构长河软件有限公司,测试工程师,上城区总工会,大数据,提名奖,编写虚构的标准。
"""
FLAWED = CSV + "4,,虚构远帆科技有限公司,工程师,没有这个总工会,云计算,认定,\n"


def beijing(shape, days=0):
    """The day there, which is another one in the evening of a machine that keeps UTC."""
    return time.strftime(shape, time.gmtime(time.time() + 8 * 3600 + days * 86400))


class Notice:
    def __init__(self, house, stack):
        self.house, self.own = house, {}
        self.slug = "j%d" % (time.time() % 1000000)
        self.good, self.bad = os.path.join(house.home, "good.csv"), os.path.join(house.home, "bad.csv")
        for path, text in ((self.good, CSV), (self.bad, FLAWED)):
            with open(path, "w", encoding="utf-8-sig") as f:
                f.write(text)
        self.editor, self.publisher = (stack.enter_context(person("notice-" + x, DESK)) for x in ("editor", "publisher"))
        self.citizen = stack.enter_context(person("notice-citizen"))

    def come_in(self):
        sign_in(self.house, self.editor, "editor")
        self.editor.picture("home")
        self.editor.misses("收件箱", "核实")

    def make_round(self):
        self.editor.press("公示")
        self.editor.press("新建届次")
        self.editor.press("新建")
        self.editor.sees("处需要修改")
        self.editor.picture("round, left empty")
        self.editor.fill("届次名称", "走查届次")
        self.editor.fill("网址代号", self.slug)
        self.editor.press("新建")
        self.editor.sees("届次已建好", "走查届次")

    def flawed(self):
        self.editor.press("导入名单")
        self.editor.fill("名单文件", self.bad)
        self.editor.press("上传并核对")
        self.editor.sees("第 5 行", "姓名", "推荐单位")
        self.editor.misses(">接收名单<")
        self.editor.picture("import with flaws")

    def take(self):
        self.editor.press("换一份文件")
        self.editor.fill("名单文件", self.good)
        self.editor.press("上传并核对")
        self.editor.sees("将要接收的名单", "𠮷样三")
        self.editor.picture("import")
        self.editor.press("接收名单")
        self.editor.sees("名单已接收")
        self.own["version"] = self.editor.path().split("?")[0].split("#")[0]

    def words(self):
        self.editor.press("写公示文字")
        self.editor.fill("标题", "关于走查届次拟认定人选的公示")
        self.editor.fill("文号", "杭数匠示[2026]99号")
        self.editor.fill("正文", "第一段，说明来由。\n\n第二段，请社会监督。")
        self.editor.fill("排序说明", "按姓氏笔画排序")
        self.editor.fill("受理单位", "认定工作领导小组办公室（虚构）")
        self.editor.fill("受理电话", "0571-00000001")
        self.editor.fill("监督单位", "机关纪委（虚构）")
        self.editor.fill("监督电话", "0571-00000002")
        self.editor.fill("落款单位", "杭州市总工会（虚构）")
        self.editor.fill("落款日期", beijing("%Y年%m月%d日"))
        self.editor.press("预览")
        self.editor.sees("还没有保存", "杭数匠示〔2026〕99号")
        self.editor.picture("words, looked at before saving")
        self.editor.press("保存")
        self.editor.sees("公示文字已保存")

    def period(self):
        self.editor.open(self.house.url("staff", self.own["version"] + "/period"))
        self.editor.fill("公示第一天", beijing("%Y-%m-%d"))
        self.editor.choose("自己写最后一天")
        self.editor.fill("公示最后一天", beijing("%Y-%m-%d", 9))
        self.editor.choose("算，第一天")
        self.editor.press("推算")
        self.editor.sees("逐日推算")
        self.editor.picture("period, day by day")
        self.editor.press("按这个结果保存")
        self.editor.sees("公示期已保存")

    def order(self):
        self.editor.open(self.house.url("staff", self.own["version"] + "/order"))
        self.editor.sees("仇样一", "4 画", "笔画相同")
        self.editor.picture("order")

    def ready(self):
        self.editor.open(self.house.url("staff", self.own["version"] + "/check"))
        self.editor.picture("check")
        self.editor.press("提请核发")
        self.editor.sees("等另一位人员核对")

    def publish(self):
        sign_in(self.house, self.publisher, "publisher")
        self.publisher.sees("等您发布的公示")
        self.publisher.open(self.house.url("staff", self.own["version"]))
        self.publisher.press("核对并发布")
        prove_again(self.house, self.publisher, "publisher")
        self.publisher.sees("请从头到尾核对", "第二段，请社会监督。", "𠮷样三")
        self.publisher.picture("read before publishing")
        self.publisher.press("发布公示")
        prove_again(self.house, self.publisher, "publisher")
        self.publisher.sees("公示已发布")
        self.publisher.picture("published, unions are told")

    def seen(self):
        self.citizen.open(self.house.url("public"))
        self.citizen.press("关于走查届次拟认定人选的公示")
        self.citizen.sees("杭数匠示〔2026〕99号", "仇样一", "𠮷样三", "还剩", "机关纪委（虚构）", "杭州市总工会（虚构）")
        self.citizen.fits()
        self.citizen.picture("the notice")

    def told(self):
        assert self.house.wait_mail("example.com", r"关于走查届次拟认定人选的公示")

    def walk(self):
        return walk((self.editor, self.publisher, self.citizen), [
            ("an editor signs in and sees no objections", self.come_in),
            ("a round is made, an empty form is told what is missing", self.make_round),
            ("a list with flaws is named line by line and cannot be taken over", self.flawed),
            ("a good list is looked at and taken over", self.take),
            ("words are looked at before they are saved, brackets of the number mended", self.words),
            ("the period is reckoned day by day", self.period),
            ("the order stands by strokes, ties are marked", self.order),
            ("the drafter hands it over", self.ready),
            ("a second officer reads all of it and publishes", self.publish),
            ("a citizen reads the notice on a phone", self.seen),
            ("the nominating unions are told by mail", self.told),
        ])


def main():
    with House() as house, contextlib.ExitStack() as stack:
        return Notice(house, stack).walk()


if __name__ == "__main__":
    sys.exit(main())
