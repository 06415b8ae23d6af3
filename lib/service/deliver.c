/* deliver: see deliver.h. No transaction is open while a gateway is waited for. */
#include "deliver.h"

#include <jansson.h>
#include <string.h>

#include "log.h"
#include "receipt.h"
#include "secret.h"

enum { BATCH = 50 };

struct lease { struct mem *m; const char *word; };

static bool lease_work(struct db *db, void *ctx, struct fail *f)
{
    struct lease *l = ctx;
    int64_t *ids;
    size_t count;
    if (!delivery_due(db, l->m, BATCH, &ids, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
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
    struct seal_bytes code;
    if (i->receipt != NULL) {
        char shown[RECEIPT_NUMBER_SHOWN];
        receipt_number_show(i->receipt, shown);
        l->number = mem_text(m, shown);
        if (!open_contact(m, key, l, f))
            return false;
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

static bool settle(struct db *db, const struct delivery_item *i, const char *lease, const struct deliver_answer *a, instant now,
                   const struct deliver_hands *h, struct fail *f)
{
    enum delivery_next next = DELIVERY_FAILED;
    int64_t wait = 0;
    if (strcmp(a->outcome, "SENT") == 0) {
        next = DELIVERY_SENT;
    } else if (strcmp(a->outcome, "UNCERTAIN") == 0) {
        next = i->maybe_twice ? DELIVERY_UNCERTAIN_END : DELIVERY_UNCERTAIN;
        wait = h->uncertain_wait;
    } else if (strcmp(a->outcome, "LATER") == 0) {
        wait = h->retry_after(i->urgent, i->attempts + 1, now - i->created_at);
        next = wait < 0 ? DELIVERY_FAILED : DELIVERY_WAIT;
    }
    log_line(next == DELIVERY_FAILED ? LOG_ERROR : LOG_INFO, "outbox %lld %s attempt %d: %s (%s)", (long long)i->id, i->event,
             i->attempts + 1, a->outcome, a->detail);
    return delivery_end(db, i->id, lease, a->outcome, a->detail, next, wait, f);
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
        if (address(m, key, &letter, &why))
            h->send(m, h->ctx, &letter, &answer);
        else
            memcpy(answer.detail, why.code, strlen(why.code) + 1);
        ok = settle(db, i, lease, &answer, letter.now, h, f);
    }
    mem_free(&m);
    return ok;
}

bool deliver_take_back(struct db *db, const struct deliver_hands *hands, struct fail *f)
{
    uint64_t changed = 0;
    bool ok = delivery_reclaim(db, hands->uncertain_wait, &changed, f);
    if (ok && changed > 0)
        log_line(LOG_WARNING, "took back %llu messages of a sender that ended", (unsigned long long)changed);
    return ok;
}

bool deliver_round(struct db *db, const struct seal_pair *notify_key, const struct deliver_hands *hands, size_t *handled,
                   struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "batch");
    unsigned char random[16];
    struct delivery_item *items = NULL;
    size_t count = 0;
    secret_random(random, sizeof random);
    struct lease lease = { m, secret_to_hex(m, random, sizeof random) };
    bool ok = db_transaction(db, lease_work, &lease, f) && delivery_items(db, m, lease.word, &items, &count, f);
    for (size_t i = 0; ok && i < count; i++)
        ok = one(db, notify_key, &items[i], lease.word, hands, f);
    *handled = count;
    mem_free(&m);
    return ok;
}
