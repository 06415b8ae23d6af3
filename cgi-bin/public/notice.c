/* notice: the paper that everything here is about: its words, its two lists, whom to turn to, how it was corrected. Also one of its
 * earlier versions, and the list searched. */
#include "final.h"
#include "kit_days.h"
#include "people.h"
#include "period.h"
#include "rare.h"
#include "ready.h"
#include "scan.h"
#include "show.h"

static char *changes_url(struct request *r, const struct published *p)
{
    return public_url(r, "/notice/%s/version/%d/changes", p->slug, p->version);
}

/* Every version that was published, the newest first; a single one needs no list. */
static void put_versions(struct request *r, struct view_node *v, const struct known *k)
{
    const struct published *p = &k->p, *all = k->versions;
    for (size_t i = 0; k->version_count > 1 && i < k->version_count; i++) {
        struct view_node *n = view_row(v, "Versions");
        view_set(n, "name", kit_say(r, "Public.version_name", kit_number(r, all[i].version), NULL));
        view_set(n, "day", kit_day(r, clock_day_beijing(all[i].published_at)));
        const char *why = all[i].version > 1 ? all[i].corrected_why : all[i].reason;
        view_set(n, "reason", why[0] != '\0' ? why : NULL);
        view_set(n, "own_url", all[i].version == p->newest ? public_url(r, "/notice/%s", p->slug)
                                                           : public_url(r, "/notice/%s/version/%d", p->slug, all[i].version));
        view_set_flag(n, "here", all[i].version == p->version);
        if (all[i].version > 1)
            view_set(n, "changes_url", changes_url(r, &all[i]));
    }
    /* What was corrected is out of force, whatever became of the correction. */
    if (p->version != p->newest)
        view_set(view_child(v, "Notice"), "older", all[0].withdrawn ? kit_say(r, "Public.older_withdrawn", kit_number(r, p->version), NULL)
                                                   : kit_say(r, "Public.older", kit_number(r, p->version), kit_number(r, p->newest)));
}

/* How a printed period comes about by the plans of today, or else by those of its publication. It stands as printed in any case. */
static bool put_days(struct request *r, struct view_node *n, const struct workdays *now, const struct published_period *p, struct fail *f)
{
    struct mem *m = request_mem(r);
    struct workdays then;
    struct calendar_derivation d;
    if (period_explain(m, &now->calendar, p->open_day, p->close_day, p->rule, &d)) {
        kit_days(r, n, &d);
        return true;
    }
    if (!workdays_load_at(m, public_db(), p->printed_at, &then, f))
        return false;
    if (period_explain(m, &then.calendar, p->open_day, p->close_day, p->rule, &d)) {
        kit_days(r, n, &d);
        view_set(n, "days_note", kit_word(r, "Public.days_then"));
    } else if (now->calendar.last >= p->close_day) {
        view_set(n, "days_note", kit_word(r, "Public.days_other"));
    }
    return true;
}

/* The first period is the paper's; each later one is of a second notice, for the people that it touched. */
static bool put_periods(struct request *r, struct view_node *paper, const struct known *k, instant now, struct fail *f)
{
    const struct published *p = &k->p;
    if (!put_days(r, paper, &k->plans, &p->periods[0], f))
        return false;
    for (size_t i = 1; i < p->period_count; i++) {
        const struct published_period *of = &p->periods[i];
        struct view_node *n = view_row(paper, "Again");
        show_period(r, n, p, of, now);
        view_set(n, "rule", show_rule(r, of));
        view_set(n, "count", kit_persons(r, of->people));
        if (!put_days(r, n, &k->plans, of, f))
            return false;
    }
    return true;
}

/* The final list of the round, once it is out. */
static void put_final(struct request *r, struct view_node *v, const struct known *k)
{
    for (size_t i = 0; i < k->final_count; i++)
        if (k->finals[i].round_id == k->p.round_id)
            final_link(r, view_child(v, "Final"), &k->finals[i]);
}

/* The newest version as documents, for whoever takes it along and for programs. */
static void put_take(struct request *r, struct view_node *v, struct view_node *notice, const struct published *p)
{
    static const struct { const char *name, *path, *type; } KINDS[] = {
        { "csv_url", "list.csv", "text/csv" }, { "gb18030_url", "list-gb18030.csv", NULL }, { "calendar_url", "deadline.ics", "text/calendar" },
        { "xlsx_url", "list.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } };
    struct view_node *n = view_child(v, "Take");
    view_set(notice, "paper_url", p->version == p->newest ? mem_printf(request_mem(r), "/notice/%s/notice.pdf", p->slug)
                                                          : mem_printf(request_mem(r), "/notice/%s/version/%d/notice.pdf", p->slug, p->version));
    view_set(notice, "form_url", mem_printf(request_mem(r), "/notice/%s/objection.pdf", p->slug));
    if (p->version != p->newest)
        return;
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        char *url = public_url(r, "/notice/%s/%s", p->slug, KINDS[i].path);
        view_set(n, KINDS[i].name, url);
        if (KINDS[i].type == NULL)
            continue;
        struct view_node *link = view_row(v, "Alternate");
        view_set(link, "type", KINDS[i].type);
        view_set(link, "url", url);
    }
    view_set(n, "data_url", public_url(r, "/api/notices/%s", p->slug));
}

static bool fill_version(struct request *r, struct view_node *v, int version, instant now, instant *until, struct fail *f)
{
    const struct known *k;
    struct form *form = people_asked(r) != NULL ? people_form(r, f) : NULL;
    if (f->kind != FAIL_NONE || !known_notice(request_segment(r, "notice"), version, &k, f))
        return false;
    const struct published *p = &k->p;
    struct view_node *n = view_child(v, "Notice"), *paper = view_child(v, "Paper");
    show_notice(r, n, p, reading_period(p, now), now);
    show_paper(r, paper, p);
    if (p->version > 1) {
        view_set(n, "version", kit_say(r, "Public.version_name", kit_number(r, p->version), NULL));
        view_set(n, "changes_url", changes_url(r, p));
    }
    view_set(n, "search_url", public_url(r, "%s", request_path(r)));
    view_set(n, "whom_url", public_url(r, "/notice/%s/object", p->slug));
    view_set(v, "Title", p->title);
    view_set(view_child(v, "Back"), "url", public_url(r, "/"));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Nav.home"));
    *until = reading_valid_until(p, now);
    put_final(r, v, k);
    if (reading_is_shown(p, now))
        put_take(r, v, n, p);
    put_versions(r, v, k);
    if (form != NULL) {
        kit_form(form, v);
        public_faces(r, view_child(v, "Nav"), mem_printf(request_mem(r), "?%s", people_asked(r)));
    }
    view_set_flag(v, "TakenDown", !reading_is_shown(p, now));
    return rare_put(r, v, p, f) && put_periods(r, paper, k, now, f) && (!reading_is_shown(p, now) || people_put(r, v, k, form, f));
}

static bool fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    return fill_version(r, v, 0, now, until, f);
}

static bool fill_older(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    int64_t version;
    if (!scan_i64(request_segment(r, "version"), 1, 1000000, &version))
        return fail_set(f, FAIL_MISSING, "not_found", "a version that is no number");
    return fill_version(r, v, (int)version, now, until, f);
}

/* What somebody looks for is kept nowhere, neither here nor in the copies of the front door. What no list has (an order, an award, a place) is not found: the whole list, and what is wrong beside its field. */
static void answer(struct request *r, struct view_node *v, struct response *out, ready_fill *how)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *asked = people_asked(r);
    struct form *form = asked != NULL ? people_form(r, &f) : NULL;
    instant now, until;
    if (f.kind != FAIL_NONE)
        response_fail(out, &f);
    else if (asked == NULL)
        ready_page(r, v, out, "notice", how);
    else if (form_ok(form) && form_text(form, "q")[0] == '\0')
        ready_asked(r, v, out, "notice", how, asked);
    else if (ready_now(&now, &f) && how(r, v, now, &until, &f))
        response_page_status(out, form_ok(form) ? 200 : 404, "notice");
    else
        response_fail(out, &f);
}

void notice_page(struct request *r, struct view_node *v, struct response *out) { answer(r, v, out, fill); }
void notice_version_page(struct request *r, struct view_node *v, struct response *out) { answer(r, v, out, fill_older); }
