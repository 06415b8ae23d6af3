/* case_record: see case_record.h. */
#include "case_record.h"

enum { ADD, LIST, SETTLE };

static const struct db_statement statements[] = {
    [ADD] = { "case_record_add",
        "INSERT INTO investigation_record (objection_id, kind, held_on, words_sealed, written_by, other_id, written_at) "
        "VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [LIST] = { "case_record_list",
        "SELECT r.id, r.written_by, r.other_id, r.kind, w.name, x.name, COALESCE(r.outcome, ''), r.held_on, r.written_at, r.settled_at, "
        "r.words_sealed, r.why_sealed FROM investigation_record r JOIN officer w ON w.id = r.written_by JOIN officer x ON x.id = r.other_id "
        "WHERE r.objection_id = ? ORDER BY r.id", DB_STAFF | DB_OPERATOR },
    [SETTLE] = { "case_record_settle",
        "UPDATE investigation_record SET outcome = ?, settled_at = UTC_TIMESTAMP(6), why_sealed = ? WHERE id = ? AND objection_id = ? "
        "AND other_id = ? AND settled_at IS NULL", DB_STAFF | DB_OPERATOR },
};

const struct db_table case_record_table = { "case_record", statements, sizeof statements / sizeof statements[0] };

bool case_record_add(struct db *db, const struct case_record_new *in, struct fail *f)
{
    return db_run(db, &statements[ADD], NULL, f, db_int(in->objection_id), db_text(in->kind), db_day(in->held_on),
                  db_bytes(in->words, in->n), db_int(in->written_by), db_int(in->other_id));
}

bool case_record_list(struct mem *m, struct db *db, int64_t objection_id, struct case_record **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(objection_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct case_record){
            .id = db_get_int(rows, 0), .written_by = db_get_int(rows, 1), .other_id = db_get_int(rows, 2), .kind = db_get_text(rows, 3),
            .writer = db_get_text(rows, 4), .other = db_get_text(rows, 5), .outcome = db_get_text(rows, 6), .held_on = db_get_day(rows, 7),
            .written_at = db_get_instant(rows, 8), .settled_at = db_get_instant(rows, 9), .words = db_get_bytes(rows, 10),
            .why = db_get_bytes(rows, 11) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool case_record_settle(struct db *db, int64_t objection_id, int64_t id, int64_t other_id, const char *outcome, const void *why, size_t n,
                        struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[SETTLE], &changed, f, db_text(outcome), n ? db_bytes(why, n) : db_null(), db_int(id),
                  db_int(objection_id), db_int(other_id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "case_moved", "record %lld is not to be settled by him", (long long)id));
}
