/* token: secret 16 | opened_at 8, most significant byte first | MAC 32, as base64url. */
#include "token.h"

#include <string.h>

#include "secret.h"

#define INSTANT 8
#define MACED (TOKEN_SECRET + INSTANT)
#define WHOLE (MACED + SECRET_HASH)

/* The purpose goes in by its hash, so that two long ones never look alike. */
static void tag(unsigned char out[SECRET_HASH], const unsigned char key[32], const char *purpose, const unsigned char *bytes)
{
    unsigned char all[SECRET_HASH + MACED];
    secret_hash(all, "gs-form-purpose", purpose, strlen(purpose));
    memcpy(all + SECRET_HASH, bytes, MACED);
    secret_mac(out, key, "gs-form", all, sizeof all);
    secret_wipe(all, sizeof all);
}

char *token_make(struct mem *m, const unsigned char key[32], const char *purpose, instant now)
{
    unsigned char bytes[WHOLE];
    secret_random(bytes, TOKEN_SECRET);
    for (int i = 0; i < INSTANT; i++)
        bytes[TOKEN_SECRET + i] = (unsigned char)((uint64_t)now >> (56 - 8 * i));
    tag(bytes + MACED, key, purpose, bytes);
    char *text = secret_to_base64url(m, bytes, sizeof bytes);
    secret_wipe(bytes, sizeof bytes);
    return text;
}

bool token_read(const char *text, const unsigned char key[32], const char *purpose, struct token *out)
{
    unsigned char bytes[WHOLE], wanted[SECRET_HASH];
    bool good = secret_from_base64url(text, bytes, sizeof bytes);
    if (good) {
        tag(wanted, key, purpose, bytes);
        good = secret_equal(wanted, bytes + MACED, SECRET_HASH);
    }
    if (good) {
        uint64_t at = 0;
        for (int i = 0; i < INSTANT; i++)
            at = at << 8 | bytes[TOKEN_SECRET + i];
        memcpy(out->secret, bytes, TOKEN_SECRET);
        out->opened_at = (instant)at;
    }
    secret_wipe(bytes, sizeof bytes);
    return good;
}

void token_lookup_code(const struct token *t, unsigned char code[16])
{
    unsigned char hash[SECRET_HASH];
    secret_hash(hash, "gs-lookup-code", t->secret, TOKEN_SECRET);
    memcpy(code, hash, 16);
    secret_wipe(hash, sizeof hash);
}

void token_form_hash(const struct token *t, unsigned char hash[32])
{
    secret_hash(hash, "gs-form-hash", t->secret, TOKEN_SECRET);
}

void token_name_key(const struct token *t, unsigned char key[32])
{
    secret_hash(key, "gs-name-key", t->secret, TOKEN_SECRET);
}

void token_code_hash(const unsigned char code[16], unsigned char hash[32])
{
    secret_hash(hash, "gs-code-hash", code, 16);
}

void token_answer_seed(const unsigned char code[16], unsigned char seed[32])
{
    secret_hash(seed, "gs-answer-seed", code, 16);
}
