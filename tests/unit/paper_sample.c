/* paper_sample: writes a paper of fictional people to its output, as long as a real one, with names that few fonts have.
 *     paper_sample notice|red|draft|table|wide [NAME of the first person]
 *     paper_sample font TEXT        the web font of its rare characters
 *     paper_sample missing TEXT     the first character of it that no font has */
#include <stdio.h>
#include <string.h>

#include "fonts.h"
#include "notice_pdf.h"
#include "rare_font.h"
#include "table_pdf.h"


#define MADE_AT INT64_C(1795478400000000)
enum { SAMPLE_PEOPLE = 50, SAMPLE_COLUMNS = 5 };

static const char *const sample_names[] = { "张样例", "李䶮", "王𬭎", "赵𠮷示", "⿰钅㬎", "古丽巴哈尔·艾合买提江", "钱𫟹", "孙𰻝", "周例", "吴㛃" };

static const char *const sample_paragraphs[] = {
    "根据首届杭州数字工匠认定工作安排，经各区、县（市）总工会和产业工会推荐、资格审核、专家评审、领导小组审定，拟认定50名同志为首届“杭州数字工匠”、10名同志获首届“杭州数字工匠”提名奖。现将名单予以公示，接受社会监督。",
    "一、公示时间",
    "2026年11月24日至2026年11月30日24时（星期一），共5个工作日。",
    "二、意见反映",
    "（一）反映方式",
    "公示期内，任何单位和个人对公示人选有异议的，可以在网上提出，也可以来信、来电、来访。以单位名义反映的，请加盖单位公章，写明联系人和联系电话；以个人名义反映的，请署真实姓名并留下联系方式。反映情况应当实事求是、客观公正，并尽量提供可以核实的线索。我们对反映人的身份严格保密。",
    "受理异议：杭州数字工匠认定工作领导小组办公室，电话0571-00000000，电子邮箱office@example.com，地址杭州市上城区示例路1号（310000），办公时间工作日9:00—17:00。",
    "监督：杭州市总工会机关纪委，电话0571-00000001。",
};

static const char *const sample_heads[] = { "序号", "姓名", "工作单位", "岗位", "推荐工会" };
static const char *const sample_lines[] = { "名单、更正和提出异议，见网上公示：", "https://public.example.com/notice/2026-01" };

static struct notice_pdf sample_notice(struct mem *m, const char *name)
{
    const char **cells = mem_array(m, (size_t)SAMPLE_PEOPLE * SAMPLE_COLUMNS, sizeof *cells);
    for (size_t i = 0; i < SAMPLE_PEOPLE; i++) {
        const char **row = cells + i * SAMPLE_COLUMNS;
        row[0] = mem_printf(m, "%zu", i + 1);
        row[1] = sample_names[i % (sizeof sample_names / sizeof *sample_names)];
        row[2] = i % 3 == 0 ? "虚构码上智能装备（杭州）有限公司" : "虚构潮数科技有限公司";
        row[3] = i % 2 == 0 ? "工业机器人系统运维员" : "网络安全值守工程师、首席技师";
        row[4] = "临平区总工会";
    }
    if (name != NULL)
        cells[1] = name;
    struct notice_pdf_list *lists = mem_array(m, 2, sizeof *lists);
    lists[0] = (struct notice_pdf_list){ "首届“杭州数字工匠”拟认定人选名单", "（共50人，按姓氏笔画排序）", cells, SAMPLE_PEOPLE };
    lists[1] = (struct notice_pdf_list){ "首届“杭州数字工匠”提名奖拟认定人选名单", "（共10人，按姓氏笔画排序）", cells, 10 };
    return (struct notice_pdf){
        .mark = "", .doc_number = "", .title = "关于首届“杭州数字工匠”拟认定人选的公示", .paragraphs = sample_paragraphs,
        .paragraph_count = sizeof sample_paragraphs / sizeof *sample_paragraphs, .lists = lists, .list_count = 2,
        .signed_by = "杭州市总工会", .signed_day = "2026年11月23日", .url = "https://public.example.com/notice/2026-01",
        .url_lines = sample_lines, .url_line_count = 2, .heads = sample_heads, .attachment = "附件",
        .made_at = MADE_AT };
}

static bool table(struct mem *m, bool wide, struct buf *out, struct fail *f)
{
    static const struct table_column COLUMNS[] = { { "序号", 3, true }, { "推荐工会", 8, false }, { "收件人", 5, false }, { "送达时间", 10, false },
                                                   { "经过", 12, false }, { "说明", 20, false } };
    static const char *const LINES[] = { "公示：关于首届“杭州数字工匠”拟认定人选的公示", "截至2026年11月30日 9:00" };
    static const char *const NOTES[] = { "本表由系统按发送记录生成。" };
    size_t columns = wide ? 6 : 5, rows = 120;
    const char **cells = mem_array(m, columns * rows, sizeof *cells);
    for (size_t i = 0; i < rows; i++) {
        cells[i * columns] = mem_printf(m, "%zu", i + 1);
        cells[i * columns + 1] = "临平区总工会";
        cells[i * columns + 2] = i % 2 == 0 ? "李䶮" : NULL;
        cells[i * columns + 3] = "2026年11月24日 9:00";
        cells[i * columns + 4] = i % 7 == 0 ? "短信没有送到，改用邮件，已签收" : "已签收";
    }
    const struct table_doc doc = { "送达", "公示送达情况", LINES, 2, COLUMNS, columns, cells, rows, NOTES, 1, MADE_AT };
    return table_pdf_make(m, &doc, out, f);
}

int main(int argc, char **argv)
{
    const char *kind = argc > 1 ? argv[1] : "";
    struct mem *m = mem_new(NULL, "sample");
    struct fail f = { .kind = FAIL_NONE };
    struct buf out;
    bool ok;
    buf_init(&out, m, (size_t)4 << 20);
    if (strcmp(kind, "missing") == 0 && argc > 2) {
        if (!fonts_open(&f))
            return 1;
        return printf("U+%04X\n", (unsigned)fonts_missing(argv[2])) < 0;
    }
    if (strcmp(kind, "font") == 0 && argc > 2) {
        uint32_t set[RARE_FONT_MAX];
        size_t count = rare_font_collect(argv[2], set, 0);
        if (!rare_font_make(m, set, count, &out, &f))
            return 1;
        return fwrite(out.data, 1, out.len, stdout) != out.len;
    }
    struct notice_pdf n = sample_notice(m, argc > 2 ? argv[2] : NULL);
    if (strcmp(kind, "red") == 0) {
        n.mark = "杭州市总工会文件";
        n.doc_number = "杭总工〔2026〕47号";
        n.title = "关于首届“杭州数字工匠”拟认定人选和提名奖拟认定人选名单及有关事项的公示";
    }
    n.watermark = strcmp(kind, "draft") == 0 ? "草稿" : NULL;
    ok = strcmp(kind, "table") == 0 || strcmp(kind, "wide") == 0 ? table(m, strcmp(kind, "wide") == 0, &out, &f)
                                                                  : notice_pdf_make(m, &n, &out, &f);
    if (!ok)
        fprintf(stderr, "%s: %s\n", f.code, f.detail);
    else
        fwrite(out.data, 1, out.len, stdout);
    mem_free(&m);
    return ok ? 0 : 1;
}
