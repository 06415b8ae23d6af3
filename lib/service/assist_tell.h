/* assist_tell: what a union, and who stands above the office, hear of a request: by mail and SMS no more than that there is something to
 * read. Each inside the transaction that causes it, once under its key. */
#ifndef GS_SERVICE_ASSIST_TELL_H
#define GS_SERVICE_ASSIST_TELL_H

#include "assist.h"
#include "assist_move.h"
#include "db.h"

/* A new request: the letter, and the message with its link. */
bool assist_tell_request(struct mem *m, struct db *db, const struct assist_standing *a, instant due, struct fail *f);
/* More time or not, taken back, given up. A draft was never known outside: nothing. */
bool assist_tell_change(struct mem *m, struct db *db, const struct assist_standing *a, enum assist_step step, struct fail *f);
/* Its last day comes near, or is gone: `offset` in working days, -2 to +1. */
bool assist_tell_term(struct mem *m, struct db *db, const struct assist_standing *a, int offset, struct fail *f);
/* Late by a working day: the backup contact, and who stands above. */
bool assist_tell_escalation(struct mem *m, struct db *db, const struct assist_standing *a, struct fail *f);

#endif
