/* ties: the units and unions that an officer or his kin belong to: his own page, and an administrator's about another. */
#include "officer_page.h"
#include "recuse.h"

static const struct form_field fields[] = {
    { "tie_kind", FORM_CHOICE, true, 0, 0, TIE_KIND_CHOICES },
    { "tie_name", FORM_LINE, true, 2, 100, NULL },
};
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* Whose page it is: the officer's own, or the one of the address. */
struct whose { int64_t id; const char *name, *url; bool own; };

static struct whose oneself(struct request *r)
{
    return (struct whose){ staff_session(r)->officer_id, staff_session(r)->name, "/account/ties", true };
}

static bool another(struct request *r, struct whose *out, struct response *resp)
{
    struct officer_row o;
    if (!officer_of_path(r, &o, resp))
        return false;
    *out = (struct whose){ o.id, o.name, officer_url(r, o.id, "/ties"), false };
    return true;
}

static void show(struct request *r, struct view_node *v, const struct whose *w, struct form *form, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_tie *ties;
    size_t count;
    if (!officer_tie_list(request_mem(r), staff_db(), w->id, &ties, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Ties");
        view_set(n, "kind", ties[i].kind);
        view_set(n, "name", ties[i].name);
        view_set(n, "by", ties[i].entered_by);
        view_set(n, "at", kit_time(r, ties[i].entered_at));
        if (!w->own && w->id != staff_session(r)->officer_id)
            view_set(n, "end_url", mem_printf(request_mem(r), "%s/%lld/end", w->url, (long long)ties[i].id));
    }
    kit_form(form, v);
    view_set(v, "Officer", w->name);
    view_set_flag(v, "Own", w->own);
    view_set(v, "Act_url", w->url);
    staff_title(r, v, "Ties.title", w->own ? "/account" : officer_url(r, w->id, ""));
    response_page_status(out, form_ok(form) ? 200 : 422, "ties");
}

static void add(struct request *r, struct view_node *v, const struct whose *w, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    enum tie_kind kind;
    int64_t asked = 0;
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool added = form_ok(form) && tie_kind_read(form_text(form, "tie_kind"), &kind) &&
                 recuse_tie_add(staff_db(), staff_session(r), w->id, kind, form_text(form, "tie_name"), &asked, &f);
    if (added)
        response_redirect(out, mem_printf(request_mem(r), "%s?done=%s", w->url, asked > 0 ? "tie_asked" : "tie"));
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, w, form, out);
    else
        response_fail(out, &f);
}

void account_ties_page(struct request *r, struct view_node *v, struct response *out)
{
    struct whose w = oneself(r);
    if (staff_banner(r, v, out))
        show(r, v, &w, form_new(r, fields, COUNT(fields)), out);
}

void account_ties_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct whose w = oneself(r);
    add(r, v, &w, out);
}

void officer_ties_page(struct request *r, struct view_node *v, struct response *out)
{
    struct whose w;
    if (staff_banner(r, v, out) && another(r, &w, out))
        show(r, v, &w, form_new(r, fields, COUNT(fields)), out);
}

void officer_ties_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct whose w;
    if (another(r, &w, out))
        add(r, v, &w, out);
}

void officer_tie_end_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct whose w;
    int64_t id = 0;
    (void)v;
    if (!staff_read_nothing(r, out) || !another(r, &w, out) || !staff_id(r, "tie", &id, out))
        return;
    if (recuse_tie_end(staff_db(), staff_session(r), w.id, id, &f))
        response_redirect(out, mem_printf(request_mem(r), "%s?done=tie_ended", w.url));
    else
        response_fail(out, &f);
}
