/* officer: statements of the people of the office. */
#include "officer.h"

#include <string.h>

enum { ADD, LIST, GET, PROOF, PROOF_BY_LOGIN, LOCK, ACTIVATE, RESET, SET_PASSWORD, SET_RECOVERY, SET_ROLES, DISABLE, TOTP_STEP, COUNT };

#define DESK (DB_STAFF | DB_OPERATOR)
#define ROW "id, login, name, roles, state, created_at"
#define PROOF_COLUMNS ROW ", pw_salt, pw_passes, pw_memory_kib, pw_verifier, totp_boxed, totp_step, public_key, key_by_password, " \
                      "key_by_recovery"
#define PASSWORD_SET "pw_salt = ?, pw_passes = ?, pw_memory_kib = ?, pw_verifier = ?, key_by_password = ?"

static const struct db_statement statements[] = {
    [ADD] = { "officer_add",
        "INSERT INTO officer (login, name, roles, state, created_at, created_by) VALUES (?, ?, ?, 'INVITED', UTC_TIMESTAMP(6), ?)", DESK },
    [LIST] = { "officer_list", "SELECT " ROW " FROM officer ORDER BY state = 'DISABLED', login", DESK },
    [GET] = { "officer_get", "SELECT " ROW " FROM officer WHERE id = ?", DESK },
    [PROOF] = { "officer_proof", "SELECT " PROOF_COLUMNS " FROM officer WHERE id = ?", DESK },
    [PROOF_BY_LOGIN] = { "officer_proof_by_login", "SELECT " PROOF_COLUMNS " FROM officer WHERE login = ?", DESK },
    [LOCK] = { "officer_lock", "SELECT " PROOF_COLUMNS " FROM officer WHERE id = ? FOR UPDATE", DESK },
    [ACTIVATE] = { "officer_activate",
        "UPDATE officer SET " PASSWORD_SET ", public_key = ?, key_by_recovery = ?, totp_boxed = ?, totp_step = ?, state = 'ACTIVE' "
        "WHERE id = ? AND state = 'INVITED'", DESK },
    [RESET] = { "officer_reset",
        "UPDATE officer SET " PASSWORD_SET ", public_key = ?, key_by_recovery = ? WHERE id = ? AND state = 'ACTIVE'", DESK },
    [SET_PASSWORD] = { "officer_set_password",
        "UPDATE officer SET " PASSWORD_SET " WHERE id = ? AND public_key = ? AND state = 'ACTIVE'", DESK },
    [SET_RECOVERY] = { "officer_set_recovery",
        "UPDATE officer SET key_by_recovery = ? WHERE id = ? AND public_key = ? AND state = 'ACTIVE'", DESK },
    [SET_ROLES] = { "officer_set_roles", "UPDATE officer SET roles = ? WHERE id = ? AND state <> 'DISABLED' AND roles <> ?", DESK },
    [DISABLE] = { "officer_disable", "UPDATE officer SET state = 'DISABLED' WHERE id = ? AND state <> 'DISABLED'", DESK },
    [TOTP_STEP] = { "officer_totp_step", "UPDATE officer SET totp_step = ? WHERE id = ? AND totp_step < ? AND state = 'ACTIVE'", DESK },
    [COUNT] = { "officer_count", "SELECT COUNT(*) FROM officer WHERE state = 'ACTIVE' AND roles & ? AND id <> ?", DESK },
};

const struct db_table officer_table = { "officer", statements, sizeof statements / sizeof statements[0] };

bool officer_add(struct db *db, const char *login, const char *name, uint32_t roles, int64_t created_by, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_text(login), db_text(name), db_int(roles), db_id(created_by))) {
        if (db_was_duplicate(db))
            fail_field(f, "login", "login_taken");
        return false;
    }
    *id = db_insert_id(db);
    return true;
}

static void read_row(const struct db_rows *rows, struct officer_row *out)
{
    const char *state = db_get_text(rows, 4);
    *out = (struct officer_row){ .id = db_get_int(rows, 0), .login = db_get_text(rows, 1), .name = db_get_text(rows, 2),
                                 .roles = (uint32_t)db_get_int(rows, 3), .created_at = db_get_instant(rows, 5) };
    out->state = strcmp(state, "ACTIVE") == 0 ? OFFICER_ACTIVE : strcmp(state, "INVITED") == 0 ? OFFICER_INVITED : OFFICER_DISABLED;
}

bool officer_list(struct mem *m, struct db *db, struct officer_row **rows_out, size_t *n, struct fail *f)
{
    struct officer_row *list = NULL;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f);
    *n = 0;
    while (rows && db_next(rows, f)) {
        list = mem_resize(m, list, *n * sizeof *list, (*n + 1) * sizeof *list);
        read_row(rows, &list[(*n)++]);
    }
    *rows_out = list;
    return rows && f->kind == FAIL_NONE;
}

static bool missing(struct fail *f)
{
    return f->kind != FAIL_NONE ? false : fail_set(f, FAIL_MISSING, "officer_missing", "no such officer");
}

bool officer_get(struct mem *m, struct db *db, int64_t id, struct officer_row *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[GET], f, db_int(id));
    if (!rows || !db_next(rows, f))
        return missing(f);
    read_row(rows, out);
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

static bool read_proof(struct db_rows *rows, struct officer_proof *out, struct fail *f)
{
    if (!rows || !db_next(rows, f))
        return missing(f);
    memset(out, 0, sizeof *out);
    read_row(rows, &out->row);
    out->has_password = !db_is_null(rows, 9);
    out->totp_step = db_get_int(rows, 11);
    if (!out->has_password)
        return true;
    out->passes = (uint32_t)db_get_int(rows, 7);
    out->memory_kib = (uint32_t)db_get_int(rows, 8);
    out->totp_boxed = db_get_bytes(rows, 10);
    return (take(rows, 6, out->salt, sizeof out->salt) && take(rows, 9, out->verifier, sizeof out->verifier) &&
            take(rows, 12, out->public_key, sizeof out->public_key) &&
            take(rows, 13, out->key_by_password, OFFICER_WRAPPED) && take(rows, 14, out->key_by_recovery, OFFICER_WRAPPED)) ||
           fail_set(f, FAIL_INTERNAL, "internal", "officer %lld has half a proof", (long long)out->row.id);
}

bool officer_proof(struct mem *m, struct db *db, int64_t id, struct officer_proof *out, struct fail *f)
{
    return read_proof(db_rows(db, m, &statements[PROOF], f, db_int(id)), out, f);
}

bool officer_proof_by_login(struct mem *m, struct db *db, const char *login, struct officer_proof *out, struct fail *f)
{
    return read_proof(db_rows(db, m, &statements[PROOF_BY_LOGIN], f, db_text(login)), out, f);
}

bool officer_lock(struct mem *m, struct db *db, int64_t id, struct officer_proof *out, struct fail *f)
{
    return read_proof(db_rows(db, m, &statements[LOCK], f, db_int(id)), out, f);
}

static bool one_row(bool ran, uint64_t changed, struct fail *f)
{
    return ran && (changed == 1 || fail_set(f, FAIL_CONFLICT, "officer_changed", "the officer's state does not allow it"));
}

/* The values of PASSWORD_SET. */
#define PASSWORD_VALUES(p) \
    db_bytes((p)->salt, sizeof (p)->salt), db_int((p)->passes), db_int((p)->memory_kib), db_bytes((p)->verifier, sizeof (p)->verifier), \
    db_bytes((p)->key_by_password, OFFICER_WRAPPED)

bool officer_activate(struct db *db, const struct officer_proof *p, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[ACTIVATE], &changed, f, PASSWORD_VALUES(p), db_bytes(p->public_key, sizeof p->public_key),
                      db_bytes(p->key_by_recovery, OFFICER_WRAPPED), db_bytes(p->totp_boxed.data, p->totp_boxed.len),
                      db_int(p->totp_step), db_int(p->row.id));
    return one_row(ran, changed, f);
}

bool officer_reset(struct db *db, const struct officer_proof *p, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[RESET], &changed, f, PASSWORD_VALUES(p), db_bytes(p->public_key, sizeof p->public_key),
                      db_bytes(p->key_by_recovery, OFFICER_WRAPPED), db_int(p->row.id));
    return one_row(ran, changed, f);
}

bool officer_set_password(struct db *db, const struct officer_proof *p, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[SET_PASSWORD], &changed, f, PASSWORD_VALUES(p), db_int(p->row.id),
                      db_bytes(p->public_key, sizeof p->public_key));
    return one_row(ran, changed, f);
}

bool officer_set_recovery(struct db *db, const struct officer_proof *p, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[SET_RECOVERY], &changed, f, db_bytes(p->key_by_recovery, OFFICER_WRAPPED), db_int(p->row.id),
                      db_bytes(p->public_key, sizeof p->public_key));
    return one_row(ran, changed, f);
}

bool officer_set_roles(struct db *db, int64_t id, uint32_t roles, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[SET_ROLES], &changed, f, db_int(roles), db_int(id), db_int(roles));
    return one_row(ran, changed, f);
}

bool officer_disable(struct db *db, int64_t id, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[DISABLE], &changed, f, db_int(id));
    return one_row(ran, changed, f);
}

bool officer_totp_step(struct db *db, int64_t id, int64_t step, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[TOTP_STEP], &changed, f, db_int(step), db_int(id), db_int(step)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "sign_in_wrong", "a one-time code was used before"));
}

bool officer_count(struct db *db, uint32_t roles, int64_t except, int64_t *n, struct fail *f)
{
    struct mem *m = mem_new(NULL, "officer");
    struct db_rows *rows = db_rows(db, m, &statements[COUNT], f, db_int(roles), db_int(except));
    bool ok = rows && db_next(rows, f);
    *n = ok ? db_get_int(rows, 0) : 0;
    mem_free(&m);
    return ok;
}
