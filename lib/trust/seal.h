/* seal: bytes that only the holder of one private key can read. Format, version 1:
 *   1 byte version | 32 bytes id of the key (BLAKE2b of its public part) | 80 bytes data key sealed with
 *   crypto_box_seal | 24 bytes nonce | XChaCha20-Poly1305 of the bytes with `context` as associated data.
 * `context` says where the bytes belong ("objection:<receipt>:text"); the same bytes elsewhere do not open.
 * Files are sealed in chunks by a stream (secretstream), so that neither side holds a whole file. */
#ifndef GS_TRUST_SEAL_H
#define GS_TRUST_SEAL_H

#include <stdbool.h>
#include <stddef.h>

#include "fail.h"
#include "mem.h"

#define SEAL_PUBLIC 32
#define SEAL_PRIVATE 32
#define SEAL_ID 32
#define SEAL_WRAPPED 72  /* a wrapped private key: nonce 24, key 32, tag 16 */
#define SEAL_CHUNK (1024 * 1024)
#define SEAL_CHUNK_MORE 17 /* a sealed chunk is at most this much longer */

struct seal_pair { unsigned char public_key[SEAL_PUBLIC], private_key[SEAL_PRIVATE]; };
struct seal_bytes { unsigned char *data; size_t len; };

void seal_pair_make(struct seal_pair *out);
/* The pair that belongs to a 32-byte seed (the objector's answer key from his lookup code). */
void seal_pair_from_seed(struct seal_pair *out, const unsigned char seed[32]);
void seal_key_id(unsigned char out[SEAL_ID], const unsigned char public_key[SEAL_PUBLIC]);

struct seal_bytes seal_close(struct mem *m, const unsigned char public_key[SEAL_PUBLIC], const char *context,
                             const void *bytes, size_t n);
/* One error for every reason ("seal_broken"). What comes out is followed by a NUL that is not counted. */
bool seal_open(struct mem *m, const struct seal_pair *pair, const char *context, const void *sealed, size_t n,
               struct seal_bytes *out, struct fail *f);

/* A private key wrapped under a 32-byte secret (password, recovery code, session). */
void seal_wrap(unsigned char out[SEAL_WRAPPED], const unsigned char secret[32], const char *context,
               const unsigned char private_key[SEAL_PRIVATE]);
bool seal_unwrap(unsigned char private_key[SEAL_PRIVATE], const unsigned char secret[32], const char *context,
                 const unsigned char wrapped[SEAL_WRAPPED], struct fail *f);

/* Short values under a file secret or a code-derived key (TOTP secrets, a file's name for its own draft). */
struct seal_bytes seal_box(struct mem *m, const unsigned char key[32], const char *context, const void *bytes, size_t n);
bool seal_unbox(struct mem *m, const unsigned char key[32], const char *context, const void *boxed, size_t n,
                struct seal_bytes *out, struct fail *f);

/* A file, chunk by chunk. `head` (the sealed data key and the stream's header) is stored beside the chunks. The last
 * chunk must be pushed with last=true, even if it is empty; reading refuses a missing, swapped or added chunk. */
struct seal_stream;
struct seal_stream *seal_stream_close(struct mem *m, const unsigned char public_key[SEAL_PUBLIC], const char *context,
                                      struct seal_bytes *head);
struct seal_bytes seal_stream_push(struct seal_stream *s, struct mem *m, const void *bytes, size_t n, bool last);
struct seal_stream *seal_stream_open(struct mem *m, const struct seal_pair *pair, const char *context,
                                     const void *head, size_t head_n, struct fail *f);
bool seal_stream_pull(struct seal_stream *s, struct mem *m, const void *sealed, size_t n, struct seal_bytes *out,
                      bool *last, struct fail *f);

#endif
