/* secret: random bytes, codes, tags and keys from files. The only room of lib/base that calls
 * libsodium; sealing and passwords live in lib/trust. */
#ifndef GS_BASE_SECRET_H
#define GS_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fail.h"
#include "mem.h"

#define SECRET_KEY 32
#define SECRET_HASH 32

/* Must be called first in every program; ends the process if the library cannot start. */
void secret_start(void);

void secret_random(void *out, size_t n);
uint32_t secret_random_below(uint32_t bound);
void secret_wipe(void *p, size_t n);
/* Constant time; lengths are public. */
bool secret_equal(const void *a, const void *b, size_t n);

/* BLAKE2b-256 of `n` bytes under a purpose word ("gs-lookup-code" …), so that no two uses meet. */
void secret_hash(unsigned char out[SECRET_HASH], const char *purpose, const void *bytes, size_t n);
/* Keyed BLAKE2b-256: a tag or a derived key. */
void secret_mac(unsigned char out[SECRET_HASH], const unsigned char key[SECRET_KEY], const char *purpose,
                const void *bytes, size_t n);
/* SHA-256 and HMAC-SHA-256 for gateways that ask for them. */
void secret_sha256(unsigned char out[32], const void *bytes, size_t n);
void secret_hmac_sha256(unsigned char out[32], const void *key, size_t key_n, const void *bytes, size_t n);

/* Lower-case hex and RFC 4648 base32 without padding; the decoders are strict and say how many bytes. */
char *secret_to_hex(struct mem *m, const void *bytes, size_t n);
bool secret_from_hex(const char *text, void *out, size_t n);
char *secret_to_base32(struct mem *m, const void *bytes, size_t n);
bool secret_from_base32(const char *text, void *out, size_t n);
char *secret_to_base64(struct mem *m, const void *bytes, size_t n);
char *secret_to_base64url(struct mem *m, const void *bytes, size_t n);
bool secret_from_base64url(const char *text, void *out, size_t n);

/* Reads a 32-byte key kept as 64 hex digits in `dir`/`name`. Refuses a file that group or others may read. */
bool secret_key_file(const char *dir, const char *name, unsigned char out[SECRET_KEY], struct fail *f);
/* Makes such a file (0600) unless it is there. */
bool secret_key_file_make(const char *dir, const char *name, struct fail *f);

#endif
