/* tencent_sign: see tencent_sign.h. Text in, text out. */
#include "tencent_sign.h"

#include <string.h>

#include "clock.h"
#include "secret.h"

static char *sha256_hex(struct mem *m, const char *text)
{
    unsigned char hash[32];
    secret_sha256(hash, text, strlen(text));
    return secret_to_hex(m, hash, sizeof hash);
}

static char *lower(struct mem *m, const char *word)
{
    char *out = mem_text(m, word);
    for (char *p = out; *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p += 'a' - 'A';
    return out;
}

static void chain(unsigned char key[32], const char *word)
{
    unsigned char next[32];
    secret_hmac_sha256(next, key, 32, word, strlen(word));
    memcpy(key, next, sizeof next);
}

/* The secret never signs: a key for the day and the service does. */
static void signing_key(struct mem *m, const struct tencent_request *r, const char *date, unsigned char key[32])
{
    const char *first = mem_printf(m, "TC3%s", r->key_secret);
    secret_hmac_sha256(key, first, strlen(first), date, strlen(date));
    chain(key, r->service);
    chain(key, "tc3_request");
}

void tencent_sign(struct mem *m, const struct tencent_request *r, struct tencent_signed *out)
{
    char sql[CLOCK_TEXT];
    unsigned char key[32], mac[32];
    const char *action = r->action != NULL ? mem_printf(m, "x-tc-action:%s\n", lower(m, r->action)) : "";
    const char *names = r->action != NULL ? "content-type;host;x-tc-action" : "content-type;host";
    clock_to_sql(r->seconds * CLOCK_SECOND, sql);
    const char *date = mem_text_n(m, sql, 10);
    out->canonical_sha256 = sha256_hex(m, mem_printf(m, "POST\n/\n\ncontent-type:" TENCENT_CONTENT_TYPE "\nhost:%s\n%s\n%s\n%s",
                                                     r->host, action, names, sha256_hex(m, r->body)));
    const char *scope = mem_printf(m, "%s/%s/tc3_request", date, r->service);
    const char *to_sign = mem_printf(m, "TC3-HMAC-SHA256\n%lld\n%s\n%s", (long long)r->seconds, scope, out->canonical_sha256);
    signing_key(m, r, date, key);
    secret_hmac_sha256(mac, key, sizeof key, to_sign, strlen(to_sign));
    secret_wipe(key, sizeof key);
    out->authorization = mem_printf(m, "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s", r->key_id, scope, names,
                                    secret_to_hex(m, mac, sizeof mac));
}
