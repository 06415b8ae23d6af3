/* deliver: see deliver.h. */
#include "deliver.h"

#include <string.h>

#include "contact_open.h"
#include "log.h"
#include "onward.h"
#include "pace.h"
#include "pacing.h"
#include "queue_act.h"
#include "receipt.h"
#include "secret.h"

enum { SETTLE_SECONDS = 30 };

static const char TOO_LATE[] = "too late to be of use";

struct deliver {
    struct db *db;
    const struct seal_pair *key;
    const struct deliver_hands *hands;
    struct job *over; /* without being handed over */
};

/* One message from its lease to its end. */
struct job {
    struct mem *m;
    struct delivery_item item;
    struct deliver_letter letter;
    struct deliver_answer answer;
    struct job *next;
};

struct deliver *deliver_new(struct mem *m, struct db *db, const struct seal_pair *notify_key, const struct deliver_hands *hands)
{
    struct deliver *d = mem_alloc(m, sizeof *d);
    *d = (struct deliver){ db, notify_key, hands, NULL };
    return d;
}

/* ---- taking ---- */

struct lease {
    struct mem *m;
    const struct deliver_hands *hands;
    const char *word;
    size_t room, found;
    bool again; /* what does not leave by itself may leave by a digest */
    instant now;
    struct delivery_item *items;
    size_t count;
};

/* What an officer stopped is held back when it comes due: those that stood there then, and those that were made since. */
static bool hold_back(struct db *db, const struct lease *l, struct delivery_due *due, struct fail *f)
{
    bool any = false, ok = l->found == 0 || queue_stops(db, &any, f);
    for (size_t i = 0; ok && any && i < l->found; i++)
        ok = queue_stopped(db, due[i].id, &due[i].held, f);
    return ok;
}

static bool lease_work(struct db *db, void *ctx, struct fail *f)
{
    struct lease *l = ctx;
    struct delivery_due *due;
    bool ok = db_now(db, &l->now, f) && delivery_due(db, l->m, l->hands->sms, l->room, &due, &l->found, f) && hold_back(db, l, due, f);
    size_t count = 0;
    for (size_t i = 0; ok && i < l->found; i++)
        if (!due[i].held)
            due[count++] = due[i];
    size_t free = count;
    ok = ok && (!l->hands->sms || pacing_admit(l->m, db, l->now, due, &count, f));
    l->again = count < free;
    if (!ok || count == 0)
        return ok;
    ok = delivery_lease(db, due, count, l->word, f) && delivery_items(db, l->m, l->word, &l->items, &l->count, f);
    for (size_t i = 0; ok && i < l->count; i++)
        l->items[i].driver = l->hands->route(l->hands->ctx, l->items[i].maybe_twice ? l->items[i].driver_before : NULL);
    return ok && delivery_begin(db, l->items, l->count, f);
}

static bool address(struct mem *m, const struct seal_pair *key, struct deliver_letter *l, struct fail *f)
{
    const struct delivery_item *i = l->item;
    struct seal_bytes code, plain;
    if (i->receipt != NULL) {
        char shown[RECEIPT_NUMBER_SHOWN];
        receipt_number_show(i->receipt, shown);
        l->number = mem_text(m, shown);
        if ((l->to = contact_open(m, key, i->receipt, &i->to_sealed, f)) == NULL)
            return false;
    } else if (i->to_sealed.data != NULL) { /* an address of the office's settings */
        if (!seal_open(m, key, mem_printf(m, "office:%s", i->dedupe), i->to_sealed.data, i->to_sealed.len, &plain, f))
            return false;
        l->to = mem_text_n(m, (const char *)plain.data, plain.len);
    } else {
        l->to = i->address;
    }
    if (i->code_sealed.data != NULL) {
        if (!seal_open(m, key, mem_printf(m, "code:%s", i->dedupe), i->code_sealed.data, i->code_sealed.len, &code, f))
            return false;
        l->code = mem_text_n(m, (const char *)code.data, code.len);
    }
    return l->to != NULL || fail_set(f, FAIL_MISSING, "contact_missing", "the contact has no such address any more");
}

static struct db_blob copy_blob(struct mem *m, const struct db_blob *b)
{
    return b->data != NULL ? (struct db_blob){ mem_bytes(m, b->data, b->len), b->len } : *b;
}

/* A message lives longer than what was leased with it. */
static struct delivery_item copy_item(struct mem *m, const struct delivery_item *i)
{
    struct delivery_item out = *i;
    out.event = mem_text(m, i->event);
    out.dedupe = mem_text(m, i->dedupe);
    out.params = mem_text(m, i->params);
    out.message_id = mem_text(m, i->message_id);
    out.contact_name = mem_text(m, i->contact_name);
    out.address = mem_text(m, i->address);
    out.union_name = mem_text(m, i->union_name);
    out.receipt = mem_text(m, i->receipt);
    out.driver_before = mem_text(m, i->driver_before);
    out.to_sealed = copy_blob(m, &i->to_sealed);
    out.code_sealed = copy_blob(m, &i->code_sealed);
    return out;
}

static void start(struct deliver *d, const struct delivery_item *item, instant now)
{
    struct mem *m = mem_new_secret(NULL, "message");
    struct job *j = mem_alloc(m, sizeof *j);
    struct fail why = { 0 };
    *j = (struct job){ .m = m, .item = copy_item(m, item), .answer = { .outcome = "NEVER" } };
    j->letter = (struct deliver_letter){ .item = &j->item, .now = now };
    if (pace_stale(message_kind(item->event), now - item->created_at)) {
        memcpy(j->answer.detail, TOO_LATE, sizeof TOO_LATE);
    } else if (address(m, d->key, &j->letter, &why)) {
        d->hands->start(d->hands->ctx, m, &j->letter, j);
        return;
    } else {
        memcpy(j->answer.detail, why.code, strlen(why.code) + 1);
    }
    j->next = d->over;
    d->over = j;
}

bool deliver_take(struct deliver *d, bool *more, struct fail *f)
{
    unsigned char random[16];
    struct lease l = { .m = mem_new_secret(NULL, "lease"), .hands = d->hands, .room = d->hands->room(d->hands->ctx) };
    bool ok = true;
    secret_random(random, sizeof random);
    l.word = secret_to_hex(l.m, random, sizeof random);
    if (l.room > 0)
        ok = db_transaction(d->db, lease_work, &l, f);
    for (size_t i = 0; ok && i < l.count; i++)
        start(d, &l.items[i], l.now);
    *more = ok && (l.found == l.room || l.again);
    mem_free(&l.m);
    return ok;
}

/* ---- settling ---- */

/* Any number, the same whenever it is asked for, so that what failed together does not come again together. */
static uint32_t spread(const struct delivery_end *e)
{
    return ((uint32_t)e->id * 31 + (uint32_t)e->attempt) * 2654435761u >> 8;
}

static struct delivery_end end_of(const struct job *j, const struct deliver_hands *h)
{
    const struct delivery_item *i = &j->item;
    const struct deliver_answer *a = &j->answer;
    struct delivery_end e = { .id = i->id, .attempt = i->attempts, .outcome = a->outcome, .detail = a->detail, .next = DELIVERY_FAILED,
                              .driver = a->driver, .gateway_id = a->gateway_id, .once = a->once };
    if (strcmp(a->outcome, "SENT") == 0) {
        e.next = DELIVERY_SENT;
    } else if (strcmp(a->outcome, "UNCERTAIN") == 0) {
        e.next = i->maybe_twice ? DELIVERY_UNCERTAIN_END : DELIVERY_UNCERTAIN;
        e.wait = h->uncertain_after(i->urgent);
    } else if (a->untouched) {
        e.next = DELIVERY_WAIT;
    } else if (strcmp(a->outcome, "LATER") == 0) {
        e.wait = pace_retry_after(message_kind(i->event), e.attempt, j->letter.now - i->created_at, spread(&e));
        e.next = e.wait < 0 ? DELIVERY_FAILED : DELIVERY_WAIT;
    } else if (strcmp(a->outcome, "ALARM") == 0) {
        e.wait = h->alarm_after(i->urgent);
        e.next = pace_too_old(message_kind(i->event), j->letter.now - i->created_at + e.wait) ? DELIVERY_FAILED : DELIVERY_WAIT;
    }
    return e;
}

static bool went_on(struct db *db, const struct delivery_end *e, struct fail *f)
{
    if (e->next != DELIVERY_FAILED && e->next != DELIVERY_UNCERTAIN_END)
        return true;
    bool refused = strcmp(e->outcome, "NEVER") == 0;
    return onward_ended(db, e->id, e->attempt, e->next == DELIVERY_UNCERTAIN_END ? ONWARD_UNCERTAIN : refused ? ONWARD_REFUSED : ONWARD_TOO_OLD, f);
}

static bool may_have_sent(const struct delivery_end *e)
{
    return !e->once && (strcmp(e->outcome, "SENT") == 0 || strcmp(e->outcome, "UNCERTAIN") == 0);
}

struct ends { const struct delivery_end *list; size_t count; bool sms; };

static bool end_work(struct db *db, void *ctx, struct fail *f)
{
    const struct ends *e = ctx;
    bool ok = true;
    for (size_t i = 0; ok && e->sms && i < e->count; i++)
        ok = pacing_ended(db, e->list[i].id, e->list[i].attempt, may_have_sent(&e->list[i]), f);
    ok = ok && delivery_end(db, e->list, e->count, f);
    for (size_t i = 0; ok && i < e->count; i++)
        ok = went_on(db, &e->list[i], f);
    return ok;
}

static void tell(const struct job *j, const struct delivery_end *e)
{
    bool grave = e->next == DELIVERY_FAILED || strcmp(e->outcome, "ALARM") == 0;
    log_line(grave ? LOG_ERROR : LOG_INFO, "outbox %lld %s attempt %d: %s (%s)", (long long)e->id, j->item.event,
             e->attempt, e->outcome, e->detail);
}

static struct job *landed(struct deliver *d, size_t *count)
{
    struct job *all = d->over;
    struct deliver_answer answer = { 0 };
    void *owner;
    d->over = NULL;
    while (d->hands->landed(d->hands->ctx, &owner, &answer)) {
        struct job *j = owner;
        j->answer = answer;
        j->next = all;
        all = j;
    }
    *count = 0;
    for (const struct job *j = all; j != NULL; j = j->next)
        ++*count;
    return all;
}

bool deliver_settle(struct deliver *d, size_t *count, struct fail *f)
{
    struct job *all = landed(d, count);
    struct mem *m = mem_new(NULL, "ends");
    struct delivery_end *list = mem_array(m, *count, sizeof *list);
    struct ends ends = { list, *count, d->hands->sms };
    bool ok = all == NULL;
    for (const struct job *j = all; j != NULL; j = j->next, list++) {
        *list = end_of(j, d->hands);
        tell(j, list);
    }
    int64_t until = clock_monotonic() + SETTLE_SECONDS * CLOCK_SECOND;
    while (!ok && !(ok = db_transaction(d->db, end_work, &ends, f)) && clock_monotonic() < until)
        clock_sleep(CLOCK_SECOND / 2);
    while (all != NULL) {
        struct job *j = all;
        struct mem *its = j->m;
        all = j->next;
        mem_free(&its);
    }
    mem_free(&m);
    return ok;
}

bool deliver_take_back(struct db *db, const struct deliver_hands *hands, struct fail *f)
{
    uint64_t changed = 0;
    bool ok = delivery_reclaim(db, hands->uncertain_after(false), hands->uncertain_after(true), &changed, f);
    if (ok && changed > 0)
        log_line(LOG_WARNING, "took back %llu messages of a sender that ended", (unsigned long long)changed);
    return ok;
}
