/* message: the events that make messages, to whom, by which channel and how urgent: one table. Their words come with a release
 * (templates/mail/<lang>/<event>.txt, first line the subject, and templates/sms/<lang>/<event>.txt) and are kept in versions (wording.h). */
#ifndef GS_MODEL_MESSAGE_H
#define GS_MODEL_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"
#include "mem.h"

enum message_event {
    MESSAGE_NOTICE_PUBLISHED, /* union: a notice with its people stands; sign for it */
    MESSAGE_NOTICE_CORRECTED, /* union: a notice was corrected; sign for it */
    MESSAGE_NOTICE_FINAL,     /* union: the final list stands; sign for it */
    MESSAGE_ASSIST_REQUESTED, /* union: asked to check something */
    MESSAGE_ASSIST_CHANGED,   /* union: more time or not, taken back, given up */
    MESSAGE_ASSIST_REMINDER,  /* union: its answer is due in two working days, tomorrow, today */
    MESSAGE_ASSIST_OVERDUE,   /* union: its answer is late */
    MESSAGE_CASE_TOLD,        /* union: a result or an extension to be signed for */
    MESSAGE_REQUEST_LATE,     /* escalation: a union's answer is late by a working day */
    MESSAGE_OFFICE_LATE,      /* escalation: the office itself is late, with how many cases */
    MESSAGE_DIGEST,           /* union: so many pieces of news on one day that one SMS tells of all; never a mail */
    MESSAGE_UNION_CODE,       /* union: one-time code; urgent */
    MESSAGE_OBJECTION_NEWS,   /* objector: the case moved; number and fixed link only */
    MESSAGE_EVENT__MAX
};
enum message_channel { MESSAGE_EMAIL, MESSAGE_SMS, MESSAGE_CHANNEL__MAX };
enum message_lang { MESSAGE_ZH, MESSAGE_EN, MESSAGE_LANG__MAX };
/* When an SMS of it may leave: at any time, at the hours of the settings sms.window_*, or at these hours of a working day alone. */
enum message_when { MESSAGE_AT_ONCE, MESSAGE_BY_DAY, MESSAGE_ON_WORKDAYS };
#define MESSAGE_CODE_MINUTES 5 /* how long a one-time code can be used */
enum message_to { MESSAGE_TO_UNION, MESSAGE_TO_OBJECTOR, MESSAGE_TO_OFFICE /* whom the settings escalation.* name */ };

struct message_row {
    enum message_event event;
    const char *word;    /* "notice_published": stored, and stem of the templates */
    enum message_to to;
    bool urgent;         /* ahead of everything, and under ceilings of its own (service/union_login.h) */
    enum message_when when;
    int64_t age;         /* microseconds: it is not tried any longer */
    int a_day;           /* SMS of it to one number on a day, besides the settings' ceilings; 0: no other than those */
    const char *params;  /* the names of params that its templates may use, "|" between */
    const char *gateway; /* the variables of the template that stands at the SMS gateway, "|" between; "code" and "number" are not params */
};
const struct message_row *message_row(enum message_event event);
bool message_read(const char *word, enum message_event *out);
/* By the stored word; of an event that is not known any more, what holds for most. */
const struct message_row *message_kind(const char *word);
/* "zh-CN", "en". */
const char *message_lang_word(enum message_lang lang);
bool message_lang_read(const char *word, enum message_lang *out);
/* The placeholders that the words of an event may use, "|" between: its params, and what every message to such people knows. */
char *message_names(struct mem *m, enum message_event event);

#endif
