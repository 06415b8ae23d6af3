/* candidate: where candidates stand, what the rules of lib/model/candidacy must know of one, and his events. Read inside the
 * transaction that moves him. Order of locks: a case first, then its candidate, then his round; candidates by their ids. What a move rests
 * on is read after the lock, with nothing read before it, so that it is as new as the lock. */
#ifndef GS_STORE_CANDIDATE_H
#define GS_STORE_CANDIDATE_H

#include "candidacy.h"
#include "db.h"

/* Locked until the transaction ends; FAIL_MISSING "not_found". */
struct candidate_locked { int64_t id; enum candidacy_state state; };
bool candidate_lock(struct mem *m, struct db *db, int64_t id, struct candidate_locked *out, struct fail *f);
bool candidate_lock_slug(struct mem *m, struct db *db, const char *slug, struct candidate_locked *out, struct fail *f);
/* The round of a locked one, before anything is read: places that fell free are given away one after the other. */
bool candidate_lock_round(struct mem *m, struct db *db, int64_t id, struct fail *f);

/* `vacancy` says whether more places fell free than were filled; `recusal` is how the officer (0: nobody) stands to him: CLEAR RECUSED
 * LIFTED, or "". */
struct candidate_standing { struct candidacy_facts facts; char *recusal; };
bool candidate_standing_read(struct mem *m, struct db *db, int64_t id, int64_t officer_id, struct candidate_standing *out, struct fail *f);
/* What ends a period, no more: notifyd may not know the rest. */
bool candidate_clock_read(struct mem *m, struct db *db, int64_t id, struct candidacy_facts *out, struct fail *f);

struct candidate_event_new {
    int64_t candidate_id, actor_id, agreed_by; /* actor 0: the system */
    enum candidacy_move move;
    enum candidacy_state from, to;
    const char *reason, *paper; /* "" for none */
    day paper_day;              /* with a paper */
    int64_t recognition_id;     /* 0: none */
};
bool candidate_event_add(struct db *db, const struct candidate_event_new *in, struct fail *f);
struct candidate_event {
    instant at;
    char *actor, *agreed_by, *move, *from, *to, *reason, *paper; /* actor "": the system */
    day paper_day;
};
bool candidate_events(struct mem *m, struct db *db, int64_t id, struct candidate_event **out, size_t *count, struct fail *f);

/* One as the newest notice prints him that he stands in, and how he and the officer who looks stand. */
struct candidate_row {
    int64_t id, round_id;
    char *slug, *award, *name, *employer, *post, *union_name, *field, *round_title;
    int64_t seq;
    instant closes_at; /* 0: his notice was withdrawn */
    bool waits;        /* a proposal about him is open */
    struct candidate_standing standing;
};
/* Of those who were ever published, in the order of the notice. Who the officer is recused from is not there: no row, FAIL_MISSING. */
bool candidate_list(struct mem *m, struct db *db, int64_t round_id, int64_t officer_id, struct candidate_row **out, size_t *count,
                    struct fail *f);
bool candidate_read(struct mem *m, struct db *db, const char *slug, int64_t officer_id, struct candidate_row *out, struct fail *f);
/* The objections on him: numbers alone. */
struct candidate_objection { char *receipt, *state; instant submitted_at; };
bool candidate_objections(struct mem *m, struct db *db, int64_t id, struct candidate_objection **out, size_t *count, struct fail *f);

/* The people whom a version notices anew (all of a first one), by id. */
bool candidate_ids(struct mem *m, struct db *db, int64_t version_id, int64_t **out, size_t *count, struct fail *f);
/* At most 50 whose period is over and who have no objection under way, though it still says that they are noticed. */
bool candidate_expired(struct mem *m, struct db *db, int64_t **out, size_t *count, struct fail *f);

extern const struct db_table candidate_table;

#endif
