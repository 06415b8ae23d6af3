/* attempts: what somebody tries in the random walk. Each chooses who, what and on which case, asks the shadow what must come of it,
 * calls the service, and compares. */
#ifndef GS_WALK_ATTEMPTS_H
#define GS_WALK_ATTEMPTS_H

#include "shadow.h"

/* What no union may ever find: it stands in the words of every objector of the walk. */
#define ATTEMPT_MARK "何反映人"

/* A new objection, now and then after the period; everybody then says how he stands to the candidate, but the silent. */
void attempt_objection(void);
void attempt_declaration(void);
void attempt_declarations(const struct shadow_case *c); /* of all that are not silent and have not said it */
struct shadow_case *attempt_case_new(const char *number, const char *code, enum objection_state state, int candidate);
/* What comes on paper or by telephone is typed in by one and compared by another. */
void attempt_registration(void);
void attempt_second_reader(void);
/* What one does with his lookup code, or with another's. */
void attempt_objector(void);

/* A move of the office; the second person's part; a decision's steps are among the moves. */
void attempt_move(void);
void attempt_agreement(void);

/* Requests to unions: the office's part and the union's. */
void attempt_request(void);
void attempt_union(void);

void attempt_candidate(void);
void attempt_recognition(void);

/* A new round, published; a second notice for those who wait for one; the clocks that run by themselves. */
void attempt_round(void);
void attempt_second_notice(void);
void attempt_clock(void);

/* Some case of the round, or NULL while there is none. */
struct shadow_case *attempt_case(void);
/* Lives as long as one attempt. */
extern struct mem *attempt_pool;

#endif
