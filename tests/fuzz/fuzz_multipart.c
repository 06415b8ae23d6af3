/* multipart: whatever the body is and however it is cut, the same parts come out, within their ceilings; and a form with a file takes the
 * file whole or not at all. The input: how many bytes a piece has, the header's value up to a line end, the body. */
#include "fuzz_web.h"

#include "text.h"

enum { FIELDS = 5, FIELD_BYTES = 64, FILES = 2, FILE_BYTES = 256 };

struct seen { struct buf log; size_t fields, files, bytes; bool open; };

static bool on_field(void *ctx, const char *name, const char *bytes, size_t n, struct fail *f)
{
    struct seen *s = ctx;
    (void)f;
    PROMISE(++s->fields <= FIELDS && n <= FIELD_BYTES && !s->open);
    buf_printf(&s->log, "%s=", name);
    buf_add(&s->log, bytes, n);
    return buf_char(&s->log, '\n');
}

static bool on_begin(void *ctx, const char *name, const char *file_name, struct fail *f)
{
    struct seen *s = ctx;
    (void)f;
    PROMISE(++s->files <= FILES && !s->open && file_name[0] != '\0');
    s->open = true;
    s->bytes = 0;
    return buf_printf(&s->log, "%s (%s) ", name, file_name);
}

static bool on_data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    struct seen *s = ctx;
    (void)f;
    PROMISE(s->open && n > 0 && (s->bytes += n) <= FILE_BYTES);
    return buf_add(&s->log, bytes, n);
}

static bool on_end(void *ctx, struct fail *f)
{
    struct seen *s = ctx;
    (void)f;
    PROMISE(s->open);
    s->open = false;
    return buf_char(&s->log, '\n');
}

/* What came of it; NULL if it was refused. */
static struct buf *parts(struct mem *m, const char *type, const uint8_t *body, size_t n, size_t piece)
{
    struct fail f = { 0 };
    struct seen *s = mem_alloc(m, sizeof *s);
    struct multipart_limits limits = { FIELDS, FIELD_BYTES, FILES, FILE_BYTES };
    struct multipart_calls calls = { s, on_field, on_begin, on_data, on_end };
    buf_init(&s->log, m, 1 << 20);
    struct multipart *p = multipart_new(m, type, &limits, &calls, &f);
    for (size_t at = 0; p != NULL && at < n; at += piece)
        if (!multipart_feed(p, body + at, n - at < piece ? n - at : piece, &f)) {
            PROMISE(f.kind == FAIL_INPUT || f.kind == FAIL_TOO_LARGE);
            return NULL;
        }
    if (p == NULL || !multipart_finish(p, &f))
        return NULL;
    PROMISE(!s->open);
    return &s->log;
}

static bool begin(void *ctx, const struct form *form, const char *file_name, struct fail *f)
{
    (void)ctx, (void)f;
    PROMISE(strlen(form_text(form, "token")) >= 2 && text_check(file_name, strlen(file_name), true) != TEXT_NOT_UTF8);
    return true;
}

static bool data(void *ctx, const void *bytes, size_t n, struct fail *f)
{
    size_t *sum = ctx;
    (void)bytes, (void)f;
    PROMISE((*sum += n) <= 2048);
    return true;
}

static bool end(void *ctx, struct fail *f)
{
    (void)f;
    *(size_t *)ctx = 0;
    return true;
}

static void page(struct request *r, struct view_node *v, struct response *out)
{
    static const struct form_field TABLE[] = { { "token", FORM_HIDDEN, true, 2, 9, NULL }, { "a", FORM_LINES, false, 1, 20, NULL },
                                               { "f", FORM_FILE, false, 0, 0, NULL } };
    struct fail f = { 0 };
    size_t sum = 0;
    struct form_sink sink = { .field = "f", .ctx = &sum, .begin = begin, .data = data, .end = end };
    struct form *form = form_new(r, TABLE, 3);
    (void)v;
    form_sink_set(form, &sink);
    if (!form_read(form, &f)) {
        response_fail(out, &f);
        return;
    }
    PROMISE(sum == 0 || sink.fail.kind != FAIL_NONE);
    response_page(out, "form");
}

static const struct web_route ROUTES[] = {
    ROUTE(WEB_POST, "/", WEB_BODY_FILE, WEB_RATE_UPLOAD, WEB_CSRF_FORM, WEB_ANYBODY, WEB_ROLE_ANY, WEB_NO_STORE, page),
};
static const struct web_program PROGRAM = { .name = "public", .routes = ROUTES, .route_count = 1, .page_data = fuzz_page_data,
                                            .page_error = fuzz_page_error, .page_render = fuzz_page_render };

int LLVMFuzzerTestOneInput(const uint8_t *data_in, size_t n)
{
    const uint8_t *line = n > 1 ? memchr(data_in + 1, '\n', n - 1) : NULL;
    if (line == NULL)
        return 0;
    struct mem *m = mem_new(NULL, "fuzz");
    const char *type = mem_text_n(m, (const char *)data_in + 1, (size_t)(line - data_in) - 1);
    size_t body_n = n - (size_t)(line - data_in) - 1, piece = (size_t)data_in[0] + 1;
    int status;
    fuzz_start();
    struct buf *whole = parts(m, type, line + 1, body_n, body_n + 1), *cut = parts(m, type, line + 1, body_n, piece);
    PROMISE((whole == NULL) == (cut == NULL));
    if (whole != NULL)
        PROMISE(whole->len == cut->len && memcmp(whole->data, cut->data, cut->len) == 0);
    const char *env[] = { "REQUEST_METHOD=POST", "REQUEST_URI=/", mem_printf(m, "CONTENT_TYPE=%s", type), mem_printf(m, "CONTENT_LENGTH=%zu", body_n), NULL };
    struct fuzz_wire w = { .body = line + 1, .n = body_n, .piece = piece };
    fuzz_ask(m, &PROGRAM, env, &w, &status);
    PROMISE(status == 200 || status == 400 || status == 413 || status == 415);
    mem_free(&m);
    return 0;
}
