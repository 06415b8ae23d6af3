/* enqueue: puts messages into the outbox inside the caller's transaction, one row a channel and recipient under a dedupe key, and
 * pokes notifyd after the commit. The only way a message is made. */
#ifndef GS_SERVICE_ENQUEUE_H
#define GS_SERVICE_ENQUEUE_H

#include "db.h"
#include "message.h"

/* To a union's primary contact; the backup is for escalation. A union that has nobody to write to is a task for the office. E-mail due at once, SMS due at once too
 * and held by notifyd outside the window unless urgent. `key` makes the dedupe word ("letter:12"); `params` is a JSON object. */
bool enqueue_union(struct db *db, enum message_event event, int64_t union_id, const char *key, const char *params, struct fail *f);
/* To the backup contact, if there is one. */
bool enqueue_backup(struct db *db, enum message_event event, int64_t union_id, const char *key, const char *params, struct fail *f);
/* To whom the settings escalation.email and escalation.phone name; the address is sealed for notifyd. */
bool enqueue_office(struct db *db, enum message_event event, const char *key, const char *params, struct fail *f);
/* To one contact by one channel, with a one-time code sealed for notifyd (context "code:<dedupe>"). */
bool enqueue_code(struct db *db, int64_t contact_id, enum message_channel channel, const char *key, const char *code, struct fail *f);
/* To the objector if a contact was left, by objection.contact_channel: copies objection.contact_sealed, knows nothing of it. */
bool enqueue_objector(struct db *db, int64_t objection_id, const char *key, struct fail *f);
/* The same at once with the objection that comes in, whose sealed contact is still at hand: the public account may not read it back. */
bool enqueue_receipt(struct db *db, int64_t objection_id, enum message_channel channel, const void *to_sealed, size_t n, const char *key,
                     struct fail *f);
/* News that reached nobody, told again to a union's contact of a rank by one channel, under a dedupe word of the caller's; *id is the message's,
 * 0 if the contact has no such address. */
struct enqueue_again { int64_t union_id; const char *rank, *event, *params, *dedupe; enum message_channel channel; };
bool enqueue_again(struct db *db, const struct enqueue_again *in, int64_t *id, struct fail *f);
/* A version of a message tried out at an address that was typed, sealed for notifyd. */
struct enqueue_trial { enum message_event event; enum message_channel channel; int64_t template_id; const char *to, *params; };
bool enqueue_trial(struct db *db, const struct enqueue_trial *in, struct fail *f);
/* The SMS that tells a union's contact of many; *id. It counts nothing yet (store/sms_day.h). `first` is one of the messages it tells of; slug NULL:
 * none of them has a letter. */
bool enqueue_digest(struct db *db, int64_t contact_id, int64_t first, const char *slug, int64_t *id, struct fail *f);
/* After the commit: one datagram to the setting socket.poke; losing it is fine. */
void enqueue_poke(void);

#endif
