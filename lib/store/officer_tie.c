/* officer_tie: see officer_tie.h. */
#include "officer_tie.h"

enum { LIST, ADD, END };

static const struct db_statement statements[] = {
    [LIST] = { "officer_tie_list",
        "SELECT t.id, t.kind, t.name, f.name, t.entered_at FROM officer_tie t JOIN officer f ON f.id = t.entered_by "
        "WHERE t.officer_id = ? AND t.ended_at IS NULL ORDER BY t.id", DB_STAFF | DB_OPERATOR },
    [ADD] = { "officer_tie_add",
        "INSERT INTO officer_tie (officer_id, kind, name, entered_by, entered_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [END] = { "officer_tie_end",
        "UPDATE officer_tie SET ended_by = ?, ended_at = UTC_TIMESTAMP(6) WHERE id = ? AND officer_id = ? AND ended_at IS NULL",
        DB_STAFF | DB_OPERATOR },
};

const struct db_table officer_tie_table = { "officer_tie", statements, sizeof statements / sizeof statements[0] };

bool officer_tie_list(struct mem *m, struct db *db, int64_t officer_id, struct officer_tie **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(officer_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct officer_tie){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                                   db_get_instant(rows, 4) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool officer_tie_add(struct db *db, int64_t officer_id, const char *kind, const char *name, int64_t by_id, struct fail *f)
{
    return db_run(db, &statements[ADD], NULL, f, db_int(officer_id), db_text(kind), db_text(name), db_int(by_id));
}

bool officer_tie_end(struct db *db, int64_t officer_id, int64_t id, int64_t by_id, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[END], &changed, f, db_int(by_id), db_int(id), db_int(officer_id)) &&
           (changed == 1 || fail_set(f, FAIL_MISSING, "not_found", "no such tie"));
}
