/* calendar: see calendar.h. */
#include "calendar.h"

#include <stdlib.h>
#include <string.h>

#include "scan.h"

const char *calendar_kind_word(enum calendar_kind kind)
{
    static const char *const WORDS[CALENDAR_KIND__MAX] = { "UNKNOWN", "WORKDAY", "MAKE_UP", "WEEKEND", "HOLIDAY" };
    return WORDS[kind];
}

const char *calendar_mark_word(enum calendar_mark mark)
{
    static const char *const WORDS[CALENDAR_MARK__MAX] = { "COUNTED", "OFF", "FIRST_DAY", "LATE", "PAUSED", "PUT_OFF" };
    return WORDS[mark];
}

/* ---- a day by itself ---- */

static int by_day(const void *key, const void *item)
{
    day d = *(const day *)key, of = ((const struct calendar_exception *)item)->day;
    return (d > of) - (d < of);
}

static const struct calendar_plan *plan_of(const struct calendar *c, int year)
{
    for (size_t i = 0; i < c->plan_count; i++)
        if (c->plans[i].year == year)
            return &c->plans[i];
    return NULL;
}

static bool works(const struct calendar_day *d) { return d->kind == CALENDAR_WORKDAY || d->kind == CALENDAR_MAKE_UP; }

struct calendar_day calendar_look(const struct calendar *c, day d)
{
    struct calendar_day out = { .day = d };
    if (d < c->first || d > c->last)
        return out;
    const struct calendar_exception *e =
        c->count > 0 ? bsearch(&d, c->days, c->count, sizeof *c->days, by_day) : NULL;
    if (e != NULL)
        out.kind = e->off ? CALENDAR_HOLIDAY : CALENDAR_MAKE_UP;
    else
        out.kind = clock_weekday(d) < 5 ? CALENDAR_WORKDAY : CALENDAR_WEEKEND;
    out.mark = works(&out) ? CALENDAR_COUNTED : CALENDAR_OFF;
    out.name = e != NULL ? e->name : NULL;
    out.plan = plan_of(c, e != NULL ? e->year : clock_day_civil(d).year);
    return out;
}

static bool look(const struct calendar *c, day d, struct calendar_day *out, struct fail *f)
{
    *out = calendar_look(c, d);
    if (out->kind != CALENDAR_UNKNOWN)
        return true;
    int year = clock_day_civil(d).year;
    fail_set(f, FAIL_CONFLICT, "calendar_missing", "%d", year);
    f->number = year;
    return false;
}

bool calendar_is_workday(const struct calendar *c, day d, bool *out, struct fail *f)
{
    struct calendar_day one;
    if (!look(c, d, &one, f))
        return false;
    *out = works(&one);
    return true;
}

/* ---- counting ---- */

struct counting {
    const struct calendar_rule *rule;
    struct mem *m;
    struct calendar_derivation *out;
    bool waiting;   /* what came after hours has not arrived yet */
    bool done;
    int number;     /* counted so far */
    size_t room;
};

/* The plans of a calendar stand in a row, so that those of some days do too. */
static void rest_on(struct calendar_derivation *out, const struct calendar_plan *plan)
{
    if (plan == NULL)
        return;
    if (out->plan_count == 0)
        out->plans = plan;
    const struct calendar_plan *end = out->plans + (out->plan_count > 0 ? out->plan_count : 1);
    end = plan >= end ? plan + 1 : end;
    out->plans = plan < out->plans ? plan : out->plans;
    out->plan_count = (size_t)(end - out->plans);
}

static void keep(struct counting *k, const struct calendar_day *one)
{
    struct calendar_derivation *out = k->out;
    rest_on(out, one->plan);
    if (k->m == NULL)
        return;
    if (out->count == k->room) {
        size_t more = k->room > 0 ? k->room * 2 : 32;
        out->days = mem_resize(k->m, out->days, k->room * sizeof *out->days, more * sizeof *out->days);
        k->room = more;
    }
    out->days[out->count++] = *one;
}

/* Whether the clock stands still on `d`; *open: without an end. */
static bool paused(const struct calendar_rule *rule, day d, bool *open)
{
    bool is = false;
    *open = false;
    for (size_t i = 0; i < rule->pause_count; i++) {
        const struct calendar_pause *p = &rule->pauses[i];
        is |= d >= p->from && d < p->until;
        *open |= d >= p->from && p->until == CALENDAR_STILL;
    }
    return is;
}

/* What a day is once the deadline runs. An end in calendar days that falls on a day off is put off until a working day. */
static enum calendar_mark count(struct counting *k, const struct calendar_day *one)
{
    const struct calendar_rule *rule = k->rule;
    bool in_days = rule->unit == CALENDAR_DAYS;
    if (one->day == k->out->effective && !rule->count_first && (in_days || works(one)))
        return CALENDAR_FIRST_DAY;
    if (paused(rule, one->day, &k->out->open))
        return CALENDAR_PAUSED;
    if (!in_days && !works(one))
        return CALENDAR_OFF;
    bool over = k->number == rule->n;
    k->number += !over;
    k->done = k->number == rule->n && works(one);
    return over ? CALENDAR_PUT_OFF : CALENDAR_COUNTED;
}

static enum calendar_mark judge(struct counting *k, const struct calendar_day *one)
{
    if (k->waiting && (one->day == k->out->start || !works(one)))
        return works(one) ? CALENDAR_LATE : CALENDAR_OFF;
    if (k->waiting)
        k->out->effective = one->day;
    k->waiting = false;
    return count(k, one);
}

static bool after_hours(const struct calendar_rule *rule, instant from, const struct calendar_day *first)
{
    bool has_hours = rule->cutoff_hour > 0 && rule->cutoff_hour < 24;
    return has_hours && (!works(first) || clock_beijing(from).hour >= rule->cutoff_hour);
}

bool calendar_derive(struct mem *m, const struct calendar *c, instant from, const struct calendar_rule *rule,
                     struct calendar_derivation *out, struct fail *f)
{
    day start = clock_day_beijing(from);
    struct counting k = { .rule = rule, .m = m, .out = out };
    struct calendar_day one;
    *out = (struct calendar_derivation){ .start = start, .effective = start };
    if (rule->n < 1)
        return fail_set(f, FAIL_INPUT, "calendar_span", "a period of %d days", rule->n);
    if (!look(c, start, &one, f))
        return false;
    k.waiting = after_hours(rule, from, &one);
    for (day d = start; !k.done && !out->open; d++) {
        if (!look(c, d, &one, f))
            return false;
        one.mark = judge(&k, &one);
        one.number = one.mark == CALENDAR_COUNTED ? k.number : 0;
        keep(&k, &one);
        out->last = d;
    }
    out->left = rule->n - k.number;
    return true;
}

void calendar_given(struct mem *m, const struct calendar *c, day first, day last, struct calendar_derivation *out)
{
    struct counting k = { .m = m, .out = out };
    *out = (struct calendar_derivation){ .start = first, .effective = first, .last = last };
    for (day d = first; d <= last; d++) {
        struct calendar_day one = calendar_look(c, d);
        one.mark = CALENDAR_COUNTED;
        one.number = ++k.number;
        keep(&k, &one);
    }
}

day calendar_recompute(const struct calendar *c, instant from, const struct calendar_rule *rule, day told, bool printed)
{
    struct calendar_derivation now;
    struct fail f = { .kind = FAIL_NONE };
    if (printed || !calendar_derive(NULL, c, from, rule, &now, &f) || now.open)
        return told;
    return now.last > told ? now.last : told;
}

/* ---- the words of a rule ---- */

/* Goes behind the first of `words` that stands at *at; its place among them, or `count`. */
static size_t skip(const char **at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(*at, words[i], strlen(words[i])) == 0) {
            *at += strlen(words[i]);
            return i;
        }
    return count;
}

bool calendar_rule_read(const char *words, day *from, struct calendar_rule *out)
{
    static const char *const BEGINS[] = { " 起 ", " 恢复计时，余 " }, *const UNITS[] = { " 个工作日", " 日" };
    char date[11] = "", number[5] = "";
    int64_t n;
    if (words == NULL || strlen(words) < sizeof date)
        return false;
    memcpy(date, words, sizeof date - 1);
    const char *at = words + sizeof date - 1;
    bool begins = skip(&at, BEGINS, 2) < 2;
    size_t digits = strspn(at, "0123456789");
    if (!begins || digits >= sizeof number || !clock_day_from_text(date, from))
        return false;
    memcpy(number, at, digits);
    at += digits;
    size_t unit = skip(&at, UNITS, 2);
    *out = (struct calendar_rule){ .unit = unit == 0 ? CALENDAR_WORKDAYS : CALENDAR_DAYS };
    if (unit == 2 || !scan_i64(number, 1, 9999, &n))
        return false;
    out->n = (int)n;
    return true;
}

/* ---- bare counting ---- */

bool calendar_period(const struct calendar *c, day start, int n, bool count_first, day *last, struct fail *f)
{
    struct calendar_rule rule = { .n = n, .unit = CALENDAR_WORKDAYS, .count_first = count_first };
    struct calendar_derivation d;
    if (!calendar_derive(NULL, c, clock_day_start(start), &rule, &d, f))
        return false;
    *last = d.last;
    return true;
}

bool calendar_after(const struct calendar *c, day from, int n, day *out, struct fail *f)
{
    return calendar_period(c, from, n, false, out, f);
}

bool calendar_between(const struct calendar *c, day from, day to, int *out, struct fail *f)
{
    int n = 0;
    for (day d = from + 1; d <= to; d++) {
        bool worked;
        if (!calendar_is_workday(c, d, &worked, f))
            return false;
        n += worked;
    }
    *out = n;
    return true;
}
