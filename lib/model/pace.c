/* pace: see pace.h. */
#include "pace.h"

#define FIRST_WAIT CLOCK_MINUTE
#define LONGEST_WAIT (4 * CLOCK_HOUR)
#define URGENT_WAIT (15 * CLOCK_SECOND)

/* Half its age, and no more than three times the wait before. */
static int64_t wait_of(int attempts, int64_t age)
{
    int64_t by_age = age / 2 > FIRST_WAIT ? age / 2 : FIRST_WAIT, by_number = FIRST_WAIT;
    for (int i = 1; i < attempts && by_number < LONGEST_WAIT; i++)
        by_number *= 3;
    int64_t wait = by_age < by_number ? by_age : by_number;
    return wait < LONGEST_WAIT ? wait : LONGEST_WAIT;
}

int64_t pace_retry_after(const struct message_row *kind, int attempts, int64_t age_micros, uint32_t random)
{
    int64_t wait = kind->urgent ? URGENT_WAIT : wait_of(attempts, age_micros);
    int64_t fifth = wait / 5;
    wait += (int64_t)(random % 10001) * fifth / 5000 - fifth;
    return pace_too_old(kind, age_micros + wait) ? -1 : wait;
}

bool pace_too_old(const struct message_row *kind, int64_t age_micros)
{
    return age_micros > kind->age;
}

bool pace_stale(const struct message_row *kind, int64_t age_micros)
{
    return kind->urgent && age_micros >= kind->age;
}

/* From `at` on, which may be any instant of a day. */
static bool opens(const struct message_row *kind, const struct calendar *days, struct pace_hours hours, instant at, instant *out,
                  struct fail *f)
{
    day d = clock_day_beijing(at);
    bool work = true;
    if (at >= clock_day_start(d) + hours.until * CLOCK_HOUR)
        d++;
    if (kind->when == MESSAGE_ON_WORKDAYS && !calendar_is_workday(days, d, &work, f))
        return false;
    while (!work)
        if (!calendar_is_workday(days, ++d, &work, f))
            return false;
    instant from = clock_day_start(d) + hours.from * CLOCK_HOUR;
    *out = at > from ? at : from;
    return true;
}

bool pace_opens(const struct message_row *kind, const struct calendar *days, struct pace_hours hours, instant now, instant *out, struct fail *f)
{
    *out = now;
    return kind->when == MESSAGE_AT_ONCE || opens(kind, days, hours, now, out, f);
}

bool pace_tomorrow(const struct message_row *kind, const struct calendar *days, struct pace_hours hours, instant now, instant *out,
                   struct fail *f)
{
    return opens(kind, days, hours, clock_day_start(clock_day_beijing(now) + 1), out, f);
}

static bool is_over(struct pace_count c)
{
    return c.ceiling > 0 && c.sent + c.waiting > c.ceiling;
}

enum pace_verdict pace_judge(struct pace_count number, struct pace_count kind)
{
    if (number.ceiling > 0 && number.sent >= number.ceiling)
        return PACE_TOMORROW;
    return is_over(number) || is_over(kind) ? PACE_GATHER : PACE_GO;
}
