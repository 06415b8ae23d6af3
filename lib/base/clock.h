/* clock: instants and dates as values. An instant is int64_t microseconds since 1970 UTC, a day is
 * int32_t days since 1970-01-01. Beijing is UTC+8 without summer time. What time it *is* for a service
 * comes from the database (store/db.h); clock_now is for logs, time-outs and sleeping only. */
#ifndef GS_BASE_CLOCK_H
#define GS_BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CLOCK_SECOND INT64_C(1000000)
#define CLOCK_MINUTE (60 * CLOCK_SECOND)
#define CLOCK_HOUR (60 * CLOCK_MINUTE)
#define CLOCK_DAY (24 * CLOCK_HOUR)

typedef int64_t instant; /* microseconds since the epoch, UTC */
typedef int32_t day;     /* days since 1970-01-01 */

struct civil { int year, month, mday, hour, minute, second, micro; };

instant clock_now(void);          /* wall clock of this machine */
int64_t clock_monotonic(void);    /* microseconds; never goes back */
void clock_sleep(int64_t micros); /* to the end, whatever signals come */

struct civil clock_beijing(instant t);
instant clock_from_beijing(const struct civil *c);
day clock_day_beijing(instant t);       /* the Beijing date at t */
instant clock_day_start(day d);         /* 00:00 Beijing of that date */
struct civil clock_day_civil(day d);
bool clock_day_from_ymd(int year, int month, int mday, day *out); /* false: no such date */
int clock_weekday(day d);               /* 0 Monday … 6 Sunday */

#define CLOCK_TEXT 40
/* "2026-11-24 08:05:03.000001" (UTC, as MariaDB writes it) and back. */
void clock_to_sql(instant t, char out[CLOCK_TEXT]);
bool clock_from_sql(const char *text, instant *out);
/* "Tue, 24 Nov 2026 08:05:03 GMT", as HTTP writes it. */
void clock_to_http(instant t, char out[CLOCK_TEXT]);
/* "2026-11-24T16:05:03+08:00" */
void clock_to_iso_beijing(instant t, char out[CLOCK_TEXT]);
/* "2026-11-24" and back; strict. */
void clock_day_to_text(day d, char out[CLOCK_TEXT]);
bool clock_day_from_text(const char *text, day *out);
/* "2026年4月30日" */
void clock_day_to_hanzi(day d, char out[CLOCK_TEXT]);

#endif
