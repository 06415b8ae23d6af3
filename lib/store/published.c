/* published: reading statements of the public pages. */
#include "published.h"

enum { LIST, NEWEST, ONE, VERSIONS_OF, PERIODS, ENTRIES, PEOPLE, ENTRY, STAMP, GROUPS, PIECE /* two of each order */ };

#define READERS (DB_PUBLIC | DB_STAFF | DB_UNION)
#define NEWEST_OF "(SELECT MAX(w.version) FROM shown_version w WHERE w.notice_id = v.notice_id)"
#define VERSIONS \
    "SELECT v.notice_id, v.version_id, v.slug, v.round_title, v.version, " NEWEST_OF ", v.withdrawn, v.title, v.doc_number, v.body, " \
    "v.order_note, v.handling_office, v.handling_phone, v.handling_email, v.handling_address, v.handling_hours, v.supervision_office, " \
    "v.supervision_phone, v.signed_by, v.signed_day, v.reason, v.published_at, v.round_id, v.corrected_why FROM shown_version v "
#define PERIOD "e.period_version, e.open_day, e.close_day, e.opens_at, e.closes_at, e.period_rule, e.printed_at"
#define ENTRY_COLUMNS \
    "SELECT e.candidate_id, e.slug, e.award = 'NOMINATION', e.seq, e.name, e.employer, e.post, e.union_name, e.field, " PERIOD ", "
#define WORDS "e.words LIKE ? AND e.words LIKE ? AND e.words LIKE ? "
#define PIECE_OF(column, is, way) \
    ENTRY_COLUMNS "NULL, e." column ENTRY_TABLE "WHERE e.version_id = ? AND e." column " " is " ? AND (? = 0 OR e.union_id = ?) " \
    "AND (? = '' OR e.field = ?) AND (? = '' OR e.award = ?) AND " WORDS "ORDER BY e." column " " way " LIMIT ?"
#define ENTRY_TABLE " FROM shown_entry e "

static const struct db_statement statements[] = {
    [LIST] = { "published_list", VERSIONS "WHERE v.version = " NEWEST_OF " ORDER BY v.published_at DESC, v.version_id DESC", READERS },
    [NEWEST] = { "published_newest", VERSIONS "WHERE v.slug = ? AND v.version = " NEWEST_OF, READERS },
    [ONE] = { "published_one", VERSIONS "WHERE v.slug = ? AND v.version = ?", READERS },
    [VERSIONS_OF] = { "published_versions", VERSIONS "WHERE v.slug = ? ORDER BY v.version DESC", READERS },
    [PERIODS] = { "published_periods",
        "SELECT " PERIOD ", COUNT(*) FROM shown_entry e WHERE e.version_id = ? GROUP BY " PERIOD " ORDER BY e.period_version", READERS },
    [ENTRIES] = { "published_entries",
        ENTRY_COLUMNS "NULL, e.place" ENTRY_TABLE "WHERE e.version_id = ? ORDER BY e.award, e.seq, e.id", READERS },
    [PEOPLE] = { "published_people",
        ENTRY_COLUMNS "e.deeds, e.place" ENTRY_TABLE "WHERE e.version_id = ? ORDER BY e.award, e.seq, e.id", READERS },
    [ENTRY] = { "published_entry", ENTRY_COLUMNS "e.deeds, e.place" ENTRY_TABLE "WHERE e.version_id = ? AND e.slug = ?", READERS },
    [STAMP] = { "published_stamp", "SELECT CAST(SUM(version) AS SIGNED), UTC_TIMESTAMP(6) FROM public_version", READERS },
    [GROUPS] = { "published_groups",
        "SELECT e.award = 'NOMINATION', e.union_id, e.union_name, e.field, COUNT(*)" ENTRY_TABLE "WHERE e.version_id = ? AND " WORDS
        "GROUP BY e.award, e.union_id, e.union_name, e.field", READERS },
    [PIECE] = { "published_piece", PIECE_OF("place", ">", "ASC"), READERS },
    { "published_piece_back", PIECE_OF("place", "<", "DESC"), READERS },
    { "published_piece_strokes", PIECE_OF("by_strokes", ">", "ASC"), READERS },
    { "published_piece_strokes_back", PIECE_OF("by_strokes", "<", "DESC"), READERS },
    { "published_piece_pinyin", PIECE_OF("by_pinyin", ">", "ASC"), READERS },
    { "published_piece_pinyin_back", PIECE_OF("by_pinyin", "<", "DESC"), READERS },
};

const struct db_table published_table = { "published", statements, sizeof statements / sizeof statements[0] };

static void version_from(const struct db_rows *rows, struct published *out)
{
    *out = (struct published){
        .notice_id = db_get_int(rows, 0), .version_id = db_get_int(rows, 1),
        .slug = db_get_text(rows, 2), .round_title = db_get_text(rows, 3),
        .version = (int)db_get_int(rows, 4), .newest = (int)db_get_int(rows, 5),
        .withdrawn = db_get_int(rows, 6) != 0,
        .title = db_get_text(rows, 7), .doc_number = db_get_text(rows, 8),
        .body = db_get_text(rows, 9), .order_note = db_get_text(rows, 10),
        .handling_office = db_get_text(rows, 11), .handling_phone = db_get_text(rows, 12),
        .handling_email = db_get_text(rows, 13), .handling_address = db_get_text(rows, 14), .handling_hours = db_get_text(rows, 15),
        .supervision_office = db_get_text(rows, 16), .supervision_phone = db_get_text(rows, 17),
        .signed_by = db_get_text(rows, 18), .signed_day = db_is_null(rows, 19) ? 0 : db_get_day(rows, 19),
        .reason = db_get_text(rows, 20), .published_at = db_get_instant(rows, 21), .round_id = db_get_int(rows, 22),
        .corrected_why = db_get_text(rows, 23),
    };
}

/* The columns PERIOD from number `at` on. */
static struct published_period period_from(const struct db_rows *rows, unsigned at)
{
    return (struct published_period){ .version = (int)db_get_int(rows, at), .open_day = db_get_day(rows, at + 1),
                                      .close_day = db_get_day(rows, at + 2), .opens_at = db_get_instant(rows, at + 3),
                                      .closes_at = db_get_instant(rows, at + 4), .rule = db_get_text(rows, at + 5),
                                      .printed_at = db_get_instant(rows, at + 6) };
}

static void entry_from(const struct db_rows *rows, struct published_entry *out)
{
    *out = (struct published_entry){
        .candidate_id = db_get_int(rows, 0), .slug = db_get_text(rows, 1),
        .nomination = db_get_int(rows, 2) != 0, .seq = (int)db_get_int(rows, 3),
        .name = db_get_text(rows, 4), .employer = db_get_text(rows, 5), .post = db_get_text(rows, 6),
        .union_name = db_get_text(rows, 7), .field = db_get_text(rows, 8), .period = period_from(rows, 9),
        .deeds = db_get_text(rows, 16), .place = (int)db_get_int(rows, 17),
    };
}

/* Room for one more item: doubles from 64. */
static void *more(struct mem *m, void *items, size_t count, size_t size)
{
    if (count < 64 ? count != 0 : (count & (count - 1)) != 0)
        return items;
    size_t room = count < 64 ? 64 : count * 2;
    return mem_resize(m, items, count * size, room * size);
}

static bool put_periods(struct db *db, struct mem *m, struct published *p, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[PERIODS], f, db_int(p->version_id));
    while (rows && db_next(rows, f)) {
        p->periods = more(m, p->periods, p->period_count, sizeof *p->periods);
        struct published_period *one = &p->periods[p->period_count++];
        *one = period_from(rows, 0);
        one->people = db_get_int(rows, 7);
    }
    return rows && f->kind == FAIL_NONE &&
           (p->period_count > 0 || fail_set(f, FAIL_INTERNAL, "internal", "version %lld has no people", (long long)p->version_id));
}

static bool versions_from(struct db *db, struct db_rows *rows, struct mem *m, struct published **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    while (rows && db_next(rows, f)) {
        *out = more(m, *out, *count, sizeof **out);
        version_from(rows, &(*out)[(*count)++]);
    }
    for (size_t i = 0; rows && f->kind == FAIL_NONE && i < *count; i++)
        put_periods(db, m, &(*out)[i], f);
    return rows && f->kind == FAIL_NONE;
}

bool published_list(struct db *db, struct mem *m, struct published **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return versions_from(db, db_rows(db, m, &statements[LIST], f), m, out, count, f);
}

bool published_versions(struct db *db, struct mem *m, const char *slug, struct published **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return versions_from(db, db_rows(db, m, &statements[VERSIONS_OF], f, db_text(slug)), m, out, count, f) &&
           (*count > 0 || fail_set(f, FAIL_MISSING, "not_found", "no such notice"));
}

bool published_read(struct db *db, struct mem *m, const char *slug, int version, struct published *out, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = version ? db_rows(db, m, &statements[ONE], f, db_text(slug), db_int(version))
                                   : db_rows(db, m, &statements[NEWEST], f, db_text(slug));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such notice or version") : false;
    version_from(rows, out);
    return put_periods(db, m, out, f);
}

static bool entries_from(struct db_rows *rows, struct mem *m, struct published_entry **out, size_t *count, struct fail *f)
{
    *out = NULL;
    *count = 0;
    while (rows && db_next(rows, f)) {
        *out = more(m, *out, *count, sizeof **out);
        entry_from(rows, &(*out)[(*count)++]);
    }
    return rows && f->kind == FAIL_NONE;
}

bool published_entries(struct db *db, struct mem *m, int64_t version_id, struct published_entry **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return entries_from(db_rows(db, m, &statements[ENTRIES], f, db_int(version_id)), m, out, count, f);
}

bool published_people(struct db *db, struct mem *m, int64_t version_id, struct published_entry **out, size_t *count, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    return entries_from(db_rows(db, m, &statements[PEOPLE], f, db_int(version_id)), m, out, count, f);
}

/* A pattern that is not asked for fits everybody. */
static struct db_value word(const struct published_ask *ask, size_t i)
{
    return db_text(ask->words[i] != NULL ? ask->words[i] : "%");
}

static void turn_round(struct published_entry *all, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct published_entry one = all[i];
        all[i] = all[count - 1 - i];
        all[count - 1 - i] = one;
    }
}

bool published_piece(struct db *db, struct mem *m, const struct published_ask *ask, struct published_entry **out, size_t *count,
                     struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    const struct db_statement *st = &statements[PIECE + 2 * (int)ask->order + ask->backward];
    struct db_rows *rows = db_rows(db, m, st, f, db_int(ask->version_id), db_int(ask->from), db_int(ask->union_id), db_int(ask->union_id),
                                   db_text(ask->field), db_text(ask->field), db_text(ask->award), db_text(ask->award), word(ask, 0),
                                   word(ask, 1), word(ask, 2), db_int(ask->limit));
    if (!entries_from(rows, m, out, count, f))
        return false;
    if (ask->backward)
        turn_round(*out, *count);
    return true;
}

bool published_groups(struct db *db, struct mem *m, const struct published_ask *ask, struct published_group **out, size_t *count,
                      struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = NULL;
    *count = 0;
    struct db_rows *rows = db_rows(db, m, &statements[GROUPS], f, db_int(ask->version_id), word(ask, 0), word(ask, 1), word(ask, 2));
    while (rows && db_next(rows, f)) {
        *out = more(m, *out, *count, sizeof **out);
        (*out)[(*count)++] = (struct published_group){ .nomination = db_get_int(rows, 0) != 0, .union_id = db_get_int(rows, 1),
            .union_name = db_get_text(rows, 2), .field = db_get_text(rows, 3), .people = db_get_int(rows, 4) };
    }
    return rows && f->kind == FAIL_NONE;
}

bool published_entry_read(struct db *db, struct mem *m, int64_t version_id, const char *candidate, struct published_entry *out,
                          struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct db_rows *rows = db_rows(db, m, &statements[ENTRY], f, db_int(version_id), db_text(candidate));
    if (!rows)
        return false;
    if (!db_next(rows, f))
        return f->kind == FAIL_NONE ? fail_set(f, FAIL_MISSING, "not_found", "no such candidate in this version") : false;
    entry_from(rows, out);
    return true;
}

bool published_stamp(struct db *db, int64_t *version, instant *now, struct fail *f)
{
    *f = (struct fail){ .kind = FAIL_NONE };
    struct mem *m = mem_new(NULL, "stamp");
    struct db_rows *rows = db_rows(db, m, &statements[STAMP], f);
    bool ok = rows && db_next(rows, f);
    if (ok) {
        *version = db_get_int(rows, 0);
        *now = db_get_instant(rows, 1);
    } else if (rows && f->kind == FAIL_NONE) {
        fail_set(f, FAIL_INTERNAL, "internal", "public_version is empty");
    }
    mem_free(&m);
    return ok;
}
