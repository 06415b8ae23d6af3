/* bounce_read: what a mail that came back says: a delivery status report (RFC 3464), or in the words of older servers that the mail did not
 * arrive. A person's or a machine's answer is none. Reads strangers' bytes: only in the cage of bounced. */
#ifndef GS_SBIN_BOUNCE_READ_H
#define GS_SBIN_BOUNCE_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "report.h"

enum { BOUNCE_TO_MAX = 200, BOUNCE_TO_COUNT = 4 };

/* Flat, so that it can leave the cage. */
struct bounce {
    bool is_report;                                  /* else an answer, or nothing to us */
    enum report_verdict verdict;                     /* DELAYED, UNDELIVERED or DELIVERED */
    char to[BOUNCE_TO_COUNT][BOUNCE_TO_MAX + 1];     /* where it came to, as the mail server noted it; the likeliest first; "" for none */
    char code[REPORT_CODE_MAX + 1];                  /* "5.1.1"; "" if it said none */
    instant said_at;                                 /* 0: not said */
};

/* Once, before the cage is closed. */
void bounce_read_open(void);
void bounce_read(const void *bytes, size_t n, struct bounce *out);

#endif
