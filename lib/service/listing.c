/* listing: see listing.h. */
#include "listing.h"

#include <stdlib.h>
#include <string.h>

#include "entry.h"
#include "lookup.h"
#include "pinyin.h"
#include "stroke.h"

struct person { const struct entry *entry; const char *pinyin; int64_t place, by_strokes, by_pinyin; };
struct tools { struct pinyin *pinyin; struct stroke *stroke; };

/* Within one award; equal ones stay in the order of the paper. */
static int within(const struct person *x, const struct person *y, int order)
{
    int award = strcmp(x->entry->award, y->entry->award);
    return award ? award : order ? order : x->place < y->place ? -1 : x->place > y->place;
}

static int by_pinyin(const void *a, const void *b, void *ctx)
{
    const struct person *x = *(const struct person *const *)a, *y = *(const struct person *const *)b;
    const struct tools *t = ctx;
    return within(x, y, pinyin_compare(t->pinyin, x->pinyin, x->entry->name, y->pinyin, y->entry->name));
}

static int by_strokes(const void *a, const void *b, void *ctx)
{
    const struct person *x = *(const struct person *const *)a, *y = *(const struct person *const *)b;
    const struct tools *t = ctx;
    return within(x, y, stroke_compare(t->stroke, x->entry->name, y->entry->name));
}

static struct person *placed(struct mem *m, const struct entries *e, struct tools *t)
{
    struct person *all = mem_array(m, e->count, sizeof *all), **order = mem_array(m, e->count, sizeof *order);
    for (size_t i = 0; i < e->count; i++) {
        const struct entry *one = &e->items[i];
        all[i] = (struct person){ .entry = one, .place = (int64_t)i + 1,
                                  .pinyin = one->pinyin[0] != '\0' ? one->pinyin : pinyin_of(m, t->pinyin, one->name) };
        order[i] = &all[i];
    }
    qsort_r(order, e->count, sizeof(void *), by_pinyin, t);
    for (size_t i = 0; i < e->count; i++)
        order[i]->by_pinyin = (int64_t)i + 1;
    qsort_r(order, e->count, sizeof(void *), by_strokes, t);
    for (size_t i = 0; i < e->count; i++)
        order[i]->by_strokes = (int64_t)i + 1;
    return all;
}

bool listing_close(struct mem *m, struct db *db, int64_t version_id, struct fail *f)
{
    struct entries e;
    struct tools t = { .stroke = stroke_open(m, f) };
    t.pinyin = t.stroke ? pinyin_open(m, f) : NULL;
    if (!t.pinyin || !entry_list(m, db, version_id, &e, f))
        return false;
    const struct person *all = placed(m, &e, &t);
    for (size_t i = 0; i < e.count; i++) {
        const struct entry *one = all[i].entry;
        const char *words = lookup_words(m, one->name, all[i].pinyin, one->employer, one->union_name);
        if (!entry_find_by(db, &(struct entry_finding){ one->id, all[i].pinyin, words, all[i].place, all[i].by_strokes, all[i].by_pinyin }, f))
            return false;
    }
    return true;
}

struct catching_up { struct mem *m; int64_t version_id; };

static bool one_version(struct db *db, void *ctx, struct fail *f)
{
    const struct catching_up *c = ctx;
    return listing_close(c->m, db, c->version_id, f);
}

bool listing_catch_up(struct mem *m, struct db *db, struct fail *f)
{
    int64_t *versions;
    size_t count;
    if (!entry_versions_not_found_by(m, db, &versions, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!db_transaction(db, one_version, &(struct catching_up){ m, versions[i] }, f))
            return false;
    return true;
}
