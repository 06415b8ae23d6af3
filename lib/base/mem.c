/* mem: pools over talloc. A pool is a talloc context of its own; its blocks are talloc children, its child pools and
 * closings stand in two lists, so that the order of freeing is ours: child pools, closings, blocks. */
#include "mem.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

struct closing {
    void (*run)(void *ctx);
    void *ctx;
    struct closing *before;
};

struct mem {
    bool secret;
    struct mem *parent;
    struct mem *children;  /* youngest first */
    struct mem *next;      /* older sister */
    struct closing *closings; /* last registered first */
};

/* stdio may need the heap that has just run out. */
_Noreturn static void die(const char *why)
{
    ssize_t ignored = write(STDERR_FILENO, why, strlen(why));
    (void)ignored;
    abort();
}

static int wipe_block(void *block)
{
    explicit_bzero(block, talloc_get_size(block));
    return 0;
}

static void *block_new(struct mem *m, size_t n)
{
    void *p = talloc_named_const(m, n, "block");
    if (p == NULL)
        die("<2>out of memory\n");
    if (m->secret)
        talloc_set_destructor(p, wipe_block);
    return p;
}

static int close_pool(struct mem *m)
{
    while (m->children != NULL)
        talloc_free(m->children);
    for (struct closing *c = m->closings; c != NULL; c = c->before)
        c->run(c->ctx);
    if (m->parent != NULL) {
        struct mem **at = &m->parent->children;
        while (*at != m)
            at = &(*at)->next;
        *at = m->next;
    }
    return 0;
}

static struct mem *pool_new(struct mem *parent, const char *name, bool secret)
{
    struct mem *m = talloc_named_const(parent, sizeof *m, name);
    if (m == NULL)
        die("<2>out of memory\n");
    memset(m, 0, sizeof *m);
    m->secret = secret || (parent != NULL && parent->secret);
    m->parent = parent;
    if (parent != NULL) {
        m->next = parent->children;
        parent->children = m;
    }
    talloc_set_destructor(m, close_pool);
    return m;
}

struct mem *mem_new(struct mem *parent, const char *name)
{
    return pool_new(parent, name, false);
}

struct mem *mem_new_secret(struct mem *parent, const char *name)
{
    return pool_new(parent, name, true);
}

void mem_free(struct mem **m)
{
    if (*m != NULL)
        talloc_free(*m);
    *m = NULL;
}

void *mem_alloc(struct mem *m, size_t n)
{
    void *p = block_new(m, n);
    memset(p, 0, n);
    return p;
}

void *mem_array(struct mem *m, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        die("<2>an array larger than memory was asked for\n");
    return mem_alloc(m, count * size);
}

void *mem_resize(struct mem *m, void *p, size_t old_size, size_t new_size)
{
    if (p == NULL)
        return block_new(m, new_size);
    if (!m->secret) {
        /* talloc gives NULL for size 0, having freed the block. */
        void *same = talloc_realloc_size(m, p, new_size > 0 ? new_size : 1);
        if (same == NULL)
            die("<2>out of memory\n");
        return same;
    }
    void *fresh = block_new(m, new_size);
    size_t kept = old_size < new_size ? old_size : new_size;
    if (kept > 0)
        memcpy(fresh, p, kept);
    talloc_free(p);
    return fresh;
}

void *mem_bytes(struct mem *m, const void *bytes, size_t n)
{
    void *p = block_new(m, n);
    if (n > 0)
        memcpy(p, bytes, n);
    return p;
}

char *mem_text_n(struct mem *m, const char *bytes, size_t n)
{
    char *p = block_new(m, n + 1);
    if (n > 0)
        memcpy(p, bytes, n);
    p[n] = '\0';
    return p;
}

char *mem_text(struct mem *m, const char *text)
{
    return text == NULL ? NULL : mem_text_n(m, text, strlen(text));
}

char *mem_vprintf(struct mem *m, const char *format, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, format, ap);
    if (n < 0)
        die("<2>a format cannot be printed\n");
    char *p = block_new(m, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return p;
}

char *mem_printf(struct mem *m, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    char *p = mem_vprintf(m, format, ap);
    va_end(ap);
    return p;
}

void mem_on_free(struct mem *m, void (*run)(void *ctx), void *ctx)
{
    struct closing *c = block_new(m, sizeof *c);
    *c = (struct closing){.run = run, .ctx = ctx, .before = m->closings};
    m->closings = c;
}
