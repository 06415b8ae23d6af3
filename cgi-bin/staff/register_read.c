/* register_read: the second reader compares an entry with the paper. */
#include <string.h>

#include "case_page.h"
#include "registration.h"

static const struct form_field fields[] = {
    { "result", FORM_CHOICE, true, 0, 0, "RIGHT|VOID" },
    { "why", FORM_LINES, false, 0, 500, NULL },
};
#define FIELDS (sizeof fields / sizeof fields[0])

char *register_url(struct request *r, const char *number, const char *rest)
{
    return mem_printf(request_mem(r), "/register/%s%s", number, rest);
}

static void show_entry(struct request *r, struct view_node *v, const struct registration_view *e)
{
    const struct incoming *came = &e->row.came;
    struct view_node *n = view_child(v, "Entry"), *who = view_child(n, "who");
    view_set(n, "channel", incoming_word(came->channel));
    view_set(n, "received", kit_day(r, came->received));
    if (came->postmark)
        view_set(n, "postmark", kit_day(r, came->postmark));
    view_set(n, "candidate", e->row.row.candidate);
    view_set(n, "enterer", e->row.enterer);
    view_set(n, "kind", e->row.row.kind);
    view_set(n, "becomes", objection_move_word(e->move));
    view_set_flag(n, "open", e->open);
    if (!e->open)
        return;
    view_set(n, "statement", e->statement);
    case_show_grounds(r, n, e->grounds);
    view_set(who, "unit", e->unit);
    view_set(who, "head", e->head);
    view_set(who, "name", e->name);
    view_set(who, "phone", e->phone);
    view_set(who, "email", e->email);
    view_set(who, "address", e->address);
}

static void refused(struct request *r, const struct fail *f, struct response *out)
{
    const char *number = request_segment(r, "case");
    if (strcmp(f->code, "undeclared") == 0)
        response_redirect(out, register_url(r, number, "/declare"));
    else if (strcmp(f->code, "case_moved") == 0)
        response_redirect(out, "/register?done=entry_moved");
    else
        response_fail(out, f);
}

static void show(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct registration_view e;
    const char *number = request_segment(r, "case");
    if (!registration_look(request_mem(r), staff_db(), staff_session(r), number, &e, &f)) {
        refused(r, &f, out);
        return;
    }
    if (e.own) {
        response_redirect(out, "/register");
        return;
    }
    show_entry(r, v, &e);
    kit_form(form, v);
    view_set(view_child(v, "Case"), "number", case_number(r, number));
    view_set(v, "Act_url", register_url(r, number, ""));
    staff_title(r, v, "Register.read_title", "/register");
    response_page_status(out, status, "register_read");
}

void register_read_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, form_new(r, fields, FIELDS), 200, out);
}

void register_read_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, FIELDS);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool right = form_chosen(form, "result", "RIGHT");
    if (form_ok(form) &&
        registration_settle(staff_db(), staff_session(r), request_segment(r, "case"), right, form_text(form, "why"), &f))
        response_redirect(out, right ? "/register?done=entry_right" : "/register?done=entry_void");
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, form, 422, out);
    else
        refused(r, &f, out);
}
