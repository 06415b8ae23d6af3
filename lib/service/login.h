/* login: officers coming in and going out: password and TOTP, sessions, the step-up, back-off after failures. The private key of a
 * signed-in officer exists only while a request of his is served: login_who opens it with the cookie's secret. */
#ifndef GS_SERVICE_LOGIN_H
#define GS_SERVICE_LOGIN_H

#include "db.h"
#include "officer.h"
#include "seal.h"

#define LOGIN_SESSIONS 2 /* at most so many at once for one officer */

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
/* Password and TOTP again: makes the session fresh under a new token. Of `in` neither login nor address is looked at: wrong tries are
 * counted for the session. */
bool login_refresh(struct mem *m, struct db *db, const struct login_session *s, const struct login_in *in, char **token, struct fail *f);
bool login_leave(struct db *db, const struct login_session *s, struct fail *f);

/* For enrolment: an officer's proof from a password and back, so that the contexts of its parts stand in one place. */
struct login_proved { struct officer_proof proof; unsigned char private_key[SEAL_PRIVATE]; int64_t step; };
/* Password and TOTP of `in` with back-off and audit; nothing is stored but the failure. */
bool login_prove(struct mem *m, struct db *db, const struct login_in *in, struct login_proved *out, struct fail *f);
/* The same of somebody who is in. */
bool login_prove_again(struct mem *m, struct db *db, const struct login_session *s, const struct login_in *in, struct login_proved *out,
                       struct fail *f);
/* Fills the password's part of a proof: record and wrapped private key. At most two at once on a machine. */
bool login_set_password(struct mem *m, struct officer_proof *p, const char *password, const unsigned char private_key[SEAL_PRIVATE],
                        struct fail *f);
/* The same without waiting for a turn: for the operator, who does one at a time. */
void login_wrap_password(struct mem *m, struct officer_proof *p, const char *password, const unsigned char private_key[SEAL_PRIVATE]);
/* Whether this is the officer's password; the same work either way. */
bool login_password_fits(const struct officer_proof *p, const char *password, bool *fits, struct fail *f);
/* The TOTP secret of a proof, in and out of its box. */
bool login_box_totp(struct mem *m, struct officer_proof *p, const unsigned char secret[20], struct fail *f);
bool login_unbox_totp(struct mem *m, const struct officer_proof *p, unsigned char secret[20], struct fail *f);

#endif
