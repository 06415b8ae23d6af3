/* sign_in: an officer comes in, proves himself again for grave acts, goes. A form that met the closed door is carried through: `to` is
 * where it was going and `posted` what it held, and the page go_on sends it there after all. */
#include <string.h>

#include "staff_page.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
/* Where to go on: a page, or a form and what it held. */
#define ONWARD                                     \
    { "next", FORM_LINE, false, 0, 300, NULL },    \
    { "to", FORM_LINE, false, 0, 300, NULL },      \
    { "posted", FORM_LINE, false, 0, WEB_POSTED_MAX, NULL }

static const struct form_field sign_in_fields[] = {
    { "login", FORM_LINE, true, 1, 40, NULL },
    { "password", FORM_EXACT, true, 1, 256, NULL },
    { "digits", FORM_CODE, true, 6, 6, NULL },
    ONWARD,
};
static const struct form_field refresh_fields[] = {
    { "password", FORM_EXACT, true, 1, 256, NULL },
    { "digits", FORM_CODE, true, 6, 6, NULL },
    ONWARD,
};
static const struct form_field onward_fields[] = { ONWARD };

/* Where to go afterwards: an own page, else the first one. */
static const char *next_path(struct request *r, const struct form *form)
{
    const char *next = form_text(form, "next");
    return request_own_path(r, next) ? next : "/";
}

/* An empty form with where to go in it; NULL if the address cannot be read. */
static struct form *begin(struct request *r, const struct form_field *fields, size_t count, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *asked = form_new(r, onward_fields, 1), *form = form_new(r, fields, count);
    if (!form_read_query(asked, &f)) {
        response_fail(out, &f);
        return NULL;
    }
    form_put(form, "next", next_path(r, asked));
    return form;
}

static void show(struct request *r, struct view_node *v, struct form *form, int status, const char *stem, struct response *out)
{
    kit_form(form, v);
    view_set(v, "Next_url", next_path(r, form));
    view_set_flag(v, "Carried", *form_text(form, "to") != '\0');
    staff_title(r, v, mem_printf(request_mem(r), "Account.%s_title", stem), NULL);
    response_page_status(out, status, stem);
}

/* The officer is in: to the page he wanted, or on with the form that he had filled in. */
static void go_on(struct request *r, struct view_node *v, struct form *form, const char *token, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct login_session s;
    response_cookie(out, token);
    if (!kit_carry_on(r, v, form_text(form, "to"), form_text(form, "posted")) ||
        !login_who(request_mem(r), staff_db(), token, &s, &f)) {
        response_redirect(out, next_path(r, form));
        return;
    }
    view_set(view_child(v, "Who"), "csrf", s.csrf);
    view_set(v, "Title", kit_word(r, "Carry.title"));
    response_page(out, "go_on");
}

/* A wrong proof and a wait are said on the same page; everything else ends the request. */
static void refused(struct request *r, struct view_node *v, struct form *form, const struct fail *f, const char *stem, struct response *out)
{
    bool wait = strcmp(f->code, "sign_in_wait") == 0;
    if (form_ok(form) && !wait && strcmp(f->code, "sign_in_wrong") != 0) {
        response_fail(out, f);
        return;
    }
    if (form_ok(form)) /* where no login is asked for, none can be wrong */
        form_error(form, "password", wait || strcmp(stem, "sign_in") == 0 ? f->code : "proof_wrong");
    show(r, v, form, wait ? 429 : 422, stem, out);
}

void sign_in_page(struct request *r, struct view_node *v, struct response *out)
{
    if (request_who(r)->signed_in) {
        response_redirect(out, "/");
        return;
    }
    struct form *form = begin(r, sign_in_fields, COUNT(sign_in_fields), out);
    if (form)
        show(r, v, form, 200, "sign_in", out);
}

void sign_in_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    char *token;
    struct form *form = form_new(r, sign_in_fields, COUNT(sign_in_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct login_in in = { form_text(form, "login"), form_text(form, "password"), form_text(form, "digits"), request_address(r) };
    if (!form_ok(form) || !login_enter(request_mem(r), staff_db(), &in, &token, &f)) {
        refused(r, v, form, &f, "sign_in", out);
        return;
    }
    go_on(r, v, form, token, out);
}

void refresh_page(struct request *r, struct view_node *v, struct response *out)
{
    struct form *form = begin(r, refresh_fields, COUNT(refresh_fields), out);
    if (form)
        show(r, v, form, 200, "refresh", out);
}

void refresh_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    char *token;
    struct form *form = form_new(r, refresh_fields, COUNT(refresh_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct login_in in = { NULL, form_text(form, "password"), form_text(form, "digits"), request_address(r) };
    if (!form_ok(form) || !login_refresh(request_mem(r), staff_db(), staff_session(r), &in, &token, &f)) {
        refused(r, v, form, &f, "refresh", out);
        return;
    }
    go_on(r, v, form, token, out);
}

void sign_out_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, NULL, 0);
    (void)v;
    if (!form_read(form, &f) || !login_leave(staff_db(), staff_session(r), &f)) {
        response_fail(out, &f);
        return;
    }
    response_cookie_clear(out);
    response_redirect(out, "/sign-in");
}

/* A form of these two pages says itself where it goes on; any other is what to go on with. */
static void carry(struct request *r, struct form *form)
{
    struct fail f = { .kind = FAIL_NONE };
    struct web_posted *items;
    size_t count;
    const char *posted = request_posted(r);
    if (strcmp(request_path(r), "/refresh") != 0) {
        form_put(form, "to", request_path(r));
        form_put(form, "posted", posted);
    } else if (request_posted_read(r, posted, &items, &count, &f)) {
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < COUNT(onward_fields); k++)
                if (strcmp(items[i].name, onward_fields[k].name) == 0)
                    form_put(form, items[i].name, items[i].value);
    }
}

void come_in_page(struct request *r, struct view_node *v, struct response *out)
{
    bool in = request_who(r)->signed_in;
    struct form *form = in ? form_new(r, refresh_fields, COUNT(refresh_fields)) : form_new(r, sign_in_fields, COUNT(sign_in_fields));
    if (strcmp(request_path(r), "/sign-out") == 0) {
        response_cookie_clear(out);
        response_redirect(out, "/sign-in");
        return;
    }
    carry(r, form);
    show(r, v, form, 403, in ? "refresh" : "sign_in", out);
}
