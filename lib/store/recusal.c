/* recusal: see recusal.h. */
#include "recusal.h"

enum { ASK, TOWARDS, ACTING, FROM, ADD, LIST, GET };

/* The newest row of an officer and the candidate of an entry `e`. */
#define STATE_OF_ENTRY \
    "COALESCE((SELECT c.state FROM recusal c WHERE c.candidate_id = e.candidate_id AND c.officer_id = ? ORDER BY c.id DESC LIMIT 1), '') "
#define SHOWN "JOIN notice_version v ON v.id = e.version_id AND v.state IN ('PUBLISHED', 'WITHDRAWN') "
#define NEWEST_ENTRY \
    "e.version_id = (SELECT MAX(v.id) FROM notice_version v JOIN candidate_entry x ON x.version_id = v.id " \
    "WHERE x.candidate_id = e.candidate_id AND v.state IN ('PUBLISHED', 'WITHDRAWN')) "
#define NEWEST_ROW "r.id = (SELECT MAX(x.id) FROM recusal x WHERE x.officer_id = r.officer_id AND x.candidate_id = r.candidate_id) "
#define RECUSED_ROWS \
    "SELECT r.id, r.officer_id, r.candidate_id, f.name, e.name, r.reason, b.name, r.at FROM recusal r JOIN officer f ON f.id = r.officer_id " \
    "JOIN officer b ON b.id = r.by_id JOIN candidate_entry e ON e.candidate_id = r.candidate_id AND " NEWEST_ENTRY \
    "WHERE r.state = 'RECUSED' AND " NEWEST_ROW "AND " STATE_OF_ENTRY "<> 'RECUSED' "

static const struct db_statement statements[] = {
    [ASK] = { "recusal_ask",
        "SELECT e.candidate_id, e.name, e.employer, e.union_name, " STATE_OF_ENTRY "FROM objection o "
        "JOIN candidate_entry e ON e.candidate_id = o.candidate_id " SHOWN
        "WHERE o.receipt = ? AND v.notice_id = o.notice_id ORDER BY v.id DESC LIMIT 1", DB_STAFF | DB_OPERATOR },
    [TOWARDS] = { "recusal_towards",
        "SELECT e.candidate_id, e.name, e.employer, e.union_name, " STATE_OF_ENTRY "FROM candidate_entry e " SHOWN
        "WHERE e.candidate_id = ? ORDER BY v.id DESC LIMIT 1", DB_STAFF | DB_OPERATOR },
    [ACTING] = { "recusal_acting",
        "SELECT e.candidate_id, e.name, e.employer, e.union_name, r.state FROM recusal r JOIN candidate_entry e "
        "ON e.candidate_id = r.candidate_id AND " NEWEST_ENTRY "WHERE r.officer_id = ? AND r.state IN ('CLEAR', 'LIFTED') AND " NEWEST_ROW,
        DB_STAFF | DB_OPERATOR },
    [FROM] = { "recusal_from",
        "SELECT r.officer_id FROM recusal r JOIN objection o ON o.candidate_id = r.candidate_id WHERE o.receipt = ? AND r.state = 'RECUSED' "
        "AND " NEWEST_ROW, DB_STAFF | DB_OPERATOR },
    [ADD] = { "recusal_add",
        "INSERT INTO recusal (officer_id, candidate_id, at, state, reason, by_id, agreed_by) VALUES (?, ?, UTC_TIMESTAMP(6), ?, ?, ?, ?)",
        DB_STAFF | DB_OPERATOR },
    [LIST] = { "recusal_list", RECUSED_ROWS "ORDER BY r.id DESC LIMIT 500", DB_STAFF | DB_OPERATOR },
    [GET] = { "recusal_get", RECUSED_ROWS "AND r.id = ?", DB_STAFF | DB_OPERATOR },
};

const struct db_table recusal_table = { "recusal", statements, sizeof statements / sizeof statements[0] };

static struct recusal_question question(const struct db_rows *rows)
{
    return (struct recusal_question){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                      db_get_text(rows, 4) };
}

/* The first row, or FAIL_MISSING. */
static bool one(struct db_rows *rows, struct fail *f)
{
    if (!rows)
        return false;
    return db_next(rows, f) || (f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no such objection, candidate or recusal"));
}

bool recusal_ask(struct mem *m, struct db *db, const char *receipt, int64_t officer_id, struct recusal_question *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[ASK], f, db_int(officer_id), db_text(receipt));
    if (!one(rows, f))
        return false;
    *out = question(rows);
    return true;
}

bool recusal_towards(struct mem *m, struct db *db, int64_t candidate_id, int64_t officer_id, struct recusal_question *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[TOWARDS], f, db_int(officer_id), db_int(candidate_id));
    if (!one(rows, f))
        return false;
    *out = question(rows);
    return true;
}

bool recusal_acting(struct mem *m, struct db *db, int64_t officer_id, struct recusal_question **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[ACTING], f, db_int(officer_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = question(rows);
    }
    return rows && f->kind == FAIL_NONE;
}

bool recusal_from(struct mem *m, struct db *db, const char *receipt, int64_t **officers, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *officers = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[FROM], f, db_text(receipt));
    while (rows && db_next(rows, f)) {
        *officers = mem_resize(m, *officers, *count * sizeof **officers, (*count + 1) * sizeof **officers);
        (*officers)[(*count)++] = db_get_int(rows, 0);
    }
    return rows && f->kind == FAIL_NONE;
}

bool recusal_add(struct db *db, const struct recusal_new *in, struct fail *f)
{
    return db_run(db, &statements[ADD], NULL, f, db_int(in->officer_id), db_int(in->candidate_id), db_text(in->state), db_text(in->reason),
                  db_int(in->by_id), db_id(in->agreed_by));
}

static struct recusal_row row_of(const struct db_rows *rows)
{
    return (struct recusal_row){ .id = db_get_int(rows, 0), .officer_id = db_get_int(rows, 1), .candidate_id = db_get_int(rows, 2),
                                 .officer = db_get_text(rows, 3), .candidate = db_get_text(rows, 4), .reason = db_get_text(rows, 5),
                                 .by = db_get_text(rows, 6), .at = db_get_instant(rows, 7) };
}

bool recusal_list(struct mem *m, struct db *db, int64_t viewer_id, struct recusal_row **out, size_t *count, struct fail *f)
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

bool recusal_get(struct mem *m, struct db *db, int64_t viewer_id, int64_t id, struct recusal_row *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[GET], f, db_int(viewer_id), db_int(id));
    if (!one(rows, f))
        return false;
    *out = row_of(rows);
    return true;
}
