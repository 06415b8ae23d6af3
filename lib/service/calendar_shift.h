/* calendar_shift: what a new plan does to the deadlines that run: cases and requests to unions move to a later last day where the plan gives
 * one, never nearer, and where the plan would end one earlier than the last one did, the record says that it stays; printed periods of notices, clocks that stand still and what is over already do not move. Each that moves says so in an event
 * of the system, with the old day, the new one and the paper. */
#ifndef GS_SERVICE_CALENDAR_SHIFT_H
#define GS_SERVICE_CALENDAR_SHIFT_H

#include "calendar.h"
#include "db.h"

struct calendar_shift_out { int cases, requests; }; /* how many moved */
/* Inside the transaction that brings the plan; `before` is the calendar without it. */
bool calendar_shift(struct mem *m, struct db *db, const struct calendar *before, const struct calendar_plan *plan,
                    struct calendar_shift_out *out, struct fail *f);

#endif
