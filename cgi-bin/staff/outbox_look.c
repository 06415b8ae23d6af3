/* outbox_look: one message's whole story: what caused it, to whom, every attempt in plain words, what came after, what officers did. */
#include "outbox_page.h"

#include <string.h>

#include "compose.h"
#include "mask.h"
#include "nominating_union.h"
#include "queue_act.h"

bool outbox_whole(const struct request *r, const struct queue_row *row)
{
    return !row->objector || (request_who(r)->roles & STAFF_AUDITOR) != 0;
}

bool outbox_sees_cases(const struct request *r)
{
    return (request_who(r)->roles & (STAFF_CASE | STAFF_APPROVER | STAFF_REVIEWER | STAFF_AUDITOR)) != 0;
}

char *outbox_url(struct request *r, int64_t id, const char *rest)
{
    return mem_printf(request_mem(r), "/outbox/%lld%s", (long long)id, rest);
}

char *outbox_count(struct request *r, int64_t n)
{
    return n < QUEUE_MOST ? kit_number(r, n) : kit_say(r, "Staff.Outbox.more_than", kit_number(r, QUEUE_MOST), NULL);
}

bool outbox_unions(struct request *r, struct view_node *v, int64_t chosen, struct fail *f)
{
    struct nominating_unions all;
    if (!nominating_union_list(request_mem(r), staff_db(), &all, f))
        return false;
    for (size_t i = 0; i < all.count; i++) {
        struct view_node *n = view_row(v, "Unions");
        view_set_number(n, "id", all.items[i].id);
        view_set(n, "name", all.items[i].name);
        view_set_flag(n, "chosen", all.items[i].id == chosen);
    }
    return true;
}

void outbox_show(struct request *r, struct view_node *n, const struct queue_row *row)
{
    bool whole = outbox_whole(r, row), waits = strcmp(row->state, "WAITING") == 0 || (strcmp(row->state, "UNCERTAIN") == 0 && !row->done_at);
    view_set(n, "made", kit_time(r, row->created_at));
    view_set(n, "event", row->event);
    view_set(n, "channel", whole ? row->channel : NULL);
    view_set(n, "union", row->union_name);
    view_set(n, "rank", row->rank);
    view_set(n, "number", row->receipt && (row->objector || outbox_sees_cases(r)) ? case_number(r, row->receipt) : NULL);
    view_set(n, "state", row->state);
    view_set_number(n, "attempts", row->attempts);
    view_set_flag(n, "twice", row->maybe_twice);
    view_set(n, "url", outbox_url(r, row->id, ""));
    struct view_node *end = view_child(n, "end");
    view_set_flag(end, "objector", row->objector);
    view_set(end, "outcome", row->outcome);
    view_set(end, "detail", whole ? row->detail : NULL);
    /* Of a mail it is heard that it came back, of an SMS that it arrived. */
    view_set(end, "report", whole ? row->report : NULL);
    view_set(end, "report_at", whole && row->report ? kit_time(r, row->report_at) : NULL);
    view_set(end, "at", row->done_at ? kit_time(r, row->done_at) : NULL);
    /* When an objector's message is due says by which way it goes. */
    view_set(end, "due", waits && whole ? kit_time(r, row->due_at) : NULL);
}

bool outbox_open(struct request *r, struct view_node *v, struct queue_message *out, struct response *resp)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t id;
    if (!staff_id(r, "message", &id, resp))
        return false;
    if (!queue_message(request_mem(r), staff_db(), staff_session(r)->officer_id, id, out, &f)) {
        response_fail(resp, &f);
        return false;
    }
    struct view_node *n = view_child(v, "Message");
    outbox_show(r, n, &out->row);
    struct view_node *to = view_child(n, "to");
    bool sms = strcmp(out->row.channel, "SMS") == 0;
    const char *address = sms ? out->phone : out->email;
    view_set_number(to, "id", out->row.id);
    view_set(to, "contact", out->contact);
    view_set(to, "address", address ? sms ? mask_phone(request_mem(r), address) : mask_email(request_mem(r), address) : NULL);
    return true;
}

static void put_cause(struct request *r, struct view_node *n, const struct queue_message *x)
{
    view_set(n, "letter", x->letter_kind);
    view_set(n, "signed", x->signed_at ? kit_time(r, x->signed_at) : NULL);
    view_set(n, "signed_by", x->signed_by);
    if (x->version_id)
        view_set(n, "told_url", mem_printf(request_mem(r), "/told/notice/%lld?union=%lld", (long long)x->version_id, (long long)x->union_id));
    /* A stop may be of one channel, and why it failed tells the way. */
    bool whole = outbox_whole(r, &x->row);
    view_set(n, "stop", whole ? x->stop_reason : NULL);
    view_set(n, "report_code", whole ? x->report_code : NULL);
    view_set(n, "why", whole ? x->given_up_why : NULL);
    view_set(n, "on_to", x->given_up_to);
    view_set(n, "on_at", x->given_up_at ? kit_time(r, x->given_up_at) : NULL);
}

static bool put_attempts(struct request *r, struct view_node *v, const struct queue_message *x, struct fail *f)
{
    struct queue_attempt *rows;
    size_t count;
    bool whole = outbox_whole(r, &x->row);
    if (!queue_attempts(request_mem(r), staff_db(), x->row.id, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Attempts");
        view_set_number(n, "number", rows[i].number);
        view_set(n, "driver", whole ? rows[i].driver : NULL);
        view_set(n, "at", kit_time(r, rows[i].started_at));
        view_set(n, "took", rows[i].ended_at ? kit_number(r, (rows[i].ended_at - rows[i].started_at) / CLOCK_SECOND) : NULL);
        view_set(n, "outcome", rows[i].outcome);
        view_set(n, "detail", whole && rows[i].detail && *rows[i].detail ? rows[i].detail : NULL);
    }
    return true;
}

static bool put_deeds(struct request *r, struct view_node *v, const struct queue_message *x, struct fail *f)
{
    struct queue_deed *rows;
    size_t count;
    if (!queue_deeds(request_mem(r), staff_db(), x->row.id, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct view_node *n = view_row(v, "Deeds");
        view_set(n, "at", kit_time(r, rows[i].at));
        view_set(n, "actor", rows[i].actor ? rows[i].actor : kit_word(r, mem_printf(request_mem(r), "Staff.Audit.actor.%s", rows[i].actor_kind)));
        view_set(n, "act", kit_word(r, mem_printf(request_mem(r), "Staff.Audit.action.%s", rows[i].action)));
        view_set(n, "reason", *rows[i].detail ? rows[i].detail : NULL);
    }
    return true;
}

static bool put_kin(struct request *r, struct view_node *v, const struct queue_message *x, struct fail *f)
{
    struct queue_row *rows;
    size_t count;
    if (!queue_kin(request_mem(r), staff_db(), staff_session(r)->officer_id, x, &rows, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        outbox_show(r, view_row(v, "Kin"), &rows[i]);
    return true;
}

/* What it says. Mail and SMS read differently: an objector's is for the auditor alone. */
static bool put_words(struct request *r, struct view_node *v, const struct queue_message *x, struct fail *f)
{
    struct message_shown shown;
    if (!outbox_whole(r, &x->row))
        return true;
    if (!message_shown(request_mem(r), staff_db(), x->row.id, true, &shown, f))
        return false;
    struct view_node *n = view_child(v, "Words");
    view_set(n, "subject", *shown.said.subject ? shown.said.subject : NULL);
    view_set(n, "text", shown.said.text);
    view_set_flag(n, "sent", x->row.attempts > 0);
    view_set_flag(n, "trial", shown.trial);
    return true;
}

/* What this officer may do with it as it stands. */
static void put_acts(struct request *r, struct view_node *v, const struct queue_message *x)
{
    const char *state = x->row.state;
    bool waits = strcmp(state, "WAITING") == 0, open = strcmp(state, "UNCERTAIN") == 0 && !x->row.done_at, held = strcmp(state, "HELD") == 0;
    bool over = x->row.done_at != 0, code = strcmp(x->row.event, "union_code") == 0;
    const struct { const char *act; bool may; } acts[] = { { "hold", waits || open }, { "release", held && !x->stop_reason },
        { "retry", waits }, { "resend", over && x->union_id != 0 } };
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
        if (acts[i].may && !code && staff_opens(r, "/outbox/{message}/{act}")) {
            struct view_node *n = view_row(v, "Acts");
            view_set(n, "act", acts[i].act);
            view_set(n, "url", outbox_url(r, x->row.id, mem_printf(request_mem(r), "/%s", acts[i].act)));
        }
}

void outbox_look_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_message x;
    if (!staff_banner(r, v, out) || !outbox_open(r, v, &x, out))
        return;
    if (!put_attempts(r, v, &x, &f) || !put_deeds(r, v, &x, &f) || !put_kin(r, v, &x, &f) || !put_words(r, v, &x, &f)) {
        response_fail(out, &f);
        return;
    }
    put_cause(r, view_child(v, "Cause"), &x);
    put_acts(r, v, &x);
    staff_title(r, v, "Outbox.message", "/outbox");
    response_page(out, "outbox_look");
}
