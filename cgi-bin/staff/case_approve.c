/* case_approve: another officer lets a decision go out, or sends it back with the reason. */
#include <string.h>

#include "case_page.h"
#include "decide.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field approve_fields[] = {
    CASE_SEEN_FIELDS,
    { "decision", FORM_NUMBER, true, 1, INT32_MAX, NULL },
};
static const struct form_field return_fields[] = {
    CASE_SEEN_FIELDS,
    { "decision", FORM_NUMBER, true, 1, INT32_MAX, NULL },
    { "why", FORM_LINES, true, 5, 2000, NULL },
};

struct act { const struct form_field *fields; size_t count; const char *stem, *rest; };
static const struct act approving = { approve_fields, COUNT(approve_fields), "case_approve", "/approve" };
static const struct act returning = { return_fields, COUNT(return_fields), "case_return", "/return" };

/* The draft that waits for this officer, or NULL. */
static const struct moderate_decision *draft_for(const struct request *r, const struct moderate_case *c)
{
    const struct moderate_decision *last = c->decision_count > 0 ? &c->decisions[c->decision_count - 1] : NULL;
    return last && case_may(r, c, MOVE_DECIDE) && last->stored.drafted_by != staff_session(r)->officer_id ? last : NULL;
}

static void show(struct request *r, struct view_node *v, const struct act *a, struct form *form, const struct moderate_case *c, int status,
                 struct response *out)
{
    const char *number = c->stored.row.receipt;
    const struct moderate_decision *d = draft_for(r, c);
    struct view_node *n = view_child(v, "Decision");
    if (status == 409)
        case_moved(r, v, form, c, d != NULL);
    if (d) {
        form_put(form, "decision", mem_printf(request_mem(r), "%lld", (long long)d->stored.id));
        view_set(n, "result", d->stored.result);
        view_set(n, "reasons", d->reasons);
        view_set(n, "told", d->told);
        view_set(n, "drafter", d->stored.drafter);
        view_set(n, "drafted", kit_time(r, d->stored.drafted_at));
    }
    kit_form(form, v);
    view_set(v, "Act_url", case_url(r, number, a->rest));
    staff_title(r, v, mem_printf(request_mem(r), "Case.%s_title", a->stem), case_url(r, number, ""));
    response_page_status(out, status, a->stem);
}

static void open_form(struct request *r, struct view_node *v, const struct act *a, struct response *out)
{
    struct moderate_case c;
    struct form *form = form_new(r, a->fields, a->count);
    if (!case_open(r, v, &c, out))
        return;
    if (!draft_for(r, &c)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    case_seen(r, form, &c);
    show(r, v, a, form, &c, 200, out);
}

static void answer_form(struct request *r, struct view_node *v, const struct act *a, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    const char *number = request_segment(r, "case");
    struct form *form = form_new(r, a->fields, a->count);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    int64_t id = form_number(form, "decision");
    struct decide_words words = { kit_word(r, "Result.SUSTAINED"), kit_word(r, "Result.PARTLY"), kit_word(r, "Result.NOT_SUSTAINED") };
    bool done = form_ok(form) &&
                (a == &approving ? decide_approve(staff_db(), staff_session(r), number, id, &words, &f)
                                 : decide_return(staff_db(), staff_session(r), number, id, form_text(form, "why"), &f));
    if (done) {
        response_redirect(out, case_url(r, number, a == &approving ? "?done=APPROVE" : "?done=RETURN"));
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (status && case_open(r, v, &c, out))
        show(r, v, a, form, &c, status, out);
}

void case_approve_page(struct request *r, struct view_node *v, struct response *out) { open_form(r, v, &approving, out); }
void case_approve_go_page(struct request *r, struct view_node *v, struct response *out) { answer_form(r, v, &approving, out); }
void case_return_page(struct request *r, struct view_node *v, struct response *out) { open_form(r, v, &returning, out); }
void case_return_go_page(struct request *r, struct view_node *v, struct response *out) { answer_form(r, v, &returning, out); }
