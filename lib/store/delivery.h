/* delivery: notifyd's side of the outbox: leases, attempts and what came of them. A lease is committed before anything is sent; an
 * attempt is written before and its outcome after, so that a sender's death leaves a trace. */
#ifndef GS_STORE_DELIVERY_H
#define GS_STORE_DELIVERY_H

#include "db.h"

struct delivery_item {
    int64_t id;
    char *event;              /* "notice_published" */
    bool is_sms;
    bool urgent;
    bool maybe_twice;
    int attempts;             /* begun so far */
    char *dedupe;
    char *params;             /* JSON */
    char *message_id;
    instant created_at;
    char *contact_name;       /* union contact; NULL for an objector */
    char *address;            /* of the contact; NULL for an objector */
    char *union_name;
    char *receipt;            /* of an objector's case; NULL otherwise */
    struct db_blob to_sealed, code_sealed;
};

/* Ids of at most `limit` rows that are due, locked for this transaction and skipped by others'. */
bool delivery_due(struct db *db, struct mem *m, int limit, int64_t **ids, size_t *count, struct fail *f);
bool delivery_lease(struct db *db, int64_t id, const char *lease, struct fail *f);
/* The rows held under a lease, urgent ones first. */
bool delivery_items(struct db *db, struct mem *m, const char *lease, struct delivery_item **items, size_t *count, struct fail *f);
/* Renews the lease and counts the attempt (its number is item->attempts + 1); *mine is false if the lease has run out meanwhile. */
bool delivery_begin(struct db *db, int64_t id, const char *lease, const char *driver, bool *mine, struct fail *f);

enum delivery_next { DELIVERY_SENT, DELIVERY_WAIT, DELIVERY_UNCERTAIN, DELIVERY_UNCERTAIN_END, DELIVERY_FAILED };
struct delivery_end {
    int64_t id;
    int attempt;              /* the one that ended: what another sender has begun since is left alone */
    const char *outcome;      /* "SENT", "LATER", "NEVER", "UNCERTAIN" */
    const char *detail;
    enum delivery_next next;
    int64_t wait;             /* micros, for WAIT and UNCERTAIN */
    bool once;                /* it is known now that it was not sent twice */
};
/* Closes an attempt and says what is next. The address of an objector and a code are gone with the end of the message. Saying the same
 * again does nothing, so that a lost answer may be answered by repeating. */
bool delivery_end(struct db *db, const struct delivery_end *e, struct fail *f);
/* Gives a leased row back untouched until `due`. */
bool delivery_put_back(struct db *db, int64_t id, const char *lease, instant due, struct fail *f);
/* Gives back all rows of a lease that were not begun. */
bool delivery_release(struct db *db, const char *lease, struct fail *f);
/* Rows whose lease ran out: WAITING again if no attempt was open, else UNCERTAIN for `wait` micros (`wait_urgent` for urgent ones), or for
 * good, the second time. */
bool delivery_reclaim(struct db *db, int64_t wait, int64_t wait_urgent, uint64_t *changed, struct fail *f);

extern const struct db_table delivery_table;

#endif
