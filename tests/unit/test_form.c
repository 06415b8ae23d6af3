/* What a form promises: its table is held to the letter, a mistake is said beside its field, and what was typed stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "caller.h"

/* One form for all kinds; the page says what it read, or which faults it has. */
static const struct form_field EVERY[] = {
    { "line", FORM_LINE, true, 2, 5, NULL },         { "name", FORM_NAME, false, 2, 25, NULL },
    { "lines", FORM_LINES, false, 3, 20, NULL },     { "exact", FORM_EXACT, false, 3, 8, NULL },
    { "number", FORM_NUMBER, false, -5, 4000000000, NULL }, { "day", FORM_DAY, false, 0, 0, NULL },
    { "phone", FORM_PHONE, false, 0, 0, NULL },      { "email", FORM_EMAIL, false, 0, 0, NULL },
    { "code", FORM_CODE, false, 6, 6, NULL },        { "choice", FORM_CHOICE, false, 0, 0, "RED|BLUE" },
    { "choices", FORM_CHOICES, false, 0, 0, "A|B|C" }, { "tick", FORM_TICK, false, 0, 0, NULL },
    { "hidden", FORM_HIDDEN, false, 4, 8, NULL },
};
static const struct form_field NEEDED[] = {
    { "line", FORM_LINE, true, 1, 5, NULL },      { "choice", FORM_CHOICE, true, 0, 0, "RED|BLUE" },
    { "choices", FORM_CHOICES, true, 0, 0, "A|B" }, { "tick", FORM_TICK, true, 0, 0, NULL },
};
static const struct form_field *table;
static size_t table_count;
static char said[4096];
static const struct form_field *more; /* a table that is wrong */

static void say(const struct form *form)
{
    size_t n = 0;
    said[0] = '\0';
    for (size_t i = 0; i < form_count(form); i++) {
        const struct form_fault *fault = form_fault_at(form, i);
        const char *shown = form_shown(form, i);
        if (fault != NULL)
            n += (size_t)snprintf(said + n, sizeof said - n, "%s!%s(%lld,%lld)[%.80s] ", form_field_at(form, i)->name, fault->code,
                                  (long long)fault->one, (long long)fault->two, shown);
        else if (*shown != '\0')
            n += (size_t)snprintf(said + n, sizeof said - n, "%s=%.80s ", form_field_at(form, i)->name, shown);
    }
    if (n > 0)
        said[n - 1] = '\0';
}

static void form_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    struct form *form = form_new(r, table, table_count);
    (void)v;
    snprintf(said, sizeof said, "%s", "refused");
    if (!(r->route->method == WEB_GET ? form_read_query(form, &f) : form_read(form, &f))) {
        response_fail(out, &f);
        return;
    }
    say(form);
    response_page_status(out, form_ok(form) ? 200 : 422, "form");
}

/* The page reads its form, packs it and says what another form reads of that. */
static size_t packed_max;
static void packed_page(struct request *r, struct view_node *v, struct response *out)
{
    static const char *const NAMES[] = { "line", "lines", "choice", "choices", "tick", "phone", "day", "number", NULL };
    struct fail f = { 0 };
    struct form *form = form_new(r, EVERY, sizeof EVERY / sizeof *EVERY), *again = form_new(r, EVERY, sizeof EVERY / sizeof *EVERY);
    (void)v;
    assert_true(form_read(form, &f));
    char *packed = form_pack(form, NAMES, packed_max);
    response_page(out, "form");
    if (packed == NULL) {
        snprintf(said, sizeof said, "%s", "too long");
        return;
    }
    assert_true(form_read_packed(again, packed, &f));
    say(again);
    assert_true(form_chosen(again, "choices", "A") == form_chosen(form, "choices", "A"));
    assert_true(form_chosen(again, "choices", "B") == form_chosen(form, "choices", "B"));
    form_copy(again, form, "email");
    assert_string_equal(form_text(again, "email"), form_text(form, "email"));
}

static void typed_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    day d = 0;
    struct form *form = form_new(r, EVERY, sizeof EVERY / sizeof *EVERY);
    (void)v;
    assert_true(form_read(form, &f));
    assert_true(form_ok(form));
    assert_string_equal(form_text(form, "line"), "一二");
    assert_int_equal(form_number(form, "number"), 3000000000);
    assert_true(form_day(form, "day", &d) && d == 20781);
    assert_true(form_tick(form, "tick") && form_chosen(form, "choice", "BLUE") && !form_chosen(form, "choice", "RED"));
    assert_true(form_chosen(form, "choices", "A") && form_chosen(form, "choices", "C") && !form_chosen(form, "choices", "B"));
    assert_string_equal(form_text(form, "exact"), " pä ss");
    assert_string_equal(form_text(form, "phone"), "13800138000");
    struct fail taken = { 0 };
    fail_field(&taken, "line", "line_taken");
    assert_true(form_take_fail(form, &taken) && !form_ok(form));
    fail_set(&taken, FAIL_CONFLICT, "conflict", "somebody was faster");
    assert_false(form_take_fail(form, &taken));
    response_page(out, "typed");
}

static void made_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    form_new(r, more, 2);
    response_page(out, "made");
}

static const struct web_route ROUTES[] = {
    ROUTE(WEB_POST, "/form", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, form_page),
    ROUTE(WEB_GET, "/form", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, form_page),
    ROUTE(WEB_POST, "/typed", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, typed_page),
    ROUTE(WEB_POST, "/packed", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, packed_page),
    ROUTE(WEB_GET, "/made", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, made_page),
};
static const struct web_program PROGRAM = { .name = "public", .routes = ROUTES, .route_count = sizeof ROUTES / sizeof *ROUTES,
                                            CALLER_HOOKS };

static int post_bytes(const char *body, size_t n)
{
    return caller_ask(&PROGRAM, &(struct call){ .method = "POST", .uri = "/form", .body = body, .body_n = n }).status;
}

/* Posts to the form of every kind and compares the status and what it says. */
static void expect(const char *body, int status, const char *what)
{
    int got = post_bytes(body, 0);
    if (got != status || strcmp(said, what) != 0)
        fail_msg("%s: %d %s, wanted %d %s", body, got, said, status, what);
}

struct row { const char *body; int status; const char *said; };

static void expect_all(const struct row *rows, size_t n)
{
    table = EVERY;
    table_count = sizeof EVERY / sizeof *EVERY;
    for (size_t i = 0; i < n; i++)
        expect(rows[i].body, rows[i].status, rows[i].said);
}
#define EXPECT_ALL(...) expect_all((const struct row[]){ __VA_ARGS__ }, sizeof((const struct row[]){ __VA_ARGS__ }) / sizeof(struct row))

static void lengths_count_code_points_and_end_at_max(void **state)
{
    (void)state;
    EXPECT_ALL({ "line=%E4%B8%80%E4%BA%8C", 200, "line=一二" },
               { "line=%E4%B8%80", 422, "line!too_short(2,1)[一]" },
               { "line=%F0%A0%AE%B7%E4%B8%80%E4%BA%8C%E4%B8%89%E5%9B%9B", 200, "line=𠮷一二三四" },
               { "line=%F0%A0%AE%B7%E4%B8%80%E4%BA%8C%E4%B8%89%E5%9B%9B%E4%BA%94", 422, "line!too_long(5,6)[𠮷一二三四五]" },
               { "line=++ab%E3%80%80", 200, "line=ab" },
               { "line=ab&name=%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80"
                 "%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80%E4%B8%80",
                 200, "line=ab name=一一一一一一一一一一一一一一一一一一一一一一一一一" },
               { "line=ab&exact=%E4%B8%80%E4%B8%80", 200, "line=ab" },
               { "line=ab&exact=%E4%B8%80%E4%B8%80%E4%B8%80", 422, "line=ab exact!too_long(8,9)[]" },
               { "line=ab&exact=xy", 422, "line=ab exact!too_short(3,2)[]" },
               { "line=ab&lines=ab", 422, "line=ab lines!too_short(3,2)[ab]" },
               { "line=ab&code=12+34-56", 200, "line=ab code=123456" },
               { "line=ab&code=12345", 422, "line=ab code!too_short(6,5)[12345]" },
               { "line=ab&code=%EF%BC%91%EF%BC%92345a", 200, "line=ab code=12345A" });
}

static void values_of_each_kind_are_read_or_said_wrong_beside_the_field(void **state)
{
    (void)state;
    EXPECT_ALL({ "line=ab&name=%E9%98%BF%E2%80%A2%E5%B8%83", 200, "line=ab name=阿·布" },
               { "line=ab&lines=a%0D%0Ab%0Dc", 200, "line=ab lines=a\nb\nc" },
               { "line=ab&number=%EF%BC%91%EF%BC%92", 200, "line=ab number=12" },
               { "line=ab&number=-5", 200, "line=ab number=-5" },
               { "line=ab&number=-6", 422, "line=ab number!number_range(-5,4000000000)[-6]" },
               { "line=ab&number=4000000001", 422, "line=ab number!number_range(-5,4000000000)[4000000001]" },
               { "line=ab&number=99999999999999999999", 422, "line=ab number!not_a_number(0,0)[99999999999999999999]" },
               { "line=ab&number=0x10", 422, "line=ab number!not_a_number(0,0)[0x10]" },
               { "line=ab&number=1e3", 422, "line=ab number!not_a_number(0,0)[1e3]" },
               { "line=ab&phone=138-0013+8000", 200, "line=ab phone=13800138000" },
               { "line=ab&phone=0571-8888", 422, "line=ab phone!phone_wrong(0,0)[0571-8888]" },
               { "line=ab&email=a%40b", 422, "line=ab email!email_wrong(0,0)[a@b]" },
               { "line=ab&email=%EF%BD%81%EF%BC%A0b.cn", 200, "line=ab email=a@b.cn" },
               { "line=ab&choice=RED", 200, "line=ab choice=RED" },
               { "line=ab&choice=GREEN", 422, "line=ab choice!choose_one(0,0)[GREEN]" },
               { "line=ab&choice=RED%7CBLUE", 422, "line=ab choice!choose_one(0,0)[RED|BLUE]" },
               { "line=ab&choice=RE", 422, "line=ab choice!choose_one(0,0)[RE]" },
               { "line=ab&choices=A&choices=D", 422, "line=ab choices!choose_one(0,0)[]" },
               { "line=ab&choices=A&choices=B&choices=C", 200, "line=ab" },
               { "line=ab&tick=1", 200, "line=ab tick=1" },
               { "line=ab&hidden=ab_.-9", 200, "line=ab hidden=ab_.-9" });
}

static void a_day_is_read_as_people_write_it_and_nothing_else(void **state)
{
    (void)state;
    EXPECT_ALL({ "line=ab&day=2026-11-24", 200, "line=ab day=2026-11-24" },
               { "line=ab&day=2026%E5%B9%B411%E6%9C%884%E6%97%A5", 200, "line=ab day=2026-11-04" },
               { "line=ab&day=%EF%BC%92026%EF%BC%8F1%EF%BC%8F4", 200, "line=ab day=2026-01-04" },
               { "line=ab&day=2026.1.4", 200, "line=ab day=2026-01-04" },
               { "line=ab&day=2026-02-29", 422, "line=ab day!day_wrong(0,0)[2026-02-29]" },
               { "line=ab&day=2026-2-4x", 422, "line=ab day!day_wrong(0,0)[2026-2-4x]" },
               { "line=ab&day=x2026-2-4", 422, "line=ab day!day_wrong(0,0)[x2026-2-4]" },
               { "line=ab&day=2026--2-4", 422, "line=ab day!day_wrong(0,0)[2026--2-4]" },
               { "line=ab&day=2026-2-4-", 422, "line=ab day!day_wrong(0,0)[2026-2-4-]" },
               { "line=ab&day=2026-002-04", 422, "line=ab day!day_wrong(0,0)[2026-002-04]" },
               { "line=ab&day=20260204", 422, "line=ab day!day_wrong(0,0)[20260204]" },
               { "line=ab&day=2026%E6%9C%884%E5%B9%B41", 422, "line=ab day!day_wrong(0,0)[2026月4年1]" });
}

static void what_is_missing_is_said_and_blank_is_missing(void **state)
{
    (void)state;
    table = NEEDED;
    table_count = sizeof NEEDED / sizeof *NEEDED;
    const char *all = "line!needed(0,0)[] choice!choose_one(0,0)[] choices!choose_one(0,0)[] tick!tick_needed(0,0)[]";
    expect("", 422, all);
    expect("line=%E3%80%80+&choice=&tick=", 422, all);
    expect("line&choice&tick", 422, all);
    expect("&&&", 422, all);
    expect("line=a&choice=RED&choices=B&tick=1", 200, "line=a choice=RED tick=1");
}

static void control_and_invisible_signs_are_said_beside_the_field_and_kept(void **state)
{
    (void)state;
    EXPECT_ALL({ "line=a%01b", 422, "line!text_control(0,0)[a\x01" "b]" },
               { "line=a%0Ab", 422, "line!text_control(0,0)[a\nb]" },
               { "line=a%E2%80%AEb", 422, "line!text_control(0,0)[a\u202e" "b]" },
               { "line=a%E2%80%8Bb&lines=abc", 422, "line!text_control(0,0)[a\u200b" "b] lines=abc" },
               { "line=ab&lines=abc%7F", 422, "line=ab lines!text_control(0,0)[abc\x7f]" },
               { "line=ab&name=%C2%85ab", 422, "line=ab name!text_control(0,0)[\xc2\x85" "ab]" },
               { "line=ab&exact=a%09b", 200, "line=ab" });
}

static void what_no_browser_sends_from_our_form_ends_the_request(void **state)
{
    (void)state;
    EXPECT_ALL({ "line=ab&line=ab", 400, "refused" },
               { "line=ab&tick=1&tick=1", 400, "refused" },
               { "line=ab&choices=A&choices=A", 400, "refused" },
               { "line=ab&state=ACCEPTED", 400, "refused" },
               { "line=ab&Line=ab", 400, "refused" },
               { "line=ab&line.a=1", 400, "refused" },
               { "line=ab&.=1", 400, "refused" },
               { "line=ab&=1", 400, "refused" },
               { "line=ab&csrf=x", 400, "refused" },
               { "line=%FF%FE", 400, "refused" },
               { "line=%C0%AF", 400, "refused" },
               { "line=%ED%A0%80", 400, "refused" },
               { "line=%F4%90%80%80", 400, "refused" },
               { "line=ab%00", 400, "refused" },
               { "line=ab&exact=abc%00d", 400, "refused" },
               { "line=ab&exact=%FF%FF%FF", 400, "refused" },
               { "line%00x=ab", 400, "refused" },
               { "line=%4", 400, "refused" },
               { "line=%", 400, "refused" },
               { "line=%zz", 400, "refused" },
               { "line=ab&tick=on", 400, "refused" },
               { "line=ab&hidden=abc", 400, "refused" },
               { "line=ab&hidden=abcdefghi", 400, "refused" },
               { "line=ab&hidden=ab%20cd", 400, "refused" },
               { "line=ab&hidden=abcd%01", 400, "refused" },
               { "line=%252541", 200, "line=%2541" });
    assert_int_equal(post_bytes("line=ab\0&state=1", 16), 400);
}

static void a_thousand_fields_are_refused_and_a_large_one_is_not_slow(void **state)
{
    (void)state;
    struct mem *m = mem_new(NULL, "test");
    struct buf b;
    table = EVERY;
    table_count = sizeof EVERY / sizeof *EVERY;
    buf_init(&b, m, 1 << 20);
    for (int i = 0; i < 1000; i++)
        buf_text(&b, "a&");
    assert_int_equal(post_bytes(b.data, b.len), 400);
    buf_reset(&b);
    for (int i = 0; i < 200000; i++)
        buf_text(&b, "&");
    buf_text(&b, "line=ab");
    assert_int_equal(post_bytes(b.data, b.len), 200);
    buf_reset(&b);
    buf_text(&b, "line=");
    for (int i = 0; i < 500000; i++)
        buf_text(&b, "x");
    assert_int_equal(post_bytes(b.data, b.len), 422);
    assert_non_null(strstr(said, "line!too_long(5,500000)[xxx"));
    mem_free(&m);
}

static void typed_values_come_out_as_what_they_are(void **state)
{
    (void)state;
    struct call c = { .method = "POST", .uri = "/typed",
                      .body = "line=%E4%B8%80%E4%BA%8C&number=3000000000&day=2026-11-24&tick=1&choice=BLUE&choices=A&choices=C"
                              "&exact=+p%C3%A4+ss&phone=%2B86+138+0013+8000" };
    assert_int_equal(caller_ask(&PROGRAM, &c).status, 200);
}

static void a_query_is_read_by_the_same_table_and_apart_from_the_body(void **state)
{
    (void)state;
    table = EVERY;
    table_count = sizeof EVERY / sizeof *EVERY;
    struct call c = { .uri = "/form", .query = "line=ab&choice=RED" };
    assert_int_equal(caller_ask(&PROGRAM, &c).status, 200);
    assert_string_equal(said, "line=ab choice=RED");
    c.query = "line=ab&utm=1";
    assert_int_equal(caller_ask(&PROGRAM, &c).status, 400);
    c = (struct call){ .method = "POST", .uri = "/form", .query = "line=cd&choice=RED", .body = "line=ab" };
    assert_int_equal(caller_ask(&PROGRAM, &c).status, 200);
    assert_string_equal(said, "line=ab");
    char big[13000];
    memset(big, 'a', sizeof big - 1);
    memcpy(big, "line=", 5);
    big[sizeof big - 1] = '\0';
    c = (struct call){ .uri = "/form", .query = big };
    assert_int_equal(caller_ask(&PROGRAM, &c).status, 400);
}

static void ask_for_form(const void *ctx)
{
    more = ctx;
    caller_ask(&PROGRAM, &(struct call){ .uri = "/made" });
}

static void a_form_that_is_packed_comes_back_with_its_mistakes(void **state)
{
    (void)state;
    static const struct { const char *body; size_t max; const char *said; } rows[] = {
        { "line=%26%3D%25+%2B&lines=%E4%B8%80%0A%E4%BA%8C%E4%B8%89&choice=RED&choices=A&choices=C&tick=1&phone=138-0013+8000", 500,
          "line=&=% + lines=一\n二三 phone=13800138000 choice=RED tick=1" },
        { "line=a&day=2026-02-30&number=x&choice=GREEN&email=a%40b.cn", 500,
          "line!too_short(2,1)[a] number!not_a_number(0,0)[x] day!day_wrong(0,0)[2026-02-30] choice!choose_one(0,0)[GREEN]" },
        { "line=ab%01cd", 500, "line!text_control(0,0)[ab\001cd]" },
        { "line=abcde", 10, "line=abcde" },
        { "line=abcde", 9, "too long" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        packed_max = rows[i].max;
        caller_ask(&PROGRAM, &(struct call){ .method = "POST", .uri = "/packed", .body = rows[i].body });
        assert_string_equal(said, rows[i].said);
    }
}

static void a_table_that_is_not_whole_makes_no_form(void **state)
{
    (void)state;
    static const struct form_field WRONG[][2] = {
        { { "a", FORM_LINE, false, 0, 9, NULL }, { "a", FORM_LINE, false, 0, 9, NULL } },
        { { "a", FORM_KIND_UNSET, false, 0, 9, NULL }, { "b", FORM_LINE, false, 0, 9, NULL } },
        { { "a", FORM_LINE, false, 0, 0, NULL }, { "b", FORM_LINE, false, 0, 9, NULL } },
        { { "a", FORM_LINES, false, 9, 8, NULL }, { "b", FORM_LINE, false, 0, 9, NULL } },
        { { "a", FORM_CHOICE, false, 0, 0, NULL }, { "b", FORM_LINE, false, 0, 9, NULL } },
        { { "a", FORM_CHOICES, false, 0, 0, "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25" }, { "b", FORM_LINE, false, 0, 9, NULL } },
        { { "a.b", FORM_LINE, false, 0, 9, NULL }, { "b", FORM_LINE, false, 0, 9, NULL } },
        { { "a", FORM_FILE, true, 0, 0, NULL }, { "b", FORM_LINE, false, 0, 9, NULL } },
        { { NULL, FORM_LINE, false, 0, 9, NULL }, { "b", FORM_LINE, false, 0, 9, NULL } },
    };
    static const struct form_field RIGHT[] = { { "a", FORM_LINE, false, 0, 9, NULL }, { "b", FORM_FILE, false, 0, 0, NULL } };
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_true(caller_dies(ask_for_form, WRONG[i], "form field"));
    assert_false(caller_dies(ask_for_form, RIGHT, "form field"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_count_code_points_and_end_at_max),
        cmocka_unit_test(values_of_each_kind_are_read_or_said_wrong_beside_the_field),
        cmocka_unit_test(a_day_is_read_as_people_write_it_and_nothing_else),
        cmocka_unit_test(what_is_missing_is_said_and_blank_is_missing),
        cmocka_unit_test(control_and_invisible_signs_are_said_beside_the_field_and_kept),
        cmocka_unit_test(what_no_browser_sends_from_our_form_ends_the_request),
        cmocka_unit_test(a_thousand_fields_are_refused_and_a_large_one_is_not_slow),
        cmocka_unit_test(typed_values_come_out_as_what_they_are),
        cmocka_unit_test(a_query_is_read_by_the_same_table_and_apart_from_the_body),
        cmocka_unit_test(a_form_that_is_packed_comes_back_with_its_mistakes),
        cmocka_unit_test(a_table_that_is_not_whole_makes_no_form),
    };
    caller_open("https://gongshi.test", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
