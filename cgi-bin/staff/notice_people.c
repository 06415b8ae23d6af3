/* notice_people: the people of a correction: who is corrected, noticed anew, promoted, left out, put back. */
#include <string.h>

#include "correct.h"
#include "notice_page.h"
#include "roster.h"
#include "scan.h"

static const struct form_field person_fields[] = {
    NOTICE_SEEN,
    { "person_name", FORM_NAME, true, 1, 50, NULL },
    { "employer", FORM_LINE, true, 1, 100, NULL },
    { "post", FORM_LINE, true, 1, 100, NULL },
    { "field", FORM_LINE, true, 1, 50, NULL },
    { "deeds", FORM_LINES, false, 0, 3000, NULL },
    { "renewed", FORM_TICK, false, 0, 0, NULL },
    { "promoted", FORM_TICK, false, 0, 0, NULL },
};
static const struct form_field seen_fields[] = { NOTICE_SEEN };
#define COUNT (sizeof person_fields / sizeof *person_fields)

struct people { struct entries now, before; };

/* The people of the draft and of the version before it. False: answered already. */
static bool load(struct request *r, const struct draft *d, struct people *p, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft base;
    if (draft_base(request_mem(r), staff_db(), d, &base, &f) && entry_list(request_mem(r), staff_db(), d->id, &p->now, &f) &&
        entry_list(request_mem(r), staff_db(), base.id, &p->before, &f))
        return true;
    response_fail(out, &f);
    return false;
}

static const struct entry *of_candidate(const struct entries *all, int64_t candidate_id)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].candidate_id == candidate_id)
            return &all->items[i];
    return NULL;
}

static const struct entry *of_address(struct request *r, const struct people *p)
{
    int64_t id = 0;
    for (size_t i = 0; scan_i64(request_segment(r, "entry"), 1, INT64_MAX, &id) && i < p->now.count; i++)
        if (p->now.items[i].id == id)
            return &p->now.items[i];
    return NULL;
}

static bool differs(const struct entry *a, const struct entry *b)
{
    return strcmp(a->name, b->name) != 0 || strcmp(a->employer, b->employer) != 0 || strcmp(a->post, b->post) != 0 ||
           strcmp(a->field, b->field) != 0 || strcmp(a->deeds, b->deeds) != 0;
}

static bool is_nomination(const struct entry *e) { return strcmp(e->award, roster_award_word(ROSTER_NOMINATION)) == 0; }

/* ---- the list ---- */

static void put_row(struct request *r, struct view_node *n, const struct draft *d, const struct entry *e, const struct entry *was)
{
    view_set_number(n, "seq", e->seq);
    view_set(n, "name", e->name);
    view_set(n, "employer", e->employer);
    view_set_flag(n, "awaiting", strcmp(e->state, "AWAITING") == 0);
    view_set_flag(n, "out", correct_may_leave_out(e->state));
    view_set_flag(n, "renewed", e->period_version_id == 0);
    view_set_flag(n, "changed", was && differs(e, was));
    view_set_flag(n, "promoted", was && strcmp(e->award, was->award) != 0);
    view_set(n, "own_url", notice_url(r, d->id, mem_printf(request_mem(r), "/people/%lld", (long long)e->id)));
    view_set(n, "out_url", notice_url(r, d->id, mem_printf(request_mem(r), "/people/%lld/out", (long long)e->id)));
}

static void show_list(struct request *r, struct view_node *v, const struct draft *d, int status, struct response *out)
{
    struct people p;
    if (!load(r, d, &p, out))
        return;
    for (size_t i = 0; i < p.now.count; i++) {
        const struct entry *e = &p.now.items[i];
        put_row(r, view_row(v, is_nomination(e) ? "Nominations" : "Craftsmen"), d, e, of_candidate(&p.before, e->candidate_id));
    }
    for (size_t i = 0; i < p.before.count; i++) {
        const struct entry *e = &p.before.items[i];
        if (of_candidate(&p.now, e->candidate_id))
            continue;
        struct view_node *n = view_row(v, "Out");
        view_set(n, "name", e->name);
        view_set(n, "employer", e->employer);
        view_set(n, "back_url", notice_url(r, d->id, mem_printf(request_mem(r), "/back/%lld", (long long)e->candidate_id)));
    }
    notice_title(r, v, "persons_title", d);
    response_page_status(out, status, "notice_people");
}

void notice_people_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    if (!notice_open_correction(r, v, &d, out))
        return;
    notice_done(r, v);
    show_list(r, v, &d, 200, out);
}

/* Leaving out and putting back: `id` stands in the address. */
static void act(struct request *r, struct view_node *v, const char *segment, const char *word,
                bool (*work)(struct mem *, struct db *, struct draft_seen, int64_t, int64_t, struct fail *), struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    int64_t id;
    struct form *form = form_new(r, seen_fields, 1);
    if (!notice_take(r, v, form, &d, out) || !staff_id(r, segment, &id, out))
        return;
    struct draft_seen seen = notice_seen(d.id, form);
    if (work(request_mem(r), staff_db(), seen, request_who(r)->id, id, &f))
        notice_did(r, out, d.id, "/people", word);
    else if (notice_changed(r, v, &d, seen.revision, &f))
        show_list(r, v, &d, 409, out);
    else
        response_fail(out, &f);
}

void notice_person_out_page(struct request *r, struct view_node *v, struct response *out)
{
    act(r, v, "entry", "left_out", correct_leave_out, out);
}

void notice_person_back_page(struct request *r, struct view_node *v, struct response *out)
{
    act(r, v, "candidate", "put_back", correct_put_back, out);
}

/* ---- one person ---- */

static void show_person(struct request *r, struct view_node *v, const struct draft *d, const struct people *p, struct form *form, int status,
                        struct response *out)
{
    const struct entry *e = of_address(r, p), *was = e ? of_candidate(&p->before, e->candidate_id) : NULL;
    if (!was) {
        response_missing(out);
        return;
    }
    struct view_node *n = view_child(v, "Person");
    kit_form(form, v);
    put_row(r, n, d, e, was);
    view_set(n, "union", e->union_name);
    view_set_flag(n, "may_rise", is_nomination(was));
    notice_title(r, v, "person_title", d);
    view_set(view_child(v, "Back"), "url", notice_url(r, d->id, "/people"));
    response_page_status(out, status, "notice_person");
}

void notice_person_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    struct people p;
    struct form *form = form_new(r, person_fields, COUNT);
    if (!notice_open_correction(r, v, &d, out) || !load(r, &d, &p, out))
        return;
    const struct entry *e = of_address(r, &p), *was = e ? of_candidate(&p.before, e->candidate_id) : NULL;
    if (was) {
        form_put(form, "person_name", e->name);
        form_put(form, "employer", e->employer);
        form_put(form, "post", e->post);
        form_put(form, "field", e->field);
        form_put(form, "deeds", e->deeds);
        form_put(form, "renewed", e->period_version_id == 0 ? "1" : "");
        form_put(form, "promoted", strcmp(e->award, was->award) != 0 ? "1" : "");
    }
    show_person(r, v, &d, &p, form, 200, out);
}

void notice_person_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct people p;
    struct correct_person in = { .officer_id = request_who(r)->id };
    struct form *form = form_new(r, person_fields, COUNT);
    if (!notice_take(r, v, form, &d, out) || !staff_id(r, "entry", &in.entry_id, out))
        return;
    in.seen = notice_seen(d.id, form);
    in.name = form_text(form, "person_name");
    in.employer = form_text(form, "employer");
    in.post = form_text(form, "post");
    in.field = form_text(form, "field");
    in.deeds = form_text(form, "deeds");
    in.renewed = form_tick(form, "renewed");
    in.promoted = form_tick(form, "promoted");
    if (form_ok(form) && correct_person(request_mem(r), staff_db(), &in, &f)) {
        notice_did(r, out, d.id, "/people", "person");
        return;
    }
    bool changed = form_ok(form) && notice_changed(r, v, &d, in.seen.revision, &f);
    if (form_ok(form) && !changed)
        response_fail(out, &f);
    else if (load(r, &d, &p, out))
        show_person(r, v, &d, &p, form, changed ? 409 : 422, out);
}
