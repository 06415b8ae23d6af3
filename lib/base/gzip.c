/* gzip: the only file that calls zlib. */
#include "gzip.h"

#include <limits.h>
#include <stdint.h>
#include <zlib.h>

#include "log.h"

enum { LEVEL = 9, WINDOW_BITS = 15 + 16 /* a gzip head instead of zlib's */, MEMORY = 8 };

void *gzip_pack(struct mem *m, const void *bytes, size_t n, size_t *packed_n)
{
    z_stream z = { 0 };
    if (n > UINT_MAX || deflateInit2(&z, LEVEL, Z_DEFLATED, WINDOW_BITS, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
        log_die("gzip does not start");
    uLong room = deflateBound(&z, (uLong)n);
    void *packed = mem_alloc(m, room);
    z.next_in = (Bytef *)(uintptr_t)bytes; /* zlib only reads it */
    z.avail_in = (uInt)n;
    z.next_out = packed;
    z.avail_out = (uInt)room;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END)
        log_die("gzip does not end");
    *packed_n = z.total_out;
    deflateEnd(&z);
    return packed;
}
