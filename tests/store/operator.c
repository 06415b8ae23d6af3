/* operator: gongshictl as its manual tells it. */
#include "file.h"
#include "suite.h"
#include "workdays.h"

static char *said;

static char *kept_in_a_file(const char *name, const char *text)
{
    struct fail f;
    char *path = file_path(house.m, house.folder, name);
    assert_true(file_write(path, text, strlen(text), 0600, &f));
    return path;
}

/* What stands after `word` in the last output, to the end of its line. */
static char *after(const char *word)
{
    const char *at = strstr(said, word);
    if (at == NULL)
        fail_msg("no \"%s\" in: %s", word, said);
    return mem_text_n(house.m, at + strlen(word), strcspn(at + strlen(word), "\n"));
}

static void keys_are_made_once_and_their_code_is_told_once(void **state)
{
    (void)state;
    house_use("operator");
    assert_int_equal(house_ctl(&said, "key", "init"), 0);
    assert_int_equal(strlen(after("recovery code of the office: ")), 39);
    assert_int_equal(house_number("SELECT COUNT(*) FROM seal_key"), 3);
    kept_in_a_file("recovery", after("recovery code of the office: "));
    assert_int_equal(house_ctl(&said, "key", "init"), 1);
    assert_non_null(strstr(said, "keys_exist"));
    assert_null(strstr(said, "recovery code of the office"));
}

static void an_officer_is_made_active_with_what_his_roles_need(void **state)
{
    (void)state;
    char *password = kept_in_a_file("password", "seven otters in the rain\n"), *recovery = file_path(house.m, house.folder, "recovery");
    house_use("operator");
    assert_int_equal(house_ctl(&said, "officer", "add", "chen", "陈", "case,approver", "--password-file", password, "--recovery-file", recovery), 0);
    assert_non_null(strstr(said, "otpauth://totp/"));
    assert_int_equal(strlen(after("own recovery code: ")), 39);
    assert_null(strstr(said, "otters"));
    assert_int_equal(house_number("SELECT COUNT(*) FROM officer WHERE login = 'chen' AND state = 'ACTIVE' AND roles = 24"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM key_grant"), 1);
    assert_int_equal(house_ctl(&said, "officer", "add", "lin", "林", "admin", "--password-file", password), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM key_grant"), 1);
}

static void faults_of_an_officer_are_named_and_nothing_is_kept(void **state)
{
    (void)state;
    char *good = kept_in_a_file("password", "seven otters in the rain\n"), *bad = kept_in_a_file("short", "short\n");
    char *empty = kept_in_a_file("empty", ""), *wrong = kept_in_a_file("wrong", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA\n");
    house_use("operator");
    int64_t before = house_number("SELECT COUNT(*) FROM officer");
    assert_int_equal(house_ctl(&said, "officer", "add", "chen", "陈", "case", "--password-file", good), 1);
    assert_non_null(strstr(said, "login_taken"));
    assert_int_equal(house_ctl(&said, "officer", "add", "wuhao", "吴", "case,identity", "--password-file", good), 1);
    assert_non_null(strstr(said, "roles_together"));
    assert_int_equal(house_ctl(&said, "officer", "add", "wuhao", "吴", "case", "--password-file", bad), 1);
    assert_non_null(strstr(said, "password_short"));
    assert_int_equal(house_ctl(&said, "officer", "add", "wuhao", "吴", "case", "--password-file", empty), 1);
    assert_int_equal(house_ctl(&said, "officer", "add", "wuhao", "吴", "case", "--password-file", good, "--recovery-file", wrong), 1);
    assert_non_null(strstr(said, "recovery_wrong"));
    assert_int_equal(house_number("SELECT COUNT(*) FROM officer"), before);
}

static void what_is_typed_wrongly_is_told_with_the_whole_usage(void **state)
{
    (void)state;
    house_use("operator");
    assert_int_equal(house_ctl(&said, "officer", "add", "wuhao", "吴", "king"), 2);
    assert_int_equal(house_ctl(&said, "officer", "add", "wuhao"), 2);
    assert_int_equal(house_ctl(&said, "migrate", "now"), 2);
    assert_int_equal(house_ctl(&said, "key"), 2);
    assert_int_equal(house_ctl(&said, "fly"), 2);
    assert_non_null(strstr(said, "calendar load FILE"));
    assert_int_equal(house_ctl(&said, NULL), 2);
}

static void the_years_that_come_with_the_release_have_their_working_days(void **state)
{
    (void)state;
    static const struct { int year, days; } years[] = { { 2023, 249 }, { 2024, 251 }, { 2025, 248 }, { 2026, 248 } };
    struct fail f = { .kind = FAIL_NONE };
    struct workdays w;
    house_use("operator");
    house_ok(workdays_load(house.m, house_account(DB_PUBLIC), &w, &f), f);
    for (size_t i = 0; i < ROWS(years); i++) {
        day first, last;
        int n = 0;
        assert_true(clock_day_from_ymd(years[i].year, 1, 1, &first) && clock_day_from_ymd(years[i].year, 12, 31, &last));
        house_ok(calendar_between(&w.calendar, first - 1, last, &n, &f) || years[i].year == 2023, f);
        if (years[i].year == 2023) /* the day before the first is not loaded */
            house_ok(calendar_between(&w.calendar, first, last, &n, &f), f); /* 1 January is off */
        assert_int_equal(n, years[i].days);
    }
}

static void a_new_revision_of_a_year_takes_the_old_ones_place(void **state)
{
    (void)state;
    struct fail f = { .kind = FAIL_NONE };
    struct workdays w;
    day d;
    bool work;
    house_use("operator");
    char *file = kept_in_a_file("2026.csv", "# changed\nyear,2026\npaper,https://example.org/\n2026-01-02,off,元旦\n2026-01-10,work,元旦\n");
    assert_int_equal(house_ctl(&said, "calendar", "load", file), 0);
    assert_string_equal(said, "calendar: 2026, revision 2\ndeadlines moved to a later day: 0 of cases, 0 of requests to unions\n");
    house_ok(workdays_load(house.m, house_account(DB_PUBLIC), &w, &f), f);
    assert_true(clock_day_from_text("2026-01-10", &d));
    house_ok(calendar_is_workday(&w.calendar, d, &work, &f), f);
    assert_true(work);
    assert_true(clock_day_from_text("2026-01-01", &d));
    house_ok(calendar_is_workday(&w.calendar, d, &work, &f), f);
    assert_true(work);
    assert_int_equal(house_ctl(&said, "migrate"), 0);
    assert_string_equal(said, "");
}

/* What a plan was at an instant is still known: a period that was printed by it can be explained. */
static void older_revisions_stay(void **state)
{
    (void)state;
    struct fail f = { .kind = FAIL_NONE };
    struct workdays old, now;
    instant before;
    day d;
    house_use("operator");
    house_ok(db_now(house_account(DB_OPERATOR), &before, &f), f);
    char *file = kept_in_a_file("2025.json", "{\"year\":2025,\"papers\":[\"https://example.org/2\"],\"number\":\"国办发明电〔2025〕9号\",\"days\":["
                                             "{\"name\":\"元旦\",\"date\":\"2024-12-31\",\"isOffDay\":true},"
                                             "{\"name\":\"元旦\",\"date\":\"2025-01-02\",\"isOffDay\":true}]}");
    assert_int_equal(house_ctl(&said, "calendar", "load", file), 0);
    assert_non_null(strstr(said, "calendar: 2025, revision 2\n"));
    house_ok(workdays_load_at(house.m, house_account(DB_PUBLIC), before, &old, &f), f);
    house_ok(workdays_load(house.m, house_account(DB_PUBLIC), &now, &f), f);
    assert_true(clock_day_from_text("2025-01-02", &d));
    struct calendar_day then = calendar_look(&old.calendar, d), today = calendar_look(&now.calendar, d);
    assert_int_equal(then.kind, CALENDAR_WORKDAY);
    assert_int_equal(then.plan->revision, 1);
    assert_string_equal(then.plan->number, "国办发明电〔2024〕12号");
    assert_int_equal(today.kind, CALENDAR_HOLIDAY);
    assert_string_equal(today.name, "元旦");
    assert_string_equal(today.plan->number, "国办发明电〔2025〕9号");
    /* The last day of the year before is the later plan's. */
    today = calendar_look(&now.calendar, d - 2);
    assert_int_equal(today.kind, CALENDAR_HOLIDAY);
    assert_int_equal(today.plan->year, 2025);
    assert_int_equal(calendar_look(&old.calendar, d - 2).kind, CALENDAR_WORKDAY);
    assert_int_equal(house_number("SELECT COUNT(*) FROM calendar_year WHERE year = 2025"), 2);
}

static void a_calendar_that_is_none_is_named_by_line(void **state)
{
    (void)state;
    static const struct { const char *text, *says; } bad[] = {
        { "year,2026\npaper,https://example.org/\n2026-02-30,off,x\n", "line 3: a date" },
        { "{\n\"year\": 2026,\n}", "line 3: " },
        { "{\"year\":2026,\"papers\":[\"https://example.org/\"],\"days\":[{\"name\":\"x\",\"date\":\"2026-02-03\",\"isOffDay\":false}]}",
          "day 1: only a Saturday" },
    };
    house_use("operator");
    int64_t before = house_number("SELECT COUNT(*) FROM calendar_year");
    for (size_t i = 0; i < ROWS(bad); i++) {
        char *file = kept_in_a_file("bad.csv", bad[i].text);
        assert_int_equal(house_ctl(&said, "calendar", "load", file), 1);
        if (strstr(said, bad[i].says) == NULL)
            fail_msg("%s: %s", bad[i].text, said);
    }
    assert_int_equal(house_ctl(&said, "calendar", "load", "/nowhere/2026.csv"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM calendar_year"), before);
}

static void the_manual_has_every_command(void **state)
{
    (void)state;
    struct fail f;
    size_t n;
    char *page = file_read(house.m, file_path(house.m, house.top, "man/gongshictl.8"), 1 << 20, &n, &f), *to = page;
    int commands = 0;
    assert_non_null(page);
    for (const char *c = page; *c != '\0'; c++)
        if (c[0] != '\\' || c[1] != '-')
            *to++ = *c;
    *to = '\0';
    house_use("operator");
    house_ctl(&said, "help");
    /* "  words ARGUMENTS\n      sentence\n" */
    for (char *line = strstr(said, "\n  "); line != NULL; line = strstr(line + 1, "\n  ")) {
        char *text = mem_text_n(house.m, line + 1, strcspn(line + 1, "\n"));
        if (strncmp(text, "      ", 6) != 0)
            continue;
        commands++;
        if (strstr(page, mem_printf(house.m, "\n%s\n", text + 6)) == NULL)
            fail_msg("not in man/gongshictl.8: %s", text + 6);
    }
    assert_true(commands >= 5);
}

static void the_settings_are_listed(void **state)
{
    (void)state;
    house_use("operator");
    assert_int_equal(house_ctl(&said, "settings"), 0);
    assert_string_equal(after("db.name = "), "operator");
    assert_string_equal(after("mail.url = "), "(not given)");
}

SUITE(operator, cmocka_unit_test(keys_are_made_once_and_their_code_is_told_once),
      cmocka_unit_test(an_officer_is_made_active_with_what_his_roles_need), cmocka_unit_test(faults_of_an_officer_are_named_and_nothing_is_kept),
      cmocka_unit_test(what_is_typed_wrongly_is_told_with_the_whole_usage),
      cmocka_unit_test(the_years_that_come_with_the_release_have_their_working_days),
      cmocka_unit_test(a_new_revision_of_a_year_takes_the_old_ones_place), cmocka_unit_test(older_revisions_stay),
      cmocka_unit_test(a_calendar_that_is_none_is_named_by_line),
      cmocka_unit_test(the_manual_has_every_command), cmocka_unit_test(the_settings_are_listed));
