/* submission: the inserting statement of an objection and the procedures that a lookup code opens. */
#include "submission.h"

enum { ADD, FIND, EVENTS, ANSWERS };

#define OPEN "(NOT v.withdrawn AND e.opens_at <= UTC_TIMESTAMP(6) AND UTC_TIMESTAMP(6) < e.closes_at)"
#define LATE \
    "(NOT v.withdrawn AND e.opens_at <= UTC_TIMESTAMP(6) AND ? < e.closes_at AND UTC_TIMESTAMP(6) >= e.closes_at AND " \
    "UTC_TIMESTAMP(6) < e.closes_at + INTERVAL ? MINUTE)"

static const struct db_statement statements[] = {
    [ADD] = { "submission_add",
        "INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, "
        "person_sealed, contact_sealed, contact_channel, contact_tag, form_opened_at, submitted_at) "
        "SELECT ?, ?, ?, v.notice_id, e.candidate_id, ?, ?, "
        "IF(? = 'ANONYMOUS', 'CLUE', IF(" OPEN ", 'SUBMITTED', 'LATE_RECORDED')), ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6) "
        "FROM shown_version v JOIN shown_entry e ON e.version_id = v.version_id "
        "WHERE v.version_id = ? AND e.candidate_id = ? AND (? = 'ANONYMOUS' OR " OPEN " OR " LATE ")",
        DB_PUBLIC },
    [FIND] = { "submission_find", "CALL tracking(?)", DB_PUBLIC },
    [EVENTS] = { "submission_events", "CALL tracking_event(?)", DB_PUBLIC },
    [ANSWERS] = { "submission_answers", "CALL tracking_answer(?)", DB_PUBLIC },
};

const struct db_table submission_table = { "submission", statements, sizeof statements / sizeof statements[0] };

static struct db_value blob(const struct db_blob *b)
{
    return b->len ? db_bytes(b->data, b->len) : db_null();
}

bool submission_add(struct db *db, const struct submission_new *in, int64_t *id, struct fail *f)
{
    uint64_t made = 0;
    bool ran = db_run(db, &statements[ADD], &made, f, db_text(in->receipt), db_bytes(in->key_hash, 32), db_bytes(in->answer_key, 32),
                      db_text(in->kind), db_text(in->grounds), db_text(in->kind), blob(&in->text), blob(&in->person),
                      blob(&in->contact), db_text(in->channel), db_bytes(in->contact_tag, in->contact_tag ? 16 : 0),
                      db_instant(in->form_opened_at), db_int(in->version_id), db_int(in->candidate_id), db_text(in->kind),
                      db_instant(in->form_opened_at), db_int(in->late_minutes));
    if (!ran)
        return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "submitted_before", "the form was sent before") : false;
    if (made == 0)
        return fail_set(f, FAIL_CONFLICT, "period_over", "outside the period");
    *id = db_insert_id(db);
    return true;
}

bool submission_find(struct db *db, struct mem *m, const unsigned char key_hash[32], struct submission *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[FIND], f, db_bytes(key_hash, 32));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such code") : false;
    *out = (struct submission){ .receipt = db_get_text(rows, 0), .kind = db_get_text(rows, 1), .state = db_get_text(rows, 2),
                                .submitted_at = db_get_instant(rows, 3), .notice_slug = db_get_text(rows, 4),
                                .notice_title = db_get_text(rows, 5), .deadline_at = db_get_instant(rows, 6),
                                .term_over = db_get_int(rows, 7), .reviewed = db_get_int(rows, 8) };
    return true;
}

bool submission_events(struct db *db, struct mem *m, const unsigned char key_hash[32], struct submission_event **out, size_t *count,
                       struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[EVENTS], f, db_bytes(key_hash, 32));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct submission_event){ .at = db_get_instant(rows, 0), .to_state = db_get_text(rows, 1) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool submission_answers(struct db *db, struct mem *m, const unsigned char key_hash[32], struct submission_answer **out, size_t *count,
                        struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[ANSWERS], f, db_bytes(key_hash, 32));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct submission_answer){ .at = db_get_instant(rows, 0), .kind = db_get_text(rows, 1),
                                                         .sealed = db_get_bytes(rows, 2) };
    }
    return rows && f->kind == FAIL_NONE;
}
