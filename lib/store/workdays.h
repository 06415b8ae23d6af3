/* workdays: the loaded plans (one revision of each year) for lib/model/calendar. */
#ifndef GS_STORE_WORKDAYS_H
#define GS_STORE_WORKDAYS_H

#include "calendar.h"
#include "db.h"

struct workdays { struct calendar calendar; };

/* The years that follow each other without a gap up to the last one loaded. With no year loaded, a calendar whose last day is before
 * its first: every question about it is refused. */
bool workdays_load(struct mem *m, struct db *db, struct workdays *out, struct fail *f);
/* The same as it stood at an instant: the revisions loaded until then. */
bool workdays_load_at(struct mem *m, struct db *db, instant at, struct workdays *out, struct fail *f);

/* The newest revision of a year; 0: none. Holds the year until the transaction ends. */
bool workdays_revision(struct db *db, int year, int *revision, struct fail *f);
bool workdays_revision_add(struct db *db, int year, int revision, const char *paper, const char *number, struct fail *f);
bool workdays_day_add(struct db *db, int revision, const struct calendar_exception *one, struct fail *f);

extern const struct db_table workdays_table;

#endif
