/* onward: what becomes of a message that reached nobody. A union hears by the other channel of the same contact, then by its backup contact
 * (mail, then SMS); at last it is a task for the office. Of an objector there is only the task, with the case number; a one-time code and a
 * trial are asked for anew by whoever needs them. So nothing that was to be told is dropped in silence. */
#ifndef GS_SERVICE_ONWARD_H
#define GS_SERVICE_ONWARD_H

#include "db.h"

enum onward_reason {
    ONWARD_REFUSED,     /* the other side will not take it */
    ONWARD_TOO_OLD,     /* tried for as long as its kind allows */
    ONWARD_UNCERTAIN,   /* handed over twice, and nobody knows */
    ONWARD_UNDELIVERED, /* a report says that it did not arrive */
    ONWARD_BOUNCED,     /* the mail came back */
    ONWARD_REASON__MAX
};
const char *onward_reason_word(enum onward_reason reason); /* "REFUSED" …: outbox.given_up_why */

/* Inside the transaction that ends the message or notes the report: sends it on, once; said again it does nothing. What was sent on stands
 * in outbox.given_up_*; the messages of one piece of news share outbox.origin_id. */
bool onward_failed(struct db *db, int64_t outbox_id, enum onward_reason reason, struct fail *f);
/* The same for a message whose attempt was its last: nothing if another sender has begun one since. */
bool onward_ended(struct db *db, int64_t outbox_id, int attempt, enum onward_reason reason, struct fail *f);
/* Messages that ended without having been sent on, as when a sender died: a transaction each. */
bool onward_sweep(struct mem *m, struct db *db, struct fail *f);

#endif
