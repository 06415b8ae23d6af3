/* request: reads what the server hands over: line, headers, cookie, urlencoded pairs. Every byte is looked at once, here. */
#include <string.h>
#include <strings.h>

#include "scan.h"
#include "text.h"
#include "web_private.h"

enum { PATH_MAX_BYTES = 1024, SMALL_MAX = 64 * 1024, TEXT_MAX = 512 * 1024, JSON_MAX = 256 * 1024, SEGMENT_POINTS = 100, COOKIE_MAX = 200 };

struct mem *request_mem(struct request *r) { return r->mem; }
const char *request_id(const struct request *r) { return r->id; }
const char *request_path(const struct request *r) { return r->path; }
const char *request_lang(const struct request *r) { return r->lang; }
bool request_large(const struct request *r) { return r->large; }
const char *request_origin(const struct request *r) { return r->origin; }
bool request_is_head(const struct request *r) { return r->head; }
const struct web_who *request_who(const struct request *r) { return &r->who; }

const char *request_body(const struct request *r, size_t *n)
{
    *n = (size_t)r->length;
    return r->raw;
}

const char *request_face(const struct request *r)
{
    bool english = strcmp(r->lang, "en") == 0;
    return english ? r->large ? "/en/large" : "/en" : r->large ? "/large" : "";
}

bool request_is_https(const struct request *r) { return strncmp(r->origin, "https://", 8) == 0; }

const char *request_header(const struct request *r, const char *name)
{
    size_t n = strlen(name);
    for (char **e = r->io->env; *e != NULL; e++)
        if (strncmp(*e, name, n) == 0 && (*e)[n] == '=')
            return *e + n + 1;
    return NULL;
}

/* What decides something may come once: of two a reader in front of us may have taken the other. */
static bool came_once(const struct request *r, struct fail *f)
{
    static const char *const NAMES[] = { "REQUEST_METHOD", "REQUEST_URI", "QUERY_STRING", "CONTENT_LENGTH", "CONTENT_TYPE", "GS_ADDR",
                                         "HTTP_COOKIE", "HTTP_ORIGIN", "HTTP_SEC_FETCH_SITE", "HTTP_CONTENT_TYPE" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        size_t n = strlen(NAMES[i]), seen = 0;
        for (char **e = r->io->env; *e != NULL; e++)
            seen += strncmp(*e, NAMES[i], n) == 0 && (*e)[n] == '=';
        if (seen > 1)
            return fail_set(f, FAIL_INPUT, "request_broken", "%s came %zu times", NAMES[i], seen);
    }
    return true;
}

const char *request_address(const struct request *r)
{
    const char *address = request_header(r, "GS_ADDR");
    return address != NULL ? address : "";
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Percent-decodes once. False for a broken escape. */
static bool decode(struct mem *m, const char *text, size_t n, bool plus, char **out, size_t *out_n)
{
    char *to = mem_alloc(m, n + 1);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '%') {
            int high = n - i >= 3 ? hex_digit(text[i + 1]) : -1, low = n - i >= 3 ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return false;
            to[k++] = (char)(high * 16 + low);
            i += 2;
        } else {
            to[k++] = plus && text[i] == '+' ? ' ' : text[i];
        }
    }
    *out = to;
    *out_n = k;
    return true;
}

char *request_query_value(struct mem *m, const char *text)
{
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/", HEX[] = "0123456789ABCDEF";
    char *out = mem_alloc(m, strlen(text) * 3 + 1), *to = out;
    for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
        if (strchr(PLAIN, (char)*p) != NULL) {
            *to++ = (char)*p;
        } else {
            *to++ = '%';
            *to++ = HEX[*p >> 4];
            *to++ = HEX[*p & 15];
        }
    }
    return out;
}

/* An encoded slash, an empty segment and a dotted one are read as another path by whoever tidies paths, as nginx does for its locations. */
static bool reads_one_way(const char *raw, size_t n, const char *path)
{
    for (size_t i = 0; i + 2 < n; i++)
        if (strncasecmp(raw + i, "%2f", 3) == 0)
            return false;
    for (const char *p = path; p != NULL; p = strchr(p + 1, '/')) {
        size_t len = strcspn(p + 1, "/");
        if ((len == 0 && p[1] == '/') || (len == 1 && p[1] == '.') || (len == 2 && p[1] == '.' && p[2] == '.'))
            return false;
    }
    return true;
}

/* Takes a first part such as "/en" off the path. */
static bool take_part(struct request *r, const char *part)
{
    size_t n = strlen(part);
    if (!r->program->languages || strncmp(r->path, part, n) != 0 || (r->path[n] != '/' && r->path[n] != '\0'))
        return false;
    r->path = r->path[n] == '\0' ? "/" : r->path + n;
    return true;
}

bool request_read_line(struct request *r, struct fail *f)
{
    const char *method = request_header(r, "REQUEST_METHOD"), *uri = request_header(r, "REQUEST_URI");
    const char *length = request_header(r, "CONTENT_LENGTH");
    char *path;
    size_t n, raw = uri != NULL ? strcspn(uri, "?#") : 0;
    if (!came_once(r, f))
        return false;
    if (method == NULL)
        return fail_set(f, FAIL_INPUT, "request_broken", "no method");
    r->method = method;
    r->head = strcmp(method, "HEAD") == 0;
    if (uri == NULL || uri[0] != '/' || raw > PATH_MAX_BYTES)
        return fail_set(f, FAIL_INPUT, "request_broken", "no path, or one over %d bytes", PATH_MAX_BYTES);
    if (!decode(r->mem, uri, raw, false, &path, &n) || text_check(path, n, false) != TEXT_OK || !reads_one_way(uri, raw, path))
        return fail_set(f, FAIL_INPUT, "request_broken", "the path does not decode");
    r->path = path;
    r->lang = take_part(r, "/en") ? "en" : "zh-CN";
    r->large = take_part(r, "/large");
    if (length != NULL && *length != '\0' && !scan_u64(length, UINT64_MAX / 2, &r->length))
        return fail_set(f, FAIL_INPUT, "request_broken", "CONTENT_LENGTH is no number");
    return true;
}

const char *request_segment(const struct request *r, const char *name)
{
    for (size_t i = 0; i < r->segment_count; i++)
        if (strcmp(r->segments[i].name, name) == 0)
            return text_length(r->segments[i].value) <= SEGMENT_POINTS ? r->segments[i].value : "";
    return "";
}

const char *request_cookie_name(const struct request *r, const char *name)
{
    return mem_printf(r->mem, "%s%s", request_is_https(r) ? "__Host-" : "", name);
}

const char *request_form_key(const struct request *r)
{
    return r->program->form_cookie != NULL ? request_cookie(r, request_cookie_name(r, r->program->form_cookie)) : NULL;
}

const char *request_cookie(const struct request *r, const char *name)
{
    const char *all = request_header(r, "HTTP_COOKIE");
    const char *value = NULL;
    size_t n = strlen(name), value_n = 0;
    while (all != NULL && *all != '\0') {
        all += strspn(all, " ;");
        size_t len = strcspn(all, ";");
        if (len > n && strncmp(all, name, n) == 0 && all[n] == '=') {
            if (value != NULL)
                return NULL; /* one of them was put there by somebody else */
            value = all + n + 1;
            value_n = len - n - 1;
        }
        all += len;
    }
    return value != NULL && value_n <= COOKIE_MAX ? mem_text_n(r->mem, value, value_n) : NULL;
}

bool request_split(struct mem *m, const char *text, size_t n, struct web_pairs *out, struct fail *f)
{
    const char *end = text + n;
    out->items = mem_array(m, WEB_PAIRS_MAX, sizeof *out->items);
    out->count = 0;
    while (text < end) {
        const char *stop = memchr(text, '&', (size_t)(end - text));
        stop = stop != NULL ? stop : end;
        const char *eq = memchr(text, '=', (size_t)(stop - text));
        eq = eq != NULL ? eq : stop;
        char *name, *value;
        size_t name_n, value_n;
        const char *from = eq < stop ? eq + 1 : stop;
        if (out->count == WEB_PAIRS_MAX)
            return fail_set(f, FAIL_INPUT, "request_broken", "more than %d fields", WEB_PAIRS_MAX);
        if (!decode(m, text, (size_t)(eq - text), true, &name, &name_n) ||
            !decode(m, from, (size_t)(stop - from), true, &value, &value_n) || memchr(name, '\0', name_n) != NULL)
            return fail_set(f, FAIL_INPUT, "request_broken", "a field does not decode");
        if (stop > text)
            out->items[out->count++] = (struct web_pair){ name, value, value_n };
        text = stop < end ? stop + 1 : end;
    }
    return true;
}

static bool read_whole(struct request *r, char *to, size_t n, struct fail *f)
{
    while (n > 0) {
        int got = r->io->read(r->io->ctx, to, n > 65536 ? 65536 : (int)n);
        if (got <= 0)
            return fail_set(f, FAIL_INPUT, "request_broken", "the body ended %zu bytes early", n);
        to += got;
        n -= (size_t)got;
    }
    return true;
}

bool request_read_body(struct request *r, struct fail *f)
{
    const char *type = request_header(r, "CONTENT_TYPE");
    if (r->route->limit == WEB_NO_BODY)
        return r->length == 0 || fail_set(f, FAIL_INPUT, "request_broken", "a body where none belongs");
    if (r->route->limit == WEB_BODY_FILE)
        return true; /* form_read streams it */
    size_t max = r->route->limit == WEB_BODY_SMALL ? SMALL_MAX : r->route->limit == WEB_BODY_JSON ? JSON_MAX : TEXT_MAX;
    if (r->length > max)
        return fail_set(f, FAIL_TOO_LARGE, "body_too_large", "%llu bytes", (unsigned long long)r->length);
    static const char WANTED[] = "application/x-www-form-urlencoded";
    if (r->route->limit != WEB_BODY_JSON && r->length > 0 && (type == NULL || strncasecmp(type, WANTED, sizeof WANTED - 1) != 0 ||
                          (type[sizeof WANTED - 1] != '\0' && type[sizeof WANTED - 1] != ';')))
        return fail_set(f, FAIL_TYPE, "body_type", "not urlencoded");
    char *bytes = mem_alloc(r->mem, (size_t)r->length + 1);
    r->raw = bytes;
    return read_whole(r, bytes, (size_t)r->length, f) &&
           (r->route->limit == WEB_BODY_JSON || request_split(r->mem, bytes, (size_t)r->length, &r->body, f));
}
