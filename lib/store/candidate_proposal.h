/* candidate_proposal: a move of a candidate that waits for its second person. One at a time for a candidate. */
#ifndef GS_STORE_CANDIDATE_PROPOSAL_H
#define GS_STORE_CANDIDATE_PROPOSAL_H

#include "candidacy.h"
#include "db.h"

struct candidate_proposal {
    int64_t id, proposed_by; /* id 0: none */
    enum candidacy_move move;
    char *reason, *paper, *proposer; /* paper "": none */
    day paper_day;
    instant proposed_at;
    char *why; /* of one that was sent back: then `proposer` and `proposed_at` are who did it and when */
};
/* The open one; id 0 if there is none. */
bool candidate_proposal_open(struct mem *m, struct db *db, int64_t candidate_id, struct candidate_proposal *out, struct fail *f);
/* The last one that was sent back, as long as nothing came after it; id 0: none. */
bool candidate_proposal_returned(struct mem *m, struct db *db, int64_t candidate_id, struct candidate_proposal *out, struct fail *f);

struct candidate_proposal_new { int64_t candidate_id, officer_id; enum candidacy_move move; const char *reason, *paper; day paper_day; };
/* FAIL_CONFLICT "proposal_waits" if there is one already. */
bool candidate_proposal_add(struct db *db, const struct candidate_proposal_new *in, struct fail *f);
/* AGREED or RETURNED by another officer; FAIL_CONFLICT "case_moved" if it is no longer open. */
bool candidate_proposal_settle(struct db *db, int64_t id, const char *outcome, int64_t officer_id, const char *why, struct fail *f);
/* The candidate went on without it. */
bool candidate_proposal_overtake(struct db *db, int64_t candidate_id, struct fail *f);

extern const struct db_table candidate_proposal_table;

#endif
