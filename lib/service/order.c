/* order: see order.h. */
#include "order.h"

#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "stroke.h"

struct item { const char *award, *name; size_t place; };

static int by_award_and_strokes(const void *a, const void *b, void *ctx)
{
    const struct item *x = a, *y = b;
    int award = strcmp(x->award, y->award);
    int strokes = award ? 0 : stroke_compare(ctx, x->name, y->name);
    return award ? award : strokes ? strokes : x->place < y->place ? -1 : x->place > y->place;
}

/* seq[place of an item] = its position within its award. */
static size_t *positions(struct mem *m, struct item *items, size_t n, struct stroke *s)
{
    size_t *seq = mem_array(m, n, sizeof *seq);
    qsort_r(items, n, sizeof *items, by_award_and_strokes, s);
    for (size_t i = 0, at = 0; i < n; i++) {
        at = i > 0 && strcmp(items[i].award, items[i - 1].award) == 0 ? at + 1 : 1;
        seq[items[i].place] = at;
    }
    return seq;
}

size_t *order_by_strokes(struct mem *m, const struct roster *r, struct fail *f)
{
    struct stroke *s = stroke_open(m, f);
    if (!s)
        return NULL;
    struct item *items = mem_array(m, r->count, sizeof *items);
    for (size_t i = 0; i < r->count; i++)
        items[i] = (struct item){ roster_award_word(r->rows[i].award), r->rows[i].name, i };
    return positions(m, items, r->count, s);
}

static size_t *entry_positions(struct mem *m, const struct entries *e, struct stroke *s)
{
    struct item *items = mem_array(m, e->count, sizeof *items);
    for (size_t i = 0; i < e->count; i++)
        items[i] = (struct item){ e->items[i].award, e->items[i].name, i };
    return positions(m, items, e->count, s);
}

bool order_look(struct mem *m, struct db *db, int64_t version_id, struct order *out, struct fail *f)
{
    struct entries *e = mem_alloc(m, sizeof *e);
    struct stroke *s = stroke_open(m, f);
    if (!s || !entry_list(m, db, version_id, e, f))
        return false;
    size_t *seq = entry_positions(m, e, s);
    *out = (struct order){ mem_array(m, e->count, sizeof *out->items), e->count, 0 };
    for (size_t i = 0; i < e->count; i++) {
        const struct entry *one = &e->items[i];
        out->items[i] = (struct order_item){ one, stroke_count(s, one->name), false, (int64_t)seq[i] != one->seq };
        if (i > 0 && strcmp(one->award, one[-1].award) == 0 && stroke_is_tie(s, one[-1].name, one->name))
            out->items[i].tie = out->items[i - 1].tie = true;
    }
    for (size_t i = 0; i < out->count; i++)
        out->ties += out->items[i].tie;
    return true;
}

static const struct entry *find_entry(const struct entries *e, int64_t id)
{
    for (size_t i = 0; i < e->count; i++)
        if (e->items[i].id == id)
            return &e->items[i];
    return NULL;
}

static bool move_work(struct db *db, void *ctx, struct fail *f)
{
    const struct order_move_in *in = ctx;
    struct mem *m = mem_new(NULL, "order move");
    struct entries e;
    bool ok = draft_expect(db, (struct draft_seen){ in->version_id, DRAFT_ANY_REVISION }, DRAFT_WRITING, NULL, f) &&
              entry_list(m, db, in->version_id, &e, f);
    const struct entry *moved = ok ? find_entry(&e, in->entry_id) : NULL;
    if (ok && (!moved || moved->seq != in->seen_seq))
        ok = fail_set(f, FAIL_CONFLICT, "order_changed", "entry %lld moved meanwhile", (long long)in->entry_id);
    int64_t last = 0, from = ok ? moved->seq : 0, to = in->to_seq;
    for (size_t i = 0; ok && i < e.count; i++)
        if (strcmp(e.items[i].award, moved->award) == 0 && e.items[i].seq > last)
            last = e.items[i].seq;
    if (ok && (to < 1 || to > last))
        ok = fail_field(f, "to", "order_range");
    for (size_t i = 0; ok && from != to && i < e.count; i++) {
        const struct entry *other = &e.items[i];
        if (other == moved || strcmp(other->award, moved->award) != 0)
            continue;
        int64_t shift = other->seq > from && other->seq <= to ? -1 : other->seq < from && other->seq >= to ? 1 : 0;
        ok = shift == 0 || entry_set_seq(db, other->id, other->seq + shift, other->by_hand, f);
    }
    ok = ok && entry_set_seq(db, moved->id, to, true, f) && draft_touch(db, in->version_id, in->officer_id, f) &&
         audit_add(db, AUDIT_OFFICER, in->officer_id, "order_move", "notice_version", in->version_id,
                   mem_printf(m, "entry %lld from %lld to %lld", (long long)in->entry_id, (long long)from, (long long)to), f);
    mem_free(&m);
    return ok;
}

bool order_move(struct db *db, const struct order_move_in *in, struct fail *f)
{
    struct order_move_in copy = *in;
    return db_transaction(db, move_work, &copy, f);
}

struct reset { struct draft_seen seen; int64_t officer_id; };

static bool reset_work(struct db *db, void *ctx, struct fail *f)
{
    const struct reset *in = ctx;
    struct mem *m = mem_new(NULL, "order reset");
    struct entries e;
    struct stroke *s = stroke_open(m, f);
    bool ok = s && draft_expect(db, in->seen, DRAFT_WRITING, NULL, f) && entry_list(m, db, in->seen.id, &e, f);
    size_t *seq = ok ? entry_positions(m, &e, s) : NULL;
    for (size_t i = 0; ok && i < e.count; i++)
        ok = entry_set_seq(db, e.items[i].id, (int64_t)seq[i], false, f);
    ok = ok && draft_touch(db, in->seen.id, in->officer_id, f) &&
         audit_add(db, AUDIT_OFFICER, in->officer_id, "order_reset", "notice_version", in->seen.id, "", f);
    mem_free(&m);
    return ok;
}

bool order_reset(struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f)
{
    struct reset in = { seen, officer_id };
    return db_transaction(db, reset_work, &in, f);
}

bool order_close(struct mem *m, struct db *db, int64_t version_id, struct fail *f)
{
    struct entries e;
    if (!entry_list(m, db, version_id, &e, f))
        return false;
    for (size_t i = 0, at = 0; i < e.count; i++) {
        const struct entry *one = &e.items[i];
        at = i > 0 && strcmp(one->award, one[-1].award) == 0 ? at + 1 : 1;
        if (one->seq != (int64_t)at && !entry_set_seq(db, one->id, (int64_t)at, one->by_hand, f))
            return false;
    }
    return true;
}
