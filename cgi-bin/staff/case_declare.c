/* case_declare: before an officer sees anything of an objection he says whether anything ties him to the candidate (回避). Nothing of the
 * objection stands on this page; what he entered of himself and what it is like does. */
#include <string.h>

#include "case_page.h"
#include "recuse.h"

static const struct form_field fields[] = {
    { "tied", FORM_CHOICE, true, 0, 0, "NO|YES" },
    { "tie", FORM_LINES, false, 2, 500, NULL },
    { "none", FORM_LINES, false, 5, 500, NULL },
};
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

struct desk { char *(*url)(struct request *r, const char *number, const char *rest); const char *list; };
static const struct desk case_side = { case_url, "/inbox" }, identity_side = { case_desk_url, "/identity" };
static const struct desk intake = { register_url, "/register" };

static void show_matches(struct view_node *v, const struct recuse_view *seen)
{
    for (size_t i = 0; i < seen->match_count; i++) {
        struct view_node *n = view_row(v, "Matches");
        view_set(n, "kind", seen->matches[i].tie.kind);
        view_set(n, "name", seen->matches[i].tie.name);
        view_set(n, "like", seen->matches[i].employer ? seen->about.employer : seen->about.union_name);
    }
}

static void show(struct request *r, struct view_node *v, const struct desk *d, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = request_segment(r, "case");
    struct recuse_view seen;
    if (!recuse_look(request_mem(r), staff_db(), staff_session(r), number, &seen, &f)) {
        response_fail(out, &f);
        return;
    }
    bool again = strcmp(seen.about.state, "ASKED") == 0;
    if (seen.about.state[0] != '\0' && !again && status == 200) {
        response_redirect(out, d->url(r, number, ""));
        return;
    }
    view_set(view_child(v, "Case"), "number", case_number(r, number));
    view_set(v, "Candidate", seen.about.candidate);
    view_set(v, "Employer", seen.about.employer);
    view_set(v, "Union", seen.about.union_name);
    view_set_flag(v, "Again", again);
    view_set_flag(v, "Waits", seen.waits);
    show_matches(v, &seen);
    kit_form(form, v);
    view_set(v, "Act_url", d->url(r, number, "/declare"));
    staff_title(r, v, "Case.declare_title", d->list);
    response_page_status(out, status, "case_declare");
}

static void go_on(struct request *r, const struct desk *d, enum recuse_outcome said, struct response *out)
{
    static const char *const words[] = { [RECUSE_TIED] = "RECUSED", [RECUSE_WAITS] = "CLAIMED" };
    response_redirect(out, said == RECUSE_FREE ? d->url(r, request_segment(r, "case"), "")
                                               : mem_printf(request_mem(r), "%s?done=%s", d->list, words[said]));
}

static void answer(struct request *r, struct view_node *v, const struct desk *d, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = request_segment(r, "case");
    enum recuse_outcome said = RECUSE_FREE;
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool tied = form_chosen(form, "tied", "YES");
    const char *reason = form_text(form, tied ? "tie" : "none");
    if (form_ok(form) && recuse_declare(staff_db(), staff_session(r), number, tied, reason, &said, &f))
        go_on(r, d, said, out);
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, d, form, 422, out);
    /* Said already, in another window: the first word stands. */
    else if (strcmp(f.code, "case_moved") == 0)
        response_redirect(out, d->url(r, number, ""));
    else if (strcmp(f.code, "recusal_waits") == 0)
        response_redirect(out, d->url(r, number, "/declare"));
    else
        response_fail(out, &f);
}

void case_declare_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, &case_side, form_new(r, fields, COUNT(fields)), 200, out);
}

void identity_declare_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, &identity_side, form_new(r, fields, COUNT(fields)), 200, out);
}

void case_declare_go_page(struct request *r, struct view_node *v, struct response *out) { answer(r, v, &case_side, out); }
void identity_declare_go_page(struct request *r, struct view_node *v, struct response *out) { answer(r, v, &identity_side, out); }

void register_declare_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, &intake, form_new(r, fields, COUNT(fields)), 200, out);
}

void register_declare_go_page(struct request *r, struct view_node *v, struct response *out) { answer(r, v, &intake, out); }
