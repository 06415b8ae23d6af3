/* more: see more.h. */
#include "more.h"

#include <string.h>

enum { SEND, LIST };

static const struct db_statement statements[] = {
    [SEND] = { "more_send", "CALL objector_move(?, ?, ?, ?, ?, ?)", DB_PUBLIC },
    [LIST] = { "more_list", "SELECT at, move, text_sealed FROM objection_more WHERE objection_id = ? ORDER BY id", DB_STAFF | DB_OPERATOR },
};

const struct db_table more_table = { "objection_more", statements, sizeof statements / sizeof statements[0] };

bool more_send(struct db *db, const struct more_new *in, bool *again, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct mem *m = mem_new(NULL, "what the procedure says");
    struct db_rows *rows = db_rows(db, m, &statements[SEND], f, db_bytes(in->key_hash, 32), db_bytes(in->form_hash, 32), db_text(in->move),
                                   db_bytes(in->words.data, in->words.len), in->due ? db_instant(in->due) : db_null(), db_text(in->rule));
    bool ok = rows && db_next(rows, f);
    if (ok) {
        const char *said = db_get_text(rows, 0);
        *again = strcmp(said, "again") == 0;
        if (!*again && strcmp(said, "done") != 0)
            ok = fail_set(f, strcmp(said, "not_found") == 0 ? FAIL_MISSING : FAIL_CONFLICT, said, "%s by the objector", in->move);
    }
    mem_free(&m);
    return ok;
}

bool more_list(struct mem *m, struct db *db, int64_t objection_id, struct more **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(objection_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct more){ db_get_instant(rows, 0), db_get_text(rows, 1), db_get_bytes(rows, 2) };
    }
    return rows && f->kind == FAIL_NONE;
}
