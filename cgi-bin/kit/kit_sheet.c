/* kit_sheet: see kit_sheet.h. */
#include "kit_sheet.h"

#include <string.h>

#include "conf.h"
#include "notice_pdf.h"

enum { COLUMNS = 5, OTHERS = 3 /* paragraphs besides the body and what is more */ };

static const char *const HEADS[COLUMNS] = { "序号", "姓名", "工作单位", "岗位", "推荐工会" };
static const char *const TITLES[2][2] = { { "杭州数字工匠拟认定人选名单", "杭州数字工匠提名奖拟认定人选名单" },
                                          { "杭州数字工匠名单", "杭州数字工匠提名奖名单" } };

struct lines { const char **items; size_t count; };

static void add(struct lines *l, const char *text)
{
    if (text != NULL && text[0] != '\0')
        l->items[l->count++] = text;
}

static bool is_han(unsigned char c) { return c >= 0xE3; }

/* Between Hanzi and what stands beside them no blank is printed: "认定 50 名". */
static char *tight(struct mem *m, const char *text, size_t n)
{
    char *out = mem_text_n(m, text, n), *to = out;
    for (const char *p = out; *p != '\0'; p++) {
        bool between = p > out && (is_han((unsigned char)p[1]) || ((unsigned char)p[-1] & 0x80) != 0);
        if (*p != ' ' || !between)
            *to++ = *p;
    }
    *to = '\0';
    return out;
}

static size_t lines_of(const char *text)
{
    size_t n = 1;
    for (; *text != '\0'; text++)
        n += *text == '\n';
    return n;
}

static void add_text(struct request *r, struct lines *l, const char *text)
{
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        add(l, tight(request_mem(r), text, n));
        text += n + (text[n] == '\n');
    }
}

char *kit_sheet_period(struct request *r, day open, day close, const char *rule)
{
    char from[CLOCK_TEXT], to[CLOCK_TEXT];
    static const char *const WEEKDAYS[] = { "一", "二", "三", "四", "五", "六", "日" };
    clock_day_to_hanzi(open, from);
    clock_day_to_hanzi(close, to);
    return mem_printf(request_mem(r), "%s至%s24时（星期%s）%s%s", from, to, WEEKDAYS[clock_weekday(close)], rule[0] != '\0' ? "，" : "",
                      tight(request_mem(r), rule, strlen(rule)));
}

/* "受理异议：某办公室，电话…，电子邮箱…。" */
static char *office(struct request *r, const char *what, const char *const parts[][2], size_t count)
{
    struct buf b;
    buf_init(&b, request_mem(r), 8192);
    for (size_t i = 0; i < count; i++)
        if (parts[i][1] != NULL && parts[i][1][0] != '\0')
            buf_printf(&b, "%s%s%s", b.len == 0 ? what : "，", parts[i][0],
                       tight(request_mem(r), parts[i][1], strlen(parts[i][1])));
    if (b.len > 0)
        buf_text(&b, "。");
    return b.data;
}

static void add_offices(struct request *r, struct lines *l, const struct kit_paper *p)
{
    const char *const handling[][2] = { { "", p->handling_office }, { "电话", p->handling_phone }, { "电子邮箱", p->handling_email },
                                        { "地址", p->handling_address }, { "时间", p->handling_hours } };
    const char *const supervision[][2] = { { "", p->supervision_office }, { "电话", p->supervision_phone } };
    add(l, office(r, "受理异议：", handling, 5));
    add(l, office(r, "监督：", supervision, 2));
}

static void put_cells(struct request *r, const struct kit_sheet_person *p, const char **cells)
{
    cells[0] = mem_printf(request_mem(r), "%lld", (long long)p->seq);
    cells[1] = p->name;
    cells[2] = p->employer;
    cells[3] = p->note != NULL ? mem_printf(request_mem(r), "%s\n（%s）", p->post, p->note) : p->post;
    cells[4] = p->union_name;
}

/* Those of one award; false if there is nobody. */
static bool list(struct request *r, const struct kit_sheet *in, bool nomination, struct notice_pdf_list *out)
{
    const char **cells = mem_array(request_mem(r), in->count * COLUMNS, sizeof *cells);
    size_t n = 0;
    for (size_t i = 0; i < in->count; i++)
        if (in->people[i].nomination == nomination)
            put_cells(r, &in->people[i], cells + COLUMNS * n++);
    const char *order = in->paper.order_note;
    char *note = mem_printf(request_mem(r), "（共%zu人%s%s）", n, order[0] != '\0' ? "，" : "", order);
    *out = (struct notice_pdf_list){ TITLES[in->final][nomination], note, cells, n };
    return n > 0;
}

bool kit_sheet_make(struct request *r, const struct kit_sheet *in, struct buf *out, struct fail *f)
{
    const struct kit_paper *p = &in->paper;
    struct lines lines = { mem_array(request_mem(r), lines_of(p->body) + in->more_count + OTHERS, sizeof *lines.items), 0 };
    struct notice_pdf_list lists[2];
    size_t count = 0;
    char signed_day[CLOCK_TEXT] = "";
    const char *const where[] = { in->final ? "认定公告和更正，见网上：" : "名单、更正和提出异议，见网上公示：", in->url };
    add_text(r, &lines, p->body);
    if (p->open_day != 0)
        add(&lines, mem_printf(request_mem(r), "公示时间：%s。", kit_sheet_period(r, p->open_day, p->close_day, p->period_rule)));
    for (size_t i = 0; i < in->more_count; i++)
        add(&lines, in->more[i]);
    add_offices(r, &lines, p);
    count += list(r, in, false, &lists[count]);
    count += list(r, in, true, &lists[count]);
    if (p->signed_day != 0)
        clock_day_to_hanzi(p->signed_day, signed_day);
    const struct notice_pdf paper = {
        .mark = conf_text("paper.red_head"), .doc_number = p->doc_number, .title = p->title, .paragraphs = lines.items,
        .paragraph_count = lines.count, .lists = lists, .list_count = count, .signed_by = p->signed_by, .signed_day = signed_day,
        .url = in->url, .url_lines = where, .url_line_count = 2, .heads = HEADS, .attachment = "附件", .watermark = in->watermark,
        .made_at = in->made_at };
    return notice_pdf_make(request_mem(r), &paper, out, f);
}
