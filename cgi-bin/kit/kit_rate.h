/* kit_rate: how much one address may send to a program within an hour. The ceilings stand here, for the three programs at once; counting is
 * lib/service/ceiling. Reading is limited by nginx. */
#ifndef GS_KIT_KIT_RATE_H
#define GS_KIT_KIT_RATE_H

#include "db.h"
#include "web.h"

/* Counts one hit of the class of program ("public" …) and rate. False: FAIL_TOO_MANY, or FAIL_UNAVAILABLE without a database. */
bool kit_rate_pass(struct request *r, struct db *db, const char *program, enum web_rate rate, struct fail *f);

#endif
