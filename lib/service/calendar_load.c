/* calendar_load: one file, one transaction. */
#include "calendar_load.h"

#include "audit.h"
#include "calendar_file.h"
#include "workdays.h"

struct loading { struct mem *m; const struct calendar_file *file; bool only_new; int revision; struct calendar_shift_out moved; };

static bool store(struct db *db, void *ctx, struct fail *f)
{
    struct loading *l = ctx;
    struct workdays before;
    int newest = 0;
    l->revision = 0;
    if (!workdays_revision(db, l->file->year, &newest, f))
        return false;
    if (newest > 0 && l->only_new)
        return true;
    if (!workdays_load(l->m, db, &before, f) || !workdays_revision_add(db, l->file->year, newest + 1, l->file->paper, l->file->number, f))
        return false;
    for (size_t i = 0; i < l->file->count; i++)
        if (!workdays_day_add(db, newest + 1, &l->file->days[i], f))
            return false;
    struct calendar_plan plan = { l->file->year, newest + 1, l->file->paper, l->file->number };
    l->revision = newest + 1;
    return audit_add(db, AUDIT_OPERATOR, 0, "calendar_load", "calendar", l->file->year, l->file->paper, f) &&
           calendar_shift(l->m, db, &before.calendar, &plan, &l->moved, f);
}

bool calendar_load(struct db *db, const struct calendar_load_in *in, struct calendar_load_out *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "calendar");
    struct calendar_file file;
    struct loading loading = { .m = m, .file = &file, .only_new = in->only_new };
    bool ok = calendar_file_read(m, in->text, in->n, &file, f) && db_transaction(db, store, &loading, f);
    *out = (struct calendar_load_out){ file.year, loading.revision, loading.moved };
    mem_free(&m);
    return ok;
}
