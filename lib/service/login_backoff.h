/* login_backoff: how long a source of wrong sign-ins must wait. Nobody is ever locked out: every wait is short, counts from the last try
 * that was looked at, and a network from which the officer has come in before does not wait for what others do to his account. */
#ifndef GS_SERVICE_LOGIN_BACKOFF_H
#define GS_SERVICE_LOGIN_BACKOFF_H

#include "db.h"

struct login_source {
    unsigned char pair[16];    /* login and network */
    unsigned char account[16]; /* login */
    unsigned char network[16]; /* /24, or /64 of IPv6 */
};

bool login_source(const char *login, const char *address, struct login_source *out, struct fail *f);
/* FAIL_TOO_MANY "sign_in_wait" while the source must wait. */
bool login_may_try(struct db *db, const struct login_source *s, struct fail *f);
bool login_note_wrong(struct db *db, const struct login_source *s, struct fail *f);
bool login_note_right(struct db *db, const struct login_source *s, struct fail *f);

#endif
