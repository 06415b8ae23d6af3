/* announce: see announce.h. */
#include "announce.h"

#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "enqueue.h"
#include "letter.h"
#include "round.h"

struct change {
    struct mem *m;
    struct draft_seen seen;
    int64_t officer_id, round_id;
    const struct round_row *round;
    const struct announcement *seen_as;
    const struct announcement_words *words;
    const char *reason;
};

static bool done(struct db *db, const struct change *c, int64_t id, const char *action, const char *detail, struct fail *f)
{
    return audit_add(db, AUDIT_OFFICER, c->officer_id, action, "announcement", id, detail, f);
}

/* ---- writing ---- */

static bool fill(struct mem *m, struct db *db, int64_t id, int64_t round_id, struct fail *f)
{
    struct announcement_people people;
    if (!announcement_recognised(m, db, round_id, &people, f))
        return false;
    if (people.count == 0)
        return fail_set(f, FAIL_CONFLICT, "nobody_recognised", "nobody of round %lld is recognised", (long long)round_id);
    for (size_t i = 0; i < people.count; i++)
        if (!announcement_put(db, id, &people.items[i], f))
            return false;
    return true;
}

static bool begin_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    int64_t id = 0;
    return announcement_add(db, c->round->id, mem_printf(c->m, "关于公布%s认定名单的公告", c->round->title), c->officer_id, &id, f) &&
           announcement_inherit(db, id, f) && fill(c->m, db, id, c->round->id, f) && done(db, c, id, "announce_begin", "", f);
}

bool announce_begin(struct mem *m, struct db *db, const char *round_slug, int64_t officer_id, struct fail *f)
{
    struct round_row round;
    struct change c = { .m = m, .officer_id = officer_id, .round = &round };
    return round_by_slug(m, db, round_slug, &round, f) && db_transaction(db, begin_work, &c, f);
}

static bool words_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    return announcement_expect(db, c->seen, DRAFT_WRITING, NULL, f) &&
           announcement_write(db, c->seen.id, c->words, c->officer_id, f) && done(db, c, c->seen.id, "announce_words", "", f);
}

bool announce_words(struct db *db, struct draft_seen seen, int64_t officer_id, const struct announcement_words *w, struct fail *f)
{
    struct change c = { .seen = seen, .officer_id = officer_id, .words = w };
    return db_transaction(db, words_work, &c, f);
}

static bool refresh_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    return announcement_expect(db, c->seen, DRAFT_WRITING, NULL, f) && announcement_clear(db, c->seen.id, c->officer_id, f) &&
           fill(c->m, db, c->seen.id, c->round_id, f) && done(db, c, c->seen.id, "announce_refresh", "", f);
}

bool announce_refresh(struct mem *m, struct db *db, struct draft_seen seen, int64_t round_id, int64_t officer_id, struct fail *f)
{
    struct change c = { .m = m, .seen = seen, .officer_id = officer_id, .round_id = round_id };
    return db_transaction(db, refresh_work, &c, f);
}

/* ---- checking ---- */

const char *announce_stop_word(enum announce_stop s)
{
    static const char *const words[ANNOUNCE_STOP__MAX] = { [ANNOUNCE_NO_BODY] = "no_body", [ANNOUNCE_NO_SIGNATURE] = "no_signature",
                                                           [ANNOUNCE_NOBODY] = "nobody", [ANNOUNCE_OUTDATED] = "outdated" };
    return s < ANNOUNCE_STOP__MAX ? words[s] : "";
}

static bool same(const struct announcement_person *a, const struct announcement_person *b)
{
    return a->candidate_id == b->candidate_id && a->union_id == b->union_id && a->seq == b->seq && strcmp(a->award, b->award) == 0 &&
           strcmp(a->name, b->name) == 0 && strcmp(a->employer, b->employer) == 0 && strcmp(a->post, b->post) == 0 &&
           strcmp(a->union_name, b->union_name) == 0;
}

static bool same_people(const struct announcement_people *a, const struct announcement_people *b)
{
    bool all = a->count == b->count;
    for (size_t i = 0; all && i < a->count; i++)
        all = same(&a->items[i], &b->items[i]);
    return all;
}

bool announce_check(struct mem *m, struct db *db, const struct announcement *a, bool stops[ANNOUNCE_STOP__MAX], size_t *count, struct fail *f)
{
    struct announcement_people listed, now;
    if (!announcement_list(m, db, a->id, &listed, f) || !announcement_recognised(m, db, a->round_id, &now, f))
        return false;
    stops[ANNOUNCE_NO_BODY] = !*a->words.title || !*a->words.body;
    stops[ANNOUNCE_NO_SIGNATURE] = !*a->words.signed_by || a->words.signed_day == 0;
    stops[ANNOUNCE_NOBODY] = listed.count == 0;
    stops[ANNOUNCE_OUTDATED] = listed.count > 0 && !same_people(&listed, &now);
    *count = 0;
    for (int i = 0; i < ANNOUNCE_STOP__MAX; i++)
        *count += stops[i];
    return true;
}

/* What was seen is what stands: the revision was compared, so that its words are those in the hand. */
static bool checked(struct db *db, const struct change *c, struct fail *f)
{
    bool stops[ANNOUNCE_STOP__MAX];
    size_t count;
    return announce_check(c->m, db, c->seen_as, stops, &count, f) &&
           (count == 0 || fail_set(f, FAIL_INPUT, "announcement_incomplete", "%zu stops", count));
}

static bool ready_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    int64_t drafter = 0;
    if (!announcement_expect(db, c->seen, DRAFT_WRITING, &drafter, f))
        return false;
    if (drafter != c->officer_id)
        return fail_set(f, FAIL_FORBIDDEN, "ready_not_drafter", "drafted by officer %lld", (long long)drafter);
    return checked(db, c, f) && announcement_set_state(db, c->seen.id, DRAFT_WRITING, DRAFT_READY, f) &&
           done(db, c, c->seen.id, "announce_ready", "", f);
}

bool announce_ready(struct mem *m, struct db *db, const struct announcement *a, struct draft_seen seen, int64_t officer_id, struct fail *f)
{
    struct change c = { .m = m, .seen = seen, .officer_id = officer_id, .seen_as = a };
    return db_transaction(db, ready_work, &c, f);
}

static bool return_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    return announcement_expect(db, c->seen, DRAFT_READY, NULL, f) &&
           announcement_set_state(db, c->seen.id, DRAFT_READY, DRAFT_WRITING, f) &&
           done(db, c, c->seen.id, "announce_return", c->reason, f);
}

bool announce_return(struct db *db, struct draft_seen seen, int64_t officer_id, const char *note, struct fail *f)
{
    struct change c = { .seen = seen, .officer_id = officer_id, .reason = note };
    return db_transaction(db, return_work, &c, f);
}

/* ---- publication ---- */

static bool write_to(struct db *db, const struct change *c, int64_t union_id, struct fail *f)
{
    char slug[LETTER_SLUG];
    int64_t letter = 0;
    if (!letter_add_final(db, union_id, c->seen.id, &letter, slug, f))
        return false;
    json_t *params = json_pack("{s:s, s:s}", "slug", slug, "title", c->seen_as->words.title);
    size_t n = json_dumpb(params, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(c->m, n + 1);
    json_dumpb(params, text, n, JSON_COMPACT);
    json_decref(params);
    return enqueue_union(db, MESSAGE_NOTICE_FINAL, union_id, mem_printf(c->m, "letter:%lld", (long long)letter), text, f);
}

static bool send_letters(struct db *db, const struct change *c, struct fail *f)
{
    struct announcement_people people;
    struct import_unions in_use;
    if (!announcement_list(c->m, db, c->seen.id, &people, f) || !import_union_list(c->m, db, &in_use, f))
        return false;
    for (size_t u = 0; u < in_use.count; u++) {
        bool has = false;
        for (size_t i = 0; i < people.count; i++)
            has = has || people.items[i].union_id == in_use.items[u].id;
        if (has && !write_to(db, c, in_use.items[u].id, f))
            return false;
    }
    return true;
}

static bool publish_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    int64_t drafter = 0;
    if (!announcement_expect(db, c->seen, DRAFT_READY, &drafter, f))
        return false;
    if (drafter == c->officer_id)
        return fail_set(f, FAIL_FORBIDDEN, "publish_own", "the drafter does not publish");
    return checked(db, c, f) && announcement_publish(db, c->seen.id, c->officer_id, f) && send_letters(db, c, f) &&
           done(db, c, c->seen.id, "announce_publish", "", f);
}

bool announce_now(struct mem *m, struct db *db, const struct announcement *a, struct draft_seen seen, int64_t officer_id, struct fail *f)
{
    struct change c = { .m = m, .seen = seen, .officer_id = officer_id, .seen_as = a };
    if (!db_transaction(db, publish_work, &c, f))
        return false;
    enqueue_poke();
    return true;
}

static bool withdraw_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    return announcement_expect(db, c->seen, DRAFT_PUBLISHED, NULL, f) && announcement_withdraw(db, c->seen.id, c->reason, f) &&
           done(db, c, c->seen.id, "announce_withdraw", "", f);
}

bool announce_withdraw(struct db *db, struct draft_seen seen, int64_t officer_id, const char *reason, struct fail *f)
{
    struct change c = { .seen = seen, .officer_id = officer_id, .reason = reason };
    return db_transaction(db, withdraw_work, &c, f);
}
