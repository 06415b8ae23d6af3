/* spell: codes for people. */
#include "spell.h"

#include <string.h>

static const char alphabet[] = "ABCDEFGHJKLMNOPQRSTUVWXYZ2345679";

unsigned spell_value(char c)
{
    const char *at = c != '\0' ? strchr(alphabet, c) : NULL;
    return at != NULL ? (unsigned)(at - alphabet) : 0;
}

char spell_character(unsigned value)
{
    return alphabet[value & 31];
}

void spell(const void *bytes, size_t n, char *out)
{
    const unsigned char *in = bytes;
    unsigned hold = 0, bits = 0;
    for (size_t i = 0; i < n; i++) {
        hold = (hold & 0x1f) << 8 | in[i];
        for (bits += 8; bits >= 5; bits -= 5)
            *out++ = spell_character(hold >> (bits - 5));
    }
    if (bits > 0)
        *out++ = spell_character(hold << (5 - bits));
    *out = '\0';
}

static char mend(char c)
{
    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    return c == '0' ? 'O' : c == '1' || c == 'I' ? 'L' : c == '8' ? 'B' : c;
}

bool spell_clean(const char *typed, size_t exactly, char *out)
{
    size_t n = 0;
    for (; *typed != '\0'; typed++) {
        if (strchr(" \t\r\n-", *typed) != NULL)
            continue;
        char c = mend(*typed);
        if (n == exactly || strchr(alphabet, c) == NULL)
            return false;
        out[n++] = c;
    }
    out[n] = '\0';
    return n == exactly;
}

bool spell_read(const char *cleaned, void *out, size_t n)
{
    unsigned char *bytes = out;
    unsigned hold = 0, bits = 0;
    size_t filled = 0;
    for (size_t i = 0; i < SPELL_LENGTH(n); i++) {
        hold = (hold & 0xff) << 5 | spell_value(cleaned[i]);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes[filled++] = (unsigned char)(hold >> bits & 0xff);
        }
    }
    return (hold & ((1u << bits) - 1)) == 0;
}
