/* slot: two named locks of the database. */
#include "slot.h"

#include "log.h"
#include "lock.h"

#define WAIT_SECONDS 3

static const char *const names[] = { "gs-argon2-0", "gs-argon2-1" };

bool slot_take(struct db *db, int *slot, struct fail *f)
{
    bool got = false;
    /* Starts with one at random, so that those who wait do not all wait for the same. */
    int first = (int)(clock_monotonic() & 1);
    for (int i = 0; i < 3 && !got; i++) {
        *slot = (first + i) & 1;
        if (!lock_take(db, names[*slot], i < 2 ? 0 : WAIT_SECONDS, &got, f))
            return false;
    }
    return got || fail_set(f, FAIL_UNAVAILABLE, "sign_in_busy", "both password slots stay taken");
}

void slot_leave(struct db *db, int slot)
{
    struct fail f = { .kind = FAIL_NONE };
    if (!lock_leave(db, names[slot], &f))
        log_fail("slot", &f);
}
