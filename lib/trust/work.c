/* work: see work.h. */
#include "work.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <openssl/evp.h>

enum { DIGITS_MAX = 10, START = 4 };

static bool begins_with_zeros(const unsigned char *bytes, int bits)
{
    uint32_t first = (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
    return first >> (32 - bits) == 0;
}

static bool part_done(const char *word, int part, const char *number, size_t digits, int bits)
{
    unsigned char start[START];
    char salt[4 + DIGITS_MAX];
    int n = snprintf(salt, sizeof salt, "%d.%.*s", part, (int)digits, number);
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), (const unsigned char *)salt, n, WORK_ROUNDS, EVP_sha256(), START, start) == 1 &&
           begins_with_zeros(start, bits);
}

bool work_done(const char *word, const char *proof, int bits)
{
    for (int part = 0; part < WORK_PARTS; part++) {
        size_t digits = strspn(proof, "0123456789");
        char end = part + 1 < WORK_PARTS ? '.' : '\0';
        if (digits == 0 || digits > DIGITS_MAX || proof[digits] != end || !part_done(word, part, proof, digits, bits))
            return false;
        proof += digits + 1;
    }
    return true;
}
