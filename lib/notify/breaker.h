/* breaker: which of several ways that do the same is taken: the first that works. One that failed a few times in a row rests, then one
 * message tries it. Arithmetic alone. */
#ifndef GS_NOTIFY_BREAKER_H
#define GS_NOTIFY_BREAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"

#define BREAKER_FAILURES 3 /* in a row */

/* One for each way, in the order of preference; zeroed at the start. */
struct breaker { int failures; int64_t rests_until; };
/* The first from `from` on that works or has rested; `count` if there is none. One that has rested is given out once and then rests on
 * until breaker_note hears of it. `now` is clock_monotonic's, `rest` how
 * long one rests (micros). */
size_t breaker_pick(struct breaker *b, size_t count, size_t from, int64_t now, int64_t rest);
bool breaker_works(const struct breaker *b);
/* What came of a message: whether the way itself failed. True if that changed whether it works. */
bool breaker_note(struct breaker *b, bool failed, int64_t now, int64_t rest);

#endif
