/* password: argon2id by libsodium; its 32 bytes are never stored, only what BLAKE2b makes of them under two words. */
#include "password.h"

#include <string.h>

#include <sodium.h>

#include "log.h"
#include "secret.h"
#include "spell.h"
#include "text.h"

#define PASSES 2
#define MEMORY_KIB (64 * 1024)
/* Above this a record was not made here. */
#define PASSES_MAX 16
#define MEMORY_KIB_MAX (1024 * 1024)
#define CODE_BYTES 20
#define CODE_CHARACTERS SPELL_LENGTH(CODE_BYTES)

static void derive(const struct password_record *r, const char *password, unsigned char verifier[32],
                   unsigned char wrap[32])
{
    struct mem *m = mem_new_secret(NULL, "password");
    unsigned char root[32];
    /* A keyboard may send the same letter composed or decomposed. */
    const char *typed = text_nfc(m, password);
    if (crypto_pwhash(root, sizeof root, typed, strlen(typed), r->salt, r->passes, (size_t)r->memory_kib * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        log_die("no memory for a password's hash");
    secret_mac(verifier, root, "gs-password-verifier", NULL, 0);
    secret_mac(wrap, root, "gs-password-wrap", NULL, 0);
    sodium_memzero(root, sizeof root);
    mem_free(&m);
}

void password_make(struct password_record *out, unsigned char wrap[32], const char *password)
{
    *out = (struct password_record){.passes = PASSES, .memory_kib = MEMORY_KIB};
    randombytes_buf(out->salt, sizeof out->salt);
    derive(out, password, out->verifier, wrap);
}

bool password_check(const struct password_record *r, const char *password, unsigned char wrap[32])
{
    unsigned char verifier[32], secret[32];
    if (r->passes < 1 || r->passes > PASSES_MAX || r->memory_kib < 8 || r->memory_kib > MEMORY_KIB_MAX)
        return false;
    derive(r, password, verifier, secret);
    bool same = sodium_memcmp(verifier, r->verifier, sizeof verifier) == 0;
    if (same)
        memcpy(wrap, secret, sizeof secret);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(verifier, sizeof verifier);
    return same;
}

void password_check_nobody(const char *password)
{
    static const struct password_record nobody = {.passes = PASSES, .memory_kib = MEMORY_KIB};
    unsigned char wrap[32];
    password_check(&nobody, password, wrap);
}

bool password_is_old(const struct password_record *r)
{
    return r->passes < PASSES || r->memory_kib < MEMORY_KIB;
}

/* Takes every `word` out of `text`. */
static void take_out(char *text, const char *word)
{
    size_t n = strlen(word);
    for (char *at = strstr(text, word); n > 0 && at != NULL; at = strstr(at, word))
        memmove(at, at + n, strlen(at + n) + 1);
}

/* What people put first when they must think of something long. */
static bool is_common(struct mem *m, const char *password, const char *login)
{
    static const char *const words[] = {
        "administrator", "password", "passw0rd", "p@ssw0rd", "hangzhou", "zhejiang", "gonghui",  "gongjiang", "gongshi",
        "shuzi",         "craftsmen", "craftsman", "union",   "welcome",  "letmein",  "iloveyou", "woaini",   "admin",
        "officer",       "editor",   "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh",  "zxcvbnm",  "1qaz2wsx", "3edc4rfv",
        "correct",       "horse",    "battery",  "staple",   "杭州",     "浙江",     "数字工匠", "工匠",     "总工会",
        "工会",          "公示",     "异议",     "密码",     "管理员",   "2023",     "2024",     "2025",     "2026",
    };
    char *left = mem_text(m, password), *name = mem_text(m, login);
    for (char *c = left; *c != '\0'; c++)
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    for (char *c = name; *c != '\0'; c++)
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    take_out(left, name);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        take_out(left, words[i]);
    /* Steps of -1, 0 and +1 ("aaaa", "3456", "gfed") add nothing; nor does a character that was there before. */
    bool seen[256] = {false};
    size_t worth = 0;
    for (const char *c = left; *c != '\0'; c++) {
        unsigned char u = (unsigned char)*c;
        int step = c > left ? u - (unsigned char)c[-1] : 9;
        worth += !seen[u] && (step < -1 || step > 1);
        seen[u] = true;
    }
    return worth < 6;
}

bool password_acceptable(const char *password, const char *login, struct fail *f)
{
    if (strlen(password) > PASSWORD_MAX_BYTES)
        return fail_field(f, "password", "password_long");
    if (text_length(password) < PASSWORD_MIN_POINTS)
        return fail_field(f, "password", "password_short");
    struct mem *m = mem_new_secret(NULL, "password");
    bool common = is_common(m, password, login);
    mem_free(&m);
    return !common || fail_field(f, "password", "password_common");
}

char *password_code_make(struct mem *m, unsigned char secret[32])
{
    unsigned char bytes[CODE_BYTES];
    char letters[CODE_CHARACTERS + 1];
    randombytes_buf(bytes, sizeof bytes);
    secret_hash(secret, "gs-recovery-code", bytes, sizeof bytes);
    spell(bytes, sizeof bytes, letters);
    char *shown = mem_alloc(m, CODE_CHARACTERS + CODE_CHARACTERS / 4), *to = shown;
    for (size_t i = 0; i < CODE_CHARACTERS; i++) {
        if (i > 0 && i % 4 == 0)
            *to++ = '-';
        *to++ = letters[i];
    }
    sodium_memzero(bytes, sizeof bytes);
    sodium_memzero(letters, sizeof letters);
    return shown;
}

bool password_code_read(const char *typed, unsigned char secret[32])
{
    unsigned char bytes[CODE_BYTES];
    char letters[CODE_CHARACTERS + 1];
    bool done = spell_clean(typed, CODE_CHARACTERS, letters) && spell_read(letters, bytes, sizeof bytes);
    if (done)
        secret_hash(secret, "gs-recovery-code", bytes, sizeof bytes);
    sodium_memzero(bytes, sizeof bytes);
    sodium_memzero(letters, sizeof letters);
    return done;
}
