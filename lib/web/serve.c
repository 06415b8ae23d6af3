/* serve: the life of a worker: settings, routes, then one request at a time until it is told to end. Workers are made and replaced by a
 * supervisor outside (multiwatch, systemd); nothing is remembered between requests but what the program opened. */
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

static volatile sig_atomic_t ending;

static void on_end(int sig)
{
    (void)sig;
    ending = 1;
    FCGX_ShutdownPending();
}

static int fcgi_read(void *ctx, char *to, int n)
{
    FCGX_Request *q = ctx;
    return FCGX_GetStr(to, n, q->in);
}

static bool fcgi_write(void *ctx, const void *bytes, size_t n)
{
    FCGX_Request *q = ctx;
    for (const char *p = bytes; n > 0;) {
        int part = n > 1 << 20 ? 1 << 20 : (int)n;
        if (FCGX_PutStr(p, part, q->out) != part)
            return false;
        p += part;
        n -= (size_t)part;
    }
    return true;
}

static int cgi_read(void *ctx, char *to, int n)
{
    (void)ctx;
    return (int)read(STDIN_FILENO, to, (size_t)n);
}

static bool cgi_write(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    for (const char *p = bytes; n > 0;) {
        ssize_t done = write(STDOUT_FILENO, p, n);
        if (done <= 0)
            return false;
        p += done;
        n -= (size_t)done;
    }
    return true;
}

static const char *origin_of(const struct web_program *p)
{
    struct mem *m = mem_new(NULL, "origin");
    const char *origin = conf_text(mem_printf(m, "origin.%s", p->name));
    mem_free(&m);
    return origin;
}

/* Without https only this machine may be served: a cookie would travel in the open. */
static void check_origin(const char *origin)
{
    if (strncmp(origin, "https://", 8) == 0)
        return;
    const char *host = origin + strlen("http://");
    size_t n = strcspn(host, ":/");
    bool here = (n == 9 && strncmp(host, "127.0.0.1", 9) == 0) || (n >= 9 && strncmp(host + n - 9, "localhost", 9) == 0);
    if (strncmp(origin, "http://", 7) != 0 || !here)
        log_die("origin %s: http is for this machine alone", origin);
}

/* The health of the program, for the supervisor and the balancer; no gate, no page. */
static int serve_health(struct request *r)
{
    bool well = r->program->healthy == NULL || r->program->healthy(r);
    const char *text = mem_printf(r->mem, "Status: %s\r\nContent-Type: text/plain\r\nCache-Control: no-store\r\n\r\n%s\n",
                                  well ? "200 OK" : "503 Service Unavailable", well ? "ok" : "away");
    r->io->write(r->io->ctx, text, strlen(text));
    return well ? 200 : 503;
}

static int serve_route(struct request *r)
{
    struct response out = { 0 };
    struct view_node *v = NULL;
    const char *allow = NULL;
    r->route = route_find(r, &allow);
    if (r->route == NULL && allow != NULL) {
        struct fail f = { 0 };
        fail_set(&f, FAIL_INPUT, "method", "method");
        response_fail(&out, &f);
        out.status = 405;
        out.allow = allow;
    } else if (r->route == NULL) {
        response_missing(&out);
    } else if (gate_pass(r, &out)) {
        v = r->program->page_data(r);
        r->page(r, v, &out);
        if (r->page == r->route->page && r->route->csrf == WEB_CSRF_SESSION && !r->csrf_seen && out.kind != RESPONSE_FAIL)
            log_die("the page of %s acted without reading its form", r->route->path);
    }
    return response_send(r, v, &out);
}

int serve_request(const struct web_program *p, struct web_io *io)
{
    static const char *const NO_PATH = "-";
    struct mem *m = mem_new_secret(NULL, "request");
    struct request *r = mem_alloc(m, sizeof *r);
    struct fail f = { 0 };
    unsigned char id[8];
    int64_t began = clock_monotonic();
    int status;
    *r = (struct request){ .mem = m, .program = p, .io = io, .method = "-", .path = NO_PATH, .lang = "zh-CN",
                           .origin = origin_of(p) };
    secret_random(id, sizeof id);
    memcpy(r->id, secret_to_hex(m, id, sizeof id), 16);
    log_context(r->id);
    if (!request_read_line(r, &f)) {
        struct response out = { 0 };
        response_fail(&out, &f);
        status = response_send(r, NULL, &out);
    } else if (strcmp(r->path, "/health") == 0 && (strcmp(r->method, "GET") == 0 || r->head)) {
        status = serve_health(r);
    } else {
        status = serve_route(r);
    }
    log_line(LOG_INFO, "%s %s %d %lldms", r->route != NULL || status == 405 ? r->method : "?",
             r->route != NULL ? r->route->path : NO_PATH, status, (long long)((clock_monotonic() - began) / 1000));
    log_context(NULL);
    mem_free(&m);
    return status;
}

static void serve_fastcgi(const struct web_program *p)
{
    FCGX_Request q;
    int64_t left = conf_number("web.requests_per_worker");
    if (FCGX_Init() != 0 || FCGX_InitRequest(&q, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
        log_die("libfcgi does not start");
    while (!ending && left > 0) {
        if (FCGX_Accept_r(&q) != 0) {
            if (!ending && errno != EINTR)
                clock_sleep(100000); /* out of descriptors: somebody will give one back */
            continue;
        }
        struct web_io io = { &q, q.envp, fcgi_read, fcgi_write };
        serve_request(p, &io);
        FCGX_Finish_r(&q);
        left--;
    }
    FCGX_Free(&q, 1);
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
    struct sigaction end = { .sa_handler = on_end }; /* before libfcgi, which then leaves it alone; no SA_RESTART */
    log_open(p->name);
    secret_start();
    if (!conf_open(settings_file(argc, argv), &f))
        log_die("%s", f.detail);
    check_origin(origin_of(p));
    route_check(p);
    prctl(PR_SET_DUMPABLE, 0);
    sigaction(SIGTERM, &end, NULL);
    signal(SIGPIPE, SIG_IGN);
    struct mem *m = mem_new(NULL, "program");
    p->open(m);
    if (FCGX_IsCGI()) {
        struct web_io io = { NULL, environ, cgi_read, cgi_write };
        serve_request(p, &io);
    } else {
        serve_fastcgi(p);
    }
    mem_free(&m);
    return 0;
}
