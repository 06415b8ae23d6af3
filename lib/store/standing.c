/* standing: see standing.h. */
#include "standing.h"

enum { READ, INVESTIGATOR_ADD, INVESTIGATORS, LEAD, MERGED };

#define HAS(moves) "EXISTS (SELECT 1 FROM objection_event x WHERE x.objection_id = o.id AND x.move IN (" moves ")), "
#define LAST(column) "(SELECT x." column " FROM objection_event x WHERE x.objection_id = o.id ORDER BY x.id DESC LIMIT 1)"
#define DECIDED_ALREADY "'DRAFT_DECISION', 'RETURN_DECISION', 'DECIDE', 'REFUSE'"
/* The case and those that it was merged into: there it was decided. */
#define LINE \
    "WITH RECURSIVE line (id) AS (SELECT ? UNION SELECT e.other_id FROM line JOIN objection_event e ON e.id = (SELECT MAX(x.id) " \
    "FROM objection_event x WHERE x.objection_id = line.id AND x.move IN ('MERGE', 'SPLIT')) AND e.move = 'MERGE') "

static const struct db_statement statements[] = {
    [READ] = { "standing_read",
        LINE "SELECT o.state, COALESCE((SELECT x.from_state FROM objection_event x WHERE x.objection_id = o.id AND x.move = 'SUSPEND' "
        "ORDER BY x.id DESC LIMIT 1), ''), "
        HAS("'ASK_SUPPLEMENT'") HAS("'EXTEND'") HAS("'REQUEST_REVIEW', 'REVIEW_ON_PAPER'") HAS("'REFUSE'") HAS("'DECIDE'")
        "EXISTS (SELECT 1 FROM assist a WHERE a.objection_id = o.id AND a.state IN ('SENT', 'SIGNED', 'TIME_ASKED', 'OVERDUE', 'ESCALATED')), "
        "COALESCE(" LAST("deadline_at") " <= UTC_TIMESTAMP(6), FALSE), "
        "(SELECT IF(x.actor_kind = 'OFFICER', x.actor_id, 0) FROM objection_event x WHERE x.objection_id = o.id ORDER BY x.id LIMIT 1), "
        "(SELECT d.drafted_by FROM decision d WHERE d.objection_id = o.id AND d.approved_by IS NULL AND d.returned_at IS NULL "
        "ORDER BY d.id DESC LIMIT 1), "
        "EXISTS (SELECT 1 FROM line JOIN objection_event x ON x.objection_id = line.id WHERE x.actor_kind = 'OFFICER' "
        "AND x.move IN (" DECIDED_ALREADY ") AND ? IN (x.actor_id, x.agreed_by)) "
        "OR EXISTS (SELECT 1 FROM line JOIN investigator i ON i.objection_id = line.id WHERE i.officer_id = ?), "
        "COALESCE((SELECT c.state FROM recusal c WHERE c.candidate_id = o.candidate_id AND c.officer_id = ? ORDER BY c.id DESC LIMIT 1), ''), "
        LAST("term") ", " LAST("deadline_rule") ", " LAST("deadline_at") ", " LAST("term_left") " FROM objection o WHERE o.id = ?",
        DB_STAFF | DB_OPERATOR },
    [INVESTIGATOR_ADD] = { "standing_investigator_add",
        "INSERT INTO investigator (objection_id, officer_id, named_by, named_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [INVESTIGATORS] = { "standing_investigators",
        "SELECT i.officer_id, f.name, COALESCE((SELECT c.state FROM recusal c WHERE c.candidate_id = o.candidate_id "
        "AND c.officer_id = i.officer_id ORDER BY c.id DESC LIMIT 1), '') = 'RECUSED' FROM investigator i "
        "JOIN objection o ON o.id = i.objection_id JOIN officer f ON f.id = i.officer_id WHERE i.objection_id = ? ORDER BY f.name",
        DB_STAFF | DB_OPERATOR },
    [LEAD] = { "standing_lead",
        "SELECT l.id FROM objection l JOIN objection o ON o.id = ? WHERE l.receipt = ? AND l.id <> o.id AND l.candidate_id = o.candidate_id "
        "AND l.state IN ('PRELIM_REVIEW', 'SUPPLEMENT', 'ACCEPTED', 'INVESTIGATING', 'EXPERT_REVIEW', 'HEARING', 'DECISION_DRAFTED', "
        "'SUSPENDED') FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [MERGED] = { "standing_merged",
        "SELECT o.receipt FROM objection o WHERE o.state = 'MERGED' AND "
        "(SELECT x.other_id FROM objection_event x WHERE x.objection_id = o.id AND x.move = 'MERGE' ORDER BY x.id DESC LIMIT 1) = ? "
        "ORDER BY o.id", DB_STAFF | DB_OPERATOR },
};

const struct db_table standing_table = { "standing", statements, sizeof statements / sizeof statements[0] };

bool standing_read(struct mem *m, struct db *db, int64_t objection_id, int64_t officer_id, struct standing *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[READ], f, db_int(objection_id), db_int(officer_id), db_int(officer_id),
                                   db_int(officer_id), db_int(objection_id));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such objection") : false;
    *out = (struct standing){
        .state = db_get_text(rows, 0), .before = db_get_text(rows, 1), .supplemented = db_get_int(rows, 2), .extended = db_get_int(rows, 3),
        .reviewed = db_get_int(rows, 4), .refused = db_get_int(rows, 5), .decided = db_get_int(rows, 6), .assist_open = db_get_int(rows, 7),
        .term_over = db_get_int(rows, 8), .enterer = db_get_int(rows, 9), .drafter = db_get_int(rows, 10), .hand = db_get_int(rows, 11),
        .recusal = db_get_text(rows, 12), .term = db_get_text(rows, 13), .rule = db_get_text(rows, 14),
        .deadline_at = db_get_instant(rows, 15), .left = (int)db_get_int(rows, 16) };
    return true;
}

bool standing_investigator_add(struct db *db, int64_t objection_id, int64_t officer_id, int64_t named_by, struct fail *f)
{
    return db_run(db, &statements[INVESTIGATOR_ADD], NULL, f, db_int(objection_id), db_int(officer_id), db_int(named_by));
}

bool standing_investigators(struct mem *m, struct db *db, int64_t objection_id, struct standing_investigator **out, size_t *count,
                            struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[INVESTIGATORS], f, db_int(objection_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct standing_investigator){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_int(rows, 2) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool standing_lead(struct mem *m, struct db *db, int64_t objection_id, const char *receipt, int64_t *lead_id, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[LEAD], f, db_int(objection_id), db_text(receipt));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no case that could lead") : false;
    *lead_id = db_get_int(rows, 0);
    return true;
}

bool standing_merged(struct mem *m, struct db *db, int64_t lead_id, char ***receipts, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *receipts = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[MERGED], f, db_int(lead_id));
    while (rows && db_next(rows, f)) {
        *receipts = mem_resize(m, *receipts, *count * sizeof **receipts, (*count + 1) * sizeof **receipts);
        (*receipts)[(*count)++] = db_get_text(rows, 0);
    }
    return rows && f->kind == FAIL_NONE;
}
