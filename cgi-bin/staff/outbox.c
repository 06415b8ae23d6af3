/* outbox: what was sent to whom and what came of it. Of an objector the number of the case alone; no codes, no addresses, and by which way only for
 * the auditor. */
#include "case_page.h"
#include "outbox.h"

static const struct form_field fields[] = { { "state", FORM_CHOICE, false, 0, 0, "WAITING|LEASED|SENT|FAILED|UNCERTAIN" } };

static void show_row(struct request *r, struct view_node *n, const struct outbox_sent *row)
{
    view_set(n, "made", kit_time(r, row->created_at));
    view_set(n, "event", row->event);
    /* How an objector is reached says something of who he is: not to those who read his case. A gateway's words tell it too. */
    bool whole = !row->receipt || (request_who(r)->roles & STAFF_AUDITOR) != 0;
    view_set(n, "channel", whole ? row->channel : NULL);
    view_set(n, "union", row->union_name);
    view_set(n, "rank", row->rank);
    view_set(n, "number", row->receipt ? case_number(r, row->receipt) : NULL);
    view_set(n, "state", row->state);
    view_set_number(n, "attempts", row->attempts);
    view_set_flag(n, "twice", row->maybe_twice);
    struct view_node *end = view_child(n, "end");
    view_set(end, "outcome", row->outcome);
    view_set(end, "detail", whole ? row->detail : NULL);
    if (row->done_at)
        view_set(end, "at", kit_time(r, row->done_at));
}

/* That nobody sends is seen first by whoever waits for something to be sent. */
static bool show_backlog(struct request *r, struct view_node *v, struct fail *f)
{
    struct outbox_backlog b;
    if (!outbox_backlog(staff_db(), &b, f))
        return false;
    if (b.seconds > OUTBOX_LATE)
        view_set(v, "Late", kit_say(r, "Staff.Outbox.late", kit_number(r, b.due), kit_number(r, b.seconds / 60)));
    return true;
}

void outbox_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct outbox_sent *rows = NULL;
    size_t count = 0;
    struct form *form = form_new(r, fields, 1);
    if (!form_read_query(form, &f) || !show_backlog(r, v, &f) ||
        (form_ok(form) && !outbox_list(request_mem(r), staff_db(), staff_session(r)->officer_id, form_text(form, "state"), &rows, &count, &f))) {
        response_fail(out, &f);
        return;
    }
    for (size_t i = 0; i < count; i++)
        show_row(r, view_row(v, "Sent"), &rows[i]);
    view_set_number(v, "Count", (int64_t)count);
    kit_form(form, v);
    view_set(v, "All_url", "/outbox");
    staff_title(r, v, "Outbox.title", NULL);
    response_page_status(out, form_ok(form) ? 200 : 422, "outbox");
}
