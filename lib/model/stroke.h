/* stroke: the order by strokes of the surname (按姓氏笔画排序): by the number of strokes of the first character, then of the second, and so
 * on; characters of the same number in ICU's order (zh-u-co-stroke). The numbers are those of the mainland: ICU's own, corrected by
 * stroke_table. Where two different surnames have the same number the rule goes on with the shape of the first stroke, which ICU does
 * not know: stroke_is_tie tells where an officer has to look and may correct by hand. */
#ifndef GS_MODEL_STROKE_H
#define GS_MODEL_STROKE_H

#include <stdbool.h>
#include <stddef.h>

#include "fail.h"
#include "mem.h"

struct stroke;

/* Opens the collator; freed with `m`. Fails with FAIL_INTERNAL when the ICU data lack the order. */
struct stroke *stroke_open(struct mem *m, struct fail *f);

/* <0, 0, >0: which of two names stands first. Blanks and dots inside count for nothing. */
int stroke_compare(const struct stroke *s, const char *a, const char *b);

/* Strokes of the first character; 0: not known (it sorts behind the others, as do Latin letters). */
int stroke_count(const struct stroke *s, const char *name);

/* Whether the order of two neighbours is no more than a proposal: different first characters of the same number of strokes, or
 * strokes that are not known, or the same name twice. */
bool stroke_is_tie(const struct stroke *s, const char *a, const char *b);

#endif
