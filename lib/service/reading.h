/* reading: where a published notice stands at an instant, and one person of it. */
#ifndef GS_SERVICE_READING_H
#define GS_SERVICE_READING_H

#include "published.h"

enum reading_phase { READING_BEFORE, READING_OPEN, READING_CLOSED, READING_WITHDRAWN };

/* The period that a notice as a whole stands in: an open one if any of its people has one, else the next to open, else the last to close. */
const struct published_period *reading_period(const struct published *p, instant now);
/* Of one of its periods: a person's own, or that of reading_period. */
enum reading_phase reading_phase(const struct published *p, const struct published_period *of, instant now);
/* Its people are shown for the days of the setting notice.shown_days after its last period. */
instant reading_shown_until(const struct published *p);
bool reading_is_shown(const struct published *p, instant now);
/* The same for a page that is nothing without them: FAIL_MISSING "list_taken_down". */
bool reading_must_be_shown(const struct published *p, instant now, struct fail *f);
/* Until when a page that shows the notice stays right: its next boundary or the next Beijing midnight. */
instant reading_valid_until(const struct published *p, instant now);
/* Whole days after today until the last day; 0 on the last day. */
int reading_days_left(const struct published_period *of, instant now);
/* Whether a form opened at `opened_at` is still kept as late at `now`. */
bool reading_late(const struct published *p, const struct published_period *of, instant opened_at, instant now);

/* The newest version of a notice and a person of it. One who stands there no more (`gone`) is shown as the last version that had him
 * did. FAIL_MISSING "not_found". */
bool reading_person(struct mem *m, struct db *db, const char *notice, const char *candidate, struct published *newest,
                    struct published_entry *e, bool *gone, struct fail *f);

#endif
