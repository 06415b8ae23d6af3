/* gzip: bytes packed once for pages that are kept ready. */
#ifndef GS_BASE_GZIP_H
#define GS_BASE_GZIP_H

#include <stddef.h>

#include "mem.h"

/* The bytes as a gzip member, with neither name nor time in it, so that equal bytes are packed to equal bytes. */
void *gzip_pack(struct mem *m, const void *bytes, size_t n, size_t *packed_n);

#endif
