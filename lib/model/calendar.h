/* calendar: Chinese working days with holidays and make-up workdays (调休). Pure: the caller hands in the loaded days. Refuses dates
 * outside the loaded years; never guesses. Source of the rule: domain.md 1.3 and 4. */
#ifndef GS_MODEL_CALENDAR_H
#define GS_MODEL_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"
#include "fail.h"

struct calendar_exception { day day; bool off; };
struct calendar {
    day first, last;                        /* loaded range, both included */
    const struct calendar_exception *days;  /* sorted by day, one a day */
    size_t count;
};

bool calendar_is_workday(const struct calendar *c, day d, bool *out, struct fail *f);
/* The last day of a period of `n` (at least 1, else "calendar_span") working days that begins on `start`; `count_first` says
 * whether `start` counts if it is a working day. Fails with "calendar_missing" (detail: the year) when it runs beyond the loaded years. */
bool calendar_period(const struct calendar *c, day start, int n, bool count_first, day *last, struct fail *f);
/* The day `n` working days after `from` (from itself not counted). */
bool calendar_after(const struct calendar *c, day from, int n, day *out, struct fail *f);
/* Working days in (from, to], none if `to` is not later; for "还剩 N 个工作日". */
bool calendar_between(const struct calendar *c, day from, day to, int *out, struct fail *f);

#endif
