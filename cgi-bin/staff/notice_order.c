/* notice_order: the people of a draft in their order: by strokes, and by hand where strokes do not decide. */
#include <string.h>

#include "notice_page.h"
#include "order.h"
#include "roster.h"
#include "scan.h"

static const struct form_field move_fields[] = {
    { "entry", FORM_HIDDEN, true, 1, 18, NULL },
    { "at", FORM_HIDDEN, true, 1, 10, NULL }, /* the position that was seen */
    NOTICE_SEEN,
    { "to", FORM_NUMBER, false, 1, ROSTER_MAX_ROWS, NULL },
    { "go", FORM_CHOICE, true, 0, 0, "TO|UP|DOWN" },
};
static const struct form_field reset_fields[] = { NOTICE_SEEN };
#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static void put_item(struct request *r, struct view_node *v, const struct order *o, size_t i)
{
    const struct order_item *item = &o->items[i];
    const struct entry *e = item->entry;
    bool first = i == 0 || strcmp(o->items[i - 1].entry->award, e->award) != 0;
    bool last = i + 1 == o->count || strcmp(o->items[i + 1].entry->award, e->award) != 0;
    bool craftsman = strcmp(e->award, roster_award_word(ROSTER_CRAFTSMAN)) == 0;
    struct view_node *n = view_row(v, craftsman ? "Craftsmen" : "Nominations");
    view_set_number(n, "id", e->id);
    view_set_number(n, "seq", e->seq);
    view_set(n, "name", e->name);
    view_set(n, "employer", e->employer);
    view_set(n, "strokes", item->strokes ? notice_say(r, "Staff.Order.strokes", item->strokes, 0) : kit_word(r, "Staff.Order.no_strokes"));
    view_set_flag(n, "tie", item->tie);
    view_set_flag(n, "hand", e->by_hand);
    view_set_flag(n, "up", !first);
    view_set_flag(n, "down", !last);
    view_set_flag(n, "misplaced", item->misplaced);
}

static void show(struct request *r, struct view_node *v, const struct draft *d, int status, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct order o;
    if (!order_look(request_mem(r), staff_db(), d->id, &o, &f)) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < o.count; i++)
        put_item(r, v, &o, i);
    view_set_number(v, "Ties", (int64_t)o.ties);
    notice_title(r, v, "order_title", d);
    response_page_status(out, status, "notice_order");
}

void notice_order_page(struct request *r, struct view_node *v, struct response *out)
{
    struct draft d;
    if (!notice_open(r, v, DRAFT_WRITING, &d, out))
        return;
    notice_done(r, v);
    show(r, v, &d, 200, out);
}

/* The page again, with what happened meanwhile or with the fault of one row's form (Form.entry tells which). */
static void refuse(struct request *r, struct view_node *v, struct draft *d, struct form *form, const struct fail *f, struct response *out)
{
    bool changed = f->kind != FAIL_NONE && notice_changed(r, v, d, notice_seen(d->id, form).revision, f);
    if (!changed && f->kind != FAIL_NONE && !form_take_fail(form, f)) {
        response_fail(out, f);
        return;
    }
    kit_form(form, v);
    show(r, v, d, changed ? 409 : 422, out);
}

void notice_move_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, move_fields, COUNT(move_fields));
    if (!notice_take(r, v, form, &d, out))
        return;
    struct order_move_in in = { .version_id = d.id, .officer_id = request_who(r)->id };
    const char *go = form_text(form, "go");
    if (!scan_i64(form_text(form, "entry"), 1, INT64_MAX, &in.entry_id) || !scan_i64(form_text(form, "at"), 1, INT32_MAX, &in.seen_seq)) {
        response_missing(out);
        return;
    }
    if (form_ok(form) && strcmp(go, "TO") == 0 && !*form_text(form, "to"))
        form_error(form, "to", "needed");
    in.to_seq = strcmp(go, "UP") == 0 ? in.seen_seq - 1 : strcmp(go, "DOWN") == 0 ? in.seen_seq + 1 : form_number(form, "to");
    if (form_ok(form) && order_move(staff_db(), &in, &f))
        notice_did(r, out, d.id, mem_printf(request_mem(r), "/order#e-%lld", (long long)in.entry_id), "moved");
    else
        refuse(r, v, &d, form, &f, out);
}

void notice_reset_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct draft d;
    struct form *form = form_new(r, reset_fields, COUNT(reset_fields));
    if (!notice_take(r, v, form, &d, out))
        return;
    if (order_reset(staff_db(), notice_seen(d.id, form), request_who(r)->id, &f))
        notice_did(r, out, d.id, "/order", "reset");
    else
        refuse(r, v, &d, form, &f, out);
}
