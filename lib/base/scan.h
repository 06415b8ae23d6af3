/* scan: bounded reading of small values from text that came from outside. Every function wants the whole
 * text to match and returns false otherwise, leaving its output alone. */
#ifndef GS_BASE_SCAN_H
#define GS_BASE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool scan_u64(const char *text, uint64_t max, uint64_t *out); /* decimal digits only, no sign, no blank */
bool scan_i64(const char *text, int64_t min, int64_t max, int64_t *out);
bool scan_digits(const char *text, size_t min, size_t max);   /* only 0-9, so many of them */
bool scan_word(const char *text, size_t max);                 /* [a-z0-9_-]+ */
/* A Chinese mobile (1[3-9] and 9 digits, +86/86 before it allowed) or a land line with area code; blanks and
 * hyphens inside are dropped. `out` gets digits only. */
bool scan_phone(const char *text, char out[20]);
bool scan_mobile(const char *text, char out[12]);
/* A mailbox that is safe to hand to a mail library: one @, no blank, control, quote, <, >, comma or semicolon,
 * at most 254 bytes. */
bool scan_email(const char *text);

#endif
