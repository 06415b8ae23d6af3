/* candidate: see candidate.h. */
#include "candidate.h"

#include "objection.h"

enum { LOCK, LOCK_SLUG, LOCK_ROUND, STANDING, LIST, READ, OBJECTIONS, CLOCK, EVENT_ADD, EVENTS, IDS, EXPIRED };

/* What is printed of him is what the newest notice says that he stands in; his own period may be that of an earlier one. */
#define NEWEST(column, who) \
    "(SELECT " column " FROM candidate_entry e JOIN notice_version v ON v.id = e.version_id WHERE e.candidate_id = " who ".id " \
    "AND v.state IN ('PUBLISHED', 'WITHDRAWN') ORDER BY v.published_at DESC, v.id DESC LIMIT 1)"
/* Whoever was noticed anew and withdrawn has not had his period, however long an earlier one has been over. */
#define PERIOD_END \
    "IF(v.state = 'PUBLISHED', (SELECT w.closes_at FROM notice_version w WHERE w.id = COALESCE(e.period_version_id, e.version_id)), NULL)"
#define PERIOD_OVER "COALESCE(" NEWEST(PERIOD_END, "c") " <= UTC_TIMESTAMP(6), FALSE)"
/* One that was refused may come back by a review for as long as it can be asked for. */
#define OPEN \
    "FROM objection o WHERE o.candidate_id = c.id AND (FIND_IN_SET(o.state, ?) OR (o.state = 'NOT_ACCEPTED' AND " \
    "EXISTS (SELECT 1 FROM objection_event q WHERE q.objection_id = o.id AND q.term = 'APPEAL' AND q.deadline_at > UTC_TIMESTAMP(6))))"
/* A review may come to another result than the decision; a merged case has none of its own but its review. */
#define REVIEWED(column) \
    "(SELECT " column " FROM objection_event r WHERE r.objection_id = o.id AND r.move = 'DECIDE_REVIEW' " \
    "AND r.reason_code IN ('SUSTAINED', 'PARTLY', 'NOT_SUSTAINED') ORDER BY r.id DESC LIMIT 1)"
#define RIGHT(result) \
    "EXISTS (SELECT 1 FROM objection o LEFT JOIN decision d ON d.objection_id = o.id AND d.approved_at IS NOT NULL " \
    "WHERE o.candidate_id = c.id AND COALESCE(" REVIEWED("r.reason_code") ", d.result) = '" result "' " \
    "AND NOT EXISTS (SELECT 1 FROM candidate_event n WHERE n.candidate_id = c.id " \
    "AND n.move = 'NOTICE_AGAIN' AND n.at > COALESCE(" REVIEWED("r.at") ", d.approved_at))), "
#define PROMOTED "EXISTS (SELECT 1 FROM candidate_event p WHERE p.candidate_id = x.id AND p.move = 'PROMOTE')"
#define CRAFTSMAN NEWEST("e.award", "x") " = 'CRAFTSMAN'"
/* Places of craftsmen that fell free, without those that somebody has moved up to: he is printed as a craftsman since, or may still be. */
#define VACANCY \
    "COALESCE((SELECT SUM(x.state IN ('REMOVED', 'CARRIED_OVER') AND " CRAFTSMAN ") " \
    "- SUM(" PROMOTED " AND (x.state IN ('AWAITING', 'HELD') OR " CRAFTSMAN ")) FROM candidate x WHERE x.round_id = c.round_id), 0) > 0, "

#define RECUSED \
    "COALESCE((SELECT s.state FROM recusal s WHERE s.candidate_id = c.id AND s.officer_id = ? ORDER BY s.id DESC LIMIT 1), '')"
#define FACTS \
    "c.state, " PERIOD_OVER ", (SELECT COUNT(*) " OPEN "), (SELECT COUNT(*) " OPEN " AND EXISTS (SELECT 1 FROM objection_event a " \
    "WHERE a.objection_id = o.id AND a.move IN ('ACCEPT', 'ORDER_ACCEPTANCE'))), " RIGHT("SUSTAINED") RIGHT("PARTLY") \
    "COALESCE(" NEWEST("e.award", "c") " = 'NOMINATION', FALSE), " VACANCY RECUSED " "
enum { FACTS_COLUMNS = 9 };
#define ROWS \
    "SELECT " FACTS ", c.id, c.round_id, c.slug, e.award, e.name, e.employer, e.post, e.union_name, e.field, r.title, e.seq, " \
    NEWEST(PERIOD_END, "c") ", EXISTS (SELECT 1 FROM candidate_proposal p WHERE p.candidate_id = c.id AND p.settled_at IS NULL) " \
    "FROM candidate c JOIN round r ON r.id = c.round_id JOIN candidate_entry e ON e.id = (SELECT x.id FROM candidate_entry x " \
    "JOIN notice_version v ON v.id = x.version_id WHERE x.candidate_id = c.id AND v.state IN ('PUBLISHED', 'WITHDRAWN') " \
    "ORDER BY v.published_at DESC, v.id DESC LIMIT 1) "

static const struct db_statement statements[] = {
    [LOCK] = { "candidate_lock", "SELECT id, state FROM candidate WHERE id = ? FOR UPDATE", DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [LOCK_SLUG] = { "candidate_lock_slug", "SELECT id, state FROM candidate WHERE slug = ? FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [LOCK_ROUND] = { "candidate_lock_round",
        "SELECT r.id FROM round r JOIN candidate c ON c.round_id = r.id WHERE c.id = ? FOR UPDATE", DB_STAFF | DB_OPERATOR },
    [STANDING] = { "candidate_standing_read",
        "SELECT " FACTS "FROM candidate c WHERE c.id = ?", DB_STAFF | DB_OPERATOR },
    [LIST] = { "candidate_list", ROWS "WHERE c.round_id = ? AND " RECUSED " <> 'RECUSED' ORDER BY e.award, e.seq, c.id LIMIT 1000",
        DB_STAFF | DB_OPERATOR },
    [READ] = { "candidate_read", ROWS "WHERE c.slug = ? AND " RECUSED " <> 'RECUSED'", DB_STAFF | DB_OPERATOR },
    [OBJECTIONS] = { "candidate_objections",
        "SELECT receipt, state, submitted_at FROM objection WHERE candidate_id = ? ORDER BY id", DB_STAFF | DB_OPERATOR },
    [CLOCK] = { "candidate_clock_read",
        "SELECT c.state, " PERIOD_OVER ", (SELECT COUNT(*) " OPEN ") FROM candidate c WHERE c.id = ?", DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [EVENT_ADD] = { "candidate_event_add",
        "INSERT INTO candidate_event (candidate_id, at, actor_kind, actor_id, agreed_by, move, from_state, to_state, reason, paper, "
        "paper_day, recognition_id) VALUES (?, UTC_TIMESTAMP(6), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", DB_STAFF | DB_NOTIFY | DB_OPERATOR },
    [EVENTS] = { "candidate_events",
        "SELECT ev.at, COALESCE(a.name, ''), COALESCE(g.name, ''), ev.move, ev.from_state, ev.to_state, ev.reason, "
        "COALESCE(n.paper, ev.paper), COALESCE(n.paper_day, ev.paper_day) FROM candidate_event ev "
        "LEFT JOIN officer a ON a.id = ev.actor_id LEFT JOIN officer g ON g.id = ev.agreed_by LEFT JOIN recognition n "
        "ON n.id = ev.recognition_id WHERE ev.candidate_id = ? ORDER BY ev.id", DB_STAFF | DB_OPERATOR },
    [IDS] = { "candidate_ids", "SELECT candidate_id FROM candidate_entry WHERE version_id = ? AND period_version_id IS NULL ORDER BY candidate_id",
        DB_STAFF | DB_OPERATOR },
    [EXPIRED] = { "candidate_expired",
        "SELECT c.id FROM candidate c WHERE c.state = 'NOTICED' AND " PERIOD_OVER " AND NOT EXISTS (SELECT 1 " OPEN ") "
        "ORDER BY c.id LIMIT 50",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
};

const struct db_table candidate_table = { "candidate", statements, sizeof statements / sizeof statements[0] };

/* The states in which an objection is under way, as the database lists them. */
static const char *under_way(struct mem *m)
{
    char *list = mem_text(m, "");
    for (int s = 0; s < OBJECTION_STATE__MAX; s++)
        if (objection_state_stage((enum objection_state)s) == OBJECTION_OPEN)
            list = mem_printf(m, "%s%s%s", list, list[0] ? "," : "", objection_state_word((enum objection_state)s));
    return list;
}

static bool one(struct db_rows *rows, struct fail *f)
{
    return rows && (db_next(rows, f) || (f->kind == FAIL_NONE && fail_set(f, FAIL_MISSING, "not_found", "no such candidate")));
}

static bool state_of(const struct db_rows *rows, unsigned column, enum candidacy_state *out, struct fail *f)
{
    return candidacy_state_read(db_get_text(rows, column), out) || fail_set(f, FAIL_INTERNAL, "internal", "a candidate in no known state");
}

static bool locked(struct db_rows *rows, struct candidate_locked *out, struct fail *f)
{
    if (!one(rows, f))
        return false;
    out->id = db_get_int(rows, 0);
    return state_of(rows, 1, &out->state, f);
}

bool candidate_lock(struct mem *m, struct db *db, int64_t id, struct candidate_locked *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return locked(db_rows(db, m, &statements[LOCK], f, db_int(id)), out, f);
}

bool candidate_lock_slug(struct mem *m, struct db *db, const char *slug, struct candidate_locked *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return locked(db_rows(db, m, &statements[LOCK_SLUG], f, db_text(slug)), out, f);
}

bool candidate_lock_round(struct mem *m, struct db *db, int64_t id, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return one(db_rows(db, m, &statements[LOCK_ROUND], f, db_int(id)), f);
}

/* FACTS, which stand first in a row. */
static bool standing_of(const struct db_rows *rows, struct candidate_standing *out, struct fail *f)
{
    *out = (struct candidate_standing){
        .facts = { .period_over = db_get_int(rows, 1), .open = (int)db_get_int(rows, 2), .accepted = (int)db_get_int(rows, 3),
                   .sustained = db_get_int(rows, 4), .partly = db_get_int(rows, 5), .nomination = db_get_int(rows, 6),
                   .vacancy = db_get_int(rows, 7) },
        .recusal = db_get_text(rows, 8) };
    return state_of(rows, 0, &out->facts.state, f);
}

bool candidate_standing_read(struct mem *m, struct db *db, int64_t id, int64_t officer_id, struct candidate_standing *out, struct fail *f)
{
    const char *open = under_way(m);
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[STANDING], f, db_text(open), db_text(open), db_int(officer_id), db_int(id));
    return one(rows, f) && standing_of(rows, out, f);
}

static bool row_of(const struct db_rows *rows, struct candidate_row *out, struct fail *f)
{
    enum { C = FACTS_COLUMNS };
    *out = (struct candidate_row){
        .id = db_get_int(rows, C), .round_id = db_get_int(rows, C + 1), .slug = db_get_text(rows, C + 2), .award = db_get_text(rows, C + 3),
        .name = db_get_text(rows, C + 4), .employer = db_get_text(rows, C + 5), .post = db_get_text(rows, C + 6),
        .union_name = db_get_text(rows, C + 7), .field = db_get_text(rows, C + 8), .round_title = db_get_text(rows, C + 9),
        .seq = db_get_int(rows, C + 10), .closes_at = db_get_instant(rows, C + 11), .waits = db_get_int(rows, C + 12) };
    return standing_of(rows, &out->standing, f);
}

bool candidate_list(struct mem *m, struct db *db, int64_t round_id, int64_t officer_id, struct candidate_row **out, size_t *count,
                    struct fail *f)
{
    const char *open = under_way(m);
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_text(open), db_text(open), db_int(officer_id), db_int(round_id),
                                   db_int(officer_id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        if (!row_of(rows, &(*out)[(*count)++], f))
            return false;
    }
    return rows && f->kind == FAIL_NONE;
}

bool candidate_read(struct mem *m, struct db *db, const char *slug, int64_t officer_id, struct candidate_row *out, struct fail *f)
{
    const char *open = under_way(m);
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[READ], f, db_text(open), db_text(open), db_int(officer_id), db_text(slug),
                                   db_int(officer_id));
    return one(rows, f) && row_of(rows, out, f);
}

bool candidate_objections(struct mem *m, struct db *db, int64_t id, struct candidate_objection **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[OBJECTIONS], f, db_int(id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct candidate_objection){ db_get_text(rows, 0), db_get_text(rows, 1), db_get_instant(rows, 2) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool candidate_clock_read(struct mem *m, struct db *db, int64_t id, struct candidacy_facts *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[CLOCK], f, db_text(under_way(m)), db_int(id));
    if (!one(rows, f))
        return false;
    *out = (struct candidacy_facts){ .period_over = db_get_int(rows, 1), .open = (int)db_get_int(rows, 2) };
    return state_of(rows, 0, &out->state, f);
}

bool candidate_event_add(struct db *db, const struct candidate_event_new *in, struct fail *f)
{
    return db_run(db, &statements[EVENT_ADD], NULL, f, db_int(in->candidate_id), db_text(in->actor_id ? "OFFICER" : "SYSTEM"),
                  db_id(in->actor_id), db_id(in->agreed_by), db_text(candidacy_move_word(in->move)),
                  db_text(candidacy_state_word(in->from)), db_text(candidacy_state_word(in->to)), db_text(in->reason), db_text(in->paper),
                  in->paper[0] ? db_day(in->paper_day) : db_null(), db_id(in->recognition_id));
}

bool candidate_events(struct mem *m, struct db *db, int64_t id, struct candidate_event **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[EVENTS], f, db_int(id));
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct candidate_event){
            .at = db_get_instant(rows, 0), .actor = db_get_text(rows, 1), .agreed_by = db_get_text(rows, 2), .move = db_get_text(rows, 3),
            .from = db_get_text(rows, 4), .to = db_get_text(rows, 5), .reason = db_get_text(rows, 6), .paper = db_get_text(rows, 7),
            .paper_day = db_get_day(rows, 8) };
    }
    return rows && f->kind == FAIL_NONE;
}

static bool ids(struct mem *m, struct db_rows *rows, int64_t **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = db_get_int(rows, 0);
    }
    return rows && f->kind == FAIL_NONE;
}

bool candidate_ids(struct mem *m, struct db *db, int64_t version_id, int64_t **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return ids(m, db_rows(db, m, &statements[IDS], f, db_int(version_id)), out, count, f);
}

bool candidate_expired(struct mem *m, struct db *db, int64_t **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return ids(m, db_rows(db, m, &statements[EXPIRED], f, db_text(under_way(m))), out, count, f);
}
