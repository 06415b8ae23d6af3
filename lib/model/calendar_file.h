/* calendar_file: the holidays and make-up workdays of one year as a text that people keep (sql/calendar/2026.csv): lines
 *   # a comment
 *   year,2026
 *   paper,https://…           where the State Council says so
 *   2026-01-01,off,元旦       a holiday
 *   2026-01-04,work,元旦      a Saturday or Sunday that is worked
 * Pure. */
#ifndef GS_MODEL_CALENDAR_FILE_H
#define GS_MODEL_CALENDAR_FILE_H

#include "calendar.h"
#include "mem.h"

struct calendar_file {
    int year;
    char *paper;
    struct calendar_exception *days; /* sorted by day */
    char **names;                    /* of days[i] */
    size_t count;
};

/* FAIL_INPUT "calendar_file" with "line N: what is wrong" as its detail. */
bool calendar_file_read(struct mem *m, const char *text, size_t n, struct calendar_file *out, struct fail *f);

#endif
