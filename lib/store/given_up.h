/* given_up: messages that reached nobody, and what followed. Every read locks its row for the transaction. */
#ifndef GS_STORE_GIVEN_UP_H
#define GS_STORE_GIVEN_UP_H

#include "db.h"

struct given_up {
    int64_t id;              /* 0: there is none */
    char *dedupe, *event, *params;
    int64_t union_id, objection_id, origin_id; /* 0: none */
    bool marked;             /* it was given up before */
    bool over, uncertain;    /* it is sent no more; nobody knows whether it arrived */
    int attempts;
};
bool given_up_lock(struct mem *m, struct db *db, int64_t id, struct given_up *out, struct fail *f);
/* By the dedupe word; out->id is 0 if nothing stands under it. */
bool given_up_find(struct mem *m, struct db *db, const char *dedupe, struct given_up *out, struct fail *f);
bool given_up_mark(struct db *db, int64_t id, const char *why, const char *to, struct fail *f);
bool given_up_set_origin(struct db *db, int64_t id, int64_t origin_id, struct fail *f);
/* The messages that a digest told of. */
bool given_up_parts(struct mem *m, struct db *db, int64_t digest_id, int64_t **ids, size_t *count, struct fail *f);
/* At most fifty that ended without having reached anybody, and are not marked. Locks nothing. */
bool given_up_ended(struct mem *m, struct db *db, int64_t **ids, size_t *count, struct fail *f);

extern const struct db_table given_up_table;

#endif
