/* rights: every statement of lib/store under every account. What a statement's row allows works, everything else is refused, and no
 * account has a right that no statement needs. */
#include <mysql.h>
#include <mysqld_error.h>

#include "file.h"
#include "suite.h"

#define CALL_VALUES_MAX 8

static const enum db_account programs[] = { DB_PUBLIC, DB_STAFF, DB_UNION, DB_NOTIFY, DB_REPORT };

static MYSQL *connect_as(enum db_account account)
{
    struct fail f;
    size_t n;
    MYSQL *mysql = mysql_init(NULL);
    const char *name = db_account_word(account);
    char *password = NULL;
    if (account != DB_OPERATOR) {
        password = file_read(house.m, mem_printf(house.m, "%s/%s.password", house.secrets, name), 200, &n, &f);
        assert_non_null(password);
        password[strcspn(password, "\n")] = '\0';
    }
    if (mysql_real_connect(mysql, NULL, name, password, "rights", 0, house.socket, 0) == NULL)
        fail_msg("%s: %s", name, mysql_error(mysql));
    mysql_query(mysql, "SET sql_mode = '" DB_SQL_MODE "'");
    return mysql;
}

/* 0, or the error of preparing. */
static unsigned prepare(MYSQL *mysql, const struct db_statement *st, char *said, size_t size)
{
    MYSQL_STMT *stmt = mysql_stmt_init(mysql);
    unsigned error = mysql_stmt_prepare(stmt, st->sql, strlen(st->sql)) != 0 ? mysql_stmt_errno(stmt) : 0;
    MYSQL_BIND nothing[CALL_VALUES_MAX];
    for (size_t i = 0; i < CALL_VALUES_MAX; i++)
        nothing[i] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_NULL };
    /* Of a procedure the right is asked for when it runs. */
    if (error == 0 && strncmp(st->sql, "CALL ", 5) == 0 &&
        (mysql_stmt_param_count(stmt) > CALL_VALUES_MAX || mysql_stmt_bind_param(stmt, nothing) != 0 || mysql_stmt_execute(stmt) != 0))
        error = mysql_stmt_errno(stmt);
    snprintf(said, size, "%s", mysql_stmt_error(stmt));
    mysql_stmt_close(stmt);
    return error;
}

static bool is_refusal(unsigned error)
{
    return error == ER_TABLEACCESS_DENIED_ERROR || error == ER_COLUMNACCESS_DENIED_ERROR || error == ER_DBACCESS_DENIED_ERROR ||
           error == ER_SPECIFIC_ACCESS_DENIED_ERROR || error == ER_PROCACCESS_DENIED_ERROR;
}

/* Statements that an account could run besides those that its program has, because it needs the same columns for those. */
static const struct { const char *name; unsigned accounts; } covered[] = {
    { "schema_fit", DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_REPORT },   /* functions, and what the server tells everybody of himself */
    { "schema_hash", DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_REPORT },
    { "schema_stale", DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_REPORT },
    { "seal_key_count", DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY | DB_REPORT }, /* public keys */
    { "lock_take", DB_REPORT },
    { "reported_lock", DB_STAFF },
    { "workdays_revision", DB_PUBLIC | DB_STAFF | DB_UNION | DB_NOTIFY }, /* a locking read needs no more than a read */
    { "union_contact_lock", DB_STAFF | DB_NOTIFY },
    { "letter_people", DB_PUBLIC | DB_STAFF },   /* what is shown to everybody */
    { "letter_final_people", DB_PUBLIC },
    { "announced_list", DB_UNION },
    { "announced_read", DB_UNION },
    { "announced_people", DB_UNION },
    { "registry_whom", DB_PUBLIC | DB_UNION },
    { "registry_periods", DB_PUBLIC | DB_UNION },
    { "submission_add", DB_STAFF },              /* a trigger lets it type in, not object */
    { "import_union_list", DB_UNION },           /* names of unions */
    { "nominating_union_hold", DB_UNION | DB_NOTIFY },
    { "nominating_union_by_name", DB_UNION | DB_NOTIFY },
    { "assist_lock_own", DB_STAFF | DB_NOTIFY },
    { "assist_set_own", DB_STAFF | DB_NOTIFY },
    { "assist_events_own", DB_STAFF },
    { "letter_of_assist", DB_UNION },
    { "union_contacts_of_letter", DB_STAFF },
    { "due_running", DB_STAFF | DB_NOTIFY },     /* the same columns as other lists */
    { "rate_note_day", DB_PUBLIC },
    { "rate_nth", DB_PUBLIC | DB_STAFF },
    { "message_template_newest", DB_NOTIFY },    /* a locking read needs no more than a read */
    { "message_template_told", DB_NOTIFY },
    { "outbox_add_union", DB_UNION },
    { "due_cases", DB_STAFF },
    { "due_case_lock", DB_STAFF },
    { "due_case_term", DB_STAFF },
    { "due_requests", DB_STAFF },
    { "due_office", DB_STAFF },
    { "outbox_add_receipt", DB_STAFF | DB_UNION | DB_NOTIFY },
    { "outbox_add_office", DB_PUBLIC | DB_STAFF | DB_UNION },
    { "given_up_find", DB_STAFF },               /* what officers may do with what waits needs as much */
    { "given_up_set_origin", DB_STAFF },
    { "given_up_parts", DB_STAFF },
    { "given_up_ended", DB_STAFF },
    { "given_up_lock", DB_STAFF },
    { "delivery_due", DB_STAFF },
    { "delivery_put_off", DB_STAFF },
    { "reported_about", DB_STAFF },
    { "queue_stopped", DB_STAFF },
    { "queue_stops", DB_STAFF },
    { "queue_picture", DB_NOTIFY },
    { "queue_day", DB_NOTIFY },
    { "queue_hold", DB_NOTIFY },
    { "queue_hurry", DB_NOTIFY },
    { "queue_others", DB_NOTIFY },
    { "due_arrival", DB_STAFF },
    { "queue_set_origin", DB_NOTIFY },
    { "sms_day_digest", DB_STAFF },
    { "sms_day_waiting", DB_STAFF },
    { "sms_day_put_off", DB_STAFF },
    { "candidate_ids", DB_NOTIFY },              /* whose period ends, and how many objections are under way */
    { "standing_lead", DB_NOTIFY },
    { "candidate_objections", DB_NOTIFY },
    { "unsent_sweep", DB_PUBLIC },               /* it drops what it keeps */
};

static bool is_covered(const struct db_statement *st, enum db_account account)
{
    for (size_t i = 0; i < ROWS(covered); i++)
        if (strcmp(covered[i].name, st->name) == 0 && (covered[i].accounts & account) != 0)
            return true;
    return false;
}

/* How many statements of the account do not prepare as their rows say. */
static int wrong_ones(enum db_account account, bool tell)
{
    size_t tables;
    const struct db_table *table = db_tables(&tables);
    MYSQL *mysql = connect_as(account);
    int wrong = 0;
    for (size_t t = 0; t < tables; t++)
        for (size_t i = 0; i < table[t].count; i++) {
            const struct db_statement *st = &table[t].statements[i];
            char said[300];
            unsigned error = prepare(mysql, st, said, sizeof said);
            bool may = (st->accounts & account) != 0 || is_covered(st, account);
            /* The owner is refused nothing. */
            if (may ? error == 0 : is_refusal(error) || account == DB_OPERATOR)
                continue;
            wrong++;
            if (tell)
                print_error("# %s as %s: %s\n", st->name, db_account_word(account), error ? said : "is not refused");
        }
    mysql_close(mysql);
    return wrong;
}

static void every_statement_works_for_whom_it_names_and_for_nobody_else(void **state)
{
    (void)state;
    house_use("rights");
    int wrong = wrong_ones(DB_OPERATOR, true);
    for (size_t i = 0; i < ROWS(programs); i++)
        wrong += wrong_ones(programs[i], true);
    assert_int_equal(wrong, 0);
}

/* ---- no right too many ---- */

/* True if the account can do all of its own work. */
static bool works(enum db_account account, MYSQL *mysql)
{
    size_t tables;
    const struct db_table *table = db_tables(&tables);
    char said[300];
    for (size_t t = 0; t < tables; t++)
        for (size_t i = 0; i < table[t].count; i++)
            if ((table[t].statements[i].accounts & account) != 0 && prepare(mysql, &table[t].statements[i], said, sizeof said) != 0)
                return false;
    return true;
}

static void run(MYSQL *owner, const char *sql)
{
    if (mysql_query(owner, sql) != 0)
        fail_msg("%s: %s", sql, mysql_error(owner));
}

#define RIGHTS(table, column, columns) \
    "SELECT CONCAT(PRIVILEGE_TYPE, " columns "' ON ', TABLE_NAME), PRIVILEGE_TYPE, TABLE_NAME, " column " FROM information_schema." table " WHERE TABLE_SCHEMA = DATABASE() " \
    "AND GRANTEE = '\\'%s\\'@\\'localhost\\'' "

/* INSERT … SELECT asks for its rights only when it runs; its columns stand before the SELECT. */
static bool fills(enum db_account account, const char *table, const char *column)
{
    size_t tables;
    const struct db_table *all = db_tables(&tables);
    const char *begin = mem_printf(house.m, "INSERT INTO %s (", table);
    for (size_t t = 0; t < tables; t++)
        for (size_t i = 0; i < all[t].count; i++) {
            const struct db_statement *st = &all[t].statements[i];
            const char *end = strstr(st->sql, ") SELECT ");
            if ((st->accounts & account) == 0 || strncmp(st->sql, begin, strlen(begin)) != 0 || end == NULL)
                continue;
            size_t n = (size_t)(end - st->sql) - strlen(begin);
            const char *columns = mem_printf(house.m, " %s,", mem_text_n(house.m, st->sql + strlen(begin), n));
            if (strstr(columns, mem_printf(house.m, " %s,", column)) != NULL)
                return true;
        }
    return false;
}

/* Takes each right from the account, sees whether anything is missed, and gives it back. */
static int idle_rights(MYSQL *owner, enum db_account account)
{
    const char *name = db_account_word(account);
    int idle = 0;
    run(owner, mem_printf(house.m, RIGHTS("COLUMN_PRIVILEGES", "COLUMN_NAME", "' (', COLUMN_NAME, ')', ") "UNION ALL " RIGHTS("TABLE_PRIVILEGES", "''", ""),
                          name, name));
    MYSQL_RES *rights = mysql_store_result(owner);
    MYSQL *mysql = connect_as(account);
    assert_true(mysql_num_rows(rights) > 10);
    assert_true(works(account, mysql));
    for (MYSQL_ROW row; (row = mysql_fetch_row(rights)) != NULL;) {
        run(owner, mem_printf(house.m, "REVOKE %s FROM %s@localhost", row[0], name));
        bool missed = !works(account, mysql);
        run(owner, mem_printf(house.m, "GRANT %s TO %s@localhost", row[0], name));
        if (missed || (strcmp(row[1], "INSERT") == 0 && fills(account, row[2], row[3])))
            continue;
        idle++;
        print_error("# %s has %s and no statement needs it\n", name, row[0]);
    }
    mysql_free_result(rights);
    mysql_close(mysql);
    return idle;
}

static void no_account_has_a_right_that_no_statement_needs(void **state)
{
    (void)state;
    house_use("rights");
    MYSQL *owner = connect_as(DB_OPERATOR);
    int idle = 0;
    for (size_t i = 0; i < ROWS(programs); i++)
        idle += idle_rights(owner, programs[i]);
    run(owner, "GRANT SELECT (login) ON officer TO gs_notify@localhost"); /* the control */
    int control = idle_rights(owner, DB_NOTIFY);
    run(owner, "REVOKE SELECT (login) ON officer FROM gs_notify@localhost");
    mysql_close(owner);
    assert_int_equal(idle, 0);
    assert_int_equal(control, 1);
}

SUITE(rights, cmocka_unit_test(every_statement_works_for_whom_it_names_and_for_nobody_else),
      cmocka_unit_test(no_account_has_a_right_that_no_statement_needs));
