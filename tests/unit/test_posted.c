/* What is typed into a form survives the door that it meets closed: it travels through sign-in and comes out as it went in, but nothing
 * that proves who somebody is travels, and nothing that is not a form of ours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "caller.h"

#define ORIGIN "http://staff.localhost:8080"
#define CSRF "00112233445566778899aabbccddeeff"
#define ROLE 2

static const struct form_field FIELDS[] = { { "text", FORM_LINES, false, 0, 400000, NULL } };
static char carried[8192]; /* what came_in saw, then what came out of it */
static bool reached;

static void form_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    struct form *form = form_new(r, FIELDS, 1);
    (void)v;
    reached = true;
    if (!form_read(form, &f))
        response_fail(out, &f);
    else
        response_page(out, "done");
}

static void come_in(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    struct web_posted *items;
    size_t count, n = 0;
    (void)v;
    assert_true(request_posted_read(r, request_posted(r), &items, &count, &f));
    carried[0] = '\0';
    for (size_t i = 0; i < count; i++)
        n += (size_t)snprintf(carried + n, sizeof carried - n, "%s[%s]=%s;", i > 0 ? " " : "", items[i].name, items[i].value);
    response_page_status(out, 403, "come_in");
}

static bool who(struct request *r, const char *token, struct web_who *out, struct fail *f)
{
    (void)r;
    (void)f;
    *out = (struct web_who){ .signed_in = true, .fresh = strcmp(token, "fresh") == 0, .roles = ROLE, .name = "某人", .csrf = CSRF };
    return true;
}

#define ROW(path, limit, csrf, login, role) ROUTE(WEB_POST, path, limit, WEB_RATE_SEND, csrf, login, role, WEB_NO_STORE, form_page)
static const struct web_route ROUTES[] = {
    ROW("/form", WEB_BODY_TEXT, WEB_CSRF_SESSION, WEB_SIGNED_IN, WEB_ROLE_ANY),
    ROW("/grave/{id}", WEB_BODY_TEXT, WEB_CSRF_SESSION, WEB_FRESH, ROLE),
    ROW("/another", WEB_BODY_TEXT, WEB_CSRF_SESSION, WEB_FRESH, ROLE << 1),
    ROW("/file", WEB_BODY_FILE, WEB_CSRF_SESSION, WEB_SIGNED_IN, WEB_ROLE_ANY),
    ROW("/sign-in", WEB_BODY_TEXT, WEB_CSRF_ORIGIN, WEB_ANYBODY, WEB_ROLE_ANY),
};
static const struct web_program WITH = { .name = "staff", .cookie = "gs-staff", .routes = ROUTES,
                                         .route_count = sizeof ROUTES / sizeof *ROUTES, .who = who, .come_in = come_in, CALLER_HOOKS };
static const struct web_program WITHOUT = { .name = "staff", .cookie = "gs-staff", .routes = ROUTES,
                                            .route_count = sizeof ROUTES / sizeof *ROUTES, .who = who, CALLER_HOOKS };

static struct answer post(const struct web_program *p, const char *uri, const char *cookie, const char *body)
{
    struct call c = { .method = "POST", .uri = uri, .body = body,
                      .headers = { "HTTP_ORIGIN=" ORIGIN, "HTTP_SEC_FETCH_SITE=same-origin", cookie } };
    carried[0] = '\0';
    reached = false;
    return caller_ask(p, &c);
}

static int before(void **state)
{
    (void)state;
    caller_open(ORIGIN, "");
    return 0;
}

static void a_form_without_a_session_is_carried_not_refused(void **state)
{
    (void)state;
    struct answer a = post(&WITH, "/form", NULL, "csrf=" CSRF "&text=one+two");
    assert_int_equal(a.status, 403);
    assert_string_equal(a.body, "page come_in");
    assert_string_equal(carried, "[text]=one two;");
    assert_false(reached);
    a = post(&WITHOUT, "/form", NULL, "csrf=" CSRF "&text=one");
    assert_string_equal(a.body, "error 403 sign_in_first zh-CN");
    a = post(&WITH, "/form", "HTTP_COOKIE=gs-staff=stale", "csrf=" CSRF "&text=one");
    assert_string_equal(a.body, "page done");
}

static void a_grave_form_wants_a_fresh_proof_and_is_carried_to_it(void **state)
{
    (void)state;
    struct answer a = post(&WITH, "/grave/7", "HTTP_COOKIE=gs-staff=stale", "csrf=" CSRF "&text=one");
    assert_string_equal(a.body, "page come_in");
    assert_false(reached);
    a = post(&WITH, "/grave/7", "HTTP_COOKIE=gs-staff=fresh", "csrf=" CSRF "&text=one");
    assert_string_equal(a.body, "page done");
    a = post(&WITH, "/grave/7", "HTTP_COOKIE=gs-staff=fresh", "csrf=0&text=one");
    assert_string_equal(a.body, "error 403 old_form zh-CN");
}

static void who_may_not_is_refused_before_he_proves_anything(void **state)
{
    (void)state;
    struct answer a = post(&WITH, "/another", "HTTP_COOKIE=gs-staff=stale", "csrf=" CSRF "&text=one");
    assert_string_equal(a.body, "error 403 not_your_role zh-CN");
}

static void what_travels_comes_out_as_it_went_in(void **state)
{
    (void)state;
    post(&WITH, "/form", NULL, "text=%E5%BC%82%E8%AE%AE%26a%3Db%25%2B%22%3C%0D%0A%F0%A0%AE%B7&text=&a.b=%27");
    assert_string_equal(carried, "[text]=异议&a=b%+\"<\r\n𠮷; [text]=; [a.b]=';");
}

static void proofs_and_tokens_do_not_travel(void **state)
{
    (void)state;
    post(&WITH, "/form", NULL, "csrf=1&password=2&old=3&digits=4&code=5&recovery=6&text=7");
    assert_string_equal(carried, "[text]=7;");
}

static void only_a_form_of_ours_is_carried(void **state)
{
    (void)state;
    struct call foreign = { .method = "POST", .uri = "/form", .body = "text=x", .headers = { "HTTP_ORIGIN=http://evil.example" } };
    struct call sibling = { .method = "POST", .uri = "/form", .body = "text=x",
                            .headers = { "HTTP_ORIGIN=" ORIGIN, "HTTP_SEC_FETCH_SITE=same-site" } };
    struct call file = { .method = "POST", .uri = "/file", .body = "x", .type = "multipart/form-data; boundary=b",
                         .headers = { "HTTP_ORIGIN=" ORIGIN } };
    assert_string_equal(caller_ask(&WITH, &foreign).body, "error 403 foreign_form zh-CN");
    assert_string_equal(caller_ask(&WITH, &sibling).body, "error 403 foreign_form zh-CN");
    assert_string_equal(caller_ask(&WITH, &file).body, "error 403 sign_in_first zh-CN");
}

static void what_cannot_travel_whole_is_refused_not_cut(void **state)
{
    (void)state;
    static char body[WEB_POSTED_MAX + 100];
    memset(body, 'a', sizeof body - 1);
    memcpy(body, "text=", 5);
    assert_string_equal(post(&WITH, "/form", NULL, body).body, "error 403 sign_in_first zh-CN");
    body[WEB_POSTED_MAX] = '\0';
    assert_string_equal(post(&WITH, "/form", NULL, body).body, "page come_in");
    assert_string_equal(post(&WITH, "/form", NULL, "text=%07").body, "error 403 sign_in_first zh-CN");
    assert_string_equal(post(&WITH, "/form", NULL, "text=%FF").body, "error 403 sign_in_first zh-CN");
}

static const char *asked_posted, *asked_form;
static bool ask_posted, ask_form;

static void ask_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    struct web_posted *items;
    size_t count;
    (void)v;
    ask_posted = request_posted_read(r, asked_posted, &items, &count, &f);
    ask_form = request_own_form(r, asked_form);
    response_page(out, "asked");
}

static void ask(const char *posted, const char *form)
{
    static const struct web_route ASK[] = {
        ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, ask_page),
        ROW("/grave/{id}", WEB_BODY_TEXT, WEB_CSRF_SESSION, WEB_FRESH, ROLE),
        ROW("/file", WEB_BODY_FILE, WEB_CSRF_SESSION, WEB_SIGNED_IN, WEB_ROLE_ANY),
        ROW("/sign-in", WEB_BODY_TEXT, WEB_CSRF_ORIGIN, WEB_ANYBODY, WEB_ROLE_ANY),
    };
    static const struct web_program P = { .name = "staff", .cookie = "gs-staff", .routes = ASK, .route_count = 4, .who = who,
                                          CALLER_HOOKS };
    asked_posted = posted;
    asked_form = form;
    assert_string_equal(caller_ask(&P, &(struct call){ .uri = "/" }).body, "page asked");
}

static void what_comes_back_is_looked_at_again(void **state)
{
    static const char *const BAD[] = { "password=x", "a=b&csrf=x", "a=%07", "a=%FF", "%00=b", "a=%zz" };
    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        ask(BAD[i], "/");
        assert_false(ask_posted);
    }
    ask("a=b&c=%E5%BC%82", "/");
    assert_true(ask_posted);
}

static void a_form_goes_on_only_to_an_own_address_that_takes_it(void **state)
{
    static const char *const BAD[] = { "", "/", "//evil.example", "http://evil.example/", "/file", "/sign-in", "/grave/", "/grave/7?x=1",
                                       "/grave/7#x", "/grave/7/more", "/grave\\7", "/grave/7\r\nX: 1" };
    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        ask("", BAD[i]);
        if (ask_form)
            fail_msg("%s would be gone on to", BAD[i]);
    }
    ask("", "/grave/7");
    assert_true(ask_form);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_without_a_session_is_carried_not_refused),
        cmocka_unit_test(a_grave_form_wants_a_fresh_proof_and_is_carried_to_it),
        cmocka_unit_test(who_may_not_is_refused_before_he_proves_anything),
        cmocka_unit_test(what_travels_comes_out_as_it_went_in),
        cmocka_unit_test(proofs_and_tokens_do_not_travel),
        cmocka_unit_test(only_a_form_of_ours_is_carried),
        cmocka_unit_test(what_cannot_travel_whole_is_refused_not_cut),
        cmocka_unit_test(what_comes_back_is_looked_at_again),
        cmocka_unit_test(a_form_goes_on_only_to_an_own_address_that_takes_it),
    };
    return cmocka_run_group_tests(tests, before, NULL);
}
