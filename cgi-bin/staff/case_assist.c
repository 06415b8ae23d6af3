/* case_assist: the nominating union is asked: one officer writes the abstract, another checks that it gives nobody away, and sends it. */
#include <string.h>

#include "assist_work.h"
#include "case_page.h"
#include "scan.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
/* Which draft was seen: its number and the instant at which it was written; "0" and "0" for none. */
#define DRAFT_FIELDS { "draft", FORM_HIDDEN, true, 1, 19, NULL }, { "written", FORM_HIDDEN, true, 1, 19, NULL }

static const struct form_field write_fields[] = {
    CASE_SEEN_FIELDS,
    DRAFT_FIELDS,
    { "accuses_union", FORM_CHOICE, true, 0, 0, "NO|YES" },
    { "abstract", FORM_LINES, true, 20, 3000, NULL },
};
static const struct form_field check_fields[] = {
    CASE_SEEN_FIELDS,
    DRAFT_FIELDS,
    { "nobody_shown", FORM_TICK, true, 0, 0, NULL },
    { "accuses_nobody", FORM_TICK, true, 0, 0, NULL },
};

/* The abstract that waits for its second person, or NULL. */
static const struct assist *draft_of(const struct moderate_case *c)
{
    const struct assist *last = c->assist_count > 0 ? &c->assists[c->assist_count - 1] : NULL;
    return last && strcmp(last->state, "DRAFT") == 0 ? last : NULL;
}

static void put_draft(struct request *r, struct form *form, const struct assist *a)
{
    form_put(form, "draft", mem_printf(request_mem(r), "%lld", a ? (long long)a->id : 0LL));
    form_put(form, "written", mem_printf(request_mem(r), "%lld", a ? (long long)a->drafted_at : 0LL));
}

static bool read_draft(const struct form *form, struct assist_work_in *in, struct fail *f)
{
    return (scan_i64(form_text(form, "draft"), 0, INT64_MAX, &in->assist_id) &&
            scan_i64(form_text(form, "written"), 0, INT64_MAX, &in->drafted_at)) ||
           fail_set(f, FAIL_INPUT, "request_broken", "a draft that is no number");
}

static void show_draft(struct request *r, struct view_node *v, const struct assist *a)
{
    struct view_node *n = view_child(v, "Draft");
    if (!a)
        return;
    view_set(n, "abstract", a->abstract);
    view_set(n, "drafter", a->drafter);
    view_set(n, "drafted", kit_time(r, a->drafted_at));
}

struct act { const struct form_field *fields; size_t count; const char *stem, *rest; };
static const struct act writing = { write_fields, COUNT(write_fields), "case_assist", "/assist" };
static const struct act checking = { check_fields, COUNT(check_fields), "case_assist_check", "/assist/check" };

static void show(struct request *r, struct view_node *v, const struct act *a, struct form *form, const struct moderate_case *c, int status,
                 struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = c->stored.row.receipt;
    const struct assist *draft = draft_of(c);
    if (!case_show_others(r, v, STAFF_CASE, &f)) {
        response_fail(out, &f);
        return;
    }
    if (status == 409) {
        bool own = draft && draft->drafted_by == staff_session(r)->officer_id;
        case_moved(r, v, form, c, case_may_ask_union(r, c) && (a == &writing || (draft && !own)));
        put_draft(r, form, draft);
        if (a == &checking) { /* what was ticked was ticked of another text */
            form_put(form, "nobody_shown", "");
            form_put(form, "accuses_nobody", "");
        }
    }
    show_draft(r, v, draft);
    kit_form(form, v);
    view_set(v, "Act_url", case_url(r, number, a->rest));
    staff_title(r, v, mem_printf(request_mem(r), "Case.%s_title", a->stem), case_url(r, number, ""));
    response_page_status(out, status, a->stem);
}

void case_assist_page(struct request *r, struct view_node *v, struct response *out)
{
    struct moderate_case c;
    struct form *form = form_new(r, write_fields, COUNT(write_fields));
    if (!case_open(r, v, &c, out))
        return;
    if (!case_may_ask_union(r, &c)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    const struct assist *draft = draft_of(&c);
    case_seen(r, form, &c);
    put_draft(r, form, draft);
    if (draft)
        form_put(form, "abstract", draft->abstract);
    show(r, v, &writing, form, &c, 200, out);
}

void case_assist_check_page(struct request *r, struct view_node *v, struct response *out)
{
    struct moderate_case c;
    struct form *form = form_new(r, check_fields, COUNT(check_fields));
    if (!case_open(r, v, &c, out))
        return;
    const struct assist *draft = draft_of(&c);
    if (!case_may_ask_union(r, &c) || !draft || draft->drafted_by == staff_session(r)->officer_id) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    case_seen(r, form, &c);
    put_draft(r, form, draft);
    show(r, v, &checking, form, &c, 200, out);
}

static void answer_form(struct request *r, struct view_node *v, const struct act *a, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    const char *number = request_segment(r, "case");
    struct assist_work_in in = { .receipt = number };
    struct form *form = form_new(r, a->fields, a->count);
    if (!form_read(form, &f) || !read_draft(form, &in, &f)) {
        response_fail(out, &f);
        return;
    }
    in.seen = form_text(form, "seen");
    bool done = form_ok(form);
    if (done && a == &writing) {
        in.abstract = form_text(form, "abstract");
        in.accuses_union = form_chosen(form, "accuses_union", "YES");
        done = moderate_case(request_mem(r), staff_db(), staff_session(r), number, &c, &f);
        in.statement = done ? c.statement : NULL;
        done = done && assist_work_draft(staff_db(), staff_session(r), &in, &f);
    } else if (done) {
        done = assist_work_send(staff_db(), staff_session(r), &in, &f);
    }
    if (done) {
        response_redirect(out, case_url(r, number, a == &writing ? "?done=ASSIST" : "?done=ASK"));
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (status && case_open(r, v, &c, out))
        show(r, v, a, form, &c, status, out);
}

void case_assist_go_page(struct request *r, struct view_node *v, struct response *out) { answer_form(r, v, &writing, out); }
void case_assist_check_go_page(struct request *r, struct view_node *v, struct response *out) { answer_form(r, v, &checking, out); }
