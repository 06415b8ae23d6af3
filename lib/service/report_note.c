/* report_note: see report_note.h. */
#include "report_note.h"

#include <jansson.h>
#include <string.h>

#include "conf.h"
#include "contact_open.h"
#include "log.h"
#include "onward.h"
#include "reported.h"
#include "secret.h"

enum { AT_ONCE = 50 };

static const int64_t GRACE = 15 * CLOCK_MINUTE, SOON = 2 * CLOCK_SECOND, LATER = 30 * CLOCK_SECOND;

struct noting {
    const struct seal_pair *key;
    const struct report_hands *hands;
    struct mem *m;
    struct reported_row row;
    bool found;
    const char *why;   /* kept without a message */
    int64_t outbox_id; /* its message */
    bool waits;
};

/* What came with it: {"to":"…","raw":"…"}. False if it was not sealed for us. */
static bool open_secret(struct noting *n)
{
    struct seal_bytes plain;
    struct fail f = { 0 };
    json_error_t error;
    const char *context = mem_printf(n->m, "report:%s", secret_to_hex(n->m, n->row.same, REPORTED_SAME));
    if (!seal_open(n->m, n->key, context, n->row.sealed.data, n->row.sealed.len, &plain, &f))
        return false;
    json_t *top = json_loadb((const char *)plain.data, plain.len, JSON_REJECT_DUPLICATES, &error);
    const char *to = json_string_value(json_object_get(top, "to"));
    n->row.said.to = mem_text(n->m, to != NULL ? to : "");
    json_decref(top);
    return true;
}

/* The number that the message went to, or NULL if nobody knows it any more. */
static const char *number_of(struct noting *n, const struct reported_about *a)
{
    struct fail f = { 0 };
    if (a->office)
        return conf_text("escalation.phone");
    return a->receipt != NULL && a->contact_sealed.data != NULL ? contact_open(n->m, n->key, a->receipt, &a->contact_sealed, &f) : a->phone;
}

static bool waits_again(const struct reported_about *a)
{
    return strcmp(a->state, "WAITING") == 0 || strcmp(a->state, "HELD") == 0;
}

/* SENT or FAILED where the report ends the message; NULL: it is as it was. What waits to be sent again is not ended by its first try. */
static const char *settled(const struct reported_about *a, enum report_verdict verdict)
{
    bool uncertain = strcmp(a->state, "UNCERTAIN") == 0, given_up = strcmp(a->state, "FAILED") == 0;
    if (verdict == REPORT_DELIVERED)
        return uncertain || given_up || waits_again(a) ? "SENT" : NULL;
    return verdict == REPORT_UNDELIVERED && uncertain ? "FAILED" : NULL;
}

/* One that was handed over for good and did not arrive. */
static bool go_on(struct db *db, const struct noting *n, struct fail *f)
{
    if (n->row.said.verdict != REPORT_UNDELIVERED)
        return true;
    return onward_failed(db, n->outbox_id, n->row.said.source == REPORT_MAIL ? ONWARD_BOUNCED : ONWARD_UNDELIVERED, f);
}

static bool note_message(struct db *db, struct noting *n, const struct reported_about *a, struct fail *f)
{
    const struct report *r = &n->row.said;
    instant now;
    if (!report_says_more(a->known, r->verdict) || (r->verdict == REPORT_UNDELIVERED && waits_again(a)))
        return true;
    return db_now(db, &now, f) &&
           reported_note(db, n->outbox_id, r, report_instant(r->said_at, a->handed_over, now), settled(a, r->verdict), f) && go_on(db, n, f);
}

static bool look_up(struct db *db, struct noting *n, struct fail *f)
{
    bool disagree = false;
    if (n->row.said.source == REPORT_MAIL) {
        if (!n->hands->message_of(n->hands->ctx, n->row.said.message_id, &n->outbox_id))
            n->why = "not_our_address";
        return true;
    }
    if (!reported_message(db, &n->row.said, &n->outbox_id, &disagree, f))
        return false;
    if (disagree)
        n->why = "ids_disagree";
    return true;
}

static bool match(struct db *db, struct noting *n, struct fail *f)
{
    struct reported_about a = { 0 };
    bool found = false;
    if (n->row.said.verdict == REPORT_UNREADABLE || !open_secret(n)) {
        n->why = "unreadable";
        return true;
    }
    if (!look_up(db, n, f))
        return false;
    if (n->outbox_id != 0 && !reported_about(db, n->m, n->outbox_id, n->hands->driver(n->row.said.source), &a, &found, f))
        return false;
    if (found && strcmp(a.state, "LEASED") == 0) { /* under way just now: its outcome first */
        n->waits = true;
        return true;
    }
    if (found) {
        const struct report_about about = { a.sms, a.by_this, number_of(n, &a) };
        n->why = report_misfit(&n->row.said, &about);
    } else if (n->why == NULL) {
        n->why = "no_such_message";
    }
    if (n->why != NULL)
        n->outbox_id = 0;
    return n->why != NULL || note_message(db, n, &a, f);
}

/* Only what no message was found for can become true by waiting. */
static int64_t wait_of(struct db *db, struct noting *n, struct fail *f)
{
    instant now;
    bool may = n->waits || (n->why != NULL && strcmp(n->why, "no_such_message") == 0);
    if (!may || !db_now(db, &now, f))
        return 0;
    int64_t age = now - n->row.came_at;
    return n->waits || age < CLOCK_MINUTE ? SOON : age < GRACE ? LATER : 0;
}

static bool note_one(struct db *db, void *ctx, struct fail *f)
{
    struct noting *n = ctx;
    n->why = NULL;
    n->outbox_id = 0;
    n->waits = false;
    if (!reported_next(db, n->m, &n->row, &n->found, f) || !n->found)
        return f->kind == FAIL_NONE;
    if (!match(db, n, f))
        return false;
    int64_t wait = wait_of(db, n, f);
    if (f->kind != FAIL_NONE)
        return false;
    n->waits = wait > 0;
    return n->waits ? reported_later(db, n->row.id, wait, f) : reported_settle(db, n->row.id, n->outbox_id, n->why, f);
}

static void tell(const struct noting *n)
{
    const struct report *r = &n->row.said;
    if (n->waits)
        return;
    if (n->why != NULL)
        log_line(LOG_WARNING, "report %lld of %s belongs to no message: %s", (long long)n->row.id, report_source_word(r->source), n->why);
    else
        log_line(LOG_INFO, "report %lld: outbox %lld is %s (%s)", (long long)n->row.id, (long long)n->outbox_id,
                 report_verdict_word(r->verdict), r->code);
}

bool report_note(struct db *db, const struct seal_pair *notify_key, const struct report_hands *hands, bool *more, struct fail *f)
{
    bool ok = true;
    *more = true;
    for (int i = 0; ok && *more && i < AT_ONCE; i++) {
        struct noting n = { .key = notify_key, .hands = hands, .m = mem_new_secret(NULL, "report") };
        ok = db_transaction(db, note_one, &n, f);
        *more = ok && n.found;
        if (*more) {
            tell(&n);
        } else if (!ok && f->kind == FAIL_INTERNAL && n.found) { /* one that breaks does not stand in the way of the others */
            log_fail("report", f);
            *f = (struct fail){ .kind = FAIL_NONE };
            ok = *more = reported_later(db, n.row.id, LATER, f);
        }
        mem_free(&n.m);
    }
    return ok;
}
