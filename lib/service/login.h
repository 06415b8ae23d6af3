/* login: officers coming in and going out: password and TOTP, sessions, the step-up, back-off after failures. The private key of a
 * signed-in officer exists only while a request of his is served: login_who opens it with the cookie's secret. */
#ifndef GS_SERVICE_LOGIN_H
#define GS_SERVICE_LOGIN_H

#include "db.h"
#include "seal.h"

struct login_session {
    int64_t id;
    int64_t officer_id;
    uint32_t roles;      /* read from the officer at each request */
    bool fresh;          /* password and TOTP given within session.fresh_minutes */
    char *name, *login, *csrf;
    struct seal_pair keys; /* the officer's own pair; in the request's pool, wiped with it */
};

struct login_in { const char *login, *password, *digits, *address; };
/* `token` is the cookie's value. Every failure reads the same ("sign_in_wrong"), but back-off ("sign_in_wait"). */
bool login_enter(struct mem *m, struct db *db, const struct login_in *in, char **token, struct fail *f);
/* Who holds this token; false with FAIL_FORBIDDEN when nobody, FAIL_UNAVAILABLE when it cannot be known now. */
bool login_who(struct mem *m, struct db *db, const char *token, struct login_session *out, struct fail *f);
/* Password and TOTP again: makes the session fresh under a new token. */
bool login_refresh(struct mem *m, struct db *db, const struct login_session *s, const struct login_in *in, char **token, struct fail *f);
bool login_leave(struct db *db, const struct login_session *s, struct fail *f);

#endif
