/* What stands between a request and its page: each column of the row, tried with what it must let through and what it must not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "caller.h"
#include "form.h"

#define ORIGIN "HTTP_ORIGIN=https://gongshi.test"
#define SAME "HTTP_SEC_FETCH_SITE=same-origin"
#define COOKIE(token) "HTTP_COOKIE=__Host-gs-staff=" token

enum { ROLE_A = 1, ROLE_B = 2 };

static int acted, counted;

static void show(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    acted++;
    response_page(out, "page");
}

static void act(struct request *r, struct view_node *v, struct response *out)
{
    static const struct form_field FIELDS[] = { { "text", FORM_LINE, false, 0, 100, NULL } };
    struct fail f = { 0 };
    struct form *form = form_new(r, FIELDS, 1);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    show(r, v, out);
}

static void careless(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, out);
}

static void come_in(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    assert_non_null(request_posted(r));
    response_page_status(out, 403, request_posted(r));
}

/* "good" may see, "a" has role A, "fresh" has it and is fresh; "away": the database; anything else is nobody's. */
static bool who(struct request *r, const char *token, struct web_who *out, struct fail *f)
{
    (void)r;
    if (strcmp(token, "away") == 0)
        return fail_set(f, FAIL_UNAVAILABLE, "unavailable", "database");
    bool fresh = strcmp(token, "fresh") == 0, a = fresh || strcmp(token, "a") == 0;
    if (!a && strcmp(token, "good") != 0)
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "an old cookie");
    *out = (struct web_who){ .signed_in = true, .fresh = fresh, .roles = a ? ROLE_A : 0, .csrf = "the-token" };
    return true;
}

static bool allow(struct request *r, enum web_rate rate, struct fail *f)
{
    counted++;
    assert_int_not_equal(rate, WEB_RATE_READ);
    if (strcmp(request_address(r), "9.9.9.9") == 0)
        return fail_set(f, FAIL_TOO_MANY, "too_many", "class");
    return strcmp(request_address(r), "0.0.0.0") != 0 || fail_set(f, FAIL_UNAVAILABLE, "unavailable", "database");
}

static const struct web_route ROUTES[] = {
    ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, show),
    ROUTE(WEB_GET, "/in", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, show),
    ROUTE(WEB_GET, "/in/{one}", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, show),
    ROUTE(WEB_GET, "/role-a", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_SIGNED_IN, ROLE_A, WEB_NO_STORE, show),
    ROUTE(WEB_GET, "/role-b", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_SIGNED_IN, ROLE_B, WEB_NO_STORE, show),
    ROUTE(WEB_GET, "/fresh", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_FRESH, ROLE_A, WEB_NO_STORE, show),
    ROUTE(WEB_POST, "/sign-in", WEB_BODY_SMALL, WEB_RATE_LOGIN, WEB_CSRF_ORIGIN, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, act),
    ROUTE(WEB_POST, "/in", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, act),
    ROUTE(WEB_POST, "/role-b", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION, WEB_SIGNED_IN, ROLE_B, WEB_NO_STORE, act),
    ROUTE(WEB_POST, "/fresh", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION, WEB_FRESH, ROLE_A, WEB_NO_STORE, act),
    ROUTE(WEB_POST, "/file", WEB_BODY_FILE, WEB_RATE_UPLOAD, WEB_CSRF_SESSION, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, act),
    ROUTE(WEB_POST, "/careless", WEB_BODY_FILE, WEB_RATE_UPLOAD, WEB_CSRF_SESSION, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, careless),
};
static const struct web_program PROGRAM = { .name = "staff", .cookie = "gs-staff", .routes = ROUTES,
                                            .route_count = sizeof ROUTES / sizeof *ROUTES, .who = who, .allow = allow, CALLER_HOOKS };

/* Asks and checks the status, and that the page acted if and only if it is 200. */
static struct answer expect(int status, struct call c)
{
    acted = counted = 0;
    struct answer a = caller_ask(&PROGRAM, &c);
    if (a.status != status || acted != (status == 200))
        fail_msg("%s %s: %d, wanted %d; the page was called %d times", c.method, c.uri, a.status, status, acted);
    return a;
}

static void get(int status, const char *uri, const char *cookie)
{
    expect(status, (struct call){ .uri = uri, .headers = { cookie } });
}

static void post(int status, const char *uri, const char *cookie, const char *body)
{
    expect(status, (struct call){ .method = "POST", .uri = uri, .body = body, .headers = { ORIGIN, SAME, cookie } });
}

static void a_form_comes_from_an_own_page_or_not_at_all(void **state)
{
    static const struct { int status; const char *origin, *site; } rows[] = {
        { 200, ORIGIN, SAME },
        { 200, ORIGIN, NULL }, /* a browser without the header */
        { 403, ORIGIN, "HTTP_SEC_FETCH_SITE=same-site" },
        { 403, ORIGIN, "HTTP_SEC_FETCH_SITE=cross-site" },
        { 403, ORIGIN, "HTTP_SEC_FETCH_SITE=none" },
        { 403, ORIGIN, "HTTP_SEC_FETCH_SITE=" },
        { 403, ORIGIN, "HTTP_SEC_FETCH_SITE=Same-Origin" },
        { 403, "HTTP_ORIGIN=null", SAME },
        { 403, "HTTP_ORIGIN=", SAME },
        { 403, "HTTP_ORIGIN=https://gongshi.test.evil.example", SAME },
        { 403, "HTTP_ORIGIN=https://public.gongshi.test", SAME },
        { 403, "HTTP_ORIGIN=http://gongshi.test", SAME },
        { 403, "HTTP_ORIGIN=https://gongshi.test:443", SAME },
        { 403, "HTTP_ORIGIN=https://gongshi.test/", SAME },
        { 403, SAME, NULL }, /* no Origin */
        { 403, "HTTP_HOST=gongshi.test", SAME },
        { 403, "HTTP_REFERER=https://gongshi.test/in", SAME },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect(rows[i].status, (struct call){ .method = "POST", .uri = "/sign-in", .body = "text=x", .headers = { rows[i].origin, rows[i].site } });
        expect(rows[i].status, (struct call){ .method = "POST", .uri = "/in", .body = "text=x&csrf=the-token",
                                              .headers = { COOKIE("good"), rows[i].origin, rows[i].site } });
    }
}

static void a_form_carries_the_token_of_its_session_once(void **state)
{
    (void)state;
    post(200, "/in", COOKIE("good"), "text=x&csrf=the-token");
    post(200, "/in", COOKIE("good"), "csrf=the-token");
    post(403, "/in", COOKIE("good"), "text=x");
    post(403, "/in", COOKIE("good"), "");
    post(403, "/in", COOKIE("good"), "csrf=");
    post(403, "/in", COOKIE("good"), "csrf=the-tokem");
    post(403, "/in", COOKIE("good"), "csrf=the-token%00");
    post(403, "/in", COOKIE("good"), "csrf=the-toke");
    post(403, "/in", COOKIE("good"), "csrf=the-token2");
    post(403, "/in", COOKIE("good"), "CSRF=the-token");
    post(400, "/in", COOKIE("good"), "csrf=the-token&csrf=the-token");
    post(403, "/in", COOKIE("good"), "csrf=x&csrf=the-token");
    post(400, "/sign-in", NULL, "csrf=the-token"); /* no session, no token: an unknown field */
}

static void nobody_is_sent_to_sign_in_and_comes_back(void **state)
{
    (void)state;
    get(200, "/", NULL);
    get(200, "/", COOKIE("old"));
    get(200, "/in", COOKIE("good"));
    struct answer a = expect(303, (struct call){ .uri = "/in" });
    assert_string_equal(caller_header(&a, "Location"), "https://gongshi.test/sign-in?next=/in");
    a = expect(303, (struct call){ .uri = "/in", .headers = { COOKIE("old") } });
    a = expect(303, (struct call){ .uri = "/in/a%5Cb%26c%3D%23%E4%B8%80%2520" });
    assert_string_equal(caller_header(&a, "Location"), "https://gongshi.test/sign-in?next=/in/a%5Cb%26c%3D%23%E4%B8%80%2520");
    a = expect(303, (struct call){ .method = "HEAD", .uri = "/in" });
    post(403, "/in", NULL, "text=x&csrf=the-token");
    post(403, "/in", COOKIE("old"), "text=x&csrf=the-token");
}

static void a_cookie_that_another_site_sent_is_nobodys(void **state)
{
    (void)state;
    expect(303, (struct call){ .uri = "/in", .headers = { COOKIE("good"), "HTTP_SEC_FETCH_SITE=cross-site" } });
    expect(303, (struct call){ .uri = "/in", .headers = { COOKIE("good"), "HTTP_SEC_FETCH_SITE=same-site" } });
    expect(200, (struct call){ .uri = "/in", .headers = { COOKIE("good"), "HTTP_SEC_FETCH_SITE=none" } });
    expect(200, (struct call){ .uri = "/in", .headers = { COOKIE("good"), SAME } });
}

static void a_role_is_asked_for_before_freshness(void **state)
{
    (void)state;
    get(200, "/role-a", COOKIE("a"));
    get(403, "/role-a", COOKIE("good"));
    get(403, "/role-b", COOKIE("a"));
    get(403, "/fresh", COOKIE("good"));
    struct answer a = expect(303, (struct call){ .uri = "/fresh", .headers = { COOKIE("a") } });
    assert_string_equal(caller_header(&a, "Location"), "https://gongshi.test/refresh?next=/fresh");
    get(200, "/fresh", COOKIE("fresh"));
    post(403, "/role-b", COOKIE("fresh"), "csrf=the-token");
    post(403, "/fresh", COOKIE("a"), "csrf=the-token");
    post(200, "/fresh", COOKIE("fresh"), "csrf=the-token");
}

static void a_form_at_a_closed_door_is_carried_along_without_acting(void **state)
{
    struct web_program p = PROGRAM;
    struct call c = { .method = "POST", .uri = "/in", .body = "text=a%26b+c&csrf=the-token&password=x", .headers = { ORIGIN, SAME } };
    (void)state;
    p.come_in = come_in;
    acted = 0;
    struct answer a = caller_ask(&p, &c);
    assert_int_equal(a.status, 403);
    assert_string_equal(a.body, "page text=a%26b%20c");
    c.headers[1] = "HTTP_SEC_FETCH_SITE=cross-site";
    a = caller_ask(&p, &c);
    assert_int_equal(a.status, 403);
    assert_string_equal(a.body, "error 403 foreign_form zh-CN");
    assert_int_equal(acted, 0);
}

static void whatever_writes_is_counted_and_a_flood_is_429(void **state)
{
    (void)state;
    post(200, "/sign-in", NULL, "text=x");
    assert_int_equal(counted, 1);
    get(200, "/", NULL);
    assert_int_equal(counted, 0);
    struct answer a = expect(429, (struct call){ .method = "POST", .uri = "/sign-in", .body = "text=x", .headers = { ORIGIN, "GS_ADDR=9.9.9.9" } });
    assert_string_equal(caller_header(&a, "Retry-After"), "60");
    expect(200, (struct call){ .method = "POST", .uri = "/sign-in", .body = "text=x", .headers = { ORIGIN, "GS_ADDR=8.8.8.8" } });
    expect(200, (struct call){ .uri = "/", .headers = { "GS_ADDR=9.9.9.9" } });
}

static void without_the_database_the_answer_is_503_and_nothing_acts(void **state)
{
    (void)state;
    struct answer a = expect(503, (struct call){ .uri = "/in", .headers = { COOKIE("away") } });
    assert_string_equal(caller_header(&a, "Retry-After"), "30");
    assert_string_equal(a.body, "error 503 unavailable zh-CN");
    expect(503, (struct call){ .method = "POST", .uri = "/sign-in", .body = "text=x", .headers = { ORIGIN, "GS_ADDR=0.0.0.0" } });
    expect(503, (struct call){ .method = "POST", .uri = "/in", .body = "csrf=the-token", .headers = { ORIGIN, SAME, COOKIE("away") } });
    get(200, "/in", COOKIE("good"));
}

static void multipart(int status, const char *uri, const char *body)
{
    expect(status, (struct call){ .method = "POST", .uri = uri, .type = "multipart/form-data; boundary=X", .body = body,
                                  .headers = { ORIGIN, SAME, COOKIE("good") } });
}

#define PART(name, value) "--X\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"

static void the_token_of_a_multipart_form_is_asked_for_too(void **state)
{
    (void)state;
    multipart(200, "/file", PART("csrf", "the-token") PART("text", "x") "--X--");
    multipart(200, "/file", PART("text", "x") PART("csrf", "the-token") "--X--");
    multipart(403, "/file", PART("text", "x") "--X--");
    multipart(403, "/file", PART("csrf", "the-tokem") "--X--");
    static const char NUL[] = PART("csrf", "the-token\0") "--X--";
    expect(403, (struct call){ .method = "POST", .uri = "/file", .type = "multipart/form-data; boundary=X", .body = NUL,
                               .body_n = sizeof NUL - 1, .headers = { ORIGIN, SAME, COOKIE("good") } });
    multipart(400, "/file", PART("csrf", "the-token") PART("csrf", "the-token") "--X--");
    post(415, "/file", COOKIE("good"), "csrf=the-token");
}

static void ask_carelessly(const void *ctx)
{
    (void)ctx;
    multipart(200, "/careless", PART("csrf", "the-token") "--X--");
}

static void a_page_that_acts_without_reading_its_form_ends_the_program(void **state)
{
    (void)state;
    assert_true(caller_dies(ask_carelessly, NULL, "acted without reading its form"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_comes_from_an_own_page_or_not_at_all),
        cmocka_unit_test(a_form_carries_the_token_of_its_session_once),
        cmocka_unit_test(nobody_is_sent_to_sign_in_and_comes_back),
        cmocka_unit_test(a_cookie_that_another_site_sent_is_nobodys),
        cmocka_unit_test(a_role_is_asked_for_before_freshness),
        cmocka_unit_test(a_form_at_a_closed_door_is_carried_along_without_acting),
        cmocka_unit_test(whatever_writes_is_counted_and_a_flood_is_429),
        cmocka_unit_test(without_the_database_the_answer_is_503_and_nothing_acts),
        cmocka_unit_test(the_token_of_a_multipart_form_is_asked_for_too),
        cmocka_unit_test(a_page_that_acts_without_reading_its_form_ends_the_program),
    };
    caller_open("https://gongshi.test", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
