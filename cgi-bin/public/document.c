/* document: see document.h. A worker is one thread, so that nothing here is locked. */
#include "document.h"

#include <string.h>

#include "public.h"
#include "secret.h"

enum { PLACES = 12, ETAG = 17 };

struct kept {
    struct mem *mem; /* NULL: a free place */
    const char *address;
    int64_t version;
    instant until;
    struct web_document document;
};

static struct mem *pool;
static struct kept places[PLACES];
static size_t next;

void document_open(struct mem *m) { pool = m; }

static struct kept *find(const char *address)
{
    for (size_t i = 0; i < PLACES; i++)
        if (places[i].mem != NULL && strcmp(places[i].address, address) == 0)
            return &places[i];
    return NULL;
}

/* In the place of what was made longest ago, or of what it takes over from. */
static struct kept *keep(struct kept *old, const char *address, int64_t version, instant until, const struct buf *file,
                         const struct web_document *d)
{
    unsigned char hash[SECRET_HASH];
    struct kept *k = old != NULL ? old : &places[next++ % PLACES];
    mem_free(&k->mem);
    struct mem *m = mem_new(pool, "document");
    secret_hash(hash, "gs-etag", file->data, file->len);
    *k = (struct kept){ m, mem_text(m, address), version, until, *d };
    k->document.type = mem_text(m, d->type);
    k->document.name = mem_text(m, d->name);
    k->document.bytes = mem_bytes(m, file->data, file->len);
    k->document.n = file->len;
    k->document.etag = mem_text_n(m, secret_to_hex(m, hash, sizeof hash), ETAG - 1);
    return k;
}

void document_page(struct request *r, struct response *out, document_make *make)
{
    struct fail f = { .kind = FAIL_NONE };
    struct web_document d = { .type = NULL };
    struct buf file;
    int64_t version;
    instant now, until = INT64_MAX;
    const char *address = request_path(r);
    if (!published_stamp(public_db(), &version, &now, &f)) {
        response_fail(out, &f);
        return;
    }
    struct kept *k = find(address);
    if (k == NULL || k->version != version || now >= k->until) {
        buf_init(&file, request_mem(r), DOCUMENT_MAX);
        if (!make(r, now, &until, &file, &d, &f)) {
            response_fail(out, &f);
            return;
        }
        k = keep(k, address, version, until, &file, &d);
    }
    response_document(out, &k->document);
}
