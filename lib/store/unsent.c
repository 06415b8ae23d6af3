/* unsent: statements of forms that are being filled in. */
#include "unsent.h"

enum { CHANGE, ADD, GET, DROP, SWEEP };

static const struct db_statement statements[] = {
    [CHANGE] = { "unsent_change", "UPDATE unsent_form SET boxed = ?, ends_at = UTC_TIMESTAMP(6) + INTERVAL ? MINUTE WHERE tag = ?", DB_PUBLIC },
    [ADD] = { "unsent_add",
        "INSERT INTO unsent_form (tag, boxed, ends_at) SELECT ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MINUTE FROM DUAL "
        "WHERE (SELECT COUNT(tag) FROM unsent_form) < ?", DB_PUBLIC },
    [GET] = { "unsent_get", "SELECT boxed FROM unsent_form WHERE tag = ? AND ends_at > UTC_TIMESTAMP(6)", DB_PUBLIC },
    [DROP] = { "unsent_drop", "DELETE FROM unsent_form WHERE tag = ?", DB_PUBLIC },
    [SWEEP] = { "unsent_sweep", "DELETE FROM unsent_form WHERE ends_at <= UTC_TIMESTAMP(6) LIMIT 200", DB_NOTIFY },
};

const struct db_table unsent_table = { "unsent", statements, sizeof statements / sizeof statements[0] };

bool unsent_put(struct db *db, const unsigned char tag[UNSENT_TAG], const void *boxed, size_t n, int64_t minutes, int64_t most, bool *kept,
                struct fail *f)
{
    uint64_t changed = 0;
    *kept = false;
    if (!db_run(db, &statements[CHANGE], &changed, f, db_bytes(boxed, n), db_int(minutes), db_bytes(tag, UNSENT_TAG)))
        return false;
    if (changed == 0 && !db_run(db, &statements[ADD], &changed, f, db_bytes(tag, UNSENT_TAG), db_bytes(boxed, n), db_int(minutes),
                                db_int(most)))
        return false;
    *kept = changed > 0;
    return true;
}

bool unsent_get(struct db *db, struct mem *m, const unsigned char tag[UNSENT_TAG], struct db_blob *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[GET], f, db_bytes(tag, UNSENT_TAG));
    *out = (struct db_blob){ NULL, 0 };
    if (rows && db_next(rows, f))
        *out = db_get_bytes(rows, 0);
    return rows && f->kind == FAIL_NONE;
}

bool unsent_drop(struct db *db, const unsigned char tag[UNSENT_TAG], struct fail *f)
{
    return db_run(db, &statements[DROP], NULL, f, db_bytes(tag, UNSENT_TAG));
}

bool unsent_sweep(struct db *db, uint64_t *gone, struct fail *f) { return db_run(db, &statements[SWEEP], gone, f); }
