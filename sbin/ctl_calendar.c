/* ctl_calendar: loading a year of working days from a file. */
#include <stdio.h>

#include "calendar_load.h"
#include "ctl.h"
#include "file.h"

#define CALENDAR_MAX ((size_t)64 * 1024)

bool ctl_calendar(struct ctl *c, const char *path, bool only_new, struct calendar_load_out *out, struct fail *f)
{
    struct calendar_load_in in = { .only_new = only_new };
    in.text = file_read(c->m, path, CALENDAR_MAX, &in.n, f);
    return in.text != NULL && calendar_load(c->db, &in, out, f);
}

enum ctl_exit ctl_calendar_load(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct calendar_load_out out;
    if (c->argc != 1)
        return CTL_USAGE;
    if (!ctl_calendar(c, c->argv[0], false, &out, &f))
        return ctl_say_fail(c->argv[0], &f);
    printf("calendar: %d, revision %d\n", out.year, out.revision);
    printf("deadlines moved to a later day: %d of cases, %d of requests to unions\n", out.moved.cases, out.moved.requests);
    return CTL_DONE;
}
