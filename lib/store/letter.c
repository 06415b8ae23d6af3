/* letter: rows of union_letter. */
#include "letter.h"

#include <string.h>

#include "secret.h"

enum { ADD, ADD_TOLD, TOLD, HAND_OVER, OF_ASSIST, LIST, READ, SIGN, PEOPLE, FINAL_PEOPLE, SENT };

#define LETTER \
    "SELECT l.id, l.version_id, l.assist_id, l.slug, l.kind, l.created_at, l.signed_at, COALESCE(v.title, n.title), v.slug, v.version, a.state, " \
    "a.abstract, a.due_rule, a.due_at, a.replied_at, v.corrected_why, l.result, e.name, e.employer, l.announcement_id, n.slug " \
    "FROM union_letter l LEFT JOIN shown_announcement n ON n.id = l.announcement_id LEFT JOIN shown_entry e " \
    "ON e.candidate_id = l.candidate_id AND e.version_id = (SELECT MAX(x.version_id) FROM shown_entry x WHERE x.candidate_id = l.candidate_id) " \
    "LEFT JOIN shown_version v ON v.version_id = COALESCE(l.version_id, e.version_id) " \
    "LEFT JOIN assist a ON a.id = l.assist_id AND a.union_id = l.union_id "

static const struct db_statement statements[] = {
    [ADD] = { "letter_add",
        "INSERT INTO union_letter (slug, union_id, kind, version_id, assist_id, announcement_id, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [ADD_TOLD] = { "letter_add_told",
        "INSERT INTO union_letter (slug, union_id, kind, objection_id, candidate_id, result, created_at) VALUES (?, ?, ?, ?, ?, ?, "
        "UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [TOLD] = { "letter_told_list",
        "SELECT l.id, l.kind, l.result, u.name, c.name, f.name, l.handed_how, l.created_at, l.signed_at, l.handed_at FROM union_letter l "
        "JOIN nominating_union u ON u.id = l.union_id LEFT JOIN union_contact c ON c.id = l.signed_by LEFT JOIN officer f "
        "ON f.id = l.handed_by WHERE l.objection_id = ? ORDER BY l.id", DB_STAFF | DB_OPERATOR },
    [HAND_OVER] = { "letter_hand_over",
        "UPDATE union_letter SET handed_at = UTC_TIMESTAMP(6), handed_by = ?, handed_how = ? WHERE id = ? AND objection_id = ? "
        "AND kind IN ('RESULT', 'REVIEW') AND handed_at IS NULL", DB_STAFF | DB_OPERATOR },
    [OF_ASSIST] = { "letter_of_assist", "SELECT slug FROM union_letter WHERE assist_id = ?",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [LIST] = { "letter_list", LETTER "WHERE l.union_id = ? ORDER BY l.id DESC LIMIT 200", DB_UNION },
    [READ] = { "letter_read", LETTER "WHERE l.slug = ? AND l.union_id = ?", DB_UNION },
    [SIGN] = { "letter_sign",
        "UPDATE union_letter SET signed_at = UTC_TIMESTAMP(6), signed_by = ? WHERE id = ? AND union_id = ? AND signed_at IS NULL", DB_UNION },
    [PEOPLE] = { "letter_people",
        "SELECT e.name, e.employer, e.slug FROM shown_entry e "
        "WHERE e.version_id = ? AND e.union_id = ? ORDER BY e.award, e.seq", DB_UNION },
    [FINAL_PEOPLE] = { "letter_final_people",
        "SELECT e.name, e.employer, '' FROM shown_announcement_entry e "
        "WHERE e.announcement_id = ? AND e.union_id = ? ORDER BY e.nomination, e.seq", DB_UNION },
    [SENT] = { "letter_sent_list",
        "SELECT u.name, c.name, (SELECT o.state FROM outbox o WHERE o.dedupe IN (CONCAT('notice_published:letter:', l.id, ':EMAIL'), "
        "CONCAT('notice_corrected:letter:', l.id, ':EMAIL'))), "
        "(SELECT o.state FROM outbox o WHERE o.dedupe IN (CONCAT('notice_published:letter:', l.id, ':SMS'), "
        "CONCAT('notice_corrected:letter:', l.id, ':SMS'))), l.created_at, l.signed_at "
        "FROM union_letter l JOIN nominating_union u ON u.id = l.union_id LEFT JOIN union_contact c ON c.id = l.signed_by "
        "WHERE l.version_id = ? ORDER BY l.signed_at IS NOT NULL, u.id", DB_STAFF },
};

const struct db_table letter_table = { "letter", statements, sizeof statements / sizeof statements[0] };

static void make_slug(char slug[LETTER_SLUG])
{
    unsigned char random[16];
    secret_random(random, sizeof random);
    struct mem *m = mem_new(NULL, "letter slug");
    memcpy(slug, secret_to_base32(m, random, sizeof random), LETTER_SLUG);
    mem_free(&m);
    for (char *c = slug; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
}

struct about { const char *kind; int64_t version, assist, announcement; };

static bool add(struct db *db, int64_t union_id, const struct about *about, int64_t *id, char slug[LETTER_SLUG], struct fail *f)
{
    make_slug(slug);
    if (!db_run(db, &statements[ADD], NULL, f, db_text(slug), db_int(union_id), db_text(about->kind), db_id(about->version),
                db_id(about->assist), db_id(about->announcement)))
        return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "letter_exists", "a letter of this kind stands") : false;
    *id = db_insert_id(db);
    return true;
}

bool letter_add(struct db *db, int64_t union_id, int64_t version_id, int64_t assist_id, int64_t *id, char slug[LETTER_SLUG],
                struct fail *f)
{
    return add(db, union_id, &(struct about){ assist_id ? "ASSIST" : "NOTICE", version_id, assist_id, 0 }, id, slug, f);
}

bool letter_add_final(struct db *db, int64_t union_id, int64_t announcement_id, int64_t *id, char slug[LETTER_SLUG], struct fail *f)
{
    return add(db, union_id, &(struct about){ "FINAL", 0, 0, announcement_id }, id, slug, f);
}

bool letter_add_told(struct db *db, const struct letter_told_new *in, int64_t *id, char slug[LETTER_SLUG], struct fail *f)
{
    make_slug(slug);
    if (!db_run(db, &statements[ADD_TOLD], NULL, f, db_text(slug), db_int(in->union_id), db_text(in->kind), db_int(in->objection_id),
                db_int(in->candidate_id), db_text(in->result)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool letter_told_list(struct mem *m, struct db *db, int64_t objection_id, struct letter_told **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[TOLD], f, db_int(objection_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct letter_told){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                                   db_get_text(rows, 4), db_get_text(rows, 5), db_get_text(rows, 6),
                                                   db_get_instant(rows, 7), db_get_instant(rows, 8), db_get_instant(rows, 9) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool letter_hand_over(struct db *db, int64_t id, int64_t objection_id, int64_t officer_id, const char *how, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[HAND_OVER], &changed, f, db_int(officer_id), db_text(how), db_int(id), db_int(objection_id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "case_moved", "letter %lld tells no result, or was handed over", (long long)id));
}

bool letter_of_assist(struct db *db, int64_t assist_id, char slug[LETTER_SLUG], struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct mem *m = mem_new(NULL, "letter slug");
    struct db_rows *rows = db_rows(db, m, &statements[OF_ASSIST], f, db_int(assist_id));
    bool there = rows && db_next(rows, f);
    if (there)
        memcpy(slug, db_get_text(rows, 0), LETTER_SLUG);
    mem_free(&m);
    return there || (f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no letter about request %lld", (long long)assist_id));
}

static struct letter letter_of(const struct db_rows *rows)
{
    return (struct letter){
        .id = db_get_int(rows, 0), .version_id = db_get_int(rows, 1), .assist_id = db_get_int(rows, 2), .slug = db_get_text(rows, 3),
        .kind = db_get_text(rows, 4), .created_at = db_get_instant(rows, 5), .signed_at = db_get_instant(rows, 6),
        .title = db_get_text(rows, 7), .notice = db_get_text(rows, 8), .version = (int)db_get_int(rows, 9),
        .assist_state = db_get_text(rows, 10), .abstract = db_get_text(rows, 11), .due_rule = db_get_text(rows, 12),
        .due_at = db_get_instant(rows, 13), .replied_at = db_get_instant(rows, 14),
        .reason = db_get_text(rows, 15), .result = db_get_text(rows, 16), .name = db_get_text(rows, 17),
        .employer = db_get_text(rows, 18), .announcement_id = db_get_int(rows, 19), .round = db_get_text(rows, 20) };
}

bool letter_list(struct mem *m, struct db *db, int64_t union_id, struct letter **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(union_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = letter_of(rows);
    }
    return rows && f->kind == FAIL_NONE;
}

bool letter_read(struct mem *m, struct db *db, const char *slug, int64_t union_id, struct letter *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[READ], f, db_text(slug), db_int(union_id));
    if (!rows || !db_next(rows, f))
        return f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no such letter of this union");
    *out = letter_of(rows);
    return true;
}

bool letter_sign(struct db *db, int64_t id, int64_t union_id, int64_t contact_id, bool *signed_now, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[SIGN], &changed, f, db_int(contact_id), db_int(id), db_int(union_id));
    *signed_now = ran && changed == 1;
    return ran;
}

static bool people_of(struct db_rows *rows, struct mem *m, struct letter_person **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct letter_person){ db_get_text(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool letter_people(struct mem *m, struct db *db, int64_t version_id, int64_t union_id, struct letter_person **out, size_t *count,
                   struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return people_of(db_rows(db, m, &statements[PEOPLE], f, db_int(version_id), db_int(union_id)), m, out, count, f);
}

bool letter_final_people(struct mem *m, struct db *db, int64_t announcement_id, int64_t union_id, struct letter_person **out, size_t *count,
                         struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return people_of(db_rows(db, m, &statements[FINAL_PEOPLE], f, db_int(announcement_id), db_int(union_id)), m, out, count, f);
}

bool letter_sent_list(struct mem *m, struct db *db, int64_t version_id, struct letter_sent **out, size_t *count, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[SENT], f, db_int(version_id));
    *out = NULL;
    *count = 0;
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct letter_sent){ db_get_text(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                                   db_get_instant(rows, 4), db_get_instant(rows, 5) };
    }
    return rows && f->kind == FAIL_NONE;
}
