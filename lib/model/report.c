/* report: words and rules; reading is in report_read.c. */
#include "report.h"

#include <string.h>

#include "scan.h"
#include "word.h"

static const char *const sources[] = { "ALIYUN", "TENCENT", "MAIL" };
static const char *const verdicts[] = { "UNREADABLE", "DELAYED", "UNDELIVERED", "DELIVERED" };

const char *report_source_word(enum report_source source) { return sources[source]; }
const char *report_verdict_word(enum report_verdict verdict) { return verdicts[verdict]; }

bool report_source_read(const char *word, enum report_source *out)
{
    unsigned at;
    if (!word_read(sources, REPORT_SOURCE__MAX, word, &at))
        return false;
    *out = (enum report_source)at;
    return true;
}

bool report_verdict_read(const char *word, enum report_verdict *out)
{
    unsigned at;
    if (!word_read(verdicts, REPORT_VERDICT__MAX, word, &at))
        return false;
    *out = (enum report_verdict)at;
    return true;
}

static bool same_number(const char *a, const char *b)
{
    char one[12], two[12];
    return scan_mobile(a, one) && scan_mobile(b, two) && strcmp(one, two) == 0;
}

const char *report_misfit(const struct report *r, const struct report_about *about)
{
    if (about->sms != (r->source != REPORT_MAIL))
        return "other_channel";
    if (r->source == REPORT_MAIL)
        return NULL; /* the tag in the envelope address is ours */
    if (!about->by_this)
        return "other_gateway";
    return about->to != NULL && same_number(r->to, about->to) ? NULL : "other_number";
}

bool report_says_more(enum report_verdict known, enum report_verdict said)
{
    return said > known;
}

/* Gateways say whole seconds. */
instant report_instant(instant said, instant handed_over, instant now)
{
    if (said + CLOCK_SECOND <= handed_over || said > now)
        return now;
    return said > handed_over ? said : handed_over;
}
