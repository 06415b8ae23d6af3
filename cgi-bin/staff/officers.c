/* officers: the people of the office: who there is, a new one, what one may do, and the end of it. */
#include "enrol.h"
#include "keyring.h"
#include "officer.h"
#include "officer_page.h"
#include "officer_pass.h"
#include "staffing.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
#define ROLE_WORDS "editor|publisher|identity|case|approver|admin|auditor|intake|reviewer"

static const struct form_field new_fields[] = {
    { "name", FORM_NAME, true, 1, 50, NULL },
    { "login", FORM_LINE, true, 3, 40, NULL },
    { "roles", FORM_CHOICES, true, 0, 0, ROLE_WORDS },
};
static const struct form_field roles_fields[] = { { "roles", FORM_CHOICES, true, 0, 0, ROLE_WORDS } };

static const char *state_word(struct request *r, enum officer_state state)
{
    static const char *const WORDS[] = { [OFFICER_INVITED] = "INVITED", [OFFICER_ACTIVE] = "ACTIVE", [OFFICER_DISABLED] = "DISABLED" };
    return kit_word(r, mem_printf(request_mem(r), "Staff.OfficerState.%s", WORDS[state]));
}

char *officer_url(struct request *r, int64_t id, const char *rest)
{
    return mem_printf(request_mem(r), "/officers/%lld%s", (long long)id, rest);
}

bool officer_of_path(struct request *r, struct officer_row *out, struct response *resp)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    if (!staff_id(r, "officer", &id, resp))
        return false;
    if (officer_get(request_mem(r), staff_db(), id, out, &f))
        return true;
    response_fail(resp, &f);
    return false;
}

void officer_show(struct request *r, struct view_node *n, const struct officer_row *o)
{
    view_set(n, "name", o->name);
    view_set(n, "login", o->login);
    view_set(n, "state", state_word(r, o->state));
    view_set_flag(n, "invited", o->state == OFFICER_INVITED);
    view_set_flag(n, "disabled", o->state == OFFICER_DISABLED);
    view_set(n, "since", kit_day(r, clock_day_beijing(o->created_at)));
    view_set(n, "own_url", officer_url(r, o->id, ""));
    staff_show_roles(r, n, o->roles);
}

void officer_show_code(struct request *r, struct view_node *v, const struct officer_row *o, const char *code, bool reset,
                       struct response *out)
{
    officer_show(r, view_child(v, "Officer"), o);
    view_set(v, "Code", code);
    view_set_flag(v, "Reset", reset);
    staff_title(r, v, reset ? "Officers.reset_code_title" : "Officers.code_title", "/officers");
    response_page(out, "officer_code");
}

static bool show_waiting(struct request *r, struct view_node *v, struct fail *f)
{
    struct officer_pass_row *waiting;
    size_t count;
    if (!officer_pass_waiting(request_mem(r), staff_db(), &waiting, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Resets");
        view_set(n, "name", waiting[i].name);
        view_set(n, "asked_by", waiting[i].asked_by);
        view_set(n, "until", kit_time(r, waiting[i].expires_at));
        if (waiting[i].asked_by_id != request_who(r)->id && waiting[i].officer_id != request_who(r)->id)
            view_set(n, "own_url", mem_printf(request_mem(r), "/resets/%lld", (long long)waiting[i].id));
    }
    return true;
}

void officers_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_row *all;
    size_t count;
    if (!staff_banner(r, v, out))
        return;
    if (!officer_list(request_mem(r), staff_db(), &all, &count, &f) || !show_waiting(r, v, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++)
        officer_show(r, view_row(v, "Officers"), &all[i]);
    view_set(v, "New_url", staff_opens(r, "/officers/new") ? "/officers/new" : NULL);
    staff_title(r, v, "Officers.title", "/");
    response_page(out, "officers");
}

/* Which keys the officer's roles need, and whether he has them. */
static bool show_keys(struct request *r, struct view_node *v, const struct officer_row *o, struct fail *f)
{
    static const enum keyring_purpose PURPOSES[] = { KEYRING_CASE, KEYRING_IDENTITY };
    for (size_t i = 0; i < COUNT(PURPOSES); i++) {
        bool has = false;
        if (o->state != OFFICER_ACTIVE || !keyring_fits(PURPOSES[i], o->roles))
            continue;
        if (!keyring_has(staff_db(), o->id, PURPOSES[i], &has, f))
            return false;
        struct view_node *n = view_row(v, "Keys");
        view_set(n, "name", kit_word(r, mem_printf(request_mem(r), "Staff.Key.%s", keyring_word(PURPOSES[i]))));
        view_set_flag(n, "there", has);
    }
    return true;
}

static void offer(struct request *r, struct view_node *n, const char *name, const struct officer_row *o, bool now, const char *rest)
{
    if (now && o->id != request_who(r)->id && staff_opens(r, mem_printf(request_mem(r), "/officers/{officer}%s", rest)))
        view_set(n, name, officer_url(r, o->id, rest));
}

void officer_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_row o;
    struct view_node *n = view_child(v, "Officer");
    if (!staff_banner(r, v, out) || !officer_of_path(r, &o, out))
        return;
    if (!show_keys(r, n, &o, &f)) {
        response_fail(out, &f);
        return;
    }
    officer_show(r, n, &o);
    offer(r, n, "roles_url", &o, o.state != OFFICER_DISABLED, "/roles");
    offer(r, n, "ties_url", &o, true, "/ties");
    offer(r, n, "invite_url", &o, o.state == OFFICER_INVITED, "/invite");
    offer(r, n, "reset_url", &o, o.state == OFFICER_ACTIVE, "/reset");
    offer(r, n, "disable_url", &o, o.state != OFFICER_DISABLED, "/disable");
    view_set(v, "Title", o.name);
    view_set(view_child(v, "Back"), "url", "/officers");
    response_page(out, "officer");
}

/* ---- a new one ---- */

static uint32_t roles_of(const struct form *form)
{
    uint32_t roles = 0;
    for (uint32_t bit = 1; bit <= STAFF__LAST; bit <<= 1)
        if (form_chosen(form, "roles", staff_role_word(bit)))
            roles |= bit;
    return roles;
}

static void show_new(struct request *r, struct view_node *v, const struct form *form, struct response *out)
{
    kit_form(form, v);
    staff_title(r, v, "Officers.new_title", "/officers");
    response_page_status(out, form_ok(form) ? 200 : 422, "officer_new");
}

void officer_new_page(struct request *r, struct view_node *v, struct response *out)
{
    show_new(r, v, form_new(r, new_fields, COUNT(new_fields)), out);
}

void officer_new_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_row o;
    char *code;
    int64_t id = 0;
    struct form *form = form_new(r, new_fields, COUNT(new_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct enrol_invite_in in = { form_text(form, "login"), form_text(form, "name"), roles_of(form) };
    bool ok = form_ok(form) && enrol_invite(request_mem(r), staff_db(), staff_session(r), &in, &code, &id, &f) &&
              officer_get(request_mem(r), staff_db(), id, &o, &f);
    if (ok)
        officer_show_code(r, v, &o, code, false, out);
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_new(r, v, form, out);
    else
        response_fail(out, &f);
}

void officer_invite_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_row o;
    char *code;
    if (!staff_read_nothing(r, out) || !officer_of_path(r, &o, out))
        return;
    if (enrol_invite_again(request_mem(r), staff_db(), staff_session(r), o.id, &code, &f))
        officer_show_code(r, v, &o, code, false, out);
    else
        response_fail(out, &f);
}

/* ---- what one may do, and the end ---- */

static void show_roles_form(struct request *r, struct view_node *v, const struct form *form, const struct officer_row *o,
                            struct response *out)
{
    struct view_node *n = view_child(v, "Officer");
    kit_form(form, v);
    officer_show(r, n, o);
    view_set(n, "roles_url", officer_url(r, o->id, "/roles#err"));
    staff_title(r, v, "Officers.roles_title", officer_url(r, o->id, ""));
    response_page_status(out, form_ok(form) ? 200 : 422, "officer_roles");
}

void officer_roles_page(struct request *r, struct view_node *v, struct response *out)
{
    struct officer_row o;
    struct form *form = form_new(r, roles_fields, COUNT(roles_fields));
    if (!officer_of_path(r, &o, out))
        return;
    for (uint32_t bit = 1; bit <= STAFF__LAST; bit <<= 1)
        if (o.roles & bit)
            form_put(form, "roles", staff_role_word(bit));
    show_roles_form(r, v, form, &o, out);
}

void officer_roles_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_row o;
    struct form *form = form_new(r, roles_fields, COUNT(roles_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!officer_of_path(r, &o, out))
        return;
    if (form_ok(form) && staffing_roles(request_mem(r), staff_db(), staff_session(r), o.id, roles_of(form), &f))
        response_redirect(out, officer_url(r, o.id, "?done=roles"));
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_roles_form(r, v, form, &o, out);
    else
        response_fail(out, &f);
}

void officer_disable_page(struct request *r, struct view_node *v, struct response *out)
{
    struct officer_row o;
    struct view_node *n = view_child(v, "Officer");
    if (!officer_of_path(r, &o, out))
        return;
    officer_show(r, n, &o);
    view_set(n, "disable_url", officer_url(r, o.id, "/disable"));
    staff_title(r, v, "Officers.disable_title", officer_url(r, o.id, ""));
    response_page(out, "officer_disable");
}

void officer_disable_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_row o;
    (void)v;
    if (!staff_read_nothing(r, out) || !officer_of_path(r, &o, out))
        return;
    if (staffing_disable(staff_db(), staff_session(r), o.id, &f))
        response_redirect(out, officer_url(r, o.id, "?done=disabled"));
    else
        response_fail(out, &f);
}
