/* due: what the clocks wait for, as the program that runs them may see it: states, terms and instants, no word and no person. */
#ifndef GS_STORE_DUE_H
#define GS_STORE_DUE_H

#include "arrival.h"
#include "casebook.h"
#include "db.h"
#include "standing.h"

/* Cases after `after` whose state ends by itself: a term that is over, or a review that was decided. At most 50, by id. */
bool due_cases(struct mem *m, struct db *db, int64_t after, int64_t **out, size_t *count, struct fail *f);
/* Cases after `after` with a term that runs and is not over. The same. */
bool due_running(struct mem *m, struct db *db, int64_t after, int64_t **out, size_t *count, struct fail *f);
/* Locks one; of the standing only state, term and term_over are read, and of the case what an answer to the objector needs. FAIL_MISSING. */
bool due_case_lock(struct mem *m, struct db *db, int64_t id, struct casebook_locked *row, struct standing *now, struct fail *f);

/* Requests that are written or open, by id, at most 50 after `after`. */
struct due_request { int64_t id, objection_id; };
bool due_requests(struct mem *m, struct db *db, int64_t after, struct due_request **out, size_t *count, struct fail *f);

/* What is known of how a request that was sent reached its union, but for `latest`. */
bool due_arrival(struct db *db, int64_t id, struct arrival *out, struct fail *f);

/* Every case that waits for the office: of the rows only state, submitted_at and deadline_at, which is 0 for one that has just come in. */
bool due_office(struct mem *m, struct db *db, struct casebook_row **out, size_t *count, struct fail *f);

extern const struct db_table due_table;

#endif
