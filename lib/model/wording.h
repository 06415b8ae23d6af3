/* wording: the words of one message in one language by one way: what an officer may write and what comes with a release. A mail has a
 * subject and a text, from which both its parts are made (compose.h); an SMS has one line. The language of placeholders is
 * placeholder.h's; which of them a message knows, message.h's. */
#ifndef GS_MODEL_WORDING_H
#define GS_MODEL_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include "fail.h"
#include "mem.h"
#include "message.h"

#define WORDING_SUBJECT_MAX 100 /* characters */
#define WORDING_TEXT_MAX 3000
#define WORDING_SMS_MAX 300
#define WORDING_GATEWAY_MAX 1000

struct wording {
    enum message_event event;
    enum message_channel channel;
    enum message_lang lang;
    const char *subject; /* "" for an SMS */
    const char *text;
    const char *gateway; /* the template at each SMS gateway, a line each: "aliyun SMS_123 n=count,day=closes"; see wording_gateway */
};

/* Makes what was typed clean (NFC, line ends, blanks at the ends) and judges it: lengths, control bytes, placeholders, and words that an SMS does
 * not say. A fault stands beside "subject", "text" or "gateway"; an unknown placeholder's name goes to `name` (at least
 * PLACEHOLDER_NAME_MAX + 1 bytes), else "". */
bool wording_clean(struct mem *m, const struct wording *typed, struct wording *out, char *name, struct fail *f);

/* A file of templates/mail/<lang>/ (first line the subject, an empty line, the text) or templates/sms/<lang>/. */
bool wording_read(struct mem *m, const char *bytes, size_t n, struct wording *out, struct fail *f);

/* The template of a gateway in lines as above: its id, and which value fills which variable. False: none is written. */
struct wording_gateway { const char *id, *map; /* "n=count,day=closes", or "" for the event's own variables */ };
bool wording_gateway(struct mem *m, const char *lines, const char *driver, struct wording_gateway *out);
/* The next pair of a map: "n" and "count"; false at its end. */
bool wording_pair(struct mem *m, const char **map, const char **variable, const char **name);

#endif
