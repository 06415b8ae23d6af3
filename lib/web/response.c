/* response: what a page said to answer, turned into bytes. A page that fails to render becomes the error page; an error page that fails
 * too becomes a line of plain text. */
#include <string.h>
#include <strings.h>

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
    if (path[0] != '/' || path[1] == '/')
        log_die("a redirect that does not stay here");
    out->kind = RESPONSE_REDIRECT;
    out->status = 303;
    out->location = path;
}

void response_fail(struct response *out, const struct fail *f)
{
    out->kind = RESPONSE_FAIL;
    out->fail = *f;
    /* Without a field the request itself is broken, not what somebody filled in. */
    out->status = f->kind == FAIL_INPUT && f->field[0] == '\0' ? 400 : fail_status(f->kind);
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
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    if (name[0] == '\0' || name[strspn(name, PLAIN)] != '\0')
        log_die("a download's name is ours and plain");
    bytes(out, RESPONSE_FILE, type, data, n);
    out->name = name;
}

void response_image(struct response *out, const char *type, const void *data, size_t n)
{
    bytes(out, RESPONSE_IMAGE, type, data, n);
}

void response_json(struct response *out, const char *text)
{
    bytes(out, RESPONSE_JSON, "application/json; charset=utf-8", text, strlen(text));
}

void response_ready(struct response *out, const void *html, size_t n, const void *gzip, size_t gzip_n, const char *etag)
{
    bytes(out, RESPONSE_READY, "text/html; charset=utf-8", html, n);
    out->gzip = gzip;
    out->gzip_n = gzip_n;
    out->etag = etag;
}

void response_indexed(struct response *out) { out->indexed = true; }

void response_document(struct response *out, const struct web_document *d)
{
    if (d->name != NULL && (d->name[0] == '\0' || strpbrk(d->name, "/\\\"\r\n") != NULL))
        log_die("a document's name is that of a file");
    bytes(out, RESPONSE_DOCUMENT, d->type, d->bytes, d->n);
    out->name = d->name;
    out->attachment = d->attachment;
    out->gzip = d->gzip;
    out->gzip_n = d->gzip_n;
    out->etag = d->etag;
    out->modified = d->modified;
    out->forever = d->forever;
}

void response_cookie(struct response *out, const char *token) { out->cookie = token; }
void response_form_key(struct response *out, const char *key) { out->form_key = key; }
void response_cookie_clear(struct response *out) { out->cookie_clear = true; }

static void put(struct request *r, struct buf *head, const void *data, size_t n)
{
    buf_text(head, "\r\n");
    if (head->over)
        log_die("the head of an answer is larger than %d bytes", HEAD_MAX);
    if (r->io->write(r->io->ctx, head->data, head->len) && !r->head && n > 0)
        r->io->write(r->io->ctx, data, n);
}

int response_plain(struct request *r, struct response *out, int status, const char *text)
{
    struct buf head;
    size_t n = strlen(text);
    buf_init(&head, r->mem, HEAD_MAX);
    headers_write(r, out, status, &head);
    buf_printf(&head, "Content-Type: text/plain; charset=utf-8\r\nContent-Length: %zu\r\n", n);
    put(r, &head, text, n);
    return status;
}

static int send_page(struct request *r, struct view_node *v, struct response *out, const char *stem, int status)
{
    struct buf page, head;
    struct fail f = { 0 };
    buf_init(&page, r->mem, PAGE_MAX);
    if (v == NULL || !r->program->page_render(r, v, stem, &page, &f)) {
        if (v != NULL)
            r->why = f;
        return response_plain(r, out, status >= 400 ? status : 500, "暂时无法打开这个页面，请稍后再试。\n");
    }
    buf_init(&head, r->mem, HEAD_MAX);
    headers_write(r, out, status, &head);
    buf_printf(&head, "Content-Type: text/html; charset=utf-8\r\nContent-Length: %zu\r\n", page.len);
    put(r, &head, page.data, page.len);
    return status;
}

/* RFC 9110 12.5.3: gzip is taken if it is named, or else "*" is, with a quality that is not zero. */
static bool takes_gzip(const char *accepted)
{
    bool any = false;
    for (const char *p = accepted; p != NULL && *p != '\0'; p += strcspn(p, ","), p += *p == ',') {
        p += strspn(p, " \t");
        size_t name = strcspn(p, ",; \t"), whole = strcspn(p, ",");
        const char *q = memmem(p, whole, "q=", 2);
        bool zero = q != NULL && q[2] == '0' && strchr(",; \t", q[2 + strspn(q + 2, "0.")]) != NULL;
        if (name == 4 && strncasecmp(p, "gzip", 4) == 0)
            return !zero;
        if (name == 1 && *p == '*')
            any = !zero;
    }
    return any;
}

static bool knows(const char *known, const char *tag)
{
    return known != NULL && (strcmp(known, "*") == 0 || strstr(known, tag) != NULL);
}

/* RFC 9110 13.2.2: the tag decides if it is asked for; a date is that which was given, letter by letter. */
static bool known(const struct request *r, const struct response *out)
{
    char date[CLOCK_TEXT];
    const char *tags = request_header(r, "HTTP_IF_NONE_MATCH"), *since = request_header(r, "HTTP_IF_MODIFIED_SINCE");
    if (tags != NULL)
        return knows(tags, mem_printf(r->mem, "\"%s\"", out->etag));
    if (since == NULL || out->modified == 0)
        return false;
    clock_to_http(out->modified, date);
    return strcmp(since, date) == 0;
}

static int send_ready(struct request *r, struct response *out)
{
    struct buf head;
    if (r->route->cache != WEB_CACHE_PUBLIC || out->cookie != NULL || out->form_key != NULL || out->cookie_clear)
        log_die("the page of %s may not be kept by others", r->route->path);
    bool same = known(r, out);
    bool gzip = out->gzip != NULL && takes_gzip(request_header(r, "HTTP_ACCEPT_ENCODING"));
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
        r->why = out->fail;
        v = r->program->page_error != NULL ? r->program->page_error(r, &out->fail, out->status) : NULL;
        return send_page(r, v, out, "error", out->status);
    case RESPONSE_READY:
    case RESPONSE_DOCUMENT:
        return send_ready(r, out);
    case RESPONSE_REDIRECT:
    case RESPONSE_FILE:
    case RESPONSE_IMAGE:
    case RESPONSE_JSON:
        return send_bytes(r, out);
    case RESPONSE_NONE:
        break;
    }
    log_die("the page of %s said nothing", r->route->path);
}
