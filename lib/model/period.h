/* period: from what an officer typed to the printed days of a notice and its two instants. Pure: the calendar is handed in. */
#ifndef GS_MODEL_PERIOD_H
#define GS_MODEL_PERIOD_H

#include "calendar.h"
#include "mem.h"

#define PERIOD_WORKDAYS 5      /* the usual length (domain.md 1.3) */
#define PERIOD_MAX_WORKDAYS 60
#define PERIOD_MAX_DAYS 120
#define PERIOD_RULE 100        /* bytes of the stored rule */

struct period_in {
    day open_day;
    bool by_workdays;          /* else last_day as given */
    int workdays;
    bool count_first;          /* the first day counts if it is a working day: what printed notices do */
    day last_day;
};

struct period {
    day open_day, close_day;
    instant opens_at, closes_at;   /* [00:00 of the first day, 24:00 of the last) Beijing */
    struct calendar_derivation days; /* every day from the first to the last */
    int workdays;                  /* among them; of the days whose calendar is loaded */
    bool known;                    /* the calendar covers all of them */
    char rule[PERIOD_RULE];        /* "5 个工作日，首日计入" */
};

/* FAIL_INPUT with a field: "open_day", "workdays" or "last_day". "calendar_missing", with the year, when the count runs beyond the loaded
 * years. */
bool period_compute(struct mem *m, const struct calendar *c, const struct period_in *in, struct period *out, struct fail *f);
/* How the printed days of a period come about by its stored rule. False: this calendar gives another last day (it was revised since, or
 * does not reach there); what is printed holds all the same. */
bool period_explain(struct mem *m, const struct calendar *c, day open_day, day close_day, const char *rule, struct calendar_derivation *out);
/* The usual period from `open_day` on, where nobody is there to choose: five working days; where the calendar ends before they do, as many
 * calendar days, at most seven, as it still covers, and seven when it does not cover the first one. */
void period_usual(const struct calendar *c, day open_day, struct period_in *out);
/* Back from the stored rule to what was typed; the days themselves are stored beside it. */
void period_rule_read(const char *rule, struct period_in *out);

#endif
