/* seal_key: statements of the office's keys and their grants. */
#include "seal_key.h"

#include <string.h>

enum { ADD, IN_FORCE, LIST, COUNT, GRANTS, GRANT_DROP, GRANT, GRANTS_DROP, IS_GRANTED, HOLDERS };

#define DESK (DB_STAFF | DB_OPERATOR)
#define ROW "id, public_key, by_recovery, retired_at IS NULL"

static const struct db_statement statements[] = {
    [ADD] = { "seal_key_add",
        "INSERT INTO seal_key (purpose, public_key, by_recovery, created_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))", DB_OPERATOR },
    [IN_FORCE] = { "seal_key_in_force",
        "SELECT id, public_key FROM seal_key WHERE purpose = ? AND retired_at IS NULL ORDER BY id DESC LIMIT 1",
        DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_REPORT | DB_OPERATOR },
    [LIST] = { "seal_key_list", "SELECT " ROW " FROM seal_key WHERE purpose = ? ORDER BY id DESC", DB_OPERATOR },
    [COUNT] = { "seal_key_count", "SELECT COUNT(*) FROM seal_key", DB_OPERATOR },
    [GRANTS] = { "seal_key_grants",
        "SELECT k.id, k.public_key, k.retired_at IS NULL, g.sealed FROM key_grant g JOIN seal_key k ON k.id = g.seal_key_id "
        "WHERE g.officer_id = ? AND k.purpose = ? ORDER BY k.id DESC", DESK },
    [GRANT_DROP] = { "seal_key_grant_drop", "DELETE FROM key_grant WHERE officer_id = ? AND seal_key_id = ?", DESK },
    [GRANT] = { "seal_key_grant",
        "INSERT INTO key_grant (officer_id, seal_key_id, sealed, granted_by, granted_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))", DESK },
    [GRANTS_DROP] = { "seal_key_grants_drop",
        "DELETE FROM key_grant WHERE officer_id = ? AND seal_key_id IN (SELECT id FROM seal_key WHERE purpose = ?)", DESK },
    [IS_GRANTED] = { "seal_key_is_granted",
        "SELECT COUNT(*) FROM key_grant g JOIN seal_key k ON k.id = g.seal_key_id "
        "WHERE g.officer_id = ? AND k.purpose = ? AND k.retired_at IS NULL", DESK },
    [HOLDERS] = { "seal_key_holders",
        "SELECT f.name FROM key_grant g JOIN seal_key k ON k.id = g.seal_key_id JOIN officer f ON f.id = g.officer_id "
        "WHERE k.purpose = ? AND k.retired_at IS NULL AND f.state = 'ACTIVE' ORDER BY f.name, f.id", DESK },
};

const struct db_table seal_key_table = { "seal_key", statements, sizeof statements / sizeof statements[0] };

bool seal_key_add(struct db *db, const char *purpose, const unsigned char public_key[SEAL_KEY_PUBLIC], const unsigned char *by_recovery,
                  int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_text(purpose), db_bytes(public_key, SEAL_KEY_PUBLIC),
                db_bytes(by_recovery, SEAL_KEY_WRAPPED)))
        return false;
    *id = db_insert_id(db);
    return true;
}

static bool take(const struct db_rows *rows, unsigned column, unsigned char *out, size_t n)
{
    struct db_blob blob = db_get_bytes(rows, column);
    if (blob.len != n)
        return false;
    memcpy(out, blob.data, n);
    return true;
}

bool seal_key_in_force(struct db *db, const char *purpose, struct seal_key_row *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "seal key");
    struct db_rows *rows = db_rows(db, m, &statements[IN_FORCE], f, db_text(purpose));
    bool found = rows && db_next(rows, f);
    memset(out, 0, sizeof *out);
    if (found) {
        out->id = db_get_int(rows, 0);
        out->in_force = true;
        found = take(rows, 1, out->public_key, SEAL_KEY_PUBLIC) || fail_set(f, FAIL_INTERNAL, "internal", "a key of odd length");
    } else if (f->kind == FAIL_NONE) {
        fail_set(f, FAIL_UNAVAILABLE, "keys_missing", "no %s key; run gongshictl key init", purpose);
    }
    mem_free(&m);
    return found;
}

bool seal_key_list(struct mem *m, struct db *db, const char *purpose, struct seal_key_row **rows_out, size_t *n, struct fail *f)
{
    struct seal_key_row *list = NULL;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_text(purpose));
    *n = 0;
    while (rows && db_next(rows, f)) {
        list = mem_resize(m, list, *n * sizeof *list, (*n + 1) * sizeof *list);
        struct seal_key_row *row = &list[(*n)++];
        memset(row, 0, sizeof *row);
        row->id = db_get_int(rows, 0);
        row->has_recovery = take(rows, 2, row->by_recovery, SEAL_KEY_WRAPPED);
        row->in_force = db_get_int(rows, 3) != 0;
        if (!take(rows, 1, row->public_key, SEAL_KEY_PUBLIC))
            return fail_set(f, FAIL_INTERNAL, "internal", "a key of odd length");
    }
    *rows_out = list;
    return rows && f->kind == FAIL_NONE;
}

/* One number of one row. */
static bool number(struct db_rows *rows, int64_t *out, struct fail *f)
{
    bool got = rows && db_next(rows, f);
    *out = got ? db_get_int(rows, 0) : 0;
    return got;
}

bool seal_key_count(struct db *db, int64_t *n, struct fail *f)
{
    struct mem *m = mem_new(NULL, "seal key");
    bool ok = number(db_rows(db, m, &statements[COUNT], f), n, f);
    mem_free(&m);
    return ok;
}

bool seal_key_grants(struct mem *m, struct db *db, int64_t officer_id, const char *purpose, struct seal_key_grant **rows_out, size_t *n,
                     struct fail *f)
{
    struct seal_key_grant *list = NULL;
    struct db_rows *rows = db_rows(db, m, &statements[GRANTS], f, db_int(officer_id), db_text(purpose));
    *n = 0;
    while (rows && db_next(rows, f)) {
        list = mem_resize(m, list, *n * sizeof *list, (*n + 1) * sizeof *list);
        struct seal_key_grant *grant = &list[(*n)++];
        memset(grant, 0, sizeof *grant);
        grant->key_id = db_get_int(rows, 0);
        grant->in_force = db_get_int(rows, 2) != 0;
        grant->sealed = db_get_bytes(rows, 3);
        if (!take(rows, 1, grant->public_key, SEAL_KEY_PUBLIC))
            return fail_set(f, FAIL_INTERNAL, "internal", "a key of odd length");
    }
    *rows_out = list;
    return rows && f->kind == FAIL_NONE;
}

bool seal_key_grant(struct db *db, int64_t officer_id, int64_t key_id, const void *sealed, size_t n, int64_t granted_by, struct fail *f)
{
    return db_run(db, &statements[GRANT_DROP], NULL, f, db_int(officer_id), db_int(key_id)) &&
           db_run(db, &statements[GRANT], NULL, f, db_int(officer_id), db_int(key_id), db_bytes(sealed, n), db_id(granted_by));
}

bool seal_key_grants_drop(struct db *db, int64_t officer_id, const char *purpose, struct fail *f)
{
    return db_run(db, &statements[GRANTS_DROP], NULL, f, db_int(officer_id), db_text(purpose));
}

bool seal_key_is_granted(struct db *db, int64_t officer_id, const char *purpose, bool *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "seal key");
    int64_t n = 0;
    bool ok = number(db_rows(db, m, &statements[IS_GRANTED], f, db_int(officer_id), db_text(purpose)), &n, f);
    *out = n > 0;
    mem_free(&m);
    return ok;
}

bool seal_key_holders(struct mem *m, struct db *db, const char *purpose, char ***names, size_t *n, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *names = NULL;
    *n = 0;
    struct db_rows *rows = db_rows(db, m, &statements[HOLDERS], f, db_text(purpose));
    while (rows && db_next(rows, f)) {
        *names = mem_resize(m, *names, *n * sizeof **names, (*n + 1) * sizeof **names);
        (*names)[(*n)++] = db_get_text(rows, 0);
    }
    return rows && f->kind == FAIL_NONE;
}
