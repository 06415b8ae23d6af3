/* publish_check: what must stand and what should be looked at before a notice goes out. */
#include <string.h>

#include "publish.h"
#include "roster.h"

#define SIGNED_EARLY_DAYS 30 /* a date of signature so long before the first day is likely to be a misprint (domain.md 1.1 D) */
#define FINDINGS_MAX 2048    /* every union may be one */

static const char *const words[PUBLISH_CHECK__MAX] = {
    [PUBLISH_NO_TITLE] = "no_title", [PUBLISH_NO_BODY] = "no_body", [PUBLISH_NO_PEOPLE] = "no_people", [PUBLISH_NO_PERIOD] = "no_period",
    [PUBLISH_PERIOD_PAST] = "period_past", [PUBLISH_NO_HANDLING] = "no_handling", [PUBLISH_NO_SUPERVISION] = "no_supervision",
    [PUBLISH_NO_SIGNATURE] = "no_signature", [PUBLISH_SIGNED_LATE] = "signed_late", [PUBLISH_UNION_MUTE] = "union_mute",
    [PUBLISH_SIGNED_EARLY] = "signed_early", [PUBLISH_PERIOD_SHORT] = "period_short", [PUBLISH_PERIOD_UNKNOWN] = "period_unknown",
    [PUBLISH_UNION_RETIRED] = "union_retired", [PUBLISH_QUOTA_CRAFTSMEN] = "quota_craftsmen",
    [PUBLISH_QUOTA_NOMINATIONS] = "quota_nominations",
};

const char *publish_check_word(enum publish_check check)
{
    return check < PUBLISH_CHECK__MAX ? words[check] : "";
}

static void find(struct publish_findings *out, bool wrong, enum publish_check check, int64_t one, int64_t two, const char *name)
{
    if (!wrong || out->count == FINDINGS_MAX)
        return;
    bool stop = check < PUBLISH_SIGNED_EARLY;
    out->items[out->count++] = (struct publish_finding){ check, stop, one, two, name };
    out->stops += stop;
}

static void check_words(const struct draft *d, struct publish_findings *out)
{
    const struct draft_words *w = &d->words;
    find(out, !*w->title, PUBLISH_NO_TITLE, 0, 0, NULL);
    find(out, !*w->body, PUBLISH_NO_BODY, 0, 0, NULL);
    find(out, !*w->handling_office || !*w->handling_phone, PUBLISH_NO_HANDLING, 0, 0, NULL);
    find(out, !*w->supervision_office || !*w->supervision_phone, PUBLISH_NO_SUPERVISION, 0, 0, NULL);
    find(out, !*w->signed_by || !w->has_signed_day, PUBLISH_NO_SIGNATURE, 0, 0, NULL);
}

static void check_period(const struct draft *d, day today, struct publish_findings *out)
{
    const struct draft_words *w = &d->words;
    find(out, !d->has_period, PUBLISH_NO_PERIOD, 0, 0, NULL);
    if (!d->has_period)
        return;
    find(out, d->open_day < today, PUBLISH_PERIOD_PAST, 0, 0, NULL);
    find(out, w->has_signed_day && w->signed_day > d->open_day, PUBLISH_SIGNED_LATE, 0, 0, NULL);
    find(out, w->has_signed_day && w->signed_day < d->open_day - SIGNED_EARLY_DAYS, PUBLISH_SIGNED_EARLY, d->open_day - w->signed_day,
         0, NULL);
}

/* The days as they are printed, whichever way they were found. */
static bool check_days(struct mem *m, struct db *db, const struct draft *d, struct publish_findings *out, struct fail *f)
{
    struct workdays calendar;
    struct period period;
    struct period_in in = { .open_day = d->open_day, .last_day = d->close_day };
    if (!d->has_period)
        return true;
    if (!publish_period_look(m, db, &in, &calendar, &period, f))
        return false;
    find(out, !period.known, PUBLISH_PERIOD_UNKNOWN, 0, 0, NULL);
    find(out, period.known && period.workdays < PERIOD_WORKDAYS, PUBLISH_PERIOD_SHORT, period.workdays, PERIOD_WORKDAYS, NULL);
    return true;
}

static void check_people(const struct entries *e, struct publish_findings *out)
{
    int64_t craftsmen = 0;
    for (size_t i = 0; i < e->count; i++)
        craftsmen += strcmp(e->items[i].award, roster_award_word(ROSTER_CRAFTSMAN)) == 0;
    int64_t nominations = (int64_t)e->count - craftsmen;
    find(out, e->count == 0, PUBLISH_NO_PEOPLE, 0, 0, NULL);
    find(out, e->count > 0 && craftsmen != ROSTER_CRAFTSMEN, PUBLISH_QUOTA_CRAFTSMEN, craftsmen, ROSTER_CRAFTSMEN, NULL);
    find(out, e->count > 0 && nominations != ROSTER_NOMINATIONS, PUBLISH_QUOTA_NOMINATIONS, nominations, ROSTER_NOMINATIONS, NULL);
}

bool publish_check(struct mem *m, struct db *db, const struct draft *d, struct publish_findings *out, struct fail *f)
{
    struct entries people;
    struct entry_unions unions;
    instant now;
    if (!db_now(db, &now, f) || !entry_list(m, db, d->id, &people, f) || !entry_union_list(m, db, d->id, &unions, f))
        return false;
    *out = (struct publish_findings){ mem_array(m, FINDINGS_MAX, sizeof *out->items), 0, 0 };
    check_words(d, out);
    check_period(d, clock_day_beijing(now), out);
    if (!check_days(m, db, d, out, f))
        return false;
    check_people(&people, out);
    for (size_t i = 0; i < unions.count; i++) {
        find(out, !unions.items[i].active, PUBLISH_UNION_RETIRED, 0, 0, unions.items[i].name);
        find(out, unions.items[i].active && !unions.items[i].reachable, PUBLISH_UNION_MUTE, 0, 0, unions.items[i].name);
    }
    return true;
}
