/* The header set of every kind of answer, letter by letter, over http and https, as the project's security notes have decided it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "caller.h"

#define COMMON "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: same-origin\r\n" \
    "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n" \
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n"
#define HSTS "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"
#define P_HEAD(o) "Content-Security-Policy: default-src 'none'; script-src " o "/static/; style-src " o "/static/; "
#define P_TAIL "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; " \
    "require-trusted-types-for 'script'; trusted-types 'none'\r\n"
#define PUBLIC_P(o) P_HEAD(o) "img-src " o "/static/; font-src " o "/static/; " P_TAIL
#define PUBLIC_FORM_P(o) P_HEAD(o) "img-src " o "/static/; font-src " o "/static/; connect-src 'self'; " P_TAIL
#define STAFF_P(o) P_HEAD(o) "img-src 'self'; connect-src 'self'; " P_TAIL "Cross-Origin-Embedder-Policy: require-corp\r\nOrigin-Agent-Cluster: ?1\r\n"
#define FILE_P "Content-Security-Policy: default-src 'none'; sandbox; frame-ancestors 'none'\r\n"
#define NO_STORE "Cache-Control: no-store\r\nX-Robots-Tag: noindex, nofollow\r\n"
#define HTML(n) "Content-Type: text/html; charset=utf-8\r\nContent-Length: " #n "\r\n"

static void page(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_page(out, "page");
}

static void ready(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_ready(out, "<p>list", 7, NULL, 0, "v7");
}

static void file(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_file(out, "application/pdf", "A-001.pdf", "%PDF", 4);
}

static void image(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_image(out, "image/svg+xml", "<svg/>", 6);
}

static void enter(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_cookie(out, "abc-_123");
    response_redirect(out, "/");
}

static void leave(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_cookie_clear(out);
    response_redirect(out, "/");
}

static void begin(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_form_key(out, "key-_7");
    response_redirect(out, "/form");
}

static void away(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { 0 };
    (void)r, (void)v;
    fail_set(&f, FAIL_UNAVAILABLE, "unavailable", "database");
    response_fail(out, &f);
}

#define GET(path, cache, call) ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, cache, call)

static const struct web_route PUBLIC_ROUTES[] = { GET("/list", WEB_CACHE_PUBLIC, ready), GET("/form", WEB_NO_STORE, page), GET("/begin", WEB_NO_STORE, begin),
                                                  GET("/away", WEB_NO_STORE, away), GET("/kept", WEB_CACHE_PUBLIC, page) };
static const struct web_route STAFF_ROUTES[] = { GET("/page", WEB_NO_STORE, page), GET("/file", WEB_NO_STORE, file),
                                                 GET("/image", WEB_NO_STORE, image), GET("/enter", WEB_NO_STORE, enter),
                                                 GET("/leave", WEB_NO_STORE, leave) };
static const struct web_program PUBLIC = { .name = "public", .form_cookie = "gs-form", .routes = PUBLIC_ROUTES,
                                           .route_count = sizeof PUBLIC_ROUTES / sizeof *PUBLIC_ROUTES, CALLER_HOOKS };
static const struct web_program STAFF = { .name = "staff", .cookie = "gs-staff", .routes = STAFF_ROUTES,
                                          .route_count = sizeof STAFF_ROUTES / sizeof *STAFF_ROUTES, CALLER_HOOKS };

static void expect(const struct web_program *p, const char *uri, const char *head)
{
    struct answer a = caller_ask(p, &(struct call){ .uri = uri });
    char got[4000];
    assert_in_range(snprintf(got, sizeof got, "%s\r\n", a.head), 0, sizeof got - 1);
    assert_string_equal(got, head);
}

/* `s` is what https adds, `o` the origin. */
#define ALL(o, s, cookie_name, form_cookie, secure)                                                                                     \
    expect(&PUBLIC, "/list", "Status: 200 OK\r\n" COMMON s PUBLIC_P(o)                                                                  \
           "Cache-Control: no-cache\r\nX-Accel-Expires: 1\r\nETag: W/\"v7\"\r\nVary: Accept-Encoding\r\n"                               \
           "X-Robots-Tag: noindex, noarchive\r\n" HTML(7));                                                                             \
    expect(&PUBLIC, "/form", "Status: 200 OK\r\n" COMMON s PUBLIC_FORM_P(o) NO_STORE HTML(9));                                          \
    expect(&PUBLIC, "/begin", "Status: 303 See Other\r\n" COMMON s PUBLIC_FORM_P(o) NO_STORE "Location: " o "/form\r\n"                 \
           "Set-Cookie: " form_cookie "=key-_7; Path=/; HttpOnly; SameSite=Strict" secure "\r\n");                                      \
    expect(&PUBLIC, "/kept", "Status: 200 OK\r\n" COMMON s PUBLIC_FORM_P(o) NO_STORE HTML(9));                                          \
    expect(&STAFF, "/page", "Status: 200 OK\r\n" COMMON s STAFF_P(o) NO_STORE HTML(9));                                                 \
    expect(&STAFF, "/file", "Status: 200 OK\r\n" COMMON s FILE_P NO_STORE "Content-Disposition: attachment; filename=\"A-001.pdf\"\r\n" \
           "Content-Type: application/pdf\r\nContent-Length: 4\r\n");                                                                   \
    expect(&STAFF, "/image", "Status: 200 OK\r\n" COMMON s FILE_P NO_STORE "Content-Type: image/svg+xml\r\nContent-Length: 6\r\n");     \
    expect(&STAFF, "/enter", "Status: 303 See Other\r\n" COMMON s STAFF_P(o) NO_STORE "Location: " o "/\r\n"                            \
           "Set-Cookie: " cookie_name "=abc-_123; Path=/; HttpOnly; SameSite=Strict" secure "\r\n");                                    \
    expect(&STAFF, "/leave", "Status: 303 See Other\r\n" COMMON s STAFF_P(o) NO_STORE "Location: " o "/\r\n"                            \
           "Set-Cookie: " cookie_name "=; Path=/; HttpOnly; SameSite=Strict" secure "; Max-Age=0\r\n"                                   \
           "Clear-Site-Data: \"cache\", \"storage\"\r\n");                                                                              \
    expect(&PUBLIC, "/away", "Status: 503 Service Unavailable\r\n" COMMON s PUBLIC_FORM_P(o) NO_STORE "Retry-After: 30\r\n" HTML(27));  \
    expect(&PUBLIC, "/none", "Status: 404 Not Found\r\n" COMMON s PUBLIC_FORM_P(o) NO_STORE HTML(28));                                  \
    expect(&STAFF, "/none", "Status: 404 Not Found\r\n" COMMON s STAFF_P(o) NO_STORE HTML(28));                                         \
    expect(&PUBLIC, "/%", "Status: 400 Bad Request\r\n" COMMON s PUBLIC_FORM_P(o) NO_STORE HTML(30));                                   \
    expect(&STAFF, "/health", "Status: 200 OK\r\n" COMMON s STAFF_P(o) NO_STORE                                                         \
           "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 3\r\n")

static void over_https_every_answer_has_its_whole_set(void **state)
{
    (void)state;
    caller_open("https://gongshi.test", "");
    ALL("https://gongshi.test", HSTS, "__Host-gs-staff", "__Host-gs-form", "; Secure");
}

static void over_http_on_this_machine_only_the_secure_parts_are_left_out(void **state)
{
    (void)state;
    caller_open("http://staff.localhost:8080", "");
    ALL("http://staff.localhost:8080", "", "gs-staff", "gs-form", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(over_https_every_answer_has_its_whole_set),
        cmocka_unit_test(over_http_on_this_machine_only_the_secure_parts_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
