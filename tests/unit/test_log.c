/* What lib/base/log promises: one line a call whatever is in it, and what lib/base/fail says in it. */
#include "check.h"

#include "log.h"

static void say(void *arg)
{
    log_open("test");
    log_line(LOG_WARNING, "%s", (const char *)arg);
}

/* Where the text of the line begins, after "<4>test[123]: ". */
static const char *body(const char *line)
{
    const char *at = strstr(line, "]: ");
    assert_non_null(at);
    assert_int_equal(strncmp(line, "<4>test[", 8), 0);
    return at + 3;
}

static void nothing_forges_or_hides_a_line(void **state)
{
    (void)state;
    static const struct { const char *text, *line; } rows[] = {
        {"a b 公示 𠮷", "a b 公示 𠮷\n"},
        {"", "\n"},
        {"a\n<3>gongshi: all is well", "a\\x0A<3>gongshi: all is well\n"},
        {"a\r\nb", "a\\x0D\\x0Ab\n"},
        {"\x1b[2J", "\\x1B[2J\n"},
        {"a\x7f\b\t", "a\\x7F\\x08\\x09\n"},
        {"\xc2\x9b" "2J", "\\xC2\\x9B2J\n"},
        {"a\u202e" "b", "a\\xE2\\x80\\xAE" "b\n"},
        {"a\u2066" "b\u2069", "a\\xE2\\x81\\xA6" "b\\xE2\\x81\\xA9\n"},
        {"a\u2028" "b\u2029", "a\\xE2\\x80\\xA8" "b\\xE2\\x80\\xA9\n"},
        {"\xff\xfe", "\\xFF\\xFE\n"},
        {"\xe4\xb8", "\\xE4\\xB8\n"},
        {"%s%n", "%s%n\n"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        char said[1000], copy[100];
        snprintf(copy, sizeof copy, "%s", rows[i].text);
        assert_int_equal(ending(say, copy, said, sizeof said), 0);
        assert_string_equal(body(said), rows[i].line);
    }
}

static void long_lines_are_cut_and_still_end(void **state)
{
    (void)state;
    static const char *const pieces[] = {"x", "\n", "\u202e", "公"};
    for (size_t i = 0; i < ROWS(pieces); i++) {
        char text[9000] = "", said[9000];
        for (size_t n = 0; n + 4 < sizeof text; n += strlen(pieces[i]))
            memcpy(text + n, pieces[i], strlen(pieces[i]) + 1);
        assert_int_equal(ending(say, text, said, sizeof said), 0);
        size_t n = strlen(said);
        assert_in_range(n, 1500, 2048);
        assert_ptr_equal(strchr(said, '\n'), said + n - 1);
    }
}

static void say_fail(void *arg)
{
    log_open("test");
    log_context("r\n1");
    log_fail("here", arg);
}

static void a_fail_is_one_line_with_its_context(void **state)
{
    (void)state;
    char said[1000];
    struct fail f;
    assert_false(fail_set(&f, FAIL_UNAVAILABLE, "db_away", "socket %s", "gone\n"));
    assert_int_equal(ending(say_fail, &f, said, sizeof said), 0);
    assert_int_equal(strncmp(said, "<3>test[", 8), 0);
    assert_non_null(strstr(said, "] r\\x0A1: here: unavailable db_away: socket gone\\x0A\n"));
    assert_false(fail_field(&f, "email", "email_bad"));
    assert_int_equal(ending(say_fail, &f, said, sizeof said), 0);
    assert_non_null(strstr(said, "here: input email_bad field=email\n"));
}

static void fails_keep_within_their_room(void **state)
{
    (void)state;
    struct fail f;
    char wide[1000];
    memset(wide, 'w', sizeof wide);
    wide[999] = '\0';
    assert_false(fail_field(&f, wide, wide));
    assert_int_equal(strlen(f.code), sizeof f.code - 1);
    assert_int_equal(strlen(f.field), sizeof f.field - 1);
    assert_false(fail_set(&f, FAIL_INTERNAL, "x", "%s", wide));
    assert_string_equal(f.field, "");
    assert_int_equal(strlen(f.detail), sizeof f.detail - 1);
}

static void every_kind_has_its_status(void **state)
{
    (void)state;
    static const int want[] = {200, 422, 403, 404, 409, 413, 415, 429, 503, 503, 500};
    assert_int_equal(ROWS(want), FAIL__MAX);
    for (int kind = 0; kind < FAIL__MAX; kind++)
        assert_int_equal(fail_status((enum fail_kind)kind), want[kind]);
    assert_int_equal(fail_status((enum fail_kind)99), 500);
}

static void die(void *arg)
{
    log_die("%s is missing", (const char *)arg);
}

static void dying_says_why(void **state)
{
    (void)state;
    char said[200];
    assert_int_equal(ending(die, (char[]){"a key"}, said, sizeof said), 1);
    assert_non_null(strstr(said, "a key is missing\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_forges_or_hides_a_line),
        cmocka_unit_test(long_lines_are_cut_and_still_end),
        cmocka_unit_test(a_fail_is_one_line_with_its_context),
        cmocka_unit_test(fails_keep_within_their_room),
        cmocka_unit_test(every_kind_has_its_status),
        cmocka_unit_test(dying_says_why),
    };
    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
