/* rate: hits of a class by a keyed tag of their source, each with its instant. Says how many there were and when the last; what is too
 * many is the caller's rule. */
#ifndef GS_STORE_RATE_H
#define GS_STORE_RATE_H

#include "db.h"

#define RATE_TAG 16

bool rate_note(struct db *db, const char *class, const unsigned char tag[RATE_TAG], struct fail *f);
/* Once a day and tag: for what is to be remembered longer. */
bool rate_note_day(struct db *db, const char *class, const unsigned char tag[RATE_TAG], struct fail *f);
/* Hits within the last `seconds`, the newest one's instant (0: none), and the time now. */
struct rate_seen { int64_t hits; instant last, now; };
bool rate_seen(struct db *db, const char *class, const unsigned char tag[RATE_TAG], int64_t seconds, struct rate_seen *out, struct fail *f);
/* The instant of the nth newest hit within the last `seconds`; 0: there are fewer. */
bool rate_nth(struct db *db, const char *class, const unsigned char tag[RATE_TAG], int64_t seconds, int64_t n, instant *out, struct fail *f);
bool rate_forget(struct db *db, const char *class, const unsigned char tag[RATE_TAG], struct fail *f);
/* Throws away what is older than `seconds`. */
bool rate_sweep(struct db *db, const char *class, int64_t seconds, struct fail *f);

extern const struct db_table rate_table;

#endif
