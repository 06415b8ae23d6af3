/* attachment: statements of sealed files while a form is filled in. Every one names the form's hash: an id alone gives nothing. */
#include "attachment.h"

enum { ADD, ADD_CHUNK, SET_SIZE, LIST, DROP, CLAIM_OBJECTION, CLAIM_ASSIST, SWEEP };

#define WRITERS (DB_PUBLIC | DB_UNION)
#define UNCLAIMED "form_hash = ? AND objection_id IS NULL AND assist_id IS NULL"

static const struct db_statement statements[] = {
    [ADD] = { "attachment_add",
        "INSERT INTO attachment (form_hash, purpose, kind, size, head, name_sealed, name_boxed, created_at) "
        "VALUES (?, ?, ?, 0, ?, ?, ?, UTC_TIMESTAMP(6))", WRITERS },
    [ADD_CHUNK] = { "attachment_add_chunk", "INSERT INTO attachment_chunk (attachment_id, n, data) VALUES (?, ?, ?)", WRITERS },
    [SET_SIZE] = { "attachment_set_size", "UPDATE attachment SET size = ? WHERE id = ? AND " UNCLAIMED, WRITERS },
    [LIST] = { "attachment_list",
        "SELECT id, purpose, kind, size, name_boxed FROM attachment WHERE " UNCLAIMED " ORDER BY id", WRITERS },
    [DROP] = { "attachment_drop", "DELETE FROM attachment WHERE id = ? AND " UNCLAIMED, WRITERS },
    [CLAIM_OBJECTION] = { "attachment_claim_objection", "UPDATE attachment SET objection_id = ? WHERE " UNCLAIMED, DB_PUBLIC },
    [CLAIM_ASSIST] = { "attachment_claim_assist", "UPDATE attachment SET assist_id = ? WHERE " UNCLAIMED, DB_UNION },
    /* A few at a time: each may take fifty chunks with it. */
    [SWEEP] = { "attachment_sweep",
        "DELETE FROM attachment WHERE objection_id IS NULL AND assist_id IS NULL AND created_at < UTC_TIMESTAMP(6) - INTERVAL ? HOUR "
        "LIMIT 20", DB_NOTIFY },
};

const struct db_table attachment_table = { "attachment", statements, sizeof statements / sizeof statements[0] };

bool attachment_add(struct db *db, const struct attachment_new *in, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_bytes(in->form_hash, 32), db_text(in->purpose), db_text(in->kind),
                db_bytes(in->head.data, in->head.len), db_bytes(in->name_sealed.data, in->name_sealed.len),
                db_bytes(in->name_boxed.data, in->name_boxed.len)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool attachment_add_chunk(struct db *db, int64_t id, int n, const void *bytes, size_t len, struct fail *f)
{
    return db_run(db, &statements[ADD_CHUNK], NULL, f, db_int(id), db_int(n), db_bytes(bytes, len));
}

bool attachment_set_size(struct db *db, int64_t id, const unsigned char form_hash[32], int64_t size, struct fail *f)
{
    return db_run(db, &statements[SET_SIZE], NULL, f, db_int(size), db_int(id), db_bytes(form_hash, 32));
}

bool attachment_list(struct db *db, struct mem *m, const unsigned char form_hash[32], struct attachment **out, size_t *count,
                     struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_bytes(form_hash, 32));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct attachment){ .id = db_get_int(rows, 0), .purpose = db_get_text(rows, 1),
                                                  .kind = db_get_text(rows, 2), .size = db_get_int(rows, 3),
                                                  .name_boxed = db_get_bytes(rows, 4) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool attachment_drop(struct db *db, int64_t id, const unsigned char form_hash[32], struct fail *f)
{
    return db_run(db, &statements[DROP], NULL, f, db_int(id), db_bytes(form_hash, 32));
}

bool attachment_claim_objection(struct db *db, const unsigned char form_hash[32], int64_t objection_id, uint64_t *claimed, struct fail *f)
{
    return db_run(db, &statements[CLAIM_OBJECTION], claimed, f, db_int(objection_id), db_bytes(form_hash, 32));
}

bool attachment_claim_assist(struct db *db, const unsigned char form_hash[32], int64_t assist_id, uint64_t *claimed, struct fail *f)
{
    return db_run(db, &statements[CLAIM_ASSIST], claimed, f, db_int(assist_id), db_bytes(form_hash, 32));
}

bool attachment_sweep(struct db *db, int64_t hours, uint64_t *gone, struct fail *f)
{
    return db_run(db, &statements[SWEEP], gone, f, db_int(hours));
}
