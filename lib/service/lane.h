/* lane: how a sent objection comes in. A browser that worked for it (trust/work.h) passes at once. One that did not, for it runs no script,
 * is asked for nothing more, no puzzle and no number: its form must have been open for a moment, and a network sends only so many an hour. */
#ifndef GS_SERVICE_LANE_H
#define GS_SERVICE_LANE_H

#include "db.h"

/* What lets one of `address` through. Fails FAIL_TOO_MANY: too_soon, and slow_full when its network has no more of the slower lane. */
bool lane_open(struct db *db, const char *address, instant opened_at, instant now, struct fail *f);
/* Counts one that came in by it. */
bool lane_passed(struct db *db, const char *address, struct fail *f);

#endif
