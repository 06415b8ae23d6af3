/* buf: growing bytes with a ceiling. */
#include "buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

void buf_init(struct buf *b, struct mem *mem, size_t max)
{
    *b = (struct buf){.mem = mem, .max = max < SIZE_MAX ? max : SIZE_MAX - 1};
    b->cap = max < 63 ? max + 1 : 64;
    b->data = mem_alloc(mem, b->cap);
}

/* Room for `n` more bytes and the NUL. */
static bool make_room(struct buf *b, size_t n)
{
    if (b->over || n > b->max - b->len) {
        b->over = true;
        return false;
    }
    size_t need = b->len + n + 1;
    if (need <= b->cap)
        return true;
    size_t cap = b->cap;
    while (cap < need)
        cap = cap > SIZE_MAX / 2 ? need : cap * 2;
    if (cap > b->max + 1)
        cap = b->max + 1;
    b->data = mem_resize(b->mem, b->data, b->cap, cap);
    b->cap = cap;
    return true;
}

bool buf_add(struct buf *b, const void *bytes, size_t n)
{
    if (!make_room(b, n))
        return false;
    if (n > 0)
        memcpy(b->data + b->len, bytes, n);
    b->len += n;
    b->data[b->len] = '\0';
    return true;
}

bool buf_text(struct buf *b, const char *text)
{
    return buf_add(b, text, strlen(text));
}

bool buf_char(struct buf *b, char c)
{
    return buf_add(b, &c, 1);
}

bool buf_printf(struct buf *b, const char *format, ...)
{
    va_list ap, again;
    va_start(ap, format);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, format, ap);
    va_end(ap);
    bool fits = n >= 0 && make_room(b, (size_t)n);
    if (fits) {
        vsnprintf(b->data + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
    return fits;
}

void buf_reset(struct buf *b)
{
    b->len = 0;
    b->over = false;
    b->data[0] = '\0';
}
