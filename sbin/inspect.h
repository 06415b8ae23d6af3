/* inspect: whether a file is what its name says: the ending, the magic bytes and the structure must agree, and nothing may be hidden
 * before or behind. Pure over bytes in memory; libmagic's database is loaded once before. Source of the list: security.md 5.2. */
#ifndef GS_INSPECT_H
#define GS_INSPECT_H

#include <stdbool.h>
#include <stddef.h>

enum inspect_verdict {
    INSPECT_OK = 0,
    INSPECT_TYPE,      /* another kind of file than its name says, or a kind that is not taken */
    INSPECT_BROKEN,    /* cut off, damaged, or with something hidden in it */
    INSPECT_ENCRYPTED, /* needs a password to be read */
    INSPECT_TOO_LARGE, /* pictures over 50 million pixels, documents over 200 MB unpacked */
    INSPECT_EMPTY,
    INSPECT_VERDICT__MAX
};
const char *inspect_verdict_code(enum inspect_verdict v); /* "file_type" … a sentence of templates/lang */

/* The stored kind of an ending: "jpg" and "jpeg" give "jpeg"; NULL for an ending that is not taken. */
const char *inspect_kind(const char *ending);

/* Loads libmagic; false if its database is missing. */
bool inspect_open(void);
enum inspect_verdict inspect_bytes(const char *kind, const unsigned char *bytes, size_t n);

/* The structures, one function a kind; for inspect.c and the fuzzer. */
enum inspect_verdict inspect_pdf(const unsigned char *b, size_t n);
enum inspect_verdict inspect_png(const unsigned char *b, size_t n);
enum inspect_verdict inspect_jpeg(const unsigned char *b, size_t n);
enum inspect_verdict inspect_docx(const unsigned char *b, size_t n);
enum inspect_verdict inspect_boxes(const unsigned char *b, size_t n); /* MP4 and M4A */
enum inspect_verdict inspect_mp3(const unsigned char *b, size_t n);

#endif
