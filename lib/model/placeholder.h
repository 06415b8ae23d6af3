/* placeholder: the small language in which messages are written: {{name}} is where a value goes, and a part in [[double brackets]] is left
 * out when a value in it is empty. Nothing else in it means anything, and values are never read again as words. */
#ifndef GS_MODEL_PLACEHOLDER_H
#define GS_MODEL_PLACEHOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

#define PLACEHOLDER_NAME_MAX 30

enum placeholder_fault {
    PLACEHOLDER_OK,
    PLACEHOLDER_UNKNOWN, /* `name` is none of those allowed */
    PLACEHOLDER_BROKEN,  /* {{ without a name and }} behind it, or }} alone */
    PLACEHOLDER_PART     /* [[ without ]], one in another, ]] alone, or a part that holds no value */
};
struct placeholder_error { enum placeholder_fault fault; char name[PLACEHOLDER_NAME_MAX + 1]; };

/* Whether `words` can be filled; `names` are those allowed, "|" between. The first fault goes to *out. */
bool placeholder_check(const char *words, const char *names, struct placeholder_error *out);

struct placeholder_value { const char *name, *value; }; /* value NULL: empty */
/* Appends the words with their values. A name that has no value stands for nothing; what is not well written ends the text there and gives
 * false, as does a text longer than the buffer may be. */
bool placeholder_fill(struct buf *out, const char *words, const struct placeholder_value *values, size_t count);
/* Whether {{name}} stands in the words. */
bool placeholder_uses(const char *words, const char *name);

#endif
