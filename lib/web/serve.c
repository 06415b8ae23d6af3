/* serve: a program from its start (settings, routes, what it opens) and one request from its line to its log line. As FastCGI it is a
 * worker (worker.c), made and replaced by a supervisor outside; nothing is remembered between requests but what the program opened. */
#include <errno.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "conf.h"
#include "log.h"
#include "secret.h"
#include "web_private.h"

static int cgi_read(void *ctx, char *to, int n)
{
    ssize_t got;
    (void)ctx;
    do
        got = read(STDIN_FILENO, to, (size_t)n);
    while (got < 0 && errno == EINTR);
    return (int)got;
}

static bool cgi_write(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    for (const char *p = bytes; n > 0;) {
        ssize_t done = write(STDOUT_FILENO, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        p += done;
        n -= (size_t)done;
    }
    return true;
}

static const char *origin_of(struct mem *m, const struct web_program *p) { return conf_text(mem_printf(m, "origin.%s", p->name)); }

/* Without https only this machine may be served: a cookie would travel in the open. */
static void check_origin(const char *origin)
{
    if (strncmp(origin, "https://", 8) == 0)
        return;
    const char *host = origin + strlen("http://");
    size_t n = strcspn(host, ":/");
    bool here = n >= 9 && (strncmp(host + n - 9, "localhost", 9) == 0 ? n == 9 || host[n - 10] == '.'
                                                                     : n == 9 && strncmp(host, "127.0.0.1", 9) == 0);
    if (strncmp(origin, "http://", 7) != 0 || !here)
        log_die("origin %s: http is for this machine alone", origin);
}

/* The health of the program, for the supervisor and the balancer; no gate, no page. */
static int serve_health(struct request *r)
{
    struct response out = { 0 };
    bool well = r->program->healthy == NULL || r->program->healthy(r);
    return response_plain(r, &out, well ? 200 : 503, well ? "ok\n" : "away\n");
}

static void refuse_method(struct response *out, const char *allow)
{
    struct fail f = { 0 };
    fail_set(&f, FAIL_INPUT, "method", "only %s", allow);
    response_fail(out, &f);
    out->status = 405;
    out->allow = allow;
}

static int serve_route(struct request *r)
{
    struct response out = { 0 };
    struct view_node *v = NULL;
    const char *allow = NULL;
    bool health = strcmp(r->path, "/health") == 0;
    if (health && (r->head || strcmp(r->method, "GET") == 0))
        return serve_health(r);
    r->route = health ? NULL : route_find(r, &allow);
    if (r->route == NULL && (health || allow != NULL)) {
        refuse_method(&out, health ? "GET, HEAD" : allow);
    } else if (r->route == NULL) {
        response_missing(&out);
    } else if (gate_pass(r, &out)) {
        v = r->program->page_data != NULL ? r->program->page_data(r) : NULL;
        r->page(r, v, &out);
        if (r->page == r->route->page && r->route->csrf == WEB_CSRF_SESSION && !r->csrf_seen && out.kind != RESPONSE_FAIL)
            log_die("the page of %s acted without reading its form", r->route->path);
    }
    return response_send(r, v, &out);
}

/* One line, whatever happened; of the request only what our own table says. */
static void log_request(const struct request *r, int status, int64_t micros)
{
    static const char *const METHODS[] = { "GET", "HEAD", "POST" };
    const char *method = "?";
    bool grave = r->why.kind == FAIL_INTERNAL || r->why.kind == FAIL_UNAVAILABLE || r->why.kind == FAIL_UNCERTAIN;
    for (size_t i = 0; i < sizeof METHODS / sizeof *METHODS; i++)
        if (strcmp(METHODS[i], r->method) == 0)
            method = METHODS[i];
    log_line(grave ? LOG_ERROR : LOG_INFO, "%s %s %d %lldms%s%s%s%s%s%s", method, r->route != NULL ? r->route->path : "-", status,
             (long long)(micros / 1000), r->why.code[0] != '\0' ? " " : "", r->why.code, r->why.field[0] != '\0' ? " field=" : "",
             r->why.field, r->why.detail[0] != '\0' ? ": " : "", r->why.detail);
}

int serve_request(const struct web_program *p, struct web_io *io)
{
    struct mem *m = mem_new_secret(NULL, "request");
    struct request *r = mem_alloc(m, sizeof *r);
    struct fail f = { 0 };
    unsigned char id[8];
    int64_t began = clock_monotonic();
    int status;
    *r = (struct request){ .mem = m, .program = p, .io = io, .method = "-", .path = "-", .lang = "zh-CN", .origin = origin_of(m, p) };
    secret_random(id, sizeof id);
    memcpy(r->id, secret_to_hex(m, id, sizeof id), 16);
    log_context(r->id);
    if (request_read_line(r, &f)) {
        status = serve_route(r);
    } else {
        struct response out = { 0 };
        response_fail(&out, &f);
        status = response_send(r, NULL, &out);
    }
    log_request(r, status, clock_monotonic() - began);
    log_context(NULL);
    mem_free(&m);
    return status;
}

static const char *settings_file(int argc, char **argv)
{
    const char *given = getenv("GONGSHI_CONF");
    if (argc == 3 && strcmp(argv[1], "-c") == 0)
        return argv[2];
    if (argc != 1)
        log_die("usage: %s [-c FILE]", argv[0]);
    return given != NULL ? given : GS_SYSCONFDIR "/gongshi.conf";
}

int web_main(const struct web_program *p, int argc, char **argv)
{
    extern char **environ;
    struct fail f = { 0 };
    log_open(p->name);
    secret_start();
    if (!conf_open(settings_file(argc, argv), &f))
        log_die("%s", f.detail);
    struct mem *m = mem_new(NULL, "program");
    check_origin(origin_of(m, p));
    route_check(p);
    prctl(PR_SET_DUMPABLE, 0);
    signal(SIGPIPE, SIG_IGN);
    p->open(m);
    if (FCGX_IsCGI()) {
        struct web_io io = { NULL, environ, cgi_read, cgi_write };
        serve_request(p, &io);
    } else {
        worker_run(p, conf_number("web.requests_per_worker"));
    }
    mem_free(&m);
    return 0;
}
