/* notice_withdraw: a published notice is taken back, with a reason that stands above it from then on. */
#include "notice_page.h"

static const struct form_field fields[] = { { "reason", FORM_LINES, true, 10, 500, NULL } };

static void show(struct request *r, struct view_node *v, const struct draft *d, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    notice_title(r, v, "withdraw_title", d);
    response_page_status(out, status, "notice_withdraw");
}

void notice_withdraw_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    if (notice_open(r, v, DRAFT_PUBLISHED, &d, out))
        show(r, v, &d, form_new(r, fields, 1), 200, out);
}

void notice_withdraw_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, fields, 1);
    if (!notice_take(r, v, form, &d, out))
        return;
    if (!form_ok(form))
        show(r, v, &d, form, 422, out);
    else if (publish_withdraw(staff_db(), d.id, request_who(r)->id, form_text(form, "reason"), &f))
        notice_did(r, out, d.id, "", "withdrawn");
    else if (notice_changed(r, v, &d, d.revision, &f))
        show(r, v, &d, form, 409, out);
    else
        response_fail(out, &f);
}
