/* lock: GET_LOCK. */
#include "lock.h"

enum { TAKE };

/* A function needs no grant: every account may. */
#define ANYBODY (DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR)

static const struct db_statement statements[] = {
    [TAKE] = { "lock_take", "SELECT GET_LOCK(?, ?)", ANYBODY },
};

const struct db_table lock_table = { "lock", statements, sizeof statements / sizeof statements[0] };

bool lock_take(struct db *db, const char *name, int64_t seconds, bool *got, struct fail *f)
{
    struct mem *m = mem_new(NULL, "lock");
    struct db_rows *rows = db_rows(db, m, &statements[TAKE], f, db_text(name), db_int(seconds));
    bool ok = rows && db_next(rows, f);
    *got = ok && db_get_int(rows, 0) == 1;
    mem_free(&m);
    return ok;
}
