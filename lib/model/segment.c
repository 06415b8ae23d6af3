/* segment: see segment.h. */
#include "segment.h"

enum { WHOLE = 70, PIECE = 67 };

struct filling { size_t units, segments, in_last; };

static void add(struct filling *f, const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
        size_t need = *p >= 0xf0 ? 2 : 1;
        if ((*p & 0xc0) == 0x80)
            continue;
        if (f->segments == 0 || f->in_last + need > PIECE) {
            f->segments++;
            f->in_last = 0;
        }
        f->in_last += need;
        f->units += need;
    }
}

struct segment_count segment_count(const char *sign, const char *text)
{
    struct filling f = { 0, 0, 0 };
    if (*sign != '\0') {
        add(&f, "【");
        add(&f, sign);
        add(&f, "】");
    }
    add(&f, text);
    return (struct segment_count){ f.units, f.units > 0 && f.units <= WHOLE ? 1 : f.segments };
}
