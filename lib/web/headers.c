/* headers: the header set of every answer, by what the page is (public cached, public form, staff and union, download, picture). The
 * values are decided in the project's security notes; nginx sets the same for static files and its own errors. */
#include <string.h>

#include "buf.h"
#include "log.h"
#include "web_private.h"

static const char *reason(int status)
{
    static const struct { int status; const char *text; } ROWS[] = {
        { 200, "OK" }, { 303, "See Other" }, { 304, "Not Modified" }, { 400, "Bad Request" }, { 403, "Forbidden" },
        { 404, "Not Found" }, { 405, "Method Not Allowed" }, { 409, "Conflict" }, { 413, "Content Too Large" },
        { 415, "Unsupported Media Type" }, { 422, "Unprocessable Content" }, { 429, "Too Many Requests" },
        { 500, "Internal Server Error" }, { 503, "Service Unavailable" },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (ROWS[i].status == status)
            return ROWS[i].text;
    return "Status";
}

/* Everything may come from the own /static/ only; the public host's pictures too, the others' from the program (QR codes). */
static void page_policy(const struct request *r, bool form, struct buf *b)
{
    bool inside = r->program->cookie != NULL;
    buf_printf(b, "Content-Security-Policy: default-src 'none'; script-src %s/static/; style-src %s/static/; img-src %s%s; ",
               r->origin, r->origin, inside ? "'self'" : r->origin, inside ? "" : "/static/");
    if (!inside)
        buf_printf(b, "font-src %s/static/; ", r->origin);
    if (form || inside) /* what is typed is sent; the picture of the outbox is fetched anew */
        buf_text(b, "connect-src 'self'; ");
    buf_text(b, "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
                "require-trusted-types-for 'script'; trusted-types 'none'\r\n");
    if (inside)
        buf_text(b, "Cross-Origin-Embedder-Policy: require-corp\r\nOrigin-Agent-Cluster: ?1\r\n");
}

static void common(const struct request *r, struct buf *b)
{
    buf_text(b, "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: same-origin\r\n"
                "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n"
                "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n");
    if (request_is_https(r))
        buf_text(b, "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n");
}

/* An own address; bytes that none may hold (Hanzi, blanks, quotes, line ends) are encoded, "%" is taken as done already. */
static void location(const struct request *r, const char *path, struct buf *b)
{
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?#[]@!$&'()*+,;=:%";
    buf_printf(b, "Location: %s", r->origin);
    for (; *path != '\0'; path++) {
        if (strchr(PLAIN, *path) != NULL)
            buf_char(b, *path);
        else
            buf_printf(b, "%%%02X", (unsigned char)*path);
    }
    buf_text(b, "\r\n");
}

/* Until the browser is closed; `value` NULL takes it away. */
static void one_cookie(const struct request *r, const char *name, const char *value, struct buf *b)
{
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    if (name == NULL || (value != NULL && value[strspn(value, PLAIN)] != '\0'))
        log_die("a cookie where none belongs, or one that is not plain");
    buf_printf(b, "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Strict%s%s\r\n", request_cookie_name(r, name), value != NULL ? value : "",
               request_is_https(r) ? "; Secure" : "", value != NULL ? "" : "; Max-Age=0");
}

static void cookie(const struct request *r, const struct response *out, struct buf *b)
{
    if (out->cookie != NULL || out->cookie_clear)
        one_cookie(r, r->program->cookie, out->cookie_clear ? NULL : out->cookie, b);
    if (out->cookie_clear)
        buf_text(b, "Clear-Site-Data: \"cache\", \"storage\"\r\n");
    if (out->form_key != NULL)
        one_cookie(r, r->program->form_cookie, out->form_key, b);
}

/* RFC 6266 and 8187: the name in any letters, and one of plain letters for who cannot read it. */
static void disposition(const struct response *out, struct buf *b)
{
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    const char *ending = strrchr(out->name, '.');
    bool plain = out->name[strspn(out->name, PLAIN)] == '\0';
    buf_printf(b, "Content-Disposition: %s; filename=\"", out->attachment ? "attachment" : "inline");
    if (plain)
        buf_text(b, out->name);
    else
        buf_printf(b, "gongshi%s", ending != NULL && ending[strspn(ending, PLAIN)] == '\0' ? ending : "");
    buf_char(b, '"');
    for (const char *p = plain ? "" : out->name; *p != '\0'; p++) {
        if (p == out->name)
            buf_text(b, "; filename*=UTF-8''");
        if (strchr(PLAIN, *p) != NULL)
            buf_char(b, *p);
        else
            buf_printf(b, "%%%02X", (unsigned char)*p);
    }
    buf_text(b, "\r\n");
}

/* A PDF is shown by a part of the browser that a stricter policy would shut out. */
static void document(const struct response *out, struct buf *b)
{
    char date[CLOCK_TEXT];
    bool pdf = strcmp(out->type, "application/pdf") == 0;
    buf_printf(b, "Content-Security-Policy: default-src 'none'; %sframe-ancestors 'none'\r\n",
               pdf ? "object-src 'self'; style-src 'unsafe-inline'; " : out->name != NULL ? "sandbox; " : "");
    buf_printf(b, "Cache-Control: %s\r\nX-Accel-Expires: 1\r\nETag: W/\"%s\"\r\nVary: Accept-Encoding\r\n"
                  "X-Robots-Tag: noindex, noarchive\r\n", out->forever ? "public, max-age=31536000, immutable" : "no-cache", out->etag);
    if (out->modified != 0) {
        clock_to_http(out->modified, date);
        buf_printf(b, "Last-Modified: %s\r\n", date);
    }
    if (out->name != NULL)
        disposition(out, b);
}

void headers_write(const struct request *r, const struct response *out, int status, struct buf *b)
{
    bool file = out->kind == RESPONSE_FILE || out->kind == RESPONSE_IMAGE || out->kind == RESPONSE_JSON;
    bool cached = out->kind == RESPONSE_READY;
    buf_printf(b, "Status: %d %s\r\n", status, reason(status));
    common(r, b);
    if (out->kind == RESPONSE_DOCUMENT)
        document(out, b);
    else if (file)
        buf_text(b, "Content-Security-Policy: default-src 'none'; sandbox; frame-ancestors 'none'\r\n");
    else
        page_policy(r, !cached && r->program->cookie == NULL, b);
    if (cached)
        buf_printf(b, "Cache-Control: no-cache\r\nX-Accel-Expires: 1\r\nETag: W/\"%s\"\r\nVary: Accept-Encoding\r\n%s",
                   out->etag, out->indexed ? "" : "X-Robots-Tag: noindex, noarchive\r\n");
    else if (out->kind != RESPONSE_DOCUMENT)
        buf_text(b, "Cache-Control: no-store\r\nX-Robots-Tag: noindex, nofollow\r\n");
    if (out->kind == RESPONSE_FILE)
        buf_printf(b, "Content-Disposition: attachment; filename=\"%s\"\r\n", out->name);
    if (out->kind == RESPONSE_REDIRECT)
        location(r, out->location, b);
    if (out->allow != NULL)
        buf_printf(b, "Allow: %s\r\n", out->allow);
    if (status == 503 || status == 429)
        buf_printf(b, "Retry-After: %d\r\n", status == 503 ? 30 : 60);
    cookie(r, out, b);
}
