/* ready: see ready.h. A worker is one thread, so that nothing here is locked. */
#include "ready.h"

#include <string.h>

#include "gzip.h"
#include "log.h"
#include "public.h"
#include "secret.h"

enum { PAGES = 512, BYTES_MAX = 8 * 1024 * 1024, PAGE_MAX = 2 * 1024 * 1024, ETAG = 17 };

struct ready {
    struct mem *mem;
    const char *address;
    int64_t version;
    instant until;
    char *html;
    void *gzip;
    size_t n, gzip_n;
    char etag[ETAG];
};

static struct mem *pool;
static struct ready pages[PAGES];
static size_t count, bytes;

void ready_open(struct mem *m) { pool = m; }

static struct ready *find(const char *address)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(pages[i].address, address) == 0)
            return &pages[i];
    return NULL;
}

static void let_go(struct ready *p)
{
    bytes -= p->n + p->gzip_n;
    mem_free(&p->mem);
    *p = pages[--count];
}

/* There are far fewer pages than places: it is full only when somebody asks for addresses of his own making. */
static void make_place(void)
{
    while (count == PAGES || (count > 0 && bytes > BYTES_MAX))
        let_go(&pages[count - 1]);
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

static struct ready *keep(const char *address, int64_t version, instant until, const struct buf *page)
{
    make_place();
    struct ready *p = &pages[count++];
    *p = pack(mem_new(pool, "ready page"), page);
    p->address = mem_text(p->mem, address);
    p->version = version;
    p->until = until;
    bytes += p->n + p->gzip_n;
    return p;
}

static struct ready *make(struct request *r, struct view_node *v, const char *address, int64_t version, instant now, const char *stem,
                          ready_fill *fill, struct fail *f)
{
    struct buf page;
    instant until = now;
    buf_init(&page, request_mem(r), PAGE_MAX);
    if (!fill(r, v, now, &until, f) || !kit_page_render(r, v, stem, &page, f))
        return NULL;
    return keep(address, version, until, &page);
}

void ready_page(struct request *r, struct view_node *v, struct response *out, const char *stem, ready_fill *fill)
{
    struct fail f = { .kind = FAIL_NONE };
    int64_t version;
    instant now;
    const char *address = public_url(r, "%s", request_path(r));
    if (!published_stamp(public_db(), &version, &now, &f)) {
        response_fail(out, &f);
        return;
    }
    struct ready *p = find(address);
    if (p != NULL && (p->version != version || now >= p->until)) {
        let_go(p);
        p = NULL;
    }
    if (p == NULL)
        p = make(r, v, address, version, now, stem, fill, &f);
    if (p == NULL)
        response_fail(out, &f);
    else
        response_ready(out, p->html, p->n, p->gzip, p->gzip_n, p->etag);
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
