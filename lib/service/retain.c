/* retain: see retain.h. */
#include "retain.h"

#include "attachment.h"
#include "conf.h"
#include "log.h"
#include "rate.h"
#include "reported.h"
#include "sms_day.h"
#include "unsent.h"

#define UNMATCHED_DAYS 90
#define HOUR 3600
#define DAY (24 * HOUR)

/* As long as the rule that counts them looks back; sign-in keeps its own house (login_backoff.c). */
static const struct { const char *class; int64_t seconds; } remembered[] = {
    { "public-send", HOUR }, { "public-upload", HOUR }, { "public-lookup", HOUR }, { "union-send", HOUR }, { "union-upload", HOUR },
    { "union-code", DAY }, { "union-code-source", DAY },
    { "union-code-asker", DAY }, { "union-code-new", DAY }, { "union-known", 30 * DAY }, { "staff-send", HOUR }, { "staff-upload", HOUR }, { "staff-pass", HOUR },
    { "public-slow", HOUR }, { "trial", HOUR }, { "trial_to", HOUR }, { "reset-digits", 2 * DAY },
};

bool retain_sweep(struct db *db, bool *more, struct fail *f)
{
    uint64_t gone = 0;
    if (!attachment_sweep(db, conf_number("objection.draft_hours"), &gone, f))
        return false;
    if (gone > 0)
        log_line(LOG_INFO, "%llu files of forms that nobody sent are gone", (unsigned long long)gone);
    *more = gone > 0;
    if (!unsent_sweep(db, &gone, f))
        return false;
    *more |= gone > 0;
    if (!reported_sweep(db, UNMATCHED_DAYS, &gone, f))
        return false;
    *more |= gone > 0;
    if (!sms_day_sweep(db, f))
        return false;
    for (size_t i = 0; i < sizeof remembered / sizeof remembered[0]; i++)
        if (!rate_sweep(db, remembered[i].class, remembered[i].seconds, f))
            return false;
    return true;
}
