/* session: statements of officers' sessions. All limits are reckoned by the database's clock. */
#include "session.h"

#include <string.h>

enum { ADD, FOLLOW, TRIM, FIND, SEEN, DROP, DROP_OFFICER };

static const struct db_statement statements[] = {
    [ADD] = { "session_add",
        "INSERT INTO officer_session (token_hash, officer_id, key_wrapped, csrf, created_at, seen_at, fresh_at) "
        "VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [FOLLOW] = { "session_follow",
        "UPDATE officer_session SET token_hash = ?, key_wrapped = ?, csrf = ?, seen_at = UTC_TIMESTAMP(6), fresh_at = UTC_TIMESTAMP(6) "
        "WHERE id = ? AND officer_id = ?", DB_STAFF | DB_OPERATOR },
    [TRIM] = { "session_trim",
        "DELETE FROM officer_session WHERE officer_id = ? AND id NOT IN "
        "(SELECT id FROM (SELECT id FROM officer_session WHERE officer_id = ? ORDER BY id DESC LIMIT ?) newest)", DB_STAFF | DB_OPERATOR },
    [FIND] = { "session_find",
        "SELECT s.id, o.id, o.login, o.name, s.csrf, o.roles, s.fresh_at > UTC_TIMESTAMP(6) - INTERVAL ? MINUTE, o.public_key, s.key_wrapped "
        "FROM officer_session s JOIN officer o ON o.id = s.officer_id WHERE s.token_hash = ? AND o.state = 'ACTIVE' "
        "AND s.seen_at > UTC_TIMESTAMP(6) - INTERVAL ? MINUTE AND s.created_at > UTC_TIMESTAMP(6) - INTERVAL ? HOUR",
        DB_STAFF | DB_OPERATOR },
    [SEEN] = { "session_seen",
        "UPDATE officer_session SET seen_at = UTC_TIMESTAMP(6) WHERE id = ? AND seen_at < UTC_TIMESTAMP(6) - INTERVAL 5 SECOND",
        DB_STAFF | DB_OPERATOR },
    [DROP] = { "session_drop", "DELETE FROM officer_session WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [DROP_OFFICER] = { "session_drop_officer", "DELETE FROM officer_session WHERE officer_id = ? AND id <> ?", DB_STAFF | DB_OPERATOR },
};

const struct db_table session_table = { "session", statements, sizeof statements / sizeof statements[0] };

bool session_add(struct db *db, const unsigned char token_hash[32], int64_t officer_id, const unsigned char key_wrapped[72],
                 const char *csrf, int keep, struct fail *f)
{
    return db_run(db, &statements[ADD], NULL, f, db_bytes(token_hash, 32), db_int(officer_id), db_bytes(key_wrapped, 72), db_text(csrf)) &&
           db_run(db, &statements[TRIM], NULL, f, db_int(officer_id), db_int(officer_id), db_int(keep));
}

bool session_follow(struct db *db, int64_t id, const unsigned char token_hash[32], int64_t officer_id,
                    const unsigned char key_wrapped[72], const char *csrf, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[FOLLOW], &changed, f, db_bytes(token_hash, 32), db_bytes(key_wrapped, 72), db_text(csrf), db_int(id),
                  db_int(officer_id)) &&
           (changed == 1 || fail_set(f, FAIL_FORBIDDEN, "signed_out", "the session ended meanwhile"));
}

static bool read_row(const struct db_rows *rows, struct session_row *out)
{
    struct db_blob public_key = db_get_bytes(rows, 7), wrapped = db_get_bytes(rows, 8);
    *out = (struct session_row){ .id = db_get_int(rows, 0), .officer_id = db_get_int(rows, 1), .login = db_get_text(rows, 2),
                                 .name = db_get_text(rows, 3), .csrf = db_get_text(rows, 4), .roles = (uint32_t)db_get_int(rows, 5),
                                 .fresh = db_get_int(rows, 6) != 0 };
    if (public_key.len != sizeof out->public_key || wrapped.len != sizeof out->key_wrapped)
        return false;
    memcpy(out->public_key, public_key.data, public_key.len);
    memcpy(out->key_wrapped, wrapped.data, wrapped.len);
    return true;
}

bool session_find(struct mem *m, struct db *db, const unsigned char token_hash[32], const struct session_limits *limits,
                  struct session_row *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[FIND], f, db_int(limits->fresh_minutes), db_bytes(token_hash, 32),
                                   db_int(limits->idle_minutes), db_int(limits->absolute_hours));
    if (!rows || !db_next(rows, f))
        return f->kind != FAIL_NONE ? false : fail_set(f, FAIL_FORBIDDEN, "signed_out", "no living session");
    if (!read_row(rows, out))
        return fail_set(f, FAIL_INTERNAL, "internal", "a session of odd lengths");
    return db_run(db, &statements[SEEN], NULL, f, db_int(out->id));
}

bool session_drop(struct db *db, int64_t id, struct fail *f)
{
    return db_run(db, &statements[DROP], NULL, f, db_int(id));
}

bool session_drop_officer(struct db *db, int64_t officer_id, int64_t except, struct fail *f)
{
    return db_run(db, &statements[DROP_OFFICER], NULL, f, db_int(officer_id), db_int(except));
}
