/* buf: growing bytes with a ceiling. Once a piece would pass the ceiling nothing of it is added,
 * `over` stays true and every further call fails; the check may therefore stand at the end. */
#ifndef GS_BASE_BUF_H
#define GS_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "mem.h"

struct buf {
    struct mem *mem;
    char *data;   /* always followed by a NUL that is not counted */
    size_t len;
    size_t cap;
    size_t max;   /* bytes, the NUL not counted */
    bool over;
};

void buf_init(struct buf *b, struct mem *mem, size_t max);
bool buf_add(struct buf *b, const void *bytes, size_t n);
bool buf_text(struct buf *b, const char *text);
bool buf_char(struct buf *b, char c);
bool buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Empties the buffer, keeps its memory and clears `over`. */
void buf_reset(struct buf *b);

#endif
