/* queue_story: see queue_story.h. */
#include "queue_story.h"

#include "recusal.h"

enum { MESSAGE, ATTEMPTS, DEEDS, KIN };

static const struct db_statement statements[] = {
    [MESSAGE] = { "queue_message",
        "SELECT x.id, x.attempts, x.event, x.channel, x.state, u.name, c.rank, o.receipt, x.objection_id IS NOT NULL, x.urgent, x.maybe_twice, "
        "d.outcome, d.detail, x.created_at, x.due_at, x.done_at, x.report, x.report_at, x.union_id, x.origin_id, x.digest_id, x.params, x.dedupe, c.name, c.phone, "
        "c.email, x.held_from, s.reason, x.given_up_why, x.given_up_to, x.given_up_at, l.kind, g.name, l.version_id, l.announcement_id, "
        "l.created_at, l.signed_at, x.report_code FROM outbox x LEFT JOIN nominating_union u ON u.id = x.union_id "
        "LEFT JOIN union_contact c ON c.id = x.contact_id LEFT JOIN union_letter l ON l.slug = x.letter_slug "
        "LEFT JOIN union_contact g ON g.id = l.signed_by LEFT JOIN assist a ON a.id = l.assist_id "
        "LEFT JOIN objection o ON o.id = COALESCE(x.objection_id, l.objection_id, a.objection_id) "
        "LEFT JOIN delivery d ON d.outbox_id = x.id AND d.attempt = x.attempts LEFT JOIN outbox_stop s ON s.id = x.stop_id "
        "WHERE x.id = ? AND " RECUSAL_FREE, DB_STAFF | DB_OPERATOR },
    [ATTEMPTS] = { "queue_attempts",
        "SELECT attempt, driver, outcome, detail, started_at, ended_at FROM delivery WHERE outbox_id = ? ORDER BY attempt LIMIT 200",
        DB_STAFF | DB_OPERATOR },
    [DEEDS] = { "queue_deeds",
        "SELECT a.at, a.actor_kind, f.name, a.action, a.detail FROM audit a LEFT JOIN officer f ON a.actor_kind = 'OFFICER' AND f.id = a.actor_id "
        "WHERE a.object_kind = 'outbox' AND a.object_id = ? ORDER BY a.id LIMIT 200", DB_STAFF | DB_OPERATOR },
    [KIN] = { "queue_kin",
        "SELECT x.id, x.attempts, x.event, x.channel, x.state, u.name, c.rank, NULL, x.objection_id IS NOT NULL, x.urgent, x.maybe_twice, NULL, "
        "NULL, x.created_at, x.due_at, x.done_at, x.report, x.report_at FROM (SELECT id FROM outbox WHERE id = ? UNION SELECT id FROM outbox WHERE origin_id = ? "
        "UNION SELECT id FROM outbox WHERE digest_id = ?) w JOIN outbox x ON x.id = w.id LEFT JOIN nominating_union u ON u.id = x.union_id "
        "LEFT JOIN union_contact c ON c.id = x.contact_id LEFT JOIN union_letter l ON l.slug = x.letter_slug LEFT JOIN assist a ON a.id = l.assist_id "
        "LEFT JOIN objection o ON o.id = COALESCE(x.objection_id, l.objection_id, a.objection_id) "
        "WHERE x.id <> ? AND " RECUSAL_FREE "ORDER BY x.id LIMIT 50", DB_STAFF | DB_OPERATOR },
};

const struct db_table queue_story_table = { "queue_story", statements, sizeof statements / sizeof statements[0] };

bool queue_message(struct mem *m, struct db *db, int64_t officer_id, int64_t id, struct queue_message *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[MESSAGE], f, db_int(id), db_int(officer_id));
    if (!rows || !db_next(rows, f))
        return f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no message %lld for this officer", (long long)id);
    *out = (struct queue_message){
        .row = queue_row_of(rows), .union_id = db_get_int(rows, 18), .origin_id = db_get_int(rows, 19), .digest_id = db_get_int(rows, 20),
        .params = db_get_text(rows, 21), .dedupe = db_get_text(rows, 22), .contact = db_get_text(rows, 23), .phone = db_get_text(rows, 24),
        .email = db_get_text(rows, 25), .held_from = db_get_text(rows, 26), .stop_reason = db_get_text(rows, 27),
        .given_up_why = db_get_text(rows, 28), .given_up_to = db_get_text(rows, 29), .given_up_at = db_get_instant(rows, 30),
        .letter_kind = db_get_text(rows, 31), .signed_by = db_get_text(rows, 32), .version_id = db_get_int(rows, 33),
        .announcement_id = db_get_int(rows, 34), .letter_at = db_get_instant(rows, 35), .signed_at = db_get_instant(rows, 36),
        .report_code = db_get_text(rows, 37) };
    return true;
}

bool queue_attempts(struct mem *m, struct db *db, int64_t id, struct queue_attempt **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[ATTEMPTS], f, db_int(id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct queue_attempt){ db_get_int(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                                     db_get_instant(rows, 4), db_get_instant(rows, 5) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool queue_deeds(struct mem *m, struct db *db, int64_t id, struct queue_deed **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[DEEDS], f, db_int(id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct queue_deed){ db_get_instant(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3),
                                                  db_get_text(rows, 4) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool queue_kin(struct mem *m, struct db *db, int64_t officer_id, const struct queue_message *of, struct queue_row **out, size_t *count,
               struct fail *f)
{
    int64_t origin = of->origin_id ? of->origin_id : of->row.id;
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[KIN], f, db_int(origin), db_int(origin),
                                   db_int(of->digest_id ? of->digest_id : of->row.id), db_int(of->row.id), db_int(officer_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = queue_row_of(rows);
    }
    return rows && f->kind == FAIL_NONE;
}
