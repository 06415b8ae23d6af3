/* case_request: what the office does with a request that a union has: more time or not, to go on without, to take it back. One page for
 * all; what each asks for stands in the table of moves. */
#include <string.h>

#include "assist_work.h"
#include "case_page.h"
#include "scan.h"

/* "steps": how many events of the request the officer has seen. */
static const struct form_field fields[] = {
    CASE_SEEN_FIELDS,
    { "record", FORM_LINES, true, 5, 500, NULL },
};
enum { WITHOUT_WORDS = 2, WITH_WORDS = 3 };

static const enum assist_step steps[] = { ASSIST_STEP_GRANT_TIME, ASSIST_STEP_DENY_TIME, ASSIST_STEP_GIVE_UP, ASSIST_STEP_RECALL };
#define STEPS (sizeof steps / sizeof steps[0])

struct asked { int64_t assist_id; enum assist_step step; bool words; };

/* What the address names. The table has a step from several states; it asks for words in all of them or in none. */
static bool read_address(struct request *r, struct asked *out, struct fail *f)
{
    size_t count;
    const struct assist_move_row *rows = assist_moves(&count);
    if (scan_i64(request_segment(r, "assist"), 1, INT64_MAX, &out->assist_id) && assist_step_read(request_segment(r, "step"), &out->step))
        for (size_t i = 0; i < STEPS; i++)
            for (size_t k = 0; steps[i] == out->step && k < count; k++)
                if (rows[k].step == out->step && rows[k].who == ACTOR_OFFICER) {
                    out->words = (rows[k].needs & OBJECTION_NEED_NOTE) != 0;
                    return true;
                }
    return fail_set(f, FAIL_MISSING, "not_found", "no such step of a request");
}

static const struct assist *find(const struct moderate_case *c, int64_t id)
{
    for (size_t i = 0; i < c->assist_count; i++)
        if (c->assists[i].id == id)
            return &c->assists[i];
    return NULL;
}

static void put_seen(struct request *r, struct form *form, const struct moderate_case *c, const struct assist *a)
{
    size_t n = 0;
    for (size_t i = 0; i < c->assist_event_count; i++)
        n += c->assist_events[i].assist_id == a->id;
    form_put(form, "seen", a->state);
    form_put(form, "steps", mem_printf(request_mem(r), "%zu", n));
}

static void show_moved(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, const struct assist *a,
                       const struct asked *what)
{
    struct view_node *n = view_child(v, "Moved");
    int64_t seen = form_number(form, "steps");
    view_set_flag(n, "yes", true);
    view_set_flag(n, "closed", assist_work_why_not(c, staff_session(r), a, what->step) != NULL);
    view_set_flag(n, "typed", what->words && *form_text(form, "record") != '\0');
    case_show_request(r, n, "events", c, a->id, seen < 0 ? 0 : (size_t)seen);
    put_seen(r, form, c, a);
}

static struct form *form_of(struct request *r, const struct asked *what)
{
    return form_new(r, fields, what->words ? WITH_WORDS : WITHOUT_WORDS);
}

static void show(struct request *r, struct view_node *v, const struct asked *what, struct form *form, const struct moderate_case *c,
                 const struct assist *a, int status, struct response *out)
{
    struct mem *m = request_mem(r);
    const char *number = c->stored.row.receipt, *word = assist_step_word(what->step);
    struct view_node *n = view_child(v, "Request");
    if (status == 409)
        show_moved(r, v, form, c, a, what);
    view_set(n, "union", a->union_name);
    view_set(n, "state", a->state);
    view_set(n, "abstract", a->abstract);
    if (a->due_at)
        view_set(n, "due", kit_closing(r, a->due_at));
    case_show_request(r, n, "events", c, a->id, 0);
    kit_form(form, v);
    view_set(v, "Act_url", case_url(r, number, mem_printf(m, "/assist/%lld/%s", (long long)a->id, word)));
    view_set(v, "Step", word);
    view_set_flag(v, "Words", what->words);
    staff_title(r, v, mem_printf(m, "Case.Request.%s.title", word), case_url(r, number, ""));
    response_page_status(out, status, "case_request");
}

void case_request_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    struct asked what;
    if (!read_address(r, &what, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!case_open(r, v, &c, out))
        return;
    const struct assist *a = find(&c, what.assist_id);
    if (!a || assist_work_why_not(&c, staff_session(r), a, what.step)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    struct form *form = form_of(r, &what);
    put_seen(r, form, &c, a);
    show(r, v, &what, form, &c, a, 200, out);
}

void case_request_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    struct asked what;
    const char *number = request_segment(r, "case");
    if (!read_address(r, &what, &f)) {
        response_fail(out, &f);
        return;
    }
    struct form *form = form_of(r, &what);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct assist_work_step in = { .receipt = number, .assist_id = what.assist_id, .step = what.step, .seen = form_text(form, "seen"),
                                   .note = what.words ? form_text(form, "record") : "" };
    if (form_ok(form) && assist_work_step(staff_db(), staff_session(r), &in, &f)) {
        response_redirect(out, case_url(r, number, "?done=ASSIST_STEP"));
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (!status || !case_open(r, v, &c, out))
        return;
    const struct assist *a = find(&c, what.assist_id);
    if (a)
        show(r, v, &what, form, &c, a, status, out);
    else
        response_redirect(out, case_url(r, number, ""));
}
