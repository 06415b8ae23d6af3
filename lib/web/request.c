/* request: reads what the server hands over: line, headers, cookie, urlencoded pairs. Every byte is looked at once, here. */
#include <string.h>
#include <strings.h>

#include "scan.h"
#include "text.h"
#include "web_private.h"

enum { PATH_MAX_BYTES = 1024, SMALL_MAX = 64 * 1024, TEXT_MAX = 512 * 1024, SEGMENT_POINTS = 100 };

struct mem *request_mem(struct request *r) { return r->mem; }
const char *request_id(const struct request *r) { return r->id; }
const char *request_path(const struct request *r) { return r->path; }
const char *request_lang(const struct request *r) { return r->lang; }
bool request_large(const struct request *r) { return r->large; }
const char *request_origin(const struct request *r) { return r->origin; }
bool request_is_head(const struct request *r) { return r->head; }
const struct web_who *request_who(const struct request *r) { return &r->who; }

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

bool request_single(const struct request *r, const char *name, const char **value, struct fail *f)
{
    size_t n = strlen(name), seen = 0;
    *value = NULL;
    for (char **e = r->io->env; *e != NULL; e++)
        if (strncmp(*e, name, n) == 0 && (*e)[n] == '=') {
            *value = *e + n + 1;
            seen++;
        }
    return seen < 2 || fail_set(f, FAIL_INPUT, "request_broken", "%s came %zu times", name, seen);
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
    const char *uri = NULL, *length = NULL;
    char *path;
    size_t n;
    r->method = request_header(r, "REQUEST_METHOD");
    if (r->method == NULL || !request_single(r, "REQUEST_URI", &uri, f) || !request_single(r, "CONTENT_LENGTH", &length, f))
        return r->method != NULL ? false : fail_set(f, FAIL_INPUT, "request_broken", "no method");
    r->head = strcmp(r->method, "HEAD") == 0;
    if (uri == NULL || uri[0] != '/' || strcspn(uri, "?#") > PATH_MAX_BYTES)
        return fail_set(f, FAIL_INPUT, "request_broken", "no path, or one over %d bytes", PATH_MAX_BYTES);
    if (!decode(r->mem, uri, strcspn(uri, "?#"), false, &path, &n) || text_check(path, n, false) != TEXT_OK)
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

const char *request_cookie_name(const struct request *r)
{
    return mem_printf(r->mem, "%s%s", request_is_https(r) ? "__Host-" : "", r->program->cookie);
}

const char *request_cookie(const struct request *r, const char *name)
{
    const char *all = request_header(r, "HTTP_COOKIE");
    size_t n = strlen(name);
    while (all != NULL && *all != '\0') {
        all += strspn(all, " ;");
        size_t len = strcspn(all, ";");
        if (len > n && strncmp(all, name, n) == 0 && all[n] == '=' && len - n - 1 <= 200)
            return mem_text_n(r->mem, all + n + 1, len - n - 1);
        all += len;
    }
    return NULL;
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
    const char *type = NULL;
    if (!request_single(r, "CONTENT_TYPE", &type, f))
        return false;
    if (r->route->limit == WEB_NO_BODY)
        return r->length == 0 || fail_set(f, FAIL_INPUT, "request_broken", "a body where none belongs");
    if (r->route->limit == WEB_BODY_FILE)
        return true; /* form_read streams it */
    size_t max = r->route->limit == WEB_BODY_SMALL ? SMALL_MAX : TEXT_MAX;
    if (r->length > max)
        return fail_set(f, FAIL_TOO_LARGE, "body_too_large", "%llu bytes", (unsigned long long)r->length);
    static const char WANTED[] = "application/x-www-form-urlencoded";
    if (r->length > 0 && (type == NULL || strncasecmp(type, WANTED, sizeof WANTED - 1) != 0 ||
                          (type[sizeof WANTED - 1] != '\0' && type[sizeof WANTED - 1] != ';')))
        return fail_set(f, FAIL_TYPE, "body_type", "not urlencoded");
    char *bytes = mem_alloc(r->mem, (size_t)r->length + 1);
    return read_whole(r, bytes, (size_t)r->length, f) && request_split(r->mem, bytes, (size_t)r->length, &r->body, f);
}
