/* rate: statements of counted hits. */
#include "rate.h"

#define EVERYBODY (DB_PUBLIC | DB_STAFF | DB_UNION | DB_OPERATOR)

enum { NOTE, NOTE_DAY, SEEN, NTH, FORGET, SWEEP };

static const struct db_statement statements[] = {
    [NOTE] = { "rate_note",
        "INSERT INTO rate_hit (class, tag, window_start, hits) VALUES (?, ?, UTC_TIMESTAMP(6), 1)", EVERYBODY },
    [NOTE_DAY] = { "rate_note_day",
        "INSERT INTO rate_hit (class, tag, window_start, hits) VALUES (?, ?, UTC_DATE(), 1)",
        DB_STAFF | DB_UNION | DB_OPERATOR },
    [SEEN] = { "rate_seen",
        "SELECT COALESCE(SUM(hits), 0), MAX(window_start), UTC_TIMESTAMP(6) FROM rate_hit "
        "WHERE class = ? AND tag = ? AND window_start > UTC_TIMESTAMP(6) - INTERVAL ? SECOND", EVERYBODY },
    [NTH] = { "rate_nth",
        "SELECT window_start FROM rate_hit WHERE class = ? AND tag = ? AND window_start > UTC_TIMESTAMP(6) - INTERVAL ? SECOND "
        "ORDER BY window_start DESC LIMIT 1 OFFSET ?", DB_UNION | DB_OPERATOR },
    [FORGET] = { "rate_forget", "DELETE FROM rate_hit WHERE class = ? AND tag = ?", DB_STAFF | DB_OPERATOR },
    [SWEEP] = { "rate_sweep", "DELETE FROM rate_hit WHERE class = ? AND window_start < UTC_TIMESTAMP(6) - INTERVAL ? SECOND LIMIT 1000",
        DB_STAFF | DB_NOTIFY | DB_OPERATOR },
};

const struct db_table rate_table = { "rate", statements, sizeof statements / sizeof statements[0] };

/* One that stands already, of the same microsecond or day, counts for both, so that no account needs a right to change hits. */
static bool note(struct db *db, const struct db_statement *st, const char *class, const unsigned char tag[RATE_TAG], struct fail *f)
{
    if (db_run(db, st, NULL, f, db_text(class), db_bytes(tag, RATE_TAG)))
        return true;
    if (!db_was_duplicate(db))
        return false;
    *f = (struct fail){ .kind = FAIL_NONE };
    return true;
}

bool rate_note(struct db *db, const char *class, const unsigned char tag[RATE_TAG], struct fail *f)
{
    return note(db, &statements[NOTE], class, tag, f);
}

bool rate_note_day(struct db *db, const char *class, const unsigned char tag[RATE_TAG], struct fail *f)
{
    return note(db, &statements[NOTE_DAY], class, tag, f);
}

bool rate_seen(struct db *db, const char *class, const unsigned char tag[RATE_TAG], int64_t seconds, struct rate_seen *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "rate");
    struct db_rows *rows = db_rows(db, m, &statements[SEEN], f, db_text(class), db_bytes(tag, RATE_TAG), db_int(seconds));
    bool ok = rows && db_next(rows, f);
    if (ok)
        *out = (struct rate_seen){ db_get_int(rows, 0), db_get_instant(rows, 1), db_get_instant(rows, 2) };
    mem_free(&m);
    return ok;
}

bool rate_nth(struct db *db, const char *class, const unsigned char tag[RATE_TAG], int64_t seconds, int64_t n, instant *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "rate");
    struct db_rows *rows = db_rows(db, m, &statements[NTH], f, db_text(class), db_bytes(tag, RATE_TAG), db_int(seconds), db_int(n - 1));
    *out = rows && db_next(rows, f) ? db_get_instant(rows, 0) : 0;
    bool ok = rows && f->kind == FAIL_NONE;
    mem_free(&m);
    return ok;
}

bool rate_forget(struct db *db, const char *class, const unsigned char tag[RATE_TAG], struct fail *f)
{
    return db_run(db, &statements[FORGET], NULL, f, db_text(class), db_bytes(tag, RATE_TAG));
}

bool rate_sweep(struct db *db, const char *class, int64_t seconds, struct fail *f)
{
    return db_run(db, &statements[SWEEP], NULL, f, db_text(class), db_int(seconds));
}
