/* recusal_request: see recusal_request.h. */
#include "recusal_request.h"

enum { ADD, LIST, GET, WAITS, SETTLE, OVERTAKE };

#define OPEN_ROWS \
    "SELECT q.id, q.officer_id, q.candidate_id, q.asked_by, q.kind, f.name, e.name, e.employer, e.union_name, q.matched, q.origin, q.reason, " \
    "a.name, q.asked_at FROM recusal_request q JOIN officer f ON f.id = q.officer_id JOIN officer a ON a.id = q.asked_by " \
    "JOIN candidate_entry e ON e.candidate_id = q.candidate_id AND e.version_id = (SELECT MAX(v.id) FROM notice_version v " \
    "JOIN candidate_entry x ON x.version_id = v.id WHERE x.candidate_id = q.candidate_id AND v.state IN ('PUBLISHED', 'WITHDRAWN')) " \
    "WHERE q.settled_at IS NULL AND COALESCE((SELECT c.state FROM recusal c WHERE c.candidate_id = q.candidate_id AND c.officer_id = ? " \
    "ORDER BY c.id DESC LIMIT 1), '') <> 'RECUSED' "

static const struct db_statement statements[] = {
    [ADD] = { "recusal_request_add",
        "INSERT INTO recusal_request (kind, officer_id, candidate_id, matched, origin, reason, asked_by, asked_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [LIST] = { "recusal_request_list", OPEN_ROWS "ORDER BY q.id LIMIT 500", DB_STAFF | DB_OPERATOR },
    [GET] = { "recusal_request_get", OPEN_ROWS "AND q.id = ?", DB_STAFF | DB_OPERATOR },
    [WAITS] = { "recusal_request_waits",
        "SELECT COUNT(*) FROM recusal_request WHERE kind = ? AND officer_id = ? AND candidate_id = ? AND settled_at IS NULL",
        DB_STAFF | DB_OPERATOR },
    [SETTLE] = { "recusal_request_settle",
        "UPDATE recusal_request SET outcome = ?, settled_by = ?, settled_at = UTC_TIMESTAMP(6), why = ? WHERE id = ? AND settled_at IS NULL",
        DB_STAFF | DB_OPERATOR },
    [OVERTAKE] = { "recusal_request_overtake",
        "UPDATE recusal_request SET outcome = 'OVERTAKEN', settled_at = UTC_TIMESTAMP(6) WHERE officer_id = ? AND candidate_id = ? "
        "AND settled_at IS NULL", DB_STAFF | DB_OPERATOR },
};

const struct db_table recusal_request_table = { "recusal_request", statements, sizeof statements / sizeof statements[0] };

bool recusal_request_add(struct db *db, const struct recusal_request_new *in, struct fail *f)
{
    if (db_run(db, &statements[ADD], NULL, f, db_text(in->kind), db_int(in->officer_id), db_int(in->candidate_id), db_text(in->matched),
               db_text(in->origin), db_text(in->reason), db_int(in->asked_by)))
        return true;
    return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "recusal_waits", "such a request waits already") : false;
}

static struct recusal_request row_of(const struct db_rows *rows)
{
    return (struct recusal_request){
        .id = db_get_int(rows, 0), .officer_id = db_get_int(rows, 1), .candidate_id = db_get_int(rows, 2), .asked_by = db_get_int(rows, 3),
        .kind = db_get_text(rows, 4), .officer = db_get_text(rows, 5), .candidate = db_get_text(rows, 6), .employer = db_get_text(rows, 7),
        .union_name = db_get_text(rows, 8), .matched = db_get_text(rows, 9), .origin = db_get_text(rows, 10),
        .reason = db_get_text(rows, 11), .asker = db_get_text(rows, 12), .asked_at = db_get_instant(rows, 13) };
}

bool recusal_request_list(struct mem *m, struct db *db, int64_t viewer_id, struct recusal_request **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(viewer_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = row_of(rows);
    }
    return rows && f->kind == FAIL_NONE;
}

bool recusal_request_get(struct mem *m, struct db *db, int64_t viewer_id, int64_t id, struct recusal_request *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[GET], f, db_int(viewer_id), db_int(id));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such request, or no longer") : false;
    *out = row_of(rows);
    return true;
}

bool recusal_request_waits(struct db *db, const char *kind, int64_t officer_id, int64_t candidate_id, bool *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "recusal waits");
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[WAITS], f, db_text(kind), db_int(officer_id), db_int(candidate_id));
    bool ok = rows && db_next(rows, f);
    *out = ok && db_get_int(rows, 0) > 0;
    mem_free(&m);
    return ok;
}

bool recusal_request_settle(struct db *db, int64_t id, const char *outcome, int64_t by_id, const char *why, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[SETTLE], &changed, f, db_text(outcome), db_int(by_id), db_text(why), db_int(id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "recusal_settled", "the request is no longer open"));
}

bool recusal_request_overtake(struct db *db, int64_t officer_id, int64_t candidate_id, struct fail *f)
{
    return db_run(db, &statements[OVERTAKE], NULL, f, db_int(officer_id), db_int(candidate_id));
}
