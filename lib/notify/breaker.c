/* breaker: see breaker.h. */
#include "breaker.h"

bool breaker_works(const struct breaker *b)
{
    return b->failures < BREAKER_FAILURES;
}

size_t breaker_pick(struct breaker *b, size_t count, size_t from, int64_t now, int64_t rest)
{
    for (size_t i = from; i < count; i++) {
        if (breaker_works(&b[i]))
            return i;
        if (now >= b[i].rests_until) {
            b[i].rests_until = now + rest;
            return i;
        }
    }
    return count;
}

bool breaker_note(struct breaker *b, bool failed, int64_t now, int64_t rest)
{
    bool worked = breaker_works(b);
    b->failures = failed ? b->failures + (worked ? 1 : 0) : 0;
    if (failed)
        b->rests_until = now + rest;
    return worked != breaker_works(b);
}
