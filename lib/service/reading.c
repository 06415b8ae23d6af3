/* reading: phases of a published notice. */
#include "reading.h"

#include "conf.h"

enum reading_phase reading_phase(const struct published *p, instant now)
{
    if (p->withdrawn)
        return READING_WITHDRAWN;
    if (now < p->opens_at)
        return READING_BEFORE;
    return now < p->closes_at ? READING_OPEN : READING_CLOSED;
}

instant reading_valid_until(const struct published *p, instant now)
{
    instant until = clock_day_start(clock_day_beijing(now) + 1);
    if (p->opens_at > now && p->opens_at < until)
        until = p->opens_at;
    if (p->closes_at > now && p->closes_at < until)
        until = p->closes_at;
    return until;
}

int reading_days_left(const struct published *p, instant now)
{
    day last = clock_day_beijing(p->closes_at - 1), today = clock_day_beijing(now);
    return last > today ? last - today : 0;
}

bool reading_late(const struct published *p, instant opened_at, instant now)
{
    return !p->withdrawn && opened_at < p->closes_at && now >= p->closes_at &&
           now < p->closes_at + conf_number("objection.late_minutes") * CLOCK_MINUTE;
}
