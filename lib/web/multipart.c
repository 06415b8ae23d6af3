/* multipart: see multipart.h. A state machine over a small window: bytes that may be the beginning of a boundary wait in it until they are
 * known; everything else goes on at once. Never holds more than one header block, one field value and the window. */
#include "multipart.h"

#include <string.h>
#include <strings.h>

#include "buf.h"

enum { BOUNDARY_MAX = 70, HEAD_MAX = 8 * 1024, NAME_MAX_BYTES = 300 };
enum state { PREAMBLE, AFTER_BOUNDARY, HEAD, BODY, EPILOGUE };

struct multipart {
    struct mem *m;
    struct multipart_limits limits;
    struct multipart_calls calls;
    enum state state;
    char boundary[BOUNDARY_MAX + 5]; /* CR LF - - boundary */
    size_t boundary_n;
    struct buf window, head, value;
    char *name, *file_name;          /* of the present part; file_name NULL: a field */
    size_t fields, files, skip;
    uint64_t file_bytes;
    bool empty_file;                 /* a file input left alone: no name; no byte may follow */
};

static bool broken(struct fail *f, const char *why)
{
    return fail_set(f, FAIL_INPUT, "request_broken", "multipart: %s", why);
}

/* What stands between quotes; *at is behind the opening one and gets behind the closing one. NULL if that does not come. */
static char *quoted(struct mem *m, const char **at)
{
    char *out = mem_text(m, *at), *to = out;
    const char *p = *at;
    for (; *p != '"'; p++) {
        if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
            p++;
        if (*p == '\0')
            return NULL;
        *to++ = *p;
    }
    *to = '\0';
    *at = p + 1;
    return out;
}

/* The parameter `key` of a header line, NULL if it is not there. False: an open quote, something behind a value, or the key twice, which
 * two readers would take for different things. */
static bool parameter(struct mem *m, const char *line, const char *key, char **value)
{
    size_t n = strlen(key);
    *value = NULL;
    for (const char *p = strchr(line, ';'); p != NULL; p = strchr(p, ';')) {
        p += 1 + strspn(p + 1, " \t");
        bool wanted = strncasecmp(p, key, n) == 0 && p[n] == '=';
        p += strcspn(p, "=;\"");
        if (*p != '=')
            continue;
        p++;
        size_t bare = strcspn(p, "; \t\"");
        char *got = *p == '"' ? (p++, quoted(m, &p)) : (p += bare, mem_text_n(m, p - bare, bare));
        if (got == NULL || (wanted && *value != NULL))
            return false;
        if (wanted)
            *value = got;
        p += strspn(p, " \t");
        if (*p != ';' && *p != '\0')
            return false;
    }
    return true;
}

/* True if `text` begins with the word, in any case, and the word ends there. */
static bool begins(const char *text, const char *word)
{
    size_t n = strlen(word);
    return strncasecmp(text, word, n) == 0 && strchr("; \t", text[n]) != NULL;
}

struct multipart *multipart_new(struct mem *m, const char *content_type, const struct multipart_limits *limits,
                                const struct multipart_calls *calls, struct fail *f)
{
    static const char SIGNS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=?"; /* RFC 2046 */
    char *boundary;
    if (content_type == NULL || !begins(content_type, "multipart/form-data")) {
        fail_set(f, FAIL_TYPE, "body_type", "not multipart");
        return NULL;
    }
    if (!parameter(m, content_type, "boundary", &boundary) || boundary == NULL || boundary[0] == '\0' ||
        strlen(boundary) > BOUNDARY_MAX || boundary[strspn(boundary, SIGNS)] != '\0') {
        broken(f, "no boundary");
        return NULL;
    }
    struct multipart *p = mem_alloc(m, sizeof *p);
    p->m = m;
    p->limits = *limits;
    p->calls = *calls;
    memcpy(p->boundary, "\r\n--", 4);
    memcpy(p->boundary + 4, boundary, strlen(boundary));
    p->boundary_n = 4 + strlen(boundary);
    buf_init(&p->window, m, 256 * 1024);
    buf_init(&p->head, m, HEAD_MAX);
    buf_init(&p->value, m, limits->field_bytes);
    buf_text(&p->window, "\r\n"); /* the first boundary may stand at the very beginning */
    return p;
}

static void drop(struct buf *b, size_t n)
{
    memmove(b->data, b->data + n, b->len - n);
    b->len -= n;
    b->data[b->len] = '\0';
}

static bool begin_part(struct multipart *p, struct fail *f)
{
    p->name = p->file_name = NULL;
    for (char *line = p->head.data, *next; line != NULL && *line != '\0'; line = next) {
        next = strstr(line, "\r\n");
        if (next != NULL) {
            *next = '\0';
            next += 2;
        }
        if (strncasecmp(line, "Content-Disposition:", 20) != 0)
            continue;
        if (p->name != NULL)
            return broken(f, "two names for one part");
        if (!begins(line + 20 + strspn(line + 20, " \t"), "form-data") || !parameter(p->m, line, "name", &p->name) ||
            !parameter(p->m, line, "filename", &p->file_name))
            return broken(f, "a disposition that cannot be read");
    }
    if (p->name == NULL || strlen(p->name) > NAME_MAX_BYTES)
        return broken(f, "a part without a name");
    buf_reset(&p->value);
    p->file_bytes = 0;
    p->empty_file = p->file_name != NULL && p->file_name[0] == '\0';
    if (p->file_name == NULL || p->empty_file)
        return ++p->fields <= p->limits.fields || broken(f, "too many fields");
    if (++p->files > p->limits.files)
        return broken(f, "too many files");
    return p->calls.file_begin(p->calls.ctx, p->name, p->file_name, f);
}

static bool part_data(struct multipart *p, const char *bytes, size_t n, struct fail *f)
{
    if (n == 0)
        return true;
    if (p->file_name == NULL)
        return buf_add(&p->value, bytes, n) || fail_set(f, FAIL_TOO_LARGE, "body_too_large", "multipart: a field is too long");
    if (p->empty_file)
        return broken(f, "a file without a name");
    p->file_bytes += n;
    if (p->file_bytes > p->limits.file_bytes)
        return fail_set(f, FAIL_TOO_LARGE, "file_too_large", "multipart: a file is too long");
    return p->calls.file_data(p->calls.ctx, bytes, n, f);
}

static bool end_part(struct multipart *p, struct fail *f)
{
    if (p->file_name == NULL)
        return p->calls.field(p->calls.ctx, p->name, p->value.data != NULL ? p->value.data : "", p->value.len, f);
    return p->empty_file || p->calls.file_end(p->calls.ctx, f);
}

/* Each step eats what it can of the window; *more says whether another step may go on. */
static bool step_body(struct multipart *p, bool *more, struct fail *f)
{
    char *at = memmem(p->window.data, p->window.len, p->boundary, p->boundary_n);
    size_t sure = at != NULL ? (size_t)(at - p->window.data)
                  : p->window.len >= p->boundary_n ? p->window.len - p->boundary_n + 1 : 0;
    size_t skip = p->skip < sure ? p->skip : sure;
    p->skip -= skip;
    if (p->state == BODY && !part_data(p, p->window.data + skip, sure - skip, f))
        return false;
    drop(&p->window, sure);
    *more = at != NULL;
    if (at == NULL)
        return true;
    if (p->state == BODY && !end_part(p, f))
        return false;
    p->skip = 0;
    drop(&p->window, p->boundary_n);
    p->state = AFTER_BOUNDARY;
    return true;
}

static bool step_after(struct multipart *p, bool *more, struct fail *f)
{
    size_t blank = strspn(p->window.data, " \t");
    *more = p->window.len >= blank + 2;
    if (!*more)
        return blank < 64 || broken(f, "no end of line behind a boundary");
    if (memcmp(p->window.data + blank, "--", 2) == 0)
        p->state = EPILOGUE;
    else if (memcmp(p->window.data + blank, "\r\n", 2) == 0)
        p->state = HEAD;
    else
        return broken(f, "a boundary that goes on");
    drop(&p->window, blank + 2);
    return true;
}

static bool step_head(struct multipart *p, bool *more, struct fail *f)
{
    char *end = memmem(p->window.data, p->window.len, "\r\n\r\n", 4);
    *more = end != NULL;
    if (end == NULL)
        return p->window.len <= HEAD_MAX || broken(f, "a head that is too long");
    size_t n = (size_t)(end - p->window.data);
    buf_reset(&p->head);
    if (!buf_add(&p->head, p->window.data, n) || memchr(p->window.data, '\0', n) != NULL)
        return broken(f, "a head that is too long or holds a NUL");
    /* The second CR LF stays in the window: before an empty body it belongs to the boundary too. */
    drop(&p->window, n + 2);
    p->skip = 2;
    p->state = BODY;
    return begin_part(p, f);
}

bool multipart_feed(struct multipart *p, const void *bytes, size_t n, struct fail *f)
{
    for (const char *from = bytes; n > 0;) {
        size_t part = n < 64 * 1024 ? n : 64 * 1024;
        bool more = true;
        if (p->state == EPILOGUE)
            return true;
        if (!buf_add(&p->window, from, part))
            return broken(f, "a window that overflows");
        from += part;
        n -= part;
        while (more && p->state != EPILOGUE)
            if (!(p->state == AFTER_BOUNDARY ? step_after(p, &more, f) : p->state == HEAD ? step_head(p, &more, f)
                                                                                          : step_body(p, &more, f)))
                return false;
    }
    return true;
}

bool multipart_finish(struct multipart *p, struct fail *f)
{
    return p->state == EPILOGUE || broken(f, "the last boundary did not come");
}
