/* account: the officer's own page: who he is here, his password, his recovery code. */
#include "enrol.h"
#include "staff_page.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field password_fields[] = {
    { "old", FORM_EXACT, true, 1, 256, NULL },
    { "password", FORM_EXACT, true, 1, 256, NULL },
};

void account_page(struct request *r, struct view_node *v, struct response *out)
{
    if (!staff_banner(r, v, out))
        return;
    view_set(v, "Login", staff_session(r)->login);
    staff_show_roles(r, v, staff_session(r)->roles);
    staff_title(r, v, "Account.title", "/");
    response_page(out, "account");
}

static void show_password(struct request *r, struct view_node *v, const struct form *form, struct response *out)
{
    kit_form(form, v);
    view_set(v, "Login", staff_session(r)->login);
    staff_title(r, v, "Account.password_title", "/account");
    response_page_status(out, form_ok(form) ? 200 : 422, "account_password");
}

void account_password_page(struct request *r, struct view_node *v, struct response *out)
{
    show_password(r, v, form_new(r, password_fields, COUNT(password_fields)), out);
}

void account_password_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, password_fields, COUNT(password_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (form_ok(form) &&
        enrol_password(request_mem(r), staff_db(), staff_session(r), form_text(form, "old"), form_text(form, "password"), &f))
        response_redirect(out, "/account?done=password");
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_password(r, v, form, out);
    else
        response_fail(out, &f);
}

void account_recovery_page(struct request *r, struct view_node *v, struct response *out)
{
    staff_title(r, v, "Account.recovery_title", "/account");
    response_page(out, "account_recovery");
}

void account_recovery_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    char *recovery;
    if (!staff_read_nothing(r, out))
        return;
    if (!enrol_recovery(request_mem(r), staff_db(), staff_session(r), &recovery, &f)) {
        response_fail(out, &f);
        return;
    }
    view_set(v, "Recovery", recovery);
    staff_title(r, v, "Account.recovery_made_title", "/account");
    response_page(out, "account_recovery");
}
