/* term: see term.h. */
#include "term.h"

#include <stddef.h>
#include <string.h>

static const struct term_row rows[TERM__MAX] = {
    [TERM_ENTRY] = { "ENTRY", "deadline.entry_workdays", true, 1 },
    [TERM_IDENTITY] = { "IDENTITY", "deadline.identity_workdays", true, 1 },
    [TERM_REVIEW] = { "REVIEW", "deadline.review_workdays", true, 3 },
    [TERM_SUPPLEMENT] = { "SUPPLEMENT", "deadline.supplement_workdays", true, 5 },
    [TERM_INVESTIGATE] = { "INVESTIGATE", "deadline.investigate_workdays", true, 15 },
    [TERM_EXTENSION] = { "EXTENSION", "deadline.extension_workdays", true, 15 },
    [TERM_DECIDE] = { "DECIDE", "deadline.decide_workdays", true, 5 },
    [TERM_NOTIFY] = { "NOTIFY", "deadline.notify_workdays", true, 5 },
    [TERM_APPEAL] = { "APPEAL", "deadline.appeal_days", false, 15 },
    [TERM_REDECIDE] = { "REDECIDE", "deadline.redecide_days", false, 30 },
    [TERM_CLUE] = { "CLUE", "deadline.clue_days", false, 15 },
    [TERM_ASSIST] = { "ASSIST", "deadline.assist_workdays", true, 5 },
    [TERM_ASSIST_MORE] = { "ASSIST_MORE", "deadline.assist_more_workdays", true, 5 },
};

const struct term_row *term_find(enum term t)
{
    return (unsigned)t < TERM__MAX && rows[t].word ? &rows[t] : NULL;
}

bool term_read(const char *word, enum term *out)
{
    for (unsigned t = 0; t < TERM__MAX; t++)
        if (rows[t].word && strcmp(rows[t].word, word) == 0) {
            *out = (enum term)t;
            return true;
        }
    return false;
}
