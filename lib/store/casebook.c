/* casebook: statements of the staff's side. */
#include "casebook.h"

#include "recusal.h"

enum { LIST, IDENTITY, COUNTS, CASE, PERSON, LOCK, EVENT_ADD, EVENTS, ANSWER, FILES, STAMPED, FILE_ONE, STAMPED_ONE, CHUNK };

#define LAST_EVENT "FROM objection_event ev WHERE ev.objection_id = o.id ORDER BY ev.id DESC LIMIT 1) "
#define LAST_DEADLINE "(SELECT ev.deadline_at " LAST_EVENT
#define LAST_RULE "(SELECT ev.deadline_rule " LAST_EVENT
/* The newest published version of the notice in which the person stood. */
#define ENTRY \
    "JOIN notice n ON n.id = o.notice_id JOIN candidate_entry e ON e.candidate_id = o.candidate_id AND e.version_id = " \
    "(SELECT MAX(v.id) FROM notice_version v JOIN candidate_entry x ON x.version_id = v.id AND x.candidate_id = o.candidate_id " \
    "WHERE v.notice_id = o.notice_id AND v.state IN ('PUBLISHED', 'WITHDRAWN')) "
#define FILE_COLUMNS "SELECT a.id, a.assist_id, a.kind, a.size, a.form_hash, a.head, a.name_sealed FROM attachment a "
#define OF_OBJECTION "(a.objection_id = ? OR a.assist_id IN (SELECT s.id FROM assist s WHERE s.objection_id = ?)) "
#define NOT_STAMPED "AND a.purpose <> 'SEAL_SCAN' "
#define IS_STAMPED "AND a.purpose = 'SEAL_SCAN' "

static const struct db_statement statements[] = {
    [LIST] = { "casebook_list",
        "SELECT o.id, o.receipt, o.kind, o.state, IF(" RECUSAL_CLEAR ", o.grounds, ''), n.slug, e.name, e.union_name, o.submitted_at, "
        LAST_DEADLINE "due FROM objection o " ENTRY "WHERE " RECUSAL_FREE "AND INSTR(o.receipt, ?) > 0 "
        "AND (? = '' OR FIND_IN_SET(o.state, ?) > 0) AND (? = '' OR n.slug = ?) AND (? = '' OR INSTR(e.name, ?) > 0) "
        "AND (? = '' OR INSTR(e.union_name, ?) > 0) AND (? = '' OR (FIND_IN_SET(?, o.grounds) > 0 AND " RECUSAL_CLEAR ")) "
        "ORDER BY due IS NULL, due, o.id LIMIT 500", DB_STAFF | DB_OPERATOR },
    [IDENTITY] = { "casebook_list_identity",
        "SELECT o.id, o.receipt, o.kind, o.state, o.submitted_at FROM objection o WHERE o.state = 'SUBMITTED' AND " RECUSAL_FREE
        "ORDER BY o.id LIMIT 500",
        DB_STAFF | DB_OPERATOR },
    [COUNTS] = { "casebook_counts", "SELECT o.state, COUNT(*) FROM objection o WHERE " RECUSAL_FREE "GROUP BY o.state", DB_STAFF | DB_OPERATOR },
    [CASE] = { "casebook_case",
        "SELECT o.id, o.receipt, o.kind, o.state, o.grounds, n.slug, e.name, e.union_name, o.submitted_at, " LAST_DEADLINE ", e.union_id, "
        LAST_RULE ", o.text_sealed, (SELECT c.slug FROM candidate c WHERE c.id = o.candidate_id), o.channel FROM objection o " ENTRY "WHERE o.receipt = ?", DB_STAFF | DB_OPERATOR },
    [PERSON] = { "casebook_person", "SELECT id, kind, state, submitted_at, person_sealed, channel FROM objection WHERE receipt = ?",
        DB_STAFF | DB_OPERATOR },
    [LOCK] = { "casebook_lock",
        "SELECT o.id, o.receipt, o.state, o.answer_key, e.union_id, o.candidate_id FROM objection o " ENTRY "WHERE o.receipt = ? FOR UPDATE",
        DB_STAFF | DB_OPERATOR },
    [EVENT_ADD] = { "casebook_event_add",
        "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, agreed_by, other_id, move, from_state, to_state, reason_code, "
        "note_sealed, term, term_left, deadline_at, deadline_rule) VALUES (?, UTC_TIMESTAMP(6), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [EVENTS] = { "casebook_events",
        "SELECT ev.at, ev.deadline_at, CASE ev.actor_kind WHEN 'OFFICER' THEN f.name WHEN 'UNION' THEN u.name ELSE '' END, ev.actor_kind, "
        "ev.move, ev.from_state, ev.to_state, ev.reason_code, ev.deadline_rule, ev.note_sealed, COALESCE(g.name, ''), ev.term_left "
        "FROM objection_event ev LEFT JOIN officer f ON ev.actor_kind = 'OFFICER' AND f.id = ev.actor_id "
        "LEFT JOIN officer g ON g.id = ev.agreed_by "
        "LEFT JOIN union_contact c ON ev.actor_kind = 'UNION' AND c.id = ev.actor_id LEFT JOIN nominating_union u ON u.id = c.union_id "
        "WHERE ev.objection_id = ? ORDER BY ev.id", DB_STAFF | DB_OPERATOR },
    [ANSWER] = { "casebook_answer_add",
        "INSERT INTO objection_answer (objection_id, at, kind, sealed) VALUES (?, UTC_TIMESTAMP(6), ?, ?)",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [FILES] = { "casebook_files", FILE_COLUMNS "WHERE " OF_OBJECTION NOT_STAMPED "ORDER BY a.id", DB_STAFF | DB_OPERATOR },
    [STAMPED] = { "casebook_stamped", FILE_COLUMNS "WHERE " OF_OBJECTION IS_STAMPED "ORDER BY a.id", DB_STAFF | DB_OPERATOR },
    [FILE_ONE] = { "casebook_file", FILE_COLUMNS "WHERE " OF_OBJECTION NOT_STAMPED "AND a.id = ?", DB_STAFF | DB_OPERATOR },
    [STAMPED_ONE] = { "casebook_stamped_one", FILE_COLUMNS "WHERE " OF_OBJECTION IS_STAMPED "AND a.id = ?", DB_STAFF | DB_OPERATOR },
    [CHUNK] = { "casebook_file_chunk", "SELECT data FROM attachment_chunk WHERE attachment_id = ? AND n = ?", DB_STAFF | DB_OPERATOR },
};

const struct db_table casebook_table = { "objection", statements, sizeof statements / sizeof statements[0] };

static struct casebook_row row_of(const struct db_rows *rows)
{
    return (struct casebook_row){ .id = db_get_int(rows, 0), .receipt = db_get_text(rows, 1), .kind = db_get_text(rows, 2),
                                   .state = db_get_text(rows, 3), .grounds = db_get_text(rows, 4), .notice = db_get_text(rows, 5),
                                   .candidate = db_get_text(rows, 6), .union_name = db_get_text(rows, 7),
                                   .submitted_at = db_get_instant(rows, 8), .deadline_at = db_get_instant(rows, 9) };
}

/* The first row, or FAIL_MISSING. */
static bool one(struct db_rows *rows, struct fail *f)
{
    if (!rows)
        return false;
    return db_next(rows, f) || (f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no such objection"));
}

#define GROW(m, list, count) ((list) = mem_resize((m), (list), (count) * sizeof *(list), ((count) + 1) * sizeof *(list)))

bool casebook_list(struct mem *m, struct db *db, int64_t officer_id, const struct casebook_filter *w, struct casebook_row **out,
                    size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_value me = db_int(officer_id);
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, me, me, db_text(w->number), db_text(w->states), db_text(w->states),
                                   db_text(w->notice), db_text(w->notice), db_text(w->candidate), db_text(w->candidate),
                                   db_text(w->union_name), db_text(w->union_name), db_text(w->ground), db_text(w->ground), me);
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = row_of(rows);
    }
    return rows && f->kind == FAIL_NONE;
}

bool casebook_list_identity(struct mem *m, struct db *db, int64_t officer_id, struct casebook_row **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[IDENTITY], f, db_int(officer_id));
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = (struct casebook_row){ .id = db_get_int(rows, 0), .receipt = db_get_text(rows, 1),
                                                     .kind = db_get_text(rows, 2), .state = db_get_text(rows, 3),
                                                     .submitted_at = db_get_instant(rows, 4) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool casebook_counts(struct mem *m, struct db *db, int64_t officer_id, struct casebook_count **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[COUNTS], f, db_int(officer_id));
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = (struct casebook_count){ db_get_text(rows, 0), db_get_int(rows, 1) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool casebook_case_read(struct mem *m, struct db *db, const char *receipt, struct casebook_case *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[CASE], f, db_text(receipt));
    if (!one(rows, f))
        return false;
    *out = (struct casebook_case){ row_of(rows), db_get_int(rows, 10), db_get_text(rows, 11), db_get_bytes(rows, 12), db_get_text(rows, 13),
                                     db_get_text(rows, 14) };
    return true;
}

bool casebook_person_read(struct mem *m, struct db *db, const char *receipt, struct casebook_person *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[PERSON], f, db_text(receipt));
    if (!one(rows, f))
        return false;
    *out = (struct casebook_person){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_instant(rows, 3),
                                      db_get_bytes(rows, 4), db_get_text(rows, 5) };
    return true;
}

bool casebook_lock(struct mem *m, struct db *db, const char *receipt, struct casebook_locked *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[LOCK], f, db_text(receipt));
    if (!one(rows, f))
        return false;
    *out = (struct casebook_locked){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_bytes(rows, 3),
                                      db_get_int(rows, 4), db_get_int(rows, 5) };
    return true;
}

bool casebook_event_add(struct db *db, const struct casebook_event_new *in, struct fail *f)
{
    return db_run(db, &statements[EVENT_ADD], NULL, f, db_int(in->objection_id), db_text(in->actor_kind), db_id(in->actor_id),
                  db_id(in->agreed_by), db_id(in->other_id), db_text(in->move), db_text(in->from), db_text(in->to),
                  db_text(in->reason_code), in->note.len ? db_bytes(in->note.data, in->note.len) : db_null(), db_text(in->term),
                  in->stands_still ? db_int(in->left) : db_null(),
                  in->deadline_at ? db_instant(in->deadline_at) : db_null(), db_text(in->deadline_rule));
}

bool casebook_events(struct mem *m, struct db *db, int64_t id, struct casebook_event **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[EVENTS], f, db_int(id));
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = (struct casebook_event){
            .at = db_get_instant(rows, 0), .deadline_at = db_get_instant(rows, 1), .actor = db_get_text(rows, 2),
            .actor_kind = db_get_text(rows, 3), .move = db_get_text(rows, 4), .from = db_get_text(rows, 5), .to = db_get_text(rows, 6),
            .reason_code = db_get_text(rows, 7), .deadline_rule = db_get_text(rows, 8), .note = db_get_bytes(rows, 9),
            .agreed_by = db_get_text(rows, 10), .stands_still = !db_is_null(rows, 11) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool casebook_answer_add(struct db *db, int64_t id, const char *kind, const void *sealed, size_t n, struct fail *f)
{
    return db_run(db, &statements[ANSWER], NULL, f, db_int(id), db_text(kind), db_bytes(sealed, n));
}

static struct casebook_file file_of(const struct db_rows *rows)
{
    return (struct casebook_file){ db_get_int(rows, 0), db_get_int(rows, 1), db_get_text(rows, 2), db_get_int(rows, 3),
                                    db_get_bytes(rows, 4), db_get_bytes(rows, 5), db_get_bytes(rows, 6) };
}

bool casebook_files(struct mem *m, struct db *db, int64_t id, enum casebook_shelf shelf, struct casebook_file **out, size_t *count,
                    struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    const struct db_statement *st = &statements[shelf == CASEBOOK_STAMPED ? STAMPED : FILES];
    struct db_rows *rows = db_rows(db, m, st, f, db_int(id), db_int(id));
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = file_of(rows);
    }
    return rows && f->kind == FAIL_NONE;
}

bool casebook_file_read(struct mem *m, struct db *db, int64_t id, int64_t file_id, enum casebook_shelf shelf, struct casebook_file *out,
                        struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    const struct db_statement *st = &statements[shelf == CASEBOOK_STAMPED ? STAMPED_ONE : FILE_ONE];
    struct db_rows *rows = db_rows(db, m, st, f, db_int(id), db_int(id), db_int(file_id));
    if (!one(rows, f))
        return false;
    *out = file_of(rows);
    return true;
}

bool casebook_file_chunk(struct mem *m, struct db *db, int64_t file_id, int n, struct db_blob *out, bool *there, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[CHUNK], f, db_int(file_id), db_int(n));
    if (!rows)
        return false;
    *there = db_next(rows, f);
    if (*there)
        *out = db_get_bytes(rows, 0);
    return f->kind == FAIL_NONE;
}
