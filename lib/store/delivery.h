/* delivery: notifyd's side of the outbox: leases, attempts and what came of them. A lease and its
 * attempt are committed before anything is sent and the outcome after, so that a sender's death leaves a trace. */
#ifndef GS_STORE_DELIVERY_H
#define GS_STORE_DELIVERY_H

#include "db.h"

struct delivery_item {
    int64_t id;
    char *event;              /* "notice_published" */
    bool is_sms;
    bool urgent;
    bool maybe_twice;
    int attempts;             /* begun so far, this one among them */
    char *dedupe;
    char *params;             /* JSON */
    char *message_id;
    instant created_at;
    char *contact_name;       /* union contact; NULL for an objector */
    char *address;            /* of the contact; NULL for an objector */
    char *union_name;
    char *receipt;            /* of an objector's case; NULL otherwise */
    struct db_blob to_sealed, code_sealed;
    int64_t template_id;      /* what it says (message_template.h): the same at every attempt; 0: there are no words for it */
    char *driver_before;      /* of the attempt before; NULL: there was none */
    instant before;           /* when that one began; 0 */
    const char *driver;       /* of this one, which whoever leased it names */
};

/* In one statement what an idle sender asks each second: whether anything of a channel is due, and whether a lease has run out. */
struct delivery_waiting { bool sms, mail, expired; };
bool delivery_waiting(struct db *db, struct delivery_waiting *out, struct fail *f);
/* At most `limit` rows of the channel that are due, urgent ones first, locked for this transaction and skipped by others'. */
struct delivery_due {
    int64_t id;
    bool urgent, held;   /* held: false */
    char *event;
    int64_t template_id; /* what it says, from its first attempt on; 0: there are no words for it */
};
bool delivery_due(struct db *db, struct mem *m, bool sms, size_t limit, struct delivery_due **rows, size_t *count, struct fail *f);
/* Of locked rows: takes the lease, of which a word of one's own tells. */
bool delivery_lease(struct db *db, const struct delivery_due *rows, size_t count, const char *lease, struct fail *f);
/* Begins the attempt item->attempts of each, by item->driver. */
bool delivery_begin(struct db *db, const struct delivery_item *items, size_t count, struct fail *f);
/* Of a locked row: leaves it alone until `due`. */
bool delivery_put_off(struct db *db, int64_t id, instant due, struct fail *f);
/* The rows held under a lease, urgent ones first. */
bool delivery_items(struct db *db, struct mem *m, const char *lease, struct delivery_item **items, size_t *count, struct fail *f);

enum delivery_next { DELIVERY_SENT, DELIVERY_WAIT, DELIVERY_UNCERTAIN, DELIVERY_UNCERTAIN_END, DELIVERY_FAILED };
struct delivery_end {
    int64_t id;
    int attempt;              /* the one that ended: what another sender has begun since is left alone */
    const char *outcome;      /* "SENT", "LATER", "NEVER", "UNCERTAIN", "ALARM" */
    const char *detail;
    const char *driver;       /* if another than was meant; else NULL */
    const char *gateway_id;   /* NULL or "": none */
    enum delivery_next next;
    int64_t wait;             /* micros, for WAIT and UNCERTAIN */
    bool once;                /* it is known now that it was not sent twice */
};
/* Inside a transaction: closes attempts and says what is next. The address of an objector and a code are gone with the end of the message.
 * Saying the same again does nothing, so that a lost answer may be answered by repeating. What was held back since, when the lease had run out,
 * is let go by nobody but who held it. */
bool delivery_end(struct db *db, const struct delivery_end *ends, size_t count, struct fail *f);
/* Rows whose lease ran out, which means an attempt that nobody ended: UNCERTAIN for `wait` micros (`wait_urgent` for urgent ones), or for good,
 * the second time. */
bool delivery_reclaim(struct db *db, int64_t wait, int64_t wait_urgent, uint64_t *changed, struct fail *f);

extern const struct db_table delivery_table;

#endif
