/* rare: see rare.h. */
#include "rare.h"

#include <string.h>

#include "document.h"
#include "rare_font.h"
#include "reading.h"
#include "secret.h"

enum { KNOWN = 16, HASH = 17 };

/* What a version holds never changes. */
struct known { int64_t version_id; size_t count; uint32_t set[RARE_FONT_MAX]; char hash[HASH]; };
static struct known known[KNOWN];
static size_t next;

static bool find(struct request *r, const struct published *p, const struct known **out, struct fail *f)
{
    struct published_entry *all;
    unsigned char hash[SECRET_HASH];
    size_t n;
    for (size_t i = 0; i < KNOWN; i++)
        if (known[i].version_id == p->version_id) {
            *out = &known[i];
            return true;
        }
    if (!published_entries(public_db(), request_mem(r), p->version_id, &all, &n, f))
        return false;
    struct known *k = &known[next++ % KNOWN];
    *k = (struct known){ .version_id = p->version_id };
    for (size_t i = 0; i < n; i++) {
        k->count = rare_font_collect(all[i].name, k->set, k->count);
        k->count = rare_font_collect(all[i].employer, k->set, k->count);
    }
    secret_hash(hash, "gs-rare", k->set, k->count * sizeof *k->set);
    memcpy(k->hash, secret_to_hex(request_mem(r), hash, sizeof hash), HASH - 1);
    *out = k;
    return true;
}

bool rare_put(struct request *r, struct view_node *v, const struct published *p, struct fail *f)
{
    const struct known *k;
    if (!find(r, p, &k, f))
        return false;
    if (k->count > 0)
        view_set(view_child(v, "Rare"), "css_url", mem_printf(request_mem(r), "/static/rare/%s/%s.css", p->slug, k->hash));
    return true;
}

static bool make_sheet(const struct known *k, struct buf *out)
{
    buf_printf(out, "@font-face{font-family:\"gs-rare\";src:url(\"%s.woff2\") format(\"woff2\");font-display:swap;unicode-range:", k->hash);
    for (size_t i = 0; i < k->count; i++)
        buf_printf(out, "%sU+%X", i > 0 ? "," : "", (unsigned)k->set[i]);
    return buf_text(out, "}\n");
}

/* Of the newest version alone: what pages of another asked for is in their readers' browsers. */
static bool make(struct request *r, instant now, instant *until, struct buf *out, struct web_document *d, struct fail *f)
{
    struct published p;
    const struct known *k;
    const char *file = request_segment(r, "file");
    if (!published_read(public_db(), request_mem(r), request_segment(r, "notice"), 0, &p, f) || !reading_must_be_shown(&p, now, f) || !find(r, &p, &k, f))
        return false;
    *until = reading_shown_until(&p);
    bool css = strcmp(file, mem_printf(request_mem(r), "%s.css", k->hash)) == 0;
    if (k->count == 0 || (!css && strcmp(file, mem_printf(request_mem(r), "%s.woff2", k->hash)) != 0))
        return fail_set(f, FAIL_MISSING, "page_missing", "no such font");
    d->type = css ? "text/css; charset=utf-8" : RARE_FONT_TYPE;
    d->forever = true;
    return css ? make_sheet(k, out) : rare_font_make(request_mem(r), k->set, k->count, out, f);
}

void rare_page(struct request *r, struct view_node *v, struct response *out)
{
    (void)v;
    document_page(r, out, make);
}
