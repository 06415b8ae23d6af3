/* known: see known.h. A worker is one thread, so that nothing here is locked. */
#include "known.h"

#include <string.h>

#include "ready.h"

enum { NOTICES = 16 };

struct place { struct mem *mem; const char *slug; int version; int64_t stamp; uint64_t used; struct known known; };

static struct mem *pool;
static struct place places[NOTICES];
static uint64_t turn;

void known_open(struct mem *m) { pool = m; }

/* The one that was asked for, or else the one to be given away: an empty one, or that which was not asked for longest. */
static struct place *find(const char *slug, int version)
{
    struct place *oldest = &places[0];
    for (size_t i = 0; i < NOTICES; i++) {
        struct place *p = &places[i];
        if (p->mem != NULL && p->version == version && strcmp(p->slug, slug) == 0)
            return p;
        if (oldest->mem != NULL && (p->mem == NULL || p->used < oldest->used))
            oldest = p;
    }
    return oldest;
}

static bool read_all(struct mem *m, const char *slug, int version, struct known *k, struct fail *f)
{
    if (!published_read(public_db(), m, slug, version, &k->p, f) ||
        !published_versions(public_db(), m, slug, &k->versions, &k->version_count, f) ||
        !published_groups(public_db(), m, &(struct published_ask){ .version_id = k->p.version_id }, &k->groups, &k->group_count, f) ||
        !announced_list(public_db(), m, &k->finals, &k->final_count, f))
        return false;
    for (size_t i = 0; i < k->group_count; i++)
        k->people += k->groups[i].people;
    return workdays_load(m, public_db(), &k->plans, f);
}

bool known_notice(const char *slug, int version, const struct known **out, struct fail *f)
{
    struct place *p = find(slug, version);
    bool there = p->mem != NULL && p->version == version && strcmp(p->slug, slug) == 0;
    if (!there || p->stamp != ready_stamp()) {
        if (p->mem != NULL)
            mem_free(&p->mem);
        struct mem *m = mem_new(pool, "known notice");
        *p = (struct place){ .mem = m, .slug = mem_text(m, slug), .version = version, .stamp = ready_stamp() };
        if (!read_all(m, slug, version, &p->known, f)) {
            mem_free(&p->mem);
            return false;
        }
    }
    p->used = ++turn;
    *out = &p->known;
    return true;
}
