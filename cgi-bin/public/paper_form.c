/* paper_form: the blank form for who objects by hand: what belongs into it, until when, and where to. */
#include "document.h"
#include "form_pdf.h"
#include "kit_sheet.h"
#include "objection.h"
#include "public.h"
#include "reading.h"

enum { BOXES = 7, GROUNDS_MAX_BYTES = 8192 };

/* "□不是工会会员" and so on, as the form on the web has them. */
static char *grounds(struct request *r)
{
    struct buf b;
    size_t count;
    const struct objection_ground *g = objection_grounds(&count);
    buf_init(&b, request_mem(r), GROUNDS_MAX_BYTES);
    for (size_t i = 0; i < count; i++)
        buf_printf(&b, "%s□%s", i > 0 ? "　" : "", kit_word(r, mem_printf(request_mem(r), "Ground.%s", g[i].code)));
    return b.data;
}

/* The last of its periods: who is meant by an earlier one reads it on the notice. */
static const struct published_period *last_period(const struct published *p)
{
    const struct published_period *last = &p->periods[0];
    for (size_t i = 1; i < p->period_count; i++)
        if (p->periods[i].close_day > last->close_day)
            last = &p->periods[i];
    return last;
}

static bool make(struct request *r, instant now, instant *until, struct buf *out, struct web_document *d, struct fail *f)
{
    struct published p;
    struct mem *m = request_mem(r);
    if (!published_read(public_db(), m, request_segment(r, "notice"), 0, &p, f) || !reading_must_be_shown(&p, now, f))
        return false;
    *until = reading_shown_until(&p);
    const struct published_period *of = last_period(&p);
    const char *url = mem_printf(m, "%s/notice/%s/object", request_origin(r), p.slug);
    const char *const notes[] = {
        mem_printf(m, "公示时间：%s。信函以寄出地的邮戳为准。", kit_sheet_period(r, of->open_day, of->close_day, "")),
        mem_printf(m, "寄送或者当面递交：%s%s%s，电话%s。", p.handling_office, p.handling_address[0] != '\0' ? "，" : "", p.handling_address,
                   p.handling_phone),
        "以个人名义的请署真实姓名，以单位名义的请加盖公章，都请留下联系方式。身份只给核实人员看，不告诉被反映人。",
    };
    const struct form_pdf_box boxes[BOXES] = {
        { "公示", p.title, 0 },
        { "被反映人", "姓名：　　　　　　　　　　工作单位：", 0 },
        { "异议类型", grounds(r), 0 },
        { "事实和理由", "写明时间、地点、经过和可以核实的线索，写不下的另附纸：", 5 },
        { "证据材料", "名称和份数：", 1 },
        { "异议人", "□个人　□单位\n姓名（单位名称）：\n\n联系人和电话：\n\n通信地址：", 0 },
        { "签名", "异议人签名（盖章）：　　　　　　　　　　　　　　　　年　　　月　　　日", 1 },
    };
    const char *const where[] = { "也可以在网上提出，随时查询办理情况：", url };
    const struct form_pdf form = { "异议书", notes, sizeof notes / sizeof *notes, boxes, BOXES, url, where, 2,
                                   p.withdrawn ? "已撤销" : NULL, p.published_at };
    d->type = "application/pdf";
    d->name = mem_printf(m, "异议书-%s.pdf", p.slug);
    return form_pdf_make(m, &form, out, f);
}

void paper_form_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    if (request_face(r)[0] != '\0')
        response_missing(out);
    else
        document_page(r, out, make);
}
