/* calendar: Chinese working days with holidays and make-up workdays (调休), and how a deadline comes about day by day. Pure: the caller
 * hands in the loaded plans. Refuses dates outside the loaded years ("calendar_missing", fail.number the year whose plan is missing);
 * never guesses. Source of the rules: Civil Code 201, 203; domain.md 1.3 and 4. */
#ifndef GS_MODEL_CALENDAR_H
#define GS_MODEL_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"
#include "fail.h"
#include "mem.h"

/* A year's plan of the State Council as it was loaded: the paper, its number ("" where it is not known), the how manieth revision. */
struct calendar_plan { int year, revision; const char *paper, *number; };
/* A day that is not what its weekday says. `year`: of the plan that says so, which may be the year after the day's own (31 December). */
struct calendar_exception { day day; bool off; int year; const char *name; };
struct calendar {
    day first, last;                        /* loaded range, both included */
    const struct calendar_exception *days;  /* sorted by day, one a day */
    size_t count;
    const struct calendar_plan *plans;      /* sorted by year, one a loaded year */
    size_t plan_count;
};

enum calendar_kind { CALENDAR_UNKNOWN, CALENDAR_WORKDAY, CALENDAR_MAKE_UP, CALENDAR_WEEKEND, CALENDAR_HOLIDAY, CALENDAR_KIND__MAX };
/* What a day is in a count: counted; a day off; the first day, which the rule leaves out; the day of what came after hours; a day on
 * which the clock stood still; a day to which an end on a day off is put off. */
enum calendar_mark { CALENDAR_COUNTED, CALENDAR_OFF, CALENDAR_FIRST_DAY, CALENDAR_LATE, CALENDAR_PAUSED, CALENDAR_PUT_OFF, CALENDAR_MARK__MAX };
const char *calendar_kind_word(enum calendar_kind kind);
const char *calendar_mark_word(enum calendar_mark mark);

struct calendar_day {
    day day;
    enum calendar_kind kind;
    enum calendar_mark mark;
    int number;                             /* the how manieth counted day; 0: not counted */
    const char *name;                       /* of the holiday or of what a make-up day makes up for; else NULL */
    const struct calendar_plan *plan;       /* the paper it rests on; NULL if none is handed in */
};

/* A day by itself, marked as counted or off; CALENDAR_UNKNOWN outside the loaded years. */
struct calendar_day calendar_look(const struct calendar *c, day d);
bool calendar_is_workday(const struct calendar *c, day d, bool *out, struct fail *f);

enum calendar_unit { CALENDAR_WORKDAYS /* 工作日 */, CALENDAR_DAYS /* 日: an end on a day off is put off to the next working day */ };
/* A clock stands still from the day on which it stops to the day before the one on which it goes on. */
#define CALENDAR_STILL INT32_MAX            /* it has not gone on yet */
struct calendar_pause { day from, until; };
struct calendar_rule {
    int n;                                  /* at least 1, else "calendar_span" */
    enum calendar_unit unit;
    bool count_first;                       /* the day itself counts; a working day of it, in working days */
    int cutoff_hour;                        /* what comes at this Beijing hour or later, or on a day off, counts as come on the next
                                             * working day; 0 or 24: there is none */
    const struct calendar_pause *pauses;    /* in any order, they may overlap */
    size_t pause_count;
};
/* The words in which a deadline of the procedure says how it was reckoned: "2026-04-24 起 5 个工作日，当日不计", "… 恢复计时，余 3 日". False if
 * they are none of these; NULL is none. */
bool calendar_rule_read(const char *words, day *from, struct calendar_rule *out);

struct calendar_derivation {
    day start, effective;                   /* when it came, and as of when that counts */
    day last;                               /* the last day of the deadline, which ends with it at 24:00; unless `open` */
    bool open;                              /* the clock stands still: there is no end yet */
    int left;                               /* days still to count, if open */
    struct calendar_day *days;              /* from the start to the last day, or to the one on which the clock stood still */
    size_t count;
    const struct calendar_plan *plans;      /* the papers that these days rest on */
    size_t plan_count;
};
/* The one way in which days are counted. With `m` NULL only the end is wanted: no `days` then. */
bool calendar_derive(struct mem *m, const struct calendar *c, instant from, const struct calendar_rule *rule,
                     struct calendar_derivation *out, struct fail *f);
/* The same shape for a period whose two ends are given: every day counts, days outside the loaded years are CALENDAR_UNKNOWN. */
void calendar_given(struct mem *m, const struct calendar *c, day first, day last, struct calendar_derivation *out);
/* Where a deadline stands that was told as `told`, when a new revision has come: a running one moves to the later of both, never
 * nearer; a printed one does not move; neither does one whose clock stands still or whose new end is beyond the loaded years. */
day calendar_recompute(const struct calendar *c, instant from, const struct calendar_rule *rule, day told, bool printed);

/* The last day of a derivation, for bare counting: of a period of `n` working days that begins on `start` … */
bool calendar_period(const struct calendar *c, day start, int n, bool count_first, day *last, struct fail *f);
/* … and the day `n` working days after `from` (from itself not counted). */
bool calendar_after(const struct calendar *c, day from, int n, day *out, struct fail *f);
/* Working days in (from, to], none if `to` is not later; for "还剩 N 个工作日". */
bool calendar_between(const struct calendar *c, day from, day to, int *out, struct fail *f);

#endif
