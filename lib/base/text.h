/* text: UTF-8 as people type it. Everything that comes from outside passes text_check before any other
 * room sees it. Lengths are in code points unless a name says bytes. */
#ifndef GS_BASE_TEXT_H
#define GS_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "mem.h"

enum text_fault {
    TEXT_OK = 0,
    TEXT_NOT_UTF8,
    TEXT_CONTROL,   /* C0 other than \t \n \r, C1, NUL */
    TEXT_INVISIBLE, /* zero-width, bidi controls, variation selectors, U+2028/9, U+FEFF, tags */
    TEXT_FAULT__MAX
};

/* One line (no \n) or many. Looks at `n` bytes, so that a NUL inside is seen. */
enum text_fault text_check(const char *bytes, size_t n, bool many_lines);

size_t text_length(const char *text); /* code points of valid UTF-8 */
size_t text_utf16(const char *text);  /* UTF-16 units, as SMS gateways count */
char *text_nfc(struct mem *m, const char *text);
/* NFC, \r\n to \n, blanks of every kind trimmed at both ends. */
char *text_tidy(struct mem *m, const char *text);
/* Full-width ASCII (Ａ１：　) to half-width: for numbers, phones, codes and column heads; never for names. */
char *text_half_width(struct mem *m, const char *text);
/* A person's name: tidy, blanks between Hanzi removed, the dots U+2022 U+30FB U+FF0E U+FF65 U+2027 and '.'
 * between letters to U+00B7 (民委发〔2016〕33号). */
char *text_name(struct mem *m, const char *text);
/* The first `points` code points, with "…" when something was cut. */
char *text_cut(struct mem *m, const char *text, size_t points);
/* GB18030 to UTF-8; NULL when the bytes are not GB18030. */
char *text_from_gb18030(struct mem *m, const char *bytes, size_t n);
/* And back: `n` gets how many bytes there are. NULL when the C library has no word for a character. */
char *text_to_gb18030(struct mem *m, const char *text, size_t *n);

#endif
