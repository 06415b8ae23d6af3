/* arrival: see arrival.h. */
#include "arrival.h"

instant arrival_begin(const struct arrival *a, instant now)
{
    instant begin = a->latest;
    if (a->delivered != 0 && a->delivered < begin)
        begin = a->delivered;
    if (a->signed_at != 0 && a->signed_at < begin)
        begin = a->signed_at;
    /* A clock of the other side that goes wrong takes nobody's time. */
    if (begin < a->sent)
        begin = a->sent;
    return begin <= now ? begin : 0;
}
