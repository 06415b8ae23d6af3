/* keyring: the office's keys. Anybody may close for a purpose; only an officer who was granted the private part opens. */
#ifndef GS_SERVICE_KEYRING_H
#define GS_SERVICE_KEYRING_H

#include "login.h"

enum keyring_purpose { KEYRING_CASE, KEYRING_IDENTITY, KEYRING_NOTIFY };

/* The public key in force for a purpose ("keys_missing" before `gongshictl key init`). */
bool keyring_public(struct db *db, enum keyring_purpose purpose, unsigned char out[SEAL_PUBLIC], struct fail *f);
/* The private part for an officer who has a grant; FAIL_FORBIDDEN "key_not_granted" otherwise. Old keys too: `sealed` says
 * which key is needed (its id stands in the format); NULL, 0 for the one in force. */
bool keyring_open(struct mem *m, struct db *db, const struct login_session *s, enum keyring_purpose purpose,
                  const void *sealed, size_t n, struct seal_pair *out, struct fail *f);

#endif
