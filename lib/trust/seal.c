/* seal: libsodium's sealed boxes around a data key, XChaCha20-Poly1305 and secretstream under it. */
#include "seal.h"

#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "log.h"
#include "secret.h"

#define FORMAT 1
#define KEY 32
#define KEY_SEALED (KEY + crypto_box_SEALBYTES)
#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG crypto_aead_xchacha20poly1305_ietf_ABYTES
#define STREAM_HEAD crypto_secretstream_xchacha20poly1305_HEADERBYTES
/* Version, id and sealed data key stand before the bytes and before a stream. */
#define LOCK (1 + SEAL_ID + KEY_SEALED)

_Static_assert(SEAL_WRAPPED == NONCE + SEAL_PRIVATE + TAG, "a wrapped key is a box of a private key");
_Static_assert(SEAL_CHUNK_MORE == crypto_secretstream_xchacha20poly1305_ABYTES, "a chunk grows by a tag");

static bool broken(struct fail *f)
{
    return fail_set(f, FAIL_INTERNAL, "seal_broken", "a seal did not open");
}

void seal_pair_make(struct seal_pair *out)
{
    crypto_box_keypair(out->public_key, out->private_key);
}

void seal_pair_from_seed(struct seal_pair *out, const unsigned char seed[32])
{
    crypto_box_seed_keypair(out->public_key, out->private_key, seed);
}

void seal_key_id(unsigned char out[SEAL_ID], const unsigned char public_key[SEAL_PUBLIC])
{
    secret_hash(out, "gs-key-id", public_key, SEAL_PUBLIC);
}

/* Writes the LOCK bytes of a fresh data key. */
static void lock(unsigned char *out, unsigned char key[KEY], const unsigned char public_key[SEAL_PUBLIC])
{
    randombytes_buf(key, KEY);
    out[0] = FORMAT;
    seal_key_id(out + 1, public_key);
    if (crypto_box_seal(out + 1 + SEAL_ID, key, KEY, public_key) != 0) {
        log_line(LOG_ERROR, "nothing can be sealed for a public key that is none");
        abort();
    }
}

static bool unlock(unsigned char key[KEY], const struct seal_pair *pair, const unsigned char *in, size_t n)
{
    unsigned char id[SEAL_ID];
    seal_key_id(id, pair->public_key);
    return n >= LOCK && in[0] == FORMAT && sodium_memcmp(in + 1, id, SEAL_ID) == 0 &&
           crypto_box_seal_open(key, in + 1 + SEAL_ID, KEY_SEALED, pair->public_key, pair->private_key) == 0;
}

/* nonce | ciphertext and tag; `out` has room for NONCE + n + TAG. */
static void box_to(unsigned char *out, const unsigned char key[KEY], const char *context, const void *bytes, size_t n)
{
    randombytes_buf(out, NONCE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE, NULL, bytes, n, (const unsigned char *)context,
                                               strlen(context), NULL, out, key);
}

static bool unbox_to(unsigned char *out, const unsigned char key[KEY], const char *context, const unsigned char *boxed,
                     size_t n)
{
    return n >= NONCE + TAG &&
           crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, boxed + NONCE, n - NONCE,
                                                      (const unsigned char *)context, strlen(context), boxed, key) == 0;
}

struct seal_bytes seal_box(struct mem *m, const unsigned char key[32], const char *context, const void *bytes, size_t n)
{
    struct seal_bytes out = {.len = NONCE + n + TAG};
    out.data = mem_alloc(m, out.len);
    box_to(out.data, key, context, bytes, n);
    return out;
}

bool seal_unbox(struct mem *m, const unsigned char key[32], const char *context, const void *boxed, size_t n,
                struct seal_bytes *out, struct fail *f)
{
    if (n < NONCE + TAG)
        return broken(f);
    /* One more, so that text ends with a NUL. */
    unsigned char *data = mem_alloc(m, n - NONCE - TAG + 1);
    if (!unbox_to(data, key, context, boxed, n))
        return broken(f);
    *out = (struct seal_bytes){data, n - NONCE - TAG};
    return true;
}

struct seal_bytes seal_close(struct mem *m, const unsigned char public_key[SEAL_PUBLIC], const char *context,
                             const void *bytes, size_t n)
{
    unsigned char key[KEY];
    struct seal_bytes out = {.len = LOCK + NONCE + n + TAG};
    out.data = mem_alloc(m, out.len);
    lock(out.data, key, public_key);
    box_to(out.data + LOCK, key, context, bytes, n);
    sodium_memzero(key, sizeof key);
    return out;
}

bool seal_open(struct mem *m, const struct seal_pair *pair, const char *context, const void *sealed, size_t n,
               struct seal_bytes *out, struct fail *f)
{
    unsigned char key[KEY];
    if (!unlock(key, pair, sealed, n))
        return broken(f);
    bool done = seal_unbox(m, key, context, (const unsigned char *)sealed + LOCK, n - LOCK, out, f);
    sodium_memzero(key, sizeof key);
    return done;
}

void seal_wrap(unsigned char out[SEAL_WRAPPED], const unsigned char secret[32], const char *context,
               const unsigned char private_key[SEAL_PRIVATE])
{
    box_to(out, secret, context, private_key, SEAL_PRIVATE);
}

bool seal_unwrap(unsigned char private_key[SEAL_PRIVATE], const unsigned char secret[32], const char *context,
                 const unsigned char wrapped[SEAL_WRAPPED], struct fail *f)
{
    return unbox_to(private_key, secret, context, wrapped, SEAL_WRAPPED) || broken(f);
}

struct seal_stream {
    crypto_secretstream_xchacha20poly1305_state state;
    const char *context;
    bool ended;
};

static void wipe_stream(void *stream)
{
    sodium_memzero(stream, sizeof(struct seal_stream));
}

static struct seal_stream *stream_new(struct mem *m, const char *context)
{
    struct seal_stream *s = mem_alloc(m, sizeof *s);
    s->context = mem_text(m, context);
    mem_on_free(m, wipe_stream, s);
    return s;
}

struct seal_stream *seal_stream_close(struct mem *m, const unsigned char public_key[SEAL_PUBLIC], const char *context,
                                      struct seal_bytes *head)
{
    unsigned char key[KEY];
    struct seal_stream *s = stream_new(m, context);
    *head = (struct seal_bytes){mem_alloc(m, LOCK + STREAM_HEAD), LOCK + STREAM_HEAD};
    lock(head->data, key, public_key);
    crypto_secretstream_xchacha20poly1305_init_push(&s->state, head->data + LOCK, key);
    sodium_memzero(key, sizeof key);
    return s;
}

struct seal_bytes seal_stream_push(struct seal_stream *s, struct mem *m, const void *bytes, size_t n, bool last)
{
    if (s->ended || n > SEAL_CHUNK) {
        log_line(LOG_ERROR, "a sealed stream was pushed after its end or by more than a chunk");
        abort();
    }
    struct seal_bytes out = {.len = n + SEAL_CHUNK_MORE};
    out.data = mem_alloc(m, out.len);
    unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
    crypto_secretstream_xchacha20poly1305_push(&s->state, out.data, NULL, bytes, n, (const unsigned char *)s->context,
                                               strlen(s->context), tag);
    s->ended = last;
    return out;
}

struct seal_stream *seal_stream_open(struct mem *m, const struct seal_pair *pair, const char *context,
                                     const void *head, size_t head_n, struct fail *f)
{
    unsigned char key[KEY];
    if (head_n != LOCK + STREAM_HEAD || !unlock(key, pair, head, head_n))
        return broken(f), NULL;
    struct seal_stream *s = stream_new(m, context);
    bool done =
        crypto_secretstream_xchacha20poly1305_init_pull(&s->state, (const unsigned char *)head + LOCK, key) == 0;
    sodium_memzero(key, sizeof key);
    return done ? s : (broken(f), NULL);
}

bool seal_stream_pull(struct seal_stream *s, struct mem *m, const void *sealed, size_t n, struct seal_bytes *out,
                      bool *last, struct fail *f)
{
    unsigned char tag;
    if (s->ended || n < SEAL_CHUNK_MORE || n > SEAL_CHUNK + SEAL_CHUNK_MORE)
        return broken(f);
    unsigned char *data = mem_alloc(m, n - SEAL_CHUNK_MORE + 1);
    if (crypto_secretstream_xchacha20poly1305_pull(&s->state, data, NULL, &tag, sealed, n,
                                                   (const unsigned char *)s->context, strlen(s->context)) != 0 ||
        (tag != 0 && tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)) {
        /* What came before a broken chunk cannot be followed by a good one. */
        s->ended = true;
        return broken(f);
    }
    s->ended = *last = tag != 0;
    *out = (struct seal_bytes){data, n - SEAL_CHUNK_MORE};
    return true;
}
