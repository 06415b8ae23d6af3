/* candidate_steps: candidates for the tests, each with a round and a notice of his own, put where a test begins by plain SQL. */
#ifndef GS_TESTS_STORE_CANDIDATE_STEPS_H
#define GS_TESTS_STORE_CANDIDATE_STEPS_H

#include "candidacy_work.h"
#include "case_steps.h"

#define SQL(...) assert_int_equal(house_sql(mem_printf(house.m, __VA_ARGS__)), 0)
#define COUNT(...) house_number(mem_printf(house.m, __VA_ARGS__))

struct who { long long id; const char *slug; }; /* round, notice and version have the same id */
/* For him ding, wu and boss_now have declared themselves. `closes` is SQL. */
struct who candidate(const char *award, const char *closes);
/* Where he stands, by an event of the system that no table knows; once for each. */
void placed(struct who c, enum candidacy_state to);
void stands(struct who c, enum candidacy_state wanted);
/* An objection on him, in a state; with its acceptance and a decision (NULL: none), if there were any. */
void objected(struct who c, enum objection_state state, bool accepted, const char *result);
/* The open proposal about him, or 0. */
int64_t waits(struct who c);

/* An objection on him that came in by the form. */
struct filed objection_on(struct who c);

#endif
