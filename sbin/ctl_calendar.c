/* ctl_calendar: loading a year of working days from a file. */
#include <stdio.h>

#include "calendar_load.h"
#include "ctl.h"
#include "file.h"

#define CALENDAR_MAX ((size_t)64 * 1024)

bool ctl_calendar(struct ctl *c, const char *path, bool only_new, int *year, int *done, struct fail *f)
{
    struct calendar_load_in in = { .only_new = only_new };
    struct calendar_load_out out;
    in.text = file_read(c->m, path, CALENDAR_MAX, &in.n, f);
    if (in.text == NULL || !calendar_load(c->db, &in, &out, f))
        return false;
    *year = out.year;
    *done = out.revision;
    return true;
}

enum ctl_exit ctl_calendar_load(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    int year, revision;
    if (c->argc != 1)
        return CTL_USAGE;
    if (!ctl_calendar(c, c->argv[0], false, &year, &revision, &f))
        return ctl_say_fail(c->argv[0], &f);
    printf("calendar: %d, revision %d\n", year, revision);
    return CTL_DONE;
}
