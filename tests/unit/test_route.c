/* What the route table promises: a row without one of its gates does not start, a path finds its row or the methods that it has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "caller.h"

static char seen[512];

static void page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    snprintf(seen, sizeof seen, "%s|%s|%s", r->route->path, request_segment(r, "one"), request_segment(r, "two"));
    response_page(out, "page");
}

#define GET(path) ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page)
#define POST(path) ROUTE(WEB_POST, path, WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page)

static const struct web_route ROUTES[] = { GET("/"), GET("/a/new"), GET("/a/{one}"), POST("/a/{one}"), POST("/b/{one}/c/{two}"), GET("/d") };
static const struct web_program PROGRAM = { .name = "public", .routes = ROUTES, .route_count = sizeof ROUTES / sizeof *ROUTES,
                                            .languages = true, CALLER_HOOKS };

static struct web_route rows[2];
static const struct web_route *table;
static size_t count;
static const char *cookie;

static void check(const void *ctx)
{
    struct web_program p = { .name = "staff", .cookie = cookie, .routes = table, .route_count = count };
    (void)ctx;
    route_check(&p);
}

static bool refused(const struct web_route *routes, size_t n, const char *why)
{
    table = routes;
    count = n;
    return caller_dies(check, NULL, why);
}

static void a_row_that_lacks_any_gate_refuses_to_start(void **state)
{
    static const struct web_route whole = ROUTE(WEB_POST, "/x", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION, WEB_SIGNED_IN, 4, WEB_NO_STORE, page);
    (void)state;
    cookie = "gs-staff";
    for (int column = 0; column < 10; column++) {
        rows[0] = whole;
        if (column == 1) rows[0].method = WEB_METHOD_UNSET;
        if (column == 2) rows[0].path = NULL;
        if (column == 3) rows[0].limit = WEB_LIMIT_UNSET;
        if (column == 4) rows[0].rate = WEB_RATE_UNSET;
        if (column == 5) rows[0].csrf = WEB_CSRF_UNSET;
        if (column == 6) rows[0].login = WEB_LOGIN_UNSET;
        if (column == 7) rows[0].role = 0;
        if (column == 8) rows[0].cache = WEB_CACHE_UNSET;
        if (column == 9) rows[0].page = NULL;
        assert_int_equal(refused(rows, 1, "lacks a gate"), column != 0);
    }
}

static void gates_that_contradict_each_other_refuse_to_start(void **state)
{
    static const struct web_route wrong[] = {
        ROUTE(WEB_GET, "/x", WEB_BODY_SMALL, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
        ROUTE(WEB_GET, "/x", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
        ROUTE(WEB_POST, "/x", WEB_NO_BODY, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
        ROUTE(WEB_POST, "/x", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
        ROUTE(WEB_POST, "/x", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_CACHE_PUBLIC, page),
        ROUTE(WEB_GET, "/x", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, 1, WEB_NO_STORE, page),
        ROUTE(WEB_POST, "/x", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
        ROUTE(WEB_GET, "/x", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_CACHE_PUBLIC, page),
        ROUTE(WEB_POST, "/x", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, page),
        ROUTE(WEB_POST, "/x", WEB_BODY_SMALL, WEB_RATE_READ, WEB_CSRF_ORIGIN, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
        GET("x"), GET("/x/"), GET("/x{one}"), GET("/{one"), GET("/{}"), GET("/{One}"), GET("/{one}x"), GET("/x?y"), GET("/x%20"),
        GET("/{a}/{b}/{c}/{d}/{e}"),
    };
    (void)state;
    cookie = "gs-staff";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (!refused(&wrong[i], 1, "lacks a gate or its gates contradict"))
            fail_msg("row %zu %s starts", i, wrong[i].path);
}

static void a_row_that_another_hides_or_that_needs_a_session_nobody_has_refuses_to_start(void **state)
{
    static const struct web_route twice[] = { GET("/x"), GET("/x") }, renamed[] = { GET("/x/{a}"), GET("/x/{b}") };
    static const struct web_route hidden[] = { GET("/x/{a}"), GET("/x/new") }, fine[] = { GET("/x/new"), GET("/x/{a}"), POST("/x/new") };
    static const struct web_route inside = ROUTE(WEB_GET, "/x", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_SIGNED_IN, 1, WEB_NO_STORE, page);
    (void)state;
    cookie = "gs-staff";
    assert_true(refused(twice, 2, "never reached"));
    assert_true(refused(renamed, 2, "never reached"));
    assert_true(refused(hidden, 2, "never reached"));
    assert_false(refused(fine, 3, "never reached"));
    assert_false(refused(&inside, 1, "session"));
    static const struct web_route kept[] = {
        ROUTE(WEB_GET, "/x", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_CACHE_PUBLIC, page) };
    static const struct web_route open[] = { POST("/x") };
    assert_true(refused(kept, 1, "not kept by others"));
    assert_true(refused(open, 1, "asks for the origin"));
    cookie = NULL;
    assert_false(refused(kept, 1, "not kept by others"));
    assert_false(refused(open, 1, "asks for the origin"));
    assert_true(refused(&inside, 1, "wants a session"));
}

static int ask(const char *method, const char *uri)
{
    seen[0] = '\0';
    return caller_ask(&PROGRAM, &(struct call){ .method = method, .uri = uri }).status;
}

static void segments_are_decoded_once_and_never_more_than_a_line(void **state)
{
    char uri[1000] = "/a/";
    (void)state;
    assert_int_equal(ask("GET", "/a/%E4%B8%80x+y"), 200);
    assert_string_equal(seen, "/a/{one}|一x+y|");
    assert_int_equal(ask("GET", "/a/%252e%252E"), 200);
    assert_string_equal(seen, "/a/{one}|%2e%2E|");
    assert_int_equal(ask("GET", "/a/%2541"), 200);
    assert_string_equal(seen, "/a/{one}|%41|");
    assert_int_equal(ask("GET", "/a/%41?one=x#y"), 200);
    assert_string_equal(seen, "/a/{one}|A|");
    assert_int_equal(ask("POST", "/b/1/c/2"), 200);
    assert_string_equal(seen, "/b/{one}/c/{two}|1|2");
    assert_int_equal(ask("GET", "/a/new"), 200);
    assert_string_equal(seen, "/a/new||");
    for (size_t i = 3; i < 3 + 101 * 3; i += 3)
        memcpy(uri + i, "\xe4\xb8\x80", 3); /* 101 Hanzi as they are */
    assert_int_equal(ask("GET", uri), 200);
    assert_string_equal(seen, "/a/{one}||");
    uri[3 + 100 * 3] = '\0';
    assert_int_equal(ask("GET", uri), 200);
    assert_int_equal(strlen(seen), strlen("/a/{one}||") + 300);
}

static void a_path_that_two_readers_would_read_differently_is_refused(void **state)
{
    static const char *const broken[] = { "/a/..", "/a/.", "/./d", "/../d", "//d", "/a//", "/a/%2e%2e", "/a/%2E", "/a/x%2fy", "/a%2Fnew",
                                          "/a/%00", "/a/x%00y", "/a/%0a", "/a/%0d%0aSet-Cookie:x", "/a/%7f", "/a/%ff", "/a/%c0%ae",
                                          "/a/%", "/a/%4", "/a/%zz", "/a/%e2%80%ae", "d", "", "?x", "http://d/", "*" };
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        if (ask("GET", broken[i]) != 400)
            fail_msg("%s is not refused", broken[i]);
    assert_int_equal(ask("GET", "/a/..."), 200);
    assert_int_equal(ask("GET", "/a/x..y"), 200);
}

static void what_no_row_has_is_missing(void **state)
{
    static const char *const missing[] = { "/x", "/a", "/a/", "/a/b/c", "/b/1/c", "/b/1/c/", "/b//c/1x", "/d/", "/D", "/en", "/enx", "/index.php",
                                           "/.git/config", "/d.cs" };
    (void)state;
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        int status = ask("GET", missing[i]);
        bool face = strcmp(missing[i], "/en") == 0, twice = strstr(missing[i], "//") != NULL;
        assert_int_equal(status, face ? 200 : twice ? 400 : 404);
    }
}

static void another_method_gets_405_and_those_that_go(void **state)
{
    static const char *const methods[] = { "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW" };
    static const struct { const char *path, *allow; } paths[] = {
        { "/d", "GET, HEAD" }, { "/a/x", "GET, HEAD, POST" }, { "/b/1/c/2", "POST" }, { "/health", "GET, HEAD" }, { "/none", NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        for (size_t k = 0; k < sizeof methods / sizeof *methods; k++) {
            struct answer a = caller_ask(&PROGRAM, &(struct call){ .method = methods[k], .uri = paths[i].path });
            const char *allow = caller_header(&a, "Allow");
            bool goes = paths[i].allow != NULL && k < 3 && strstr(paths[i].allow, methods[k]) != NULL;
            assert_int_equal(a.status, paths[i].allow == NULL ? 404 : goes ? 200 : 405);
            if (a.status == 405)
                assert_string_equal(allow, paths[i].allow);
            else
                assert_null(allow);
            if (k == 1)
                assert_int_equal(a.body_n, 0);
        }
}

static void only_own_pages_are_followed(void **state)
{
    static const char *const own[] = { "/", "/d", "/a/x", "/a/new?y=1", "/d#z" };
    static const char *const foreign[] = { "//evil.example", "/\\evil.example", "https://evil.example/", "evil", "", "/b/1/c/2", "/none",
                                           "/d\r\nX: y", "javascript:x()", " /d", "/d/" };
    struct request r = { .program = &PROGRAM, .mem = mem_new(NULL, "test") };
    (void)state;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        assert_true(request_own_path(&r, own[i]));
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        assert_false(request_own_path(&r, foreign[i]));
    mem_free(&r.mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_that_lacks_any_gate_refuses_to_start),
        cmocka_unit_test(gates_that_contradict_each_other_refuse_to_start),
        cmocka_unit_test(a_row_that_another_hides_or_that_needs_a_session_nobody_has_refuses_to_start),
        cmocka_unit_test(segments_are_decoded_once_and_never_more_than_a_line),
        cmocka_unit_test(a_path_that_two_readers_would_read_differently_is_refused),
        cmocka_unit_test(what_no_row_has_is_missing),
        cmocka_unit_test(another_method_gets_405_and_those_that_go),
        cmocka_unit_test(only_own_pages_are_followed),
    };
    caller_open("https://gongshi.test", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
