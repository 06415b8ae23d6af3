/* assist: statements of assist requests. The second person stands in the WHERE clause. */
#include "assist.h"

enum { LIST, ADD, REWRITE, SEND, LOCK, LOCK_OWN, SET, SET_OWN, EVENT_ADD, EVENTS, EVENTS_OWN, REPLY };

#define HAD(step) "EXISTS (SELECT 1 FROM assist_event x WHERE x.assist_id = a.id AND x.step = '" step "')"

static const struct db_statement statements[] = {
    [LIST] = { "assist_list",
        "SELECT a.id, a.union_id, a.state, a.abstract, a.drafted_by, d.name, c.name, u.name, a.drafted_at, a.sent_at, a.due_at, a.due_rule, "
        "a.reply_sealed, a.replied_at FROM assist a JOIN officer d ON d.id = a.drafted_by LEFT JOIN officer c ON c.id = a.checked_by "
        "JOIN nominating_union u ON u.id = a.union_id WHERE a.objection_id = ? ORDER BY a.id", DB_STAFF | DB_OPERATOR },
    [ADD] = { "assist_add",
        "INSERT INTO assist (objection_id, union_id, state, abstract, drafted_by, drafted_at) VALUES (?, ?, 'DRAFT', ?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [REWRITE] = { "assist_rewrite",
        "UPDATE assist SET abstract = ?, drafted_by = ?, drafted_at = UTC_TIMESTAMP(6) WHERE id = ? AND state = 'DRAFT' AND drafted_at = ?",
        DB_STAFF | DB_OPERATOR },
    [SEND] = { "assist_send",
        "UPDATE assist SET state = 'SENT', checked_by = ?, sent_at = UTC_TIMESTAMP(6), due_at = ?, due_rule = ? "
        "WHERE id = ? AND state = 'DRAFT' AND drafted_at = ? AND drafted_by <> ?", DB_STAFF | DB_OPERATOR },
    [LOCK] = { "assist_lock",
        "SELECT a.id, a.union_id, a.drafted_by, a.state, o.state, a.due_at, " HAD("ASK_TIME") ", " HAD("SIGN") ", "
        "COALESCE(a.due_at <= UTC_TIMESTAMP(6), FALSE), a.due_rule FROM assist a JOIN objection o ON o.id = a.objection_id "
        "WHERE a.id = ? AND a.objection_id = ? FOR UPDATE",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [LOCK_OWN] = { "assist_lock_own",
        "SELECT a.id, a.union_id, 0, a.state, '', a.due_at, " HAD("ASK_TIME") ", " HAD("SIGN") ", "
        "COALESCE(a.due_at <= UTC_TIMESTAMP(6), FALSE), a.due_rule FROM assist a WHERE a.id = ? AND a.union_id = ? FOR UPDATE", DB_UNION },
    [SET] = { "assist_set", "UPDATE assist SET state = ?, due_at = ?, due_rule = ? WHERE id = ? AND state = ?",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [SET_OWN] = { "assist_set_own", "UPDATE assist SET state = ? WHERE id = ? AND union_id = ? AND state = ?", DB_UNION },
    [EVENT_ADD] = { "assist_event_add",
        "INSERT INTO assist_event (assist_id, at, actor_kind, actor_id, step, from_state, to_state, note, due_at) VALUES (?, "
        "UTC_TIMESTAMP(6), ?, ?, ?, ?, ?, ?, ?)", DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR },
    [EVENTS] = { "assist_events",
        "SELECT e.assist_id, e.at, e.due_at, COALESCE(f.name, c.name, ''), e.actor_kind, e.step, e.from_state, e.to_state, e.note "
        "FROM assist a JOIN assist_event e ON e.assist_id = a.id "
        "LEFT JOIN officer f ON e.actor_kind = 'OFFICER' AND f.id = e.actor_id "
        "LEFT JOIN union_contact c ON e.actor_kind = 'UNION' AND c.id = e.actor_id WHERE a.objection_id = ? ORDER BY e.id",
        DB_STAFF | DB_OPERATOR },
    [EVENTS_OWN] = { "assist_events_own",
        "SELECT e.assist_id, e.at, e.due_at, '', e.actor_kind, e.step, e.from_state, e.to_state, e.note FROM assist a "
        "JOIN assist_event e ON e.assist_id = a.id WHERE a.id = ? AND a.union_id = ? ORDER BY e.id", DB_UNION },
    [REPLY] = { "assist_reply",
        "UPDATE assist SET reply_sealed = ?, replied_by = ?, replied_at = UTC_TIMESTAMP(6) WHERE id = ? AND union_id = ? "
        "AND reply_sealed IS NULL", DB_UNION },
};

const struct db_table assist_table = { "assist", statements, sizeof statements / sizeof statements[0] };

bool assist_list(struct mem *m, struct db *db, int64_t objection_id, struct assist **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(objection_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct assist){
            .id = db_get_int(rows, 0), .union_id = db_get_int(rows, 1), .state = db_get_text(rows, 2), .abstract = db_get_text(rows, 3),
            .drafted_by = db_get_int(rows, 4), .drafter = db_get_text(rows, 5), .checker = db_get_text(rows, 6),
            .union_name = db_get_text(rows, 7), .drafted_at = db_get_instant(rows, 8), .sent_at = db_get_instant(rows, 9),
            .due_at = db_get_instant(rows, 10), .due_rule = db_get_text(rows, 11), .reply = db_get_bytes(rows, 12),
            .replied_at = db_get_instant(rows, 13) };
    }
    return rows && f->kind == FAIL_NONE;
}

static bool once(bool ran, uint64_t changed, struct fail *f)
{
    return ran && (changed == 1 || fail_set(f, FAIL_CONFLICT, "case_moved", "the request is no longer as it was seen"));
}

bool assist_add(struct db *db, int64_t objection_id, int64_t union_id, const char *abstract, int64_t officer_id, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_int(objection_id), db_int(union_id), db_text(abstract), db_int(officer_id)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool assist_rewrite(struct db *db, int64_t id, instant seen, const char *abstract, int64_t officer_id, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[REWRITE], &changed, f, db_text(abstract), db_int(officer_id), db_int(id), db_instant(seen));
    return once(ran, changed, f);
}

bool assist_send(struct db *db, int64_t id, instant seen, int64_t officer_id, instant due_at, const char *due_rule, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[SEND], &changed, f, db_int(officer_id), db_instant(due_at), db_text(due_rule), db_int(id),
                      db_instant(seen), db_int(officer_id));
    return once(ran, changed, f);
}

static bool lock(struct mem *m, struct db *db, const struct db_statement *st, int64_t id, int64_t of, struct assist_standing *out,
                 struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, st, f, db_int(id), db_int(of));
    if (!rows || !db_next(rows, f))
        return rows && f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such request") : false;
    *out = (struct assist_standing){ .id = db_get_int(rows, 0), .union_id = db_get_int(rows, 1), .drafted_by = db_get_int(rows, 2),
                                     .state = db_get_text(rows, 3), .case_state = db_get_text(rows, 4), .due_at = db_get_instant(rows, 5),
                                     .time_asked = db_get_int(rows, 6), .is_signed = db_get_int(rows, 7),
                                     .term_over = db_get_int(rows, 8), .due_rule = db_get_text(rows, 9) };
    return true;
}

bool assist_lock(struct mem *m, struct db *db, int64_t id, int64_t objection_id, struct assist_standing *out, struct fail *f)
{
    return lock(m, db, &statements[LOCK], id, objection_id, out, f);
}

bool assist_lock_own(struct mem *m, struct db *db, int64_t id, int64_t union_id, struct assist_standing *out, struct fail *f)
{
    return lock(m, db, &statements[LOCK_OWN], id, union_id, out, f);
}

bool assist_set_own(struct db *db, const struct assist_standing *was, const char *state, struct fail *f)
{
    return db_run(db, &statements[SET_OWN], NULL, f, db_text(state), db_int(was->id), db_int(was->union_id), db_text(was->state));
}

bool assist_set(struct db *db, const struct assist_standing *was, const char *state, instant due_at, const char *due_rule, struct fail *f)
{
    return db_run(db, &statements[SET], NULL, f, db_text(state), due_at ? db_instant(due_at) : db_null(), db_text(due_rule), db_int(was->id),
                  db_text(was->state));
}

bool assist_event_add(struct db *db, const struct assist_event_new *in, struct fail *f)
{
    return db_run(db, &statements[EVENT_ADD], NULL, f, db_int(in->assist_id), db_text(in->actor_kind), db_id(in->actor_id),
                  db_text(in->step), db_text(in->from), db_text(in->to), db_text(in->note ? in->note : ""),
                  in->due_at ? db_instant(in->due_at) : db_null());
}

bool assist_reply(struct db *db, int64_t id, int64_t union_id, int64_t contact_id, const void *sealed, size_t n, struct fail *f)
{
    uint64_t changed = 0;
    bool ran = db_run(db, &statements[REPLY], &changed, f, db_bytes(sealed, n), db_int(contact_id), db_int(id), db_int(union_id));
    return once(ran, changed, f);
}

static bool events(struct mem *m, struct db_rows *rows, struct assist_event **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct assist_event){ db_get_int(rows, 0), db_get_instant(rows, 1), db_get_instant(rows, 2),
                                                    db_get_text(rows, 3), db_get_text(rows, 4), db_get_text(rows, 5),
                                                    db_get_text(rows, 6), db_get_text(rows, 7), db_get_text(rows, 8) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool assist_events(struct mem *m, struct db *db, int64_t objection_id, struct assist_event **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return events(m, db_rows(db, m, &statements[EVENTS], f, db_int(objection_id)), out, count, f);
}

bool assist_events_own(struct mem *m, struct db *db, int64_t id, int64_t union_id, struct assist_event **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return events(m, db_rows(db, m, &statements[EVENTS_OWN], f, db_int(id), db_int(union_id)), out, count, f);
}
