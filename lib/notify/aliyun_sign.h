/* aliyun_sign: the ACS3-HMAC-SHA256 signature of a request without a body (domain.md 6.1). Pure. */
#ifndef GS_NOTIFY_ALIYUN_SIGN_H
#define GS_NOTIFY_ALIYUN_SIGN_H

#include "mem.h"

/* SHA-256 of no bytes: every request sends all in the query. */
#define ALIYUN_EMPTY_SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

struct aliyun_param { const char *name, *value; };
struct aliyun_request {
    const char *host, *action, *version;
    const char *date;  /* 2023-10-26T10:22:32Z */
    const char *nonce;
    const struct aliyun_param *params; /* any order; sorted in place is not needed: names must be unique */
    size_t param_count;
    const char *key_id, *key_secret;
};
struct aliyun_signed {
    char *query;            /* RFC 3986, sorted */
    char *canonical_sha256; /* hex; for the vectors */
    char *authorization;    /* the header's value */
};
void aliyun_sign(struct mem *m, const struct aliyun_request *r, struct aliyun_signed *out);

#endif
