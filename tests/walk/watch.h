/* watch: the six invariants of the procedure and the chain of events, asked of the database in SQL that is nobody's but the walk's. */
#ifndef GS_WALK_WATCH_H
#define GS_WALK_WATCH_H

#include "world.h"

/* The walk's own tables: who objects and whether to the union, the procedure's list of moves, what was published. */
void watch_begin(void);
/* Notes how the notices read that were published since. */
void watch_published(void);

/* How many rules are broken in one case and its candidate; in everything. Each is said with its name, the first few times. */
int watch_case(int64_t objection_id, int64_t candidate_id);
int watch_all(void);

/* Whether this rule is broken anywhere now. */
bool watch_breaks(const char *name);
/* How many rules there are, and the name of each. */
size_t watch_rules(const char *names[64]);

/* Spoils one thing after another in a transaction that is taken back, and tells of each whether its rule found it. The triggers, which
 * would not let it happen, are taken away: it is the walk's end. */
void watch_spoils(void (*told)(bool found, const char *what));

#endif
