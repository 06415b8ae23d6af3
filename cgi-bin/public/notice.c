/* notice: the paper that everything here is about: its words, its two lists, whom to turn to, how it was corrected. Also one of its
 * earlier versions, and the list searched. */
#include <string.h>

#include "final.h"
#include "kit_days.h"
#include "period.h"
#include "rare.h"
#include "ready.h"
#include "scan.h"
#include "show.h"
#include "text.h"
#include "workdays.h"

static const struct form_field search_fields[] = { { "q", FORM_LINE, false, 0, 50, NULL } };

static char *changes_url(struct request *r, const struct published *p)
{
    return public_url(r, "/notice/%s/version/%d/changes", p->slug, p->version);
}

/* Every version that was published, the newest first; a single one needs no list. */
static bool put_versions(struct request *r, struct view_node *v, const struct published *p, struct fail *f)
{
    struct published *all;
    size_t count;
    if (!published_versions(public_db(), request_mem(r), p->slug, &all, &count, f))
        return false;
    for (size_t i = 0; count > 1 && i < count; i++) {
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
    return true;
}

static void put_result(struct request *r, struct view_node *n, const char *q, size_t found, size_t count)
{
    view_set(n, "result", found == 0 ? kit_say(r, "Public.search_none", q, NULL)
                          : kit_say(r, found == 1 ? "Public.search_one" : "Public.search_found", kit_number(r, (int64_t)found), NULL));
    view_set(n, "all", kit_say(r, "Public.search_all", kit_number(r, (int64_t)count), NULL));
}

/* The two lists in the stored order; with `q` only who fits. Of an earlier version names are not links: the page of a person is today's. */
static bool put_people(struct request *r, struct view_node *v, const struct published *p, const char *q, struct fail *f)
{
    struct published_entry *all;
    struct view_node *lists[] = { view_child(v, "Craftsmen"), view_child(v, "Nominations") };
    size_t count, in[] = { 0, 0 };
    if (!published_entries(public_db(), request_mem(r), p->version_id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (q != NULL && !reading_fits(request_mem(r), &all[i], q))
            continue;
        struct view_node *n = view_row(lists[all[i].nomination], "People");
        show_person(r, n, p, &all[i]);
        if (all[i].period.version > p->periods[0].version)
            view_set(n, "again", kit_say(r, "Public.again_person", kit_closing(r, all[i].period.closes_at), NULL));
        in[all[i].nomination]++;
    }
    for (int i = 0; i < 2; i++)
        view_set(lists[i], "count", kit_persons(r, (int64_t)in[i]));
    if (q != NULL)
        put_result(r, view_child(v, "Search"), q, in[0] + in[1], count);
    return true;
}

/* How a printed period comes about by the plans of today, or else by those of its publication. It stands as printed in any case. */
static bool put_days(struct request *r, struct view_node *n, const struct published_period *p, struct fail *f)
{
    struct mem *m = request_mem(r);
    struct workdays now, then;
    struct calendar_derivation d;
    if (!workdays_load(m, public_db(), &now, f))
        return false;
    if (period_explain(m, &now.calendar, p->open_day, p->close_day, p->rule, &d)) {
        kit_days(r, n, &d);
        return true;
    }
    if (!workdays_load_at(m, public_db(), p->printed_at, &then, f))
        return false;
    if (period_explain(m, &then.calendar, p->open_day, p->close_day, p->rule, &d)) {
        kit_days(r, n, &d);
        view_set(n, "days_note", kit_word(r, "Public.days_then"));
    } else if (now.calendar.last >= p->close_day) {
        view_set(n, "days_note", kit_word(r, "Public.days_other"));
    }
    return true;
}

/* The first period is the paper's; each later one is of a second notice, for the people that it touched. */
static bool put_periods(struct request *r, struct view_node *paper, const struct published *p, instant now, struct fail *f)
{
    if (!put_days(r, paper, &p->periods[0], f))
        return false;
    for (size_t i = 1; i < p->period_count; i++) {
        const struct published_period *of = &p->periods[i];
        struct view_node *n = view_row(paper, "Again");
        show_period(r, n, p, of, now);
        view_set(n, "rule", show_rule(r, of));
        view_set(n, "count", kit_persons(r, of->people));
        if (!put_days(r, n, of, f))
            return false;
    }
    return true;
}

/* The final list of the round, once it is out. */
static bool put_final(struct request *r, struct view_node *v, const struct published *p, struct fail *f)
{
    struct announced *all;
    size_t count;
    if (!announced_list(public_db(), request_mem(r), &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (all[i].round_id == p->round_id)
            final_link(r, view_child(v, "Final"), &all[i]);
    return true;
}

static bool fill_version(struct request *r, struct view_node *v, int version, const char *q, instant now, instant *until, struct fail *f)
{
    struct published p;
    if (!published_read(public_db(), request_mem(r), request_segment(r, "notice"), version, &p, f))
        return false;
    struct view_node *n = view_child(v, "Notice");
    show_notice(r, n, &p, reading_period(&p, now), now);
    struct view_node *paper = view_child(v, "Paper");
    show_paper(r, paper, &p);
    if (p.version > 1) {
        view_set(n, "version", kit_say(r, "Public.version_name", kit_number(r, p.version), NULL));
        view_set(n, "changes_url", changes_url(r, &p));
    }
    view_set(n, "search_url", public_url(r, "/notice/%s", p.slug));
    view_set(n, "paper_url", p.version == p.newest ? mem_printf(request_mem(r), "/notice/%s/notice.pdf", p.slug)
                                                    : mem_printf(request_mem(r), "/notice/%s/version/%d/notice.pdf", p.slug, p.version));
    view_set(n, "whom_url", public_url(r, "/notice/%s/object", p.slug));
    view_set(v, "Title", p.title);
    view_set(view_child(v, "Back"), "url", public_url(r, "/"));
    view_set(view_child(v, "Back"), "text", kit_word(r, "Nav.home"));
    *until = reading_valid_until(&p, now);
    return rare_put(r, v, &p, f) && put_final(r, v, &p, f) && put_periods(r, paper, &p, now, f) && put_versions(r, v, &p, f) && put_people(r, v, &p, q, f);
}

static bool fill(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    return fill_version(r, v, 0, NULL, now, until, f);
}

/* A search is answered afresh: nobody else asks the same. */
static void search(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    instant now, until;
    struct form *form = form_new(r, search_fields, 1);
    if (!form_read_query(form, &f) || !db_now(public_db(), &now, &f) ||
        !fill_version(r, v, 0, form_ok(form) && form_text(form, "q")[0] ? form_text(form, "q") : NULL, now, &until, &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    response_page_status(out, form_ok(form) ? 200 : 422, "notice");
}

void notice_page(struct request *r, struct view_node *v, struct response *out)
{
    /* Addresses passed on by hand gain parameters of others ("?from=…"): they mean nothing here. */
    const char *query = request_header(r, "QUERY_STRING");
    if (query != NULL && (strncmp(query, "q=", 2) == 0 || strstr(query, "&q=") != NULL))
        search(r, v, out);
    else
        ready_page(r, v, out, "notice", fill);
}

static bool fill_older(struct request *r, struct view_node *v, instant now, instant *until, struct fail *f)
{
    int64_t version;
    if (!scan_i64(request_segment(r, "version"), 1, 1000000, &version))
        return fail_set(f, FAIL_MISSING, "not_found", "a version that is no number");
    return fill_version(r, v, (int)version, NULL, now, until, f);
}

void notice_version_page(struct request *r, struct view_node *v, struct response *out)
{
    ready_page(r, v, out, "notice", fill_older);
}
