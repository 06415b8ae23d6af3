/* recusals: for heads: who stands recused, what waits for a head's word, and letting somebody act again. A head sees nothing here of the
 * candidates towards whom he is recused himself. */
#include <string.h>

#include "recuse.h"
#include "staff_page.h"

static const struct form_field lift_fields[] = { { "why", FORM_LINES, true, 5, 500, NULL } };
static const struct form_field settle_fields[] = {
    { "answer", FORM_CHOICE, true, 0, 0, "AGREE|REFUSE" },
    { "why", FORM_LINES, false, 5, 500, NULL },
};
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static void show_request(struct request *r, struct view_node *n, const struct recusal_request *q)
{
    view_set(n, "kind", q->kind);
    view_set(n, "officer", q->officer);
    view_set(n, "candidate", q->candidate);
    view_set(n, "employer", q->employer);
    view_set(n, "union", q->union_name);
    view_set(n, "matched", q->matched);
    view_set(n, "origin", q->origin);
    view_set(n, "reason", q->reason);
    view_set(n, "asker", q->asker);
    view_set(n, "asked", kit_time(r, q->asked_at));
}

static void show_recusal(struct request *r, struct view_node *n, const struct recusal_row *row)
{
    view_set(n, "officer", row->officer);
    view_set(n, "candidate", row->candidate);
    view_set(n, "reason", row->reason);
    view_set(n, "by", row->by);
    view_set(n, "since", kit_time(r, row->at));
}

/* ---- the list ---- */

static bool show_requests(struct request *r, struct view_node *v, struct fail *f)
{
    struct recusal_request *all;
    size_t count;
    if (!recusal_request_list(request_mem(r), staff_db(), staff_session(r)->officer_id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *why_not;
        struct view_node *n = view_row(v, "Requests");
        if (!recuse_may_settle(request_mem(r), staff_db(), staff_session(r), &all[i], &why_not, f))
            return false;
        show_request(r, n, &all[i]);
        if (!why_not)
            view_set(n, "url", mem_printf(request_mem(r), "/recusals/request/%lld", (long long)all[i].id));
    }
    return true;
}

static bool show_recused(struct request *r, struct view_node *v, struct fail *f)
{
    struct recusal_row *all;
    size_t count;
    if (!recusal_list(request_mem(r), staff_db(), staff_session(r)->officer_id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        bool waits = false;
        struct view_node *n = view_row(v, "Recused");
        if (!recusal_request_waits(staff_db(), "LIFT", all[i].officer_id, all[i].candidate_id, &waits, f))
            return false;
        show_recusal(r, n, &all[i]);
        if (!waits)
            view_set(n, "lift_url", mem_printf(request_mem(r), "/recusals/%lld/lift", (long long)all[i].id));
    }
    return true;
}

void recusals_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!staff_banner(r, v, out))
        return;
    if (!show_requests(r, v, &f) || !show_recused(r, v, &f)) {
        response_fail(out, &f);
        return;
    }
    staff_title(r, v, "Recusal.title", "/");
    response_page(out, "recusals");
}

/* ---- acting again ---- */

static void show_lift(struct request *r, struct view_node *v, const struct form *form, int64_t id, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct recusal_row row;
    if (!recusal_get(request_mem(r), staff_db(), staff_session(r)->officer_id, id, &row, &f)) {
        response_fail(out, &f);
        return;
    }
    show_recusal(r, view_child(v, "Recusal"), &row);
    kit_form(form, v);
    view_set(v, "Act_url", mem_printf(request_mem(r), "/recusals/%lld/lift", (long long)id));
    staff_title(r, v, "Recusal.lift_title", "/recusals");
    response_page_status(out, form_ok(form) ? 200 : 422, "recusal_lift");
}

void recusal_lift_page(struct request *r, struct view_node *v, struct response *out)
{
    int64_t id;
    if (staff_id(r, "recusal", &id, out))
        show_lift(r, v, form_new(r, lift_fields, COUNT(lift_fields)), id, out);
}

void recusal_lift_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    struct form *form = form_new(r, lift_fields, COUNT(lift_fields));
    if (!staff_id(r, "recusal", &id, out))
        return;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!form_ok(form))
        show_lift(r, v, form, id, out);
    else if (recuse_lift(staff_db(), staff_session(r), id, form_text(form, "why"), &f) || strcmp(f.code, "recusal_waits") == 0)
        response_redirect(out, "/recusals?done=lift_asked");
    else
        response_fail(out, &f);
}

/* ---- a head's word ---- */

static void show_settling(struct request *r, struct view_node *v, const struct form *form, int64_t id, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct recusal_request q;
    const char *why_not = NULL;
    bool ok = recusal_request_get(request_mem(r), staff_db(), staff_session(r)->officer_id, id, &q, &f) &&
              recuse_may_settle(request_mem(r), staff_db(), staff_session(r), &q, &why_not, &f);
    if (ok && why_not)
        fail_set(&f, FAIL_FORBIDDEN, why_not, "request %lld", (long long)id);
    if (!ok || why_not) {
        response_fail(out, &f);
        return;
    }
    show_request(r, view_child(v, "Request"), &q);
    kit_form(form, v);
    view_set(v, "Act_url", mem_printf(request_mem(r), "/recusals/request/%lld", (long long)id));
    staff_title(r, v, "Recusal.request_title", "/recusals");
    response_page_status(out, form_ok(form) ? 200 : 422, "recusal_request");
}

void recusal_request_page(struct request *r, struct view_node *v, struct response *out)
{
    int64_t id;
    if (staff_id(r, "request", &id, out))
        show_settling(r, v, form_new(r, settle_fields, COUNT(settle_fields)), id, out);
}

void recusal_request_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    struct form *form = form_new(r, settle_fields, COUNT(settle_fields));
    if (!staff_id(r, "request", &id, out))
        return;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    bool agree = form_chosen(form, "answer", "AGREE");
    if (form_ok(form) && recuse_settle(staff_db(), staff_session(r), id, agree, form_text(form, "why"), &f))
        response_redirect(out, "/recusals?done=recusal_settled");
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_settling(r, v, form, id, out);
    else if (strcmp(f.code, "recusal_settled") == 0)
        response_redirect(out, "/recusals?done=recusal_overtaken");
    else
        response_fail(out, &f);
}
