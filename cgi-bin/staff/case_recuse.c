/* case_recuse: that an officer steps back from a case and all others of its candidate: oneself, or another whom somebody does not trust. */
#include <string.h>

#include "case_page.h"
#include "officer.h"
#include "recuse.h"

static const struct form_field fields[] = {
    { "officer", FORM_NUMBER, true, 1, INT32_MAX, NULL },
    { "origin", FORM_CHOICE, true, 0, 0, RECUSE_ORIGIN_CHOICES },
    { "why", FORM_LINES, true, 5, 500, NULL },
};
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static bool show_people(struct request *r, struct view_node *v, const struct form *form, struct fail *f)
{
    struct officer_row *all;
    size_t count;
    int64_t chosen = form_number(form, "officer");
    if (!officer_list(request_mem(r), staff_db(), &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (all[i].state != OFFICER_ACTIVE || !staff_sees_objections(all[i].roles))
            continue;
        struct view_node *n = view_row(v, "People");
        view_set_number(n, "id", all[i].id);
        view_set(n, "name", all[i].name);
        view_set_flag(n, "officer", all[i].id == chosen);
    }
    return true;
}

static void show(struct request *r, struct view_node *v, const struct form *form, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct moderate_case c;
    if (!case_open(r, v, &c, out))
        return;
    if (!show_people(r, v, form, &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    view_set_flag(v, "Head", request_who(r)->roles & STAFF_APPROVER);
    view_set(v, "Act_url", case_url(r, c.stored.row.receipt, "/recuse"));
    staff_title(r, v, "Recusal.case_title", case_url(r, c.stored.row.receipt, ""));
    response_page_status(out, status, "case_recuse");
}

void case_recuse_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, form_new(r, fields, COUNT(fields)), 200, out);
}

void case_recuse_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *number = request_segment(r, "case");
    bool done = false;
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    int64_t officer = form_number(form, "officer");
    bool ok = form_ok(form) && recuse_order(staff_db(), staff_session(r), number, officer, form_text(form, "origin"),
                                            form_text(form, "why"), &done, &f);
    if (ok && officer == staff_session(r)->officer_id)
        response_redirect(out, "/inbox?done=RECUSED");
    else if (ok)
        response_redirect(out, case_url(r, number, done ? "?done=RECUSE" : "?done=RECUSE_ASKED"));
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, form, 422, out);
    else if (strcmp(f.code, "recusal_waits") == 0)
        response_redirect(out, case_url(r, number, "?done=RECUSE_ASKED"));
    else
        response_fail(out, &f);
}
