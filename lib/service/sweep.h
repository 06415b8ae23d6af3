/* sweep: the clocks that run by themselves. Any number of nodes may run it at any time: each thing happens once, because its row is locked,
 * the rules are asked again, and a message stands under a key of its own. */
#ifndef GS_SERVICE_SWEEP_H
#define GS_SERVICE_SWEEP_H

#include "db.h"

/* What an objector is answered when his term to supply ran out. */
struct sweep_words { const char *lapsed; };

/* Does what is due now, for the account gs_notify. One thing that fails does not hold up the others: it is logged, once an hour, and tried
 * again. False only when the database is away. */
bool sweep_round(struct db *db, const struct sweep_words *words, struct fail *f);

#endif
