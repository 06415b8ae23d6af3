/* queue_act: see queue_act.h. What is held has a state of its own and is due in the year 9999, so that no sender even reads past it. */
#include "queue_act.h"

enum { LOCK, HOLD, RELEASE, HURRY, OTHERS, SET_ORIGIN, STOP_ADD, STOP_END, STOP_LIST, STOP_RELEASE, STOPPED, STOPS };

#define NEVER "'9999-12-31 00:00:00'"

/* SET runs from left to right. */
static const struct db_statement statements[] = {
    [LOCK] = { "queue_lock",
        "SELECT id, union_id, origin_id, event, params, state, urgent, done_at IS NOT NULL, digest_id IS NOT NULL, UTC_TIMESTAMP(6), due_at, "
        "(SELECT COUNT(*) FROM outbox_stop s WHERE s.id = outbox.stop_id AND s.ended_at IS NULL) FROM outbox WHERE id = ? FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [HOLD] = { "queue_hold",
        "UPDATE outbox SET held_from = state, state = 'HELD', stop_id = NULL, due_at = " NEVER " WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [RELEASE] = { "queue_release",
        "UPDATE outbox SET due_at = UTC_TIMESTAMP(6) + INTERVAL IF(held_from = 'UNCERTAIN', 10, 0) MINUTE, state = held_from, held_from = NULL "
        "WHERE id = ? AND state = 'HELD'", DB_STAFF | DB_OPERATOR },
    [HURRY] = { "queue_hurry", "UPDATE outbox SET due_at = UTC_TIMESTAMP(6) WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [OTHERS] = { "queue_others",
        "SELECT COUNT(*), COUNT(IF(done_at IS NULL, 1, NULL)) FROM (SELECT id, done_at FROM outbox WHERE id = ? UNION "
        "SELECT id, done_at FROM outbox WHERE origin_id = ?) x WHERE id <> ?", DB_STAFF | DB_OPERATOR },
    [SET_ORIGIN] = { "queue_set_origin", "UPDATE outbox SET origin_id = ? WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [STOP_ADD] = { "queue_stop_add",
        "INSERT INTO outbox_stop (channel, event, reason, at, officer_id) VALUES (?, ?, ?, UTC_TIMESTAMP(6), ?)", DB_STAFF | DB_OPERATOR },
    [STOP_END] = { "queue_stop_end",
        "UPDATE outbox_stop SET ended_at = UTC_TIMESTAMP(6), ended_by = ? WHERE id = ? AND ended_at IS NULL", DB_STAFF | DB_OPERATOR },
    [STOP_LIST] = { "queue_stop_list",
        "SELECT s.id, (SELECT COUNT(*) FROM outbox x FORCE INDEX (stopped) WHERE x.stop_id = s.id AND x.state = 'HELD'), "
        "s.channel, s.event, s.reason, f.name, s.at, s.ended_at FROM outbox_stop s LEFT JOIN officer f ON f.id = s.officer_id "
        "WHERE s.ended_at IS NULL OR EXISTS (SELECT 1 FROM outbox y WHERE y.stop_id = s.id AND y.state = 'HELD') ORDER BY s.id LIMIT 50",
        DB_STAFF | DB_OPERATOR },
    [STOP_RELEASE] = { "queue_stop_release",
        "UPDATE outbox SET state = held_from, held_from = NULL, due_at = UTC_TIMESTAMP(6) WHERE stop_id = ? AND state = 'HELD' LIMIT ?",
        DB_STAFF | DB_OPERATOR },
    [STOPPED] = { "queue_stopped",
        "UPDATE outbox SET stop_id = (SELECT MAX(s.id) FROM outbox_stop s WHERE s.ended_at IS NULL AND s.channel IN ('', outbox.channel) AND "
        "s.event IN ('', outbox.event)), held_from = state, state = 'HELD', due_at = " NEVER " WHERE id = ? AND NOT urgent AND "
        "EXISTS (SELECT 1 FROM outbox_stop s WHERE s.ended_at IS NULL AND s.channel IN ('', outbox.channel) AND s.event IN ('', outbox.event))",
        DB_NOTIFY | DB_OPERATOR },
    [STOPS] = { "queue_stops", "SELECT EXISTS (SELECT 1 FROM outbox_stop WHERE ended_at IS NULL)", DB_NOTIFY | DB_OPERATOR },
};

const struct db_table queue_act_table = { "queue_act", statements, sizeof statements / sizeof statements[0] };

bool queue_lock(struct mem *m, struct db *db, int64_t id, struct queue_locked *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[LOCK], f, db_int(id));
    if (!rows || !db_next(rows, f))
        return f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no message %lld", (long long)id);
    *out = (struct queue_locked){ .id = db_get_int(rows, 0), .union_id = db_get_int(rows, 1), .origin_id = db_get_int(rows, 2),
                                  .event = db_get_text(rows, 3), .params = db_get_text(rows, 4), .state = db_get_text(rows, 5),
                                  .urgent = db_get_int(rows, 6) != 0, .over = db_get_int(rows, 7) != 0, .gathered = db_get_int(rows, 8) != 0,
                                  .now = db_get_instant(rows, 9), .due_at = db_get_instant(rows, 10),
                                  .stopped = db_get_int(rows, 11) != 0 };
    return true;
}

bool queue_hold(struct db *db, int64_t id, struct fail *f) { return db_run(db, &statements[HOLD], NULL, f, db_int(id)); }
bool queue_release(struct db *db, int64_t id, struct fail *f) { return db_run(db, &statements[RELEASE], NULL, f, db_int(id)); }
bool queue_hurry(struct db *db, int64_t id, struct fail *f) { return db_run(db, &statements[HURRY], NULL, f, db_int(id)); }

/* The numbers of a one-row answer. */
static bool numbers(struct db_rows *rows, int64_t *one, int64_t *two, struct fail *f)
{
    if (!rows || !db_next(rows, f))
        return false;
    *one = db_get_int(rows, 0);
    if (two)
        *two = db_get_int(rows, 1);
    return true;
}

bool queue_others(struct db *db, int64_t origin_id, int64_t id, int64_t *all, int64_t *under_way, struct fail *f)
{
    struct mem *m = mem_new(NULL, "others");
    bool ok = numbers(db_rows(db, m, &statements[OTHERS], f, db_int(origin_id), db_int(origin_id), db_int(id)), all, under_way, f);
    mem_free(&m);
    return ok;
}

bool queue_set_origin(struct db *db, int64_t id, int64_t origin_id, struct fail *f)
{
    return db_run(db, &statements[SET_ORIGIN], NULL, f, db_int(origin_id), db_int(id));
}

bool queue_stop_add(struct db *db, const char *channel, const char *event, const char *reason, int64_t officer_id, int64_t *id,
                    struct fail *f)
{
    bool ok = db_run(db, &statements[STOP_ADD], NULL, f, db_text(channel), db_text(event), db_text(reason), db_id(officer_id));
    *id = ok ? db_insert_id(db) : 0;
    return ok;
}

bool queue_stop_end(struct db *db, int64_t id, int64_t officer_id, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[STOP_END], &changed, f, db_id(officer_id), db_int(id)) &&
           (changed == 1 || fail_set(f, FAIL_CONFLICT, "stop_over", "stop %lld does not stand", (long long)id));
}

bool queue_stop_list(struct mem *m, struct db *db, struct queue_stop **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[STOP_LIST], f);
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct queue_stop){ db_get_int(rows, 0), db_get_int(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                                  db_get_text(rows, 4), db_get_text(rows, 5), db_get_instant(rows, 6),
                                                  db_get_instant(rows, 7) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool queue_stop_release(struct db *db, int64_t id, int64_t limit, uint64_t *released, struct fail *f)
{
    return db_run(db, &statements[STOP_RELEASE], released, f, db_int(id), db_int(limit));
}

bool queue_stopped(struct db *db, int64_t id, bool *held, struct fail *f)
{
    uint64_t changed = 0;
    bool ok = db_run(db, &statements[STOPPED], &changed, f, db_int(id));
    *held = ok && changed > 0;
    return ok;
}

bool queue_stops(struct db *db, bool *any, struct fail *f)
{
    int64_t one = 0;
    struct mem *m = mem_new(NULL, "stops");
    bool ok = numbers(db_rows(db, m, &statements[STOPS], f), &one, NULL, f);
    mem_free(&m);
    *any = one != 0;
    return ok;
}
