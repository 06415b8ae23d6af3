/* password: argon2id once a login gives 32 bytes; from them come the verifier that is stored and the secret that wraps the
 * officer's private key, so that neither tells the other. Recovery codes are random and need no slow hash. */
#ifndef GS_TRUST_PASSWORD_H
#define GS_TRUST_PASSWORD_H

#include <stdbool.h>
#include <stdint.h>

#include "fail.h"
#include "mem.h"

#define PASSWORD_SALT 16
#define PASSWORD_VERIFIER 32
#define PASSWORD_MIN_POINTS 15
#define PASSWORD_MAX_BYTES 256

struct password_record {
    unsigned char salt[PASSWORD_SALT];
    uint32_t passes;    /* argon2id t */
    uint32_t memory_kib; /* argon2id m */
    unsigned char verifier[PASSWORD_VERIFIER];
};

/* A new record with today's cost (64 MiB, 2 passes), and the wrapping secret. */
void password_make(struct password_record *out, unsigned char wrap[32], const char *password);
/* True if it is the password; `wrap` is filled then. Takes the same time otherwise. */
bool password_check(const struct password_record *r, const char *password, unsigned char wrap[32]);
/* The same work for an account that does not exist. */
void password_check_nobody(const char *password);
/* True if the record's cost is below today's. */
bool password_is_old(const struct password_record *r);
/* Length and a deny list with office words and `login`; false with code password_short, password_long, password_common. */
bool password_acceptable(const char *password, const char *login, struct fail *f);

/* A recovery or activation code of 160 bits as 8 groups of 4 characters (spell.h); and its 32-byte secret.
 * Reading accepts lower case, blanks, missing hyphens and 0/O, 1/I/L, 8/B confusion. */
char *password_code_make(struct mem *m, unsigned char secret[32]);
bool password_code_read(const char *typed, unsigned char secret[32]);

#endif
