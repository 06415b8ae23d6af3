/* case_decision: a decision is written, looked at as the objector will read it, and handed to another officer. */
#include <string.h>

#include "case_page.h"
#include "decide.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field fields[] = {
    CASE_SEEN_FIELDS,
    { "go", FORM_CHOICE, false, 0, 0, "CHANGE|PREVIEW|SEND" },
    { "result", FORM_CHOICE, true, 0, 0, "SUSTAINED|PARTLY|NOT_SUSTAINED" },
    { "reasons", FORM_LINES, true, 20, 5000, NULL },
    { "told", FORM_LINES, true, 20, 3000, NULL },
};

static void show(struct request *r, struct view_node *v, struct form *form, const struct moderate_case *c, int status, const char *stem,
                 struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = c->stored.row.receipt;
    if (!case_show_others(r, v, STAFF_APPROVER, &f)) {
        response_fail(out, &f);
        return;
    }
    if (status == 409)
        case_moved(r, v, form, c, case_may(r, c, MOVE_DRAFT_DECISION));
    kit_form(form, v);
    view_set(v, "Act_url", case_url(r, number, "/decision"));
    staff_title(r, v, mem_printf(request_mem(r), "Case.%s_title", stem), case_url(r, number, ""));
    response_page_status(out, status, stem);
}

/* A decision that came back is written anew from what stood in it. */
static void begin_with_last(struct form *form, const struct moderate_case *c)
{
    const struct moderate_decision *last = c->decision_count > 0 ? &c->decisions[c->decision_count - 1] : NULL;
    if (!last || !last->stored.returned_at)
        return;
    form_put(form, "result", last->stored.result);
    form_put(form, "reasons", last->reasons);
    form_put(form, "told", last->told);
}

void case_decision_page(struct request *r, struct view_node *v, struct response *out)
{
    struct moderate_case c;
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!case_open(r, v, &c, out))
        return;
    if (!case_may(r, &c, MOVE_DRAFT_DECISION)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    case_seen(r, form, &c);
    begin_with_last(form, &c);
    show(r, v, form, &c, 200, "case_decision", out);
}

void case_decision_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    const char *number = request_segment(r, "case");
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool look = strcmp(form_text(form, "go"), "PREVIEW") == 0, send = strcmp(form_text(form, "go"), "SEND") == 0;
    int status = 200;
    if (form_ok(form) && send) {
        struct decide_in in = { number, form_text(form, "seen"), form_text(form, "result"), form_text(form, "reasons"),
                                form_text(form, "told") };
        if (decide_draft(staff_db(), staff_session(r), &in, &f)) {
            response_redirect(out, case_url(r, number, "?done=DECISION"));
            return;
        }
    }
    if (!form_ok(form) || f.kind != FAIL_NONE)
        status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (status && case_open(r, v, &c, out))
        show(r, v, form, &c, status, status == 200 && look ? "case_preview" : "case_decision", out);
}
