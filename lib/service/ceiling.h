/* ceiling: how often one source may do a thing within an hour. A source is an address (of IPv6 its /64), known by its keyed tag alone:
 * the address itself is kept nowhere. */
#ifndef GS_SERVICE_CEILING_H
#define GS_SERVICE_CEILING_H

#include "db.h"

/* Counts one hit of the class. FAIL_TOO_MANY "too_many" from the (an_hour + 1)th within sixty minutes on. */
bool ceiling_pass(struct db *db, const char *class, const char *address, int64_t an_hour, struct fail *f);

#endif
