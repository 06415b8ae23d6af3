/* ceiling: how often one source may do a thing within an hour. A source is an address (of IPv6 its /64), known by its keyed tag alone:
 * the address itself is kept nowhere. */
#ifndef GS_SERVICE_CEILING_H
#define GS_SERVICE_CEILING_H

#include "db.h"

enum { CEILING_SOURCE = 64 };
/* The part of an address that one household or office shares (/24, of IPv6 /64); the whole text if it is no address. */
size_t ceiling_network(const char *address, unsigned char out[CEILING_SOURCE]);
/* The address itself, of IPv6 its /64. */
size_t ceiling_source(const char *address, unsigned char out[CEILING_SOURCE]);

/* Counts one hit of the class. FAIL_TOO_MANY "too_many" from the (an_hour + 1)th within sixty minutes on. */
bool ceiling_pass(struct db *db, const char *class, const char *address, int64_t an_hour, struct fail *f);
/* The same of a whole network in two steps, for what counts only if it comes to its end: whether one more may, and that it did. */
bool ceiling_network_below(struct db *db, const char *class, const char *address, int64_t an_hour, struct fail *f);
bool ceiling_network_note(struct db *db, const char *class, const char *address, struct fail *f);

#endif
