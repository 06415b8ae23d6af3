/* carry: the two ways out, SMS and mail: each with its driver, what is under way by it and its part of the outbox, and the order in which
 * they are worked. A mail server holds the whole process while it thinks: for many messages a process each (notifyd(8)). */
#ifndef GS_CARRY_H
#define GS_CARRY_H

#include "db.h"
#include "letter_text.h"
#include "seal.h"

enum { CARRY_SMS = 1, CARRY_MAIL = 2 };

struct carry;
/* Ends the process if a driver cannot start. */
struct carry *carry_new(struct mem *m, struct db *db, const struct seal_pair *notify_key, struct letter_text *texts, unsigned ways);
/* Settles what has landed and takes what is due (`due`: something may be; one statement says whether it is), and what senders that died had in
 * hand. *busy: there is more to do at once. */
bool carry_turn(struct carry *c, bool due, bool *busy, struct fail *f);
/* Takes nothing more unless it is due again: what is under way comes to its end. */
void carry_stop(struct carry *c);
/* Until something lands, `fd` (-1: none) can be read, or `micros` have passed. */
void carry_wait(struct carry *c, int fd, int64_t micros);
size_t carry_under_way(const struct carry *c);

#endif
