/* registry: see registry.h. */
#include "registry.h"

#include "recusal.h"
#include "staff.h"

enum { WHOM, PERIODS, READERS, ADD, FIND, COPY_ADD, COPY, COPIES_DROP, LIST, READ };

#define DESK (DB_STAFF | DB_OPERATOR)
#define ROWS \
    "SELECT o.id, o.receipt, o.kind, o.state, n.slug, e.name, o.submitted_at, o.candidate_id, o.entered_by, f.name, o.channel, " \
    "o.received_day, o.postmark_day FROM objection o JOIN officer f ON f.id = o.entered_by JOIN notice n ON n.id = o.notice_id " \
    "JOIN shown_entry e ON e.candidate_id = o.candidate_id AND e.version_id = (SELECT MAX(x.version_id) FROM shown_entry x " \
    "JOIN shown_version v ON v.version_id = x.version_id WHERE x.candidate_id = o.candidate_id AND v.notice_id = o.notice_id) "

static const struct db_statement statements[] = {
    [WHOM] = { "registry_whom",
        "SELECT v.notice_id, v.slug, v.title, e.name FROM shown_entry e JOIN shown_version v ON v.version_id = e.version_id "
        "WHERE e.candidate_id = ? AND NOT v.withdrawn AND v.version = (SELECT MAX(w.version) FROM shown_version w "
        "WHERE w.notice_id = v.notice_id) ORDER BY v.version_id DESC LIMIT 1", DESK },
    [PERIODS] = { "registry_periods",
        "SELECT DISTINCT e.open_day, e.close_day FROM shown_entry e JOIN shown_version v ON v.version_id = e.version_id "
        "WHERE e.candidate_id = ? AND NOT v.withdrawn ORDER BY e.open_day", DESK },
    [READERS] = { "registry_readers",
        "SELECT f.id, f.public_key FROM officer f WHERE f.state = 'ACTIVE' AND f.roles & ? AND f.public_key IS NOT NULL AND f.id <> ? "
        "AND COALESCE((SELECT c.state FROM recusal c WHERE c.candidate_id = ? AND c.officer_id = f.id ORDER BY c.id DESC LIMIT 1), '') "
        "<> 'RECUSED'", DESK },
    [ADD] = { "registry_add",
        "INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, person_sealed, "
        "contact_sealed, contact_channel, contact_tag, form_opened_at, submitted_at, channel, received_day, postmark_day, entered_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'REGISTERED', ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), ?, ?, ?, ?)", DESK },
    [FIND] = { "registry_find", "SELECT receipt, submitted_at FROM objection WHERE key_hash = ? AND entered_by IS NOT NULL", DESK },
    [COPY_ADD] = { "registry_copy_add", "INSERT INTO entry_copy (objection_id, officer_id, sealed) VALUES (?, ?, ?)", DESK },
    [COPY] = { "registry_copy", "SELECT sealed FROM entry_copy WHERE objection_id = ? AND officer_id = ?", DESK },
    [COPIES_DROP] = { "registry_copies_drop", "DELETE FROM entry_copy WHERE objection_id = ?", DESK },
    [LIST] = { "registry_list", ROWS "WHERE o.state = 'REGISTERED' AND " RECUSAL_FREE "ORDER BY o.id LIMIT 500", DESK },
    [READ] = { "registry_read", ROWS "WHERE o.receipt = ?", DESK },
};

const struct db_table registry_table = { "registry", statements, sizeof statements / sizeof statements[0] };

static bool first(struct db_rows *rows, struct fail *f)
{
    return rows && (db_next(rows, f) || (f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "nothing registered there")));
}

static struct db_value blob(const struct db_blob *b)
{
    return b->len ? db_bytes(b->data, b->len) : db_null();
}

#define GROW(m, list, count) ((list) = mem_resize((m), (list), (count) * sizeof *(list), ((count) + 1) * sizeof *(list)))

bool registry_whom(struct mem *m, struct db *db, int64_t candidate_id, struct registry_whom *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[WHOM], f, db_int(candidate_id));
    if (!first(rows, f))
        return false;
    *out = (struct registry_whom){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3) };
    return true;
}

bool registry_periods(struct mem *m, struct db *db, int64_t candidate_id, struct incoming_period **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[PERIODS], f, db_int(candidate_id));
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = (struct incoming_period){ db_get_day(rows, 0), db_get_day(rows, 1) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool registry_readers(struct mem *m, struct db *db, int64_t candidate_id, int64_t but_for, struct registry_reader **out, size_t *count,
                      struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[READERS], f, db_int(STAFF_INTAKE), db_int(but_for), db_int(candidate_id));
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = (struct registry_reader){ db_get_int(rows, 0), db_get_bytes(rows, 1) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool registry_add(struct db *db, const struct registry_new *in, int64_t *id, struct fail *f)
{
    const struct incoming *came = &in->came;
    if (!db_run(db, &statements[ADD], NULL, f, db_text(in->receipt), db_bytes(in->key_hash, 32), db_bytes(in->answer_key, 32),
                db_int(in->notice_id), db_int(in->candidate_id), db_text(in->kind), db_text(in->grounds), blob(&in->text),
                blob(&in->person), blob(&in->contact), db_text(in->contact_channel), db_bytes(in->contact_tag, in->contact_tag ? 16 : 0),
                db_instant(in->form_opened_at), db_text(incoming_word(came->channel)), db_day(came->received),
                came->postmark ? db_day(came->postmark) : db_null(), db_int(in->entered_by)))
        return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "submitted_before", "the entry was made before") : false;
    *id = db_insert_id(db);
    return true;
}

bool registry_find(struct mem *m, struct db *db, const unsigned char key_hash[32], struct registry_found *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[FIND], f, db_bytes(key_hash, 32));
    if (!first(rows, f))
        return false;
    *out = (struct registry_found){ db_get_text(rows, 0), db_get_instant(rows, 1) };
    return true;
}

bool registry_copy_add(struct db *db, int64_t objection_id, int64_t officer_id, const void *sealed, size_t n, struct fail *f)
{
    return db_run(db, &statements[COPY_ADD], NULL, f, db_int(objection_id), db_int(officer_id), db_bytes(sealed, n));
}

bool registry_copy(struct mem *m, struct db *db, int64_t objection_id, int64_t officer_id, struct db_blob *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = (struct db_blob){ NULL, 0 };
    struct db_rows *rows = db_rows(db, m, &statements[COPY], f, db_int(objection_id), db_int(officer_id));
    if (rows && db_next(rows, f))
        *out = db_get_bytes(rows, 0);
    return rows && f->kind == FAIL_NONE;
}

bool registry_copies_drop(struct db *db, int64_t objection_id, struct fail *f)
{
    return db_run(db, &statements[COPIES_DROP], NULL, f, db_int(objection_id));
}

static struct registry_row row_of(const struct db_rows *rows)
{
    struct registry_row out = {
        .row = { .id = db_get_int(rows, 0), .receipt = db_get_text(rows, 1), .kind = db_get_text(rows, 2), .state = db_get_text(rows, 3),
                 .notice = db_get_text(rows, 4), .candidate = db_get_text(rows, 5), .submitted_at = db_get_instant(rows, 6) },
        .candidate_id = db_get_int(rows, 7), .entered_by = db_get_int(rows, 8), .enterer = db_get_text(rows, 9),
        .came = { .received = db_get_day(rows, 11), .postmark = db_is_null(rows, 12) ? 0 : db_get_day(rows, 12) } };
    incoming_read(db_get_text(rows, 10), &out.came.channel);
    return out;
}

bool registry_list(struct mem *m, struct db *db, int64_t officer_id, struct registry_row **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(officer_id));
    while (rows && db_next(rows, f)) {
        GROW(m, *out, *count);
        (*out)[(*count)++] = row_of(rows);
    }
    return rows && f->kind == FAIL_NONE;
}

bool registry_read(struct mem *m, struct db *db, const char *receipt, struct registry_row *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[READ], f, db_text(receipt));
    if (!first(rows, f))
        return false;
    *out = row_of(rows);
    return true;
}
