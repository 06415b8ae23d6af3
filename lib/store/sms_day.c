/* sms_day: see sms_day.h. */
#include "sms_day.h"

#include "outbox.h"

enum { ROWS, RAISE, BEGIN, SENT, WAITING, DIGEST, GATHER, COUNT_IN, PUT_OFF, GIVE_BACK, SWEEP };

/* Of an objector's SMS (x) the number is known by its tag alone; whom the settings name has one number. Trials have a ceiling of their own
 * (service/wordings) and use up nobody's. */
#define NUMBER "COALESCE(c.phone, HEX(x.contact_tag), CONCAT('case:', o.objection_id), " \
               "IF(o.dedupe LIKE '" OUTBOX_TRIAL "%', CONCAT('" OUTBOX_TRIAL "', o.id), 'office'))"
#define DUE "done_at IS NULL AND state IN ('WAITING', 'UNCERTAIN') AND urgent = 0 AND due_at <= ?"
#define TALLIES "JSON_TABLE(?, '$[*]' COLUMNS (number VARCHAR(40) PATH '$.number', event VARCHAR(32) PATH '$.event', " \
                "n INT PATH '$.n')) j"
#define IDS "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j"

static const struct db_statement statements[] = {
    [ROWS] = { "sms_day_rows",
        "SELECT o.id, IF(c.phone IS NULL, NULL, o.contact_id), o.event, " NUMBER " AS number, JSON_VALUE(o.params, '$.slug'), o.state = 'WAITING' FROM " IDS
        " JOIN outbox o ON o.id = j.id LEFT JOIN union_contact c ON c.id = o.contact_id LEFT JOIN objection x ON x.id = o.objection_id "
        "ORDER BY number, o.event, o.id", DB_NOTIFY | DB_OPERATOR },
    [RAISE] = { "sms_day_raise",
        "UPDATE " TALLIES " STRAIGHT_JOIN sms_day s ON s.number = CONVERT(j.number USING utf8mb4) COLLATE utf8mb4_bin "
        "AND s.event = CONVERT(j.event USING utf8mb4) COLLATE utf8mb4_bin AND s.day = ? SET s.n = s.n + j.n", DB_NOTIFY | DB_OPERATOR },
    [BEGIN] = { "sms_day_begin",
        "INSERT IGNORE INTO sms_day (number, day, event, n) VALUES (?, ?, ?, ?)", DB_NOTIFY | DB_OPERATOR },
    [SENT] = { "sms_day_sent",
        "SELECT s.number, s.event, s.n FROM JSON_TABLE(?, '$[*]' COLUMNS (number VARCHAR(40) PATH '$')) j "
        "JOIN sms_day s ON s.number = CONVERT(j.number USING utf8mb4) COLLATE utf8mb4_bin AND s.day = ?", DB_NOTIFY | DB_OPERATOR },
    [WAITING] = { "sms_day_waiting",
        "SELECT c.phone, o.event, COUNT(*) FROM (SELECT DISTINCT j.id FROM " IDS ") k JOIN union_contact c ON c.id = k.id JOIN outbox o ON o.contact_id = c.id "
        "WHERE o.channel = 'SMS' AND o." DUE " GROUP BY c.phone, o.event", DB_NOTIFY | DB_OPERATOR },
    [DIGEST] = { "sms_day_digest",
        "SELECT id FROM outbox WHERE contact_id = ? AND event = 'digest' AND channel = 'SMS' AND done_at IS NULL AND state = 'WAITING' "
        "ORDER BY id LIMIT 1 FOR UPDATE", DB_NOTIFY | DB_OPERATOR },
    [GATHER] = { "sms_day_gather",
        "UPDATE outbox SET state = 'GATHERED', done_at = UTC_TIMESTAMP(6), digest_id = ? WHERE contact_id = ? AND channel = 'SMS' AND " DUE
        " AND state = 'WAITING' AND event <> 'digest' AND (? = '' OR event = ?) AND NOT EXISTS (SELECT 1 FROM outbox_stop s "
        "WHERE s.ended_at IS NULL AND s.channel IN ('', outbox.channel) AND s.event IN ('', outbox.event))", DB_NOTIFY | DB_OPERATOR },
    [COUNT_IN] = { "sms_day_count_in",
        "UPDATE outbox SET params = JSON_SET(params, '$.count', CAST(JSON_VALUE(params, '$.count') AS INTEGER) + ?) WHERE id = ?",
        DB_NOTIFY | DB_OPERATOR },
    [PUT_OFF] = { "sms_day_put_off", "UPDATE " IDS " JOIN outbox o ON o.id = j.id SET o.due_at = ?", DB_NOTIFY | DB_OPERATOR },
    [GIVE_BACK] = { "sms_day_give_back",
        "UPDATE outbox o JOIN delivery d ON d.outbox_id = o.id AND d.attempt = ? LEFT JOIN union_contact c ON c.id = o.contact_id "
        "LEFT JOIN objection x ON x.id = o.objection_id JOIN sms_day s ON s.number = " NUMBER
        " AND s.day = DATE(d.started_at + INTERVAL 8 HOUR) AND s.event IN ('', o.event) SET s.n = s.n - 1 "
        "WHERE o.id = ? AND o.urgent = 0 AND s.n > 0 AND d.ended_at IS NULL", DB_NOTIFY | DB_OPERATOR },
    [SWEEP] = { "sms_day_sweep", "DELETE FROM sms_day WHERE day < UTC_DATE() - INTERVAL 7 DAY LIMIT 1000", DB_NOTIFY | DB_OPERATOR },
};

const struct db_table sms_day_table = { "sms_day", statements, sizeof statements / sizeof statements[0] };

bool sms_day_rows(struct mem *m, struct db *db, const char *ids, struct sms_day_row **out, size_t *count, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[ROWS], f, db_text(ids));
    *out = NULL;
    *count = 0;
    while (rows != NULL && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct sms_day_row){ .id = db_get_int(rows, 0), .contact_id = db_get_int(rows, 1),
            .event = db_get_text(rows, 2), .number = db_get_text(rows, 3), .slug = db_get_text(rows, 4),
            .fresh = db_get_int(rows, 5) != 0 };
    }
    return rows != NULL && f->kind == FAIL_NONE;
}

bool sms_day_raise(struct db *db, day today, const char *tallies, uint64_t *raised, struct fail *f)
{
    return db_run(db, &statements[RAISE], raised, f, db_text(tallies), db_day(today));
}

bool sms_day_begin(struct db *db, day today, const struct sms_tally *t, struct fail *f)
{
    return db_run(db, &statements[BEGIN], NULL, f, db_text(t->number), db_day(today), db_text(t->event), db_int(t->n));
}

static bool tallies(struct mem *m, struct db_rows *rows, struct sms_tally **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    while (rows != NULL && db_next(rows, f)) {
        *out = mem_resize(m, *out, *count * sizeof **out, (*count + 1) * sizeof **out);
        (*out)[(*count)++] = (struct sms_tally){ db_get_text(rows, 0), db_get_text(rows, 1), db_get_int(rows, 2) };
    }
    return rows != NULL && f->kind == FAIL_NONE;
}

bool sms_day_sent(struct mem *m, struct db *db, day today, const char *numbers, struct sms_tally **out, size_t *count, struct fail *f)
{
    return tallies(m, db_rows(db, m, &statements[SENT], f, db_text(numbers), db_day(today)), out, count, f);
}

bool sms_day_waiting(struct mem *m, struct db *db, const char *contacts, instant now, struct sms_tally **out, size_t *count, struct fail *f)
{
    return tallies(m, db_rows(db, m, &statements[WAITING], f, db_text(contacts), db_instant(now)), out, count, f);
}

bool sms_day_digest(struct mem *m, struct db *db, int64_t contact_id, int64_t *id, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[DIGEST], f, db_int(contact_id));
    *id = rows != NULL && db_next(rows, f) ? db_get_int(rows, 0) : 0;
    return rows != NULL && f->kind == FAIL_NONE;
}

bool sms_day_gather(struct db *db, int64_t contact_id, const char *event, int64_t digest_id, instant now, struct fail *f)
{
    uint64_t changed = 0;
    return db_run(db, &statements[GATHER], &changed, f, db_int(digest_id), db_int(contact_id), db_instant(now), db_text(event),
                  db_text(event)) &&
           db_run(db, &statements[COUNT_IN], NULL, f, db_int((int64_t)changed), db_int(digest_id));
}

bool sms_day_put_off(struct db *db, const char *ids, instant until, struct fail *f)
{
    return db_run(db, &statements[PUT_OFF], NULL, f, db_text(ids), db_instant(until));
}

bool sms_day_give_back(struct db *db, int64_t outbox_id, int attempt, struct fail *f)
{
    return db_run(db, &statements[GIVE_BACK], NULL, f, db_int(attempt), db_int(outbox_id));
}

bool sms_day_sweep(struct db *db, struct fail *f)
{
    return db_run(db, &statements[SWEEP], NULL, f);
}
