/* fuzz_web: what the targets of lib/web share: settings, an io over bytes in memory, a view that writes a line, and silence: a request's
 * log line goes nowhere, unless FUZZ_LOUD is set. */
#ifndef GS_TESTS_FUZZ_FUZZ_WEB_H
#define GS_TESTS_FUZZ_FUZZ_WEB_H

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "conf.h"
#include "fuzz.h"
#include "secret.h"
#include "web_private.h"

#define FUZZ_ORIGIN "https://gongshi.test"

struct fuzz_wire { const uint8_t *body; size_t at, n, piece; struct buf answer; };
struct view_node { char text[64]; };

static inline int fuzz_give(void *ctx, char *to, int n)
{
    struct fuzz_wire *w = ctx;
    size_t part = w->n - w->at < (size_t)n ? w->n - w->at : (size_t)n;
    part = part < w->piece ? part : w->piece;
    if (part > 0)
        memcpy(to, w->body + w->at, part);
    w->at += part;
    return (int)part;
}

static inline bool fuzz_take(void *ctx, const void *bytes, size_t n) { return buf_add(&((struct fuzz_wire *)ctx)->answer, bytes, n); }

static inline struct view_node *fuzz_page_data(struct request *r) { return mem_alloc(r->mem, sizeof(struct view_node)); }

static inline struct view_node *fuzz_page_error(struct request *r, const struct fail *f, int status)
{
    (void)f, (void)status;
    return fuzz_page_data(r);
}

static inline bool fuzz_page_render(struct request *r, struct view_node *v, const char *stem, struct buf *out, struct fail *f)
{
    (void)r, (void)v, (void)f;
    return buf_text(out, stem);
}

static inline void fuzz_start(void)
{
    static bool started;
    struct fail f = { 0 };
    char path[64];
    if (started)
        return;
    started = true;
    secret_start();
    int fd = memfd_create("settings", 0);
    PROMISE(dprintf(fd, "[origin]\nstaff = " FUZZ_ORIGIN "\npublic = " FUZZ_ORIGIN "\n[objection]\nmedia_max = 2048\n") > 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    PROMISE(conf_open(path, &f));
    close(fd);
}

/* The answer to one request; its status in *status. */
static inline const char *fuzz_ask(struct mem *m, const struct web_program *p, const char **env, struct fuzz_wire *w, int *status)
{
    struct web_io io = { w, (char **)env, fuzz_give, fuzz_take };
    int kept = dup(STDERR_FILENO), silence = open("/dev/null", O_WRONLY | O_CLOEXEC);
    buf_init(&w->answer, m, 1 << 20);
    if (getenv("FUZZ_LOUD") == NULL)
        dup2(silence, STDERR_FILENO);
    *status = serve_request(p, &io);
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(silence);
    return w->answer.data;
}

#endif
