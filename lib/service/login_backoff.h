/* login_backoff: how long a source of wrong sign-ins must wait. Nobody is ever locked out: every wait is short and counts from the last
 * try that was looked at; from a network from which the officer has come in before (a known pair) his right password and code pass
 * whatever others try, also those behind the same address. */
#ifndef GS_SERVICE_LOGIN_BACKOFF_H
#define GS_SERVICE_LOGIN_BACKOFF_H

#include "db.h"

struct login_source {
    unsigned char pair[16];    /* login and network; of one who is in, his session */
    unsigned char account[16]; /* login */
    unsigned char network[16]; /* /24, or /64 of IPv6 */
    bool inside;               /* nobody else can try in his session: nobody else is counted */
};

bool login_source(const char *login, const char *address, struct login_source *out, struct fail *f);
bool login_source_inside(int64_t session_id, struct login_source *out, struct fail *f);
/* FAIL_TOO_MANY "sign_in_wait" while the source must wait. A known pair is looked at all the same: *waits says that anything but the
 * right proof is to be answered so. */
bool login_may_try(struct db *db, const struct login_source *s, bool *waits, struct fail *f);
bool login_note_wrong(struct db *db, const struct login_source *s, struct fail *f);
/* Whether the one-time code may be looked at now, after a right password; and that it was wrong. */
bool login_may_guess_code(struct db *db, const struct login_source *s, bool *may, struct fail *f);
bool login_note_wrong_code(struct db *db, const struct login_source *s, struct fail *f);
bool login_note_right(struct db *db, const struct login_source *s, struct fail *f);

#endif
