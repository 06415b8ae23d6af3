/* notice_face: a version that is not out yet, put as the public will see it, as a page and as a paper. */
#include <string.h>

#include "kit_days.h"
#include "kit_sheet.h"
#include "notice_page.h"
#include "published.h"
#include "roster.h"

static void put_person(struct request *r, struct view_node *list, const struct draft *d, const struct entry *e)
{
    struct view_node *n = view_row(list, "People");
    view_set_number(n, "seq", e->seq);
    view_set(n, "name", e->name);
    view_set(n, "employer", e->employer);
    view_set(n, "post", e->post);
    view_set(n, "union", e->union_name);
    view_set(n, "field", e->field);
    if (d->version > 1 && e->period_version_id == 0)
        view_set(n, "again", kit_word(r, "Paper.again"));
}

/* What stands on the person's own page. */
static void put_deeds(struct request *r, struct view_node *face, const struct entry *e)
{
    struct view_node *n = view_row(face, "Deeds");
    view_set(n, "name", e->name);
    kit_paragraphs(r, n, "Text", e->deeds);
}

static void put_people(struct request *r, struct view_node *face, const struct draft *d, const struct entries *people)
{
    struct view_node *lists[] = { view_child(face, "Craftsmen"), view_child(face, "Nominations") };
    int64_t in[] = { 0, 0 };
    for (size_t i = 0; i < people->count; i++) {
        bool nomination = strcmp(people->items[i].award, roster_award_word(ROSTER_NOMINATION)) == 0;
        put_person(r, lists[nomination], d, &people->items[i]);
        put_deeds(r, face, &people->items[i]);
        in[nomination]++;
    }
    for (int i = 0; i < 2; i++)
        view_set(lists[i], "count", kit_persons(r, in[i]));
}

/* How the period comes about, as the public will be able to unfold it. */
static bool put_days(struct request *r, struct view_node *n, const struct published_period *p, struct fail *f)
{
    struct workdays w;
    struct calendar_derivation days;
    if (!workdays_load(request_mem(r), staff_db(), &w, f))
        return false;
    if (period_explain(request_mem(r), &w.calendar, p->open_day, p->close_day, p->rule, &days))
        kit_days(r, n, &days);
    return true;
}

/* Everybody's periods: those of the version before that still stand for somebody, and that of this one. */
static bool find_periods(struct request *r, const struct draft *d, const struct entries *people, struct published_period **out, size_t *count,
                         struct fail *f)
{
    struct published base = { .period_count = 0 };
    int64_t anew = 0;
    for (size_t i = 0; i < people->count; i++)
        anew += people->items[i].period_version_id == 0;
    if (d->version > 1 && !published_read(staff_db(), request_mem(r), d->notice_slug, d->version - 1, &base, f))
        return false;
    *out = mem_array(request_mem(r), base.period_count + 1, sizeof **out);
    *count = base.period_count;
    if (base.period_count > 0)
        memcpy(*out, base.periods, base.period_count * sizeof **out);
    if (d->has_period && (d->version == 1 || anew > 0))
        (*out)[(*count)++] = (struct published_period){ .version = d->version, .open_day = d->open_day, .close_day = d->close_day,
                                                        .rule = d->period_rule, .people = anew };
    return true;
}

static bool put_again(struct request *r, struct view_node *face, const struct published_period *p, struct fail *f)
{
    struct view_node *n = view_row(face, "Again");
    view_set(n, "opens", kit_day(r, p->open_day));
    view_set(n, "closes", kit_closing(r, clock_day_start(p->close_day + 1)));
    view_set(n, "rule", p->rule);
    view_set(n, "count", kit_persons(r, p->people));
    return put_days(r, n, p, f);
}

static struct kit_paper paper_of(const struct draft *d, const struct published_period *periods, size_t count)
{
    const struct draft_words *w = &d->words;
    return (struct kit_paper){
        .title = w->title, .doc_number = w->doc_number, .body = w->body, .order_note = w->order_note, .handling_office = w->handling_office,
        .handling_phone = w->handling_phone, .handling_email = w->handling_email, .handling_address = w->handling_address,
        .handling_hours = w->handling_hours, .supervision_office = w->supervision_office, .supervision_phone = w->supervision_phone,
        .signed_by = w->signed_by, .signed_day = w->has_signed_day ? w->signed_day : 0, .open_day = count > 0 ? periods[0].open_day : 0,
        .close_day = count > 0 ? periods[0].close_day : 0, .period_rule = count > 0 ? periods[0].rule : "" };
}

bool notice_face(struct request *r, struct view_node *v, const struct draft *d, struct fail *f)
{
    struct view_node *n = view_child(v, "Face");
    struct entries people;
    struct published_period *periods;
    size_t count;
    if (!entry_list(request_mem(r), staff_db(), d->id, &people, f) || !find_periods(r, d, &people, &periods, &count, f))
        return false;
    const struct kit_paper paper = paper_of(d, periods, count);
    kit_paper(r, n, &paper);
    if (count > 0 && !put_days(r, n, &periods[0], f))
        return false;
    for (size_t i = 1; i < count; i++)
        if (!put_again(r, n, &periods[i], f))
            return false;
    put_people(r, n, d, &people);
    return true;
}

static bool make_sheet(struct request *r, const struct draft *d, struct buf *out, struct fail *f)
{
    struct entries people;
    struct published_period *periods;
    size_t count;
    instant now;
    if (!db_now(staff_db(), &now, f) || !entry_list(request_mem(r), staff_db(), d->id, &people, f) ||
        !find_periods(r, d, &people, &periods, &count, f))
        return false;
    struct kit_sheet_person *all = mem_array(request_mem(r), people.count, sizeof *all);
    for (size_t i = 0; i < people.count; i++) {
        const struct entry *e = &people.items[i];
        all[i] = (struct kit_sheet_person){ strcmp(e->award, roster_award_word(ROSTER_NOMINATION)) == 0, e->seq, e->name, e->employer, e->post,
                                            e->union_name, d->version > 1 && e->period_version_id == 0 ? "再次公示" : NULL };
    }
    const struct kit_sheet sheet = { .paper = paper_of(d, periods, count), .people = all, .count = people.count, .made_at = now,
                                     .watermark = d->state == DRAFT_PUBLISHED ? NULL : "草稿" };
    return kit_sheet_make(r, &sheet, out, f);
}

void notice_draft_paper_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct buf file;
    buf_init(&file, request_mem(r), (size_t)8 << 20);
    if (!notice_get(r, v, out, &d))
        return;
    if (make_sheet(r, &d, &file, &f))
        response_file(out, "application/pdf", mem_printf(request_mem(r), "notice-%lld.pdf", (long long)d.id), file.data, file.len);
    else
        response_fail(out, &f);
}
