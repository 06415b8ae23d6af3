/* officer_pass: statements of the one-time passes. The rule of two stands in the WHERE clause of the agreement. */
#include "officer_pass.h"

enum { INVITE, ASK, AGREE, WAITING, FIND, USE, VOID };

#define DESK (DB_STAFF | DB_OPERATOR)
#define OPEN "used_at IS NULL AND p.expires_at > UTC_TIMESTAMP(6)"
#define DAY_ON "UTC_TIMESTAMP(6) + INTERVAL 1 DAY"
#define ROW "p.id, p.officer_id, p.purpose = 'RESET', o.login, o.name, a.name, p.asked_by, p.expires_at"
#define JOINED "officer_pass p JOIN officer o ON o.id = p.officer_id LEFT JOIN officer a ON a.id = p.asked_by"

static const struct db_statement statements[] = {
    [INVITE] = { "officer_pass_invite",
        "INSERT INTO officer_pass (officer_id, purpose, code_hash, asked_by, created_at, expires_at) "
        "VALUES (?, 'ACTIVATE', ?, ?, UTC_TIMESTAMP(6), " DAY_ON ")", DESK },
    [ASK] = { "officer_pass_ask",
        "INSERT INTO officer_pass (officer_id, purpose, asked_by, created_at, expires_at) "
        "SELECT o.id, 'RESET', ?, UTC_TIMESTAMP(6), " DAY_ON " FROM officer o WHERE o.id = ? AND o.state = 'ACTIVE' AND o.id <> ? "
        "AND NOT EXISTS (SELECT 1 FROM officer_pass p WHERE p.officer_id = o.id AND p.purpose = 'RESET' AND p." OPEN ")", DESK },
    [AGREE] = { "officer_pass_agree",
        "UPDATE officer_pass p SET p.code_hash = ?, p.agreed_by = ?, p.expires_at = " DAY_ON " WHERE p.id = ? AND p.purpose = 'RESET' "
        "AND p.code_hash IS NULL AND p.asked_by <> ? AND p.officer_id <> ? AND p." OPEN, DESK },
    [WAITING] = { "officer_pass_waiting",
        "SELECT " ROW " FROM " JOINED " WHERE p.purpose = 'RESET' AND p.code_hash IS NULL AND p." OPEN " ORDER BY p.id", DESK },
    [FIND] = { "officer_pass_find", "SELECT " ROW " FROM " JOINED " WHERE p.code_hash = ? AND p." OPEN, DESK },
    [USE] = { "officer_pass_use", "UPDATE officer_pass p SET p.used_at = UTC_TIMESTAMP(6) WHERE p.id = ? AND p." OPEN, DESK },
    [VOID] = { "officer_pass_void",
        "UPDATE officer_pass p SET p.expires_at = UTC_TIMESTAMP(6) WHERE p.officer_id = ? AND p." OPEN, DESK },
};

const struct db_table officer_pass_table = { "officer_pass", statements, sizeof statements / sizeof statements[0] };

bool officer_pass_invite(struct db *db, int64_t officer_id, const unsigned char code_hash[32], int64_t asked_by, struct fail *f)
{
    return officer_pass_void(db, officer_id, f) &&
           db_run(db, &statements[INVITE], NULL, f, db_int(officer_id), db_bytes(code_hash, 32), db_id(asked_by));
}

bool officer_pass_ask(struct db *db, int64_t officer_id, int64_t asked_by, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[ASK], &changed, f, db_int(asked_by), db_int(officer_id), db_int(asked_by)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "reset_waits", "a reset waits, or the officer cannot be reset"));
}

bool officer_pass_agree(struct db *db, int64_t id, const unsigned char code_hash[32], int64_t agreed_by, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[AGREE], &changed, f, db_bytes(code_hash, 32), db_int(agreed_by), db_int(id), db_int(agreed_by),
                  db_int(agreed_by)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "reset_agree", "no reset that this officer may agree to"));
}

static void read_row(const struct db_rows *rows, struct officer_pass_row *out)
{
    *out = (struct officer_pass_row){ .id = db_get_int(rows, 0), .officer_id = db_get_int(rows, 1), .reset = db_get_int(rows, 2) != 0,
                                      .login = db_get_text(rows, 3), .name = db_get_text(rows, 4), .asked_by = db_get_text(rows, 5),
                                      .asked_by_id = db_get_int(rows, 6), .expires_at = db_get_instant(rows, 7) };
}

bool officer_pass_waiting(struct mem *m, struct db *db, struct officer_pass_row **rows_out, size_t *n, struct fail *f)
{
    struct officer_pass_row *list = NULL;
    struct db_rows *rows = db_rows(db, m, &statements[WAITING], f);
    *n = 0;
    while (rows && db_next(rows, f)) {
        list = mem_resize(m, list, *n * sizeof *list, (*n + 1) * sizeof *list);
        read_row(rows, &list[(*n)++]);
    }
    *rows_out = list;
    return rows && f->kind == FAIL_NONE;
}

bool officer_pass_find(struct mem *m, struct db *db, const unsigned char code_hash[32], struct officer_pass_row *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[FIND], f, db_bytes(code_hash, 32));
    if (!rows || !db_next(rows, f))
        return f->kind != FAIL_NONE ? false : fail_set(f, FAIL_MISSING, "pass_wrong", "no open pass of this code");
    read_row(rows, out);
    return true;
}

bool officer_pass_use(struct db *db, int64_t id, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[USE], &changed, f, db_int(id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "pass_wrong", "the pass was used or ended"));
}

bool officer_pass_void(struct db *db, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[VOID], NULL, f, db_int(officer_id));
}
