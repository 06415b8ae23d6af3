/* due: see due.h. */
#include "due.h"

enum { CASES, RUNNING, CASE_LOCK, CASE_TERM, REQUESTS, ARRIVAL, OFFICE };

/* The last event of `o`, as `e`. */
#define LAST_EVENT "JOIN objection_event e ON e.id = (SELECT MAX(x.id) FROM objection_event x WHERE x.objection_id = o.id) "
#define OVER "COALESCE(e.deadline_at <= UTC_TIMESTAMP(6), FALSE)"

static const struct db_statement statements[] = {
    [CASES] = { "due_cases",
        "SELECT o.id FROM objection o " LAST_EVENT "WHERE o.id > ? AND (o.state = 'REVIEW_DECIDED' "
        "OR (o.state IN ('SUPPLEMENT', 'NOTIFIED') AND " OVER ")) ORDER BY o.id LIMIT 50", DB_NOTIFY | DB_OPERATOR },
    [RUNNING] = { "due_running",
        "SELECT o.id FROM objection o " LAST_EVENT "WHERE o.id > ? AND e.deadline_at > UTC_TIMESTAMP(6) ORDER BY o.id LIMIT 50",
        DB_OPERATOR },
    [CASE_LOCK] = { "due_case_lock",
        "SELECT o.id, o.receipt, o.state, o.answer_key, o.candidate_id FROM objection o WHERE o.id = ? FOR UPDATE", DB_NOTIFY | DB_OPERATOR },
    [CASE_TERM] = { "due_case_term",
        "SELECT e.term, e.deadline_rule, e.deadline_at, " OVER " FROM objection_event e WHERE e.objection_id = ? ORDER BY e.id DESC LIMIT 1",
        DB_NOTIFY | DB_OPERATOR },
    [REQUESTS] = { "due_requests",
        "SELECT a.id, a.objection_id FROM assist a WHERE a.id > ? "
        "AND a.state IN ('DRAFT', 'SENT', 'SIGNED', 'TIME_ASKED', 'OVERDUE', 'ESCALATED') ORDER BY a.id LIMIT 50",
        DB_NOTIFY | DB_OPERATOR },
    [ARRIVAL] = { "due_arrival",
        "SELECT a.sent_at, l.signed_at, (SELECT MIN(o.report_at) FROM outbox o WHERE o.letter_slug = l.slug AND o.event = 'assist_requested' "
        "AND o.report = 'DELIVERED') FROM assist a JOIN union_letter l ON l.assist_id = a.id WHERE a.id = ?", DB_NOTIFY | DB_OPERATOR },
    [OFFICE] = { "due_office",
        "SELECT o.state, o.submitted_at, e.deadline_at FROM objection o " LAST_EVENT
        "WHERE (e.deadline_at IS NOT NULL AND e.term NOT IN ('SUPPLEMENT', 'APPEAL')) OR (o.state = 'SUBMITTED' AND e.deadline_at IS NULL)",
        DB_NOTIFY | DB_OPERATOR },
};

const struct db_table due_table = { "due", statements, sizeof statements / sizeof statements[0] };

static bool ids(struct mem *m, struct db *db, const struct db_statement *st, int64_t after, int64_t **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, st, f, db_int(after));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = db_get_int(rows, 0);
    }
    return rows && f->kind == FAIL_NONE;
}

bool due_cases(struct mem *m, struct db *db, int64_t after, int64_t **out, size_t *count, struct fail *f)
{
    return ids(m, db, &statements[CASES], after, out, count, f);
}

bool due_running(struct mem *m, struct db *db, int64_t after, int64_t **out, size_t *count, struct fail *f)
{
    return ids(m, db, &statements[RUNNING], after, out, count, f);
}

bool due_case_lock(struct mem *m, struct db *db, int64_t id, struct casebook_locked *row, struct standing *now, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[CASE_LOCK], f, db_int(id));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such objection") : false;
    *row = (struct casebook_locked){ .id = db_get_int(rows, 0), .receipt = db_get_text(rows, 1), .state = db_get_text(rows, 2),
                                     .answer_key = db_get_bytes(rows, 3), .candidate_id = db_get_int(rows, 4) };
    rows = db_rows(db, m, &statements[CASE_TERM], f, db_int(id));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_INTERNAL, "internal", "objection %lld without an event", (long long)id) : false;
    *now = (struct standing){ .state = row->state, .before = mem_text(m, ""), .recusal = mem_text(m, ""), .term = db_get_text(rows, 0),
                              .rule = db_get_text(rows, 1), .deadline_at = db_get_instant(rows, 2), .term_over = db_get_int(rows, 3) };
    return true;
}

bool due_requests(struct mem *m, struct db *db, int64_t after, struct due_request **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[REQUESTS], f, db_int(after));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct due_request){ db_get_int(rows, 0), db_get_int(rows, 1) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool due_office(struct mem *m, struct db *db, struct casebook_row **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[OFFICE], f);
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct casebook_row){ .state = db_get_text(rows, 0), .submitted_at = db_get_instant(rows, 1),
                                                  .deadline_at = db_get_instant(rows, 2) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool due_arrival(struct db *db, int64_t id, struct arrival *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "arrival");
    struct db_rows *rows = db_rows(db, m, &statements[ARRIVAL], f, db_int(id));
    bool ok = rows && db_next(rows, f);
    if (ok)
        *out = (struct arrival){ .sent = db_get_instant(rows, 0), .signed_at = db_get_instant(rows, 1), .delivered = db_get_instant(rows, 2) };
    else if (rows && f->kind == FAIL_NONE)
        fail_set(f, FAIL_INTERNAL, "internal", "request %lld has no letter", (long long)id);
    mem_free(&m);
    return ok;
}
