/* keyring: the office's keys. Anybody may close for a purpose; only an officer who was granted the private part opens. */
#ifndef GS_SERVICE_KEYRING_H
#define GS_SERVICE_KEYRING_H

#include "login.h"

enum keyring_purpose { KEYRING_CASE, KEYRING_IDENTITY, KEYRING_NOTIFY };

/* "CASE", "IDENTITY", "NOTIFY". */
const char *keyring_word(enum keyring_purpose purpose);
/* True if officers of these roles open what is sealed for the purpose. */
bool keyring_fits(enum keyring_purpose purpose, uint32_t roles);

/* The public key in force for a purpose ("keys_missing" before `gongshictl key init`). */
bool keyring_public(struct db *db, enum keyring_purpose purpose, unsigned char out[SEAL_PUBLIC], struct fail *f);
/* The private part, to open what belongs to one objection, for an officer who has a grant and still the roles for it; FAIL_FORBIDDEN
 * "key_not_granted" otherwise. Old keys too: `sealed` says which key is needed (its id stands in the format). Each opening is an audit
 * row. FAIL_TOO_MANY "open_refused", an audit row of its own and a line in the log, when the officer opened as many other objections within
 * the hour as the setting seal.openings_an_hour allows. Never inside a transaction. */
bool keyring_open(struct mem *m, struct db *db, const struct login_session *s, enum keyring_purpose purpose, int64_t objection_id,
                  const void *sealed, size_t n, struct seal_pair *out, struct fail *f);
/* What was sealed for the officer's own key: counted, told and refused in the same way. */
bool keyring_open_own(struct mem *m, struct db *db, const struct login_session *s, int64_t objection_id, const char *context,
                      const void *sealed, size_t n, struct seal_bytes *out, struct fail *f);
/* Whether sealed bytes name this key as the one that opens them. */
bool keyring_names(const void *sealed, size_t n, const unsigned char public_key[SEAL_PUBLIC]);
/* True if the officer was granted the key in force. */
bool keyring_has(struct db *db, int64_t officer_id, enum keyring_purpose purpose, bool *out, struct fail *f);

/* Active officers whose roles need the key in force and who were not granted it. */
bool keyring_waiting(struct mem *m, struct db *db, enum keyring_purpose purpose, struct officer_row **rows, size_t *n, struct fail *f);

/* Makes the three pairs, once ("keys_exist" then). CASE and IDENTITY go under a recovery code that is told here and nowhere else; the
 * NOTIFY pair comes from the seed in notifyd's secret file. */
bool keyring_init(struct mem *m, struct db *db, const unsigned char notify_seed[32], char **recovery_code, struct fail *f);
/* A holder hands all keys of a purpose that he has to an active officer whose roles need them. */
bool keyring_grant(struct db *db, const struct login_session *s, enum keyring_purpose purpose, int64_t officer_id, struct fail *f);
/* The operator does it with the office's recovery code ("recovery_wrong"), for all purposes that the officer's roles need. Runs inside
 * the caller's transaction if there is one. */
bool keyring_grant_recovery(struct db *db, const char *recovery_code, int64_t officer_id, struct fail *f);

#endif
