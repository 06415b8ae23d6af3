/* db_script: SQL text of the folder sql/, several statements in one go. */
#include <string.h>

#include "db_private.h"

static bool stopped(struct db *db, const char *name, unsigned n, struct fail *f)
{
    db->error = mysql_errno(db->mysql);
    bool lost = db_is_lost(db->error);
    fail_set(f, lost ? FAIL_UNAVAILABLE : FAIL_INTERNAL, lost ? "database_away" : "internal", "%s: statement %u: %u %s", name, n, db->error,
             mysql_error(db->mysql));
    if (lost)
        db_drop(db);
    return false;
}

/* The results of all statements, so that the connection is free for the next call; false at the first that failed. */
static bool drain(struct db *db, const char *name, struct fail *f)
{
    for (unsigned n = 1;; n++) {
        MYSQL_RES *rows = mysql_store_result(db->mysql);
        if (rows == NULL && mysql_field_count(db->mysql) != 0)
            return stopped(db, name, n, f);
        mysql_free_result(rows);
        int next = mysql_next_result(db->mysql);
        if (next > 0)
            return stopped(db, name, n + 1, f);
        if (next < 0)
            return true;
    }
}

bool db_script(struct db *db, const char *name, const char *text, size_t n, struct fail *f)
{
    if (!db_ready(db, f))
        return false;
    if (mysql_query(db->mysql, "SET SESSION max_statement_time = 0") != 0 ||
        mysql_set_server_option(db->mysql, MYSQL_OPTION_MULTI_STATEMENTS_ON) != 0 || mysql_real_query(db->mysql, text, n) != 0)
        return stopped(db, name, 1, f);
    bool ok = drain(db, name, f);
    if (db->mysql != NULL)
        mysql_set_server_option(db->mysql, MYSQL_OPTION_MULTI_STATEMENTS_OFF);
    return ok;
}
