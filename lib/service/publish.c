/* publish: see publish.h. What a notice must have is publish_check.c. */
#include "publish.h"

#include "audit.h"
#include "candidacy_work.h"
#include "enqueue.h"
#include "listing.h"
#include "order.h"
#include "publish_private.h"
#include "round.h"

struct round_new { int64_t officer_id; const char *slug, *title; int64_t id; };

static bool round_work(struct db *db, void *ctx, struct fail *f)
{
    struct round_new *in = ctx;
    return round_add(db, in->slug, in->title, &in->id, f) &&
           audit_add(db, AUDIT_OFFICER, in->officer_id, "round_add", "round", in->id, "", f);
}

bool publish_round(struct db *db, int64_t officer_id, const char *slug, const char *title, int64_t *id, struct fail *f)
{
    struct round_new in = { officer_id, slug, title, 0 };
    if (!db_transaction(db, round_work, &in, f))
        return false;
    *id = in.id;
    return true;
}

/* ---- writing ---- */

struct change {
    struct mem *m;
    struct draft_seen seen;
    int64_t officer_id;
    const struct draft_words *words;
    const struct period *period;
    const char *reason;
};

static bool done(struct db *db, const struct change *c, const char *action, struct fail *f)
{
    return audit_add(db, AUDIT_OFFICER, c->officer_id, action, "notice_version", c->seen.id, "", f);
}

static bool words_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    return draft_expect(db, c->seen, DRAFT_WRITING, NULL, f) && draft_write(db, c->seen.id, c->words, c->officer_id, f) &&
           done(db, c, "notice_words", f);
}

bool publish_words(struct db *db, struct draft_seen seen, int64_t officer_id, const struct draft_words *w, struct fail *f)
{
    struct change c = { .seen = seen, .officer_id = officer_id, .words = w };
    return db_transaction(db, words_work, &c, f);
}

bool publish_period_look(struct mem *m, struct db *db, const struct period_in *in, struct workdays *calendar, struct period *out,
                         struct fail *f)
{
    return workdays_load(m, db, calendar, f) && period_compute(m, &calendar->calendar, in, out, f);
}

static bool period_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    struct draft d;
    bool own;
    if (!draft_expect(db, c->seen, DRAFT_WRITING, NULL, f) || !draft_get(c->m, db, c->seen.id, &d, f) ||
        !publish_has_period(c->m, db, &d, &own, f))
        return false;
    if (!own)
        return fail_set(f, FAIL_CONFLICT, "period_stays", "version %lld notices nobody anew", (long long)d.id);
    return draft_set_period(db, c->seen.id, c->period->open_day, c->period->close_day, c->period->rule, c->officer_id, f) &&
           done(db, c, "notice_period", f);
}

bool publish_period(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, const struct period_in *in, struct fail *f)
{
    struct workdays calendar;
    struct period period;
    instant now;
    if (!db_now(db, &now, f) || !publish_period_look(m, db, in, &calendar, &period, f))
        return false;
    if (period.open_day < clock_day_beijing(now))
        return fail_field(f, "open_day", "period_past");
    struct change c = { .m = m, .seen = seen, .officer_id = officer_id, .period = &period };
    return db_transaction(db, period_work, &c, f);
}

/* ---- checking ---- */

static bool checked(struct mem *m, struct db *db, int64_t version_id, struct draft *d, struct fail *f)
{
    struct publish_findings findings;
    if (!draft_get(m, db, version_id, d, f) || !publish_check(m, db, d, &findings, f))
        return false;
    return findings.stops == 0 || fail_set(f, FAIL_INPUT, "notice_incomplete", "%zu stops", findings.stops);
}

static bool ready_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    struct draft d;
    int64_t drafter = 0;
    if (!draft_expect(db, c->seen, DRAFT_WRITING, &drafter, f))
        return false;
    if (drafter != c->officer_id)
        return fail_set(f, FAIL_FORBIDDEN, "ready_not_drafter", "drafted by officer %lld", (long long)drafter);
    return checked(c->m, db, c->seen.id, &d, f) && draft_set_state(db, c->seen.id, DRAFT_WRITING, DRAFT_READY, f) &&
           done(db, c, "notice_ready", f);
}

bool publish_ready(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f)
{
    struct change c = { .m = m, .seen = seen, .officer_id = officer_id };
    return db_transaction(db, ready_work, &c, f);
}

static bool return_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    return draft_expect(db, c->seen, DRAFT_READY, NULL, f) && draft_set_state(db, c->seen.id, DRAFT_READY, DRAFT_WRITING, f) &&
           audit_add(db, AUDIT_OFFICER, c->officer_id, "notice_return", "notice_version", c->seen.id, c->reason, f);
}

bool publish_return(struct db *db, struct draft_seen seen, int64_t officer_id, const char *note, struct fail *f)
{
    struct change c = { .seen = seen, .officer_id = officer_id, .reason = note };
    return db_transaction(db, return_work, &c, f);
}

/* ---- publication ---- */

/* What is corrected is not withdrawn at the same moment. */
static bool base_stands(struct mem *m, struct db *db, const struct draft *d, struct fail *f)
{
    struct draft base;
    return d->version == 1 || (draft_base(m, db, d, &base, f) &&
                               draft_expect(db, (struct draft_seen){ base.id, DRAFT_ANY_REVISION }, DRAFT_PUBLISHED, NULL, f));
}

static bool publish_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    struct draft d;
    int64_t drafter = 0;
    if (!draft_expect(db, c->seen, DRAFT_READY, &drafter, f))
        return false;
    if (drafter == c->officer_id)
        return fail_set(f, FAIL_FORBIDDEN, "publish_own", "the drafter does not publish");
    return checked(c->m, db, c->seen.id, &d, f) && base_stands(c->m, db, &d, f) && order_close(c->m, db, d.id, f) &&
           listing_close(c->m, db, d.id, f) &&
           draft_publish(db, d.id, c->officer_id, clock_day_start(d.open_day), clock_day_start(d.close_day + 1), f) &&
           candidacy_work_publish(c->m, db, d.id, f) && publish_letters(c->m, db, &d, f) && done(db, c, "notice_publish", f);
}

/* The answer to COMMIT was lost: the row itself tells whether it stands. */
static bool stands(struct mem *m, struct db *db, const struct change *c, struct fail *f)
{
    struct fail again = { .kind = FAIL_NONE };
    struct draft d;
    if (f->kind != FAIL_UNCERTAIN || !draft_get(m, db, c->seen.id, &d, &again) || d.state != DRAFT_PUBLISHED ||
        d.published_by != c->officer_id)
        return false;
    *f = again;
    return true;
}

bool publish_now(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f)
{
    struct change c = { .m = m, .seen = seen, .officer_id = officer_id };
    if (!db_transaction(db, publish_work, &c, f) && !stands(m, db, &c, f))
        return false;
    enqueue_poke();
    return true;
}

/* Only what stands is withdrawn: a version that was corrected is out of force already. */
static bool is_newest(struct mem *m, struct db *db, int64_t version_id, struct fail *f)
{
    struct draft d, after;
    struct fail none = { .kind = FAIL_NONE };
    if (!draft_get(m, db, version_id, &d, f))
        return false;
    d.version += 2;
    if (!draft_base(m, db, &d, &after, &none))
        return none.kind == FAIL_MISSING || fail_set(f, none.kind, none.code, "%s", none.detail);
    return after.state == DRAFT_WRITING || after.state == DRAFT_READY ||
           fail_set(f, FAIL_CONFLICT, "notice_corrected", "version %lld was corrected", (long long)version_id);
}

static bool withdraw_work(struct db *db, void *ctx, struct fail *f)
{
    const struct change *c = ctx;
    struct mem *m = mem_new(NULL, "withdrawal");
    bool newest = draft_expect(db, c->seen, DRAFT_PUBLISHED, NULL, f) && is_newest(m, db, c->seen.id, f);
    mem_free(&m);
    return newest && draft_withdraw(db, c->seen.id, c->reason, f) &&
           done(db, c, "notice_withdraw", f);
}

bool publish_withdraw(struct db *db, int64_t version_id, int64_t officer_id, const char *reason, struct fail *f)
{
    struct change c = { .seen = { version_id, DRAFT_ANY_REVISION }, .officer_id = officer_id, .reason = reason };
    return db_transaction(db, withdraw_work, &c, f);
}
