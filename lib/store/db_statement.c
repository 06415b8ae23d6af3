/* db_statement: prepared statements, their values and their rows. */
#include <string.h>

#include "db_private.h"
#include "log.h"

struct db_value db_null(void) { return (struct db_value){ .kind = DB_NULL }; }
struct db_value db_int(int64_t v) { return (struct db_value){ .kind = DB_INT, .number = v }; }
struct db_value db_instant(instant v) { return (struct db_value){ .kind = DB_INSTANT, .number = v }; }
struct db_value db_day(day v) { return (struct db_value){ .kind = DB_DAY, .number = v }; }
struct db_value db_id(int64_t v) { return v == 0 ? db_null() : db_int(v); }

struct db_value db_text(const char *v)
{
    return v == NULL ? db_null() : (struct db_value){ .kind = DB_TEXT, .bytes = v, .len = strlen(v) };
}

struct db_value db_bytes(const void *v, size_t n)
{
    return v == NULL ? db_null() : (struct db_value){ .kind = DB_BYTES, .bytes = v, .len = n };
}

/* Notes the error; a connection that is no use is dropped at once, so that the next unit begins with a new one. */
static bool failed(struct db *db, const struct db_statement *st, unsigned error, struct fail *f)
{
    db->error = error;
    if (db_is_lost(error)) {
        db_drop(db);
        return fail_set(f, FAIL_UNAVAILABLE, "database_away", "%s: error %u", st->name, error);
    }
    return fail_set(f, db_is_retry(error) ? FAIL_UNAVAILABLE : FAIL_INTERNAL, db_is_retry(error) ? "database_busy" : "internal",
                    "%s: error %u", st->name, error);
}

static MYSQL_STMT *prepared(struct db *db, const struct db_statement *st, struct fail *f)
{
    for (struct db_prepared *p = db->prepared; p != NULL; p = p->next)
        if (p->statement == st)
            return p->stmt;
    MYSQL_STMT *stmt = mysql_stmt_init(db->mysql);
    if (stmt == NULL || mysql_stmt_prepare(stmt, st->sql, strlen(st->sql)) != 0) {
        unsigned error = stmt != NULL ? mysql_stmt_errno(stmt) : 2006;
        if (stmt != NULL)
            mysql_stmt_close(stmt);
        failed(db, st, error, f);
        return NULL;
    }
    struct mem *m = mem_new(NULL, "prepared");
    struct db_prepared *p = mem_alloc(m, sizeof *p);
    *p = (struct db_prepared){ st, stmt, m, db->prepared };
    db->prepared = p;
    return stmt;
}

struct bound { MYSQL_BIND bind; MYSQL_TIME time; long long number; unsigned long len; };

static MYSQL_TIME time_of(const struct db_value *v)
{
    if (v->kind == DB_DAY) {
        struct civil c = clock_day_civil((day)v->number);
        return (MYSQL_TIME){ .year = (unsigned)c.year, .month = (unsigned)c.month, .day = (unsigned)c.mday,
                             .time_type = MYSQL_TIMESTAMP_DATE };
    }
    /* clock_beijing is UTC+8: eight hours earlier it gives the fields of UTC. */
    struct civil c = clock_beijing(v->number - 8 * CLOCK_HOUR);
    return (MYSQL_TIME){ .year = (unsigned)c.year, .month = (unsigned)c.month, .day = (unsigned)c.mday, .hour = (unsigned)c.hour,
                         .minute = (unsigned)c.minute, .second = (unsigned)c.second, .second_part = (unsigned long)c.micro,
                         .time_type = MYSQL_TIMESTAMP_DATETIME };
}

static void bind_value(struct bound *b, const struct db_value *v)
{
    static const enum enum_field_types TYPES[] = { [DB_NULL] = MYSQL_TYPE_NULL, [DB_INT] = MYSQL_TYPE_LONGLONG,
        [DB_TEXT] = MYSQL_TYPE_STRING, [DB_BYTES] = MYSQL_TYPE_BLOB, [DB_INSTANT] = MYSQL_TYPE_DATETIME,
        [DB_DAY] = MYSQL_TYPE_DATE };
    b->bind.buffer_type = TYPES[v->kind];
    if (v->kind == DB_INT) {
        b->number = v->number;
        b->bind.buffer = &b->number;
    } else if (v->kind == DB_INSTANT || v->kind == DB_DAY) {
        b->time = time_of(v);
        b->bind.buffer = &b->time;
        b->bind.buffer_length = sizeof b->time;
    } else if (v->kind != DB_NULL) {
        b->len = v->len;
        b->bind.buffer = (void *)v->bytes;
        b->bind.buffer_length = v->len;
        b->bind.length = &b->len;
    }
}

/* Prepared, bound and executed; NULL with `f`. */
static MYSQL_STMT *execute_once(struct db *db, const struct db_statement *st, struct fail *f, const struct db_value *values,
                                size_t count)
{
    if (!db_ready(db, f))
        return NULL;
    MYSQL_STMT *stmt = prepared(db, st, f);
    if (stmt == NULL)
        return NULL;
    if (mysql_stmt_param_count(stmt) != count)
        log_die("statement %s wants %lu values, got %zu", st->name, mysql_stmt_param_count(stmt), count);
    struct mem *m = mem_new(NULL, "bind");
    struct bound *bound = mem_array(m, count + 1, sizeof *bound);
    MYSQL_BIND *binds = mem_array(m, count + 1, sizeof *binds);
    for (size_t i = 0; i < count; i++) {
        bind_value(&bound[i], &values[i]);
        binds[i] = bound[i].bind;
    }
    bool ok = (count == 0 || mysql_stmt_bind_param(stmt, binds) == 0) && mysql_stmt_execute(stmt) == 0;
    unsigned error = ok ? 0 : mysql_stmt_errno(stmt);
    mem_free(&m);
    if (ok) {
        db->error = 0;
        return stmt;
    }
    failed(db, st, error, f);
    return NULL;
}

static MYSQL_STMT *execute(struct db *db, const struct db_statement *st, struct fail *f, const struct db_value *values, size_t count)
{
    if (db->in_transaction && db->mysql == NULL) {
        fail_set(f, FAIL_UNAVAILABLE, "database_away", "%s: the connection was lost in a transaction", st->name);
        return NULL;
    }
    bool was_open = db->mysql != NULL;
    MYSQL_STMT *stmt = execute_once(db, st, f, values, count);
    /* A connection that had died while idle (the server refuses before it works) is made anew, once; a loss in the middle is not. */
    if (stmt == NULL && was_open && !db->in_transaction && (db->error == 2006 || db->error == 1927)) {
        *f = (struct fail){ 0 };
        stmt = execute_once(db, st, f, values, count);
    }
    return stmt;
}

bool db_run_values(struct db *db, const struct db_statement *st, uint64_t *changed, struct fail *f,
                   const struct db_value *values, size_t count)
{
    MYSQL_STMT *stmt = execute(db, st, f, values + 1, count - 1);
    if (stmt == NULL)
        return false;
    if (changed != NULL)
        *changed = mysql_stmt_affected_rows(stmt);
    return true;
}

int64_t db_insert_id(const struct db *db)
{
    return (int64_t)mysql_insert_id(db->mysql);
}

struct cell { struct db_blob bytes; bool null; };

struct db_rows {
    struct mem *m;
    const struct db_statement *st;
    unsigned columns;
    size_t count, at;
    struct cell *cells; /* all rows, read at once */
};

static bool fetch_cell(MYSQL_STMT *stmt, struct mem *m, unsigned column, struct cell *out)
{
    unsigned long len = 0;
    my_bool null = 0;
    MYSQL_BIND b = { .buffer_type = MYSQL_TYPE_STRING, .length = &len, .is_null = &null };
    if (mysql_stmt_fetch_column(stmt, &b, column, 0) != 0)
        return false;
    out->null = null != 0;
    if (out->null)
        return true;
    out->bytes.data = mem_alloc(m, len + 1);
    out->bytes.len = len;
    b.buffer = out->bytes.data;
    b.buffer_length = len;
    return len == 0 || mysql_stmt_fetch_column(stmt, &b, column, 0) == 0;
}

static bool fetch_all(struct db *db, MYSQL_STMT *stmt, struct db_rows *r, struct fail *f)
{
    enum { STEP = 32 };
    int rc;
    if (mysql_stmt_store_result(stmt) != 0)
        return failed(db, r->st, mysql_stmt_errno(stmt), f);
    while ((rc = mysql_stmt_fetch(stmt)) == 0 || rc == MYSQL_DATA_TRUNCATED) {
        if (r->count % STEP == 0)
            r->cells = mem_resize(r->m, r->cells, r->count * r->columns * sizeof *r->cells,
                                  (r->count + STEP) * r->columns * sizeof *r->cells);
        for (unsigned c = 0; c < r->columns; c++) {
            struct cell *cell = &r->cells[r->count * r->columns + c];
            *cell = (struct cell){ 0 };
            if (!fetch_cell(stmt, r->m, c, cell))
                return failed(db, r->st, mysql_stmt_errno(stmt), f);
        }
        r->count++;
    }
    return rc == MYSQL_NO_DATA || failed(db, r->st, mysql_stmt_errno(stmt), f);
}

/* A procedure's rows are followed by its own result, which must be taken off the line. */
static bool end_call(struct db *db, MYSQL_STMT *stmt, const struct db_statement *st, struct fail *f)
{
    int more;
    while ((more = mysql_stmt_next_result(stmt)) == 0)
        mysql_stmt_free_result(stmt);
    return more < 0 || failed(db, st, mysql_stmt_errno(stmt), f);
}

struct db_rows *db_rows_values(struct db *db, struct mem *m, const struct db_statement *st, struct fail *f,
                               const struct db_value *values, size_t count)
{
    MYSQL_STMT *stmt = execute(db, st, f, values + 1, count - 1);
    if (stmt == NULL)
        return NULL;
    struct db_rows *r = mem_alloc(m, sizeof *r);
    *r = (struct db_rows){ .m = m, .st = st, .columns = mysql_stmt_field_count(stmt) };
    bool ok = fetch_all(db, stmt, r, f);
    if (db->mysql != NULL)
        mysql_stmt_free_result(stmt);
    return ok && end_call(db, stmt, st, f) ? r : NULL;
}

bool db_next(struct db_rows *rows, struct fail *f)
{
    (void)f;
    if (rows->at == rows->count)
        return false;
    rows->at++;
    return true;
}

static const struct cell *cell_at(const struct db_rows *r, unsigned column)
{
    if (r->at == 0 || column >= r->columns)
        log_die("statement %s: column %u of %u read outside a row", r->st->name, column, r->columns);
    return &r->cells[(r->at - 1) * r->columns + column];
}

bool db_is_null(const struct db_rows *rows, unsigned column) { return cell_at(rows, column)->null; }

char *db_get_text(const struct db_rows *rows, unsigned column)
{
    return (char *)cell_at(rows, column)->bytes.data;
}

struct db_blob db_get_bytes(const struct db_rows *rows, unsigned column) { return cell_at(rows, column)->bytes; }

int64_t db_get_int(const struct db_rows *rows, unsigned column)
{
    const struct cell *c = cell_at(rows, column);
    int64_t v = 0;
    bool minus = c->bytes.len > 0 && c->bytes.data[0] == '-';
    for (size_t i = minus ? 1 : 0; i < c->bytes.len; i++)
        v = v * 10 + (c->bytes.data[i] - '0');
    return minus ? -v : v;
}

instant db_get_instant(const struct db_rows *rows, unsigned column)
{
    instant t = 0;
    const char *text = db_get_text(rows, column);
    if (text != NULL && !clock_from_sql(text, &t))
        log_die("column %u is no instant", column);
    return t;
}

day db_get_day(const struct db_rows *rows, unsigned column)
{
    day d = 0;
    const char *text = db_get_text(rows, column);
    if (text != NULL && !clock_day_from_text(text, &d))
        log_die("column %u is no day", column);
    return d;
}
