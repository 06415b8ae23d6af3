/* calendar_load: a year's plan comes in, as a new revision; older ones stay. Deadlines that run move with it (calendar_shift). */
#ifndef GS_SERVICE_CALENDAR_LOAD_H
#define GS_SERVICE_CALENDAR_LOAD_H

#include "calendar_shift.h"
#include "db.h"

/* `text` as in model/calendar_file. With `only_new` a year that has a revision is left alone: `revision` 0 then. */
struct calendar_load_in { const char *text; size_t n; bool only_new; };
struct calendar_load_out { int year, revision; struct calendar_shift_out moved; };
bool calendar_load(struct db *db, const struct calendar_load_in *in, struct calendar_load_out *out, struct fail *f);

#endif
