/* union_edit: one nominating union is added or changed, taken out of use or back in. */
#include <string.h>

#include "message.h"
#include "scan.h"
#include "staff_page.h"
#include "unions.h"

/* Contacts are judged by the service, which knows what belongs together. */
#define FIELDS                                            \
    { "union_name", FORM_LINE, true, 2, 100, NULL },            \
    { "kind", FORM_CHOICE, true, 0, 0, "DISTRICT|INDUSTRY" }, \
    { "primary_name", FORM_LINE, true, 0, 50, NULL },     \
    { "primary_phone", FORM_LINE, false, 0, 20, NULL },   \
    { "primary_email", FORM_LINE, false, 0, 254, NULL },  \
    { "primary_lang", FORM_CHOICE, false, 0, 0, "ZH|EN" }, \
    { "backup_lang", FORM_CHOICE, false, 0, 0, "ZH|EN" },  \
    { "backup_name", FORM_LINE, false, 0, 50, NULL },     \
    { "backup_phone", FORM_LINE, false, 0, 20, NULL },    \
    { "backup_email", FORM_LINE, false, 0, 254, NULL }
static const struct form_field add_fields[] = { { "union_code", FORM_LINE, true, 1, 20, NULL }, FIELDS };
static const struct form_field edit_fields[] = { FIELDS, { "seen", FORM_HIDDEN, true, 1, 32, NULL } };
static const struct form_field active_fields[] = { { "active", FORM_CHOICE, true, 0, 0, "YES|NO" } };
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* The language as a choice of the form, and back. */
static const char *lang_choice(const char *lang) { return lang != NULL && strcmp(lang, message_lang_word(MESSAGE_EN)) == 0 ? "EN" : "ZH"; }

static const char *lang_typed(const struct form *form, const char *field)
{
    return message_lang_word(form_chosen(form, field, "EN") ? MESSAGE_EN : MESSAGE_ZH);
}

static struct unions_in typed(const struct form *form)
{
    return (struct unions_in){
        .name = form_text(form, "union_name"), .industry = form_chosen(form, "kind", "INDUSTRY"),
        .contacts = { { form_text(form, "primary_name"), form_text(form, "primary_phone"), form_text(form, "primary_email"), lang_typed(form, "primary_lang") },
                      { form_text(form, "backup_name"), form_text(form, "backup_phone"), form_text(form, "backup_email"), lang_typed(form, "backup_lang") } } };
}

static void show(struct request *r, struct view_node *v, struct form *form, const char *stem, int status, struct response *out)
{
    kit_form(form, v);
    staff_title(r, v, mem_printf(request_mem(r), "Unions.%s_title", stem), "/unions");
    response_page_status(out, status, stem);
}

/* ---- adding ---- */

void union_add_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, form_new(r, add_fields, COUNT(add_fields)), "union_add", 200, out);
}

void union_add_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id = 0;
    struct form *form = form_new(r, add_fields, COUNT(add_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct unions_in in = typed(form);
    in.code = form_text(form, "union_code");
    if (form_ok(form) && unions_add(request_mem(r), staff_db(), request_who(r)->id, &in, &id, &f))
        response_redirect(out, "/unions?done=added");
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, form, "union_add", 422, out);
    else
        response_fail(out, &f);
}

/* ---- changing ---- */

static bool get(struct request *r, struct view_node *v, struct response *out, struct nominating_union *u)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id = 0;
    if (!scan_i64(request_segment(r, "union"), 1, INT64_MAX, &id)) {
        response_missing(out);
        return false;
    }
    if (!nominating_union_get(request_mem(r), staff_db(), id, u, &f)) {
        response_fail(out, &f);
        return false;
    }
    struct view_node *n = view_child(v, "Union");
    view_set(n, "name", u->name);
    view_set(n, "code", u->code);
    view_set_flag(n, "active", u->active);
    view_set(n, "edit_url", mem_printf(request_mem(r), "/unions/%lld", (long long)u->id));
    view_set(n, "active_url", mem_printf(request_mem(r), "/unions/%lld/active", (long long)u->id));
    return true;
}

static const char *stored(const struct nominating_union *u, const char *field)
{
    const struct nominating_contact *p = &u->contacts[UNION_PRIMARY], *b = &u->contacts[UNION_BACKUP];
    const struct { const char *field, *value; } pairs[] = {
        { "union_name", u->name }, { "kind", u->industry ? "INDUSTRY" : "DISTRICT" }, { "primary_name", p->name }, { "primary_phone", p->phone },
        { "primary_email", p->email }, { "backup_name", b->name }, { "backup_phone", b->phone }, { "backup_email", b->email },
        { "primary_lang", lang_choice(p->lang) }, { "backup_lang", lang_choice(b->lang) },
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        if (strcmp(pairs[i].field, field) == 0)
            return pairs[i].value ? pairs[i].value : "";
    return NULL;
}

void union_edit_page(struct request *r, struct view_node *v, struct response *out)
{
    struct nominating_union u;
    struct form *form = form_new(r, edit_fields, COUNT(edit_fields));
    if (!get(r, v, out, &u))
        return;
    for (size_t i = 0; i < COUNT(edit_fields); i++)
        if (stored(&u, edit_fields[i].name))
            form_put(form, edit_fields[i].name, stored(&u, edit_fields[i].name));
    form_put(form, "seen", unions_seen(request_mem(r), &u));
    show(r, v, form, "union_edit", 200, out);
}

/* A contact's fields are named alike: whose it is stands before. */
static const char *label(struct request *r, const char *field)
{
    const char *own = kit_word(r, mem_printf(request_mem(r), "Staff.Unions.%s.label", field));
    bool primary = strncmp(field, "primary_", 8) == 0, backup = strncmp(field, "backup_", 7) == 0;
    if (!primary && !backup)
        return own;
    return mem_printf(request_mem(r), "%s %s", kit_word(r, primary ? "Staff.Unions.primary" : "Staff.Unions.backup"), own);
}

/* What was typed stays in the form; what the other one wrote stands above it where it differs. */
static void show_changed(struct request *r, struct view_node *v, const struct nominating_union *now, struct form *form, struct response *out)
{
    struct view_node *n = view_child(v, "Changed");
    view_set(n, "text", kit_word(r, "Fail.union_changed"));
    for (size_t i = 0; i < COUNT(edit_fields); i++) {
        const char *field = edit_fields[i].name, *theirs = stored(now, field);
        if (!theirs || strcmp(theirs, form_text(form, field)) == 0)
            continue;
        struct view_node *row = view_row(n, "Fields");
        bool kind = strcmp(field, "kind") == 0, lang = strstr(field, "_lang") != NULL;
        view_set(row, "label", label(r, field));
        view_set(row, "theirs", kind ? kit_word(r, mem_printf(request_mem(r), "UnionKind.%s", theirs))
                                : lang ? kit_word(r, mem_printf(request_mem(r), "ContactLang.%s", theirs))
                                : *theirs ? theirs : kit_word(r, "Field.blank"));
    }
    form_put(form, "seen", unions_seen(request_mem(r), now));
    show(r, v, form, "union_edit", 409, out);
}

void union_edit_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct nominating_union u;
    struct form *form = form_new(r, edit_fields, COUNT(edit_fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!get(r, v, out, &u))
        return;
    struct unions_in in = typed(form);
    in.seen = form_text(form, "seen");
    if (form_ok(form) && unions_change(request_mem(r), staff_db(), request_who(r)->id, u.id, &in, &f))
        response_redirect(out, "/unions?done=changed");
    else if (strcmp(f.code, "union_changed") == 0)
        show_changed(r, v, &u, form, out);
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, form, "union_edit", 422, out);
    else
        response_fail(out, &f);
}

void union_active_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct nominating_union u;
    struct form *form = form_new(r, active_fields, 1);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!get(r, v, out, &u))
        return;
    bool active = form_chosen(form, "active", "YES");
    if (!form_ok(form) && !fail_set(&f, FAIL_INPUT, "request_broken", "neither yes nor no"))
        response_fail(out, &f);
    else if (unions_set_active(request_mem(r), staff_db(), request_who(r)->id, u.id, active, &f))
        response_redirect(out, active ? "/unions?done=resumed" : "/unions?done=retired");
    else
        response_fail(out, &f);
}
