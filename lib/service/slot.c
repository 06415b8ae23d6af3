/* slot: two files and flock. */
#include "slot.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "clock.h"
#include "conf.h"
#include "file.h"

#define WAIT (3 * CLOCK_SECOND)
#define LOOK_AGAIN (20 * 1000)

/* *fd is -1 while another has it. */
static bool try(struct mem *m, const char *name, int *fd, struct fail *f)
{
    const char *path = file_path(m, conf_text("dir.slots"), name);
    *fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (*fd < 0)
        return fail_set(f, FAIL_UNAVAILABLE, "sign_in_busy", "%s: %s", path, strerror(errno));
    if (flock(*fd, LOCK_EX | LOCK_NB) == 0)
        return true;
    close(*fd);
    *fd = -1;
    return true;
}

bool slot_take(int *slot, struct fail *f)
{
    static const char *const names[] = { "argon2.0", "argon2.1" };
    struct mem *m = mem_new(NULL, "slot");
    int64_t end = clock_monotonic() + WAIT;
    bool ok = true;
    *slot = -1;
    /* Looks at both in turn, so that those who wait do not all wait for the same. */
    for (int i = 0; ok && *slot < 0 && clock_monotonic() < end; i++) {
        ok = try(m, names[i & 1], slot, f);
        if (ok && *slot < 0 && (i & 1))
            clock_sleep(LOOK_AGAIN);
    }
    mem_free(&m);
    return ok && (*slot >= 0 || fail_set(f, FAIL_UNAVAILABLE, "sign_in_busy", "both password slots stay taken"));
}

void slot_leave(int slot)
{
    close(slot);
}
