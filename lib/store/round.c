/* round: rows of round, import_draft and the names of unions that a list is compared with. */
#include "round.h"

#define ROWS_MAX 500

enum { LIST, BY_SLUG, ADD, DRAFT_ADD, DRAFT_GET, DRAFT_REMOVE, DRAFT_SWEEP, UNIONS };

static const struct db_statement statements[] = {
    [LIST] = { "round_list", "SELECT id, slug, title, created_at FROM round ORDER BY id DESC", DB_STAFF | DB_OPERATOR },
    [BY_SLUG] = { "round_by_slug", "SELECT id, slug, title, created_at FROM round WHERE slug = ?", DB_STAFF | DB_OPERATOR },
    [ADD] = { "round_add", "INSERT INTO round (slug, title, created_at) VALUES (?, ?, UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [DRAFT_ADD] = { "import_draft_add",
        "INSERT INTO import_draft (round_id, officer_id, file_name, bytes, created_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [DRAFT_GET] = { "import_draft_get",
        "SELECT d.id, d.round_id, d.officer_id, r.slug, r.title, d.file_name, d.bytes, d.created_at FROM import_draft d "
        "JOIN round r ON r.id = d.round_id WHERE d.id = ?", DB_STAFF | DB_OPERATOR },
    [DRAFT_REMOVE] = { "import_draft_remove", "DELETE FROM import_draft WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [DRAFT_SWEEP] = { "import_draft_sweep", "DELETE FROM import_draft WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY",
        DB_STAFF | DB_OPERATOR },
    [UNIONS] = { "import_union_list", "SELECT id, name FROM nominating_union WHERE active ORDER BY id", DB_STAFF | DB_OPERATOR },
};

const struct db_table round_table = { "round", statements, sizeof statements / sizeof statements[0] };

static struct round_row row_of(const struct db_rows *rows)
{
    return (struct round_row){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_instant(rows, 3) };
}

bool round_list(struct mem *m, struct db *db, struct round_rows *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f);
    if (!rows)
        return false;
    *out = (struct round_rows){ mem_array(m, ROWS_MAX, sizeof *out->items), 0 };
    while (out->count < ROWS_MAX && db_next(rows, f))
        out->items[out->count++] = row_of(rows);
    return f->kind == FAIL_NONE;
}

bool round_by_slug(struct mem *m, struct db *db, const char *slug, struct round_row *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[BY_SLUG], f, db_text(slug));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "round_missing", "no such round") : false;
    *out = row_of(rows);
    return true;
}

bool round_add(struct db *db, const char *slug, const char *title, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_text(slug), db_text(title)))
        return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "round_slug_taken", "round address taken") : false;
    *id = db_insert_id(db);
    return true;
}

bool import_draft_add(struct db *db, int64_t round_id, int64_t officer_id, const char *file_name, const void *bytes, size_t n,
                      int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[DRAFT_ADD], NULL, f, db_int(round_id), db_int(officer_id), db_text(file_name), db_bytes(bytes, n)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool import_draft_get(struct mem *m, struct db *db, int64_t id, struct import_draft *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[DRAFT_GET], f, db_int(id));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "import_missing", "no such list") : false;
    *out = (struct import_draft){ db_get_int(rows, 0), db_get_int(rows, 1), db_get_int(rows, 2), db_get_text(rows, 3),
                                  db_get_text(rows, 4), db_get_text(rows, 5), db_get_bytes(rows, 6), db_get_instant(rows, 7) };
    return true;
}

bool import_draft_remove(struct db *db, int64_t id, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[DRAFT_REMOVE], &changed, f, db_int(id)))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, "import_done", "the list was taken over or thrown away before");
}

bool import_draft_sweep(struct db *db, struct fail *f)
{
    return db_run(db, &statements[DRAFT_SWEEP], NULL, f);
}

bool import_union_list(struct mem *m, struct db *db, struct import_unions *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[UNIONS], f);
    if (!rows)
        return false;
    *out = (struct import_unions){ mem_array(m, ROWS_MAX, sizeof *out->items), 0 };
    while (out->count < ROWS_MAX && db_next(rows, f))
        out->items[out->count++] = (struct import_union){ db_get_int(rows, 0), db_get_text(rows, 1) };
    return f->kind == FAIL_NONE;
}
