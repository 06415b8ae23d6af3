/* What reading a request promises: every byte is looked at, what decides something comes once, and nothing of it reaches the log. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "caller.h"

static char seen[600];

static void page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    snprintf(seen, sizeof seen, "%s %s%s %zu", request_lang(r), request_path(r), request_large(r) ? " large" : "", r->body.count);
    response_page(out, "page");
}

static bool who(struct request *r, const char *token, struct web_who *out, struct fail *f)
{
    (void)out, (void)f;
    snprintf(seen, sizeof seen, "%s", mem_text(r->mem, token));
    return true;
}

static void cookie_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_page(out, "page");
}

static void loud_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    (void)r, (void)v;
    fail_set(&f, FAIL_UNAVAILABLE, "unavailable", "the database is away");
    response_fail(out, &f);
}

static const struct web_route ROUTES[] = {
    ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
    ROUTE(WEB_GET, "/a/{one}", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
    ROUTE(WEB_POST, "/small", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
    ROUTE(WEB_POST, "/text", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
    ROUTE(WEB_GET, "/away", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, loud_page),
};
static const struct web_program PROGRAM = { .name = "public", .routes = ROUTES, .route_count = sizeof ROUTES / sizeof *ROUTES,
                                            .languages = true, CALLER_HOOKS };
static const struct web_route COOKIE_ROUTES[] = {
    ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, cookie_page),
};
static const struct web_program WITH_COOKIE = { .name = "staff", .cookie = "gs-staff", .routes = COOKIE_ROUTES, .route_count = 1, .who = who,
                                                CALLER_HOOKS };

static int status_of(struct call c)
{
    seen[0] = '\0';
    return caller_ask(&PROGRAM, &c).status;
}

static void language_and_large_letters_are_first_parts_of_the_path(void **state)
{
    static const struct { const char *uri, *seen; } rows[] = {
        { "/", "zh-CN / 0" },           { "/en", "en / 0" },          { "/en/", "en / 0" },           { "/en/a/x", "en /a/x 0" },
        { "/large", "zh-CN / large 0" }, { "/en/large/a/x", "en /a/x large 0" }, { "/large/a/x", "zh-CN /a/x large 0" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(status_of((struct call){ .uri = rows[i].uri }), 200);
        assert_string_equal(seen, rows[i].seen);
    }
    assert_int_equal(status_of((struct call){ .uri = "/enlarge" }), 404);
    assert_int_equal(status_of((struct call){ .uri = "/large/en" }), 404);
    assert_int_equal(status_of((struct call){ .uri = "/en/en" }), 404);
}

static void what_decides_something_may_come_once(void **state)
{
    static const char *const twice[] = { "REQUEST_METHOD=GET", "REQUEST_URI=/", "QUERY_STRING=", "CONTENT_LENGTH=0", "GS_ADDR=1" };
    static const char *const pairs[][2] = { { "HTTP_COOKIE=a=b", "HTTP_COOKIE=c=d" }, { "HTTP_ORIGIN=x", "HTTP_ORIGIN=x" },
                                            { "HTTP_SEC_FETCH_SITE=none", "HTTP_SEC_FETCH_SITE=none" },
                                            { "CONTENT_TYPE=a", "CONTENT_TYPE=b" } };
    (void)state;
    for (size_t i = 0; i < sizeof twice / sizeof *twice; i++)
        assert_int_equal(status_of((struct call){ .headers = { twice[i], i == 4 ? "GS_ADDR=2" : NULL } }), 400);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(status_of((struct call){ .headers = { pairs[i][0], pairs[i][1] } }), 400);
        assert_int_equal(status_of((struct call){ .headers = { pairs[i][0] } }), 200);
    }
    assert_int_equal(status_of((struct call){ .headers = { "HTTP_ACCEPT=a", "HTTP_ACCEPT=b" } }), 200);
}

static void a_cookie_is_taken_by_its_whole_name_and_only_if_there_is_one(void **state)
{
    static const struct { const char *header, *seen; } rows[] = {
        { "HTTP_COOKIE=__Host-gs-staff=abc", "abc" },
        { "HTTP_COOKIE=a=b; __Host-gs-staff=abc; c=d", "abc" },
        { "HTTP_COOKIE=a=b;__Host-gs-staff=a=c", "a=c" },
        { "HTTP_COOKIE=gs-staff=abc", "" },
        { "HTTP_COOKIE=x__Host-gs-staff=abc", "" },
        { "HTTP_COOKIE=__Host-gs-staff", "" },
        { "HTTP_COOKIE=__Host-gs-staffx=abc", "" },
        { "HTTP_COOKIE=__host-gs-staff=abc", "" },
        { "HTTP_COOKIE=__Host-gs-staff=abc; __Host-gs-staff=abd", "" },
        { "HTTP_COOKIE=;;; =; ;__Host-gs-staff=abc;", "abc" },
        { "HTTP_COOKIE=", "" },
    };
    char big[300] = "HTTP_COOKIE=__Host-gs-staff=";
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        seen[0] = '\0';
        assert_int_equal(caller_ask(&WITH_COOKIE, &(struct call){ .headers = { rows[i].header } }).status, 200);
        assert_string_equal(seen, rows[i].seen);
    }
    memset(big + strlen(big), 'x', 201);
    seen[0] = '\0';
    assert_int_equal(caller_ask(&WITH_COOKIE, &(struct call){ .headers = { big } }).status, 200);
    assert_string_equal(seen, "");
}

static void a_body_of_another_kind_is_415(void **state)
{
    static const char *const wrong[] = { "multipart/form-data; boundary=x", "text/plain", "application/json", "", "application/x-www-form-urlencodedx",
                                         "x" };
    static const char *const right[] = { "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8",
                                         "Application/X-WWW-Form-URLEncoded" };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b", .type = wrong[i] }), 415);
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b", .type = right[i] }), 200);
}

static void a_body_is_as_long_as_it_says_and_not_longer_than_its_row_allows(void **state)
{
    static const struct { const char *uri; size_t max; } rows[] = { { "/small", 64 * 1024 }, { "/text", 512 * 1024 } };
    static char big[512 * 1024 + 2];
    (void)state;
    memset(big, 'a', sizeof big);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(status_of((struct call){ .method = "POST", .uri = rows[i].uri, .body = big, .body_n = rows[i].max }), 200);
        assert_int_equal(status_of((struct call){ .method = "POST", .uri = rows[i].uri, .body = big, .body_n = rows[i].max + 1 }), 413);
    }
    assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b", .length = "18446744073709551617" }), 400);
    assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b", .length = "4294967299" }), 413);
    static const char *const lies[] = { "-3", "+3", "3 ", " 3", "0x3", "3,3", "3e0", "abc" };
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++)
        assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b", .length = lies[i] }), 400);
    assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b", .length = "4" }), 400);
    assert_string_equal(seen, "");
    assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b&c=d", .length = "3" }), 200);
    assert_string_equal(seen, "zh-CN /small 1");
    assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .body = "a=b&c=d", .piece = 1 }), 200);
    assert_string_equal(seen, "zh-CN /small 2");
    assert_int_equal(status_of((struct call){ .method = "POST", .uri = "/small", .length = "" }), 200);
    assert_int_equal(status_of((struct call){ .uri = "/", .body = "a=b" }), 400);
    assert_int_equal(status_of((struct call){ .method = "HEAD", .uri = "/", .body = "a=b" }), 400);
}

static void a_path_has_a_largest_length(void **state)
{
    char uri[1100] = "/a/";
    (void)state;
    memset(uri + 3, 'x', 1022);
    assert_int_equal(status_of((struct call){ .uri = uri }), 400);
    uri[1024] = '\0';
    assert_int_equal(status_of((struct call){ .uri = uri }), 200);
}

static size_t lines(const char *log)
{
    size_t n = 0;
    for (; *log != '\0'; log++)
        n += *log == '\n';
    return n;
}

static void each_request_leaves_one_line_that_tells_nothing_of_who_asked_for_what(void **state)
{
    static const struct { struct call c; const char *line; } rows[] = {
        { { .uri = "/a/CANARY?q=CANARY" }, " GET /a/{one} 200 " },
        { { .uri = "/CANARY" }, " GET - 404 " },
        { { .uri = "/a/CANARY%" }, " GET - 400 " },
        { { .method = "CANARY", .uri = "/a/x" }, " ? - 405 " },
        { { .method = "CANARY", .uri = "CANARY" }, " ? - 400 " },
        { { .method = "POST", .uri = "/small", .body = "CANARY=CANARY%" }, " POST /small 400 " },
        { { .method = "POST", .uri = "/small", .body = "CANARY=1", .type = "CANARY" }, " POST /small 415 " },
        { { .method = "POST", .uri = "/small", .body = "x=CANARY", .length = "99" }, " POST /small 400 " },
        { { .uri = "/away" }, " GET /away 503 " },
        { { .uri = "/health" }, " GET - 200 " },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct call c = rows[i].c;
        c.headers[0] = "GS_ADDR=CANARY";
        c.headers[1] = "HTTP_USER_AGENT=CANARY";
        c.headers[2] = "HTTP_COOKIE=CANARY=CANARY";
        c.headers[3] = "HTTP_REFERER=CANARY";
        struct answer a = caller_ask(&PROGRAM, &c);
        if (lines(a.log) != 1 || strstr(a.log, "CANARY") != NULL || strstr(a.log, rows[i].line) == NULL)
            fail_msg("%zu: %s", i, a.log);
        assert_int_equal(strspn(strchr(a.log, ' ') + 1, "0123456789abcdef"), 16); /* the request's id */
        assert_int_equal(strncmp(a.log, i == 8 ? "<3>" : "<6>", 3), 0);
    }
    struct answer a = caller_ask(&PROGRAM, &(struct call){ .method = "POST", .uri = "/small", .body = "a=%" });
    assert_non_null(strstr(a.log, " request_broken: a field does not decode\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(language_and_large_letters_are_first_parts_of_the_path),
        cmocka_unit_test(what_decides_something_may_come_once),
        cmocka_unit_test(a_cookie_is_taken_by_its_whole_name_and_only_if_there_is_one),
        cmocka_unit_test(a_body_of_another_kind_is_415),
        cmocka_unit_test(a_body_is_as_long_as_it_says_and_not_longer_than_its_row_allows),
        cmocka_unit_test(a_path_has_a_largest_length),
        cmocka_unit_test(each_request_leaves_one_line_that_tells_nothing_of_who_asked_for_what),
    };
    caller_open("https://gongshi.test", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
