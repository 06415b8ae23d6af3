/* scan: small values from outside, whole text or nothing. */
#include "scan.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool scan_u64(const char *text, uint64_t max, uint64_t *out)
{
    uint64_t value = 0;
    if (*text == '\0')
        return false;
    for (; *text != '\0'; text++) {
        if (!is_digit(*text))
            return false;
        uint64_t digit = (uint64_t)(*text - '0');
        if (value > (UINT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
        if (value > max)
            return false;
    }
    *out = value;
    return true;
}

bool scan_i64(const char *text, int64_t min, int64_t max, int64_t *out)
{
    bool negative = *text == '-';
    uint64_t size;
    uint64_t limit = negative ? (uint64_t)INT64_MAX + 1 : (uint64_t)INT64_MAX;
    if (!scan_u64(text + (negative ? 1 : 0), limit, &size))
        return false;
    int64_t value = negative ? (size == 0 ? 0 : -(int64_t)(size - 1) - 1) : (int64_t)size;
    if (value < min || value > max)
        return false;
    *out = value;
    return true;
}

bool scan_digits(const char *text, size_t min, size_t max)
{
    size_t n = 0;
    for (; text[n] != '\0'; n++)
        if (n >= max || !is_digit(text[n]))
            return false;
    return n >= min;
}

bool scan_word(const char *text, size_t max)
{
    size_t n = 0;
    for (; text[n] != '\0'; n++) {
        char c = text[n];
        if (n >= max || !(is_digit(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '-'))
            return false;
    }
    return n > 0;
}

/* The digits of `text` without blanks, hyphens and a country code; their number, or 0 if anything else is in it. */
static size_t phone_digits(const char *text, char out[20])
{
    size_t n = 0;
    bool abroad = *text == '+';
    if (abroad)
        text++;
    for (; *text != '\0'; text++) {
        if (*text == ' ' || *text == '-')
            continue;
        if (!is_digit(*text) || n >= 19)
            return 0;
        out[n++] = *text;
    }
    out[n] = '\0';
    /* No number within China starts with 86 and is this long. */
    if (n >= 12 && out[0] == '8' && out[1] == '6') {
        n -= 2;
        memmove(out, out + 2, n + 1);
        abroad = false;
        if (out[0] != '0' && out[0] != '1' && n < 19) {
            memmove(out + 1, out, n + 1);
            out[0] = '0';
            n++;
        }
    }
    return abroad ? 0 : n;
}

static bool is_mobile(const char *digits, size_t n)
{
    return n == 11 && digits[0] == '1' && digits[1] >= '3';
}

static bool is_land_line(const char *digits, size_t n)
{
    if (n < 10 || digits[0] != '0')
        return false;
    if ((digits[1] == '1' && digits[2] == '0') || digits[1] == '2')
        return n == 11 && digits[3] >= '2';
    return digits[1] >= '3' && (n == 11 || n == 12) && digits[4] >= '2';
}

bool scan_phone(const char *text, char out[20])
{
    char digits[20];
    size_t n = phone_digits(text, digits);
    if (!is_mobile(digits, n) && !is_land_line(digits, n))
        return false;
    memcpy(out, digits, n + 1);
    return true;
}

bool scan_mobile(const char *text, char out[12])
{
    char digits[20];
    size_t n = phone_digits(text, digits);
    if (!is_mobile(digits, n))
        return false;
    memcpy(out, digits, n + 1);
    return true;
}

/* Dot-separated labels of letters, digits and hyphens; at least two. */
static bool is_domain(const char *domain)
{
    size_t label = 0, dots = 0;
    for (const char *at = domain; *at != '\0'; at++) {
        if (*at == '.') {
            if (label == 0 || at[-1] == '-')
                return false;
            label = 0;
            dots++;
        } else if (!is_alnum(*at) && (*at != '-' || label == 0)) {
            return false;
        } else if (++label > 63) {
            return false;
        }
    }
    return label > 0 && dots > 0 && domain[strlen(domain) - 1] != '-';
}

bool scan_email(const char *text)
{
    /* Fewer than RFC 5322 allows: none that a shell, a header or source routing reads as more than a letter. */
    static const char also[] = "#$&*+-/=?^_{}~.";
    size_t n = strnlen(text, 255);
    const char *at = strchr(text, '@');
    if (n > 254 || at == NULL || at == text || at - text > 64 || text[0] == '.' || text[0] == '-' || at[-1] == '.')
        return false;
    for (const char *c = text; c < at; c++)
        if ((!is_alnum(*c) && strchr(also, *c) == NULL) || (*c == '.' && c[1] == '.'))
            return false;
    return is_domain(at + 1);
}
