/* unions: the nominating unions with their contacts, those in use and those that are not. */
#include "staff_page.h"
#include "unions.h"

static void put_contact(struct view_node *n, const char *name, const struct nominating_contact *c)
{
    struct view_node *into = view_child(n, name);
    if (c->id == 0)
        return;
    view_set(into, "name", c->name);
    view_set(into, "phone", c->phone);
    view_set(into, "email", c->email);
}

static void put_union(struct request *r, struct view_node *v, const struct nominating_union *u, bool writes)
{
    struct view_node *n = view_row(v, !u->active ? "Retired" : u->industry ? "Industries" : "Districts");
    view_set(n, "name", u->name);
    view_set(n, "code", u->code);
    put_contact(n, "primary", &u->contacts[UNION_PRIMARY]);
    put_contact(n, "backup", &u->contacts[UNION_BACKUP]);
    if (writes)
        view_set(n, "edit_url", mem_printf(request_mem(r), "/unions/%lld", (long long)u->id));
}

static const struct form_field done_fields[] = { { "done", FORM_CHOICE, false, 0, 0, "added|changed|retired|resumed" } };

void unions_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct nominating_unions all;
    struct form *form = form_new(r, done_fields, 1);
    bool writes = staff_opens(r, "/unions/new");
    if (!form_read_query(form, &f) || !nominating_union_list(request_mem(r), staff_db(), &all, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < all.count; i++)
        put_union(r, v, &all.items[i], writes);
    if (form_ok(form) && *form_text(form, "done"))
        view_set(v, "Done", kit_word(r, mem_printf(request_mem(r), "Staff.Unions.Done.%s", form_text(form, "done"))));
    view_set_flag(v, "Writes", writes);
    staff_title(r, v, "Unions.title", NULL);
    response_page(out, "unions");
}
