/* candidate_declare: who is to see how the people of a round stand says of all of them at once whether anything ties him to one (回避). Nothing
 * of any objection stands on this page. */
#include <string.h>

#include "candidate_page.h"
#include "recuse.h"

/* A box for each person, and what is said of those that are ticked, and of a match that is none. */
static const struct form_field fixed[] = {
    CANDIDATE_PEOPLE_FIELD,
    { "tie", FORM_LINES, false, 2, 500, NULL },
    { "none", FORM_LINES, false, 5, 500, NULL },
};
#define FIXED (sizeof fixed / sizeof fixed[0])

struct asked { struct candidate_row row; struct recuse_match *matches; size_t match_count; const char *field; bool open; };
struct asking { struct round_row round; struct asked *people; size_t count; };

/* Everybody; open are those of whom he has said nothing yet, or is asked anew, and no head is to settle it. */
static bool read(struct request *r, struct asking *a, struct fail *f)
{
    struct candidate_row *rows;
    const struct login_session *s = staff_session(r);
    if (!round_by_slug(request_mem(r), staff_db(), request_segment(r, "round"), &a->round, f) ||
        !candidate_list(request_mem(r), staff_db(), a->round.id, s->officer_id, &rows, &a->count, f))
        return false;
    a->people = mem_array(request_mem(r), a->count, sizeof *a->people);
    for (size_t i = 0; i < a->count; i++) {
        struct asked *p = &a->people[i];
        struct recuse_view view = { .match_count = 0 };
        bool open = !recuse_may_act(rows[i].standing.recusal);
        if (open && !recuse_look_towards(request_mem(r), staff_db(), s, rows[i].id, &view, f))
            return false;
        *p = (struct asked){ rows[i], view.matches, view.match_count, mem_printf(request_mem(r), "tied_%lld", (long long)rows[i].id),
                             open && !view.waits };
    }
    return true;
}

static struct form *form_of(struct request *r, const struct asking *a)
{
    struct form_field *fields = mem_array(request_mem(r), FIXED + a->count, sizeof *fields);
    memcpy(fields, fixed, sizeof fixed);
    for (size_t i = 0; i < a->count; i++)
        fields[FIXED + i] = (struct form_field){ a->people[i].field, FORM_TICK, false, 0, 0, NULL };
    return form_new(r, fields, FIXED + a->count);
}

static void show_one(struct request *r, struct view_node *n, const struct asked *p, const struct form *form)
{
    candidate_show_row(r, n, &p->row);
    view_set(n, "field", p->field);
    view_set_flag(n, "ticked", form_tick(form, p->field));
    for (size_t k = 0; k < p->match_count; k++)
        view_set(view_row(n, "matches"), "name", p->matches[k].tie.name);
}

static void show(struct request *r, struct view_node *v, const struct asking *a, struct form *form, int status, struct response *out)
{
    int64_t *ids = mem_array(request_mem(r), a->count, sizeof *ids);
    size_t shown = 0;
    bool matched = false;
    for (size_t i = 0; i < a->count; i++) {
        if (!a->people[i].open)
            continue;
        show_one(r, view_row(v, "People"), &a->people[i], form);
        matched = matched || a->people[i].match_count > 0;
        ids[shown++] = a->people[i].row.id;
    }
    candidate_put_people(r, form, ids, shown);
    kit_form(form, v);
    view_set_flag(v, "Any_match", matched);
    view_set(v, "Round", a->round.title);
    view_set_number(v, "Count", (int64_t)shown);
    view_set(v, "Act_url", candidate_round_url(r, a->round.slug, "/declare"));
    staff_title(r, v, "Candidate.declare_title", mem_printf(request_mem(r), "/candidates?round=%s", a->round.slug));
    response_page_status(out, status, "candidate_declare");
}

void candidate_declare_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct asking a;
    if (read(r, &a, &f))
        show(r, v, &a, form_of(r, &a), 200, out);
    else
        response_fail(out, &f);
}

/* Only of those whom the page showed is anything said: who came to the list meanwhile is asked about another time. */
static void keep_shown(struct request *r, struct asking *a, const struct form *form)
{
    int64_t *ids;
    size_t n = candidate_people(r, form, &ids);
    for (size_t i = 0; i < a->count; i++) {
        bool shown = false;
        for (size_t k = 0; k < n; k++)
            shown = shown || ids[k] == a->people[i].row.id;
        a->people[i].open = a->people[i].open && shown;
    }
}

/* What is said of one must have come with it, before anything is said. */
static bool is_whole(const struct asking *a, struct form *form)
{
    bool tied = false, claims = false;
    for (size_t i = 0; i < a->count; i++) {
        const struct asked *p = &a->people[i];
        tied = tied || (p->open && form_tick(form, p->field));
        claims = claims || (p->open && !form_tick(form, p->field) && p->match_count > 0);
    }
    if (tied && !form_text(form, "tie")[0])
        form_error(form, "tie", "tie_needed");
    if (claims && !form_text(form, "none")[0])
        form_error(form, "none", "none_needed");
    return form_ok(form);
}

static bool declare(const struct request *r, const struct asking *a, const struct form *form, struct fail *f)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct asked *p = &a->people[i];
        bool tied = form_tick(form, p->field);
        const char *reason = tied ? form_text(form, "tie") : p->match_count > 0 ? form_text(form, "none") : "";
        /* Said already, in another window: the first word stands. */
        if (p->open && !recuse_declare_towards(staff_db(), staff_session(r), p->row.id, tied, reason, NULL, f) && f->kind != FAIL_CONFLICT)
            return false;
    }
    return true;
}

void candidate_declare_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct asking a;
    if (!read(r, &a, &f)) {
        response_fail(out, &f);
        return;
    }
    struct form *form = form_of(r, &a);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    keep_shown(r, &a, form);
    if (!is_whole(&a, form))
        show(r, v, &a, form, 422, out);
    else if (declare(r, &a, form, &f))
        response_redirect(out, mem_printf(request_mem(r), "/candidates?round=%s&done=DECLARED", a.round.slug));
    else
        response_fail(out, &f);
}
