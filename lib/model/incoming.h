/* incoming: what came by letter, call or visit, and whether it came in time: a letter counts from its postmark where one can be read. */
#ifndef GS_MODEL_INCOMING_H
#define GS_MODEL_INCOMING_H

#include <stddef.h>

#include "clock.h"
#include "fail.h"

enum incoming_channel { INCOMING_ONLINE, INCOMING_LETTER, INCOMING_CALL, INCOMING_VISIT, INCOMING_CHANNEL__MAX };
const char *incoming_word(enum incoming_channel channel); /* "LETTER" */
bool incoming_read(const char *word, enum incoming_channel *out);
#define INCOMING_CHOICES "LETTER|CALL|VISIT" /* what an officer types in */

struct incoming { enum incoming_channel channel; day received, postmark; }; /* postmark 0: none that can be read */
/* Whether the days can be: fails beside "received_day" or "postmark_day". */
bool incoming_check(const struct incoming *in, day today, struct fail *f);

struct incoming_period { day open, close; };
enum incoming_when { INCOMING_EARLY, INCOMING_IN_TIME, INCOMING_LATE };
/* By the printed periods that ever stood for the person; EARLY if none of them had begun when it came. */
enum incoming_when incoming_when(const struct incoming *in, const struct incoming_period *periods, size_t count);

#endif
