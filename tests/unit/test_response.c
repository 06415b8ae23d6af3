/* What an answer promises: whole or not at all, kept copies only of what may be kept, and no byte of data in a header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "caller.h"

static const char *stem, *place, *name, *token;
static enum fail_kind kind;
static const char *field;

static void page(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_page(out, stem);
}

static void ready(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_ready(out, "<p>plain", 8, "GZ\0IP", 5, "v7");
}

static void ready_plain(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_ready(out, "<p>plain", 8, NULL, 0, "v7");
}

static bool forever;

static void document(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_document(out, &(struct web_document){ .type = "application/pdf", .name = name, .bytes = "%P\0DF", .n = 5, .etag = "d1",
                                                    .modified = INT64_C(1795478400000000), .forever = forever });
}

static void redirect(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_redirect(out, place);
}

static void file(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_file(out, "application/pdf", name, "%P\0DF", 5);
}

static void cookie(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_cookie(out, token);
    response_page(out, "page");
}

static void ready_with_cookie(struct request *r, struct view_node *v, struct response *out)
{
    ready(r, v, out);
    response_cookie(out, "abc");
}

static void failing(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    (void)r, (void)v;
    fail_set(&f, kind, "why", "detail");
    snprintf(f.field, sizeof f.field, "%s", field);
    response_fail(out, &f);
}

static void silent(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v, (void)out;
}

#define GET(path, cache, call) ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, cache, call)
static const struct web_route ROUTES[] = {
    GET("/page", WEB_NO_STORE, page),         GET("/ready", WEB_CACHE_PUBLIC, ready), GET("/plain", WEB_CACHE_PUBLIC, ready_plain),
    GET("/redirect", WEB_NO_STORE, redirect), GET("/file", WEB_NO_STORE, file),       GET("/cookie", WEB_NO_STORE, cookie),
    GET("/fail", WEB_NO_STORE, failing),      GET("/silent", WEB_NO_STORE, silent),   GET("/unkept", WEB_NO_STORE, ready),
    GET("/sticky", WEB_CACHE_PUBLIC, ready_with_cookie),
    GET("/document", WEB_CACHE_PUBLIC, document),
};
static const struct web_program PROGRAM = { .name = "public", .cookie = "gs-x", .routes = ROUTES,
                                            .route_count = sizeof ROUTES / sizeof *ROUTES, CALLER_HOOKS };

static struct answer get(const char *uri, const char *header, const char *method)
{
    return caller_ask(&PROGRAM, &(struct call){ .method = method, .uri = uri, .headers = { header } });
}

static void a_page_that_breaks_off_shows_nothing_of_itself(void **state)
{
    (void)state;
    stem = "broken";
    struct answer a = get("/page", NULL, NULL);
    assert_int_equal(a.status, 500);
    assert_string_equal(a.body, "暂时无法打开这个页面，请稍后再试。\n");
    assert_string_equal(caller_header(&a, "Content-Type"), "text/plain; charset=utf-8");
    assert_null(strstr(a.head, "half a page"));
    assert_non_null(strstr(a.log, " 500 "));
    assert_non_null(strstr(a.log, "internal: the template broke off\n"));
    stem = "page";
    assert_int_equal(get("/page", NULL, NULL).status, 200);
}

static bool render_nothing(struct request *r, struct view_node *v, const char *template, struct buf *out, struct fail *f)
{
    (void)r, (void)v, (void)out;
    return fail_set(f, FAIL_INTERNAL, "internal", "no template %s", template);
}

static void without_even_an_error_page_a_line_of_plain_text_is_left(void **state)
{
    struct web_program p = PROGRAM;
    (void)state;
    kind = FAIL_UNAVAILABLE;
    field = "";
    p.page_render = render_nothing;
    struct answer a = caller_ask(&p, &(struct call){ .uri = "/fail" });
    assert_int_equal(a.status, 503);
    assert_string_equal(caller_header(&a, "Retry-After"), "30");
    assert_string_equal(a.body, "暂时无法打开这个页面，请稍后再试。\n");
}

static void each_fail_has_its_status(void **state)
{
    static const struct { enum fail_kind kind; const char *field; int status; } rows[] = {
        { FAIL_INPUT, "", 400 },      { FAIL_INPUT, "name", 422 },   { FAIL_FORBIDDEN, "", 403 },   { FAIL_MISSING, "", 404 },
        { FAIL_CONFLICT, "", 409 },   { FAIL_TOO_LARGE, "", 413 },   { FAIL_TYPE, "", 415 },        { FAIL_TOO_MANY, "", 429 },
        { FAIL_UNAVAILABLE, "", 503 }, { FAIL_UNCERTAIN, "", 503 },  { FAIL_INTERNAL, "", 500 },
    };
    char wanted[40];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kind = rows[i].kind;
        field = rows[i].field;
        struct answer a = get("/fail", NULL, NULL);
        snprintf(wanted, sizeof wanted, "error %d why zh-CN", rows[i].status);
        assert_int_equal(a.status, rows[i].status);
        assert_string_equal(a.body, wanted);
        assert_null(strstr(a.body, "detail"));
        assert_non_null(strstr(a.log, "detail"));
    }
}

static void head_has_the_headers_of_get_and_no_body(void **state)
{
    static const char *const uris[] = { "/page", "/ready", "/plain", "/file", "/fail", "/none", "/health" };
    char head[4000];
    (void)state;
    stem = "page";
    name = "A-001.pdf";
    for (size_t i = 0; i < sizeof uris / sizeof *uris; i++) {
        struct answer a = get(uris[i], NULL, NULL);
        assert_true(a.body_n > 0);
        snprintf(head, sizeof head, "%s", a.head);
        a = get(uris[i], NULL, "HEAD");
        assert_string_equal(a.head, head);
        assert_int_equal(a.body_n, 0);
    }
}

static void a_known_page_is_304_without_a_body(void **state)
{
    static const struct { const char *header; int status; } rows[] = {
        { "HTTP_IF_NONE_MATCH=W/\"v7\"", 304 }, { "HTTP_IF_NONE_MATCH=\"v7\"", 304 },        { "HTTP_IF_NONE_MATCH=\"v6\", W/\"v7\"", 304 },
        { "HTTP_IF_NONE_MATCH=*", 304 },        { "HTTP_IF_NONE_MATCH=\"v6\"", 200 },        { "HTTP_IF_NONE_MATCH=v7", 200 },
        { "HTTP_IF_NONE_MATCH=\"v77\"", 200 },  { "HTTP_IF_NONE_MATCH=\"xv7\"", 200 },       { "HTTP_IF_NONE_MATCH=", 200 },
        { "HTTP_IF_MODIFIED_SINCE=Thu, 01 Jan 2099 00:00:00 GMT", 200 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer a = get("/ready", rows[i].header, NULL);
        assert_int_equal(a.status, rows[i].status);
        assert_int_equal(a.body_n, rows[i].status == 304 ? 0 : 8);
        assert_string_equal(caller_header(&a, "ETag"), "W/\"v7\"");
        assert_string_equal(caller_header(&a, "Vary"), "Accept-Encoding");
        assert_string_equal(caller_header(&a, "Cache-Control"), "no-cache");
        assert_null(caller_header(&a, "Set-Cookie"));
        assert_null(strstr(a.head, "Retry-After"));
        if (rows[i].status == 304)
            assert_null(caller_header(&a, "Content-Length"));
    }
}

static void a_document_says_its_name_in_any_letters_and_is_known_by_tag_or_date(void **state)
{
    static const struct { const char *header; int status; } rows[] = {
        { "HTTP_IF_NONE_MATCH=W/\"d1\"", 304 }, { "HTTP_IF_NONE_MATCH=\"d2\"", 200 }, { NULL, 200 },
        { "HTTP_IF_MODIFIED_SINCE=Tue, 24 Nov 2026 00:00:00 GMT", 304 }, { "HTTP_IF_MODIFIED_SINCE=Wed, 25 Nov 2026 00:00:00 GMT", 200 },
    };
    (void)state;
    name = "公示 1.pdf";
    forever = false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer a = get("/document", rows[i].header, NULL);
        assert_int_equal(a.status, rows[i].status);
        assert_int_equal(a.body_n, rows[i].status == 304 ? 0 : 5);
        assert_string_equal(caller_header(&a, "Last-Modified"), "Tue, 24 Nov 2026 00:00:00 GMT");
        assert_string_equal(caller_header(&a, "Cache-Control"), "no-cache");
        assert_string_equal(caller_header(&a, "Content-Disposition"),
                            "inline; filename=\"gongshi.pdf\"; filename*=UTF-8''%E5%85%AC%E7%A4%BA%201.pdf");
    }
    name = "A-001.pdf";
    forever = true;
    struct answer a = get("/document", NULL, NULL);
    assert_string_equal(caller_header(&a, "Content-Disposition"), "inline; filename=\"A-001.pdf\"");
    assert_string_equal(caller_header(&a, "Cache-Control"), "public, max-age=31536000, immutable");
    forever = false;
}

static void gzip_goes_to_those_who_take_it(void **state)
{
    static const struct { const char *header; bool gzip; } rows[] = {
        { NULL, false },
        { "HTTP_ACCEPT_ENCODING=", false },
        { "HTTP_ACCEPT_ENCODING=gzip", true },
        { "HTTP_ACCEPT_ENCODING=gzip, deflate, br", true },
        { "HTTP_ACCEPT_ENCODING=br;q=1.0, GZIP;q=0.8", true },
        { "HTTP_ACCEPT_ENCODING=deflate ,gzip ; q=0.1", true },
        { "HTTP_ACCEPT_ENCODING=gzip;q=0", false },
        { "HTTP_ACCEPT_ENCODING=gzip;q=0.000, *", false },
        { "HTTP_ACCEPT_ENCODING=identity, *;q=0.5", true },
        { "HTTP_ACCEPT_ENCODING=*;q=0", false },
        { "HTTP_ACCEPT_ENCODING=*;q=0, gzip;q=1", true },
        { "HTTP_ACCEPT_ENCODING=xgzip, gzipped, identity", false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct answer a = get("/ready", rows[i].header, NULL);
        const char *encoding = caller_header(&a, "Content-Encoding");
        if ((encoding != NULL) != rows[i].gzip)
            fail_msg("%s", rows[i].header);
        assert_int_equal(a.body_n, rows[i].gzip ? 5 : 8);
        assert_memory_equal(a.body, rows[i].gzip ? "GZ\0IP" : "<p>plain", a.body_n);
        a = get("/plain", rows[i].header, NULL);
        assert_null(caller_header(&a, "Content-Encoding"));
    }
}

static void a_redirect_stays_here_and_holds_no_raw_byte(void **state)
{
    static const struct { const char *place, *location; } rows[] = {
        { "/", "https://gongshi.test/" },
        { "/a?b=c&d=%20e#f", "https://gongshi.test/a?b=c&d=%20e#f" },
        { "/一 \"<>\\^`{|}", "https://gongshi.test/%E4%B8%80%20%22%3C%3E%5C%5E%60%7B%7C%7D" },
        { "/a\r\nSet-Cookie: x=y", "https://gongshi.test/a%0D%0ASet-Cookie:%20x=y" },
        { "/\\evil.example", "https://gongshi.test/%5Cevil.example" },
        { "/.evil.example", "https://gongshi.test/.evil.example" },
        { "/@evil.example", "https://gongshi.test/@evil.example" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        place = rows[i].place;
        struct answer a = get("/redirect", NULL, NULL);
        assert_int_equal(a.status, 303);
        assert_string_equal(caller_header(&a, "Location"), rows[i].location);
        assert_null(caller_header(&a, "Set-Cookie"));
        assert_int_equal(a.body_n, 0);
    }
}

static void ask(const void *ctx) { get(ctx, NULL, NULL); }

static void a_page_that_leaves_the_rules_ends_the_program(void **state)
{
    static const char *const places[] = { "//evil.example", "https://evil.example/", "evil", "" };
    static const char *const names[] = { "a\r\nSet-Cookie: x", "a\u202e" "fdp.exe", "申报.pdf", "a b", "a\"b", "../a", "" };
    static const char *const tokens[] = { "a\r\nX: y", "a;b", "a b", "\xe4\xb8\x80" };
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        place = places[i];
        assert_true(caller_dies(ask, "/redirect", "a redirect that does not stay here"));
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        name = names[i];
        assert_true(caller_dies(ask, "/file", "a download's name is ours"));
    }
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        token = tokens[i];
        assert_true(caller_dies(ask, "/cookie", "not plain"));
    }
    assert_true(caller_dies(ask, "/silent", "said nothing"));
    assert_true(caller_dies(ask, "/unkept", "may not be kept"));
    assert_true(caller_dies(ask, "/sticky", "may not be kept"));
    name = "A-001.pdf";
    token = "abc";
    assert_false(caller_dies(ask, "/file", ""));
    assert_false(caller_dies(ask, "/cookie", ""));
}

static void bytes_of_a_file_come_out_as_they_are(void **state)
{
    (void)state;
    name = "A-001.pdf";
    struct answer a = get("/file", NULL, NULL);
    assert_int_equal(a.body_n, 5);
    assert_memory_equal(a.body, "%P\0DF", 5);
}

static void a_client_that_has_gone_troubles_nobody(void **state)
{
    (void)state;
    stem = "page";
    struct answer a = caller_ask(&PROGRAM, &(struct call){ .uri = "/page", .shut = true });
    assert_int_equal(a.status, 200);
    assert_null(a.body);
    assert_int_equal(get("/page", NULL, NULL).status, 200);
}

static bool sick(struct request *r)
{
    (void)r;
    return false;
}

static void health_says_ok_or_away(void **state)
{
    struct web_program p = PROGRAM;
    (void)state;
    struct answer a = get("/health", NULL, NULL);
    assert_int_equal(a.status, 200);
    assert_string_equal(a.body, "ok\n");
    p.healthy = sick;
    a = caller_ask(&p, &(struct call){ .uri = "/health" });
    assert_int_equal(a.status, 503);
    assert_string_equal(a.body, "away\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_that_breaks_off_shows_nothing_of_itself),
        cmocka_unit_test(without_even_an_error_page_a_line_of_plain_text_is_left),
        cmocka_unit_test(each_fail_has_its_status),
        cmocka_unit_test(head_has_the_headers_of_get_and_no_body),
        cmocka_unit_test(a_known_page_is_304_without_a_body),
        cmocka_unit_test(a_document_says_its_name_in_any_letters_and_is_known_by_tag_or_date),
        cmocka_unit_test(gzip_goes_to_those_who_take_it),
        cmocka_unit_test(a_redirect_stays_here_and_holds_no_raw_byte),
        cmocka_unit_test(a_page_that_leaves_the_rules_ends_the_program),
        cmocka_unit_test(bytes_of_a_file_come_out_as_they_are),
        cmocka_unit_test(a_client_that_has_gone_troubles_nobody),
        cmocka_unit_test(health_says_ok_or_away),
    };
    caller_open("https://gongshi.test", "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
