/* case_record: what two investigators wrote down of a case. Only added, and settled once by the second of them. */
#ifndef GS_STORE_CASE_RECORD_H
#define GS_STORE_CASE_RECORD_H

#include "db.h"

struct case_record_new {
    int64_t objection_id;
    const char *kind; /* word of model/investigation.h */
    day held_on;
    const void *words; /* sealed */
    size_t n;
    int64_t written_by, other_id;
};
bool case_record_add(struct db *db, const struct case_record_new *in, struct fail *f);

struct case_record {
    int64_t id, written_by, other_id;
    char *kind, *writer, *other, *outcome; /* outcome: CONFIRMED, REJECTED, or "" */
    day held_on;
    instant written_at, settled_at; /* settled_at 0: waits for the other */
    struct db_blob words, why;
};
/* In the order in which they were written. */
bool case_record_list(struct mem *m, struct db *db, int64_t objection_id, struct case_record **out, size_t *count, struct fail *f);
/* CONFIRMED or REJECTED by the other; `why` (may be NULL) as sealed. FAIL_CONFLICT "case_moved" if it is not his or is settled. */
bool case_record_settle(struct db *db, int64_t objection_id, int64_t id, int64_t other_id, const char *outcome, const void *why, size_t n,
                        struct fail *f);

extern const struct db_table case_record_table;

#endif
