/* tiny: the smallest program of web, for tests of the worker itself: no view, no database. The folder of its setting dir.sql stands in for
 * the database: while it holds a file "away", whoever needs it is told to come later. */
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "clock.h"
#include "conf.h"
#include "file.h"
#include "form.h"
#include "multipart.h"

struct view_node { const char *text; };

static struct view_node *page_data(struct request *r) { return mem_alloc(request_mem(r), sizeof(struct view_node)); }

static struct view_node *page_error(struct request *r, const struct fail *f, int status)
{
    struct view_node *v = page_data(r);
    v->text = mem_printf(request_mem(r), "error %d %s\n", status, f->code);
    return v;
}

static bool page_render(struct request *r, struct view_node *v, const char *stem, struct buf *out, struct fail *f)
{
    (void)r, (void)stem;
    return buf_text(out, v->text) || fail_set(f, FAIL_INTERNAL, "internal", "too long");
}

static bool healthy(struct request *r)
{
    return access(file_path(request_mem(r), conf_text("dir.sql"), "away"), F_OK) != 0;
}

static bool allow(struct request *r, enum web_rate rate, struct fail *f)
{
    (void)rate;
    return healthy(r) || fail_set(f, FAIL_UNAVAILABLE, "unavailable", "the database is away");
}

static void about_page(struct request *r, struct view_node *v, struct response *out)
{
    v->text = mem_printf(request_mem(r), "pid %ld dumpable %d\n", (long)getpid(), prctl(PR_GET_DUMPABLE));
    response_page(out, "about");
}

static void slow_page(struct request *r, struct view_node *v, struct response *out)
{
    /* One sleep that a signal would cut short: what is in hand must not notice any. */
    bool whole = usleep(300000) == 0;
    v->text = mem_printf(request_mem(r), "%s\n", whole ? "slept" : "woken");
    response_page(out, "slow");
}

static void long_page(struct request *r, struct view_node *v, struct response *out)
{
    char *text = mem_alloc(request_mem(r), 200001);
    for (size_t i = 0; i < 200000; i++)
        text[i] = (char)('a' + i % 26);
    v->text = text;
    response_page(out, "long");
}

static void text_page(struct request *r, struct view_node *v, struct response *out)
{
    static const struct form_field FIELDS[] = { { "text", FORM_LINES, true, 1, 100000, NULL } };
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, FIELDS, 1);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    v->text = mem_printf(request_mem(r), "text %s\n", form_text(form, "text"));
    response_page_status(out, form_ok(form) ? 200 : 422, "text");
}

struct counted { size_t bytes; bool whole; };

static bool begin(void *ctx, const struct form *form, const char *file_name, struct fail *f)
{
    (void)ctx, (void)form, (void)file_name, (void)f;
    return true;
}

static bool data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    (void)bytes, (void)f;
    ((struct counted *)ctx)->bytes += n;
    return true;
}

static bool end(void *ctx, struct fail *f)
{
    (void)f;
    ((struct counted *)ctx)->whole = true;
    return true;
}

static void file_page(struct request *r, struct view_node *v, struct response *out)
{
    static const struct form_field FIELDS[] = { { "file", FORM_FILE, false, 0, 0, NULL } };
    struct counted counted = { 0 };
    struct form_sink sink = { .field = "file", .ctx = &counted, .begin = begin, .data = data, .end = end };
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, FIELDS, 1);
    form_sink_set(form, &sink);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    v->text = mem_printf(request_mem(r), "%zu bytes%s\n", counted.bytes, counted.whole ? "" : ", not whole");
    response_page(out, "file");
}

static void start(struct mem *m) { (void)m; }

int main(int argc, char **argv)
{
    static const struct web_route routes[] = {
        ROUTE(WEB_GET, "/", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, about_page),
        ROUTE(WEB_GET, "/slow", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, slow_page),
        ROUTE(WEB_GET, "/long", WEB_NO_BODY, WEB_RATE_READ, WEB_CSRF_SAFE, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, long_page),
        ROUTE(WEB_POST, "/text", WEB_BODY_TEXT, WEB_RATE_SEND, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, text_page),
        ROUTE(WEB_POST, "/file", WEB_BODY_FILE, WEB_RATE_UPLOAD, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, file_page),
    };
    const struct web_program program = { .name = "public", .routes = routes, .route_count = sizeof routes / sizeof routes[0], .open = start,
                                         .allow = allow, .page_data = page_data, .page_error = page_error, .page_render = page_render,
                                         .healthy = healthy };
    return web_main(&program, argc, argv);
}
