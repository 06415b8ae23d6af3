/* migrate: from nothing, again, cut off and resumed, while programs work, on servers that do not fit, and with no more rights than the
 * manual asks for. */
#include <fcntl.h>
#include <mysql.h>
#include <signal.h>
#include <sys/stat.h>

#include "conf.h"
#include "file.h"
#include "secret.h"
#include "suite.h"

/* One number for everything that a migration makes in a database: tables, views, triggers, rights, calendar, steps. */
static int64_t shape(void)
{
    return house_number(
        "SET group_concat_max_len = 16777216; SELECT CONV(LEFT(MD5(CONCAT_WS('|',"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, COLUMN_KEY) "
        " ORDER BY TABLE_NAME, ORDINAL_POSITION) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()),"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE) ORDER BY TABLE_NAME, CONSTRAINT_NAME) "
        " FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE()),"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', TABLE_NAME, VIEW_DEFINITION, DEFINER) ORDER BY TABLE_NAME) FROM information_schema.VIEWS "
        " WHERE TABLE_SCHEMA = DATABASE()) = '',"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', TRIGGER_NAME, ACTION_STATEMENT, DEFINER, SQL_MODE) ORDER BY TRIGGER_NAME) "
        " FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()),"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', GRANTEE, TABLE_NAME, COLUMN_NAME, PRIVILEGE_TYPE) ORDER BY GRANTEE, TABLE_NAME, COLUMN_NAME, "
        " PRIVILEGE_TYPE) FROM information_schema.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE()),"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', GRANTEE, TABLE_NAME, PRIVILEGE_TYPE) ORDER BY GRANTEE, TABLE_NAME, PRIVILEGE_TYPE) "
        " FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE()),"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', day, off, revision, name) ORDER BY day, revision) FROM calendar_day),"
        "(SELECT GROUP_CONCAT(CONCAT_WS(',', n, name) ORDER BY n) FROM schema_step))), 15), 16, 10)");
}

static void migrating_again_changes_nothing(void **state)
{
    (void)state;
    char *said;
    house_use("migrate_a");
    int64_t once = shape();
    assert_int_equal(house_ctl(&said, "migrate"), 0);
    assert_string_equal(said, "");
    assert_true(shape() == once);
    house_sql("DROP TRIGGER audit_kept");
    assert_true(shape() != once);
    assert_int_equal(house_ctl(&said, "migrate"), 0);
    assert_true(shape() == once);
}

static void secrets_are_for_their_owner_and_never_printed(void **state)
{
    (void)state;
    static const char *const names[] = { "gs_public.password", "gs_staff.password", "gs_union.password", "gs_notify.password",
                                         "gs_report.password", "form.key", "tag.key", "rest.key", "notify.key", "verp.key", "report.key" };
    struct stat st;
    struct fail f;
    char *said;
    size_t n;
    house_use("migrate_a");
    for (size_t i = 0; i < ROWS(names); i++)
        unlink(file_path(house.m, house.secrets, names[i]));
    assert_int_equal(house_ctl(&said, "migrate"), 0);
    for (size_t i = 0; i < ROWS(names); i++) {
        char *path = file_path(house.m, house.secrets, names[i]);
        char *text = file_read(house.m, path, 200, &n, &f);
        assert_non_null(text);
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
        assert_int_equal(n, 65);
        text[64] = '\0';
        assert_null(strstr(said, text));
        assert_non_null(strstr(said, path));
    }
    assert_true(db_alive(house_account(DB_PUBLIC)));
    chmod(file_path(house.m, house.secrets, "rest.key"), 0640);
    assert_int_equal(house_ctl(&said, "migrate"), 1);
    assert_non_null(strstr(said, "rest.key"));
    chmod(file_path(house.m, house.secrets, "rest.key"), 0600);
}

/* Starts the migration of the present database and ends it with a signal after so long; or kills its connection at the server. */
static void cut_off(long micros, bool at_server)
{
    char *path = mem_printf(house.m, "%s/sbin/gongshictl", house.build), *settings = mem_printf(house.m, "%s/migrate_cut.conf", house.folder);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execl(path, path, "-c", settings, "migrate", (char *)NULL);
        _exit(127);
    }
    usleep((useconds_t)micros);
    if (at_server)
        house_sql("SET @id = (SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID() LIMIT 1);"
                  "EXECUTE IMMEDIATE IF(@id IS NULL, 'DO 0', CONCAT('KILL ', @id))");
    else
        kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

static void cut_off_anywhere_it_is_finished_by_the_next_run(void **state)
{
    (void)state;
    char *said;
    house_use("migrate_a");
    int64_t whole = shape();
    house_use("migrate_cut");
    for (int i = 0; i < 8; i++) {
        house_sql("DROP DATABASE migrate_cut; CREATE DATABASE migrate_cut");
        cut_off(20000 + 60000 * i, i % 2 == 1);
        for (int tries = 0; house_ctl(&said, "migrate") != 0; tries++)
            if (tries == 50 || strstr(said, "another migration is under way") == NULL)
                fail_msg("after cut %d: %s", i, said);
        if (shape() != whole)
            fail_msg("after cut %d the database is another", i);
    }
}

static void a_running_program_is_never_refused_meanwhile(void **state)
{
    (void)state;
    int status, rounds = 0;
    house_use("migrate_a");
    struct db *db = house_account(DB_PUBLIC);
    const struct db_statement look = { "look", "SELECT COUNT(*) FROM shown_version", DB_PUBLIC };
    const struct db_statement note = { "note", "INSERT INTO rate_hit (class, tag, window_start, hits) VALUES ('x', ?, UTC_TIMESTAMP(6), 1)",
                                       DB_PUBLIC };
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 3; i++) {
            house_sql("GRANT SELECT ON officer TO gs_public@localhost");
            if (house_ctl(NULL, "migrate") != 0)
                _exit(1);
        }
        _exit(0);
    }
    while (waitpid(child, &status, WNOHANG) == 0) {
        struct fail f = { .kind = FAIL_NONE };
        struct mem *m = mem_new(NULL, "look");
        unsigned char tag[16];
        secret_random(tag, sizeof tag);
        if (db_rows(db, m, &look, &f) == NULL || !db_run(db, &note, NULL, &f, db_bytes(tag, 16)))
            fail_msg("after %d rounds: %s", rounds, f.detail);
        mem_free(&m);
        rounds++;
    }
    assert_int_equal(status, 0);
    assert_true(rounds > 10);
    assert_true(house_sql_as(DB_PUBLIC, "SELECT login FROM officer") != 0);
}

static void rights_that_are_not_listed_are_taken_away(void **state)
{
    (void)state;
    static const char *const rights[][2] = {
        { "GRANT SELECT (login) ON officer TO gs_public@localhost", "SELECT login FROM officer" },
        { "GRANT DELETE ON outbox TO gs_public@localhost", "DELETE FROM outbox" },
        { "GRANT UPDATE ON migrate_a.* TO gs_public@localhost", "UPDATE round SET title = 'x'" },
        { "GRANT SELECT ON *.* TO gs_public@localhost", "SELECT login FROM officer" },
        { "GRANT ALL ON round TO gs_public@localhost WITH GRANT OPTION", "UPDATE round SET title = 'x'" },
    };
    house_use("migrate_a");
    for (size_t i = 0; i < ROWS(rights); i++) {
        assert_int_equal(house_sql(rights[i][0]), 0);
        assert_int_equal(house_sql_as(DB_PUBLIC, rights[i][1]), 0);
    }
    assert_int_equal(house_ctl(NULL, "migrate"), 0);
    for (size_t i = 0; i < ROWS(rights); i++)
        assert_true(house_sql_as(DB_PUBLIC, rights[i][1]) != 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM mysql.user WHERE User LIKE 'gs\\_%\\_new'"), 0);
}

static void a_server_or_database_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    static const char *const modes[][3] = {
        { "SET GLOBAL sql_mode = 'NO_ENGINE_SUBSTITUTION'", "sql_mode lacks: STRICT_ALL_TABLES", "@@GLOBAL.sql_mode" },
        { "SET GLOBAL default_storage_engine = 'Aria'", "not InnoDB", "@@GLOBAL.default_storage_engine" },
        { "SET GLOBAL innodb_flush_log_at_trx_commit = 2", "innodb_flush_log_at_trx_commit", "@@GLOBAL.innodb_flush_log_at_trx_commit" },
        { "INSERT INTO schema_step VALUES (9999, 'later', NOW())", "database_newer", NULL },
    };
    static const char back[] = "SET GLOBAL sql_mode = '" DB_SQL_MODE "', GLOBAL default_storage_engine = 'InnoDB', "
                               "GLOBAL innodb_flush_log_at_trx_commit = 1; DELETE FROM schema_step WHERE n = 9999";
    char *said;
    house_use("migrate_a");
    for (size_t i = 0; i < ROWS(modes); i++) {
        assert_int_equal(house_sql(modes[i][0]), 0);
        assert_int_equal(house_ctl(&said, "migrate"), 1);
        assert_int_equal(house_sql(back), 0);
        if (strstr(said, modes[i][1]) == NULL)
            fail_msg("%s: %s", modes[i][0], said);
    }
    assert_int_equal(house_ctl(&said, "migrate"), 0);
}

/* A second server as production has it: its own folder, its clock its own. */
static void in_production_the_clock_is_the_servers_and_the_owner_has_what_the_manual_says(void **state)
{
    (void)state;
    struct house tests = house;
    struct fail f = { .kind = FAIL_NONE };
    char *said, *script = file_path(house.m, house.top, "tests/support/mariadb"), *folder = file_path(house.m, house.folder, "p");
    house_use("migrate_a");
    char *strict = mem_printf(house.m, "%s/strict.conf", house.folder);
    char *text = mem_printf(house.m, "[db]\nsocket = %s\nname = migrate_a\n[dir]\nsecrets = %s\n", house.socket, house.secrets);
    house_ok(file_write(strict, text, strlen(text), 0600, &f), f);
    house_ok(conf_open(strict, &f), f);
    struct db *db = db_new(house.m, DB_PUBLIC);
    instant now;
    house_fails(db_now(db, &now, &f), f, "database_unfit");

    assert_int_equal(house_run((const char *const[]){ script, "start", folder, "--production", NULL }, &said), 0);
    house.folder = folder;
    house.socket = file_path(house.m, folder, "mariadb.sock");
    house.secrets = file_path(house.m, folder, "secrets");
    unsigned error = house_server_sql(
        "CREATE DATABASE house; GRANT ALL ON house.* TO CURRENT_USER() WITH GRANT OPTION; GRANT SELECT ON mysql.* TO CURRENT_USER();"
        "REVOKE SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, SHUTDOWN, PROCESS, FILE, REFERENCES, INDEX, ALTER, SHOW DATABASES, SUPER, "
        "CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, REPLICATION SLAVE, BINLOG MONITOR, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, "
        "ALTER ROUTINE, EVENT, TRIGGER, CREATE TABLESPACE, DELETE HISTORY ON *.* FROM CURRENT_USER()");
    int migrated = error == 0 ? house_migrate("house", "") : -1;
    unsigned travel = house_sql("SET timestamp = 1");
    bool alive = migrated == 0 && db_alive(db_new(house.m, DB_PUBLIC));
    house_run((const char *const[]){ script, "stop", folder, NULL }, NULL);
    house = tests;
    assert_int_equal(error, 0);
    assert_int_equal(migrated, 0);
    assert_int_equal(travel, 1290 /* the server runs so that nobody may */);
    assert_true(alive);
}

SUITE(migrate, cmocka_unit_test(migrating_again_changes_nothing), cmocka_unit_test(secrets_are_for_their_owner_and_never_printed),
      cmocka_unit_test(cut_off_anywhere_it_is_finished_by_the_next_run), cmocka_unit_test(a_running_program_is_never_refused_meanwhile),
      cmocka_unit_test(rights_that_are_not_listed_are_taken_away), cmocka_unit_test(a_server_or_database_that_does_not_fit_is_refused),
      cmocka_unit_test(in_production_the_clock_is_the_servers_and_the_owner_has_what_the_manual_says));
