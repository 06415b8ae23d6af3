/* candidate_proposal: see candidate_proposal.h. */
#include "candidate_proposal.h"

enum { OPEN, RETURNED, ADD, SETTLE, OVERTAKE };

static const struct db_statement statements[] = {
    [OPEN] = { "candidate_proposal_open",
        "SELECT p.id, p.proposed_by, p.move, p.reason, p.paper, p.paper_day, f.name, p.proposed_at, p.why FROM candidate_proposal p "
        "JOIN officer f ON f.id = p.proposed_by WHERE p.candidate_id = ? AND p.settled_at IS NULL", DB_STAFF | DB_OPERATOR },
    [RETURNED] = { "candidate_proposal_returned",
        "SELECT p.id, p.proposed_by, p.move, p.reason, p.paper, p.paper_day, f.name, p.settled_at, p.why FROM candidate_proposal p "
        "JOIN officer f ON f.id = p.settled_by WHERE p.outcome = 'RETURNED' AND p.id = (SELECT MAX(x.id) FROM candidate_proposal x "
        "WHERE x.candidate_id = ?) AND NOT EXISTS (SELECT 1 FROM candidate_event e WHERE e.candidate_id = p.candidate_id "
        "AND e.at > p.settled_at)", DB_STAFF | DB_OPERATOR },
    [ADD] = { "candidate_proposal_add",
        "INSERT INTO candidate_proposal (candidate_id, move, reason, paper, paper_day, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, "
        "UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [SETTLE] = { "candidate_proposal_settle",
        "UPDATE candidate_proposal SET outcome = ?, settled_by = ?, settled_at = UTC_TIMESTAMP(6), why = ? WHERE id = ? "
        "AND settled_at IS NULL AND proposed_by <> ?", DB_STAFF | DB_OPERATOR },
    [OVERTAKE] = { "candidate_proposal_overtake",
        "UPDATE candidate_proposal SET outcome = 'OVERTAKEN', settled_at = UTC_TIMESTAMP(6) WHERE candidate_id = ? AND settled_at IS NULL",
        DB_STAFF | DB_OPERATOR },
};

const struct db_table candidate_proposal_table = { "candidate_proposal", statements, sizeof statements / sizeof statements[0] };

static bool read_one(struct mem *m, struct db *db, const struct db_statement *st, int64_t candidate_id, struct candidate_proposal *out,
                     struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = (struct candidate_proposal){ .id = 0 };
    struct db_rows *rows = db_rows(db, m, st, f, db_int(candidate_id));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE;
    *out = (struct candidate_proposal){ .id = db_get_int(rows, 0), .proposed_by = db_get_int(rows, 1), .reason = db_get_text(rows, 3),
                                        .paper = db_get_text(rows, 4), .paper_day = db_get_day(rows, 5), .proposer = db_get_text(rows, 6),
                                        .proposed_at = db_get_instant(rows, 7), .why = db_get_text(rows, 8) };
    return candidacy_move_read(db_get_text(rows, 2), &out->move) || fail_set(f, FAIL_INTERNAL, "internal", "a proposal of no known move");
}

bool candidate_proposal_open(struct mem *m, struct db *db, int64_t candidate_id, struct candidate_proposal *out, struct fail *f)
{
    return read_one(m, db, &statements[OPEN], candidate_id, out, f);
}

bool candidate_proposal_returned(struct mem *m, struct db *db, int64_t candidate_id, struct candidate_proposal *out, struct fail *f)
{
    return read_one(m, db, &statements[RETURNED], candidate_id, out, f);
}

bool candidate_proposal_add(struct db *db, const struct candidate_proposal_new *in, struct fail *f)
{
    if (db_run(db, &statements[ADD], NULL, f, db_int(in->candidate_id), db_text(candidacy_move_word(in->move)), db_text(in->reason),
               db_text(in->paper), in->paper[0] ? db_day(in->paper_day) : db_null(), db_int(in->officer_id)))
        return true;
    return db_was_duplicate(db) && fail_set(f, FAIL_CONFLICT, "proposal_waits", "a proposal is open already");
}

bool candidate_proposal_settle(struct db *db, int64_t id, const char *outcome, int64_t officer_id, const char *why, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[SETTLE], &changed, f, db_text(outcome), db_int(officer_id), db_text(why), db_int(id),
                  db_int(officer_id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "case_moved", "the proposal is no longer open"));
}

bool candidate_proposal_overtake(struct db *db, int64_t candidate_id, struct fail *f)
{
    return db_run(db, &statements[OVERTAKE], NULL, f, db_int(candidate_id));
}
