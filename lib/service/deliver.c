/* deliver: see deliver.h. No transaction is open while a gateway is waited for. */
#include "deliver.h"

#include <jansson.h>
#include <string.h>

#include "log.h"
#include "receipt.h"
#include "secret.h"

enum { BATCH = 50, BATCH_SECONDS = 5, SETTLE_SECONDS = 30 };

static const char TOO_LATE[] = "too late to be of use";

struct lease { struct mem *m; const char *word; size_t count; };

static bool lease_work(struct db *db, void *ctx, struct fail *f)
{
    struct lease *l = ctx;
    int64_t *ids;
    if (!delivery_due(db, l->m, BATCH, &ids, &l->count, f))
        return false;
    for (size_t i = 0; i < l->count; i++)
        if (!delivery_lease(db, ids[i], l->word, f))
            return false;
    return true;
}

/* An objector's contact: {"channel":"EMAIL","to":"…"} sealed for notifyd. */
static bool open_contact(struct mem *m, const struct seal_pair *key, struct deliver_letter *l, struct fail *f)
{
    const struct delivery_item *i = l->item;
    struct seal_bytes plain;
    json_error_t error;
    if (!seal_open(m, key, mem_printf(m, "objection:%s:contact", i->receipt), i->to_sealed.data, i->to_sealed.len, &plain, f))
        return false;
    json_t *top = json_loadb((const char *)plain.data, plain.len, JSON_REJECT_DUPLICATES, &error);
    const char *to = json_string_value(json_object_get(top, "to"));
    l->to = mem_text(m, to);
    json_decref(top);
    return l->to != NULL || fail_set(f, FAIL_INTERNAL, "contact_broken", "no address in a sealed contact");
}

static bool address(struct mem *m, const struct seal_pair *key, struct deliver_letter *l, struct fail *f)
{
    const struct delivery_item *i = l->item;
    struct seal_bytes code, plain;
    if (i->receipt != NULL) {
        char shown[RECEIPT_NUMBER_SHOWN];
        receipt_number_show(i->receipt, shown);
        l->number = mem_text(m, shown);
        if (!open_contact(m, key, l, f))
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

static bool settle(struct db *db, const struct delivery_item *i, const struct deliver_answer *a, instant now,
                   const struct deliver_hands *h, struct fail *f)
{
    struct delivery_end e = { .id = i->id, .attempt = i->attempts + 1, .outcome = a->outcome, .detail = a->detail,
                              .next = DELIVERY_FAILED, .once = a->once };
    if (strcmp(a->outcome, "SENT") == 0) {
        e.next = DELIVERY_SENT;
    } else if (strcmp(a->outcome, "UNCERTAIN") == 0) {
        e.next = i->maybe_twice ? DELIVERY_UNCERTAIN_END : DELIVERY_UNCERTAIN;
        e.wait = h->uncertain_after(i->urgent);
    } else if (strcmp(a->outcome, "LATER") == 0) {
        e.wait = h->retry_after(i->urgent, e.attempt, now - i->created_at);
        e.next = e.wait < 0 ? DELIVERY_FAILED : DELIVERY_WAIT;
    }
    log_line(e.next == DELIVERY_FAILED ? LOG_ERROR : LOG_INFO, "outbox %lld %s attempt %d: %s (%s)", (long long)i->id, i->event,
             e.attempt, a->outcome, a->detail);
    /* Said once more than needed is better than sent once more: the database gets some time to come back. */
    int64_t until = clock_monotonic() + SETTLE_SECONDS * CLOCK_SECOND;
    while (!delivery_end(db, &e, f)) {
        if (clock_monotonic() > until)
            return false;
        clock_sleep(CLOCK_SECOND / 2);
    }
    return true;
}

static bool one(struct db *db, const struct seal_pair *key, const struct delivery_item *i, const char *lease,
                const struct deliver_hands *h, struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "message");
    struct deliver_letter letter = { .item = i };
    struct deliver_answer answer = { .outcome = "NEVER" };
    struct fail why = { 0 };
    bool mine = false, ok = db_now(db, &letter.now, f);
    instant due = letter.now;
    if (ok && i->is_sms && !i->urgent && (due = h->window(letter.now)) > letter.now) {
        ok = delivery_put_back(db, i->id, lease, due, f);
    } else if (ok && (ok = delivery_begin(db, i->id, lease, h->driver(h->ctx, i->is_sms), &mine, f)) && mine) {
        if (h->stale(i->urgent, letter.now - i->created_at))
            memcpy(answer.detail, TOO_LATE, sizeof TOO_LATE);
        else if (address(m, key, &letter, &why))
            h->send(m, h->ctx, &letter, &answer);
        else
            memcpy(answer.detail, why.code, strlen(why.code) + 1);
        ok = settle(db, i, &answer, letter.now, h, f);
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

static bool batch(struct mem *m, struct db *db, const struct seal_pair *key, const char *lease, const struct deliver_hands *h,
                  struct fail *f)
{
    struct delivery_item *items = NULL;
    size_t count = 0, i = 0;
    int64_t until = clock_monotonic() + BATCH_SECONDS * CLOCK_SECOND;
    bool ok = delivery_items(db, m, lease, &items, &count, f);
    for (; ok && i < count && !h->ending() && clock_monotonic() < until; i++)
        ok = one(db, key, &items[i], lease, h, f);
    return ok && (i == count || delivery_release(db, lease, f));
}

bool deliver_round(struct db *db, const struct seal_pair *notify_key, const struct deliver_hands *hands, size_t *handled,
                   struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "batch");
    unsigned char random[16];
    secret_random(random, sizeof random);
    struct lease lease = { .m = m, .word = secret_to_hex(m, random, sizeof random) };
    bool ok = db_transaction(db, lease_work, &lease, f) &&
              (lease.count == 0 || batch(m, db, notify_key, lease.word, hands, f));
    *handled = lease.count;
    mem_free(&m);
    return ok;
}
