/* request: any line, any headers, any cookie against a program with every gate: an answer of a known status comes back, whose head holds
 * nothing but whole header lines of ours. The input: method, address, then "NAME=value" lines. */
#include "fuzz_web.h"

static void page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    PROMISE(strlen(request_segment(r, "one")) <= 400 && request_path(r)[0] == '/');
    PROMISE(r->route->login == WEB_ANYBODY || r->who.signed_in);
    response_page(out, "page");
}

static void redirect(struct request *r, struct view_node *v, struct response *out)
{
    const char *next = mem_printf(r->mem, "/in/%s", request_segment(r, "one"));
    (void)v;
    PROMISE(!request_own_path(r, request_segment(r, "one")) || request_segment(r, "one")[0] == '/');
    response_redirect(out, next);
}

static void ready(struct request *r, struct view_node *v, struct response *out)
{
    (void)r, (void)v;
    response_ready(out, "plain", 5, "zip", 3, "v1");
}

static bool who(struct request *r, const char *token, struct web_who *out, struct fail *f)
{
    (void)r;
    PROMISE(token[0] == '\0' || strlen(token) <= 200);
    PROMISE(strchr(token, ';') == NULL);
    if (strncmp(token, "in", 2) != 0)
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "old");
    *out = (struct web_who){ .signed_in = true, .csrf = "token", .fresh = token[2] == 'f', .roles = token[2] == 'r' ? 1 : 0 };
    return true;
}

#define GET(path, cache, login, role, call) ROUTE(WEB_GET, path, WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, login, role, cache, call)
static const struct web_route STAFF[] = {
    GET("/", WEB_NO_STORE, WEB_ANYBODY, WEB_ROLE_ANY, page),
    GET("/to/{one}", WEB_NO_STORE, WEB_ANYBODY, WEB_ROLE_ANY, redirect),
    GET("/in/{one}", WEB_NO_STORE, WEB_SIGNED_IN, WEB_ROLE_ANY, page),
    GET("/role/{one}/x", WEB_NO_STORE, WEB_FRESH, 1, page),
    ROUTE(WEB_POST, "/in/{one}", WEB_BODY_SMALL, WEB_RATE_SEND, WEB_CSRF_SESSION, WEB_SIGNED_IN, WEB_ROLE_ANY, WEB_NO_STORE, page),
};
static const struct web_route PUBLIC[] = { GET("/", WEB_CACHE_PUBLIC, WEB_ANYBODY, WEB_ROLE_ANY, ready),
                                           GET("/a/{one}", WEB_NO_STORE, WEB_ANYBODY, WEB_ROLE_ANY, page) };
static const struct web_program PROGRAMS[] = {
    { .name = "staff", .cookie = "gs-staff", .routes = STAFF, .route_count = sizeof STAFF / sizeof *STAFF, .who = who,
      .page_data = fuzz_page_data, .page_error = fuzz_page_error, .page_render = fuzz_page_render },
    { .name = "public", .languages = true, .routes = PUBLIC, .route_count = sizeof PUBLIC / sizeof *PUBLIC,
      .page_data = fuzz_page_data, .page_error = fuzz_page_error, .page_render = fuzz_page_render },
};

enum { ENV_MAX = 40 };

static const char **environment(struct mem *m, const char *text, size_t n)
{
    const char **env = mem_array(m, ENV_MAX + 1, sizeof *env);
    for (size_t i = 0; i < ENV_MAX && n > 0; i++) {
        const char *end = memchr(text, '\n', n);
        size_t len = end != NULL ? (size_t)(end - text) : n;
        const char *prefix = i == 0 ? "REQUEST_METHOD=" : i == 1 ? "REQUEST_URI=" : "";
        env[i] = mem_printf(m, "%s%s", prefix, mem_text_n(m, text, len));
        text += len + (end != NULL);
        n -= len + (end != NULL);
    }
    return env;
}

static bool is_known(int status)
{
    static const int KNOWN[] = { 200, 303, 304, 400, 403, 404, 405, 413, 415 };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++)
        if (KNOWN[i] == status)
            return true;
    return false;
}

static void check_head(const char *head)
{
    const char *end = strstr(head, "\r\n\r\n");
    PROMISE(strncmp(head, "Status: ", 8) == 0 && end != NULL);
    for (const char *line = head; line < end; line = strstr(line, "\r\n") + 2) {
        size_t name = strspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");
        PROMISE(name > 2 && strncmp(line + name, ": ", 2) == 0);
        for (const char *p = line; *p != '\r'; p++)
            PROMISE(*p >= 0x20 && *p < 0x7f);
        PROMISE(strncmp(line, "Set-Cookie", 10) != 0);
        if (strncmp(line, "Location: ", 10) == 0)
            PROMISE(strncmp(line + 10, FUZZ_ORIGIN "/", sizeof FUZZ_ORIGIN) == 0 && strncmp(line + 10, FUZZ_ORIGIN "//", sizeof FUZZ_ORIGIN + 1) != 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct mem *m = mem_new(NULL, "fuzz");
    fuzz_start();
    for (size_t i = 0; i < 2; i++) {
        struct fuzz_wire w = { .body = data, .n = n, .piece = 7 };
        int status;
        const char **env = environment(m, (const char *)data, n);
        const char *head = fuzz_ask(m, &PROGRAMS[i], env, &w, &status);
        PROMISE(is_known(status));
        check_head(head);
    }
    mem_free(&m);
    return 0;
}
