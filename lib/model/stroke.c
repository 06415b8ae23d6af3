/* stroke: ICU's collator behind four calls. The number of strokes is read from the collation itself: CLDR marks the beginning of each
 * group of n strokes by the string U+FDD0 U+2800+n. */
#include "stroke.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#define STROKE_GROUPS 48 /* the last one also takes every character that the data do not know */

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
    if (U_SUCCESS(e)) {
        mem_on_free(m, close_collator, s->collator);
        ucol_setAttribute(s->collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &e);
    }
    if (U_FAILURE(e) || stroke_count(s, "丁") != 2) {
        fail_set(f, FAIL_INTERNAL, "internal", "ICU has no order by strokes: %s", u_errorName(e));
        return NULL;
    }
    return s;
}

int stroke_compare(const struct stroke *s, const char *a, const char *b)
{
    UErrorCode e = U_ZERO_ERROR;
    return (int)ucol_strcollUTF8(s->collator, a, -1, b, -1, &e);
}

static UChar32 first_of(const char *name)
{
    UChar32 c = 0;
    size_t i = 0, n = strlen(name);
    if (n > 0)
        U8_NEXT(name, i, n, c);
    return c < 0 ? 0 : c;
}

int stroke_count(const struct stroke *s, const char *name)
{
    UChar32 c = first_of(name);
    UChar first[2];
    int32_t length = 0;
    UBool bad = false;
    if (c == 0)
        return 0;
    U16_APPEND(first, length, 2, c, bad);
    if (bad)
        return 0;
    int low = 0, high = STROKE_GROUPS;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        UChar mark[2] = { 0xFDD0, (UChar)(0x2800 + middle) };
        if (ucol_strcoll(s->collator, mark, 2, first, length) == UCOL_GREATER)
            high = middle - 1;
        else
            low = middle;
    }
    return low == STROKE_GROUPS ? 0 : low;
}

bool stroke_is_tie(const struct stroke *s, const char *a, const char *b)
{
    if (first_of(a) == first_of(b))
        return stroke_compare(s, a, b) == 0;
    return stroke_count(s, a) == stroke_count(s, b);
}
