/* queue_work: see queue_work.h. Whether he may see it is asked before; whether it can be done, of the locked row. */
#include "queue_work.h"

#include <string.h>

#include "audit.h"
#include "enqueue.h"
#include "queue_act.h"
#include "queue_story.h"
#include "text.h"

enum { REASON_MOST = 200, AT_ONCE = 1000, ROUNDS = 20 };

struct act {
    struct mem *m;
    const struct queue_work_in *in;
    const char *word; /* of the audit */
    bool (*may)(const struct queue_locked *x, struct fail *f);
    bool (*run)(struct db *db, int64_t id, struct fail *f);
    const struct queue_work_resend *resend;
    int64_t made;
};

static bool note(struct db *db, int64_t officer_id, const char *word, const char *kind, int64_t id, const char *reason, struct fail *f)
{
    return audit_add(db, officer_id ? AUDIT_OFFICER : AUDIT_OPERATOR, officer_id, word, kind, id, reason, f);
}

static bool reason_fits(const char *reason, bool needed, struct fail *f)
{
    if (needed && reason[0] == '\0')
        return fail_field(f, "reason", "needed");
    return text_length(reason) <= REASON_MOST || fail_field(f, "reason", "too_long");
}

static bool refuse(struct fail *f, const struct queue_locked *x, const char *code)
{
    return fail_set(f, FAIL_CONFLICT, code, "message %lld is %s", (long long)x->id, x->state);
}

static bool is_code(const char *event)
{
    enum message_event e;
    return message_read(event, &e) && e == MESSAGE_UNION_CODE;
}

/* ---- what waits ---- */

static bool waits(const struct queue_locked *x, struct fail *f)
{
    return is_code(x->event) ? refuse(f, x, "message_code")
         : x->over || x->gathered ? refuse(f, x, "message_over")
         : strcmp(x->state, "LEASED") == 0 ? refuse(f, x, "message_in_hand") : true;
}

static bool may_hold(const struct queue_locked *x, struct fail *f)
{
    return waits(x, f) && (strcmp(x->state, "HELD") != 0 || refuse(f, x, "message_held"));
}

static bool may_release(const struct queue_locked *x, struct fail *f)
{
    return strcmp(x->state, "HELD") != 0 ? refuse(f, x, "message_not_held") : x->stopped ? refuse(f, x, "message_stopped") : true;
}

static bool may_retry(const struct queue_locked *x, struct fail *f)
{
    return may_hold(x, f) && (strcmp(x->state, "WAITING") == 0 || refuse(f, x, "message_uncertain"));
}

static bool act_work(struct db *db, void *ctx, struct fail *f)
{
    const struct act *a = ctx;
    struct queue_locked x;
    return queue_lock(a->m, db, a->in->id, &x, f) && a->may(&x, f) && a->run(db, x.id, f) &&
           note(db, a->in->officer_id, a->word, "outbox", x.id, a->in->reason, f);
}

static bool do_it(struct db *db, struct act *a, bool (*work)(struct db *db, void *ctx, struct fail *f), struct fail *f)
{
    struct queue_message seen;
    a->m = mem_new(NULL, "queue work");
    bool ok = queue_message(a->m, db, a->in->officer_id, a->in->id, &seen, f) && db_transaction(db, work, a, f);
    mem_free(&a->m);
    if (ok)
        enqueue_poke();
    return ok;
}

bool queue_work_hold(struct db *db, const struct queue_work_in *in, struct fail *f)
{
    struct act a = { .in = in, .word = "outbox_hold", .may = may_hold, .run = queue_hold };
    return reason_fits(in->reason, true, f) && do_it(db, &a, act_work, f);
}

bool queue_work_release(struct db *db, const struct queue_work_in *in, struct fail *f)
{
    struct act a = { .in = in, .word = "outbox_release", .may = may_release, .run = queue_release };
    return reason_fits(in->reason, false, f) && do_it(db, &a, act_work, f);
}

bool queue_work_retry(struct db *db, const struct queue_work_in *in, struct fail *f)
{
    struct act a = { .in = in, .word = "outbox_retry", .may = may_retry, .run = queue_hurry };
    return reason_fits(in->reason, false, f) && do_it(db, &a, act_work, f);
}

/* ---- what ended ---- */

static bool may_resend(struct db *db, const struct queue_locked *x, int64_t origin, int64_t *all, struct fail *f)
{
    int64_t under_way = 0;
    return is_code(x->event) ? refuse(f, x, "message_code")
         : x->union_id == 0 ? refuse(f, x, "message_no_union")
         : !x->over ? refuse(f, x, "message_not_over")
         : queue_others(db, origin, x->id, all, &under_way, f) && (under_way == 0 || refuse(f, x, "message_follows"));
}

/* The first message of the news is locked before the one that is looked at, so that two officers send it again one after the other. */
static bool resend_work(struct db *db, void *ctx, struct fail *f)
{
    struct act *a = ctx;
    struct queue_message seen;
    struct queue_locked first, x;
    int64_t all = 0;
    if (!queue_message(a->m, db, a->in->officer_id, a->in->id, &seen, f))
        return false;
    int64_t origin = seen.origin_id ? seen.origin_id : a->in->id;
    if (!queue_lock(a->m, db, origin, &first, f) || !queue_lock(a->m, db, a->in->id, &x, f) || !may_resend(db, &x, origin, &all, f))
        return false;
    const char *channel = a->resend->channel == MESSAGE_SMS ? "SMS" : "EMAIL";
    bool backup = strcmp(a->resend->rank, "BACKUP") == 0;
    struct enqueue_again again = { .union_id = x.union_id, .rank = a->resend->rank, .event = x.event, .params = x.params,
        .dedupe = mem_printf(a->m, "resend:%lld:%lld%s:%s", (long long)origin, (long long)all + 1, backup ? ":backup" : "", channel),
        .channel = a->resend->channel };
    return enqueue_again(db, &again, &a->made, f) && (a->made != 0 || refuse(f, &x, "message_no_address")) &&
           queue_set_origin(db, a->made, origin, f) && note(db, a->in->officer_id, "outbox_resend", "outbox", x.id, a->in->reason, f) &&
           note(db, a->in->officer_id, "outbox_resent", "outbox", a->made, a->in->reason, f);
}

bool queue_work_resend(struct db *db, const struct queue_work_resend *in, int64_t *id, struct fail *f)
{
    struct act a = { .in = &in->in, .resend = in };
    bool ok = reason_fits(in->in.reason, true, f) && do_it(db, &a, resend_work, f);
    *id = ok ? a.made : 0;
    return ok;
}

/* ---- an event, a channel ---- */

struct stop { const struct queue_work_stop *in; int64_t id, officer_id; uint64_t released; };

static bool stop_work(struct db *db, void *ctx, struct fail *f)
{
    struct stop *s = ctx;
    return queue_stop_add(db, s->in->channel, s->in->event, s->in->reason, s->in->officer_id, &s->id, f) &&
           note(db, s->in->officer_id, "outbox_stop", "outbox_stop", s->id, s->in->reason, f);
}

bool queue_work_stop(struct db *db, const struct queue_work_stop *in, int64_t *id, struct fail *f)
{
    struct stop s = { .in = in };
    enum message_event event;
    if (in->event[0] != '\0' && (!message_read(in->event, &event) || event == MESSAGE_UNION_CODE))
        return fail_field(f, "event", "choose_one");
    bool ok = reason_fits(in->reason, true, f) && db_transaction(db, stop_work, &s, f);
    *id = ok ? s.id : 0;
    return ok;
}

static bool end_work(struct db *db, void *ctx, struct fail *f)
{
    struct stop *s = ctx;
    return queue_stop_end(db, s->id, s->officer_id, f) && note(db, s->officer_id, "outbox_start", "outbox_stop", s->id, "", f);
}

static bool go_work(struct db *db, void *ctx, struct fail *f)
{
    struct stop *s = ctx;
    return queue_stop_release(db, s->id, AT_ONCE, &s->released, f);
}

bool queue_work_start(struct db *db, int64_t officer_id, int64_t stop_id, bool all, uint64_t *released, bool *left, struct fail *f)
{
    struct stop s = { .id = stop_id, .officer_id = officer_id };
    *released = 0;
    *left = false;
    /* It may have been ended before, with more than one call could let go. */
    if (!db_transaction(db, end_work, &s, f) && strcmp(f->code, "stop_over") != 0)
        return false;
    bool ended_now = f->kind == FAIL_NONE, ok = true;
    struct fail over = *f;
    *f = (struct fail){ .kind = FAIL_NONE };
    for (int round = 0; ok && (all || round < ROUNDS); round++) {
        ok = db_transaction(db, go_work, &s, f);
        *released += ok ? s.released : 0;
        *left = ok && s.released == AT_ONCE;
        if (!*left)
            break;
    }
    enqueue_poke();
    if (ok && !ended_now && *released == 0)
        *f = over;
    return ok && (ended_now || *released > 0);
}
