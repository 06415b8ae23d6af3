/* spell: bytes as characters that people copy by hand. 32 characters are left when 0 and O, 1 and I and L, 8 and B count
 * as one each; five bits a character, the last one filled up with zero bits. */
#ifndef GS_BASE_SPELL_H
#define GS_BASE_SPELL_H

#include <stdbool.h>
#include <stddef.h>

#define SPELL_LENGTH(n) (((n) * 8 + 4) / 5)

/* Writes SPELL_LENGTH(n) characters and a NUL. */
void spell(const void *bytes, size_t n, char *out);
/* Cleans what was typed: upper case, blanks and hyphens dropped, look-alikes mended. False unless `exactly` characters of
 * the 32 are left; `out` has room for them and a NUL. */
bool spell_clean(const char *typed, size_t exactly, char *out);
/* The bytes of SPELL_LENGTH(n) cleaned characters; false if the filling bits are not zero. */
bool spell_read(const char *cleaned, void *out, size_t n);
/* The value of a cleaned character, 0 … 31, and the character of a value. */
unsigned spell_value(char c);
char spell_character(unsigned value);

#endif
