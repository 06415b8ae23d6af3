/* union_session: statements of contacts' sign-in. All limits are reckoned by the database's clock. */
#include "union_session.h"

enum { CONTACTS, CONTACT_LOCK, CODE_ADD, CODE_TRY, CODE_STANDS, CODE_FIND, CODE_USE, ADD, FIND, SEEN, DROP };

static const struct db_statement statements[] = {
    [CONTACTS] = { "union_contacts_of_letter",
        "SELECT c.id, c.rank, c.phone, c.email FROM union_letter l JOIN nominating_union u ON u.id = l.union_id AND u.active "
        "JOIN union_contact c ON c.union_id = u.id AND c.rank IS NOT NULL WHERE l.slug = ? ORDER BY c.rank", DB_UNION },
    [CONTACT_LOCK] = { "union_contact_lock", "SELECT id FROM union_contact WHERE id = ? FOR UPDATE", DB_UNION },
    [CODE_ADD] = { "one_time_code_add",
        "INSERT INTO one_time_code (form_hash, contact_id, code_hash, created_at, expires_at) "
        "VALUES (?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL ? MINUTE)", DB_UNION },
    [CODE_TRY] = { "one_time_code_try",
        "UPDATE one_time_code SET tries = tries + 1 WHERE form_hash = ? AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6) AND tries < ?",
        DB_UNION },
    [CODE_STANDS] = { "one_time_code_stands",
        "SELECT COUNT(*) FROM one_time_code WHERE form_hash = ? AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6) AND tries < ?",
        DB_UNION },
    [CODE_FIND] = { "one_time_code_find", "SELECT id, contact_id, code_hash FROM one_time_code WHERE form_hash = ?", DB_UNION },
    [CODE_USE] = { "one_time_code_use", "UPDATE one_time_code SET used_at = UTC_TIMESTAMP(6) WHERE id = ? AND used_at IS NULL", DB_UNION },
    [ADD] = { "union_session_add",
        "INSERT INTO union_session (token_hash, contact_id, csrf, created_at, seen_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
        DB_UNION },
    [FIND] = { "union_session_find",
        "SELECT s.id, c.id, u.id, c.name, u.name, s.csrf FROM union_session s JOIN union_contact c ON c.id = s.contact_id AND c.rank IS NOT NULL "
        "JOIN nominating_union u ON u.id = c.union_id AND u.active WHERE s.token_hash = ? "
        "AND s.seen_at > UTC_TIMESTAMP(6) - INTERVAL ? MINUTE AND s.created_at > UTC_TIMESTAMP(6) - INTERVAL ? HOUR", DB_UNION },
    [SEEN] = { "union_session_seen",
        "UPDATE union_session SET seen_at = UTC_TIMESTAMP(6) WHERE id = ? AND seen_at < UTC_TIMESTAMP(6) - INTERVAL 5 SECOND", DB_UNION },
    [DROP] = { "union_session_drop", "DELETE FROM union_session WHERE id = ?", DB_UNION },
};

const struct db_table union_session_table = { "union_session", statements, sizeof statements / sizeof statements[0] };

bool union_contacts(struct mem *m, struct db *db, const char *slug, struct union_contact_row **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[CONTACTS], f, db_text(slug));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct union_contact_row){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2),
                                                         db_get_text(rows, 3) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool union_contact_lock(struct mem *m, struct db *db, int64_t contact_id, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[CONTACT_LOCK], f, db_int(contact_id));
    return rows && (db_next(rows, f) || (f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no such contact")));
}

bool one_time_code_add(struct db *db, const unsigned char form_hash[32], int64_t contact_id, const unsigned char code_hash[32],
                       int64_t minutes, bool *made, struct fail *f)
{
    *made = db_run(db, &statements[CODE_ADD], NULL, f, db_bytes(form_hash, 32), db_int(contact_id), db_bytes(code_hash, 32),
                   db_int(minutes));
    if (!*made && db_was_duplicate(db)) {
        *f = (struct fail){ .kind = FAIL_NONE };
        return true;
    }
    return *made;
}

bool one_time_code_try(struct db *db, const unsigned char form_hash[32], int64_t tries, bool *counted, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[CODE_TRY], &changed, f, db_bytes(form_hash, 32), db_int(tries));
    *counted = ran && changed == 1;
    return ran;
}

bool one_time_code_stands(struct db *db, const unsigned char form_hash[32], int64_t tries, bool *yes, struct fail *f)
{
    struct mem *m = mem_new(NULL, "code");
    struct db_rows *rows = db_rows(db, m, &statements[CODE_STANDS], f, db_bytes(form_hash, 32), db_int(tries));
    bool ok = rows && db_next(rows, f);
    *yes = ok && db_get_int(rows, 0) > 0;
    mem_free(&m);
    return ok;
}

bool one_time_code_find(struct mem *m, struct db *db, const unsigned char form_hash[32], struct one_time_code *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[CODE_FIND], f, db_bytes(form_hash, 32));
    if (!rows || !db_next(rows, f))
        return f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "code_wrong", "no code for this form");
    *out = (struct one_time_code){ db_get_int(rows, 0), db_get_int(rows, 1), db_get_bytes(rows, 2) };
    return true;
}

bool one_time_code_use(struct db *db, int64_t id, bool *used, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[CODE_USE], &changed, f, db_int(id));
    *used = ran && changed == 1;
    return ran;
}

bool union_session_add(struct db *db, const unsigned char token_hash[32], int64_t contact_id, const char *csrf, struct fail *f)
{
    return db_run(db, &statements[ADD], NULL, f, db_bytes(token_hash, 32), db_int(contact_id), db_text(csrf));
}

bool union_session_find(struct mem *m, struct db *db, const unsigned char token_hash[32], int64_t idle_minutes, int64_t absolute_hours,
                        struct union_session_row *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[FIND], f, db_bytes(token_hash, 32), db_int(idle_minutes), db_int(absolute_hours));
    if (!rows || !db_next(rows, f))
        return f->kind == FAIL_NONE && fail_set(f, FAIL_FORBIDDEN, "signed_out", "no living session");
    *out = (struct union_session_row){ db_get_int(rows, 0), db_get_int(rows, 1), db_get_int(rows, 2), db_get_text(rows, 3),
                                       db_get_text(rows, 4), db_get_text(rows, 5) };
    return db_run(db, &statements[SEEN], NULL, f, db_int(out->id));
}

bool union_session_drop(struct db *db, int64_t id, struct fail *f)
{
    return db_run(db, &statements[DROP], NULL, f, db_int(id));
}
