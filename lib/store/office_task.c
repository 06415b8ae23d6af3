/* office_task: see office_task.h. */
#include "office_task.h"

#include "recusal.h"

enum { ADD, LIST, READ_OPEN, SETTLE };

/* The number only of an objector's case. */
#define READ \
    "SELECT t.id, t.union_id, t.objection_id, t.what, t.event, t.params, u.name, IF(t.objection_id IS NULL, NULL, o.receipt), p.name, " \
    "p.phone, p.email, b.name, b.phone, b.email, x.channel, x.given_up_why, t.since, t.settled_at, f.name, t.how, t.words FROM office_task t " \
    "LEFT JOIN nominating_union u ON u.id = t.union_id " \
    OFFICE_TASK_CASE \
    "LEFT JOIN union_contact p ON p.union_id = t.union_id AND p.rank = 'PRIMARY' " \
    "LEFT JOIN union_contact b ON b.union_id = t.union_id AND b.rank = 'BACKUP' " \
    "LEFT JOIN outbox x ON x.id = t.outbox_id LEFT JOIN officer f ON f.id = t.settled_by "

static const struct db_statement statements[] = {
    [ADD] = { "office_task_add",
        "INSERT INTO office_task (word, what, event, params, outbox_id, union_id, objection_id, since) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))", DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [LIST] = { "office_task_list",
        READ "WHERE (t.settled_at IS NULL OR t.settled_at > UTC_TIMESTAMP(6) - INTERVAL 30 DAY) AND " RECUSAL_FREE
        "ORDER BY t.settled_at IS NOT NULL, IF(t.settled_at IS NULL, t.since, NULL), t.settled_at DESC, t.id LIMIT 300",
        DB_STAFF | DB_OPERATOR },
    [READ_OPEN] = { "office_task_read", READ "WHERE t.id = ? AND t.settled_at IS NULL AND " RECUSAL_FREE, DB_STAFF | DB_OPERATOR },
    [SETTLE] = { "office_task_settle",
        "UPDATE office_task SET settled_at = UTC_TIMESTAMP(6), settled_by = ?, how = ?, words = ? WHERE id = ? "
        "AND settled_at IS NULL", DB_STAFF | DB_OPERATOR },
};

const struct db_table office_task_table = { "office_task", statements, sizeof statements / sizeof statements[0] };

bool office_task_add(struct db *db, const struct office_task_new *in, struct fail *f)
{
    if (db_run(db, &statements[ADD], NULL, f, db_text(in->word), db_text(in->what), db_text(in->event), db_text(in->params),
               db_id(in->outbox_id), db_id(in->union_id), db_id(in->objection_id)))
        return true;
    if (!db_was_duplicate(db))
        return false;
    *f = (struct fail){ .kind = FAIL_NONE };
    return true;
}

static struct office_task row_of(const struct db_rows *r)
{
    return (struct office_task){
        .id = db_get_int(r, 0), .union_id = db_get_int(r, 1), .objection_id = db_get_int(r, 2), .what = db_get_text(r, 3),
        .event = db_get_text(r, 4), .params = db_get_text(r, 5), .union_name = db_get_text(r, 6), .receipt = db_get_text(r, 7),
        .contact = db_get_text(r, 8), .phone = db_get_text(r, 9), .email = db_get_text(r, 10), .backup = db_get_text(r, 11),
        .backup_phone = db_get_text(r, 12), .backup_email = db_get_text(r, 13), .channel = db_get_text(r, 14), .why = db_get_text(r, 15),
        .since = db_get_instant(r, 16), .settled_at = db_get_instant(r, 17), .settled_by = db_get_text(r, 18), .how = db_get_text(r, 19),
        .words = db_get_text(r, 20) };
}

bool office_task_list(struct mem *m, struct db *db, int64_t officer_id, struct office_task **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(officer_id));
    while (rows != NULL && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = row_of(rows);
    }
    return rows != NULL && f->kind == FAIL_NONE;
}

static bool settled(int64_t id, struct fail *f)
{
    return fail_set(f, FAIL_MISSING, "task_settled", "task %lld is not open", (long long)id);
}

bool office_task_read(struct mem *m, struct db *db, int64_t id, int64_t officer_id, struct office_task *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[READ_OPEN], f, db_int(id), db_int(officer_id));
    if (rows == NULL)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? settled(id, f) : false;
    *out = row_of(rows);
    return true;
}

bool office_task_settle(struct db *db, int64_t id, int64_t officer_id, const char *how, const char *words, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[SETTLE], &changed, f, db_int(officer_id), db_text(how), db_text(words), db_int(id)) &&
           (changed == 1 || settled(id, f));
}
