/* totp: the steps and windows; HOTP itself is liboath's. */
#include "totp.h"

#include <stdlib.h>

#include <liboath/oath.h>

#include "buf.h"
#include "log.h"
#include "scan.h"
#include "secret.h"

#define STEP (30 * CLOCK_SECOND)
#define WINDOW 1

void totp_make(unsigned char secret[TOTP_SECRET])
{
    secret_random(secret, TOTP_SECRET);
}

static void digits_of(const unsigned char secret[TOTP_SECRET], int64_t step, char out[7])
{
    if (oath_hotp_generate((const char *)secret, TOTP_SECRET, (uint64_t)step, 6, false, OATH_HOTP_DYNAMIC_TRUNCATION,
                           out) != OATH_OK) {
        log_line(LOG_ERROR, "liboath makes no code");
        abort();
    }
}

bool totp_check(const unsigned char secret[TOTP_SECRET], const char *digits, instant now, int64_t last_step,
                int64_t *step)
{
    bool found = false;
    if (now < 0 || !scan_digits(digits, 6, 6))
        return false;
    /* Always all of the window, so that the time tells nothing of the clock that is used. */
    for (int64_t s = now / STEP - WINDOW; s <= now / STEP + WINDOW; s++) {
        char wanted[7];
        digits_of(secret, s, wanted);
        bool same = secret_equal(wanted, digits, 6);
        secret_wipe(wanted, sizeof wanted);
        if (same && s > last_step && !found) {
            *step = s;
            found = true;
        }
    }
    return found;
}

void totp_digits(const unsigned char secret[TOTP_SECRET], instant now, char out[7])
{
    digits_of(secret, now / STEP, out);
}

char *totp_uri(struct mem *m, const char *login, const unsigned char secret[TOTP_SECRET])
{
    struct buf label;
    buf_init(&label, m, 1024);
    for (const char *c = login; *c != '\0'; c++) {
        bool plain =
            (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c == '-' || *c == '_';
        if (plain)
            buf_char(&label, *c);
        else
            buf_printf(&label, "%%%02X", (unsigned char)*c);
    }
    return mem_printf(m, "otpauth://totp/Gongshi:%s?secret=%s&issuer=Gongshi&algorithm=SHA1&digits=6&period=30",
                      label.data, secret_to_base32(m, secret, TOTP_SECRET));
}

char *totp_typed(struct mem *m, const unsigned char secret[TOTP_SECRET])
{
    const char *letters = secret_to_base32(m, secret, TOTP_SECRET);
    struct buf shown;
    buf_init(&shown, m, 64);
    for (size_t i = 0; letters[i] != '\0'; i += 4)
        buf_printf(&shown, "%s%.4s", i > 0 ? " " : "", letters + i);
    return shown.data;
}
