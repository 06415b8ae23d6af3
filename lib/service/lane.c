/* lane: see lane.h. */
#include "lane.h"

#include "ceiling.h"
#include "conf.h"

static const char CLASS[] = "public-slow";

bool lane_open(struct db *db, const char *address, instant opened_at, instant now, struct fail *f)
{
    if (now - opened_at < conf_number("objection.slow_seconds") * CLOCK_SECOND)
        return fail_set(f, FAIL_TOO_MANY, "too_soon", "sent without work after %lld s", (long long)((now - opened_at) / CLOCK_SECOND));
    if (!ceiling_network_below(db, CLASS, address, conf_number("objection.slow_an_hour"), f))
        return f->kind == FAIL_TOO_MANY ? fail_set(f, FAIL_TOO_MANY, "slow_full", "%s", CLASS) : false;
    return true;
}

bool lane_passed(struct db *db, const char *address, struct fail *f) { return ceiling_network_note(db, CLASS, address, f); }
