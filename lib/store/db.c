/* db: the connection, its account and its transactions. Statements and rows are in db_statement.c. */
#include "db_private.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <string.h>

#include "conf.h"
#include "file.h"
#include "log.h"
#include "secret.h"

enum { CONNECT_SECONDS = 3, IO_SECONDS = 20, PATIENT_SECONDS = 3600, TRIES = 5 };

static const char SESSION[] =
    "SET NAMES utf8mb4 COLLATE utf8mb4_uca1400_ai_ci, time_zone = '+00:00', "
    /* With a join buffer rows come in another order than that of their index: a piece of a list would be sorted out of the whole. */
    "join_cache_level = 0, "
    "sql_mode = '" DB_SQL_MODE "', "
    "autocommit = 1, innodb_lock_wait_timeout = 10";

static const struct { enum db_account account; const char *user; } ACCOUNTS[] = {
    { DB_PUBLIC, "gs_public" }, { DB_STAFF, "gs_staff" }, { DB_UNION, "gs_union" }, { DB_NOTIFY, "gs_notify" },
    { DB_REPORT, "gs_report" },
};

static void close_handle(void *ctx)
{
    db_drop(ctx);
}

static struct db *new_handle(struct mem *m)
{
    struct db *db = mem_alloc(m, sizeof *db);
    db->mem = m;
    mem_on_free(m, close_handle, db);
    return db;
}

const char *db_account_word(enum db_account account)
{
    for (size_t i = 0; i < sizeof ACCOUNTS / sizeof *ACCOUNTS; i++)
        if (ACCOUNTS[i].account == account)
            return ACCOUNTS[i].user;
    return conf_text("db.operator_user");
}

struct db *db_new(struct mem *m, enum db_account account)
{
    struct db *db = new_handle(m);
    db->socket = mem_text(m, conf_text("db.socket"));
    db->schema = mem_text(m, conf_text("db.name"));
    db->own_clock = conf_switch("db.secure_timestamp");
    db->user = mem_text(m, db_account_word(account));
    db->patient = account == DB_OPERATOR;
    if (account != DB_OPERATOR)
        db->password_file = file_path(m, conf_text("dir.secrets"), mem_printf(m, "%s.password", db->user));
    return db;
}

struct db *db_connect(struct mem *m, const char *socket, const char *user, const char *password, const char *schema, struct fail *f)
{
    struct db *db = new_handle(m);
    db->socket = mem_text(m, socket);
    db->user = mem_text(m, user);
    db->password = mem_text(m, password);
    db->schema = mem_text(m, schema);
    return db_ready(db, f) ? db : NULL;
}

void db_drop(struct db *db)
{
    /* Statements first: closing them after the connection would touch freed memory. */
    for (struct db_prepared *p = db->prepared, *next; p != NULL; p = next) {
        next = p->next;
        mysql_stmt_close(p->stmt);
        struct mem *own = p->mem;
        mem_free(&own);
    }
    db->prepared = NULL;
    if (db->mysql != NULL)
        mysql_close(db->mysql);
    db->mysql = NULL;
}

static bool read_password(struct db *db, struct mem *m, const char **password, struct fail *f)
{
    size_t n = 0;
    *password = db->password;
    if (db->password_file == NULL)
        return true;
    char *text = file_read(m, db->password_file, 200, &n, f);
    if (text == NULL)
        return false;
    text[strcspn(text, "\r\n")] = '\0';
    *password = text;
    return true;
}

/* What is decided by an instant is decided by the server's clock alone. */
static bool clock_is_own(struct db *db, struct fail *f)
{
    if (!db->own_clock)
        return true;
    MYSQL_RES *result = mysql_query(db->mysql, "SELECT @@GLOBAL.secure_timestamp") == 0 ? mysql_store_result(db->mysql) : NULL;
    MYSQL_ROW row = result != NULL ? mysql_fetch_row(result) : NULL;
    bool own = row != NULL && row[0] != NULL && strcmp(row[0], "YES") == 0;
    mysql_free_result(result);
    return own || fail_set(f, FAIL_UNAVAILABLE, "database_unfit",
                           "the server must be started with secure_timestamp=YES (or, for tests, the setting db.secure_timestamp be no)");
}

static bool open_connection(struct db *db, const char *password, struct fail *f)
{
    unsigned connect = CONNECT_SECONDS, io = db->patient ? PATIENT_SECONDS : IO_SECONDS;
    my_bool no = 0;
    db->mysql = mysql_init(NULL);
    if (db->mysql == NULL)
        return fail_set(f, FAIL_UNAVAILABLE, "database_away", "no handle");
    mysql_optionsv(db->mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
    mysql_optionsv(db->mysql, MYSQL_OPT_READ_TIMEOUT, &io);
    mysql_optionsv(db->mysql, MYSQL_OPT_WRITE_TIMEOUT, &io);
    mysql_optionsv(db->mysql, MYSQL_OPT_RECONNECT, &no);
    mysql_optionsv(db->mysql, MYSQL_OPT_LOCAL_INFILE, &no);
    if (mysql_real_connect(db->mysql, NULL, db->user, password, db->schema, 0, db->socket, CLIENT_FOUND_ROWS & 0) == NULL ||
        mysql_query(db->mysql, SESSION) != 0) {
        fail_set(f, FAIL_UNAVAILABLE, "database_away", "connect: error %u", mysql_errno(db->mysql));
        db_drop(db);
        return false;
    }
    if (clock_is_own(db, f))
        return true;
    db_drop(db);
    return false;
}

bool db_ready(struct db *db, struct fail *f)
{
    const char *password = NULL;
    if (db->mysql != NULL)
        return true;
    struct mem *m = mem_new_secret(NULL, "password");
    bool ok = read_password(db, m, &password, f) && open_connection(db, password, f);
    mem_free(&m);
    return ok;
}

bool db_is_lost(unsigned error)
{
    return error == CR_SERVER_GONE_ERROR || error == CR_SERVER_LOST || error == CR_COMMANDS_OUT_OF_SYNC ||
           error == ER_CONNECTION_KILLED || error == ER_SERVER_SHUTDOWN || error == ER_NORMAL_SHUTDOWN ||
           error == CR_CONNECTION_ERROR || error == CR_CONN_HOST_ERROR || error == 1047 /* Galera: not in the primary part */;
}

bool db_is_retry(unsigned error)
{
    return error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT;
}

static bool plain(struct db *db, const char *sql, const char *what, struct fail *f)
{
    if (mysql_query(db->mysql, sql) == 0)
        return true;
    db->error = mysql_errno(db->mysql);
    bool lost = db_is_lost(db->error);
    fail_set(f, lost ? FAIL_UNAVAILABLE : FAIL_INTERNAL, lost ? "database_away" : "internal", "%s: error %u", what, db->error);
    if (lost)
        db_drop(db);
    return false;
}

static bool begin(struct db *db, struct fail *f)
{
    if (!db_ready(db, f))
        return false;
    if (plain(db, "START TRANSACTION", "begin", f))
        return true;
    /* Nothing had been sent in this unit: a connection that died while idle is made anew, once. */
    if (!db_is_lost(db->error))
        return false;
    *f = (struct fail){ 0 };
    return db_ready(db, f) && plain(db, "START TRANSACTION", "begin", f);
}

static bool commit(struct db *db, struct fail *f)
{
    if (plain(db, "COMMIT", "commit", f))
        return true;
    if (f->kind == FAIL_UNAVAILABLE)
        fail_set(f, FAIL_UNCERTAIN, "database_uncertain", "the answer to COMMIT was lost: error %u", db->error);
    return false;
}

bool db_transaction(struct db *db, bool (*work)(struct db *db, void *ctx, struct fail *f), void *ctx, struct fail *f)
{
    for (int try = 1;; try++) {
        struct fail ignored = { 0 };
        *f = (struct fail){ 0 };
        db->error = 0;
        if (!begin(db, f))
            return false;
        db->in_transaction = true;
        bool ok = work(db, ctx, f);
        unsigned error = db->error;
        db->in_transaction = false;
        if (ok && db->mysql != NULL && commit(db, f))
            return true;
        if (ok)
            error = db->error;
        if (ok && db->mysql == NULL && f->kind == FAIL_NONE)
            return fail_set(f, FAIL_UNAVAILABLE, "database_away", "the connection was lost in a transaction");
        if (db->mysql != NULL)
            plain(db, "ROLLBACK", "rollback", &ignored);
        if (!db_is_retry(error) || try == TRIES)
            return false;
        clock_sleep((int64_t)secret_random_below((uint32_t)(20000 * try)));
    }
}

bool db_was_duplicate(const struct db *db)
{
    return db->error == ER_DUP_ENTRY;
}

bool db_now(struct db *db, instant *out, struct fail *f)
{
    static const struct db_statement NOW = { "now", "SELECT UTC_TIMESTAMP(6)",
                                             DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR };
    struct mem *m = mem_new(NULL, "now");
    struct db_rows *rows = db_rows(db, m, &NOW, f);
    bool ok = rows != NULL && db_next(rows, f);
    if (ok)
        *out = db_get_instant(rows, 0);
    mem_free(&m);
    return ok;
}

bool db_alive(struct db *db)
{
    struct fail f = { 0 };
    instant now;
    return db_now(db, &now, &f);
}
