/* clock: the civil calendar (proleptic Gregorian) by integer arithmetic, without the C library's time zones. */
#include "clock.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define BEIJING (8 * CLOCK_HOUR)
#define YEAR_MIN 1
#define YEAR_MAX 9999

static int64_t now_of(clockid_t id)
{
    struct timespec t;
    clock_gettime(id, &t);
    return (int64_t)t.tv_sec * CLOCK_SECOND + t.tv_nsec / 1000;
}

instant clock_now(void)
{
    return now_of(CLOCK_REALTIME);
}

int64_t clock_monotonic(void)
{
    return now_of(CLOCK_MONOTONIC);
}

void clock_sleep(int64_t micros)
{
    if (micros <= 0)
        return;
    int64_t end = clock_monotonic() + micros;
    struct timespec until = {.tv_sec = (time_t)(end / CLOCK_SECOND), .tv_nsec = (long)(end % CLOCK_SECOND) * 1000};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR)
        continue;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

/* Days of a date; months run March … February, so that the leap day comes last. */
static day days_of(int year, int month, int mday)
{
    int64_t y = month <= 2 ? (int64_t)year - 1 : year;
    int64_t era = floor_div(y, 400);
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;
    return (day)(era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468);
}

struct civil clock_day_civil(day d)
{
    int64_t z = (int64_t)d + 719468;
    int64_t era = floor_div(z, 146097);
    int64_t of_era = z - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153;
    struct civil c = {.month = (int)(m < 10 ? m + 3 : m - 9), .mday = (int)(of_year - (153 * m + 2) / 5 + 1)};
    c.year = (int)(y + era * 400 + (c.month <= 2 ? 1 : 0));
    return c;
}

bool clock_day_from_ymd(int year, int month, int mday, day *out)
{
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || mday < 1 || mday > 31)
        return false;
    day d = days_of(year, month, mday);
    if (clock_day_civil(d).month != month)
        return false;
    *out = d;
    return true;
}

static struct civil civil_of(instant t)
{
    int64_t days = floor_div(t, CLOCK_DAY);
    int64_t rest = t - days * CLOCK_DAY;
    struct civil c = clock_day_civil((day)days);
    c.hour = (int)(rest / CLOCK_HOUR);
    c.minute = (int)(rest / CLOCK_MINUTE % 60);
    c.second = (int)(rest / CLOCK_SECOND % 60);
    c.micro = (int)(rest % CLOCK_SECOND);
    return c;
}

static instant instant_of(const struct civil *c)
{
    return days_of(c->year, c->month, c->mday) * CLOCK_DAY + c->hour * CLOCK_HOUR + c->minute * CLOCK_MINUTE +
           c->second * CLOCK_SECOND + c->micro;
}

struct civil clock_beijing(instant t)
{
    return civil_of(t + BEIJING);
}

instant clock_from_beijing(const struct civil *c)
{
    return instant_of(c) - BEIJING;
}

day clock_day_beijing(instant t)
{
    return (day)floor_div(t + BEIJING, CLOCK_DAY);
}

instant clock_day_start(day d)
{
    return d * CLOCK_DAY - BEIJING;
}

int clock_weekday(day d)
{
    /* 1970-01-01 was a Thursday. */
    int64_t w = ((int64_t)d + 3) % 7;
    return (int)(w < 0 ? w + 7 : w);
}

void clock_to_sql(instant t, char out[CLOCK_TEXT])
{
    struct civil c = civil_of(t);
    snprintf(out, CLOCK_TEXT, "%04d-%02d-%02d %02d:%02d:%02d.%06d", c.year, c.month, c.mday, c.hour, c.minute, c.second,
             c.micro);
}

/* Exactly `n` digits at `at`; -1 if not. Stops at the NUL. */
static int number_at(const char *at, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (at[i] < '0' || at[i] > '9')
            return -1;
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

/* The date that the first ten bytes are. */
static bool date_at(const char *text, day *out)
{
    int year = number_at(text, 4);
    if (year < 0 || text[4] != '-')
        return false;
    int month = number_at(text + 5, 2);
    if (month < 0 || text[7] != '-')
        return false;
    int mday = number_at(text + 8, 2);
    return mday >= 0 && clock_day_from_ymd(year, month, mday, out);
}

bool clock_from_sql(const char *text, instant *out)
{
    day d;
    size_t n = strlen(text);
    if (n < 19 || n > 26 || n == 20 || !date_at(text, &d) || text[10] != ' ' || text[13] != ':' || text[16] != ':')
        return false;
    int hour = number_at(text + 11, 2), minute = number_at(text + 14, 2), second = number_at(text + 17, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return false;
    int micro = 0;
    if (n > 19) {
        int places = (int)n - 20;
        micro = number_at(text + 20, places);
        if (text[19] != '.' || micro < 0)
            return false;
        for (; places < 6; places++)
            micro *= 10;
    }
    *out = d * CLOCK_DAY + hour * CLOCK_HOUR + minute * CLOCK_MINUTE + second * CLOCK_SECOND + micro;
    return true;
}

void clock_to_iso_beijing(instant t, char out[CLOCK_TEXT])
{
    struct civil c = clock_beijing(t);
    snprintf(out, CLOCK_TEXT, "%04d-%02d-%02dT%02d:%02d:%02d+08:00", c.year, c.month, c.mday, c.hour, c.minute,
             c.second);
}

void clock_to_http(instant t, char out[CLOCK_TEXT])
{
    static const char DAYS[][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    static const char MONTHS[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    instant there = t - 8 * CLOCK_HOUR; /* whose Beijing is this Greenwich */
    struct civil c = clock_beijing(there);
    snprintf(out, CLOCK_TEXT, "%s, %02d %s %04d %02d:%02d:%02d GMT", DAYS[clock_weekday(clock_day_beijing(there))], c.mday,
             MONTHS[c.month - 1], c.year, c.hour, c.minute, c.second);
}

void clock_day_to_text(day d, char out[CLOCK_TEXT])
{
    struct civil c = clock_day_civil(d);
    snprintf(out, CLOCK_TEXT, "%04d-%02d-%02d", c.year, c.month, c.mday);
}

void clock_day_to_hanzi(day d, char out[CLOCK_TEXT])
{
    struct civil c = clock_day_civil(d);
    snprintf(out, CLOCK_TEXT, "%d年%d月%d日", c.year, c.month, c.mday);
}

bool clock_day_from_text(const char *text, day *out)
{
    return strlen(text) == 10 && date_at(text, out);
}
