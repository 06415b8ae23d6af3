/* reported: see reported.h. */
#include "reported.h"

#include <string.h>

enum { ADD, NEXT, BY_GATEWAY, BY_MESSAGE, LOCK, ABOUT, NOTE, SETTLE, LATER, SWEEP, UNMATCHED };

static const struct db_statement statements[] = {
    [ADD] = { "reported_add",
        "INSERT INTO delivery_report (same, source, verdict, gateway_id, message_id, code, said_at, sealed, came_at, look_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))", DB_REPORT },
    [NEXT] = { "reported_next",
        "SELECT id, same, source, verdict, gateway_id, message_id, code, said_at, sealed, came_at FROM delivery_report "
        "WHERE state = 'NEW' AND look_at <= UTC_TIMESTAMP(6) ORDER BY look_at, id LIMIT 1 FOR UPDATE SKIP LOCKED", DB_NOTIFY },
    [BY_GATEWAY] = { "reported_by_gateway",
        "SELECT outbox_id FROM delivery WHERE gateway_id = ? ORDER BY id DESC LIMIT 1", DB_NOTIFY },
    [BY_MESSAGE] = { "reported_by_message", "SELECT id FROM outbox WHERE message_id = ? ORDER BY id LIMIT 1", DB_NOTIFY },
    [LOCK] = { "reported_lock", "SELECT id FROM outbox WHERE id = ? FOR UPDATE", DB_NOTIFY },
    [ABOUT] = { "reported_about",
        "SELECT o.channel = 'SMS', o.contact_id IS NULL AND o.objection_id IS NULL, o.state, c.phone, x.receipt, x.contact_sealed, "
        "MIN(d.started_at), MAX(d.driver = ?), o.report FROM outbox o LEFT JOIN union_contact c ON c.id = o.contact_id "
        "LEFT JOIN objection x ON x.id = o.objection_id LEFT JOIN delivery d ON d.outbox_id = o.id WHERE o.id = ? GROUP BY o.id",
        DB_NOTIFY },
    [NOTE] = { "reported_note",
        "UPDATE outbox SET report = ?, report_at = ?, report_code = ?, state = COALESCE(?, state), "
        "done_at = IF(?, COALESCE(done_at, UTC_TIMESTAMP(6)), done_at), code_sealed = IF(done_at IS NULL, code_sealed, NULL), "
        "to_sealed = IF(done_at IS NULL, to_sealed, NULL) WHERE id = ?", DB_NOTIFY },
    [SETTLE] = { "reported_settle",
        "UPDATE delivery_report SET state = IF(? IS NULL, 'MATCHED', 'UNMATCHED'), why = ?, outbox_id = ?, "
        "sealed = IF(? IS NULL, NULL, sealed), settled_at = UTC_TIMESTAMP(6) WHERE id = ?", DB_NOTIFY },
    [LATER] = { "reported_later",
        "UPDATE delivery_report SET look_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND WHERE id = ?", DB_NOTIFY },
    [SWEEP] = { "reported_sweep",
        "UPDATE delivery_report SET sealed = NULL WHERE state = 'UNMATCHED' AND look_at <= UTC_TIMESTAMP(6) - INTERVAL ? DAY "
        "AND sealed IS NOT NULL LIMIT 200", DB_NOTIFY },
    [UNMATCHED] = { "reported_unmatched",
        "SELECT COUNT(*) FROM delivery_report WHERE state = 'UNMATCHED' AND settled_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY",
        DB_OPERATOR },
};
const struct db_table reported_table = { "reported", statements, sizeof statements / sizeof *statements };

bool reported_add(struct db *db, const struct report *r, const unsigned char same[REPORTED_SAME], const void *sealed, size_t n, bool *fresh,
                  struct fail *f)
{
    *fresh = db_run(db, &statements[ADD], NULL, f, db_bytes(same, REPORTED_SAME), db_text(report_source_word(r->source)),
                    db_text(report_verdict_word(r->verdict)), db_text(r->gateway_id), db_text(r->message_id), db_text(r->code),
                    r->said_at != 0 ? db_instant(r->said_at) : db_null(), db_bytes(sealed, n));
    if (*fresh || !db_was_duplicate(db))
        return *fresh;
    *f = (struct fail){ .kind = FAIL_NONE };
    return true;
}

static bool read_row(const struct db_rows *rows, struct reported_row *out, struct fail *f)
{
    struct db_blob same = db_get_bytes(rows, 1);
    *out = (struct reported_row){ .id = db_get_int(rows, 0), .sealed = db_get_bytes(rows, 8), .came_at = db_get_instant(rows, 9) };
    if (same.len != REPORTED_SAME || !report_source_read(db_get_text(rows, 2), &out->said.source) ||
        !report_verdict_read(db_get_text(rows, 3), &out->said.verdict))
        return fail_set(f, FAIL_INTERNAL, "internal", "report %lld is stored in words that nobody knows", (long long)out->id);
    memcpy(out->same, same.data, REPORTED_SAME);
    out->said.gateway_id = db_get_text(rows, 4);
    out->said.message_id = db_get_text(rows, 5);
    out->said.code = db_get_text(rows, 6);
    out->said.said_at = db_get_instant(rows, 7);
    return true;
}

bool reported_next(struct db *db, struct mem *m, struct reported_row *out, bool *found, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[NEXT], f);
    *found = rows != NULL && db_next(rows, f);
    return *found ? read_row(rows, out, f) : rows != NULL && f->kind == FAIL_NONE;
}

static bool find_id(struct db *db, const struct db_statement *st, const char *word, int64_t *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "reported");
    bool ok = true;
    *out = 0;
    if (word[0] != '\0') {
        struct db_rows *rows = db_rows(db, m, st, f, db_text(word));
        if (rows != NULL && db_next(rows, f))
            *out = db_get_int(rows, 0);
        ok = rows != NULL && f->kind == FAIL_NONE;
    }
    mem_free(&m);
    return ok;
}

bool reported_message(struct db *db, const struct report *r, int64_t *outbox_id, bool *disagree, struct fail *f)
{
    int64_t theirs, ours;
    if (!find_id(db, &statements[BY_GATEWAY], r->gateway_id, &theirs, f) || !find_id(db, &statements[BY_MESSAGE], r->message_id, &ours, f))
        return false;
    *disagree = theirs != 0 && ours != 0 && theirs != ours;
    *outbox_id = *disagree ? 0 : theirs != 0 ? theirs : ours;
    return true;
}

bool reported_about(struct db *db, struct mem *m, int64_t outbox_id, const char *driver, struct reported_about *out, bool *found,
                    struct fail *f)
{
    struct db_rows *lock = db_rows(db, m, &statements[LOCK], f, db_int(outbox_id));
    struct db_rows *rows = lock != NULL ? db_rows(db, m, &statements[ABOUT], f, db_text(driver), db_int(outbox_id)) : NULL;
    *found = rows != NULL && db_next(rows, f);
    if (!*found)
        return rows != NULL && f->kind == FAIL_NONE;
    const char *known = db_get_text(rows, 8);
    *out = (struct reported_about){ .sms = db_get_int(rows, 0) != 0, .office = db_get_int(rows, 1) != 0, .state = db_get_text(rows, 2),
                                    .phone = db_get_text(rows, 3), .receipt = db_get_text(rows, 4), .contact_sealed = db_get_bytes(rows, 5),
                                    .handed_over = db_get_instant(rows, 6), .by_this = db_get_int(rows, 7) != 0 };
    return known == NULL || report_verdict_read(known, &out->known) ||
           fail_set(f, FAIL_INTERNAL, "internal", "outbox %lld knows a report in words that nobody knows", (long long)outbox_id);
}

bool reported_note(struct db *db, int64_t outbox_id, const struct report *r, instant at, const char *settled, struct fail *f)
{
    return db_run(db, &statements[NOTE], NULL, f, db_text(report_verdict_word(r->verdict)), db_instant(at), db_text(r->code),
                  db_text(settled), db_int(settled != NULL), db_int(outbox_id));
}

bool reported_settle(struct db *db, int64_t id, int64_t outbox_id, const char *why, struct fail *f)
{
    return db_run(db, &statements[SETTLE], NULL, f, db_text(why), db_text(why), db_id(outbox_id), db_text(why), db_int(id));
}

bool reported_later(struct db *db, int64_t id, int64_t wait, struct fail *f)
{
    return db_run(db, &statements[LATER], NULL, f, db_int(wait), db_int(id));
}

bool reported_sweep(struct db *db, int64_t days, uint64_t *gone, struct fail *f)
{
    return db_run(db, &statements[SWEEP], gone, f, db_int(days));
}

bool reported_unmatched(struct db *db, int64_t *count, struct fail *f)
{
    struct mem *m = mem_new(NULL, "reported");
    struct db_rows *rows = db_rows(db, m, &statements[UNMATCHED], f);
    bool ok = rows != NULL && db_next(rows, f);
    if (ok)
        *count = db_get_int(rows, 0);
    mem_free(&m);
    return ok;
}
