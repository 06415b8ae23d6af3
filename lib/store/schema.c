/* schema: steps, accounts and rights. Account names and passwords cannot be values of a prepared statement: the texts made here hold
 * names of the house, names that the server itself told, and hex digits. */
#include "schema.h"

#include <string.h>

#include "buf.h"
#include "conf.h"
#include "lock.h"

#define VERSION_MIN 101100 /* 10.11: the first with uca1400 collations and all that is used here in one release with long support */
#define TEXT_MAX ((size_t)1024 * 1024)
#define STAGED "_new" /* what an account's name ends in while its rights are compared */

enum { TABLE, LAST, ADD, FIT, HASH, STALE };

#define OF(level, columns, table) \
    "SELECT '" level "', o.GRANTEE, " columns ", o.PRIVILEGE_TYPE FROM information_schema." table " o "
#define GONE(table, same) \
    "AND NOT EXISTS (SELECT 1 FROM information_schema." table " w WHERE w.GRANTEE = REPLACE(o.GRANTEE, '''@', '" STAGED "''@') " \
    "AND w.PRIVILEGE_TYPE = o.PRIVILEGE_TYPE " same ") "
#define OURS "WHERE o.GRANTEE RLIKE '^''gs_(public|staff|union|notify|report|view|trigger|objector)''@''localhost''$' "
#define HERE "AND o.TABLE_SCHEMA = DATABASE() "

static const struct db_statement statements[] = {
    [TABLE] = { "schema_table",
        "CREATE TABLE IF NOT EXISTS schema_step (n INT NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL, done_at DATETIME(6) NOT NULL)",
        DB_OPERATOR },
    [LAST] = { "schema_last", "SELECT COALESCE(MAX(n), 0) FROM schema_step", DB_OPERATOR },
    [ADD] = { "schema_add", "INSERT INTO schema_step (n, name, done_at) VALUES (?, ?, UTC_TIMESTAMP(6))", DB_OPERATOR },
    [FIT] = { "schema_fit", "SELECT VERSION(), @@GLOBAL.sql_mode, @@GLOBAL.default_storage_engine, @@GLOBAL.innodb_flush_log_at_trx_commit",
        DB_OPERATOR },
    [HASH] = { "schema_hash", "SELECT PASSWORD(?)", DB_OPERATOR },
    /* Level, account, table, column, right. Rights on everything, or on this schema as a whole, are never given. */
    [STALE] = { "schema_stale",
        OF("COLUMN", "o.TABLE_NAME, o.COLUMN_NAME", "COLUMN_PRIVILEGES") OURS HERE
        GONE("COLUMN_PRIVILEGES", "AND w.TABLE_SCHEMA = o.TABLE_SCHEMA AND w.TABLE_NAME = o.TABLE_NAME AND w.COLUMN_NAME = o.COLUMN_NAME")
        "UNION ALL " OF("TABLE", "o.TABLE_NAME, ''", "TABLE_PRIVILEGES") OURS HERE
        GONE("TABLE_PRIVILEGES", "AND w.TABLE_SCHEMA = o.TABLE_SCHEMA AND w.TABLE_NAME = o.TABLE_NAME")
        "UNION ALL " OF("SCHEMA", "'', ''", "SCHEMA_PRIVILEGES") OURS HERE
        "UNION ALL " OF("SERVER", "'', ''", "USER_PRIVILEGES") OURS "AND o.PRIVILEGE_TYPE <> 'USAGE'",
        DB_OPERATOR },
};

const struct db_table schema_table = { "schema", statements, sizeof statements / sizeof statements[0] };

static const enum db_account programs[] = { DB_PUBLIC, DB_STAFF, DB_UNION, DB_NOTIFY, DB_REPORT };
static const char *const definers[] = { "gs_view", "gs_trigger", "gs_objector" };
#define PROGRAMS (sizeof programs / sizeof *programs)
#define DEFINERS (sizeof definers / sizeof *definers)

static bool run(struct db *db, const char *name, const struct buf *text, struct fail *f)
{
    return text->over ? fail_set(f, FAIL_INTERNAL, "internal", "%s: too long", name) : db_script(db, name, text->data, text->len, f);
}

/* The first of the modes in `needed` that `given` lacks; NULL: none. Both are lists with commas. */
static const char *lacking(struct mem *m, const char *needed, const char *given)
{
    const char *all = mem_printf(m, ",%s,", given);
    for (const char *at = needed; *at != '\0';) {
        size_t n = strcspn(at, ",");
        const char *one = mem_text_n(m, at, n);
        if (strstr(all, mem_printf(m, ",%s,", one)) == NULL)
            return one;
        at += n + (at[n] == ',' ? 1 : 0);
    }
    return NULL;
}

static bool unfit(struct fail *f, const char *what, const char *is)
{
    return fail_set(f, FAIL_UNAVAILABLE, "database_unfit", "the server's %s: %s (see sql/server.cnf)", what, is);
}

/* "10.11.6-MariaDB" as 101106. */
static unsigned version_number(const char *text)
{
    unsigned part[3] = { 0 };
    for (int i = 0; i < 3; i++) {
        for (; *text >= '0' && *text <= '9' && part[i] < 1000; text++)
            part[i] = part[i] * 10 + (unsigned)(*text - '0');
        text += *text == '.' ? 1 : 0;
    }
    return part[0] * 10000 + part[1] * 100 + part[2];
}

bool schema_fit(struct db *db, struct fail *f)
{
    struct mem *m = mem_new(NULL, "server");
    struct db_rows *rows = db_rows(db, m, &statements[FIT], f);
    bool ok = rows != NULL && db_next(rows, f);
    if (ok) {
        const char *version = db_get_text(rows, 0), *mode = lacking(m, DB_SQL_MODE, db_get_text(rows, 1));
        if (version_number(version) < VERSION_MIN)
            ok = unfit(f, "version is older than 10.11", version);
        else if (mode != NULL)
            ok = unfit(f, "sql_mode lacks", mode);
        else if (strcmp(db_get_text(rows, 2), "InnoDB") != 0)
            ok = unfit(f, "default_storage_engine is not InnoDB", db_get_text(rows, 2));
        else if (db_get_int(rows, 3) != 1)
            ok = unfit(f, "innodb_flush_log_at_trx_commit is not 1", "a commit would not outlive a power cut");
    }
    mem_free(&m);
    return ok;
}

bool schema_create(struct mem *m, struct fail *f)
{
    const char *name = conf_text("db.name");
    if (name[0] == '\0' || strlen(name) > 64 || name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] != '\0')
        return fail_set(f, FAIL_INPUT, "conf_bad", "db.name: small letters, digits and _ only");
    struct db *db = db_connect(m, conf_text("db.socket"), conf_text("db.operator_user"), NULL, NULL, f);
    const char *text = mem_printf(m, "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci", name);
    return db != NULL && db_script(db, "database", text, strlen(text), f);
}

bool schema_lock(struct db *db, bool *got, struct fail *f)
{
    return lock_take(db, "gongshi migrate", 0, got, f);
}

bool schema_step(struct db *db, int *last, struct fail *f)
{
    struct mem *m = mem_new(NULL, "steps");
    struct db_rows *rows = db_run(db, &statements[TABLE], NULL, f) ? db_rows(db, m, &statements[LAST], f) : NULL;
    bool ok = rows != NULL && db_next(rows, f);
    *last = ok ? (int)db_get_int(rows, 0) : 0;
    mem_free(&m);
    return ok;
}

bool schema_run_step(struct db *db, int n, const char *name, const char *text, size_t len, struct fail *f)
{
    return db_script(db, name, text, len, f) && db_run(db, &statements[ADD], NULL, f, db_int(n), db_text(name));
}

/* What the server keeps of a password: an asterisk and hex digits, fit to stand in a statement. */
static bool hash_of(struct mem *m, struct db *db, const char *password, char **hash, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[HASH], f, db_text(password));
    if (rows == NULL || !db_next(rows, f))
        return false;
    *hash = db_get_text(rows, 0);
    return (*hash != NULL && (*hash)[0] == '*' && (*hash)[1] != '\0' && (*hash)[1 + strspn(*hash + 1, "0123456789ABCDEF")] == '\0') ||
           fail_set(f, FAIL_UNAVAILABLE, "database_unfit", "PASSWORD() gives no hash");
}

bool schema_account(struct db *db, enum db_account account, const char *password, struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "account");
    const char *name = db_account_word(account);
    char *hash = NULL;
    struct buf text;
    buf_init(&text, m, TEXT_MAX);
    bool ok = hash_of(m, db, password, &hash, f);
    if (ok) {
        buf_printf(&text, "CREATE USER IF NOT EXISTS %s@localhost IDENTIFIED BY PASSWORD '%s';\n", name, hash);
        buf_printf(&text, "ALTER USER %s@localhost IDENTIFIED BY PASSWORD '%s' ACCOUNT UNLOCK", name, hash);
        ok = run(db, name, &text, f);
    }
    mem_free(&m);
    return ok;
}

bool schema_definers(struct db *db, struct fail *f)
{
    struct mem *m = mem_new(NULL, "definers");
    struct buf text;
    buf_init(&text, m, TEXT_MAX);
    for (size_t i = 0; i < DEFINERS; i++)
        buf_printf(&text, "CREATE USER IF NOT EXISTS %s@localhost ACCOUNT LOCK;\nALTER USER %s@localhost ACCOUNT LOCK;\n", definers[i],
                   definers[i]);
    bool ok = run(db, "definers", &text, f);
    mem_free(&m);
    return ok;
}

/* One statement of `verb` for the staged twin of every account. */
static bool staged(struct db *db, const char *verb, const char *end, struct fail *f)
{
    struct mem *m = mem_new(NULL, "staged accounts");
    struct buf text;
    buf_init(&text, m, TEXT_MAX);
    for (size_t i = 0; i < PROGRAMS + DEFINERS; i++)
        buf_printf(&text, "%s %s" STAGED "@localhost%s;\n", verb, i < PROGRAMS ? db_account_word(programs[i]) : definers[i - PROGRAMS], end);
    bool ok = run(db, "staged accounts", &text, f);
    mem_free(&m);
    return ok;
}

/* The same rights for the twins. */
static bool grant_staged(struct db *db, const char *grants, size_t len, struct fail *f)
{
    static const char at[] = "@localhost";
    struct mem *m = mem_new(NULL, "staged grants");
    struct buf text;
    buf_init(&text, m, TEXT_MAX);
    const char *end = grants + len;
    for (const char *next; (next = memmem(grants, (size_t)(end - grants), at, sizeof at - 1)) != NULL; grants = next + sizeof at - 1) {
        buf_add(&text, grants, (size_t)(next - grants));
        buf_text(&text, STAGED);
        buf_text(&text, at);
    }
    buf_add(&text, grants, (size_t)(end - grants));
    bool ok = run(db, "staged grants", &text, f);
    mem_free(&m);
    return ok;
}

static void add_revoke(struct buf *text, const struct db_rows *rows)
{
    const char *level = db_get_text(rows, 0), *account = db_get_text(rows, 1), *table = db_get_text(rows, 2);
    const char *column = db_get_text(rows, 3), *right = db_get_text(rows, 4);
    if (strcmp(level, "COLUMN") == 0)
        buf_printf(text, "REVOKE %s (`%s`) ON `%s` FROM %s;\n", right, column, table, account);
    else
        buf_printf(text, "REVOKE %s ON %s%s%s FROM %s;\n", right, strcmp(level, "TABLE") == 0 ? "`" : "",
                   strcmp(level, "TABLE") == 0 ? table : strcmp(level, "SCHEMA") == 0 ? "*" : "*.*", strcmp(level, "TABLE") == 0 ? "`" : "",
                   account);
}

bool schema_trim(struct db *db, const char *grants, size_t len, struct fail *f)
{
    if (!staged(db, "CREATE OR REPLACE USER", " ACCOUNT LOCK", f) || !grant_staged(db, grants, len, f))
        return false;
    struct mem *m = mem_new(NULL, "stale rights");
    struct buf text;
    buf_init(&text, m, TEXT_MAX);
    struct db_rows *rows = db_rows(db, m, &statements[STALE], f);
    while (rows != NULL && db_next(rows, f))
        add_revoke(&text, rows);
    bool ok = rows != NULL && (text.len == 0 || run(db, "stale rights", &text, f));
    mem_free(&m);
    return staged(db, "DROP USER IF EXISTS", "", f) && ok;
}
