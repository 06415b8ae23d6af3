/* proposal: a move that waits for its second person. One at a time for a case. */
#ifndef GS_STORE_PROPOSAL_H
#define GS_STORE_PROPOSAL_H

#include "db.h"

struct proposal {
    int64_t id, proposed_by; /* id 0: none */
    char *move, *reason_code, *proposer;
    instant proposed_at;
    struct db_blob words; /* case key, "proposal:<receipt>" */
};
/* The open one of a case; id 0 if there is none. */
bool proposal_open(struct mem *m, struct db *db, int64_t objection_id, struct proposal *out, struct fail *f);
/* FAIL_CONFLICT "proposal_waits" if there is one already. */
bool proposal_add(struct db *db, int64_t objection_id, const char *move, const char *reason_code, const void *words, size_t n,
                  int64_t officer_id, struct fail *f);
/* AGREED or RETURNED by another officer; `why` (may be NULL) as sealed. FAIL_CONFLICT "case_moved" if it is no longer open. */
bool proposal_settle(struct db *db, int64_t id, const char *outcome, int64_t officer_id, const void *why, size_t n, struct fail *f);
/* The case went on without it. */
bool proposal_overtake(struct db *db, int64_t objection_id, struct fail *f);
/* The last one that was sent back, as long as none came after it; id 0: none. Then `proposer` and
 * `proposed_at` are who sent it back and when, `words` why. */
bool proposal_returned(struct mem *m, struct db *db, int64_t objection_id, struct proposal *out, struct fail *f);

extern const struct db_table proposal_table;

#endif
