/* proposal: see proposal.h. */
#include "proposal.h"

enum { OPEN, ADD, SETTLE, OVERTAKE, RETURNED };

static const struct db_statement statements[] = {
    [OPEN] = { "proposal_open",
        "SELECT p.id, p.proposed_by, p.move, p.reason_code, f.name, p.proposed_at, p.words_sealed FROM proposal p "
        "JOIN officer f ON f.id = p.proposed_by WHERE p.objection_id = ? AND p.settled_at IS NULL", DB_STAFF | DB_OPERATOR },
    [ADD] = { "proposal_add",
        "INSERT INTO proposal (objection_id, move, reason_code, words_sealed, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, "
        "UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [SETTLE] = { "proposal_settle",
        "UPDATE proposal SET outcome = ?, settled_by = ?, settled_at = UTC_TIMESTAMP(6), why_sealed = ? WHERE id = ? AND settled_at IS NULL "
        "AND proposed_by <> ?", DB_STAFF | DB_OPERATOR },
    [OVERTAKE] = { "proposal_overtake",
        "UPDATE proposal SET outcome = 'OVERTAKEN', settled_at = UTC_TIMESTAMP(6) WHERE objection_id = ? AND settled_at IS NULL",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [RETURNED] = { "proposal_returned",
        "SELECT p.id, p.proposed_by, p.move, p.reason_code, f.name, p.settled_at, p.why_sealed FROM proposal p "
        "JOIN officer f ON f.id = p.settled_by WHERE p.outcome = 'RETURNED' AND p.id = (SELECT MAX(x.id) FROM proposal x "
        "WHERE x.objection_id = ?) AND NOT EXISTS (SELECT 1 FROM objection_event e WHERE e.objection_id = p.objection_id "
        "AND e.at > p.settled_at)", DB_STAFF | DB_OPERATOR },
};

const struct db_table proposal_table = { "proposal", statements, sizeof statements / sizeof statements[0] };

static bool read_one(struct mem *m, struct db *db, const struct db_statement *st, int64_t objection_id, struct proposal *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = (struct proposal){ .id = 0 };
    struct db_rows *rows = db_rows(db, m, st, f, db_int(objection_id));
    if (rows && db_next(rows, f))
        *out = (struct proposal){ .id = db_get_int(rows, 0), .proposed_by = db_get_int(rows, 1), .move = db_get_text(rows, 2),
                                  .reason_code = db_get_text(rows, 3), .proposer = db_get_text(rows, 4),
                                  .proposed_at = db_get_instant(rows, 5), .words = db_get_bytes(rows, 6) };
    return rows && f->kind == FAIL_NONE;
}

bool proposal_open(struct mem *m, struct db *db, int64_t objection_id, struct proposal *out, struct fail *f)
{
    return read_one(m, db, &statements[OPEN], objection_id, out, f);
}

bool proposal_returned(struct mem *m, struct db *db, int64_t objection_id, struct proposal *out, struct fail *f)
{
    return read_one(m, db, &statements[RETURNED], objection_id, out, f);
}

bool proposal_add(struct db *db, int64_t objection_id, const char *move, const char *reason_code, const void *words, size_t n,
                  int64_t officer_id, struct fail *f)
{
    if (db_run(db, &statements[ADD], NULL, f, db_int(objection_id), db_text(move), db_text(reason_code), db_bytes(words, n),
               db_int(officer_id)))
        return true;
    return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "proposal_waits", "another proposal waits") : false;
}

bool proposal_settle(struct db *db, int64_t id, const char *outcome, int64_t officer_id, const void *why, size_t n, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[SETTLE], &changed, f, db_text(outcome), db_int(officer_id), n ? db_bytes(why, n) : db_null(), db_int(id),
                  db_int(officer_id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "case_moved", "the proposal is no longer open"));
}

bool proposal_overtake(struct db *db, int64_t objection_id, struct fail *f)
{
    return db_run(db, &statements[OVERTAKE], NULL, f, db_int(objection_id));
}
