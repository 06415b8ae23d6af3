/* given_up: see given_up.h. */
#include "given_up.h"

enum { LOCK, FIND, MARK, ORIGIN, PARTS, ENDED };

#define COLUMNS "o.id, o.dedupe, o.event, o.params, o.union_id, o.objection_id, o.origin_id, o.given_up_at IS NOT NULL, " \
                "o.done_at IS NOT NULL, o.state = 'UNCERTAIN', o.attempts"

static const struct db_statement statements[] = {
    [LOCK] = { "given_up_lock", "SELECT " COLUMNS " FROM outbox o WHERE o.id = ? FOR UPDATE", DB_NOTIFY | DB_OPERATOR },
    [FIND] = { "given_up_find", "SELECT " COLUMNS " FROM outbox o WHERE o.dedupe = ? FOR UPDATE", DB_NOTIFY | DB_OPERATOR },
    [MARK] = { "given_up_mark",
        "UPDATE outbox SET given_up_at = UTC_TIMESTAMP(6), given_up_why = ?, given_up_to = ? WHERE id = ?", DB_NOTIFY | DB_OPERATOR },
    [ORIGIN] = { "given_up_set_origin", "UPDATE outbox SET origin_id = ? WHERE id = ?", DB_NOTIFY | DB_OPERATOR },
    [PARTS] = { "given_up_parts", "SELECT id FROM outbox WHERE digest_id = ? ORDER BY id FOR UPDATE", DB_NOTIFY | DB_OPERATOR },
    [ENDED] = { "given_up_ended",
        "SELECT id FROM outbox WHERE state IN ('FAILED', 'UNCERTAIN') AND given_up_at IS NULL AND done_at IS NOT NULL ORDER BY id LIMIT 50",
        DB_NOTIFY | DB_OPERATOR },
};

const struct db_table given_up_table = { "given_up", statements, sizeof statements / sizeof statements[0] };

static bool read_one(struct db_rows *rows, struct given_up *out, struct fail *f)
{
    *out = (struct given_up){ 0 };
    if (rows == NULL)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE;
    *out = (struct given_up){ .id = db_get_int(rows, 0), .dedupe = db_get_text(rows, 1), .event = db_get_text(rows, 2),
                              .params = db_get_text(rows, 3), .union_id = db_get_int(rows, 4), .objection_id = db_get_int(rows, 5),
                              .origin_id = db_get_int(rows, 6), .marked = db_get_int(rows, 7) != 0,
                              .over = db_get_int(rows, 8) != 0, .uncertain = db_get_int(rows, 9) != 0,
                              .attempts = (int)db_get_int(rows, 10) };
    return true;
}

bool given_up_lock(struct mem *m, struct db *db, int64_t id, struct given_up *out, struct fail *f)
{
    return read_one(db_rows(db, m, &statements[LOCK], f, db_int(id)), out, f) &&
           (out->id != 0 || fail_set(f, FAIL_MISSING, "not_found", "no message %lld", (long long)id));
}

bool given_up_find(struct mem *m, struct db *db, const char *dedupe, struct given_up *out, struct fail *f)
{
    return read_one(db_rows(db, m, &statements[FIND], f, db_text(dedupe)), out, f);
}

bool given_up_mark(struct db *db, int64_t id, const char *why, const char *to, struct fail *f)
{
    return db_run(db, &statements[MARK], NULL, f, db_text(why), db_text(to), db_int(id));
}

bool given_up_set_origin(struct db *db, int64_t id, int64_t origin_id, struct fail *f)
{
    return db_run(db, &statements[ORIGIN], NULL, f, db_int(origin_id), db_int(id));
}

static bool ids_of(struct mem *m, struct db_rows *rows, int64_t **ids, size_t *count, struct fail *f)
{
    *ids = NULL;
    *count = 0;
    while (rows != NULL && db_next(rows, f)) {
        *ids = mem_resize(m, *ids, *count * sizeof **ids, (*count + 1) * sizeof **ids);
        (*ids)[(*count)++] = db_get_int(rows, 0);
    }
    return rows != NULL && f->kind == FAIL_NONE;
}

bool given_up_parts(struct mem *m, struct db *db, int64_t digest_id, int64_t **ids, size_t *count, struct fail *f)
{
    return ids_of(m, db_rows(db, m, &statements[PARTS], f, db_int(digest_id)), ids, count, f);
}

bool given_up_ended(struct mem *m, struct db *db, int64_t **ids, size_t *count, struct fail *f)
{
    return ids_of(m, db_rows(db, m, &statements[ENDED], f), ids, count, f);
}
