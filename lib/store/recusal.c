/* recusal: see recusal.h. */
#include "recusal.h"

enum { ASK, ADD };

static const struct db_statement statements[] = {
    [ASK] = { "recusal_ask",
        "SELECT o.candidate_id, e.name, e.employer, e.union_name, COALESCE((SELECT c.state FROM recusal c "
        "WHERE c.candidate_id = o.candidate_id AND c.officer_id = ? ORDER BY c.id DESC LIMIT 1), '') FROM objection o "
        "JOIN candidate_entry e ON e.candidate_id = o.candidate_id JOIN notice_version v ON v.id = e.version_id "
        "WHERE o.receipt = ? AND v.notice_id = o.notice_id AND v.state IN ('PUBLISHED', 'WITHDRAWN') ORDER BY v.id DESC LIMIT 1",
        DB_STAFF | DB_OPERATOR },
    [ADD] = { "recusal_add",
        "INSERT INTO recusal (officer_id, candidate_id, at, state, reason, by_id) VALUES (?, ?, UTC_TIMESTAMP(6), ?, ?, ?)",
        DB_STAFF | DB_OPERATOR },
};

const struct db_table recusal_table = { "recusal", statements, sizeof statements / sizeof statements[0] };

bool recusal_ask(struct mem *m, struct db *db, const char *receipt, int64_t officer_id, struct recusal_question *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[ASK], f, db_int(officer_id), db_text(receipt));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such objection") : false;
    *out = (struct recusal_question){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                      db_get_text(rows, 4) };
    return true;
}

bool recusal_add(struct db *db, int64_t officer_id, int64_t candidate_id, const char *state, const char *reason, int64_t by_id,
                 struct fail *f)
{
    return db_run(db, &statements[ADD], NULL, f, db_int(officer_id), db_int(candidate_id), db_text(state), db_text(reason), db_int(by_id));
}
