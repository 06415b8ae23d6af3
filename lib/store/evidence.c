/* evidence: see evidence.h. */
#include "evidence.h"

enum { OF_VERSION, OF_ANNOUNCEMENT };

/* Of what a digest told, the digest was handed over. */
#define SELECTED \
    "SELECT l.id, l.union_id, x.id, u.name, s.name, x.event, x.channel, x.state, c.name, c.rank, c.phone, c.email, d.driver, d.outcome, d.detail, " \
    "x.attempts, x.maybe_twice, l.created_at, l.signed_at, x.created_at, IF(d.outcome = 'SENT', d.ended_at, NULL), g.report, g.report_at " \
    "FROM union_letter l JOIN nominating_union u ON u.id = l.union_id LEFT JOIN union_contact s ON s.id = l.signed_by " \
    "LEFT JOIN outbox x ON x.letter_slug = l.slug LEFT JOIN union_contact c ON c.id = x.contact_id " \
    "LEFT JOIN outbox g ON g.id = COALESCE(x.digest_id, x.id) LEFT JOIN delivery d ON d.outbox_id = g.id AND d.attempt = g.attempts " \
    "WHERE (? = 0 OR l.union_id = ?) AND "
#define IN_ORDER " ORDER BY l.union_id, l.id, x.id LIMIT 20000"

static const struct db_statement statements[] = {
    [OF_VERSION] = { "evidence_of_version", SELECTED "l.version_id = ?" IN_ORDER, DB_STAFF | DB_OPERATOR },
    [OF_ANNOUNCEMENT] = { "evidence_of_announcement", SELECTED "l.announcement_id = ?" IN_ORDER, DB_STAFF | DB_OPERATOR },
};

const struct db_table evidence_table = { "evidence", statements, sizeof statements / sizeof statements[0] };

bool evidence_list(struct mem *m, struct db *db, const struct evidence_of *of, struct evidence_row **out, size_t *count, instant *now,
                   struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    if (!db_now(db, now, f))
        return false;
    struct db_rows *rows = db_rows(db, m, &statements[of->version_id ? OF_VERSION : OF_ANNOUNCEMENT], f,
                                   db_int(of->union_id), db_int(of->union_id), db_int(of->version_id ? of->version_id : of->announcement_id));
    while (rows && db_next(rows, f)) {
        if (*count % 100 == 0)
            *out = mem_resize(m, *out, *count * sizeof **out, (*count + 100) * sizeof **out);
        (*out)[(*count)++] = (struct evidence_row){
            .letter_id = db_get_int(rows, 0), .union_id = db_get_int(rows, 1), .message_id = db_get_int(rows, 2),
            .union_name = db_get_text(rows, 3), .signed_by = db_get_text(rows, 4), .event = db_get_text(rows, 5),
            .channel = db_get_text(rows, 6), .state = db_get_text(rows, 7), .contact = db_get_text(rows, 8), .rank = db_get_text(rows, 9),
            .phone = db_get_text(rows, 10), .email = db_get_text(rows, 11), .driver = db_get_text(rows, 12),
            .outcome = db_get_text(rows, 13), .detail = db_get_text(rows, 14), .attempts = db_get_int(rows, 15),
            .maybe_twice = db_get_int(rows, 16) != 0, .letter_at = db_get_instant(rows, 17), .signed_at = db_get_instant(rows, 18),
            .made_at = db_get_instant(rows, 19), .handed_at = db_get_instant(rows, 20),
            .report = db_get_text(rows, 21), .report_at = db_get_instant(rows, 22) };
    }
    return rows && f->kind == FAIL_NONE;
}
