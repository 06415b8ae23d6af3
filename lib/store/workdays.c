/* workdays: reads calendar_year and calendar_day. */
#include "workdays.h"

enum { YEARS, DAYS, REVISION, REVISION_ADD, DAY_ADD };

static const struct db_statement statements[] = {
    [YEARS] = { "workdays_years", "SELECT DISTINCT year FROM calendar_year ORDER BY year DESC",
        DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR },
    [DAYS] = { "workdays_days",
        "SELECT d.day, d.off, d.name FROM calendar_day d JOIN (SELECT year, MAX(revision) AS revision FROM calendar_year GROUP BY year) y "
        "ON y.year = d.year AND y.revision = d.revision ORDER BY d.day",
        DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR },
    [REVISION] = { "workdays_revision", "SELECT COALESCE(MAX(revision), 0) FROM calendar_year WHERE year = ? FOR UPDATE", DB_OPERATOR },
    [REVISION_ADD] = { "workdays_revision_add",
        "INSERT INTO calendar_year (year, revision, paper, loaded_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))", DB_OPERATOR },
    [DAY_ADD] = { "workdays_day_add", "INSERT INTO calendar_day (day, year, revision, off, name) VALUES (?, ?, ?, ?, ?)", DB_OPERATOR },
};

const struct db_table workdays_table = { "workdays", statements, sizeof statements / sizeof statements[0] };

static bool load_years(struct mem *m, struct db *db, struct calendar *c, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[YEARS], f);
    int64_t first = 0, last = 0;
    if (!rows)
        return false;
    while (db_next(rows, f)) {
        int64_t year = db_get_int(rows, 0);
        if (last == 0)
            last = year;
        else if (year != first - 1)
            break;
        first = year;
    }
    *c = (struct calendar){ .first = 0, .last = -1 };
    if (last != 0 && (!clock_day_from_ymd((int)first, 1, 1, &c->first) || !clock_day_from_ymd((int)last, 12, 31, &c->last)))
        return fail_set(f, FAIL_INTERNAL, "internal", "calendar years %lld to %lld", (long long)first, (long long)last);
    return f->kind == FAIL_NONE;
}

bool workdays_load(struct mem *m, struct db *db, struct workdays *out, struct fail *f)
{
    *out = (struct workdays){ .names = NULL };
    if (!load_years(m, db, &out->calendar, f))
        return false;
    struct db_rows *rows = db_rows(db, m, &statements[DAYS], f);
    if (!rows)
        return false;
    struct calendar_exception *days = NULL;
    size_t n = 0, room = 0;
    while (db_next(rows, f)) {
        if (n == room) {
            size_t more = room + 128;
            days = mem_resize(m, days, room * sizeof *days, more * sizeof *days);
            out->names = mem_resize(m, out->names, room * sizeof *out->names, more * sizeof *out->names);
            room = more;
        }
        days[n] = (struct calendar_exception){ db_get_day(rows, 0), db_get_int(rows, 1) != 0 };
        out->names[n++] = db_get_text(rows, 2);
    }
    out->calendar.days = days;
    out->calendar.count = n;
    return f->kind == FAIL_NONE;
}

const char *workdays_name(const struct workdays *w, day d)
{
    for (size_t i = 0; i < w->calendar.count; i++)
        if (w->calendar.days[i].day == d)
            return w->names[i];
    return NULL;
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

bool workdays_revision_add(struct db *db, int year, int revision, const char *paper, struct fail *f)
{
    return db_run(db, &statements[REVISION_ADD], NULL, f, db_int(year), db_int(revision), db_text(paper));
}

bool workdays_day_add(struct db *db, int year, int revision, const struct calendar_exception *one, const char *name, struct fail *f)
{
    return db_run(db, &statements[DAY_ADD], NULL, f, db_day(one->day), db_int(year), db_int(revision), db_int(one->off), db_text(name));
}
