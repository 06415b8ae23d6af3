/* ready: see ready.h. A worker is one thread, so that nothing here is locked. */
#include "ready.h"

#include <string.h>

#include "gzip.h"
#include "log.h"
#include "public.h"
#include "secret.h"

enum { PLACES = 512, PAGE_MAX = 2 * 1024 * 1024, WRITTEN_MAX = 16 * 1024 * 1024, ETAG = 17, ADDRESS_MAX = 400 };

struct ready {
    struct mem *mem;
    const char *address;
    uint64_t used;
    int64_t version;
    instant until, modified;
    char *html;
    void *gzip;
    size_t n, gzip_n;
    char etag[ETAG];
};

/* Pages that stand for themselves, and those of which there may be any number. When one shelf is full what was not asked for longest goes;
 * the other is not touched. */
struct shelf { size_t places, bytes_max, count, bytes; struct ready pages[PLACES]; };
enum { PLAIN, MANY, DOCUMENTS, SHELVES };

static struct mem *pool;
static struct shelf shelves[SHELVES] = { [PLAIN] = { .places = PLACES, .bytes_max = 8 * 1024 * 1024 },
                                         [MANY] = { .places = 256, .bytes_max = 4 * 1024 * 1024 },
                                         [DOCUMENTS] = { .places = 32, .bytes_max = 8 * 1024 * 1024 } };
static uint64_t turn;
static int64_t stamp;

void ready_open(struct mem *m) { pool = m; }
int64_t ready_stamp(void) { return stamp; }
bool ready_now(instant *now, struct fail *f) { return published_stamp(public_db(), &stamp, now, f); }

static struct ready *find(struct shelf *s, const char *address)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->pages[i].address, address) == 0)
            return &s->pages[i];
    return NULL;
}

static void let_go(struct shelf *s, struct ready *p)
{
    s->bytes -= p->n + p->gzip_n;
    mem_free(&p->mem);
    *p = s->pages[--s->count];
}

static void make_place(struct shelf *s)
{
    while (s->count == s->places || (s->count > 0 && s->bytes > s->bytes_max)) {
        struct ready *oldest = &s->pages[0];
        for (size_t i = 1; i < s->count; i++)
            if (s->pages[i].used < oldest->used)
                oldest = &s->pages[i];
        let_go(s, oldest);
    }
}

/* The bytes of a page, plain and packed, as blocks of `m`. */
static struct ready pack(struct mem *m, const struct buf *page)
{
    unsigned char hash[SECRET_HASH];
    struct ready p = { .mem = m, .n = page->len };
    p.html = mem_text_n(m, page->data, page->len);
    p.gzip = gzip_pack(m, page->data, page->len, &p.gzip_n);
    secret_hash(hash, "gs-etag", page->data, page->len);
    memcpy(p.etag, secret_to_hex(m, hash, sizeof hash), ETAG - 1);
    return p;
}

static struct ready *keep(struct shelf *s, const char *address, instant until, const struct buf *page)
{
    make_place(s);
    struct ready *p = &s->pages[s->count++];
    *p = pack(mem_new(pool, "ready page"), page);
    p->address = mem_text(p->mem, address);
    p->version = stamp;
    p->until = until;
    s->bytes += p->n + p->gzip_n;
    return p;
}

/* What a page is made by: a template and what fills it, or what writes it by itself. */
struct job { struct view_node *v; const char *stem; ready_fill *fill; ready_write *write; };

static struct ready *make(struct request *r, const struct job *job, struct shelf *s, const char *address, instant now, struct fail *f)
{
    struct buf page;
    instant until = now, modified = 0;
    buf_init(&page, request_mem(r), job->write != NULL ? WRITTEN_MAX : PAGE_MAX);
    bool made = job->write != NULL ? job->write(r, now, &until, &modified, &page, f)
                                   : job->fill(r, job->v, now, &until, f) && kit_page_render(r, job->v, job->stem, &page, f);
    if (!made)
        return NULL;
    if (page.over) {
        fail_set(f, FAIL_INTERNAL, "internal", "a document of more than %d bytes", WRITTEN_MAX);
        return NULL;
    }
    struct ready *p = keep(s, address, until, &page);
    p->modified = modified;
    return p;
}

static struct ready *find_or_make(struct request *r, const struct job *job, struct shelf *s, const char *address, struct fail *f)
{
    instant now;
    if (!ready_now(&now, f))
        return NULL;
    struct ready *p = find(s, address);
    if (p != NULL && (p->version != stamp || now >= p->until)) {
        let_go(s, p);
        p = NULL;
    }
    if (p == NULL)
        p = make(r, job, s, address, now, f);
    if (p != NULL)
        p->used = ++turn;
    return p;
}

static void answer(struct request *r, struct response *out, const struct job *job, struct shelf *s, const char *address)
{
    struct fail f = { .kind = FAIL_NONE };
    const struct ready *p = find_or_make(r, job, s, address, &f);
    if (p == NULL)
        response_fail(out, &f);
    else
        response_ready(out, p->html, p->n, p->gzip, p->gzip_n, p->etag);
}

void ready_document(struct request *r, struct response *out, const char *type, const char *name, ready_write *write)
{
    struct fail f = { .kind = FAIL_NONE };
    const struct ready *p = find_or_make(r, &(struct job){ .write = write }, &shelves[DOCUMENTS], public_url(r, "%s", request_path(r)), &f);
    if (p == NULL)
        response_fail(out, &f);
    else
        response_document(out, &(struct web_document){ .type = type, .name = name, .attachment = name != NULL, .etag = p->etag, .bytes = p->html,
                                                       .n = p->n, .gzip = p->gzip, .gzip_n = p->gzip_n, .modified = p->modified });
}

void ready_page(struct request *r, struct view_node *v, struct response *out, const char *stem, ready_fill *fill)
{
    answer(r, out, &(struct job){ .v = v, .stem = stem, .fill = fill }, &shelves[PLAIN], public_url(r, "%s", request_path(r)));
}

void ready_asked(struct request *r, struct view_node *v, struct response *out, const char *stem, ready_fill *fill, const char *query)
{
    struct fail f = { .kind = FAIL_NONE };
    instant now, until;
    const char *address = mem_printf(request_mem(r), "%s?%s", public_url(r, "%s", request_path(r)), query);
    if (strlen(address) <= ADDRESS_MAX)
        answer(r, out, &(struct job){ .v = v, .stem = stem, .fill = fill }, &shelves[MANY], address);
    else if (ready_now(&now, &f) && fill(r, v, now, &until, &f))
        ready_once(r, v, out, stem);
    else
        response_fail(out, &f);
}

void ready_once(struct request *r, struct view_node *v, struct response *out, const char *stem)
{
    struct fail f = { .kind = FAIL_NONE };
    struct buf page;
    buf_init(&page, request_mem(r), PAGE_MAX);
    if (!kit_page_render(r, v, stem, &page, &f)) {
        response_fail(out, &f);
        return;
    }
    struct ready p = pack(request_mem(r), &page);
    response_ready(out, p.html, p.n, p.gzip, p.gzip_n, p.etag);
}
