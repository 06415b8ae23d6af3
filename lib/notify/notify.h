/* notify: drivers that hand one message to the outside, behind one struct of functions, and what came of it. Knows neither the
 * database nor the outbox. A driver of mail or files blocks until it knows or its time-outs end; one of an SMS gateway writes a request and reads
 * its answer, so that many can be under way at once (flight.h). None opens a second way out by itself. */
#ifndef GS_NOTIFY_NOTIFY_H
#define GS_NOTIFY_NOTIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"
#include "fail.h"
#include "mem.h"
#include "message.h"

enum notify_outcome {
    NOTIFY_SENT,      /* the other side has taken it over */
    NOTIFY_LATER,     /* not now: try again */
    NOTIFY_NEVER,     /* this message will not go this way */
    NOTIFY_UNCERTAIN, /* handed over and no answer came: it may have gone */
    NOTIFY_ALARM,     /* our settings or our account are wrong: it waits for the operator to mend them */
    NOTIFY_OUTCOME__MAX
};
const char *notify_outcome_word(enum notify_outcome o); /* "SENT" … */

struct notify_message {
    const char *to;         /* a mailbox or a mobile number, checked again by the driver */
    const char *to_name;    /* may be NULL */
    const char *sender;     /* mail: the address on the envelope; NULL: the setting mail.from */
    const char *subject;    /* mail */
    const char *lang;       /* of its words: "zh-CN", "en"; NULL: zh-CN */
    const char *text;       /* what a person reads; UTF-8, lines end with \n */
    const char *event;      /* "notice_published": picks a gateway's template */
    const char *params;     /* JSON object of all its values, texts: a gateway gets those of its template (gateway_template) */
    const char *gateway;    /* the templates at gateways, as lib/model/wording.h has them; NULL or without a line of the driver's: the settings */
    const char *message_id; /* a random word, the same at every attempt: Message-ID (before the @) or OutId */
    instant now;
    instant before;         /* when the attempt before began, of one that may have gone; 0: there was none */
};
struct notify_result {
    enum notify_outcome outcome;
    bool way_failed; /* it speaks of the way, not of this message: another way may do */
    char detail[160]; /* reply code and words of the other side, cleaned; no address, no text */
    char gateway_id[64]; /* what the other side calls the message that it took; "" if it did not say */
};

struct gateway_request;
struct gateway_answer;

/* A question to a gateway: false with a result if there is nothing to send. */
typedef bool notify_write(struct mem *m, const struct notify_message *msg, struct gateway_request *out, struct notify_result *result);
typedef void notify_read(struct mem *m, const struct notify_message *msg, const struct gateway_answer *answer, struct notify_result *out);

struct notify_driver {
    const char *name;
    bool (*open)(struct mem *m, struct fail *f); /* reads its settings; once at start */
    void (*send)(struct mem *m, const struct notify_message *msg, struct notify_result *out); /* NULL: a gateway */
    notify_write *write;
    notify_read *read;
    /* Whether the other side has a message whose sending was uncertain: SENT yes, LATER no, UNCERTAIN it cannot say. NULL: nobody to ask. */
    notify_write *write_question;
    notify_read *read_question;
};
/* The driver named by mail.driver or sms.driver; NULL if there is none of that name for the channel. */
const struct notify_driver *notify_driver_find(enum message_channel channel, const char *name);

/* Notes what the other side calls the message; NULL, or a name that is longer or holds other than plain signs, is left out. */
void notify_name(struct notify_result *out, const char *gateway_id);
/* Fills a result; `detail` is cut and stripped of control bytes. ALARM is always the way's. */
void notify_say(struct notify_result *out, enum notify_outcome outcome, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
