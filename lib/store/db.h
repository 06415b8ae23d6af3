/* db: one connection of one account to MariaDB, named statements prepared once on it, transactions with retry. The only room that
 * includes <mysql.h>; SQL stands only in the statement tables of lib/store/<noun>.c. No reconnect behind the caller's back: a lost connection
 * fails what was under way and the next call connects anew. */
#ifndef GS_STORE_DB_H
#define GS_STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clock.h"
#include "fail.h"
#include "mem.h"

struct db;

/* What every session works under, and what the server itself must have (store/schema). */
#define DB_SQL_MODE "STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

/* The accounts of sql/grants.sql; bits for the `accounts` column of a statement. */
enum db_account { DB_PUBLIC = 1, DB_STAFF = 2, DB_UNION = 4, DB_NOTIFY = 8, DB_OPERATOR = 16, DB_REPORT = 32 };

struct db_statement {
    const char *name;  /* "notice_by_id": shown in logs instead of the text */
    const char *sql;
    unsigned accounts; /* who may: every other account must be refused (tests/store) */
};

struct db_value {
    enum { DB_NULL, DB_INT, DB_TEXT, DB_BYTES, DB_INSTANT, DB_DAY } kind;
    int64_t number;
    const void *bytes;
    size_t len;
};
struct db_value db_null(void);
struct db_value db_int(int64_t v);
struct db_value db_text(const char *v);                /* NULL: SQL NULL */
struct db_value db_bytes(const void *v, size_t n);     /* NULL: SQL NULL */
struct db_value db_instant(instant v);                 /* DATETIME(6), UTC */
struct db_value db_day(day v);                         /* DATE */
struct db_value db_id(int64_t v);                      /* 0: SQL NULL */

/* A handle that connects at its first use: account "gs_public" …, password from <dir.secrets>/<account>.password, socket and
 * schema from the settings db.socket and db.name. A server whose clock sessions may set is refused, unless the setting
 * db.secure_timestamp says no: FAIL_UNAVAILABLE "database_unfit". */
struct db *db_new(struct mem *m, enum db_account account);
/* A connected handle with other values, for tests (`password` may be NULL: unix_socket). */
struct db *db_connect(struct mem *m, const char *socket, const char *user, const char *password, const char *schema, struct fail *f);

/* Runs a statement that gives no rows. `changed` (may be NULL) gets the affected rows (found rows for UPDATE are not counted). */
#define db_run(db, st, changed, fail, ...) \
    db_run_values((db), (st), (changed), (fail), (const struct db_value[]){ { 0 }, ##__VA_ARGS__ }, \
                  sizeof((const struct db_value[]){ { 0 }, ##__VA_ARGS__ }) / sizeof(struct db_value))
bool db_run_values(struct db *db, const struct db_statement *st, uint64_t *changed, struct fail *f,
                   const struct db_value *values_with_a_blank_first, size_t count);
int64_t db_insert_id(const struct db *db);

/* Rows: db_rows, then db_next until false, then look at the fail. The cursor and the texts of the present row live in `m`. One cursor at
 * a time on a handle; rows are buffered in the client, so that leaving early is fine. */
struct db_rows;
#define db_rows(db, m, st, fail, ...) \
    db_rows_values((db), (m), (st), (fail), (const struct db_value[]){ { 0 }, ##__VA_ARGS__ }, \
                   sizeof((const struct db_value[]){ { 0 }, ##__VA_ARGS__ }) / sizeof(struct db_value))
struct db_rows *db_rows_values(struct db *db, struct mem *m, const struct db_statement *st, struct fail *f,
                               const struct db_value *values_with_a_blank_first, size_t count);
bool db_next(struct db_rows *rows, struct fail *f);
/* Columns by position from 0. Texts and bytes are copies in the cursor's pool and outlive db_next. */
bool db_is_null(const struct db_rows *rows, unsigned column);
int64_t db_get_int(const struct db_rows *rows, unsigned column);       /* NULL: 0 */
char *db_get_text(const struct db_rows *rows, unsigned column);        /* NULL: NULL */
struct db_blob { unsigned char *data; size_t len; };
struct db_blob db_get_bytes(const struct db_rows *rows, unsigned column);
instant db_get_instant(const struct db_rows *rows, unsigned column);   /* NULL: 0 */
day db_get_day(const struct db_rows *rows, unsigned column);

/* Runs `work` inside a transaction: commits if it returns true, rolls back if false. On a deadlock, lock time-out or
 * certification failure, also at COMMIT, the whole is tried again up to five times: `work` must not keep state outside the database.
 * A lost answer to COMMIT gives FAIL_UNCERTAIN. */
bool db_transaction(struct db *db, bool (*work)(struct db *db, void *ctx, struct fail *f), void *ctx, struct fail *f);

/* True if the last failed statement broke a unique key. */
bool db_was_duplicate(const struct db *db);

/* UTC_TIMESTAMP(6): the one clock of all nodes. Inside a transaction every call gives its own instant. */
bool db_now(struct db *db, instant *out, struct fail *f);
/* `SELECT 1`, for health pages. */
bool db_alive(struct db *db);

/* The word of an account, "gs_public" …; the operator's is the setting db.operator_user. */
const char *db_account_word(enum db_account account);
/* Runs SQL text of the folder sql/, statement after statement, without a limit of time. For `gongshictl migrate` alone (store/schema);
 * `name` stands in the log, with the number of the statement that failed. */
bool db_script(struct db *db, const char *name, const char *text, size_t n, struct fail *f);

/* All statement tables, for the test that prepares each under every account. */
struct db_table { const char *noun; const struct db_statement *statements; size_t count; };
const struct db_table *db_tables(size_t *count);

#endif
