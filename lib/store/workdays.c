/* workdays: reads calendar_year and calendar_day. */
#include "workdays.h"

enum { YEARS, DAYS, REVISION, REVISION_ADD, DAY_ADD };

#define EVERYBODY (DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR)
#define NEWEST "(SELECT year, MAX(revision) AS revision FROM calendar_year WHERE loaded_at <= ? GROUP BY year) n "

static const struct db_statement statements[] = {
    [YEARS] = { "workdays_years",
        "SELECT y.year, y.revision, y.paper, y.number FROM calendar_year y JOIN " NEWEST
        "ON n.year = y.year AND n.revision = y.revision ORDER BY y.year", EVERYBODY },
    [DAYS] = { "workdays_days",
        "SELECT d.day, d.off, d.year, d.name FROM calendar_day d JOIN " NEWEST
        "ON n.year = d.year AND n.revision = d.revision ORDER BY d.day, d.year", EVERYBODY },
    [REVISION] = { "workdays_revision", "SELECT COALESCE(MAX(revision), 0) FROM calendar_year WHERE year = ? FOR UPDATE", DB_OPERATOR },
    [REVISION_ADD] = { "workdays_revision_add",
        "INSERT INTO calendar_year (year, revision, paper, number, loaded_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))", DB_OPERATOR },
    [DAY_ADD] = { "workdays_day_add", "INSERT INTO calendar_day (day, year, revision, off, name) VALUES (?, ?, ?, ?, ?)", DB_OPERATOR },
};

const struct db_table workdays_table = { "workdays", statements, sizeof statements / sizeof statements[0] };

/* Room for one more of `count`: grows by 64. */
static void *more(struct mem *m, void *items, size_t count, size_t size)
{
    return count % 64 == 0 ? mem_resize(m, items, count * size, (count + 64) * size) : items;
}

/* What stands before a gap between two years is of no use. */
static bool load_years(struct mem *m, struct db *db, instant at, struct calendar *c, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[YEARS], f, db_instant(at));
    struct calendar_plan *plans = NULL;
    size_t n = 0;
    if (!rows)
        return false;
    while (db_next(rows, f)) {
        int year = (int)db_get_int(rows, 0);
        if (n > 0 && plans[n - 1].year != year - 1)
            n = 0;
        plans = more(m, plans, n, sizeof *plans);
        plans[n++] = (struct calendar_plan){ year, (int)db_get_int(rows, 1), db_get_text(rows, 2), db_get_text(rows, 3) };
    }
    *c = (struct calendar){ .first = 0, .last = -1, .plans = plans, .plan_count = n };
    if (n > 0 && (!clock_day_from_ymd(plans[0].year, 1, 1, &c->first) || !clock_day_from_ymd(plans[n - 1].year, 12, 31, &c->last)))
        return fail_set(f, FAIL_INTERNAL, "internal", "calendar years %d to %d", plans[0].year, plans[n - 1].year);
    return f->kind == FAIL_NONE;
}

bool workdays_load_at(struct mem *m, struct db *db, instant at, struct workdays *out, struct fail *f)
{
    struct calendar *c = &out->calendar;
    if (!load_years(m, db, at, c, f))
        return false;
    struct db_rows *rows = db_rows(db, m, &statements[DAYS], f, db_instant(at));
    struct calendar_exception *days = NULL;
    size_t n = 0;
    if (!rows)
        return false;
    while (db_next(rows, f)) {
        struct calendar_exception one = { db_get_day(rows, 0), db_get_int(rows, 1) != 0, (int)db_get_int(rows, 2), db_get_text(rows, 3) };
        if (n > 0 && days[n - 1].day == one.day) { /* two plans speak of it: the later one holds */
            days[n - 1] = one;
            continue;
        }
        days = more(m, days, n, sizeof *days);
        days[n++] = one;
    }
    c->days = days;
    c->count = n;
    return f->kind == FAIL_NONE;
}

bool workdays_load(struct mem *m, struct db *db, struct workdays *out, struct fail *f)
{
    static const struct civil END = { .year = 9999, .month = 12, .mday = 31 };
    return workdays_load_at(m, db, clock_from_beijing(&END), out, f);
}

bool workdays_revision(struct db *db, int year, int *revision, struct fail *f)
{
    struct mem *m = mem_new(NULL, "calendar revision");
    struct db_rows *rows = db_rows(db, m, &statements[REVISION], f, db_int(year));
    bool ok = rows && db_next(rows, f);
    *revision = ok ? (int)db_get_int(rows, 0) : 0;
    mem_free(&m);
    return ok;
}

bool workdays_revision_add(struct db *db, int year, int revision, const char *paper, const char *number, struct fail *f)
{
    return db_run(db, &statements[REVISION_ADD], NULL, f, db_int(year), db_int(revision), db_text(paper), db_text(number));
}

bool workdays_day_add(struct db *db, int revision, const struct calendar_exception *one, struct fail *f)
{
    return db_run(db, &statements[DAY_ADD], NULL, f, db_day(one->day), db_int(one->year), db_int(revision), db_int(one->off),
                  db_text(one->name));
}
