/* calendar: counting working days over the loaded years. */
#include "calendar.h"

#include <stdlib.h>

static int by_day(const void *key, const void *item)
{
    day d = *(const day *)key, of = ((const struct calendar_exception *)item)->day;
    return (d > of) - (d < of);
}

bool calendar_is_workday(const struct calendar *c, day d, bool *out, struct fail *f)
{
    if (d < c->first || d > c->last)
        return fail_set(f, FAIL_CONFLICT, "calendar_missing", "%d", clock_day_civil(d).year);
    const struct calendar_exception *e =
        c->count > 0 ? bsearch(&d, c->days, c->count, sizeof *c->days, by_day) : NULL;
    *out = e != NULL ? !e->off : clock_weekday(d) < 5;
    return true;
}

bool calendar_period(const struct calendar *c, day start, int n, bool count_first, day *last, struct fail *f)
{
    if (n < 1)
        return fail_set(f, FAIL_INPUT, "calendar_span", "a period of %d working days", n);
    for (day d = start;; d++) {
        bool works;
        if (!calendar_is_workday(c, d, &works, f))
            return false;
        if (works && (count_first || d > start))
            n--;
        if (n == 0) {
            *last = d;
            return true;
        }
    }
}

bool calendar_after(const struct calendar *c, day from, int n, day *out, struct fail *f)
{
    return calendar_period(c, from, n, false, out, f);
}

bool calendar_between(const struct calendar *c, day from, day to, int *out, struct fail *f)
{
    int n = 0;
    for (day d = from + 1; d <= to; d++) {
        bool works;
        if (!calendar_is_workday(c, d, &works, f))
            return false;
        n += works;
    }
    *out = n;
    return true;
}
