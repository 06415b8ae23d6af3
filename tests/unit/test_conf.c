/* What lib/base/conf promises: a file is taken whole or refused with its name and line; defaults fit their own rules. */
#include "check.h"

#include <signal.h>

#include "conf.h"
#include "file.h"

static char path[64];

static int open_file(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "/tmp/gs-conf-XXXXXX");
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int close_file(void **state)
{
    (void)state;
    return unlink(path);
}

static bool take(const char *text, struct fail *f)
{
    assert_true(file_write(path, text, strlen(text), 0600, f));
    return conf_open(path, f);
}

static void what_is_given_stands_beside_the_defaults(void **state)
{
    (void)state;
    struct fail f;
    assert_true(take("; the house\n[db]\nname = shelf\n\n[origin]\npublic = "
                     "https://gs.example.cn\nstaff=http://staff.localhost:8080\n"
                     "[session]\nidle_minutes=20\n[site]\norganiser = 杭州市总工会 ; of the city\n",
                     &f));
    assert_string_equal(conf_text("db.name"), "shelf");
    assert_string_equal(conf_text("origin.public"), "https://gs.example.cn");
    assert_string_equal(conf_text("origin.staff"), "http://staff.localhost:8080");
    assert_int_equal(conf_number("session.idle_minutes"), 20);
    assert_string_equal(conf_text("site.organiser"), "杭州市总工会");
    assert_int_equal(conf_number("session.absolute_hours"), 8);
    assert_string_equal(conf_text("objection.anonymous"), "AS_CLUE");
    assert_false(conf_is_given("origin.union"));
    assert_true(take("", &f));
    assert_string_equal(conf_text("db.name"), "gongshi");
}

static void a_unit_of_systemd_has_its_secrets_where_systemd_says(void **state)
{
    (void)state;
    struct fail f;
    assert_int_equal(setenv("CREDENTIALS_DIRECTORY", "/run/credentials/x", 1), 0);
    assert_true(take("[dir]\nsecrets = /etc/elsewhere\n", &f));
    assert_string_equal(conf_text("dir.secrets"), "/run/credentials/x");
    assert_int_equal(unsetenv("CREDENTIALS_DIRECTORY"), 0);
    assert_true(take("[dir]\nsecrets = /etc/elsewhere\n", &f));
    assert_string_equal(conf_text("dir.secrets"), "/etc/elsewhere");
}

static void what_is_wrong_is_named_by_file_and_line(void **state)
{
    (void)state;
    static const struct { const char *text; int line; const char *says; } rows[] = {
        {"[db]\nname = a\nnmae = b\n", 3, "unknown setting db.nmae"},
        {"\n\n[dbase]\nname = a\n", 4, "unknown setting dbase.name"},
        {"name = a\n", 1, "unknown setting .name"},
        {"[db]\nname = a\n[db]\nname = b\n", 4, "given twice: db.name"},
        {"[db]\nname = a\n  b\n", 3, "given twice: db.name"},
        {"[db]\nname\n", 2, "neither"},
        {"[db\nname = a\n", 1, "neither"},
        {"[session]\nidle_minutes = 0\n", 2, "session.idle_minutes"},
        {"[session]\nidle_minutes = 241\n", 2, "session.idle_minutes"},
        {"[session]\nidle_minutes = 15m\n", 2, "session.idle_minutes"},
        {"[session]\nidle_minutes =\n", 2, "session.idle_minutes"},
        {"[objection]\nanonymous = ACCEPT\n", 2, "objection.anonymous"},
        {"[objection]\nanonymous = AS\n", 2, "objection.anonymous"},
        {"[objection]\nanonymous = AS_CLUE|REJECT\n", 2, "objection.anonymous"},
        {"[objection]\nanonymous =\n", 2, "objection.anonymous"},
        {"[mail]\ndriver = sendmail\n", 2, "mail.driver"},
        {"[dir]\nsecrets = secrets\n", 2, "dir.secrets"},
        {"[dir]\nsecrets =\n", 2, "dir.secrets"},
        {"[origin]\npublic = gs.example.cn\n", 2, "origin.public"},
        {"[origin]\npublic = https://gs.example.cn/\n", 2, "origin.public"},
        {"[origin]\npublic = https://gs.example.cn/x\n", 2, "origin.public"},
        {"[origin]\npublic = https://\n", 2, "origin.public"},
        {"[origin]\npublic = https://a@b\n", 2, "origin.public"},
        {"[origin]\npublic = https://a:0\n", 2, "origin.public"},
        {"[origin]\npublic = https://a:65536\n", 2, "origin.public"},
        {"[origin]\npublic = https://a:\n", 2, "origin.public"},
        {"[origin]\npublic = ftp://a\n", 2, "origin.public"},
        {"[origin]\npublic = https://A.cn\n", 2, "origin.public"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct fail f = {0};
        char where[128];
        assert_false(take(rows[i].text, &f));
        assert_string_equal(f.code, "conf_bad");
        snprintf(where, sizeof where, "%s:%d: ", path, rows[i].line);
        if (strncmp(f.detail, where, strlen(where)) != 0 || strstr(f.detail, rows[i].says) == NULL)
            fail_msg("row %zu: %s, wanted %s…%s", i, f.detail, where, rows[i].says);
        assert_string_equal(conf_text("db.name"), "gongshi");
    }
}

static void long_lines_and_other_files_are_refused(void **state)
{
    (void)state;
    struct fail f;
    char text[600];
    memset(text, 'a', sizeof text);
    memcpy(text, "[site]\nphone = ", 15);
    text[500] = '\0';
    assert_false(take(text, &f));
    assert_non_null(strstr(f.detail, ":2: line too long"));
    memset(text, 'a', sizeof text);
    memcpy(text, "[site]\nphone = ", 15);
    memcpy(text + 150, "\nicp = b\n", 10);
    assert_true(take(text, &f));
    assert_int_equal(strlen(conf_text("site.phone")), 135);
    assert_true(file_write(path, "[db]\n\0name = a\n", 15, 0600, &f));
    assert_false(conf_open(path, &f));
    assert_false(conf_open("/nowhere/at.all", &f));
    assert_string_equal(f.code, "file_missing");
    assert_false(conf_open("/tmp", &f));
}

static void ask_for_no_setting(void *arg)
{
    conf_text(arg);
}

static void asking_wrongly_ends_the_program(void **state)
{
    (void)state;
    struct fail f;
    char said[500];
    assert_true(take("", &f));
    assert_int_equal(ending(ask_for_no_setting, (char[]){"db.colour"}, said, sizeof said), 128 + SIGABRT);
    assert_non_null(strstr(said, "db.colour"));
    assert_int_equal(ending(ask_for_no_setting, (char[]){"origin.union"}, said, sizeof said), 1);
    assert_non_null(strstr(said, "origin.union must be given"));
}

static void the_table_agrees_with_itself(void **state)
{
    (void)state;
    size_t count;
    struct fail f;
    const struct conf_setting *t = conf_table(&count);
    for (size_t i = 0; i < count; i++) {
        const char *dot = strchr(t[i].key, '.');
        assert_non_null(dot);
        assert_true(strlen(t[i].sentence) > 10 && t[i].sentence[strlen(t[i].sentence) - 1] == '.');
        assert_true(t[i].kind != CONF_NUMBER || (t[i].min <= t[i].max && t[i].unit[0] != '\0'));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(t[i].key, t[j].key);
        /* A default must be a value that the file could give. */
        char text[600];
        snprintf(text, sizeof text, "[%.*s]\n%s = %s\n", (int)(dot - t[i].key), t[i].key, dot + 1,
                 t[i].standard != NULL ? t[i].standard : "");
        if (t[i].standard != NULL && !take(text, &f))
            fail_msg("%s", f.detail);
    }
}

static void every_setting_stands_in_the_manual(void **state)
{
    (void)state;
    size_t count, n;
    struct fail f;
    struct mem *m = mem_new(NULL, "test");
    const struct conf_setting *t = conf_table(&count);
    const char *top = getenv("top_srcdir");
    char *page = file_read(m, file_path(m, top != NULL ? top : ".", "man/gongshi.conf.5"), 1 << 20, &n, &f);
    if (page == NULL)
        fail_msg("%s", f.detail);
    /* roff wants a hyphen that is one escaped. */
    char *to = page;
    for (const char *c = page; *c != '\0'; c++)
        if (c[0] != '\\' || c[1] != '-')
            *to++ = *c;
    *to = '\0';
    for (size_t i = 0; i < count; i++) {
        const char *entry = mem_printf(m, "\n.TP\n.B %s\n%s\n", t[i].key, t[i].sentence);
        if (t[i].kind == CONF_NUMBER)
            entry = mem_printf(m, "%sA number of %s from %lld to %lld, by default %s.\n", entry, t[i].unit,
                               (long long)t[i].min, (long long)t[i].max, t[i].standard);
        if (strstr(page, entry) == NULL)
            fail_msg("not in man/gongshi.conf.5:%s", entry);
    }
    mem_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_given_stands_beside_the_defaults),
        cmocka_unit_test(a_unit_of_systemd_has_its_secrets_where_systemd_says),
        cmocka_unit_test(what_is_wrong_is_named_by_file_and_line),
        cmocka_unit_test(long_lines_and_other_files_are_refused),
        cmocka_unit_test(asking_wrongly_ends_the_program),
        cmocka_unit_test(the_table_agrees_with_itself),
        cmocka_unit_test(every_setting_stands_in_the_manual),
    };
    return cmocka_run_group_tests_name("conf", tests, open_file, close_file);
}
