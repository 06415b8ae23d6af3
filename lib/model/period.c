/* period: see period.h. */
#include "period.h"

#include <stdio.h>
#include <string.h>

#include "scan.h"

int period_missing_year(const struct calendar *c, day open_day)
{
    bool before = c->last < c->first || open_day < c->first;
    day missing = before || open_day > c->last ? open_day : c->last + 1;
    return clock_day_civil(missing).year;
}

static bool last_day(const struct calendar *c, const struct period_in *in, day *last, struct fail *f)
{
    if (!in->by_workdays) {
        *last = in->last_day;
        if (in->last_day < in->open_day)
            return fail_field(f, "last_day", "period_backwards");
        return in->last_day - in->open_day < PERIOD_MAX_DAYS || fail_field(f, "last_day", "period_long");
    }
    if (in->workdays < 1 || in->workdays > PERIOD_MAX_WORKDAYS)
        return fail_field(f, "workdays", "period_long");
    return calendar_period(c, in->open_day, in->workdays, in->count_first, last, f) || fail_field(f, "open_day", "calendar_missing");
}

#define BY_WORKDAYS " 个工作日，首日"
#define COUNTED "计入"
#define NOT_COUNTED "不计入"

static void write_rule(const struct period_in *in, struct period *out)
{
    if (in->by_workdays)
        snprintf(out->rule, sizeof out->rule, "%d" BY_WORKDAYS "%s", in->workdays, in->count_first ? COUNTED : NOT_COUNTED);
    else
        snprintf(out->rule, sizeof out->rule, "%zu 个自然日，首日计入", out->count);
}

void period_rule_read(const char *rule, struct period_in *out)
{
    char number[8] = "";
    int64_t n = 0;
    size_t digits = strspn(rule, "0123456789"), tail = strlen(BY_WORKDAYS);
    if (digits < sizeof number)
        memcpy(number, rule, digits);
    out->by_workdays = strncmp(rule + digits, BY_WORKDAYS, tail) == 0 && scan_i64(number, 1, PERIOD_MAX_WORKDAYS, &n);
    out->workdays = out->by_workdays ? (int)n : 0;
    out->count_first = !out->by_workdays || strcmp(rule + digits + tail, COUNTED) == 0;
}

bool period_compute(struct mem *m, const struct calendar *c, const struct period_in *in, struct period *out, struct fail *f)
{
    *out = (struct period){ .open_day = in->open_day, .known = true };
    if (!last_day(c, in, &out->close_day, f))
        return false;
    out->opens_at = clock_day_start(out->open_day);
    out->closes_at = clock_day_start(out->close_day + 1);
    out->count = (size_t)(out->close_day - out->open_day) + 1;
    out->days = mem_array(m, out->count, sizeof *out->days);
    int number = 0;
    for (size_t i = 0; i < out->count; i++) {
        struct period_day *d = &out->days[i];
        struct fail unknown = { .kind = FAIL_NONE };
        d->day = out->open_day + (day)i;
        d->known = calendar_is_workday(c, d->day, &d->workday, &unknown);
        out->known &= d->known;
        out->workdays += d->known && d->workday;
        bool counts = in->by_workdays ? d->workday && (i > 0 || in->count_first) : true;
        d->number = counts ? ++number : 0;
    }
    write_rule(in, out);
    return true;
}
