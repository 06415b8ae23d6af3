/* stroke: ICU's collator behind four calls. ICU's number of strokes is read from the collation itself: CLDR marks the beginning of each
 * group of n strokes by the string U+FDD0 U+2800+n. */
#include "stroke.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "stroke_table.h"

#define ICU_GROUPS 33    /* CLDR has no mark for 34; this group and all behind it, what the data do not know among them, is "not known" */
#define UNKNOWN_LAST 100 /* unknown numbers sort behind all known ones */

struct stroke { UCollator *collator; };

static void close_collator(void *ctx)
{
    ucol_close(ctx);
}

struct stroke *stroke_open(struct mem *m, struct fail *f)
{
    UErrorCode e = U_ZERO_ERROR;
    struct stroke *s = mem_alloc(m, sizeof *s);
    s->collator = ucol_open("zh-u-co-stroke", &e);
    if (U_SUCCESS(e))
        mem_on_free(m, close_collator, s->collator);
    if (U_FAILURE(e) || stroke_count(s, "丁") != 2) {
        fail_set(f, FAIL_INTERNAL, "internal", "ICU has no order by strokes: %s", u_errorName(e));
        return NULL;
    }
    return s;
}

/* The next letter of a name, 0 at its end. */
static UChar32 next_letter(const char *name, size_t *at)
{
    size_t n = strlen(name);
    while (*at < n) {
        UChar32 c;
        U8_NEXT(name, *at, n, c);
        if (c > 0 && u_isalpha(c))
            return c;
    }
    return 0;
}

static int table_strokes(UChar32 c)
{
    char letter[U8_MAX_LENGTH + 1] = "";
    size_t n = 0;
    U8_APPEND_UNSAFE(letter, n, c);
    for (size_t i = 0; i < stroke_group_count; i++)
        if (strstr(stroke_groups[i].characters, letter))
            return stroke_groups[i].strokes;
    return 0;
}

static int icu_compare(const struct stroke *s, UChar32 a, UChar32 b)
{
    UChar x[2], y[2];
    size_t x_n = 0, y_n = 0;
    U16_APPEND_UNSAFE(x, x_n, a);
    U16_APPEND_UNSAFE(y, y_n, b);
    return (int)ucol_strcoll(s->collator, x, (int32_t)x_n, y, (int32_t)y_n);
}

static int icu_strokes(const struct stroke *s, UChar32 c)
{
    UChar letter[2];
    size_t n = 0;
    U16_APPEND_UNSAFE(letter, n, c);
    int low = 0, high = ICU_GROUPS;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        UChar mark[2] = { 0xFDD0, (UChar)(0x2800 + middle) };
        if (ucol_strcoll(s->collator, mark, 2, letter, (int32_t)n) == UCOL_GREATER)
            high = middle - 1;
        else
            low = middle;
    }
    return low == ICU_GROUPS ? 0 : low;
}

static int strokes(const struct stroke *s, UChar32 c)
{
    int known = c == 0 ? 0 : table_strokes(c);
    return known || !u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ? known : icu_strokes(s, c);
}

int stroke_count(const struct stroke *s, const char *name)
{
    size_t at = 0;
    return strokes(s, next_letter(name, &at));
}

static int by_letter(const struct stroke *s, UChar32 a, UChar32 b)
{
    int x = strokes(s, a), y = strokes(s, b);
    x = x ? x : UNKNOWN_LAST;
    y = y ? y : UNKNOWN_LAST;
    return x != y ? x - y : icu_compare(s, a, b);
}

int stroke_compare(const struct stroke *s, const char *a, const char *b)
{
    size_t i = 0, k = 0;
    for (;;) {
        UChar32 x = next_letter(a, &i), y = next_letter(b, &k);
        if (x == 0 || y == 0)
            return (x != 0) - (y != 0);
        int order = x == y ? 0 : by_letter(s, x, y);
        if (order != 0)
            return order;
    }
}

bool stroke_is_tie(const struct stroke *s, const char *a, const char *b)
{
    size_t i = 0, k = 0;
    if (next_letter(a, &i) == next_letter(b, &k))
        return stroke_compare(s, a, b) == 0;
    return stroke_count(s, a) == stroke_count(s, b);
}
