/* tencent_sign: the TC3-HMAC-SHA256 signature of a POST (domain.md 6.2). Pure. */
#ifndef GS_NOTIFY_TENCENT_SIGN_H
#define GS_NOTIFY_TENCENT_SIGN_H

#include <stdint.h>

#include "mem.h"

#define TENCENT_CONTENT_TYPE "application/json; charset=utf-8"

struct tencent_request {
    const char *host, *service;
    const char *action; /* signed as x-tc-action in lower case; NULL: not signed */
    int64_t seconds;    /* since 1970; the scope's day is that of UTC */
    const char *body;
    const char *key_id, *key_secret;
};
struct tencent_signed {
    char *canonical_sha256; /* hex; for the vectors */
    char *authorization;    /* the header's value */
};
void tencent_sign(struct mem *m, const struct tencent_request *r, struct tencent_signed *out);

#endif
