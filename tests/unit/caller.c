/* caller: see caller.h. */
#include "caller.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "conf.h"
#include "log.h"
#include "secret.h"

enum { ENV_MAX = 48, ANSWER_MAX = 32 * 1024 * 1024, LOG_MAX = 16 * 1024 };

struct view_node { char text[160]; };

static struct mem *pool;
static bool dying; /* the last words go to descriptor 2 as it is */

struct view_node *caller_page_data(struct request *r) { return mem_alloc(r->mem, sizeof(struct view_node)); }

struct view_node *caller_page_error(struct request *r, const struct fail *f, int status)
{
    struct view_node *v = caller_page_data(r);
    snprintf(v->text, sizeof v->text, "error %d %s %s", status, f->code, r->lang);
    return v;
}

bool caller_page_render(struct request *r, struct view_node *v, const char *stem, struct buf *out, struct fail *f)
{
    (void)r;
    if (strcmp(stem, "broken") == 0)
        return buf_text(out, "half a page") && fail_set(f, FAIL_INTERNAL, "internal", "the template broke off");
    return v->text[0] != '\0' ? buf_text(out, v->text) : buf_printf(out, "page %s", stem);
}

void caller_open(const char *origin, const char *more)
{
    struct fail f = { 0 };
    char path[64];
    int fd = memfd_create("settings", MFD_CLOEXEC);
    secret_start();
    log_open("caller");
    assert_true(dprintf(fd, "[origin]\npublic = %s\nstaff = %s\nunion = %s\n%s", origin, origin, origin, more) > 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (!conf_open(path, &f))
        fail_msg("%s", f.detail);
    close(fd);
}

struct wire { const struct call *call; size_t at, n; struct buf answer; };

static int give(void *ctx, char *to, int n)
{
    struct wire *w = ctx;
    size_t left = w->n - w->at, most = w->call->piece > 0 ? w->call->piece : (size_t)n;
    size_t part = left < (size_t)n ? left : (size_t)n;
    part = part < most ? part : most;
    if (part > 0)
        memcpy(to, w->call->body + w->at, part);
    w->at += part;
    return (int)part;
}

static bool take(void *ctx, const void *bytes, size_t n)
{
    struct wire *w = ctx;
    return !w->call->shut && buf_add(&w->answer, bytes, n);
}

static char **environment(const struct call *c, size_t body_n)
{
    char **env = mem_array(pool, ENV_MAX, sizeof *env);
    size_t n = 0;
    env[n++] = mem_printf(pool, "REQUEST_METHOD=%s", c->method != NULL ? c->method : "GET");
    env[n++] = mem_printf(pool, "REQUEST_URI=%s", c->uri != NULL ? c->uri : "/");
    env[n++] = mem_printf(pool, "QUERY_STRING=%s", c->query != NULL ? c->query : "");
    env[n++] = c->length != NULL ? mem_printf(pool, "CONTENT_LENGTH=%s", c->length) : mem_printf(pool, "CONTENT_LENGTH=%zu", body_n);
    if (c->type != NULL || c->body != NULL)
        env[n++] = mem_printf(pool, "CONTENT_TYPE=%s", c->type != NULL ? c->type : "application/x-www-form-urlencoded");
    for (size_t i = 0; i < sizeof c->headers / sizeof *c->headers && c->headers[i] != NULL; i++)
        env[n++] = mem_text(pool, c->headers[i]);
    return env;
}

/* What is written to descriptor 2 meanwhile. */
static int catch_log(int *kept)
{
    int fd = memfd_create("log", MFD_CLOEXEC);
    if (dying)
        return fd;
    *kept = dup(STDERR_FILENO);
    dup2(fd, STDERR_FILENO);
    return fd;
}

static char *caught(int fd, int kept)
{
    char *text = mem_alloc(pool, LOG_MAX);
    if (!dying) {
        dup2(kept, STDERR_FILENO);
        close(kept);
    }
    ssize_t n = pread(fd, text, LOG_MAX - 1, 0);
    assert_true(n >= 0);
    close(fd);
    return text;
}

struct answer caller_ask(const struct web_program *p, const struct call *c)
{
    struct wire w = { .call = c, .n = c->body == NULL ? 0 : c->body_n > 0 ? c->body_n : strlen(c->body) };
    struct answer a = { 0 };
    int kept = -1, fd;
    mem_free(&pool);
    pool = mem_new(NULL, "caller");
    buf_init(&w.answer, pool, ANSWER_MAX);
    struct web_io io = { &w, environment(c, w.n), give, take };
    fd = catch_log(&kept);
    a.status = serve_request(p, &io);
    a.log = caught(fd, kept);
    a.head = w.answer.data;
    a.body = strstr(a.head, "\r\n\r\n");
    if (a.body == NULL)
        return a;
    *a.body = '\0';
    a.body += 4;
    a.body_n = w.answer.len - (size_t)(a.body - a.head);
    return a;
}

const char *caller_header(const struct answer *a, const char *name)
{
    const char *found = NULL;
    size_t n = strlen(name);
    for (const char *line = a->head; line != NULL; line = strstr(line, "\r\n") != NULL ? strstr(line, "\r\n") + 2 : NULL) {
        if (strncmp(line, name, n) != 0 || strncmp(line + n, ": ", 2) != 0)
            continue;
        assert_null(found);
        found = mem_text_n(pool, line + n + 2, strcspn(line + n + 2, "\r"));
    }
    return found;
}

bool caller_dies(void (*act)(const void *ctx), const void *ctx, const char *why)
{
    int fd = memfd_create("last words", 0), status = 0;
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(fd, STDERR_FILENO);
        dying = true;
        act(ctx);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    char text[LOG_MAX] = { 0 };
    assert_true(pread(fd, text, sizeof text - 1, 0) >= 0);
    close(fd);
    return WIFEXITED(status) && WEXITSTATUS(status) != 0 && strstr(text, why) != NULL;
}
