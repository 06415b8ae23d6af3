/* queue_act: what is done by hand with what waits. A row is locked first (queue_lock), inside the caller's transaction, so that no sender
 * takes it meanwhile; what a sender holds already is LEASED and left alone. */
#ifndef GS_STORE_QUEUE_ACT_H
#define GS_STORE_QUEUE_ACT_H

#include "db.h"

struct queue_locked {
    int64_t id, union_id, origin_id;
    char *event, *params, *state;
    bool urgent, over;       /* over: it is sent no more */
    bool gathered;           /* a digest tells of it */
    bool stopped;            /* HELD: by a stop that stands */
    instant now, due_at;
};
/* FAIL_MISSING "not_found". */
bool queue_lock(struct mem *m, struct db *db, int64_t id, struct queue_locked *out, struct fail *f);

/* Of a locked row that waits: held back beyond all time; of one that is held: due now, or if it may have gone
 * already after the ten minutes in which that shows itself; of one that is due later: due now. */
bool queue_hold(struct db *db, int64_t id, struct fail *f);
bool queue_release(struct db *db, int64_t id, struct fail *f);
bool queue_hurry(struct db *db, int64_t id, struct fail *f);

/* Of the same news, this one left out: how many there are, and how many are not over. */
bool queue_others(struct db *db, int64_t origin_id, int64_t id, int64_t *all, int64_t *under_way, struct fail *f);
bool queue_set_origin(struct db *db, int64_t id, int64_t origin_id, struct fail *f);

/* What is stopped; "" is every channel, every event. */
struct queue_stop {
    int64_t id, held;                    /* held: how many wait under it */
    char *channel, *event, *reason, *by; /* by NULL: the operator */
    instant at, ended_at;                /* ended_at 0: it stands */
};
bool queue_stop_add(struct db *db, const char *channel, const char *event, const char *reason, int64_t officer_id, int64_t *id,
                    struct fail *f);
/* FAIL_CONFLICT "stop_over" if none of this number stands. */
bool queue_stop_end(struct db *db, int64_t id, int64_t officer_id, struct fail *f);
/* Those that stand, and those that still hold something. */
bool queue_stop_list(struct mem *m, struct db *db, struct queue_stop **out, size_t *count, struct fail *f);
/* Lets at most `limit` go that an ended stop holds. */
bool queue_stop_release(struct db *db, int64_t id, int64_t limit, uint64_t *released, struct fail *f);

/* For a sender, of a row that it has locked: whether a standing stop is about it. Then it is held back, and *held. */
bool queue_stopped(struct db *db, int64_t id, bool *held, struct fail *f);
/* Whether anything is stopped. */
bool queue_stops(struct db *db, bool *any, struct fail *f);

extern const struct db_table queue_act_table;

#endif
