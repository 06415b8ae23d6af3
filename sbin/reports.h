/* reports: notifyd's turn at what gateways and mail servers say of messages (lib/service/report_note). */
#ifndef GS_SBIN_REPORTS_H
#define GS_SBIN_REPORTS_H

#include "db.h"
#include "seal.h"
#include "secret.h"

struct reports {
    struct db *db;
    const struct seal_pair *notify_key;
    unsigned char verp_key[SECRET_KEY];
    bool more; /* than was done at once */
};
/* Ends the process if verp.key cannot be read. */
void reports_open(struct reports *r, struct db *db, const struct seal_pair *notify_key);
/* Some of what waits, if something may (`due`) or was left. *busy: there is more to do at once. */
bool reports_turn(struct reports *r, bool due, bool *busy, struct fail *f);

#endif
