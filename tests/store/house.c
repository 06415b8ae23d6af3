/* house: starts the server, makes databases, runs programs and plain SQL for the tests. */
#include "house.h"

#include <fcntl.h>
#include <mysql.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "conf.h"
#include "file.h"
#include "secret.h"

#define MEMORY_WANTED ((uint64_t)1024 * 1024 * 1024)

struct house house;
static char *settings; /* path of the present file */
static const char *schema;
static int alive = -1; /* closed when this process ends: the watcher then ends the server */

static const char *folder_of(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return value != NULL ? value : otherwise;
}

int house_run(const char *const argv[], char **said)
{
    int ends[2], status = 0;
    char text[20000];
    size_t n = 0;
    assert_return_code(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_return_code(child, 0);
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        execvp(argv[0], (char *const *)argv);
        _exit(127);
    }
    close(ends[1]);
    for (ssize_t got; n + 1 < sizeof text && (got = read(ends[0], text + n, sizeof text - 1 - n)) > 0;)
        n += (size_t)got;
    close(ends[0]);
    waitpid(child, &status, 0);
    if (said != NULL)
        *said = mem_text_n(house.m, text, n);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int server(const char *verb)
{
    char *said;
    char *script = file_path(house.m, house.top, "tests/support/mariadb");
    int status = house_run((const char *const[]){ script, verb, house.folder, NULL }, &said);
    if (status != 0)
        fprintf(stderr, "# %s %s: %d\n# %s\n", script, verb, status, said);
    return status;
}

/* A child that outlives this process for a moment and takes the server and the folder away. */
static void watch(void)
{
    int ends[2];
    char byte;
    assert_return_code(pipe2(ends, O_CLOEXEC), 0);
    fflush(NULL);
    if (fork() == 0) {
        setsid();
        int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        close(ends[1]);
        while (read(ends[0], &byte, 1) > 0)
            ;
        server("kill");
        house_run((const char *const[]){ "rm", "-rf", "--", house.folder, NULL }, NULL);
        _exit(0);
    }
    close(ends[0]);
    alive = ends[1];
}

int house_begin(void **state)
{
    (void)state;
    static char in_memory[] = "/dev/shm/gs-store-XXXXXX", on_disk[] = "/tmp/gs-store-XXXXXX";
    struct statvfs room;
    /* A commit that waits for a disk takes most of the suite's time; what happens to a disk is another suite's. */
    bool roomy = statvfs("/dev/shm", &room) == 0 && room.f_bavail * room.f_frsize > MEMORY_WANTED;
    char *folder = roomy ? in_memory : on_disk;
    secret_start();
    log_open("store-tests");
    house.m = mem_new(NULL, "house");
    house.top = folder_of("top_srcdir", "../..");
    house.build = folder_of("top_builddir", ".");
    house.folder = mkdtemp(folder);
    house.socket = file_path(house.m, folder, "mariadb.sock");
    house.secrets = file_path(house.m, folder, "secrets");
    house.owner = mem_text(house.m, getpwuid(geteuid())->pw_name);
    watch();
    return server("start");
}

int house_end(void **state)
{
    (void)state;
    mem_free(&house.m);
    close(alive);
    return 0;
}

int house_ctl_run(const char *const argv[], char **said)
{
    const char *all[32] = { file_path(house.m, house.build, "sbin/gongshictl"), "-c", settings };
    size_t n = 3;
    for (size_t i = 0; argv[i] != NULL && n < 31; i++)
        all[n++] = argv[i];
    return house_run(all, said);
}

static int openings = 1000; /* what a test opens is not counted, unless it says so */

static bool promotion = true;

static void write_settings(const char *name, const char *more)
{
    struct fail f = { .kind = FAIL_NONE };
    schema = mem_text(house.m, name);
    settings = mem_printf(house.m, "%s/%s.conf", house.folder, name);
    char *text = mem_printf(house.m,
                            "[db]\nsocket = %s\nname = %s\noperator_user = %s\n%s[dir]\nsql = %s/sql\ntemplates = %s/templates\nsecrets = %s\nslots = %s\n"
                            "[socket]\ninspect = %s/inspect.sock\npoke = %s/poke.sock\n[origin]\npublic = http://public.localhost\n"
                            "staff = http://staff.localhost\nunion = http://union.localhost\n"
                            "[escalation]\nemail = leader@example.org\nphone = 13800000099\n[mail]\ndriver = null\ndomain = gongshi.test\n[sms]\ndriver = null\n[seal]\nopenings_an_hour = %d\n"
                            "[candidacy]\npromotion = %s\n",
                            house.socket, name, house.owner, more, house.top, house.top, house.secrets, house.folder, house.folder, house.folder, openings,
                            promotion ? "yes" : "no");
    house_ok(file_write(settings, text, strlen(text), 0600, &f), f);
    house_ok(conf_open(settings, &f), f);
}

/* A calendar for whatever year it is, and the next: those that come with the project end some day. */
static void more_years(void)
{
    unsigned error = house_sql("INSERT INTO calendar_year (year, revision, paper, loaded_at) SELECT seq, 1, 'tests', UTC_TIMESTAMP(6) "
                               "FROM seq_2024_to_2200 WHERE seq <= YEAR(UTC_TIMESTAMP()) + 1 AND seq > (SELECT MAX(year) FROM calendar_year)");
    assert_int_equal(error, 0);
}

int house_migrate(const char *name, const char *more)
{
    char *said;
    write_settings(name, more);
    int status = house_ctl(&said, "migrate");
    if (status != 0)
        print_error("# migrate: %s", said);
    return status;
}

void house_use(const char *name)
{
    static const char travel[] = "secure_timestamp = no\n";
    if (access(mem_printf(house.m, "%s/%s.conf", house.folder, name), F_OK) == 0)
        write_settings(name, travel);
    else
        assert_int_equal(house_migrate(name, travel), 0);
    more_years();
}

void house_empty(void)
{
    unsigned error = house_sql(
        "SET foreign_key_checks = 0, group_concat_max_len = 100000; SET @all = (SELECT CONCAT('BEGIN NOT ATOMIC ', "
        "GROUP_CONCAT('TRUNCATE `', TABLE_NAME, '`;' SEPARATOR ' '), ' END') FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() "
        "AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME NOT IN ('schema_step', 'calendar_year', 'calendar_day', 'message_template')); EXECUTE IMMEDIATE @all;"
        "INSERT INTO public_version VALUES (0, 1)");
    assert_int_equal(error, 0);
}

void house_openings(int an_hour)
{
    openings = an_hour;
    house_use(schema);
    openings = 1000;
}

void house_promotion(bool may)
{
    promotion = may;
    house_use(schema);
    promotion = true;
}

struct db *house_owner(void)
{
    return house_account(DB_OPERATOR);
}

struct db *house_account(enum db_account account)
{
    struct db *db = db_new(house.m, account);
    assert_true(db_alive(db));
    return db;
}

void house_inspectd(void)
{
    static bool there;
    char *program = file_path(house.m, house.build, "sbin/inspectd"), *socket = file_path(house.m, house.folder, "inspect.sock");
    if (there)
        return;
    there = true;
    fflush(NULL);
    if (fork() == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        execl(program, program, "-c", settings, (char *)NULL);
        _exit(127);
    }
    for (int i = 0; i < 200 && access(socket, F_OK) != 0; i++)
        clock_sleep(50000);
}

static unsigned sql(const char *user, const char *password, const char *text, int64_t *number)
{
    MYSQL *mysql = mysql_init(NULL);
    my_bool off = 0;
    unsigned error = 0;
    mysql_optionsv(mysql, MYSQL_OPT_RECONNECT, &off);
    if (mysql_real_connect(mysql, NULL, user, password, schema, 0, house.socket, CLIENT_MULTI_STATEMENTS) == NULL ||
        mysql_query(mysql, text) != 0)
        error = mysql_errno(mysql);
    for (int next = 0; error == 0 && next == 0;) {
        MYSQL_RES *rows = mysql_store_result(mysql);
        MYSQL_ROW row = rows != NULL ? mysql_fetch_row(rows) : NULL;
        if (number != NULL && row != NULL && row[0] != NULL)
            *number = strtoll(row[0], NULL, 10);
        mysql_free_result(rows);
        next = mysql_next_result(mysql);
        error = next > 0 ? mysql_errno(mysql) : 0;
    }
    mysql_close(mysql);
    return error;
}

unsigned house_server_sql(const char *text)
{
    const char *present = schema;
    schema = NULL;
    unsigned error = house_sql(text);
    schema = present;
    return error;
}

unsigned house_sql(const char *text)
{
    return sql(house.owner, NULL, text, NULL);
}

unsigned house_sql_as(enum db_account account, const char *text)
{
    struct fail f;
    size_t n;
    const char *name = db_account_word(account);
    char *password = file_read(house.m, mem_printf(house.m, "%s/%s.password", house.secrets, name), 200, &n, &f);
    assert_non_null(password);
    password[strcspn(password, "\n")] = '\0';
    return sql(name, password, text, NULL);
}

int64_t house_number(const char *query)
{
    int64_t number = INT64_MIN;
    unsigned error = sql(house.owner, NULL, query, &number);
    if (error != 0 || number == INT64_MIN)
        fail_msg("%s: error %u", query, error);
    return number;
}
