/* outbox: messages that wait to be sent. Rows are made by lib/service/enqueue.c alone, inside the transaction of what causes them;
 * leasing and outcomes are notifyd's. */
#ifndef GS_STORE_OUTBOX_H
#define GS_STORE_OUTBOX_H

#include "db.h"
#include "message.h"

struct outbox_new {
    const char *dedupe;
    const char *event;                 /* message_row()->word */
    enum message_channel channel;
    const char *params;                /* JSON object */
    const void *code_sealed;           /* NULL: none */
    size_t code_sealed_n;
    bool urgent;
    const char *message_id;
};

/* One row to a union's contact of the rank PRIMARY or BACKUP, if it has an address for the channel: *made says so. A row of the same
 * dedupe word counts as made. */
bool outbox_add_union(struct db *db, int64_t union_id, const char *rank, const struct outbox_new *row, bool *made, struct fail *f);
/* One row to one contact. */
bool outbox_add_contact(struct db *db, int64_t contact_id, const struct outbox_new *row, bool *made, struct fail *f);
/* One row to an objector by the channel that he left; row->channel is not looked at. Nothing left: nothing made. */
bool outbox_add_objector(struct db *db, int64_t objection_id, const struct outbox_new *row, bool *made, struct fail *f);
/* One row to an address that a setting names; sealed for notifyd under "office:<dedupe>". A row of the same dedupe word counts as made. */
bool outbox_add_office(struct db *db, const void *to_sealed, size_t n, const struct outbox_new *row, struct fail *f);
/* The same with a version of a message that need not be in force. */
#define OUTBOX_TRIAL "trial:" /* what the dedupe word of a trial begins with */
bool outbox_add_trial(struct db *db, const void *to_sealed, size_t n, int64_t template_id, const struct outbox_new *row, struct fail *f);
/* One row to an objector whose objection comes in with the same transaction. */
bool outbox_add_receipt(struct db *db, int64_t objection_id, const void *to_sealed, size_t n, const struct outbox_new *row,
                        struct fail *f);
/* A message that is due for so many seconds means that notifyd does not run, or that the database or a gateway holds it up. */
#define OUTBOX_LATE 120
/* The stored word of a channel. */
const char *outbox_channel_word(enum message_channel channel);

extern const struct db_table outbox_table;

#endif
