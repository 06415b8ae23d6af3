/* case_review: an objection is accepted, or not, with words to the objector. */
#include "case_page.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field accept_fields[] = {
    CASE_SEEN_FIELDS,
    { "told", FORM_LINES, true, 10, 2000, NULL },
};
static const struct form_field refuse_fields[] = {
    CASE_SEEN_FIELDS,
    { "reason", FORM_CHOICE, true, 0, 0, OBJECTION_REFUSAL_CHOICES },
    { "told", FORM_LINES, true, 10, 2000, NULL },
};

/* The two acts differ in their form and their service alone. */
struct act {
    enum objection_move move;
    const struct form_field *fields;
    size_t count;
    const char *stem, *rest, *done;
};
static const struct act accepting = { MOVE_ACCEPT, accept_fields, COUNT(accept_fields), "case_accept", "/accept", "?done=ACCEPT" };
static const struct act refusing = { MOVE_REFUSE, refuse_fields, COUNT(refuse_fields), "case_refuse", "/refuse", "?done=REFUSE" };

static void show(struct request *r, struct view_node *v, const struct act *a, struct form *form, const struct moderate_case *c, int status,
                 struct response *out)
{
    const char *number = c->stored.row.receipt;
    if (status == 409)
        case_moved(r, v, form, c, case_may(r, c, a->move));
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
    if (!case_may(r, &c, a->move)) {
        response_redirect(out, case_url(r, c.stored.row.receipt, ""));
        return;
    }
    case_seen(r, form, &c);
    if (a->move == MOVE_ACCEPT)
        form_put(form, "told", kit_word(r, "Staff.Case.accept_words"));
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
    const char *seen = form_text(form, "seen"), *told = form_text(form, "told");
    bool done = form_ok(form) &&
                (a->move == MOVE_ACCEPT ? moderate_accept(staff_db(), staff_session(r), number, seen, told, &f)
                                        : moderate_refuse(staff_db(), staff_session(r), number, seen, form_text(form, "reason"), told, &f));
    if (done) {
        response_redirect(out, case_url(r, number, a->done));
        return;
    }
    int status = case_refused(r, v, form, &f, KEYRING_CASE, out);
    if (status && case_open(r, v, &c, out))
        show(r, v, a, form, &c, status, out);
}

void case_accept_page(struct request *r, struct view_node *v, struct response *out) { open_form(r, v, &accepting, out); }
void case_accept_go_page(struct request *r, struct view_node *v, struct response *out) { answer_form(r, v, &accepting, out); }
void case_refuse_page(struct request *r, struct view_node *v, struct response *out) { open_form(r, v, &refusing, out); }
void case_refuse_go_page(struct request *r, struct view_node *v, struct response *out) { answer_form(r, v, &refusing, out); }
