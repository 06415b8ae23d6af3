/* lookup: see lookup.h. */
#include "lookup.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "buf.h"
#include "text.h"

enum { WORDS_MAX = 6000, SYLLABLES_MAX = 12 };

/* A middle dot of any kind, as many bytes as it has; 0: none. */
static size_t dot(const char *p)
{
    static const char *const DOTS[] = { ".", "\u00b7", "\u2022", "\u30fb", "'", "\u2019" };
    for (size_t i = 0; i < sizeof DOTS / sizeof DOTS[0]; i++)
        if (strncmp(p, DOTS[i], strlen(DOTS[i])) == 0)
            return strlen(DOTS[i]);
    return 0;
}

/* With `blanks` a run of them stays one blank. */
static char *folded(struct mem *m, const char *text, bool blanks)
{
    char *half = text_half_width(m, text_nfc(m, text)), *to = half;
    for (const char *p = half; *p != '\0';) {
        size_t n = dot(p);
        if (n > 0) {
            p += n;
        } else if (strncmp(p, "ü", 2) == 0) {
            *to++ = 'v';
            p += 2;
        } else if (*p == ' ' || *p == '\t' || *p == '\n') {
            if (blanks && to > half && to[-1] != ' ')
                *to++ = ' ';
            p++;
        } else {
            *to++ = (char)tolower((unsigned char)*p++);
        }
    }
    if (to > half && to[-1] == ' ')
        to--;
    *to = '\0';
    return half;
}

/* From each syllable on to the end, "ü" as `u`. */
static void put_readings(struct buf *b, const char *pinyin, char u, bool initials)
{
    const char *start = pinyin;
    for (int i = 0; i < SYLLABLES_MAX && *start != '\0'; i++) {
        buf_char(b, '\n');
        bool first = true;
        for (const char *p = start; *p != '\0'; p++) {
            if (*p == ' ') {
                first = true;
            } else if (strncmp(p, "ü", 2) == 0) {
                p++;
                if (first || !initials)
                    buf_char(b, u);
                first = false;
            } else {
                if (first || !initials)
                    buf_char(b, *p);
                first = false;
            }
        }
        start += strcspn(start, " ");
        start += *start == ' ';
    }
}

/* Words of Latin letters that stand inside a line begin a line of their own, too. */
static void put_latin(struct buf *b, const char *line)
{
    for (const char *p = line; *p != '\0';) {
        size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz0123456789");
        if (n > 0 && p > line) {
            buf_char(b, '\n');
            buf_add(b, p, n);
        }
        p += n > 0 ? n : 1;
    }
}

char *lookup_words(struct mem *m, const char *name, const char *pinyin, const char *employer, const char *union_name)
{
    struct buf b;
    const char *lines[] = { folded(m, name, false), folded(m, employer, false), folded(m, union_name, false) };
    buf_init(&b, m, WORDS_MAX);
    buf_printf(&b, "\n%s", lines[0]);
    put_readings(&b, pinyin, 'v', false);
    if (strstr(pinyin, "ü") != NULL)
        put_readings(&b, pinyin, 'u', false);
    put_readings(&b, pinyin, 'v', true);
    for (size_t i = 1; i < 3; i++) {
        buf_printf(&b, "\n%s", lines[i]);
        put_latin(&b, lines[i]);
    }
    return b.data;
}

static char *pattern(struct mem *m, const char *word)
{
    struct buf b;
    bool latin = word[strspn(word, "abcdefghijklmnopqrstuvwxyz")] == '\0';
    buf_init(&b, m, WORDS_MAX);
    buf_text(&b, latin ? "%\n" : "%");
    for (const char *p = word; *p != '\0'; p++) {
        if (*p == '%' || *p == '_' || *p == '\\')
            buf_char(&b, '\\');
        buf_char(&b, *p);
    }
    buf_char(&b, '%');
    return b.data;
}

size_t lookup_patterns(struct mem *m, const char *asked, const char *patterns[LOOKUP_TERMS])
{
    char *text = folded(m, asked, true);
    size_t count = 0;
    for (size_t i = 0; i < LOOKUP_TERMS; i++)
        patterns[i] = "%";
    while (*text != '\0' && count < LOOKUP_TERMS) {
        bool last = count == LOOKUP_TERMS - 1;
        size_t n = last ? strlen(text) : strcspn(text, " ");
        patterns[count++] = pattern(m, folded(m, mem_text_n(m, text, n), false));
        text += n;
        text += *text == ' ';
    }
    return count;
}
