/* secret: random bytes, hashes, encodings and key files over libsodium. */
#include "secret.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "file.h"
#include "log.h"

void secret_start(void)
{
    if (sodium_init() < 0)
        log_die("libsodium cannot start");
}

void secret_random(void *out, size_t n)
{
    randombytes_buf(out, n);
}

uint32_t secret_random_below(uint32_t bound)
{
    return randombytes_uniform(bound);
}

void secret_wipe(void *p, size_t n)
{
    sodium_memzero(p, n);
}

bool secret_equal(const void *a, const void *b, size_t n)
{
    return sodium_memcmp(a, b, n) == 0;
}

/* The NUL after the purpose is hashed too: no purpose is the beginning of another's text. */
static void hash(unsigned char out[SECRET_HASH], const unsigned char *key, const char *purpose, const void *bytes,
                 size_t n)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key, key != NULL ? SECRET_KEY : 0, SECRET_HASH);
    crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
    crypto_generichash_update(&state, bytes, n);
    crypto_generichash_final(&state, out, SECRET_HASH);
    sodium_memzero(&state, sizeof state);
}

void secret_hash(unsigned char out[SECRET_HASH], const char *purpose, const void *bytes, size_t n)
{
    hash(out, NULL, purpose, bytes, n);
}

void secret_mac(unsigned char out[SECRET_HASH], const unsigned char key[SECRET_KEY], const char *purpose,
                const void *bytes, size_t n)
{
    hash(out, key, purpose, bytes, n);
}

void secret_sha256(unsigned char out[32], const void *bytes, size_t n)
{
    crypto_hash_sha256(out, bytes, n);
}

void secret_hmac_sha256(unsigned char out[32], const void *key, size_t key_n, const void *bytes, size_t n)
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key, key_n);
    crypto_auth_hmacsha256_update(&state, bytes, n);
    crypto_auth_hmacsha256_final(&state, out);
    sodium_memzero(&state, sizeof state);
}

char *secret_to_hex(struct mem *m, const void *bytes, size_t n)
{
    char *out = mem_alloc(m, 2 * n + 1);
    sodium_bin2hex(out, 2 * n + 1, bytes, n);
    return out;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool secret_from_hex(const char *text, void *out, size_t n)
{
    unsigned char *bytes = out;
    if (strlen(text) != 2 * n)
        return false;
    for (size_t i = 0; i < 2 * n; i++)
        if (hex_digit(text[i]) < 0)
            return false;
    for (size_t i = 0; i < n; i++)
        bytes[i] = (unsigned char)(hex_digit(text[2 * i]) * 16 + hex_digit(text[2 * i + 1]));
    return true;
}

static const char base32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

char *secret_to_base32(struct mem *m, const void *bytes, size_t n)
{
    const unsigned char *in = bytes;
    char *out = mem_alloc(m, (n * 8 + 4) / 5 + 1), *at = out;
    unsigned hold = 0, bits = 0;
    for (size_t i = 0; i < n; i++) {
        hold = (hold & 0x1f) << 8 | in[i];
        for (bits += 8; bits >= 5; bits -= 5)
            *at++ = base32[hold >> (bits - 5) & 31];
    }
    if (bits > 0)
        *at++ = base32[hold << (5 - bits) & 31];
    *at = '\0';
    return out;
}

bool secret_from_base32(const char *text, void *out, size_t n)
{
    unsigned char *bytes = out;
    size_t length = strlen(text), filled = 0;
    if (length != (n * 8 + 4) / 5 || strspn(text, base32) != length)
        return false;
    unsigned last = length > 0 ? (unsigned)(strchr(base32, text[length - 1]) - base32) : 0;
    if ((last & ((1u << (length * 5 - n * 8)) - 1)) != 0)
        return false;
    unsigned hold = 0, bits = 0;
    for (size_t i = 0; i < length; i++) {
        hold = (hold & 0xff) << 5 | (unsigned)(strchr(base32, text[i]) - base32);
        bits += 5;
        if (bits >= 8 && filled < n) {
            bits -= 8;
            bytes[filled++] = (unsigned char)(hold >> bits & 0xff);
        }
    }
    return true;
}

static char *to_base64(struct mem *m, const void *bytes, size_t n, int variant)
{
    size_t size = sodium_base64_encoded_len(n, variant);
    char *out = mem_alloc(m, size);
    return sodium_bin2base64(out, size, bytes, n, variant);
}

char *secret_to_base64(struct mem *m, const void *bytes, size_t n)
{
    return to_base64(m, bytes, n, sodium_base64_VARIANT_ORIGINAL);
}

char *secret_to_base64url(struct mem *m, const void *bytes, size_t n)
{
    return to_base64(m, bytes, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

static const char base64url[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

bool secret_from_base64url(const char *text, void *out, size_t n)
{
    size_t length = strlen(text), got = 0;
    const char *end = NULL;
    /* libsodium 1.0.18 takes every byte from 0x80 on for "_". */
    if (length != (n * 4 + 2) / 3 || strspn(text, base64url) != length)
        return false;
    struct mem *m = mem_new_secret(NULL, "base64");
    unsigned char *bytes = mem_alloc(m, n + 1);
    bool done =
        sodium_base642bin(bytes, n, text, length, NULL, &got, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
        got == n && end == text + length;
    if (done)
        memcpy(out, bytes, n);
    mem_free(&m);
    return done;
}

bool secret_key_file(const char *dir, const char *name, unsigned char out[SECRET_KEY], struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "key file");
    struct stat st;
    size_t n;
    const char *path = file_path(m, dir, name);
    char *text = file_read(m, path, 256, &n, f);
    bool done = false;
    if (text == NULL)
        done = false;
    else if (stat(path, &st) != 0 || (st.st_mode & 077) != 0)
        fail_set(f, FAIL_INTERNAL, "key_file", "%s: group or others may read it (chmod 600)", path);
    else {
        if (n > 0 && text[n - 1] == '\n')
            text[n - 1] = '\0';
        done = secret_from_hex(text, out, SECRET_KEY) ||
               fail_set(f, FAIL_INTERNAL, "key_file", "%s: not 64 hex digits", path);
    }
    mem_free(&m);
    return done;
}

bool secret_key_file_make(const char *dir, const char *name, struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "key file");
    const char *path = file_path(m, dir, name);
    bool done = access(path, F_OK) == 0;
    if (!done) {
        unsigned char key[SECRET_KEY];
        randombytes_buf(key, sizeof key);
        char *text = mem_printf(m, "%s\n", secret_to_hex(m, key, sizeof key));
        done = file_write(path, text, strlen(text), 0600, f);
        sodium_memzero(key, sizeof key);
    }
    mem_free(&m);
    return done;
}
