/* outbox_act: what is done by hand with one message, after a look at it, and with all of an event or a channel while something is out of
 * order. */
#include <string.h>

#include "nominating_union.h"
#include "mask.h"
#include "outbox_page.h"
#include "queue_act.h"
#include "queue_work.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
#define WAYS "PRIMARY_EMAIL|PRIMARY_SMS|BACKUP_EMAIL|BACKUP_SMS"

enum act { ACT_HOLD, ACT_RELEASE, ACT_RETRY, ACT_RESEND, ACT__MAX };
static const struct form_field reason_fields[] = { { "why", FORM_LINE, true, 2, 200, NULL } };
static const struct form_field resend_fields[] = { { "way", FORM_CHOICE, true, 0, 0, WAYS }, { "why", FORM_LINE, true, 2, 200, NULL } };
static const struct { const char *word; const struct form_field *fields; size_t count; } acts[ACT__MAX] = {
    [ACT_HOLD] = { "hold", reason_fields, 1 }, [ACT_RELEASE] = { "release", NULL, 0 }, [ACT_RETRY] = { "retry", NULL, 0 },
    [ACT_RESEND] = { "resend", resend_fields, 2 },
};

static bool act_of_path(struct request *r, enum act *out, struct response *resp)
{
    for (*out = 0; *out < ACT__MAX; ++*out)
        if (strcmp(acts[*out].word, request_segment(r, "act")) == 0)
            return true;
    response_missing(resp);
    return false;
}

/* ---- one message ---- */

static void put_way(struct request *r, struct view_node *v, const struct form *form, const char *word, const struct nominating_contact *c,
                    bool sms)
{
    const char *address = c->id == 0 ? NULL : sms ? c->phone : c->email;
    if (!address)
        return;
    struct view_node *n = view_row(v, "Ways");
    view_set(n, "word", word);
    view_set(n, "name", c->name);
    view_set(n, "address", sms ? mask_phone(request_mem(r), address) : mask_email(request_mem(r), address));
    view_set_flag(n, "chosen", form_chosen(form, "way", word));
}

static bool put_ways(struct request *r, struct view_node *v, const struct form *form, int64_t union_id, struct fail *f)
{
    struct nominating_union u;
    if (!nominating_union_get(request_mem(r), staff_db(), union_id, &u, f))
        return false;
    put_way(r, v, form, "PRIMARY_EMAIL", &u.contacts[UNION_PRIMARY], false);
    put_way(r, v, form, "PRIMARY_SMS", &u.contacts[UNION_PRIMARY], true);
    put_way(r, v, form, "BACKUP_EMAIL", &u.contacts[UNION_BACKUP], false);
    put_way(r, v, form, "BACKUP_SMS", &u.contacts[UNION_BACKUP], true);
    return true;
}

static void show_act(struct request *r, struct view_node *v, const struct queue_message *x, enum act act, struct form *form, int status,
                     struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    if (act == ACT_RESEND && x->union_id != 0 && !put_ways(r, v, form, x->union_id, &f)) {
        response_fail(out, &f);
        return;
    }
    kit_form(form, v);
    view_set(v, "Act", acts[act].word);
    view_set_flag(v, "Asks_reason", acts[act].count > 0);
    view_set(v, "Act_url", outbox_url(r, x->row.id, mem_printf(request_mem(r), "/%s", acts[act].word)));
    staff_title(r, v, mem_printf(request_mem(r), "Outbox.Act.%s.title", acts[act].word), outbox_url(r, x->row.id, ""));
    response_page_status(out, status, "outbox_act");
}

void outbox_act_page(struct request *r, struct view_node *v, struct response *out)
{
    struct queue_message x;
    enum act act;
    if (act_of_path(r, &act, out) && outbox_open(r, v, &x, out))
        show_act(r, v, &x, act, form_new(r, acts[act].fields, acts[act].count), 200, out);
}

static bool do_act(struct request *r, const struct form *form, enum act act, int64_t *id, struct fail *f)
{
    const char *way = act == ACT_RESEND ? form_text(form, "way") : "";
    struct queue_work_resend again = {
        .in = { staff_session(r)->officer_id, *id, acts[act].count ? form_text(form, "why") : "" },
        .rank = strncmp(way, "BACKUP", 6) == 0 ? "BACKUP" : "PRIMARY", .channel = strstr(way, "_SMS") ? MESSAGE_SMS : MESSAGE_EMAIL };
    switch (act) {
    case ACT_HOLD:
        return queue_work_hold(staff_db(), &again.in, f);
    case ACT_RELEASE:
        return queue_work_release(staff_db(), &again.in, f);
    case ACT_RETRY:
        return queue_work_retry(staff_db(), &again.in, f);
    default:
        return queue_work_resend(staff_db(), &again, id, f);
    }
}

void outbox_act_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_message x;
    enum act act;
    if (!act_of_path(r, &act, out))
        return;
    struct form *form = form_new(r, acts[act].fields, acts[act].count);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    if (!outbox_open(r, v, &x, out))
        return;
    int64_t id = x.row.id;
    if (form_ok(form) && do_act(r, form, act, &id, &f)) {
        response_redirect(out, outbox_url(r, id, mem_printf(request_mem(r), "?done=message_%s", acts[act].word)));
    } else if (f.kind == FAIL_CONFLICT) {
        /* Meanwhile it went on: what stands now is shown, and why nothing was done. */
        view_set(v, "Refused", kit_word(r, mem_printf(request_mem(r), "Fail.%s", f.code)));
        show_act(r, v, &x, act, form, 409, out);
    } else if (!form_ok(form) || form_take_fail(form, &f)) {
        show_act(r, v, &x, act, form, 422, out);
    } else {
        response_fail(out, &f);
    }
}

/* ---- a stop ---- */

#define STOPPABLE "notice_published|notice_corrected|notice_final|assist_requested|assist_changed|assist_reminder|assist_overdue|case_told|" \
                  "request_late|office_late|objection_news"
static const struct form_field stop_fields[] = {
    { "channel", FORM_CHOICE, false, 0, 0, "EMAIL|SMS" },
    { "event", FORM_CHOICE, false, 0, 0, STOPPABLE },
    { "why", FORM_LINE, true, 2, 200, NULL },
};

static void show_stop(struct request *r, struct view_node *v, struct form *form, int status, struct response *out)
{
    kit_form(form, v);
    staff_title(r, v, "Outbox.stop_title", "/outbox");
    response_page_status(out, status, "outbox_stop");
}

void outbox_stop_page(struct request *r, struct view_node *v, struct response *out)
{
    show_stop(r, v, form_new(r, stop_fields, COUNT(stop_fields)), 200, out);
}

void outbox_stop_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, stop_fields, COUNT(stop_fields));
    int64_t id;
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    struct queue_work_stop in = { staff_session(r)->officer_id, form_text(form, "channel"), form_text(form, "event"), form_text(form, "why") };
    if (form_ok(form) && queue_work_stop(staff_db(), &in, &id, &f))
        response_redirect(out, "/outbox?done=outbox_stopped");
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_stop(r, v, form, 422, out);
    else
        response_fail(out, &f);
}

void outbox_start_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_stop *stops;
    size_t count, i = 0;
    int64_t id;
    if (!staff_id(r, "stop", &id, out))
        return;
    if (!queue_stop_list(request_mem(r), staff_db(), &stops, &count, &f)) {
        response_fail(out, &f);
        return;
    }
    while (i < count && stops[i].id != id)
        i++;
    if (i == count) {
        response_missing(out);
        return;
    }
    struct view_node *n = view_child(v, "Stop");
    view_set(n, "channel", *stops[i].channel ? stops[i].channel : NULL);
    view_set(n, "event", *stops[i].event ? stops[i].event : NULL);
    view_set(n, "reason", stops[i].reason);
    view_set(n, "held", kit_number(r, stops[i].held));
    view_set(n, "url", mem_printf(request_mem(r), "/outbox/stop/%lld", (long long)id));
    staff_title(r, v, "Outbox.start_title", "/outbox");
    response_page(out, "outbox_start");
}

void outbox_start_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    uint64_t released;
    bool left;
    int64_t id;
    (void)v;
    if (!staff_read_nothing(r, out) || !staff_id(r, "stop", &id, out))
        return;
    if (queue_work_start(staff_db(), staff_session(r)->officer_id, id, false, &released, &left, &f) || strcmp(f.code, "stop_over") == 0)
        response_redirect(out, left ? "/outbox?done=outbox_more" : "/outbox?done=outbox_started");
    else
        response_fail(out, &f);
}
