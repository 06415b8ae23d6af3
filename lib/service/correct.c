/* correct: see correct.h. */
#include "correct.h"

#include <string.h>

#include "audit.h"
#include "candidacy.h"
#include "roster.h"

struct correction {
    struct mem *m;
    struct draft_seen seen;
    int64_t officer_id, id; /* of an entry, a candidate or the new draft */
    const char *reason;
    const struct correct_person *person;
};

static bool done(struct db *db, const struct correction *c, int64_t version_id, const char *action, struct fail *f)
{
    return audit_add(db, AUDIT_OFFICER, c->officer_id, action, "notice_version", version_id, "", f);
}

static bool begin_work(struct db *db, void *ctx, struct fail *f)
{
    struct correction *c = ctx;
    return draft_expect(db, c->seen, DRAFT_PUBLISHED, NULL, f) && draft_correct(db, c->seen.id, c->officer_id, c->reason, &c->id, f) &&
           entry_copy(db, c->seen.id, c->id, f) && done(db, c, c->id, "correct_begin", f);
}

bool correct_begin(struct db *db, int64_t version_id, int64_t officer_id, const char *reason, int64_t *draft_id, struct fail *f)
{
    struct correction c = { .seen = { version_id, DRAFT_ANY_REVISION }, .officer_id = officer_id, .reason = reason };
    if (!db_transaction(db, begin_work, &c, f))
        return false;
    *draft_id = c.id;
    return true;
}

static bool reason_work(struct db *db, void *ctx, struct fail *f)
{
    struct correction *c = ctx;
    return draft_expect(db, c->seen, DRAFT_WRITING, NULL, f) && draft_set_reason(db, c->seen.id, c->reason, c->officer_id, f) &&
           done(db, c, c->seen.id, "correct_reason", f);
}

bool correct_reason(struct db *db, struct draft_seen seen, int64_t officer_id, const char *reason, struct fail *f)
{
    struct correction c = { .seen = seen, .officer_id = officer_id, .reason = reason };
    return db_transaction(db, reason_work, &c, f);
}

/* ---- people ---- */

/* The days follow from whether anybody is noticed anew. */
static bool settle(struct db *db, const struct correction *c, const char *action, struct fail *f)
{
    struct entries people;
    bool renewed = false;
    if (!entry_list(c->m, db, c->seen.id, &people, f))
        return false;
    for (size_t i = 0; i < people.count; i++)
        renewed = renewed || people.items[i].period_version_id == 0;
    return (renewed ? draft_period_anew : draft_period_as_before)(db, c->seen.id, f) && draft_touch(db, c->seen.id, c->officer_id, f) &&
           done(db, c, c->seen.id, action, f);
}

/* The draft and the version before it, of which it must be the correction. */
static bool open_draft(struct db *db, const struct correction *c, struct draft *base, struct fail *f)
{
    struct draft d;
    return draft_expect(db, c->seen, DRAFT_WRITING, NULL, f) && draft_get(c->m, db, c->seen.id, &d, f) && draft_base(c->m, db, &d, base, f);
}

static const struct entry *find(const struct entries *all, int64_t entry_id, int64_t candidate_id)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].id == entry_id || all->items[i].candidate_id == candidate_id)
            return &all->items[i];
    return NULL;
}

static int64_t last_craftsman(const struct entries *all)
{
    int64_t last = 0;
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->items[i].award, roster_award_word(ROSTER_CRAFTSMAN)) == 0 && all->items[i].seq > last)
            last = all->items[i].seq;
    return last;
}

/* One who is not noticed anew has the period that he had; award and place come from the version before, too, unless he is promoted. */
static bool person_work(struct db *db, void *ctx, struct fail *f)
{
    const struct correction *c = ctx;
    const struct correct_person *in = c->person;
    struct draft base;
    struct entries now, before;
    if (!open_draft(db, c, &base, f) || !entry_list(c->m, db, c->seen.id, &now, f) || !entry_list(c->m, db, base.id, &before, f))
        return false;
    const struct entry *is = find(&now, in->entry_id, 0), *was = is ? find(&before, 0, is->candidate_id) : NULL;
    if (!is || !was)
        return fail_set(f, FAIL_MISSING, "entry_missing", "no entry %lld", (long long)in->entry_id);
    struct entry e = *is;
    e.name = mem_text(c->m, in->name);
    e.employer = mem_text(c->m, in->employer);
    e.post = mem_text(c->m, in->post);
    e.field = mem_text(c->m, in->field);
    e.deeds = mem_text(c->m, in->deeds);
    e.period_version_id = in->renewed ? 0 : was->period_version_id ? was->period_version_id : base.id;
    e.award = in->promoted ? mem_text(c->m, roster_award_word(ROSTER_CRAFTSMAN)) : was->award;
    if (strcmp(e.award, is->award) != 0)
        e.seq = in->promoted ? last_craftsman(&now) + 1 : was->seq;
    return entry_write(db, &e, f) && settle(db, c, "correct_person", f);
}

bool correct_person(struct mem *m, struct db *db, const struct correct_person *in, struct fail *f)
{
    struct correction c = { .m = m, .seen = in->seen, .officer_id = in->officer_id, .person = in };
    return db_transaction(db, person_work, &c, f);
}

bool correct_may_leave_out(const char *candidate_state)
{
    enum candidacy_state s;
    return candidacy_state_read(candidate_state, &s) && (s == CANDIDACY_REMOVED || s == CANDIDACY_CARRIED_OVER);
}

static bool leave_out_work(struct db *db, void *ctx, struct fail *f)
{
    const struct correction *c = ctx;
    struct draft base;
    struct entries now;
    if (!open_draft(db, c, &base, f) || !entry_list(c->m, db, c->seen.id, &now, f))
        return false;
    const struct entry *e = find(&now, c->id, 0);
    if (!e)
        return fail_set(f, FAIL_MISSING, "entry_missing", "no entry %lld", (long long)c->id);
    if (!correct_may_leave_out(e->state))
        return fail_set(f, FAIL_CONFLICT, "entry_stays", "candidate %lld is %s", (long long)e->candidate_id, e->state);
    return entry_remove(db, e->id, f) && settle(db, c, "correct_leave_out", f);
}

bool correct_leave_out(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, int64_t entry_id, struct fail *f)
{
    struct correction c = { .m = m, .seen = seen, .officer_id = officer_id, .id = entry_id };
    return db_transaction(db, leave_out_work, &c, f);
}

static bool put_back_work(struct db *db, void *ctx, struct fail *f)
{
    const struct correction *c = ctx;
    struct draft base;
    return open_draft(db, c, &base, f) && entry_copy_one(db, base.id, c->seen.id, c->id, f) && settle(db, c, "correct_put_back", f);
}

bool correct_put_back(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, int64_t candidate_id, struct fail *f)
{
    struct correction c = { .m = m, .seen = seen, .officer_id = officer_id, .id = candidate_id };
    return db_transaction(db, put_back_work, &c, f);
}

static bool drop_work(struct db *db, void *ctx, struct fail *f)
{
    const struct correction *c = ctx;
    return draft_expect(db, c->seen, DRAFT_WRITING, NULL, f) && entry_clear(db, c->seen.id, f) && draft_drop(db, c->seen.id, f) &&
           done(db, c, c->seen.id, "correct_drop", f);
}

bool correct_drop(struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f)
{
    struct correction c = { .seen = seen, .officer_id = officer_id };
    return db_transaction(db, drop_work, &c, f);
}
