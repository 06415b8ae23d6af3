/* report_note: finds the message of each report that came and notes what it says. An uncertain message is settled by it; one that did not
 * arrive goes on to somebody else in the same transaction. What belongs to nothing is looked for again for a quarter of an hour, because
 * a report may be faster than our own note of the sending, and is then kept with the reason. */
#ifndef GS_SERVICE_REPORT_NOTE_H
#define GS_SERVICE_REPORT_NOTE_H

#include "db.h"
#include "report.h"
#include "seal.h"

struct report_hands {
    void *ctx;
    const char *(*driver)(enum report_source source); /* the name that stands with its attempts */
    /* The message that an envelope address was made for (lib/notify/verp.h). */
    bool (*message_of)(void *ctx, const char *address, int64_t *outbox_id);
};
/* Some of what waits, a transaction each; *more: there may be more at once. */
bool report_note(struct db *db, const struct seal_pair *notify_key, const struct report_hands *hands, bool *more, struct fail *f);

#endif
