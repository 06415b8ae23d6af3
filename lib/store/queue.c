/* queue: see queue.h. Each way of looking is led by the filter that leaves the fewest, and its index is named: the optimizer judges by
 * how the table was when it last counted, and an outbox fills in a minute. */
#include "queue.h"

#include <string.h>

#include "recusal.h"

enum { PICTURE, DRIVERS, DAY, BY_ALL, BY_STATE, BY_EVENT, BY_UNION, BY_CASE };

#define LIMIT "LIMIT 100000"
/* What is held is due beyond all time; what has ended is "due" when it ended. */
#define COUNTED(where) "(SELECT COUNT(*) FROM (SELECT 1 FROM outbox FORCE INDEX (state) WHERE " where " " LIMIT ") c)"
#define ENDED(state, span) COUNTED("state = '" state "' AND due_at > UTC_TIMESTAMP(6) - INTERVAL " span " AND due_at <= UTC_TIMESTAMP(6)")

#define COLUMNS \
    "SELECT x.id, x.attempts, x.event, x.channel, x.state, u.name, c.rank, o.receipt, x.objection_id IS NOT NULL, x.urgent, x.maybe_twice, " \
    "d.outcome, d.detail, x.created_at, x.due_at, x.done_at, x.report, x.report_at "
/* Whom it is to; the case that it or its letter is about. */
#define AROUND \
    "LEFT JOIN nominating_union u ON u.id = x.union_id LEFT JOIN union_contact c ON c.id = x.contact_id " \
    "LEFT JOIN union_letter l ON l.slug = x.letter_slug LEFT JOIN assist a ON a.id = l.assist_id " \
    "LEFT JOIN objection o ON o.id = COALESCE(x.objection_id, l.objection_id, a.objection_id) " \
    "LEFT JOIN delivery d ON d.outbox_id = x.id AND d.attempt = x.attempts "
#define REST \
    "AND x.id < ? AND (? = '' OR x.state = ?) AND (? = '' OR x.channel = ?) AND (? = '' OR x.event = ?) AND (? = 0 OR x.union_id = ?) " \
    "AND x.id >= ? AND x.created_at >= ? AND x.created_at < ? AND (? = 0 OR x.objection_id IS NULL) AND " \
    "(? = 0 OR x.objection_id IS NOT NULL) AND " RECUSAL_FREE "ORDER BY x.id DESC LIMIT ?"
#define LED(index, by) COLUMNS "FROM outbox x FORCE INDEX (" index ") " AROUND "WHERE " by " " REST

static const struct db_statement statements[] = {
    [PICTURE] = { "queue_picture",
        "SELECT UTC_TIMESTAMP(6), " COUNTED("state = 'WAITING' AND due_at <= UTC_TIMESTAMP(6)") ", "
        COUNTED("state = 'WAITING' AND due_at > UTC_TIMESTAMP(6)") ", " COUNTED("state = 'HELD'") ", " COUNTED("state = 'LEASED'") ", "
        COUNTED("state = 'UNCERTAIN' AND due_at > UTC_TIMESTAMP(6)") ", "
        ENDED("SENT", "1 DAY") ", " ENDED("FAILED", "1 DAY") ", " ENDED("UNCERTAIN", "1 DAY") ", "
        ENDED("SENT", "1 MINUTE") ", " ENDED("SENT", "1 HOUR") ", "
        "(SELECT MIN(due_at) FROM outbox FORCE INDEX (state) WHERE state = 'WAITING' AND due_at <= UTC_TIMESTAMP(6)), "
        "COUNT(IF(r.report = 'DELIVERED', 1, NULL)), COUNT(IF(r.report = 'UNDELIVERED', 1, NULL)) FROM (SELECT report FROM outbox "
        "FORCE INDEX (state) WHERE state = 'SENT' AND due_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY ORDER BY due_at DESC LIMIT 10000) r",
        DB_STAFF | DB_OPERATOR },
    [DRIVERS] = { "queue_drivers",
        "SELECT driver, COUNT(*), SUM(outcome = 'SENT'), SUM(outcome = 'LATER'), SUM(outcome = 'NEVER'), SUM(outcome = 'UNCERTAIN'), "
        "SUM(outcome = 'ALARM'), MAX(started_at), MAX(IF(outcome <> 'SENT', ended_at, NULL)) FROM "
        "(SELECT driver, outcome, started_at, ended_at FROM delivery ORDER BY id DESC LIMIT 1000) d "
        "WHERE started_at > UTC_TIMESTAMP(6) - INTERVAL 1 HOUR GROUP BY driver ORDER BY driver",
        DB_STAFF | DB_OPERATOR },
    [DAY] = { "queue_day",
        "SELECT COALESCE((SELECT id FROM outbox FORCE INDEX (made) WHERE created_at >= ? ORDER BY created_at, id LIMIT 1), 9223372036854775807), "
        "COALESCE((SELECT id FROM outbox FORCE INDEX (made) WHERE created_at < ? ORDER BY created_at DESC, id DESC LIMIT 1), 0)",
        DB_STAFF | DB_OPERATOR },
    [BY_ALL] = { "queue_by_all", LED("PRIMARY", "TRUE"), DB_STAFF | DB_OPERATOR },
    [BY_STATE] = { "queue_by_state", LED("by_state", "x.state = ?"), DB_STAFF | DB_OPERATOR },
    [BY_EVENT] = { "queue_by_event", LED("by_event", "x.event = ?"), DB_STAFF | DB_OPERATOR },
    [BY_UNION] = { "queue_by_union", LED("union_id", "x.union_id = ?"), DB_STAFF | DB_OPERATOR },
    [BY_CASE] = { "queue_by_case",
        COLUMNS "FROM (SELECT y.id FROM objection k JOIN outbox y ON y.objection_id = k.id WHERE k.receipt = ? UNION "
        "SELECT y.id FROM objection k JOIN union_letter z ON z.objection_id = k.id JOIN outbox y ON y.letter_slug = z.slug WHERE k.receipt = ? "
        "UNION SELECT y.id FROM objection k JOIN assist b ON b.objection_id = k.id JOIN union_letter z ON z.assist_id = b.id "
        "JOIN outbox y ON y.letter_slug = z.slug WHERE k.receipt = ?) w JOIN outbox x ON x.id = w.id " AROUND "WHERE TRUE " REST,
        DB_STAFF | DB_OPERATOR },
};

const struct db_table queue_table = { "queue", statements, sizeof statements / sizeof statements[0] };

bool queue_picture(struct db *db, struct queue_picture *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "picture");
    struct db_rows *rows = db_rows(db, m, &statements[PICTURE], f);
    bool ok = rows != NULL && db_next(rows, f);
    if (ok)
        *out = (struct queue_picture){
            .now = db_get_instant(rows, 0), .due = db_get_int(rows, 1), .later = db_get_int(rows, 2), .held = db_get_int(rows, 3),
            .in_hand = db_get_int(rows, 4), .open = db_get_int(rows, 5), .sent = db_get_int(rows, 6), .failed = db_get_int(rows, 7),
            .uncertain = db_get_int(rows, 8), .minute = db_get_int(rows, 9), .hour = db_get_int(rows, 10),
            .oldest = db_get_instant(rows, 11), .delivered = db_get_int(rows, 12), .undelivered = db_get_int(rows, 13) };
    mem_free(&m);
    return ok;
}

bool queue_drivers(struct mem *m, struct db *db, struct queue_driver **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[DRIVERS], f);
    while (rows && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct queue_driver){
            .driver = db_get_text(rows, 0), .attempts = db_get_int(rows, 1), .sent = db_get_int(rows, 2), .later = db_get_int(rows, 3),
            .never = db_get_int(rows, 4), .uncertain = db_get_int(rows, 5), .alarm = db_get_int(rows, 6),
            .last_at = db_get_instant(rows, 7), .trouble_at = db_get_instant(rows, 8) };
    }
    return rows && f->kind == FAIL_NONE;
}

/* The ids of a day of making: rows get both at once. */
static bool bounds(struct db *db, const struct queue_filter *q, int64_t *first, int64_t *before, struct fail *f)
{
    *first = 0;
    *before = q->before > 0 ? q->before : INT64_MAX;
    if (q->from == 0 && q->until == 0)
        return true;
    struct mem *m = mem_new(NULL, "day");
    struct db_rows *rows = db_rows(db, m, &statements[DAY], f, db_instant(q->from), db_instant(q->until));
    bool ok = rows != NULL && db_next(rows, f);
    if (ok) {
        int64_t last = db_get_int(rows, 1);
        *first = db_get_int(rows, 0);
        *before = last < *before ? last + 1 : *before;
    }
    mem_free(&m);
    return ok;
}

static bool is_many(const char *state)
{
    return state[0] == '\0' || strcmp(state, "SENT") == 0;
}

struct queue_row queue_row_of(const struct db_rows *rows)
{
    return (struct queue_row){
        .id = db_get_int(rows, 0), .attempts = db_get_int(rows, 1), .event = db_get_text(rows, 2), .channel = db_get_text(rows, 3),
        .state = db_get_text(rows, 4), .union_name = db_get_text(rows, 5), .rank = db_get_text(rows, 6), .receipt = db_get_text(rows, 7),
        .objector = db_get_int(rows, 8) != 0, .urgent = db_get_int(rows, 9) != 0, .maybe_twice = db_get_int(rows, 10) != 0,
        .outcome = db_get_text(rows, 11), .detail = db_get_text(rows, 12), .created_at = db_get_instant(rows, 13),
        .due_at = db_get_instant(rows, 14), .done_at = db_get_instant(rows, 15), .report = db_get_text(rows, 16),
        .report_at = db_get_instant(rows, 17) };
}

static struct db_rows *find(struct mem *m, struct db *db, int64_t officer_id, const struct queue_filter *q, int64_t first, int64_t before,
                            int64_t limit, struct fail *f)
{
    instant until = q->until > 0 ? q->until : INT64_C(253402300799) * CLOCK_SECOND;
#define TAIL \
    db_int(before), db_text(q->state), db_text(q->state), db_text(q->channel), db_text(q->channel), db_text(q->event), db_text(q->event), \
        db_int(q->union_id), db_int(q->union_id), db_int(first), db_instant(q->from), db_instant(until), db_int(q->no_objectors), \
        db_int(q->objectors_only), db_int(officer_id), db_int(limit)
    if (q->receipt[0] != '\0')
        return db_rows(db, m, &statements[BY_CASE], f, db_text(q->receipt), db_text(q->receipt), db_text(q->receipt), TAIL);
    if (q->union_id != 0)
        return db_rows(db, m, &statements[BY_UNION], f, db_int(q->union_id), TAIL);
    if (!is_many(q->state))
        return db_rows(db, m, &statements[BY_STATE], f, db_text(q->state), TAIL);
    if (q->event[0] != '\0')
        return db_rows(db, m, &statements[BY_EVENT], f, db_text(q->event), TAIL);
    return db_rows(db, m, &statements[BY_ALL], f, TAIL);
#undef TAIL
}

bool queue_list(struct mem *m, struct db *db, int64_t officer_id, const struct queue_filter *filter, int64_t limit, struct queue_row **rows,
                size_t *count, struct fail *f)
{
    int64_t first, before;
    *f = (struct fail){ .kind = FAIL_NONE };
    *rows = mem_array(m, (size_t)limit, sizeof **rows);
    *count = 0;
    if (!bounds(db, filter, &first, &before, f))
        return false;
    struct db_rows *found = find(m, db, officer_id, filter, first, before, limit, f);
    while (found && (int64_t)*count < limit && db_next(found, f))
        (*rows)[(*count)++] = queue_row_of(found);
    return found && f->kind == FAIL_NONE;
}
