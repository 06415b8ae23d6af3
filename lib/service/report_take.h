/* report_take: keeps reports as they come. Whose they are is found out later by notifyd (report_note.h): who can reach this door can add and
 * nothing else, and a report that was faster than our own note of the sending waits for it. */
#ifndef GS_SERVICE_REPORT_TAKE_H
#define GS_SERVICE_REPORT_TAKE_H

#include "db.h"
#include "report.h"

/* All of them or, with a fail, none; *fresh: how many were not here before. What is secret is sealed for notifyd. */
bool report_take(struct db *db, const struct report *reports, size_t count, size_t *fresh, struct fail *f);

#endif
