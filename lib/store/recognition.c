/* recognition: see recognition.h. */
#include "recognition.h"

enum { READ, LIST, PEOPLE, WAITS, ADD, ADD_PERSON, SETTLE };

#define ROWS \
    "SELECT n.id, n.round_id, n.proposed_by, n.paper, p.name, COALESCE(s.name, ''), COALESCE(n.outcome, ''), n.why, n.paper_day, " \
    "n.proposed_at, n.settled_at, (SELECT COUNT(*) FROM recognition_candidate c WHERE c.recognition_id = n.id) FROM recognition n " \
    "JOIN officer p ON p.id = n.proposed_by LEFT JOIN officer s ON s.id = n.settled_by "

static const struct db_statement statements[] = {
    [READ] = { "recognition_read", ROWS "WHERE n.id = ?", DB_STAFF | DB_OPERATOR },
    [LIST] = { "recognition_list", ROWS "WHERE n.round_id = ? ORDER BY n.id DESC LIMIT 100", DB_STAFF | DB_OPERATOR },
    [PEOPLE] = { "recognition_people", "SELECT candidate_id FROM recognition_candidate WHERE recognition_id = ? ORDER BY candidate_id",
        DB_STAFF | DB_OPERATOR },
    [WAITS] = { "recognition_waits", "SELECT EXISTS (SELECT 1 FROM recognition WHERE round_id = ? AND settled_at IS NULL)",
        DB_STAFF | DB_OPERATOR },
    [ADD] = { "recognition_add",
        "INSERT INTO recognition (round_id, paper, paper_day, proposed_by, proposed_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [ADD_PERSON] = { "recognition_add_person", "INSERT INTO recognition_candidate (recognition_id, candidate_id) VALUES (?, ?)",
        DB_STAFF | DB_OPERATOR },
    [SETTLE] = { "recognition_settle",
        "UPDATE recognition SET outcome = ?, settled_by = ?, settled_at = UTC_TIMESTAMP(6), why = ? WHERE id = ? AND settled_at IS NULL "
        "AND proposed_by <> ?", DB_STAFF | DB_OPERATOR },
};

const struct db_table recognition_table = { "recognition", statements, sizeof statements / sizeof statements[0] };

static struct recognition row_of(const struct db_rows *rows)
{
    return (struct recognition){ .id = db_get_int(rows, 0), .round_id = db_get_int(rows, 1), .proposed_by = db_get_int(rows, 2),
                                 .paper = db_get_text(rows, 3), .proposer = db_get_text(rows, 4), .settler = db_get_text(rows, 5),
                                 .outcome = db_get_text(rows, 6), .why = db_get_text(rows, 7), .paper_day = db_get_day(rows, 8),
                                 .proposed_at = db_get_instant(rows, 9), .settled_at = db_get_instant(rows, 10),
                                 .people = db_get_int(rows, 11) };
}

bool recognition_read(struct mem *m, struct db *db, int64_t id, struct recognition *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[READ], f, db_int(id));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such recognition") : false;
    *out = row_of(rows);
    return true;
}

bool recognition_list(struct mem *m, struct db *db, int64_t round_id, struct recognition **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(round_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = row_of(rows);
    }
    return rows && f->kind == FAIL_NONE;
}

bool recognition_people(struct mem *m, struct db *db, int64_t id, int64_t **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[PEOPLE], f, db_int(id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = db_get_int(rows, 0);
    }
    return rows && f->kind == FAIL_NONE;
}

bool recognition_waits(struct db *db, int64_t round_id, bool *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "recognition");
    struct db_rows *rows = db_rows(db, m, &statements[WAITS], f, db_int(round_id));
    bool ok = rows && db_next(rows, f);
    *out = ok && db_get_int(rows, 0) != 0;
    mem_free(&m);
    return ok;
}

bool recognition_add(struct db *db, const struct recognition_new *in, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_int(in->round_id), db_text(in->paper), db_day(in->paper_day), db_int(in->officer_id)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool recognition_add_person(struct db *db, int64_t id, int64_t candidate_id, struct fail *f)
{
    return db_run(db, &statements[ADD_PERSON], NULL, f, db_int(id), db_int(candidate_id));
}

bool recognition_settle(struct db *db, int64_t id, const char *outcome, int64_t officer_id, const char *why, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[SETTLE], &changed, f, db_text(outcome), db_int(officer_id), db_text(why), db_int(id),
                  db_int(officer_id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "case_moved", "the recognition is no longer open"));
}
