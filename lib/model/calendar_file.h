/* calendar_file: the State Council's plan of one year, holidays and make-up workdays, as a text that people keep: lines (sql/calendar/2026.csv)
 *   # a comment
 *   year,2026
 *   paper,https://…           where the State Council says so
 *   number,国办发明电〔2025〕1号   the paper's number, where it is known
 *   2026-01-01,off,元旦       a holiday
 *   2026-01-04,work,元旦      a Saturday or Sunday that is worked
 * or the same as JSON, the shape in which such plans are passed on:
 *   { "year": 2026, "papers": ["https://…"], "number": "…", "days": [{ "name": "元旦", "date": "2026-01-01", "isOffDay": true }, …] }
 * A plan may reach into the December before its year. Pure. */
#ifndef GS_MODEL_CALENDAR_FILE_H
#define GS_MODEL_CALENDAR_FILE_H

#include "calendar.h"
#include "mem.h"

struct calendar_file {
    int year;
    char *paper, *number;            /* number: "" if the file has none */
    struct calendar_exception *days; /* sorted by day */
    size_t count;
};

/* FAIL_INPUT "calendar_file" with "line N: what is wrong" ("day N" of a JSON list) as its detail. */
bool calendar_file_read(struct mem *m, const char *text, size_t n, struct calendar_file *out, struct fail *f);

#endif
