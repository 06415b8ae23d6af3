/* decision: statements of decisions. */
#include "decision.h"

enum { LIST, ADD, FINDING_ADD, FINDINGS, APPROVE, RETURN };

#define OPEN "id = ? AND objection_id = ? AND drafted_by <> ? AND approved_by IS NULL AND returned_at IS NULL"

static const struct db_statement statements[] = {
    [LIST] = { "decision_list",
        "SELECT x.id, x.drafted_by, x.result, d.name, a.name, x.text_sealed, x.drafted_at, x.approved_at, x.returned_at FROM decision x "
        "JOIN officer d ON d.id = x.drafted_by LEFT JOIN officer a ON a.id = x.approved_by WHERE x.objection_id = ? ORDER BY x.id",
        DB_STAFF | DB_OPERATOR },
    [ADD] = { "decision_add",
        "INSERT INTO decision (objection_id, result, text_sealed, drafted_by, drafted_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [FINDING_ADD] = { "decision_finding_add", "INSERT INTO finding (decision_id, ground, finding) VALUES (?, ?, ?)",
        DB_STAFF | DB_OPERATOR },
    [FINDINGS] = { "decision_findings", "SELECT ground, finding FROM finding WHERE decision_id = ? ORDER BY ground",
        DB_STAFF | DB_OPERATOR },
    [APPROVE] = { "decision_approve",
        "UPDATE decision SET approved_by = ?, approved_at = UTC_TIMESTAMP(6) WHERE " OPEN, DB_STAFF | DB_OPERATOR },
    [RETURN] = { "decision_return", "UPDATE decision SET returned_at = UTC_TIMESTAMP(6) WHERE " OPEN, DB_STAFF | DB_OPERATOR },
};

const struct db_table decision_table = { "decision", statements, sizeof statements / sizeof statements[0] };

bool decision_list(struct mem *m, struct db *db, int64_t objection_id, struct decision **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(objection_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct decision){ db_get_int(rows, 0), db_get_int(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                                db_get_text(rows, 4), db_get_bytes(rows, 5), db_get_instant(rows, 6),
                                                db_get_instant(rows, 7), db_get_instant(rows, 8) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool decision_add(struct db *db, int64_t objection_id, const char *result, const void *sealed, size_t n, int64_t officer_id, int64_t *id,
                  struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_int(objection_id), db_text(result), db_bytes(sealed, n), db_int(officer_id)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool decision_finding_add(struct db *db, int64_t decision_id, const struct decision_finding *one, struct fail *f)
{
    return db_run(db, &statements[FINDING_ADD], NULL, f, db_int(decision_id), db_text(one->ground), db_text(one->finding));
}

bool decision_findings(struct mem *m, struct db *db, int64_t decision_id, struct decision_finding **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[FINDINGS], f, db_int(decision_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct decision_finding){ db_get_text(rows, 0), db_get_text(rows, 1) };
    }
    return rows && f->kind == FAIL_NONE;
}

static bool once(bool ran, uint64_t changed, struct fail *f)
{
    return ran && (changed == 1 || fail_set(f, FAIL_CONFLICT, "case_moved", "no open draft of another officer"));
}

bool decision_approve(struct db *db, int64_t id, int64_t objection_id, int64_t officer_id, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[APPROVE], &changed, f, db_int(officer_id), db_int(id), db_int(objection_id), db_int(officer_id));
    return once(ran, changed, f);
}

bool decision_return(struct db *db, int64_t id, int64_t objection_id, int64_t officer_id, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[RETURN], &changed, f, db_int(id), db_int(objection_id), db_int(officer_id));
    return once(ran, changed, f);
}
