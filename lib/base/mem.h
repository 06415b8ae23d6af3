/* mem: memory in pools (talloc). A request, a row cursor or a program owns a pool; freeing the pool
 * frees all that hangs on it. Out of memory ends the process: no caller checks for NULL.
 * Every block is zeroed when given and wiped when freed if its pool is a secret one. */
#ifndef GS_BASE_MEM_H
#define GS_BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

struct mem;

/* A new pool under `parent` (NULL: a root). `name` must be a literal; it shows in leak reports. */
struct mem *mem_new(struct mem *parent, const char *name);

/* The same, but every block of it and of pools below it is wiped before it goes back to the heap. */
struct mem *mem_new_secret(struct mem *parent, const char *name);

/* Frees the pool and all below it, and sets *m to NULL. NULL inside is fine. */
void mem_free(struct mem **m);

/* `n` zeroed bytes owned by `m`; n may be 0. Never NULL. */
void *mem_alloc(struct mem *m, size_t n);

/* `count` zeroed items of `size` bytes; an overflow of the product ends the process. */
void *mem_array(struct mem *m, size_t count, size_t size);

/* Grows or shrinks `p` (NULL: new); new bytes are not zeroed; the old block is wiped in a secret pool. */
void *mem_resize(struct mem *m, void *p, size_t old_size, size_t new_size);

/* Copies owned by `m`. mem_text takes NULL and gives NULL. mem_text_n ends the copy with a NUL. */
char *mem_text(struct mem *m, const char *text);
char *mem_text_n(struct mem *m, const char *bytes, size_t n);
void *mem_bytes(struct mem *m, const void *bytes, size_t n);
char *mem_printf(struct mem *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *mem_vprintf(struct mem *m, const char *format, va_list ap) __attribute__((format(printf, 2, 0)));

/* Calls `run(ctx)` when `m` is freed. Several are called last-registered first. */
void mem_on_free(struct mem *m, void (*run)(void *ctx), void *ctx);

#endif
