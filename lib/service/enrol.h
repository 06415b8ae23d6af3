/* enrol: how an officer comes in: invited by an administrator and activated by himself, or enrolled by the operator; and how he gets in
 * again after losing his password: a reset that two officers order. Nobody ever sets another's password, and no way loses a key that
 * the officer's own recovery code opens. */
#ifndef GS_SERVICE_ENROL_H
#define GS_SERVICE_ENROL_H

#include "login.h"
#include "officer_pass.h"

struct enrol_invite_in { const char *login, *name; uint32_t roles; };
/* Makes an INVITED officer; `code` is told here once, valid for 24 hours. Faults stand beside login, name, roles. */
bool enrol_invite(struct mem *m, struct db *db, const struct login_session *by, const struct enrol_invite_in *in, char **code,
                  int64_t *officer_id, struct fail *f);
/* A new code for one who has not come in yet; the old one ends. */
bool enrol_invite_again(struct mem *m, struct db *db, const struct login_session *by, int64_t officer_id, char **code, struct fail *f);

/* The open pass of a typed code: FAIL_INPUT "pass_wrong" beside "code". */
bool enrol_pass(struct mem *m, struct db *db, const char *code, struct officer_pass_row *out, struct fail *f);
/* A new TOTP secret for the one who activates, boxed so that the page can carry it: enough for one pass alone. */
bool enrol_totp_offer(struct mem *m, const struct officer_pass_row *pass, char **offer, struct fail *f);
/* What stands in an offer: otpauth:// address and the secret in groups to type; FAIL_INPUT "pass_wrong" if it is none. */
bool enrol_totp_show(struct mem *m, const struct officer_pass_row *pass, const char *offer, char **uri, char **typed, struct fail *f);
struct enrol_activate_in { const char *code, *offer, *password, *digits; };
/* `recovery` is the officer's own recovery code, told here once. Faults stand beside password and digits. */
bool enrol_activate(struct mem *m, struct db *db, const struct enrol_activate_in *in, char **recovery, struct fail *f);

/* Asked by one officer, agreed to by another; the code is told to the second, who hands it over. */
bool enrol_reset_ask(struct db *db, const struct login_session *by, int64_t officer_id, struct fail *f);
bool enrol_reset_agree(struct mem *m, struct db *db, const struct login_session *by, int64_t pass_id, char **code, struct fail *f);
struct enrol_reset_in { const char *code, *digits, *recovery, *password; };
/* With his recovery code the officer keeps his key; with "" he gets a new one, a new code in *recovery (else NULL), and holders must
 * grant again. The TOTP stays. Five wrong one-time codes end the pass. */
bool enrol_reset(struct mem *m, struct db *db, const struct enrol_reset_in *in, char **recovery, struct fail *f);

/* The officer's own change: the old password proves him; other sessions end. Faults beside old, password. */
bool enrol_password(struct mem *m, struct db *db, const struct login_session *s, const char *old, const char *password, struct fail *f);

/* A new recovery code for the officer's own key, told here once; the old one opens nothing any more. */
bool enrol_recovery(struct mem *m, struct db *db, const struct login_session *s, char **recovery, struct fail *f);

/* The operator makes an ACTIVE officer; with the office's recovery code (or NULL) he is granted what his roles need. */
struct enrol_operator_in { const char *login, *name, *password, *office_recovery; uint32_t roles; };
struct enrol_operator_out { int64_t id; char *totp, *recovery; };
bool enrol_operator(struct mem *m, struct db *db, const struct enrol_operator_in *in, struct enrol_operator_out *out, struct fail *f);

#endif
