/* response: what a page said to answer, turned into bytes. A page that fails to render becomes the error page; an error page that fails
 * too becomes a line of plain text. */
#include <string.h>

#include "buf.h"
#include "log.h"
#include "web_private.h"

enum { HEAD_MAX = 16 * 1024, PAGE_MAX = 16 * 1024 * 1024 };

void response_page(struct response *out, const char *stem) { response_page_status(out, 200, stem); }

void response_page_status(struct response *out, int status, const char *stem)
{
    out->kind = RESPONSE_PAGE;
    out->status = status;
    out->stem = stem;
}

void response_redirect(struct response *out, const char *path)
{
    if (path[0] != '/' || path[1] == '/' || strpbrk(path, "\r\n\\") != NULL)
        log_die("a redirect that does not stay here");
    out->kind = RESPONSE_REDIRECT;
    out->status = 303;
    out->location = path;
}

void response_fail(struct response *out, const struct fail *f)
{
    out->kind = RESPONSE_FAIL;
    out->fail = *f;
    out->status = fail_status(f->kind);
}

void response_missing(struct response *out)
{
    struct fail f = { 0 };
    fail_set(&f, FAIL_MISSING, "page_missing", "no such page");
    response_fail(out, &f);
}

static void bytes(struct response *out, enum response_kind kind, const char *type, const void *data, size_t n)
{
    out->kind = kind;
    out->status = 200;
    out->type = type;
    out->bytes = data;
    out->n = n;
}

void response_file(struct response *out, const char *type, const char *name, const void *data, size_t n)
{
    for (const char *p = name; *p != '\0'; p++)
        if (strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-", *p) == NULL)
            log_die("a download's name is ours and plain");
    bytes(out, RESPONSE_FILE, type, data, n);
    out->name = name;
}

void response_image(struct response *out, const char *type, const void *data, size_t n)
{
    bytes(out, RESPONSE_IMAGE, type, data, n);
}

void response_ready(struct response *out, const void *html, size_t n, const void *gzip, size_t gzip_n, const char *etag)
{
    bytes(out, RESPONSE_READY, "text/html; charset=utf-8", html, n);
    out->gzip = gzip;
    out->gzip_n = gzip_n;
    out->etag = etag;
}

void response_cookie(struct response *out, const char *token) { out->cookie = token; }
void response_cookie_clear(struct response *out) { out->cookie_clear = true; }

static void put(struct request *r, struct buf *head, const void *data, size_t n)
{
    buf_text(head, "\r\n");
    if (r->io->write(r->io->ctx, head->data, head->len) && !r->head && n > 0)
        r->io->write(r->io->ctx, data, n);
}

static int send_text(struct request *r, struct response *out, int status)
{
    struct buf head;
    buf_init(&head, r->mem, HEAD_MAX);
    headers_write(r, out, status, &head);
    buf_printf(&head, "Content-Type: text/plain; charset=utf-8\r\n");
    static const char LINE[] = "暂时无法打开这个页面，请稍后再试。\n";
    put(r, &head, LINE, sizeof LINE - 1);
    return status;
}

static int send_page(struct request *r, struct view_node *v, struct response *out, const char *stem, int status)
{
    struct buf page, head;
    struct fail f = { 0 };
    buf_init(&page, r->mem, PAGE_MAX);
    if (v == NULL || !r->program->page_render(r, v, stem, &page, &f)) {
        if (v != NULL)
            log_fail(stem, &f);
        return send_text(r, out, status >= 400 ? status : 500);
    }
    buf_init(&head, r->mem, HEAD_MAX);
    headers_write(r, out, status, &head);
    buf_printf(&head, "Content-Type: text/html; charset=utf-8\r\nContent-Length: %zu\r\n", page.len);
    put(r, &head, page.data, page.len);
    return status;
}

static int send_ready(struct request *r, struct response *out)
{
    struct buf head;
    const char *known = request_header(r, "HTTP_IF_NONE_MATCH"), *accepted = request_header(r, "HTTP_ACCEPT_ENCODING");
    bool same = known != NULL && strstr(known, mem_printf(r->mem, "\"%s\"", out->etag)) != NULL;
    bool gzip = out->gzip != NULL && accepted != NULL && strstr(accepted, "gzip") != NULL;
    buf_init(&head, r->mem, HEAD_MAX);
    headers_write(r, out, same ? 304 : 200, &head);
    if (same) {
        put(r, &head, NULL, 0);
        return 304;
    }
    size_t n = gzip ? out->gzip_n : out->n;
    buf_printf(&head, "Content-Type: %s\r\nContent-Length: %zu\r\n%s", out->type, n, gzip ? "Content-Encoding: gzip\r\n" : "");
    put(r, &head, gzip ? out->gzip : out->bytes, n);
    return 200;
}

static int send_bytes(struct request *r, struct response *out)
{
    struct buf head;
    buf_init(&head, r->mem, HEAD_MAX);
    headers_write(r, out, out->status, &head);
    if (out->kind != RESPONSE_REDIRECT)
        buf_printf(&head, "Content-Type: %s\r\nContent-Length: %zu\r\n", out->type, out->n);
    put(r, &head, out->bytes, out->kind == RESPONSE_REDIRECT ? 0 : out->n);
    return out->status;
}

int response_send(struct request *r, struct view_node *v, struct response *out)
{
    switch (out->kind) {
    case RESPONSE_PAGE:
        return send_page(r, v, out, out->stem, out->status);
    case RESPONSE_FAIL:
        if (out->fail.kind == FAIL_INTERNAL || out->fail.kind == FAIL_UNAVAILABLE || out->fail.kind == FAIL_UNCERTAIN)
            log_fail(r->route != NULL ? r->route->path : "-", &out->fail);
        return send_page(r, r->program->page_error(r, &out->fail, out->status), out, "error", out->status);
    case RESPONSE_READY:
        return send_ready(r, out);
    case RESPONSE_REDIRECT:
    case RESPONSE_FILE:
    case RESPONSE_IMAGE:
        return send_bytes(r, out);
    case RESPONSE_NONE:
        break;
    }
    log_die("the page of %s said nothing", r->route->path);
}
