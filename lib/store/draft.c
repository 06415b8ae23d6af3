/* draft: rows of notice and notice_version while officers work on them. */
#include "draft.h"

#include <string.h>

#define ROWS_MAX 500

enum { LIST, GET, LOCK, HISTORY, NOTICE_ADD, NOTICE_COUNT, ADD, INHERIT, WRITE, SET_PERIOD, TOUCH, SET_STATE, PUBLISH, WITHDRAW,
       BASE, NEWEST, CORRECT, SET_REASON, AS_BEFORE, ANEW, DROP };

#define COPIED \
    "title, doc_number, body, order_note, open_day, close_day, period_rule, handling_office, handling_phone, handling_email, " \
    "handling_address, handling_hours, supervision_office, supervision_phone, signed_by, signed_day"
#define BEFORE "JOIN notice_version b ON b.notice_id = v.notice_id AND b.version = v.version - 1 "
#define GET_SELECT \
    "SELECT v.id, v.notice_id, n.round_id, v.version, v.state, v.title, v.doc_number, v.body, v.order_note, v.open_day, v.close_day, " \
    "v.period_rule, v.handling_office, v.handling_phone, v.handling_email, v.handling_address, v.handling_hours, " \
    "v.supervision_office, v.supervision_phone, v.signed_by, v.signed_day, " \
    "IF(v.state = 'WITHDRAWN' AND v.withdrawn_why <> '', v.withdrawn_why, v.reason), n.slug, r.slug, r.title, v.drafted_by, " \
    "v.published_by, d.name, p.name, v.created_at, v.published_at, v.revision FROM notice_version v " \
    "JOIN notice n ON n.id = v.notice_id JOIN round r ON r.id = n.round_id LEFT JOIN officer d ON d.id = v.drafted_by " \
    "LEFT JOIN officer p ON p.id = v.published_by "

static const struct db_statement statements[] = {
    [LIST] = { "draft_list",
        "SELECT v.id, v.revision, v.version, v.state, v.title, n.slug, v.created_at, (SELECT COUNT(*) FROM candidate_entry e "
        "WHERE e.version_id = v.id), d.name, v.published_at FROM notice_version v JOIN notice n ON n.id = v.notice_id "
        "LEFT JOIN officer d ON d.id = v.drafted_by WHERE n.round_id = ? ORDER BY v.id DESC", DB_STAFF | DB_OPERATOR },
    [GET] = { "draft_get", GET_SELECT "WHERE v.id = ?", DB_STAFF | DB_OPERATOR },
    [LOCK] = { "draft_lock", "SELECT state, drafted_by, revision FROM notice_version WHERE id = ? FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [HISTORY] = { "draft_history",
        "SELECT a.at, a.action, o.name, a.detail FROM audit a LEFT JOIN officer o ON o.id = a.actor_id AND a.actor_kind = 'OFFICER' "
        "WHERE a.object_kind = ? AND a.object_id = ? ORDER BY a.id", DB_STAFF | DB_OPERATOR },
    [NOTICE_ADD] = { "draft_notice_add", "INSERT INTO notice (round_id, slug, created_at) VALUES (?, ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [NOTICE_COUNT] = { "draft_notice_count",
        "SELECT (SELECT COUNT(*) FROM notice n WHERE n.round_id = r.id) FROM round r WHERE r.id = ? FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [ADD] = { "draft_add",
        "INSERT INTO notice_version (notice_id, version, state, title, body, drafted_by, created_at) "
        "VALUES (?, ?, 'DRAFT', ?, '', ?, UTC_TIMESTAMP(6))", DB_STAFF | DB_OPERATOR },
    [INHERIT] = { "draft_inherit",
        "UPDATE notice_version v JOIN (SELECT n.round_id, w.title, w.body, w.order_note, w.handling_office, w.handling_phone, "
        "w.handling_email, w.handling_address, w.handling_hours, w.supervision_office, w.supervision_phone, w.signed_by "
        "FROM notice_version w JOIN notice n ON n.id = w.notice_id WHERE w.published_at IS NOT NULL ORDER BY w.published_at DESC LIMIT 1) p "
        "SET v.title = IF(p.round_id = ?, p.title, v.title), v.body = IF(p.round_id = ?, p.body, v.body), "
        "v.order_note = p.order_note, v.handling_office = p.handling_office, "
        "v.handling_phone = p.handling_phone, v.handling_email = p.handling_email, v.handling_address = p.handling_address, "
        "v.handling_hours = p.handling_hours, v.supervision_office = p.supervision_office, "
        "v.supervision_phone = p.supervision_phone, v.signed_by = p.signed_by WHERE v.id = ? AND v.state = 'DRAFT'",
        DB_STAFF | DB_OPERATOR },
    [WRITE] = { "draft_write",
        "UPDATE notice_version SET title = ?, doc_number = ?, body = ?, order_note = ?, handling_office = ?, handling_phone = ?, "
        "handling_email = ?, handling_address = ?, handling_hours = ?, supervision_office = ?, supervision_phone = ?, signed_by = ?, "
        "signed_day = ?, drafted_by = ?, revision = revision + 1 WHERE id = ? AND state = 'DRAFT'", DB_STAFF | DB_OPERATOR },
    [SET_PERIOD] = { "draft_set_period",
        "UPDATE notice_version SET open_day = ?, close_day = ?, period_rule = ?, drafted_by = ?, revision = revision + 1 "
        "WHERE id = ? AND state = 'DRAFT'", DB_STAFF | DB_OPERATOR },
    [TOUCH] = { "draft_touch", "UPDATE notice_version SET drafted_by = ?, revision = revision + 1 WHERE id = ? AND state = 'DRAFT'",
        DB_STAFF | DB_OPERATOR },
    [SET_STATE] = { "draft_set_state", "UPDATE notice_version SET state = ?, revision = revision + 1 WHERE id = ? AND state = ?",
        DB_STAFF | DB_OPERATOR },
    [PUBLISH] = { "draft_publish",
        "UPDATE notice_version SET state = 'PUBLISHED', published_by = ?, published_at = UTC_TIMESTAMP(6), opens_at = ?, closes_at = ? "
        "WHERE id = ? AND state = 'READY' AND drafted_by IS NOT NULL AND drafted_by <> ?", DB_STAFF | DB_OPERATOR },
    [WITHDRAW] = { "draft_withdraw", "UPDATE notice_version SET state = 'WITHDRAWN', withdrawn_why = ? WHERE id = ? AND state = 'PUBLISHED'",
        DB_STAFF | DB_OPERATOR },
    [BASE] = { "draft_base", GET_SELECT "WHERE v.notice_id = ? AND v.version = ?", DB_STAFF | DB_OPERATOR },
    [NEWEST] = { "draft_newest", "SELECT id, version FROM notice_version WHERE notice_id = ? ORDER BY version DESC LIMIT 1",
        DB_STAFF | DB_OPERATOR },
    [CORRECT] = { "draft_correct",
        "INSERT INTO notice_version (notice_id, version, state, reason, drafted_by, created_at, " COPIED ") "
        "SELECT notice_id, version + 1, 'DRAFT', ?, ?, UTC_TIMESTAMP(6), " COPIED " FROM notice_version WHERE id = ?", DB_STAFF | DB_OPERATOR },
    [SET_REASON] = { "draft_set_reason",
        "UPDATE notice_version SET reason = ?, drafted_by = ?, revision = revision + 1 WHERE id = ? AND state = 'DRAFT'",
        DB_STAFF | DB_OPERATOR },
    [AS_BEFORE] = { "draft_period_as_before",
        "UPDATE notice_version v " BEFORE "SET v.open_day = b.open_day, v.close_day = b.close_day, v.period_rule = b.period_rule "
        "WHERE v.id = ? AND v.state = 'DRAFT'", DB_STAFF | DB_OPERATOR },
    [ANEW] = { "draft_period_anew",
        "UPDATE notice_version v " BEFORE "SET v.open_day = NULL, v.close_day = NULL, v.period_rule = '' "
        "WHERE v.id = ? AND v.state = 'DRAFT' AND v.open_day = b.open_day AND v.close_day = b.close_day", DB_STAFF | DB_OPERATOR },
    [DROP] = { "draft_drop", "DELETE FROM notice_version WHERE id = ? AND state = 'DRAFT' AND version > 1", DB_STAFF | DB_OPERATOR },
};

const struct db_table draft_table = { "draft", statements, sizeof statements / sizeof statements[0] };

static const char *const states[DRAFT_STATE__MAX] = { "DRAFT", "READY", "PUBLISHED", "WITHDRAWN" };
static const char *const is_now[DRAFT_STATE__MAX] = { "notice_is_draft", "notice_is_ready", "notice_is_published",
                                                      "notice_is_withdrawn" };

const char *draft_state_word(enum draft_state s)
{
    return s < DRAFT_STATE__MAX ? states[s] : "";
}

enum draft_state draft_state_read(const char *word)
{
    for (int i = 0; i < DRAFT_STATE__MAX; i++)
        if (strcmp(states[i], word) == 0)
            return (enum draft_state)i;
    return DRAFT_WITHDRAWN;
}

bool draft_list(struct mem *m, struct db *db, int64_t round_id, struct draft_rows *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_int(round_id));
    if (!rows)
        return false;
    *out = (struct draft_rows){ mem_array(m, ROWS_MAX, sizeof *out->items), 0 };
    while (out->count < ROWS_MAX && db_next(rows, f))
        out->items[out->count++] = (struct draft_row){
            db_get_int(rows, 0), db_get_int(rows, 1), (int)db_get_int(rows, 2), draft_state_read(db_get_text(rows, 3)), db_get_text(rows, 4),
            db_get_text(rows, 5), db_get_instant(rows, 6), db_get_int(rows, 7), db_get_text(rows, 8), db_get_instant(rows, 9) };
    return f->kind == FAIL_NONE;
}

static bool draft_from(struct db_rows *rows, struct draft *out, struct fail *f)
{
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "notice_missing", "no such version") : false;
    *out = (struct draft){
        .id = db_get_int(rows, 0), .revision = db_get_int(rows, 31), .notice_id = db_get_int(rows, 1),
        .round_id = db_get_int(rows, 2), .version = (int)db_get_int(rows, 3), .state = draft_state_read(db_get_text(rows, 4)),
        .words = { .title = db_get_text(rows, 5), .doc_number = db_get_text(rows, 6), .body = db_get_text(rows, 7),
                   .order_note = db_get_text(rows, 8), .handling_office = db_get_text(rows, 12),
                   .handling_phone = db_get_text(rows, 13), .handling_email = db_get_text(rows, 14),
                   .handling_address = db_get_text(rows, 15), .handling_hours = db_get_text(rows, 16),
                   .supervision_office = db_get_text(rows, 17), .supervision_phone = db_get_text(rows, 18),
                   .signed_by = db_get_text(rows, 19), .has_signed_day = !db_is_null(rows, 20), .signed_day = db_get_day(rows, 20) },
        .has_period = !db_is_null(rows, 9) && !db_is_null(rows, 10), .open_day = db_get_day(rows, 9),
        .close_day = db_get_day(rows, 10), .period_rule = db_get_text(rows, 11), .reason = db_get_text(rows, 21),
        .notice_slug = db_get_text(rows, 22), .round_slug = db_get_text(rows, 23), .round_title = db_get_text(rows, 24),
        .drafted_by = db_get_int(rows, 25), .published_by = db_get_int(rows, 26), .drafted_name = db_get_text(rows, 27),
        .published_name = db_get_text(rows, 28), .created_at = db_get_instant(rows, 29), .published_at = db_get_instant(rows, 30) };
    return true;
}

bool draft_get(struct mem *m, struct db *db, int64_t id, struct draft *out, struct fail *f)
{
    return draft_from(db_rows(db, m, &statements[GET], f, db_int(id)), out, f);
}

bool draft_base(struct mem *m, struct db *db, const struct draft *d, struct draft *out, struct fail *f)
{
    return draft_from(db_rows(db, m, &statements[BASE], f, db_int(d->notice_id), db_int(d->version - 1)), out, f);
}

bool draft_expect(struct db *db, struct draft_seen seen, enum draft_state expected, int64_t *drafted_by, struct fail *f)
{
    struct mem *m = mem_new(NULL, "draft lock");
    struct db_rows *rows = db_rows(db, m, &statements[LOCK], f, db_int(seen.id));
    bool ok = rows != NULL;
    if (ok && !db_next(rows, f)) {
        ok = f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "notice_missing", "no such version") : false;
    } else if (ok) {
        enum draft_state now = draft_state_read(db_get_text(rows, 0));
        if (drafted_by)
            *drafted_by = db_get_int(rows, 1);
        ok = now == expected || fail_set(f, FAIL_CONFLICT, is_now[now], "version %lld is %s", (long long)seen.id, states[now]);
        if (ok && seen.revision != DRAFT_ANY_REVISION && seen.revision != db_get_int(rows, 2))
            ok = fail_set(f, FAIL_CONFLICT, "notice_changed", "version %lld was changed meanwhile", (long long)seen.id);
    }
    mem_free(&m);
    return ok;
}

bool draft_history(struct mem *m, struct db *db, const char *kind, int64_t id, struct draft_events *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[HISTORY], f, db_text(kind), db_int(id));
    *out = (struct draft_events){ NULL, 0 };
    while (rows && db_next(rows, f)) {
        out->items = mem_resize(m, out->items, out->count * sizeof *out->items, (out->count + 1) * sizeof *out->items);
        out->items[out->count++] = (struct draft_event){ db_get_instant(rows, 0), db_get_text(rows, 1), db_get_text(rows, 2),
                                                         db_get_text(rows, 3) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool draft_notice_add(struct db *db, int64_t round_id, const char *slug, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[NOTICE_ADD], NULL, f, db_int(round_id), db_text(slug)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool draft_notice_count(struct db *db, int64_t round_id, int64_t *count, struct fail *f)
{
    struct mem *m = mem_new(NULL, "notice count");
    struct db_rows *rows = db_rows(db, m, &statements[NOTICE_COUNT], f, db_int(round_id));
    bool ok = rows && db_next(rows, f);
    if (ok)
        *count = db_get_int(rows, 0);
    else if (f->kind == FAIL_NONE)
        fail_set(f, FAIL_MISSING, "round_missing", "no such round");
    mem_free(&m);
    return ok;
}

bool draft_add(struct db *db, int64_t notice_id, int version, const char *title, int64_t officer_id, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_int(notice_id), db_int(version), db_text(title), db_id(officer_id)))
        return false;
    *id = db_insert_id(db);
    return true;
}

bool draft_inherit(struct db *db, int64_t id, int64_t round_id, struct fail *f)
{
    return db_run(db, &statements[INHERIT], NULL, f, db_int(round_id), db_int(round_id), db_int(id));
}

bool draft_write(struct db *db, int64_t id, const struct draft_words *w, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[WRITE], NULL, f, db_text(w->title), db_text(w->doc_number), db_text(w->body), db_text(w->order_note),
                  db_text(w->handling_office), db_text(w->handling_phone), db_text(w->handling_email), db_text(w->handling_address),
                  db_text(w->handling_hours), db_text(w->supervision_office), db_text(w->supervision_phone), db_text(w->signed_by),
                  w->has_signed_day ? db_day(w->signed_day) : db_null(), db_id(officer_id), db_int(id));
}

bool draft_set_period(struct db *db, int64_t id, day open_day, day close_day, const char *rule, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[SET_PERIOD], NULL, f, db_day(open_day), db_day(close_day), db_text(rule), db_id(officer_id),
                  db_int(id));
}

bool draft_touch(struct db *db, int64_t id, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[TOUCH], NULL, f, db_id(officer_id), db_int(id));
}

bool draft_set_state(struct db *db, int64_t id, enum draft_state from, enum draft_state to, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[SET_STATE], &changed, f, db_text(states[to]), db_int(id), db_text(states[from])))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, is_now[to], "version %lld is not %s any more", (long long)id, states[from]);
}

bool draft_publish(struct db *db, int64_t id, int64_t officer_id, instant opens_at, instant closes_at, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[PUBLISH], &changed, f, db_int(officer_id), db_instant(opens_at), db_instant(closes_at), db_int(id),
                db_int(officer_id)))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, "publish_own", "version %lld was drafted by the same officer", (long long)id);
}

bool draft_withdraw(struct db *db, int64_t id, const char *reason, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[WITHDRAW], &changed, f, db_text(reason), db_int(id)))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, "notice_is_withdrawn", "version %lld is not published", (long long)id);
}

bool draft_newest(struct db *db, int64_t notice_id, int64_t *id, int *version, struct fail *f)
{
    struct mem *m = mem_new(NULL, "newest version");
    struct db_rows *rows = db_rows(db, m, &statements[NEWEST], f, db_int(notice_id));
    bool ok = rows && db_next(rows, f);
    if (ok) {
        *id = db_get_int(rows, 0);
        *version = (int)db_get_int(rows, 1);
    } else if (f->kind == FAIL_NONE) {
        fail_set(f, FAIL_MISSING, "notice_missing", "a notice without versions");
    }
    mem_free(&m);
    return ok;
}

bool draft_correct(struct db *db, int64_t base_id, int64_t officer_id, const char *reason, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[CORRECT], NULL, f, db_text(reason), db_int(officer_id), db_int(base_id)))
        return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "correction_begun", "version %lld is being corrected", (long long)base_id)
                                    : false;
    *id = db_insert_id(db);
    return true;
}

bool draft_set_reason(struct db *db, int64_t id, const char *reason, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[SET_REASON], NULL, f, db_text(reason), db_int(officer_id), db_int(id));
}

bool draft_period_as_before(struct db *db, int64_t id, struct fail *f)
{
    return db_run(db, &statements[AS_BEFORE], NULL, f, db_int(id));
}

bool draft_period_anew(struct db *db, int64_t id, struct fail *f)
{
    return db_run(db, &statements[ANEW], NULL, f, db_int(id));
}

bool draft_drop(struct db *db, int64_t id, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[DROP], &changed, f, db_int(id)))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, "notice_is_draft", "version %lld is no correction that is being written", (long long)id);
}
