/* tie: what may tie an officer to a candidate (回避): units and unions that he or his kin belong to. Names are compared as people write them,
 * and generously: a match proposes a conflict, it decides nothing. */
#ifndef GS_MODEL_TIE_H
#define GS_MODEL_TIE_H

#include <stdbool.h>

#include "mem.h"

enum tie_kind {
    TIE_EMPLOYER,     /* 工作单位: his own, now or before */
    TIE_UNION,        /* 工会: that he works for or belongs to */
    TIE_KIN_EMPLOYER, /* 亲属的工作单位 */
    TIE_KIND__MAX
};
#define TIE_KIND_CHOICES "EMPLOYER|UNION|KIN_EMPLOYER"
const char *tie_kind_word(enum tie_kind kind);
bool tie_kind_read(const char *word, enum tie_kind *out);

/* What is compared: NFC, half width, small letters, no blanks, brackets or marks, and without what companies are called by
 * (股份有限公司 …). "" when nothing is left. */
char *tie_key(struct mem *m, const char *name);
/* True if two keys are the same, or one of four characters or more stands in the other (a branch, a place before the name). */
bool tie_same(const char *key, const char *other);

#endif
