/* entry: rows of candidate and candidate_entry of a version that is being written. */
#include "entry.h"

#include <string.h>

#include "secret.h"

#define ROWS_MAX 10000 /* as many as a list may have (model/roster.h) */

enum { LIST, CLEAR, CANDIDATE_FIND, CANDIDATE_ADD, ADD, COPY, COPY_ONE, WRITE, REMOVE, SET_SEQ, UNIONS, FIND_BY, NOT_FOUND_BY };

#define COPIED "version_id, candidate_id, award, name, employer, post, union_id, union_name, field, deeds, by_hand, pinyin, " \
    "period_version_id"
#define FROM_OLD \
    "e.candidate_id, e.award, e.name, e.employer, e.post, e.union_id, e.union_name, e.field, e.deeds, e.by_hand, e.pinyin, " \
    "COALESCE(e.period_version_id, e.version_id)"

static const struct db_statement statements[] = {
    [LIST] = { "entry_list",
        "SELECT e.id, e.candidate_id, e.award, e.seq, e.name, e.employer, e.post, e.union_name, e.field, e.deeds, e.union_id, e.by_hand, "
        "e.period_version_id, c.state, e.pinyin FROM candidate_entry e JOIN candidate c ON c.id = e.candidate_id "
        "WHERE e.version_id = ? ORDER BY e.award, e.seq, e.id", DB_STAFF | DB_OPERATOR },
    [CLEAR] = { "entry_clear",
        "DELETE e FROM candidate_entry e JOIN notice_version v ON v.id = e.version_id WHERE e.version_id = ? AND v.state = 'DRAFT'",
        DB_STAFF | DB_OPERATOR },
    [CANDIDATE_FIND] = { "entry_candidate_find",
        "SELECT c.id FROM candidate c JOIN candidate_entry e ON e.candidate_id = c.id WHERE c.round_id = ? AND e.name = ? AND e.employer = ? "
        "ORDER BY c.id LIMIT 1", DB_STAFF | DB_OPERATOR },
    [CANDIDATE_ADD] = { "entry_candidate_add", "INSERT INTO candidate (round_id, slug) VALUES (?, ?)", DB_STAFF | DB_OPERATOR },
    [ADD] = { "entry_add",
        "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, "
        "by_hand, pinyin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", DB_STAFF | DB_OPERATOR },
    [COPY] = { "entry_copy",
        "INSERT INTO candidate_entry (" COPIED ", seq) SELECT ?, " FROM_OLD ", e.seq FROM candidate_entry e WHERE e.version_id = ?",
        DB_STAFF | DB_OPERATOR },
    [COPY_ONE] = { "entry_copy_one",
        "INSERT INTO candidate_entry (" COPIED ", seq) SELECT ?, " FROM_OLD ", (SELECT COALESCE(MAX(o.seq), 0) + 1 FROM candidate_entry o "
        "WHERE o.version_id = ? AND o.award = e.award) FROM candidate_entry e WHERE e.version_id = ? AND e.candidate_id = ?",
        DB_STAFF | DB_OPERATOR },
    [WRITE] = { "entry_write",
        "UPDATE candidate_entry SET pinyin = IF(name = ?, pinyin, ''), award = ?, seq = ?, name = ?, employer = ?, post = ?, field = ?, deeds = ?, period_version_id = ? "
        "WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [REMOVE] = { "entry_remove", "DELETE FROM candidate_entry WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [SET_SEQ] = { "entry_set_seq", "UPDATE candidate_entry SET seq = ?, by_hand = ? WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [UNIONS] = { "entry_union_list",
        "SELECT u.id, u.name, COUNT(*), u.active, EXISTS (SELECT 1 FROM union_contact c WHERE c.union_id = u.id AND c.rank = 'PRIMARY' "
        "AND (c.email IS NOT NULL OR c.phone IS NOT NULL)) FROM candidate_entry e JOIN nominating_union u ON u.id = e.union_id "
        "WHERE e.version_id = ? GROUP BY u.id, u.name, u.active ORDER BY u.id", DB_STAFF | DB_OPERATOR },
    [FIND_BY] = { "entry_find_by",
        "UPDATE candidate_entry SET pinyin = ?, words = ?, place = ?, by_strokes = ?, by_pinyin = ? WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [NOT_FOUND_BY] = { "entry_versions_not_found_by",
        "SELECT DISTINCT v.id FROM notice_version v JOIN candidate_entry e ON e.version_id = v.id "
        "WHERE v.state IN ('PUBLISHED', 'WITHDRAWN') AND e.words = '' ORDER BY v.id", DB_OPERATOR },
};

const struct db_table entry_table = { "entry", statements, sizeof statements / sizeof statements[0] };

bool entry_list(struct mem *m, struct db *db, int64_t version_id, struct entries *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(version_id));
    if (!rows)
        return false;
    *out = (struct entries){ mem_array(m, ROWS_MAX, sizeof *out->items), 0 };
    while (out->count < ROWS_MAX && db_next(rows, f))
        out->items[out->count++] = (struct entry){
            .id = db_get_int(rows, 0), .candidate_id = db_get_int(rows, 1), .award = db_get_text(rows, 2), .seq = db_get_int(rows, 3),
            .name = db_get_text(rows, 4), .employer = db_get_text(rows, 5), .post = db_get_text(rows, 6),
            .union_name = db_get_text(rows, 7), .field = db_get_text(rows, 8), .deeds = db_get_text(rows, 9),
            .union_id = db_get_int(rows, 10), .by_hand = db_get_int(rows, 11) != 0, .period_version_id = db_get_int(rows, 12),
            .state = db_get_text(rows, 13), .pinyin = db_get_text(rows, 14) };
    return f->kind == FAIL_NONE;
}

bool entry_clear(struct db *db, int64_t version_id, struct fail *f)
{
    return db_run(db, &statements[CLEAR], NULL, f, db_int(version_id));
}

static bool candidate_add(struct db *db, int64_t round_id, int64_t *id, struct fail *f)
{
    unsigned char random[10];
    secret_random(random, sizeof random);
    struct mem *m = mem_new(NULL, "candidate slug");
    char *slug = secret_to_base32(m, random, sizeof random);
    for (char *c = slug; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    bool ok = db_run(db, &statements[CANDIDATE_ADD], NULL, f, db_int(round_id), db_text(slug));
    mem_free(&m);
    if (ok)
        *id = db_insert_id(db);
    return ok;
}

bool entry_candidate(struct db *db, int64_t round_id, const char *name, const char *employer, int64_t *candidate_id, struct fail *f)
{
    struct mem *m = mem_new(NULL, "candidate");
    struct db_rows *rows = db_rows(db, m, &statements[CANDIDATE_FIND], f, db_int(round_id), db_text(name), db_text(employer));
    bool found = rows && db_next(rows, f);
    if (found)
        *candidate_id = db_get_int(rows, 0);
    mem_free(&m);
    return found || (f->kind == FAIL_NONE && candidate_add(db, round_id, candidate_id, f));
}

bool entry_add(struct db *db, int64_t version_id, const struct entry *e, struct fail *f)
{
    return db_run(db, &statements[ADD], NULL, f, db_int(version_id), db_int(e->candidate_id), db_text(e->award), db_int(e->seq),
                  db_text(e->name), db_text(e->employer), db_text(e->post), db_int(e->union_id), db_text(e->union_name),
                  db_text(e->field), db_text(e->deeds), db_int(e->by_hand), db_text(e->pinyin ? e->pinyin : ""));
}

bool entry_copy(struct db *db, int64_t from_version, int64_t to_version, struct fail *f)
{
    return db_run(db, &statements[COPY], NULL, f, db_int(to_version), db_int(from_version));
}

bool entry_copy_one(struct db *db, int64_t from_version, int64_t to_version, int64_t candidate_id, struct fail *f)
{
    return db_run(db, &statements[COPY_ONE], NULL, f, db_int(to_version), db_int(to_version), db_int(from_version), db_int(candidate_id)) ||
           (db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "entry_there", "the person stands in the version") : false);
}

bool entry_write(struct db *db, const struct entry *e, struct fail *f)
{
    return db_run(db, &statements[WRITE], NULL, f, db_text(e->name), db_text(e->award), db_int(e->seq), db_text(e->name), db_text(e->employer), db_text(e->post),
                  db_text(e->field), db_text(e->deeds), db_id(e->period_version_id), db_int(e->id));
}

bool entry_remove(struct db *db, int64_t entry_id, struct fail *f)
{
    return db_run(db, &statements[REMOVE], NULL, f, db_int(entry_id));
}

bool entry_set_seq(struct db *db, int64_t entry_id, int64_t seq, bool by_hand, struct fail *f)
{
    return db_run(db, &statements[SET_SEQ], NULL, f, db_int(seq), db_int(by_hand), db_int(entry_id));
}

bool entry_union_list(struct mem *m, struct db *db, int64_t version_id, struct entry_unions *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[UNIONS], f, db_int(version_id));
    if (!rows)
        return false;
    *out = (struct entry_unions){ mem_array(m, ROWS_MAX, sizeof *out->items), 0 };
    while (out->count < ROWS_MAX && db_next(rows, f))
        out->items[out->count++] = (struct entry_union){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_int(rows, 2),
                                                         db_get_int(rows, 3) != 0, db_get_int(rows, 4) != 0 };
    return f->kind == FAIL_NONE;
}

bool entry_find_by(struct db *db, const struct entry_finding *in, struct fail *f)
{
    return db_run(db, &statements[FIND_BY], NULL, f, db_text(in->pinyin), db_text(in->words), db_int(in->place), db_int(in->by_strokes),
                  db_int(in->by_pinyin), db_int(in->entry_id));
}

bool entry_versions_not_found_by(struct mem *m, struct db *db, int64_t **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[NOT_FOUND_BY], f);
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = db_get_int(rows, 0);
    }
    return rows && f->kind == FAIL_NONE;
}
