/* period: see period.h. */
#include "period.h"

#include <stdio.h>
#include <string.h>

#include "scan.h"

#define USUAL_DAYS 7 /* as long as five working days usually last */

static bool by_workdays(struct mem *m, const struct calendar *c, const struct period_in *in, struct period *out, struct fail *f)
{
    struct calendar_rule rule = { .n = in->workdays, .unit = CALENDAR_WORKDAYS, .count_first = in->count_first };
    if (in->workdays < 1 || in->workdays > PERIOD_MAX_WORKDAYS)
        return fail_field(f, "workdays", "period_long");
    if (calendar_derive(m, c, clock_day_start(in->open_day), &rule, &out->days, f))
        return true;
    f->kind = FAIL_INPUT;
    snprintf(f->field, sizeof f->field, "open_day");
    return false;
}

static bool by_last_day(struct mem *m, const struct calendar *c, const struct period_in *in, struct period *out, struct fail *f)
{
    if (in->last_day < in->open_day)
        return fail_field(f, "last_day", "period_backwards");
    if (in->last_day - in->open_day >= PERIOD_MAX_DAYS)
        return fail_field(f, "last_day", "period_long");
    calendar_given(m, c, in->open_day, in->last_day, &out->days);
    return true;
}

void period_usual(const struct calendar *c, day open_day, struct period_in *out)
{
    struct fail missing = { .kind = FAIL_NONE };
    *out = (struct period_in){ .open_day = open_day, .by_workdays = true, .workdays = PERIOD_WORKDAYS, .count_first = true };
    if (calendar_period(c, open_day, PERIOD_WORKDAYS, true, &out->last_day, &missing))
        return;
    out->by_workdays = false;
    out->last_day = open_day + USUAL_DAYS - 1;
    if (c->first <= open_day && open_day <= c->last && c->last < out->last_day)
        out->last_day = c->last;
}

#define BY_WORKDAYS " 个工作日，首日"
#define COUNTED "计入"
#define NOT_COUNTED "不计入"

static void write_rule(const struct period_in *in, struct period *out)
{
    if (in->by_workdays)
        snprintf(out->rule, sizeof out->rule, "%d" BY_WORKDAYS "%s", in->workdays, in->count_first ? COUNTED : NOT_COUNTED);
    else
        snprintf(out->rule, sizeof out->rule, "%zu 个自然日，首日计入", out->days.count);
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
    if (!(in->by_workdays ? by_workdays : by_last_day)(m, c, in, out, f))
        return false;
    out->close_day = out->days.last;
    out->opens_at = clock_day_start(out->open_day);
    out->closes_at = clock_day_start(out->close_day + 1);
    for (size_t i = 0; i < out->days.count; i++) {
        enum calendar_kind kind = out->days.days[i].kind;
        out->known &= kind != CALENDAR_UNKNOWN;
        out->workdays += kind == CALENDAR_WORKDAY || kind == CALENDAR_MAKE_UP;
    }
    write_rule(in, out);
    return true;
}

bool period_explain(struct mem *m, const struct calendar *c, day open_day, day close_day, const char *rule, struct calendar_derivation *out)
{
    struct period_in in = { .open_day = open_day, .last_day = close_day };
    struct period p;
    struct fail f = { .kind = FAIL_NONE };
    period_rule_read(rule, &in);
    if (!period_compute(m, c, &in, &p, &f) || p.close_day != close_day)
        return false;
    *out = p.days;
    return true;
}
