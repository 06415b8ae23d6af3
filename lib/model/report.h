/* report: what a gateway or a mail server says later of a message that was handed over: delivered, not delivered, delayed. Reading what it
 * sent, and the rules by which a report belongs to a message and changes what is known of it. Whoever knows the address can send one: a
 * report is believed as far as it names what only the other side was told. */
#ifndef GS_MODEL_REPORT_H
#define GS_MODEL_REPORT_H

#include "clock.h"
#include "fail.h"
#include "mem.h"

enum report_source { REPORT_ALIYUN, REPORT_TENCENT, REPORT_MAIL, REPORT_SOURCE__MAX };
/* In the order in which one takes the place of another. */
enum report_verdict { REPORT_UNREADABLE, REPORT_DELAYED, REPORT_UNDELIVERED, REPORT_DELIVERED, REPORT_VERDICT__MAX };

enum { REPORT_ID_MAX = 100, REPORT_CODE_MAX = 64, REPORT_RAW_MAX = 2000, REPORT_ELEMENTS_MAX = 1000 };

struct report {
    enum report_source source;
    enum report_verdict verdict;
    const char *gateway_id; /* what the gateway called the message when it took it; "": not said */
    const char *message_id; /* what we called it (OutId); of a mail the envelope address it came back to; "": not said */
    const char *to;         /* the number; secret; "": not said */
    const char *code;       /* the other side's word: "DELIVERED", "5.1.1" */
    instant said_at;        /* when it was so, as the other side says; 0: not said */
    const char *raw;        /* what came, cut; secret */
};

/* "ALIYUN" … and "DELIVERED" …: the words stored. */
const char *report_source_word(enum report_source source);
const char *report_verdict_word(enum report_verdict verdict);
bool report_source_read(const char *word, enum report_source *out);
bool report_verdict_read(const char *word, enum report_verdict *out);

/* A call of Aliyun (SmsReport) or Tencent: a JSON array of at most REPORT_ELEMENTS_MAX; FAIL_INPUT "request_broken" for anything else. An
 * element that lacks what a report needs is UNREADABLE, with raw alone. */
bool report_read(struct mem *m, enum report_source source, const void *bytes, size_t n, struct report **out, size_t *count, struct fail *f);

/* What the ids of a report lead to. */
struct report_about {
    bool sms;
    bool by_this;   /* an attempt by the gateway that reports */
    const char *to; /* the number of that message; NULL: not known any more */
};
/* NULL if the report may be of that message, or why not: "other_channel", "other_gateway", "other_number". */
const char *report_misfit(const struct report *r, const struct report_about *about);
/* Whether it says more than what is known; UNREADABLE stands for nothing. */
bool report_says_more(enum report_verdict known, enum report_verdict said);
/* The instant that counts: what the other side says if that lies between the handing over and now, else now. */
instant report_instant(instant said, instant handed_over, instant now);

#endif
