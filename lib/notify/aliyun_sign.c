/* aliyun_sign: see aliyun_sign.h. Text in, text out. */
#include "aliyun_sign.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "percent.h"
#include "secret.h"

#define SIGNED_HEADERS "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version"
enum { TEXT_MAX = 16 * 1024 };

static int by_name(const void *a, const void *b)
{
    const struct aliyun_param *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static char *query(struct mem *m, const struct aliyun_request *r)
{
    struct aliyun_param *sorted = mem_bytes(m, r->params, r->param_count * sizeof *sorted);
    struct buf out;
    buf_init(&out, m, TEXT_MAX);
    qsort(sorted, r->param_count, sizeof *sorted, by_name);
    for (size_t i = 0; i < r->param_count; i++) {
        if (i > 0)
            buf_char(&out, '&');
        percent_add(&out, sorted[i].name);
        buf_char(&out, '=');
        percent_add(&out, sorted[i].value);
    }
    return out.data;
}

static char *sha256_hex(struct mem *m, const char *text)
{
    unsigned char hash[32];
    secret_sha256(hash, text, strlen(text));
    return secret_to_hex(m, hash, sizeof hash);
}

void aliyun_sign(struct mem *m, const struct aliyun_request *r, struct aliyun_signed *out)
{
    unsigned char mac[32];
    out->query = query(m, r);
    char *canonical = mem_printf(m,
        "POST\n/\n%s\nhost:%s\nx-acs-action:%s\nx-acs-content-sha256:" ALIYUN_EMPTY_SHA256
        "\nx-acs-date:%s\nx-acs-signature-nonce:%s\nx-acs-version:%s\n\n" SIGNED_HEADERS "\n" ALIYUN_EMPTY_SHA256,
        out->query, r->host, r->action, r->date, r->nonce, r->version);
    out->canonical_sha256 = sha256_hex(m, canonical);
    char *to_sign = mem_printf(m, "ACS3-HMAC-SHA256\n%s", out->canonical_sha256);
    secret_hmac_sha256(mac, r->key_secret, strlen(r->key_secret), to_sign, strlen(to_sign));
    out->authorization = mem_printf(m, "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=" SIGNED_HEADERS ",Signature=%s",
                                    r->key_id, secret_to_hex(m, mac, sizeof mac));
}
