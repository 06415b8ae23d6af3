/* announced: reading statements of the public pages of final lists. */
#include "announced.h"

#define ROWS_MAX 200
#define PEOPLE_MAX 2000

enum { LIST, READ, PEOPLE };

#define NEWEST \
    "SELECT a.id, a.round_id, a.slug, a.round_title, a.withdrawn, a.title, a.doc_number, a.body, a.signed_by, a.signed_day, a.reason, " \
    "a.published_at FROM shown_announcement a WHERE a.id = (SELECT MAX(b.id) FROM shown_announcement b WHERE b.round_id = a.round_id) "

static const struct db_statement statements[] = {
    [LIST] = { "announced_list", NEWEST "ORDER BY a.published_at DESC", DB_PUBLIC },
    [READ] = { "announced_read", NEWEST "AND a.slug = ?", DB_PUBLIC },
    [PEOPLE] = { "announced_people",
        "SELECT e.nomination, e.seq, e.name, e.employer, e.post, e.union_name, e.revoked_at, e.revoked_why, e.revoked_paper "
        "FROM shown_announcement_entry e WHERE e.announcement_id = ? ORDER BY e.nomination, e.seq", DB_PUBLIC },
};

const struct db_table announced_table = { "announced", statements, sizeof statements / sizeof statements[0] };

static struct announced one_of(const struct db_rows *rows)
{
    return (struct announced){
        .id = db_get_int(rows, 0), .round_id = db_get_int(rows, 1), .slug = db_get_text(rows, 2), .round_title = db_get_text(rows, 3),
        .withdrawn = db_get_int(rows, 4) != 0, .title = db_get_text(rows, 5), .doc_number = db_get_text(rows, 6), .body = db_get_text(rows, 7),
        .signed_by = db_get_text(rows, 8), .signed_day = db_is_null(rows, 9) ? 0 : db_get_day(rows, 9), .reason = db_get_text(rows, 10),
        .published_at = db_get_instant(rows, 11) };
}

bool announced_list(struct db *db, struct mem *m, struct announced **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f);
    *out = mem_array(m, ROWS_MAX, sizeof **out);
    *count = 0;
    while (rows && *count < ROWS_MAX && db_next(rows, f))
        (*out)[(*count)++] = one_of(rows);
    return rows && f->kind == FAIL_NONE;
}

bool announced_read(struct db *db, struct mem *m, const char *round_slug, struct announced *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[READ], f, db_text(round_slug));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such announcement") : false;
    *out = one_of(rows);
    return true;
}

bool announced_people(struct db *db, struct mem *m, int64_t id, struct announced_person **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[PEOPLE], f, db_int(id));
    *out = mem_array(m, PEOPLE_MAX, sizeof **out);
    *count = 0;
    while (rows && *count < PEOPLE_MAX && db_next(rows, f))
        (*out)[(*count)++] = (struct announced_person){
            .nomination = db_get_int(rows, 0) != 0, .seq = (int)db_get_int(rows, 1), .name = db_get_text(rows, 2),
            .employer = db_get_text(rows, 3), .post = db_get_text(rows, 4), .union_name = db_get_text(rows, 5),
            .revoked_at = db_get_instant(rows, 6), .revoked_why = db_get_text(rows, 7), .revoked_paper = db_get_text(rows, 8) };
    return rows && f->kind == FAIL_NONE;
}
