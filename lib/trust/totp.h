/* totp: RFC 6238, six digits, 30 seconds, one step either side; over liboath. */
#ifndef GS_TRUST_TOTP_H
#define GS_TRUST_TOTP_H

#include <stdbool.h>
#include <stdint.h>

#include "clock.h"
#include "mem.h"

#define TOTP_SECRET 20

void totp_make(unsigned char secret[TOTP_SECRET]);
/* True if `digits` is the code of a step later than `last_step`; that step goes to *step and must be stored. */
bool totp_check(const unsigned char secret[TOTP_SECRET], const char *digits, instant now, int64_t last_step, int64_t *step);
/* The code at `now`, for tests and the quickstart's sample accounts. */
void totp_digits(const unsigned char secret[TOTP_SECRET], instant now, char out[7]);
/* otpauth://totp/… for a QR code. */
char *totp_uri(struct mem *m, const char *login, const unsigned char secret[TOTP_SECRET]);
/* The secret as base32 in groups of four, to type. */
char *totp_typed(struct mem *m, const unsigned char secret[TOTP_SECRET]);

#endif
