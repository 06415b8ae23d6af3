/* outbox: the live picture of what waits and what became of it, and the messages a page at a time, looked for in many ways. */
#include <string.h>

#include "conf.h"
#include "nominating_union.h"
#include "outbox.h"
#include "outbox_page.h"
#include "pace.h"
#include "queue_act.h"
#include "receipt.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
enum { PAGE = 50 };
#define STATES "WAITING|HELD|LEASED|SENT|FAILED|UNCERTAIN|GATHERED"
#define EVENTS "notice_published|notice_corrected|notice_final|assist_requested|assist_changed|assist_reminder|assist_overdue|case_told|" \
               "request_late|office_late|digest|union_code|objection_news"

static const struct form_field fields[] = {
    { "state", FORM_CHOICE, false, 0, 0, STATES },
    { "channel", FORM_CHOICE, false, 0, 0, "EMAIL|SMS" },
    { "event", FORM_CHOICE, false, 0, 0, EVENTS },
    { "union", FORM_NUMBER, false, 0, INT32_MAX, NULL },
    { "day", FORM_DAY, false, 0, 0, NULL },
    { "case", FORM_CODE, false, 0, 20, NULL },
    { "before", FORM_NUMBER, false, 0, INT64_MAX, NULL },
    { "done", FORM_HIDDEN, false, 0, 20, NULL },
};

/* ---- the picture ---- */

static void put_count(struct request *r, struct view_node *v, const char *word, int64_t n, const char *state, bool trouble)
{
    struct view_node *row = view_row(v, "Counts");
    view_set(row, "word", word);
    view_set(row, "count", outbox_count(r, n));
    view_set_flag(row, "trouble", trouble && n > 0);
    view_set(row, "url", mem_printf(request_mem(r), "/outbox?state=%s", state));
}

static void put_window(struct request *r, struct view_node *v, instant now)
{
    struct fail f = { .kind = FAIL_NONE };
    instant opens;
    struct pace_hours hours = { (int)conf_number("sms.window_start"), (int)conf_number("sms.window_end") };
    if (pace_opens(message_row(MESSAGE_NOTICE_PUBLISHED), NULL, hours, now, &opens, &f) && opens > now)
        view_set(v, "Window", kit_say(r, "Staff.Outbox.window", kit_time(r, opens), NULL));
}

static void put_picture(struct request *r, struct view_node *v, const struct queue_picture *p)
{
    int64_t late = p->oldest ? (p->now - p->oldest) / CLOCK_SECOND : 0;
    view_set(v, "Now", kit_time(r, p->now));
    put_count(r, v, "due", p->due, "WAITING", late > OUTBOX_LATE);
    put_count(r, v, "later", p->later, "WAITING", false);
    put_count(r, v, "held", p->held, "HELD", true);
    put_count(r, v, "in_hand", p->in_hand, "LEASED", false);
    put_count(r, v, "open", p->open, "UNCERTAIN", false);
    put_count(r, v, "sent", p->sent, "SENT", false);
    put_count(r, v, "delivered", p->delivered, "SENT", false);
    put_count(r, v, "undelivered", p->undelivered, "SENT", true);
    put_count(r, v, "failed", p->failed, "FAILED", true);
    put_count(r, v, "uncertain", p->uncertain, "UNCERTAIN", true);
    view_set(v, "Rate", kit_say(r, "Staff.Outbox.rate", outbox_count(r, p->minute), outbox_count(r, p->hour)));
    if (p->oldest)
        view_set(v, "Oldest", kit_say(r, "Staff.Outbox.oldest", kit_time(r, p->oldest), kit_number(r, late / 60)));
    /* That nobody sends is seen first by whoever waits for something to be sent. */
    if (late > OUTBOX_LATE)
        view_set(v, "Late", kit_say(r, "Staff.Outbox.late", kit_number(r, p->due), kit_number(r, late / 60)));
    put_window(r, v, p->now);
}

static void put_driver(struct request *r, struct view_node *n, const struct queue_driver *d)
{
    view_set(n, "driver", d->driver);
    view_set(n, "attempts", kit_number(r, d->attempts));
    view_set(n, "sent", kit_number(r, d->sent));
    view_set(n, "later", kit_number(r, d->later));
    view_set(n, "never", kit_number(r, d->never));
    view_set(n, "uncertain", kit_number(r, d->uncertain));
    view_set(n, "alarm", d->alarm ? kit_number(r, d->alarm) : NULL);
    view_set_flag(n, "well", d->sent == d->attempts);
    view_set(n, "trouble_at", d->trouble_at ? kit_time(r, d->trouble_at) : NULL);
}

static void put_stop(struct request *r, struct view_node *n, const struct queue_stop *s)
{
    view_set(n, "channel", *s->channel ? s->channel : NULL);
    view_set(n, "event", *s->event ? s->event : NULL);
    view_set(n, "reason", s->reason);
    view_set(n, "by", s->by ? s->by : kit_word(r, "Staff.Audit.actor.OPERATOR"));
    view_set(n, "at", kit_time(r, s->at));
    view_set(n, "held", kit_number(r, s->held));
    view_set_flag(n, "ended", s->ended_at != 0);
    view_set(n, "url", mem_printf(request_mem(r), "/outbox/stop/%lld", (long long)s->id));
}

static bool show_picture(struct request *r, struct view_node *v, struct fail *f)
{
    struct queue_picture p;
    struct queue_driver *drivers;
    struct queue_stop *stops;
    size_t count, stop_count;
    if (!queue_picture(staff_db(), &p, f) || !queue_drivers(request_mem(r), staff_db(), &drivers, &count, f) ||
        !queue_stop_list(request_mem(r), staff_db(), &stops, &stop_count, f))
        return false;
    put_picture(r, v, &p);
    for (size_t i = 0; i < count; i++)
        put_driver(r, view_row(v, "Drivers"), &drivers[i]);
    for (size_t i = 0; i < stop_count; i++)
        put_stop(r, view_row(v, "Stops"), &stops[i]);
    view_set_flag(v, "May_stop", staff_opens(r, "/outbox/stop"));
    view_set(v, "Picture_url", "/outbox/picture");
    return true;
}

void outbox_picture_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!show_picture(r, v, &f)) {
        response_fail(out, &f);
        return;
    }
    staff_title(r, v, "Outbox.picture", "/outbox");
    response_page(out, "outbox_picture");
}

/* ---- the messages ---- */

static bool filter_of(const struct request *r, struct form *form, struct queue_filter *q, char number[RECEIPT_NUMBER])
{
    day d;
    *q = (struct queue_filter){ .state = form_text(form, "state"), .channel = form_text(form, "channel"), .event = form_text(form, "event"),
                                .receipt = "", .union_id = form_number(form, "union"), .before = form_number(form, "before") };
    if (form_day(form, "day", &d)) {
        q->from = clock_day_start(d);
        q->until = clock_day_start(d + 1);
    }
    if (form_text(form, "case")[0] != '\0' && form_ok(form)) {
        if (receipt_number_read(form_text(form, "case"), number))
            q->receipt = number;
        else
            form_error(form, "case", "number_form");
    }
    /* What a filter finds must not say what the row would not show. */
    q->no_objectors = q->channel[0] != '\0' && (request_who(r)->roles & STAFF_AUDITOR) == 0;
    q->objectors_only = q->receipt[0] != '\0' && !outbox_sees_cases(r);
    return form_ok(form);
}

static char *page_url(struct request *r, const struct form *form, int64_t before)
{
    const char *number = form_text(form, "union"), *from = before ? mem_printf(request_mem(r), "&before=%lld", (long long)before) : "";
    return mem_printf(request_mem(r), "/outbox?state=%s&channel=%s&event=%s&union=%s&day=%s&case=%s%s", form_text(form, "state"),
                      form_text(form, "channel"), form_text(form, "event"), number, form_text(form, "day"),
                      request_query_value(request_mem(r), form_text(form, "case")), from);
}

static bool show_rows(struct request *r, struct view_node *v, struct form *form, struct fail *f)
{
    struct queue_filter q;
    struct queue_row *rows;
    char number[RECEIPT_NUMBER];
    size_t count;
    if (!filter_of(r, form, &q, number))
        return true;
    if (!queue_list(request_mem(r), staff_db(), staff_session(r)->officer_id, &q, PAGE + 1, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count && i < PAGE; i++)
        outbox_show(r, view_row(v, "Sent"), &rows[i]);
    if (count > PAGE)
        view_set(v, "Older_url", page_url(r, form, rows[PAGE - 1].id));
    if (q.before > 0)
        view_set(v, "Newest_url", page_url(r, form, 0));
    return true;
}

void outbox_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, COUNT(fields));
    if (!form_read_query(form, &f) || !show_picture(r, v, &f) || !show_rows(r, v, form, &f) ||
        !outbox_unions(r, v, form_number(form, "union"), &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    staff_said(r, v, form_text(form, "done"));
    staff_title(r, v, "Outbox.title", NULL);
    response_page_status(out, form_ok(form) ? 200 : 422, "outbox");
}
