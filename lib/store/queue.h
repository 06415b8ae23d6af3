/* queue: how the outbox is looked at: a picture of all of it, and its messages a page at a time. Counts have a ceiling and every way of
 * looking has its index, so that a million rows are looked at as fast as a thousand. */
#ifndef GS_STORE_QUEUE_H
#define GS_STORE_QUEUE_H

#include "db.h"

/* A count that stands at this is "or more". */
#define QUEUE_MOST 100000
#define QUEUE_REPORTED 10000

struct queue_picture {
    instant now;
    int64_t due, later;          /* waiting: should have left, and not yet due */
    int64_t held, in_hand, open; /* open: uncertain, and waiting for word before it is sent once more */
    int64_t sent, failed, uncertain; /* ended within a day */
    int64_t minute, hour;        /* sent within */
    int64_t delivered, undelivered; /* as reports say: of the last QUEUE_REPORTED that were sent within a day */
    instant oldest;              /* since when the oldest one is due; 0: none */
};
bool queue_picture(struct db *db, struct queue_picture *out, struct fail *f);

/* How the drivers fared with the last thousand attempts of the hour. */
struct queue_driver {
    char *driver;
    int64_t attempts, sent, later, never, uncertain, alarm;
    instant last_at, trouble_at; /* 0: none */
};
bool queue_drivers(struct mem *m, struct db *db, struct queue_driver **out, size_t *count, struct fail *f);

/* "" and 0 where nothing is looked for; `receipt` twelve digits; `from` and `until` are instants of making, until excluded; `before` is the
 * id of the last row seen. */
struct queue_filter {
    const char *state; /* a stored state */
    const char *channel, *event, *receipt;
    int64_t union_id, before;
    instant from, until;
    bool no_objectors, objectors_only;
};
struct queue_row {
    int64_t id, attempts;
    char *event, *channel, *state;
    char *union_name, *rank;     /* of a union's contact; NULL otherwise */
    char *receipt;               /* of the case that it is about, an objector's or a union's; NULL: about none */
    bool objector, urgent, maybe_twice;
    char *outcome, *detail;      /* of the last attempt; NULL: none */
    instant created_at, due_at, done_at;
    char *report;                /* of model/report.h: what was said of it later; NULL: nothing */
    instant report_at;
};
/* At most `limit`, the newest first; nothing of the cases that the officer (0: the operator) is recused from. */
bool queue_list(struct mem *m, struct db *db, int64_t officer_id, const struct queue_filter *filter, int64_t limit, struct queue_row **rows,
                size_t *count, struct fail *f);

/* What a row of eighteen columns in the order of the struct's says; for lib/store alone. */
struct queue_row queue_row_of(const struct db_rows *rows);

extern const struct db_table queue_table;

#endif
