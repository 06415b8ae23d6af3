/* reading: phases of a published notice. */
#include "reading.h"

#include <string.h>

#include "conf.h"

static enum reading_phase phase_of(const struct published_period *p, instant now)
{
    if (now < p->opens_at)
        return READING_BEFORE;
    return now < p->closes_at ? READING_OPEN : READING_CLOSED;
}

/* An open one before one that is still to come, that before one that is over; among the open the one that closes last, among those to come
 * the one that opens first. */
static bool matters_more(const struct published_period *a, const struct published_period *b, instant now)
{
    static const int RANK[] = { [READING_BEFORE] = 1, [READING_OPEN] = 2, [READING_CLOSED] = 0 };
    enum reading_phase of_a = phase_of(a, now), of_b = phase_of(b, now);
    if (of_a != of_b)
        return RANK[of_a] > RANK[of_b];
    return of_a == READING_BEFORE ? a->opens_at < b->opens_at : a->closes_at > b->closes_at;
}

const struct published_period *reading_period(const struct published *p, instant now)
{
    const struct published_period *best = &p->periods[0];
    for (size_t i = 1; i < p->period_count; i++)
        if (matters_more(&p->periods[i], best, now))
            best = &p->periods[i];
    return best;
}

enum reading_phase reading_phase(const struct published *p, const struct published_period *of, instant now)
{
    return p->withdrawn ? READING_WITHDRAWN : phase_of(of, now);
}

instant reading_shown_until(const struct published *p)
{
    instant last = p->periods[0].closes_at;
    for (size_t i = 1; i < p->period_count; i++)
        last = p->periods[i].closes_at > last ? p->periods[i].closes_at : last;
    return last + conf_number("notice.shown_days") * CLOCK_DAY;
}

bool reading_is_shown(const struct published *p, instant now) { return now < reading_shown_until(p); }

bool reading_must_be_shown(const struct published *p, instant now, struct fail *f)
{
    return reading_is_shown(p, now) || fail_set(f, FAIL_MISSING, "list_taken_down", "its period is long over");
}

instant reading_valid_until(const struct published *p, instant now)
{
    instant until = clock_day_start(clock_day_beijing(now) + 1);
    for (size_t i = 0; i < p->period_count; i++) {
        const struct published_period *one = &p->periods[i];
        if (one->opens_at > now && one->opens_at < until)
            until = one->opens_at;
        if (one->closes_at > now && one->closes_at < until)
            until = one->closes_at;
    }
    return until;
}

int reading_days_left(const struct published_period *of, instant now)
{
    day last = clock_day_beijing(of->closes_at - 1), today = clock_day_beijing(now);
    return last > today ? last - today : 0;
}

bool reading_late(const struct published *p, const struct published_period *of, instant opened_at, instant now)
{
    return !p->withdrawn && opened_at < of->closes_at && now >= of->closes_at &&
           now < of->closes_at + conf_number("objection.late_minutes") * CLOCK_MINUTE;
}

bool reading_person(struct mem *m, struct db *db, const char *notice, const char *candidate, struct published *newest,
                    struct published_entry *e, bool *gone, struct fail *f)
{
    struct published *all;
    size_t count;
    if (!published_versions(db, m, notice, &all, &count, f))
        return false;
    *newest = all[0];
    for (size_t i = 0; i < count; i++) {
        *gone = i > 0;
        if (published_entry_read(db, m, all[i].version_id, candidate, e, f))
            return true;
        if (f->kind != FAIL_MISSING)
            return false;
    }
    return false;
}
