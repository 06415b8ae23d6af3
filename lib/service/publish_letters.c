/* publish_letters: which unions are told of a version that goes out, and the letters that they sign for. */
#include <jansson.h>

#include "differ.h"
#include "enqueue.h"
#include "letter.h"
#include "publish_private.h"

/* The harmless words of a letter's message: what is public anyway, and the link's random word. */
static char *letter_params(struct mem *m, const struct draft *d, const struct entry_union *u, const char *slug)
{
    char opens[CLOCK_TEXT], closes[CLOCK_TEXT];
    clock_day_to_hanzi(d->open_day, opens);
    clock_day_to_hanzi(d->close_day, closes);
    json_t *params = d->version > 1 ? json_pack("{s:s, s:s, s:s, s:i}", "slug", slug, "title", d->words.title, "reason", d->reason,
                                                "version", d->version)
                                    : json_pack("{s:s, s:s, s:s, s:s, s:I}", "slug", slug, "title", d->words.title, "opens", opens,
                                                "closes", mem_printf(m, "%s24时", closes), "count", (json_int_t)u->people);
    size_t n = json_dumpb(params, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(params, text, n, JSON_COMPACT);
    json_decref(params);
    return text;
}

bool publish_letters(struct mem *m, struct db *db, const struct draft *d, struct fail *f)
{
    struct entry_unions unions;
    enum message_event event = d->version > 1 ? MESSAGE_NOTICE_CORRECTED : MESSAGE_NOTICE_PUBLISHED;
    if (!publish_unions(m, db, d, &unions, f))
        return false;
    for (size_t i = 0; i < unions.count; i++) {
        const struct entry_union *u = &unions.items[i];
        char slug[LETTER_SLUG];
        int64_t letter = 0;
        if (!u->active)
            continue;
        if (!letter_add(db, u->id, d->id, 0, &letter, slug, f) ||
            !enqueue_union(db, event, u->id, mem_printf(m, "letter:%lld", (long long)letter), letter_params(m, d, u, slug), f))
            return false;
    }
    return true;
}

/* ---- whom a correction touches ---- */

static bool has_person(const struct entries *people, int64_t candidate_id, int64_t union_id)
{
    for (size_t i = 0; i < people->count; i++)
        if (people->items[i].candidate_id == candidate_id && people->items[i].union_id == union_id)
            return true;
    return false;
}

static bool is_touched(const struct compare *changes, const struct entries *before, const struct entries *now, int64_t union_id)
{
    if (changes->word_count > 0 || changes->reordered)
        return true;
    for (size_t i = 0; i < changes->people_count; i++) {
        const struct compare_touched *t = &changes->people[i];
        if ((t->now && has_person(now, t->now->id, union_id)) || (t->old && has_person(before, t->old->id, union_id)))
            return true;
    }
    return false;
}

static void add(struct entry_unions *to, const struct entry_unions *from, const struct compare *changes, const struct entries *before,
                const struct entries *now)
{
    for (size_t i = 0; i < from->count; i++) {
        bool there = false;
        for (size_t j = 0; j < to->count; j++)
            there = there || to->items[j].id == from->items[i].id;
        if (!there && is_touched(changes, before, now, from->items[i].id))
            to->items[to->count++] = from->items[i];
    }
}

bool publish_unions(struct mem *m, struct db *db, const struct draft *d, struct entry_unions *out, struct fail *f)
{
    struct draft base;
    struct compare changes;
    struct entries before, now;
    struct entry_unions of_before, of_now;
    if (d->version == 1)
        return entry_union_list(m, db, d->id, out, f);
    if (!draft_base(m, db, d, &base, f) || !differ_drafts(m, db, &base, d, &changes, f) || !entry_list(m, db, base.id, &before, f) ||
        !entry_list(m, db, d->id, &now, f) || !entry_union_list(m, db, base.id, &of_before, f) || !entry_union_list(m, db, d->id, &of_now, f))
        return false;
    *out = (struct entry_unions){ mem_array(m, of_before.count + of_now.count, sizeof *out->items), 0 };
    add(out, &of_now, &changes, &before, &now);
    add(out, &of_before, &changes, &before, &now); /* those left with nobody */
    return true;
}
