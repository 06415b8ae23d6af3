/* text: UTF-8 by libunistring, GB18030 by iconv. */
#include "text.h"

#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "log.h"

struct range { ucs4_t first, last; };

static bool in_ranges(const struct range *ranges, size_t count, ucs4_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

#define IN(ranges, c) in_ranges(ranges, sizeof(ranges) / sizeof(ranges)[0], c)

/* What shows nothing, or makes what follows show otherwise. */
static bool is_invisible(ucs4_t c)
{
    static const struct range ranges[] = {
        {0x00ad, 0x00ad},   {0x034f, 0x034f},   {0x061c, 0x061c},   {0x115f, 0x1160}, {0x17b4, 0x17b5},
        {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},   {0x2060, 0x206f}, {0x3164, 0x3164},
        {0xfdd0, 0xfdef},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0}, {0xfff0, 0xfffb},
        {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
    };
    return c >= 0xad && (IN(ranges, c) || (c & 0xfffe) == 0xfffe);
}

/* Blanks that people type, the ideographic one and line ends among them. */
static bool is_blank(ucs4_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

static bool is_hanzi(ucs4_t c)
{
    static const struct range ranges[] = {{0x2e80, 0x2fdf}, {0x3007, 0x3007}, {0x3400, 0x4dbf},
                                          {0x4e00, 0x9fff}, {0xf900, 0xfaff}, {0x20000, 0x3ffff}};
    return c >= 0x2e80 && IN(ranges, c);
}

static bool is_letter(ucs4_t c)
{
    return is_hanzi(c) || uc_is_alpha(c);
}

enum text_fault text_check(const char *bytes, size_t n, bool many_lines)
{
    const uint8_t *at = (const uint8_t *)bytes, *end = at + n;
    enum text_fault fault = TEXT_OK;
    while (at < end) {
        ucs4_t c;
        int size = u8_mbtoucr(&c, at, (size_t)(end - at));
        if (size <= 0)
            return TEXT_NOT_UTF8;
        bool line_end = c == '\n' || c == '\r';
        if (fault == TEXT_OK && ((c < 0x20 && c != '\t' && !(many_lines && line_end)) || (c >= 0x7f && c <= 0x9f)))
            fault = TEXT_CONTROL;
        else if (fault == TEXT_OK && is_invisible(c))
            fault = TEXT_INVISIBLE;
        at += size;
    }
    return fault;
}

size_t text_length(const char *text)
{
    return u8_mbsnlen((const uint8_t *)text, strlen(text));
}

size_t text_utf16(const char *text)
{
    size_t units = 0;
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        units += (c & 0xc0) == 0x80 ? 0 : c >= 0xf0 ? 2 : 1;
    }
    return units;
}

char *text_nfc(struct mem *m, const char *text)
{
    size_t n = strlen(text), room = n * 3 + 64, got = room;
    /* NFC triples the bytes at most, so the library never needs a heap block of its own. */
    uint8_t *out = mem_alloc(m, room + 1);
    uint8_t *done = u8_normalize(UNINORM_NFC, (const uint8_t *)text, n, out, &got);
    if (done != out) /* not UTF-8: nothing was checked, nothing is changed */
        return mem_text_n(m, text, n);
    out[got] = '\0';
    return (char *)out;
}

/* One code point of text that was checked; the bytes it takes. Bytes that are not UTF-8 count for one each. */
static size_t point(ucs4_t *c, const char *at)
{
    int size = u8_mbtoucr(c, (const uint8_t *)at, strlen(at) < 4 ? strlen(at) : 4);
    if (size > 0)
        return (size_t)size;
    *c = 0xfffd;
    return 1;
}

/* Puts `c` at `out`; the bytes written. `out` has room for four. */
static size_t put(char *out, ucs4_t c)
{
    int n = u8_uctomb((uint8_t *)out, c, 4);
    return n > 0 ? (size_t)n : 0;
}

char *text_tidy(struct mem *m, const char *text)
{
    char *out = text_nfc(m, text), *from = out, *to = out, *end = out;
    ucs4_t c;
    while (*from != '\0' && point(&c, from) > 0 && is_blank(c))
        from += point(&c, from);
    while (*from != '\0') {
        size_t size = point(&c, from);
        if (c == '\r' && from[1] == '\n') {
            from++;
            continue;
        }
        memmove(to, from, size);
        if (c == '\r')
            *to = '\n';
        to += size;
        from += size;
        if (!is_blank(c))
            end = to;
    }
    *end = '\0';
    return out;
}

char *text_half_width(struct mem *m, const char *text)
{
    char *out = mem_text(m, text), *to = out;
    while (*text != '\0') {
        ucs4_t c;
        size_t size = point(&c, text);
        if (c == 0x3000 || (c >= 0xff01 && c <= 0xff5e)) {
            *to++ = c == 0x3000 ? ' ' : (char)(c - 0xff01 + 0x21);
        } else {
            memmove(to, text, size);
            to += size;
        }
        text += size;
    }
    *to = '\0';
    return out;
}

static bool is_dot(ucs4_t c)
{
    return c == 0x00b7 || c == 0x2022 || c == 0x30fb || c == 0xff0e || c == 0xff65 || c == 0x2027 || c == '.';
}

/* A code point of a name, and whether a blank stands before it. */
struct letter { ucs4_t c; bool after_blank; };

static size_t letters_of(const char *text, struct letter *out)
{
    size_t n = 0;
    bool after_blank = false;
    while (*text != '\0') {
        ucs4_t c;
        text += point(&c, text);
        if (is_blank(c)) {
            after_blank = true;
            continue;
        }
        out[n++] = (struct letter){c, after_blank};
        after_blank = false;
    }
    return n;
}

/* A dot between letters parts a name; in a Latin one a blank after it makes it an abbreviation ("J. Li"). */
static bool is_parting(const struct letter *l, size_t i, size_t n)
{
    if (i == 0 || i + 1 >= n || !is_dot(l[i].c) || !is_letter(l[i - 1].c) || !is_letter(l[i + 1].c))
        return false;
    return is_hanzi(l[i - 1].c) || is_hanzi(l[i + 1].c) || (!l[i].after_blank && !l[i + 1].after_blank);
}

char *text_name(struct mem *m, const char *text)
{
    const char *tidy = text_tidy(m, text);
    size_t bytes = strlen(tidy);
    struct letter *l = mem_array(m, bytes + 1, sizeof *l);
    size_t n = letters_of(tidy, l);
    /* A dot of one byte becomes two. */
    char *out = mem_alloc(m, bytes * 2 + 1), *to = out;
    bool parted = false;
    for (size_t i = 0; i < n; i++) {
        bool parts = is_parting(l, i, n);
        bool closed = i == 0 || parts || parted || (is_hanzi(l[i].c) && is_hanzi(l[i - 1].c));
        if (l[i].after_blank && !closed)
            *to++ = ' ';
        to += put(to, parts ? 0xb7 : l[i].c);
        parted = parts;
    }
    *to = '\0';
    return out;
}

char *text_cut(struct mem *m, const char *text, size_t points)
{
    const char *at = text;
    ucs4_t c;
    for (; points > 0 && *at != '\0'; points--)
        at += point(&c, at);
    return *at == '\0' ? mem_text(m, text) : mem_printf(m, "%.*s…", (int)(at - text), text);
}

char *text_from_gb18030(struct mem *m, const char *bytes, size_t n)
{
    iconv_t way = iconv_open("UTF-8", "GB18030");
    if (way == (iconv_t)-1)
        log_die("the C library cannot read GB18030 (gconv modules missing)");
    /* One byte gives one, two give three at most, four give four. */
    size_t room = n * 2 + 1, left = n, space = room - 1;
    char *out = mem_alloc(m, room), *in = mem_bytes(m, bytes, n), *to = out;
    bool done = memchr(bytes, '\0', n) == NULL && iconv(way, &in, &left, &to, &space) == 0 && left == 0;
    iconv_close(way);
    return done ? out : NULL;
}

char *text_to_gb18030(struct mem *m, const char *text, size_t *n)
{
    iconv_t way = iconv_open("GB18030", "UTF-8");
    if (way == (iconv_t)-1)
        log_die("the C library cannot write GB18030 (gconv modules missing)");
    /* Two bytes may give four; three and four give four at most. */
    size_t left = strlen(text), room = left * 2 + 1, space = room - 1;
    char *out = mem_alloc(m, room), *in = mem_text(m, text), *to = out;
    bool done = iconv(way, &in, &left, &to, &space) == 0 && left == 0;
    iconv_close(way);
    *n = (size_t)(to - out);
    return done ? out : NULL;
}
