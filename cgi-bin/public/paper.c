/* paper: notices and final lists as the paper that is hung up. They are Chinese: another face of
 * the site has none. What stands no more says so across its pages. */
#include "announced.h"
#include "document.h"
#include "kit_sheet.h"
#include "public.h"
#include "reading.h"
#include "scan.h"

#define TYPE "application/pdf"

static void page(struct request *r, struct response *out, document_make *make)
{
    if (request_face(r)[0] != '\0')
        response_missing(out);
    else
        document_page(r, out, make);
}

static char *hanzi(struct request *r, instant t)
{
    char text[CLOCK_TEXT];
    clock_day_to_hanzi(clock_day_beijing(t), text);
    return mem_text(request_mem(r), text);
}

/* ---- a notice ---- */

/* Second periods, and why it was corrected. */
static size_t put_more(struct request *r, const struct published *p, const char **more)
{
    size_t n = 0;
    for (size_t i = 1; i < p->period_count; i++) {
        const struct published_period *of = &p->periods[i];
        more[n++] = mem_printf(request_mem(r), "再次公示：%s，%lld人，名单中注明。", kit_sheet_period(r, of->open_day, of->close_day, of->rule),
                               (long long)of->people);
    }
    if (p->version > 1)
        more[n++] = mem_printf(request_mem(r), "更正：本公示为第%d版，%s发布，代替第%d版。%s", p->version, hanzi(r, p->published_at), p->version - 1,
                               p->corrected_why);
    return n;
}

static bool read_people(struct request *r, const struct published *p, struct kit_sheet_person **out, size_t *count, struct fail *f)
{
    struct published_entry *all;
    if (!published_entries(public_db(), request_mem(r), p->version_id, &all, count, f))
        return false;
    *out = mem_array(request_mem(r), *count, sizeof **out);
    for (size_t i = 0; i < *count; i++)
        (*out)[i] = (struct kit_sheet_person){ all[i].nomination, all[i].seq, all[i].name, all[i].employer, all[i].post, all[i].union_name,
                                               all[i].period.version > p->periods[0].version ? "再次公示" : NULL };
    return true;
}

static bool make_version(struct request *r, int version, instant now, instant *until, struct buf *out, struct web_document *d, struct fail *f)
{
    struct published p;
    struct kit_sheet_person *people;
    size_t count;
    if (!published_read(public_db(), request_mem(r), request_segment(r, "notice"), version, &p, f) || !reading_must_be_shown(&p, now, f) ||
        !read_people(r, &p, &people, &count, f))
        return false;
    *until = reading_shown_until(&p);
    const char **more = mem_array(request_mem(r), p.period_count + 1, sizeof *more);
    const struct kit_sheet sheet = {
        .paper = { .title = p.title, .doc_number = p.doc_number, .body = p.body, .order_note = p.order_note,
                   .handling_office = p.handling_office, .handling_phone = p.handling_phone, .handling_email = p.handling_email,
                   .handling_address = p.handling_address, .handling_hours = p.handling_hours,
                   .supervision_office = p.supervision_office, .supervision_phone = p.supervision_phone, .signed_by = p.signed_by,
                   .signed_day = p.signed_day, .open_day = p.periods[0].open_day, .close_day = p.periods[0].close_day,
                   .period_rule = p.periods[0].rule },
        .more = more, .more_count = put_more(r, &p, more), .people = people, .count = count,
        .url = mem_printf(request_mem(r), "%s/notice/%s", request_origin(r), p.slug),
        .watermark = p.withdrawn ? "已撤销" : p.version != p.newest ? "已更正" : NULL, .made_at = p.published_at };
    d->type = TYPE;
    d->name = mem_printf(request_mem(r), "公示-%s-第%d版.pdf", p.slug, p.version);
    /* It may have been withdrawn, or followed, since: then the tag alone tells. */
    d->modified = sheet.watermark == NULL ? p.published_at : 0;
    return kit_sheet_make(r, &sheet, out, f);
}

static bool make_newest(struct request *r, instant now, instant *until, struct buf *out, struct web_document *d, struct fail *f)
{
    return make_version(r, 0, now, until, out, d, f);
}

static bool make_older(struct request *r, instant now, instant *until, struct buf *out, struct web_document *d, struct fail *f)
{
    int64_t version;
    if (!scan_i64(request_segment(r, "version"), 1, 1000000, &version))
        return fail_set(f, FAIL_MISSING, "not_found", "a version that is no number");
    return make_version(r, (int)version, now, until, out, d, f);
}

/* ---- a final list ---- */

static bool make_final(struct request *r, instant now, instant *until, struct buf *out, struct web_document *d, struct fail *f)
{
    (void)now;
    (void)until; /* a final list stays */
    struct announced a;
    struct announced_person *all;
    size_t count;
    if (!announced_read(public_db(), request_mem(r), request_segment(r, "round"), &a, f) ||
        !announced_people(public_db(), request_mem(r), a.id, &all, &count, f))
        return false;
    struct kit_sheet_person *people = mem_array(request_mem(r), count, sizeof *people);
    for (size_t i = 0; i < count; i++)
        people[i] = (struct kit_sheet_person){
            all[i].nomination, all[i].seq, all[i].name, all[i].employer, all[i].post, all[i].union_name,
            all[i].revoked_at == 0 ? NULL : mem_printf(request_mem(r), "%s撤销", hanzi(r, all[i].revoked_at)) };
    const struct kit_sheet sheet = {
        .paper = { .title = a.title, .doc_number = a.doc_number, .body = a.body, .order_note = "", .handling_office = "",
                   .supervision_office = "", .period_rule = "", .signed_by = a.signed_by, .signed_day = a.signed_day },
        .final = true, .people = people, .count = count, .url = mem_printf(request_mem(r), "%s/final/%s", request_origin(r), a.slug),
        .watermark = a.withdrawn ? "已撤销" : NULL, .made_at = a.published_at };
    d->type = TYPE;
    d->name = mem_printf(request_mem(r), "认定公告-%s.pdf", a.slug);
    return kit_sheet_make(r, &sheet, out, f);
}

void notice_paper_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    page(r, out, make_newest);
}

void notice_version_paper_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    page(r, out, make_older);
}

void final_paper_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    page(r, out, make_final);
}
