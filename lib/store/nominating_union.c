/* nominating_union: rows of nominating_union and union_contact as the office keeps them. */
#include "nominating_union.h"

#define ROWS_MAX 500

enum { LIST, GET, HOLD, BY_CODE, BY_NAME, ADD, CHANGE, SET_ACTIVE, CONTACT_LEAVE, CONTACT_ADD, MAIL_FOLLOWS };

#define UNIONS \
    "SELECT u.id, u.code, u.name, u.kind = 'INDUSTRY', u.active, p.id, p.name, p.phone, p.email, p.lang, b.id, b.name, b.phone, b.email, b.lang " \
    "FROM nominating_union u LEFT JOIN union_contact p ON p.union_id = u.id AND p.rank = 'PRIMARY' " \
    "LEFT JOIN union_contact b ON b.union_id = u.id AND b.rank = 'BACKUP' "

static const struct db_statement statements[] = {
    [LIST] = { "nominating_union_list", UNIONS "ORDER BY u.active DESC, u.kind, u.id", DB_STAFF | DB_OPERATOR },
    [GET] = { "nominating_union_get", UNIONS "WHERE u.id = ?", DB_STAFF | DB_OPERATOR },
    [HOLD] = { "nominating_union_hold", "SELECT id FROM nominating_union WHERE id = ? FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [BY_CODE] = { "nominating_union_by_code", "SELECT id FROM nominating_union WHERE code = ?", DB_STAFF | DB_OPERATOR },
    [BY_NAME] = { "nominating_union_by_name", "SELECT id FROM nominating_union WHERE name = ?", DB_STAFF | DB_OPERATOR },
    [ADD] = { "nominating_union_add", "INSERT INTO nominating_union (code, name, kind) VALUES (?, ?, ?)", DB_STAFF | DB_OPERATOR },
    [CHANGE] = { "nominating_union_change", "UPDATE nominating_union SET name = ?, kind = ? WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [SET_ACTIVE] = { "nominating_union_set_active", "UPDATE nominating_union SET active = ? WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [CONTACT_LEAVE] = { "nominating_union_contact_leave", "UPDATE union_contact SET rank = NULL WHERE union_id = ? AND rank = ?",
        DB_STAFF | DB_OPERATOR },
    [CONTACT_ADD] = { "nominating_union_contact_add",
        "INSERT INTO union_contact (union_id, rank, name, phone, email, lang) VALUES (?, ?, ?, ?, ?, ?)", DB_STAFF | DB_OPERATOR },
    [MAIL_FOLLOWS] = { "nominating_union_mail_follows",
        "UPDATE outbox SET contact_id = ? WHERE contact_id = ? AND code_sealed IS NULL AND done_at IS NULL", DB_STAFF | DB_OPERATOR },
};

const struct db_table nominating_union_table = { "nominating_union", statements, sizeof statements / sizeof statements[0] };

static const char *kind_word(bool industry) { return industry ? "INDUSTRY" : "DISTRICT"; }
static const char *rank_word(enum union_rank rank) { return rank == UNION_PRIMARY ? "PRIMARY" : "BACKUP"; }

static struct nominating_contact contact_at(const struct db_rows *rows, unsigned column)
{
    return (struct nominating_contact){ db_get_int(rows, column), db_get_text(rows, column + 1), db_get_text(rows, column + 2),
                                        db_get_text(rows, column + 3), db_get_text(rows, column + 4) };
}

static struct nominating_union row_of(const struct db_rows *rows)
{
    return (struct nominating_union){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_int(rows, 3) != 0,
                                      db_get_int(rows, 4) != 0, { contact_at(rows, 5), contact_at(rows, 10) } };
}

bool nominating_union_list(struct mem *m, struct db *db, struct nominating_unions *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f);
    if (!rows)
        return false;
    *out = (struct nominating_unions){ mem_array(m, ROWS_MAX, sizeof *out->items), 0 };
    while (out->count < ROWS_MAX && db_next(rows, f))
        out->items[out->count++] = row_of(rows);
    return f->kind == FAIL_NONE;
}

bool nominating_union_get(struct mem *m, struct db *db, int64_t id, struct nominating_union *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[GET], f, db_int(id));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "union_missing", "no such union") : false;
    *out = row_of(rows);
    return true;
}

bool nominating_union_hold(struct mem *m, struct db *db, int64_t id, struct nominating_union *out, struct fail *f)
{
    return db_rows(db, m, &statements[HOLD], f, db_int(id)) && nominating_union_get(m, db, id, out, f);
}

static bool find(struct mem *m, struct db *db, const struct db_statement *st, const char *word, int64_t *id, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, st, f, db_text(word));
    if (!rows)
        return false;
    *id = db_next(rows, f) ? db_get_int(rows, 0) : 0;
    return f->kind == FAIL_NONE;
}

bool nominating_union_by_code(struct mem *m, struct db *db, const char *code, int64_t *id, struct fail *f)
{
    return find(m, db, &statements[BY_CODE], code, id, f);
}

bool nominating_union_by_name(struct mem *m, struct db *db, const char *name, int64_t *id, struct fail *f)
{
    return find(m, db, &statements[BY_NAME], name, id, f);
}

static bool taken(const struct db *db, struct fail *f)
{
    return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "union_taken", "another union has the code or the name") : false;
}

bool nominating_union_add(struct db *db, const char *code, const char *name, bool industry, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_text(code), db_text(name), db_text(kind_word(industry))))
        return taken(db, f);
    *id = db_insert_id(db);
    return true;
}

bool nominating_union_change(struct db *db, int64_t id, const char *name, bool industry, struct fail *f)
{
    return db_run(db, &statements[CHANGE], NULL, f, db_text(name), db_text(kind_word(industry)), db_int(id)) || taken(db, f);
}

bool nominating_union_set_active(struct db *db, int64_t id, bool active, struct fail *f)
{
    return db_run(db, &statements[SET_ACTIVE], NULL, f, db_int(active), db_int(id));
}

bool nominating_union_contact_leave(struct db *db, int64_t union_id, enum union_rank rank, struct fail *f)
{
    return db_run(db, &statements[CONTACT_LEAVE], NULL, f, db_int(union_id), db_text(rank_word(rank)));
}

bool nominating_union_contact_add(struct db *db, int64_t union_id, enum union_rank rank, const struct nominating_contact *c, int64_t *id,
                                  struct fail *f)
{
    if (!db_run(db, &statements[CONTACT_ADD], NULL, f, db_int(union_id), db_text(rank_word(rank)), db_text(c->name), db_text(c->phone),
                db_text(c->email), db_text(c->lang)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool nominating_union_mail_follows(struct db *db, int64_t from_contact, int64_t to_contact, struct fail *f)
{
    return db_run(db, &statements[MAIL_FOLLOWS], NULL, f, db_int(to_contact), db_int(from_contact));
}
