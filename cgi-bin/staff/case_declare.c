/* case_declare: before an officer sees anything of an objection he says whether anything ties him to the candidate (回避). Nothing of the
 * objection stands on this page. */
#include <string.h>

#include "case_page.h"
#include "recuse.h"

static const struct form_field fields[] = {
    { "tied", FORM_CHOICE, true, 0, 0, "NO|YES" },
    { "tie", FORM_LINES, false, 2, 500, NULL },
};

struct desk { char *(*url)(struct request *r, const char *number, const char *rest); const char *list; };
static const struct desk case_side = { case_url, "/inbox" }, identity_side = { case_desk_url, "/identity" };

static void show(struct request *r, struct view_node *v, const struct desk *d, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = request_segment(r, "case");
    struct recusal_question q;
    if (!recusal_ask(request_mem(r), staff_db(), number, staff_session(r)->officer_id, &q, &f)) {
        response_fail(out, &f);
        return;
    }
    if (q.state[0] != '\0' && status == 200) {
        response_redirect(out, d->url(r, number, ""));
        return;
    }
    view_set(view_child(v, "Case"), "number", case_number(r, number));
    view_set(v, "Candidate", q.candidate);
    view_set(v, "Employer", q.employer);
    view_set(v, "Union", q.union_name);
    kit_form(form, v);
    view_set(v, "Act_url", d->url(r, number, "/declare"));
    staff_title(r, v, "Case.declare_title", d->list);
    response_page_status(out, status, "case_declare");
}

static void answer(struct request *r, struct view_node *v, const struct desk *d, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = request_segment(r, "case");
    struct form *form = form_new(r, fields, 2);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool tied = form_chosen(form, "tied", "YES");
    if (form_ok(form) && tied && form_text(form, "tie")[0] == '\0') {
        fail_field(&f, "tie", "tie_needed");
        form_take_fail(form, &f);
    }
    if (!form_ok(form)) {
        show(r, v, d, form, 422, out);
        return;
    }
    /* Said already, in another window: the first word stands. */
    if (recuse_declare(staff_db(), staff_session(r), number, tied, form_text(form, "tie"), NULL, &f) || strcmp(f.code, "case_moved") == 0)
        response_redirect(out, tied ? mem_printf(request_mem(r), "%s?done=RECUSED", d->list) : d->url(r, number, ""));
    else
        response_fail(out, &f);
}

void case_declare_page(struct request *r, struct view_node *v, struct response *out) { show(r, v, &case_side, form_new(r, fields, 2), 200, out); }
void case_declare_go_page(struct request *r, struct view_node *v, struct response *out) { answer(r, v, &case_side, out); }
void identity_declare_page(struct request *r, struct view_node *v, struct response *out) { show(r, v, &identity_side, form_new(r, fields, 2), 200, out); }
void identity_declare_go_page(struct request *r, struct view_node *v, struct response *out) { answer(r, v, &identity_side, out); }
