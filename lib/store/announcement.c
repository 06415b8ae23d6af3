/* announcement: see announcement.h. */
#include "announcement.h"

#include <string.h>

#define PEOPLE_MAX 2000 /* as many as a list may have (model/roster.h) */

enum { OF_ROUND, LOCK, ADD, INHERIT, WRITE, SET_STATE, PUBLISH, WITHDRAW, LIST, RECOGNISED, TOUCH, CLEAR, PUT };

#define PERSON "e.candidate_id, e.award, e.seq, e.name, e.employer, e.post, e.union_id, e.union_name"

static const struct db_statement statements[] = {
    [OF_ROUND] = { "announcement_of_round",
        "SELECT a.id, a.revision, a.round_id, a.state, a.title, a.doc_number, a.body, a.signed_by, a.signed_day, r.slug, r.title, a.reason, "
        "a.drafted_by, a.published_by, d.name, p.name, a.published_at FROM announcement a JOIN round r ON r.id = a.round_id "
        "LEFT JOIN officer d ON d.id = a.drafted_by LEFT JOIN officer p ON p.id = a.published_by WHERE r.slug = ? ORDER BY a.id DESC LIMIT 1",
        DB_STAFF | DB_OPERATOR },
    [LOCK] = { "announcement_lock", "SELECT state, drafted_by, revision FROM announcement WHERE id = ? FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [ADD] = { "announcement_add",
        "INSERT INTO announcement (round_id, state, title, body, drafted_by, created_at) VALUES (?, 'DRAFT', ?, '', ?, UTC_TIMESTAMP(6))",
        DB_STAFF | DB_OPERATOR },
    [INHERIT] = { "announcement_inherit",
        "UPDATE announcement a JOIN (SELECT w.signed_by FROM notice_version w WHERE w.published_at IS NOT NULL ORDER BY w.published_at DESC "
        "LIMIT 1) p SET a.signed_by = p.signed_by WHERE a.id = ? AND a.state = 'DRAFT'", DB_STAFF | DB_OPERATOR },
    [WRITE] = { "announcement_write",
        "UPDATE announcement SET title = ?, doc_number = ?, body = ?, signed_by = ?, signed_day = ?, drafted_by = ?, revision = revision + 1 "
        "WHERE id = ? AND state = 'DRAFT'", DB_STAFF | DB_OPERATOR },
    [SET_STATE] = { "announcement_set_state", "UPDATE announcement SET state = ?, revision = revision + 1 WHERE id = ? AND state = ?",
        DB_STAFF | DB_OPERATOR },
    [PUBLISH] = { "announcement_publish",
        "UPDATE announcement SET state = 'PUBLISHED', published_by = ?, published_at = UTC_TIMESTAMP(6) WHERE id = ? AND state = 'READY' "
        "AND drafted_by <> ?", DB_STAFF | DB_OPERATOR },
    [WITHDRAW] = { "announcement_withdraw", "UPDATE announcement SET state = 'WITHDRAWN', reason = ? WHERE id = ? AND state = 'PUBLISHED'",
        DB_STAFF | DB_OPERATOR },
    [LIST] = { "announcement_list",
        "SELECT " PERSON " FROM announcement_entry e WHERE e.announcement_id = ? ORDER BY e.award, e.seq", DB_STAFF | DB_OPERATOR },
    [RECOGNISED] = { "announcement_recognised",
        "SELECT " PERSON " FROM candidate c JOIN candidate_entry e ON e.candidate_id = c.id JOIN notice_version v ON v.id = e.version_id "
        "WHERE c.round_id = ? AND c.state = 'RECOGNISED' AND v.state = 'PUBLISHED' AND NOT EXISTS (SELECT 1 FROM candidate_entry y "
        "JOIN notice_version w ON w.id = y.version_id WHERE y.candidate_id = c.id AND w.state = 'PUBLISHED' AND w.id > v.id) "
        "ORDER BY e.award, e.seq, e.id", DB_STAFF | DB_OPERATOR },
    [TOUCH] = { "announcement_touch", "UPDATE announcement SET drafted_by = ?, revision = revision + 1 WHERE id = ? AND state = 'DRAFT'",
        DB_STAFF | DB_OPERATOR },
    [CLEAR] = { "announcement_clear", "DELETE FROM announcement_entry WHERE announcement_id = ?", DB_STAFF | DB_OPERATOR },
    [PUT] = { "announcement_put",
        "INSERT INTO announcement_entry (announcement_id, candidate_id, award, seq, name, employer, post, union_id, union_name) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", DB_STAFF | DB_OPERATOR },
};

const struct db_table announcement_table = { "announcement", statements, sizeof statements / sizeof statements[0] };

static const char *const is_now[DRAFT_STATE__MAX] = { "announcement_is_draft", "announcement_is_ready", "announcement_is_published",
                                                      "announcement_is_withdrawn" };

bool announcement_of_round(struct mem *m, struct db *db, const char *round_slug, struct announcement *out, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[OF_ROUND], f, db_text(round_slug));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "announcement_missing", "the round has no announcement") : false;
    *out = (struct announcement){
        .id = db_get_int(rows, 0), .revision = db_get_int(rows, 1), .round_id = db_get_int(rows, 2),
        .state = draft_state_read(db_get_text(rows, 3)),
        .words = { .title = db_get_text(rows, 4), .doc_number = db_get_text(rows, 5), .body = db_get_text(rows, 6),
                   .signed_by = db_get_text(rows, 7), .signed_day = db_is_null(rows, 8) ? 0 : db_get_day(rows, 8) },
        .round_slug = db_get_text(rows, 9), .round_title = db_get_text(rows, 10), .reason = db_get_text(rows, 11),
        .drafted_by = db_get_int(rows, 12), .published_by = db_get_int(rows, 13), .drafted_name = db_get_text(rows, 14),
        .published_name = db_get_text(rows, 15), .published_at = db_get_instant(rows, 16) };
    return true;
}

bool announcement_expect(struct db *db, struct draft_seen seen, enum draft_state expected, int64_t *drafted_by, struct fail *f)
{
    struct mem *m = mem_new(NULL, "announcement lock");
    struct db_rows *rows = db_rows(db, m, &statements[LOCK], f, db_int(seen.id));
    bool ok = rows && db_next(rows, f);
    if (!ok && f->kind == FAIL_NONE)
        fail_set(f, FAIL_MISSING, "announcement_missing", "no such announcement");
    if (ok) {
        enum draft_state now = draft_state_read(db_get_text(rows, 0));
        if (drafted_by)
            *drafted_by = db_get_int(rows, 1);
        ok = now == expected || fail_set(f, FAIL_CONFLICT, is_now[now], "announcement %lld is %s", (long long)seen.id, draft_state_word(now));
        if (ok && seen.revision != db_get_int(rows, 2))
            ok = fail_set(f, FAIL_CONFLICT, "announcement_changed", "announcement %lld was changed meanwhile", (long long)seen.id);
    }
    mem_free(&m);
    return ok;
}

bool announcement_add(struct db *db, int64_t round_id, const char *title, int64_t officer_id, int64_t *id, struct fail *f)
{
    if (!db_run(db, &statements[ADD], NULL, f, db_int(round_id), db_text(title), db_int(officer_id)))
        return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "announcement_stands", "the round has an announcement") : false;
    *id = db_insert_id(db);
    return true;
}

bool announcement_inherit(struct db *db, int64_t id, struct fail *f)
{
    return db_run(db, &statements[INHERIT], NULL, f, db_int(id));
}

bool announcement_write(struct db *db, int64_t id, const struct announcement_words *w, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[WRITE], NULL, f, db_text(w->title), db_text(w->doc_number), db_text(w->body), db_text(w->signed_by),
                  w->signed_day ? db_day(w->signed_day) : db_null(), db_int(officer_id), db_int(id));
}

bool announcement_set_state(struct db *db, int64_t id, enum draft_state from, enum draft_state to, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[SET_STATE], &changed, f, db_text(draft_state_word(to)), db_int(id), db_text(draft_state_word(from))))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, is_now[to], "announcement %lld is not %s any more", (long long)id, draft_state_word(from));
}

bool announcement_publish(struct db *db, int64_t id, int64_t officer_id, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[PUBLISH], &changed, f, db_int(officer_id), db_int(id), db_int(officer_id)))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, "publish_own", "announcement %lld was drafted by the same officer", (long long)id);
}

bool announcement_withdraw(struct db *db, int64_t id, const char *reason, struct fail *f)
{
    uint64_t changed = 0;
    if (!db_run(db, &statements[WITHDRAW], &changed, f, db_text(reason), db_int(id)))
        return false;
    return changed == 1 || fail_set(f, FAIL_CONFLICT, is_now[DRAFT_WITHDRAWN], "announcement %lld does not stand", (long long)id);
}

static bool people_of(struct db_rows *rows, struct mem *m, struct announcement_people *out, struct fail *f)
{
    if (!rows)
        return false;
    *out = (struct announcement_people){ mem_array(m, PEOPLE_MAX, sizeof *out->items), 0 };
    while (out->count < PEOPLE_MAX && db_next(rows, f))
        out->items[out->count++] = (struct announcement_person){
            .candidate_id = db_get_int(rows, 0), .award = db_get_text(rows, 1), .seq = db_get_int(rows, 2), .name = db_get_text(rows, 3),
            .employer = db_get_text(rows, 4), .post = db_get_text(rows, 5), .union_id = db_get_int(rows, 6),
            .union_name = db_get_text(rows, 7) };
    return f->kind == FAIL_NONE;
}

/* Positions 1, 2, 3 … within each award: some of the notice are not recognised. */
static void number(struct announcement_people *p)
{
    for (size_t i = 0; i < p->count; i++)
        p->items[i].seq = i > 0 && strcmp(p->items[i].award, p->items[i - 1].award) == 0 ? p->items[i - 1].seq + 1 : 1;
}

bool announcement_list(struct mem *m, struct db *db, int64_t id, struct announcement_people *out, struct fail *f)
{
    return people_of(db_rows(db, m, &statements[LIST], f, db_int(id)), m, out, f);
}

bool announcement_recognised(struct mem *m, struct db *db, int64_t round_id, struct announcement_people *out, struct fail *f)
{
    if (!people_of(db_rows(db, m, &statements[RECOGNISED], f, db_int(round_id)), m, out, f))
        return false;
    number(out);
    return true;
}

bool announcement_clear(struct db *db, int64_t id, int64_t officer_id, struct fail *f)
{
    return db_run(db, &statements[TOUCH], NULL, f, db_int(officer_id), db_int(id)) && db_run(db, &statements[CLEAR], NULL, f, db_int(id));
}

bool announcement_put(struct db *db, int64_t id, const struct announcement_person *p, struct fail *f)
{
    return db_run(db, &statements[PUT], NULL, f, db_int(id), db_int(p->candidate_id), db_text(p->award), db_int(p->seq), db_text(p->name),
                  db_text(p->employer), db_text(p->post), db_int(p->union_id), db_text(p->union_name));
}
