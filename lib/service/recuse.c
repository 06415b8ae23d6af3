/* recuse: declaring, and the ties that it is compared with. */
#include "recuse.h"

#include <string.h>

#include "audit.h"
#include "officer.h"
#include "recuse_private.h"
#include "staff.h"
#include "text.h"

enum { MATCHED_MAX = 300 };

bool recuse_may_act(const char *state)
{
    return strcmp(state, "CLEAR") == 0 || strcmp(state, "LIFTED") == 0;
}

bool recuse_hold(struct db *db, int64_t officer_id, struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "hold officer");
    struct officer_proof proof;
    bool ok = officer_lock(m, db, officer_id, &proof, f);
    mem_free(&m);
    return ok;
}

bool recuse_put(struct db *db, const struct recusal_new *in, struct fail *f)
{
    return recusal_add(db, in, f) && recusal_request_overtake(db, in->officer_id, in->candidate_id, f);
}

bool recuse_matches(struct mem *m, struct db *db, int64_t officer_id, const struct recusal_question *about, struct recuse_match **out,
                    size_t *count, struct fail *f)
{
    struct officer_tie *ties;
    size_t n;
    const char *employer = tie_key(m, about->employer), *union_name = tie_key(m, about->union_name);
    *count = 0;
    if (!officer_tie_list(m, db, officer_id, &ties, &n, f))
        return false;
    *out = mem_array(m, n, sizeof **out);
    for (size_t i = 0; i < n; i++) {
        const char *key = tie_key(m, ties[i].name);
        struct recuse_match match = { ties[i], tie_same(key, employer), tie_same(key, union_name) };
        if (match.employer || match.with_union)
            (*out)[(*count)++] = match;
    }
    return true;
}

/* The rest, once it is known whom it is about. */
static bool look(struct mem *m, struct db *db, const struct login_session *s, struct recuse_view *out, struct fail *f)
{
    return recuse_matches(m, db, s->officer_id, &out->about, &out->matches, &out->match_count, f) &&
           recusal_request_waits(db, "CLEAR", s->officer_id, out->about.candidate_id, &out->waits, f);
}

bool recuse_look(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct recuse_view *out, struct fail *f)
{
    *out = (struct recuse_view){ .match_count = 0 };
    return recusal_ask(m, db, receipt, s->officer_id, &out->about, f) && look(m, db, s, out, f);
}

bool recuse_look_towards(struct mem *m, struct db *db, const struct login_session *s, int64_t candidate_id, struct recuse_view *out,
                         struct fail *f)
{
    *out = (struct recuse_view){ .match_count = 0 };
    return recusal_towards(m, db, candidate_id, s->officer_id, &out->about, f) && look(m, db, s, out, f);
}

/* ---- declaring ---- */

/* `receipt` NULL: towards the candidate. */
struct declaration { const struct login_session *s; const char *receipt, *reason; int64_t candidate_id; bool tied; enum recuse_outcome outcome; };

/* What matched, as it was entered. */
static char *names_of(struct mem *m, const struct recuse_match *matches, size_t count)
{
    char *names = mem_text(m, "");
    for (size_t i = 0; i < count; i++)
        names = mem_printf(m, "%s%s%s", names, i > 0 ? "、" : "", matches[i].tie.name);
    return text_cut(m, names, MATCHED_MAX - 1);
}

static bool claim(struct mem *m, struct db *db, const struct declaration *d, const struct recuse_view *v, struct fail *f)
{
    struct recusal_request_new wish = { .kind = "CLEAR", .officer_id = d->s->officer_id, .candidate_id = v->about.candidate_id,
                                        .matched = names_of(m, v->matches, v->match_count), .origin = "", .reason = d->reason,
                                        .asked_by = d->s->officer_id };
    return d->reason[0] ? recusal_request_add(db, &wish, f) : fail_field(f, "none", "none_needed");
}

static bool say(struct mem *m, struct db *db, struct declaration *d, const struct recuse_view *v, struct fail *f)
{
    static const char *const acts[] = { [RECUSE_FREE] = "declare", [RECUSE_TIED] = "recuse", [RECUSE_WAITS] = "recuse_claim" };
    int64_t me = d->s->officer_id;
    struct recusal_new row = { me, v->about.candidate_id, d->tied ? "RECUSED" : "CLEAR", d->reason, me, 0 };
    if (d->tied && !d->reason[0])
        return fail_field(f, "tie", "tie_needed");
    d->outcome = d->tied ? RECUSE_TIED : v->match_count > 0 ? RECUSE_WAITS : RECUSE_FREE;
    return (d->outcome == RECUSE_WAITS ? claim(m, db, d, v, f) : recuse_put(db, &row, f)) &&
           audit_add(db, AUDIT_OFFICER, me, acts[d->outcome], "candidate", v->about.candidate_id, "", f);
}

static bool declare_work(struct db *db, void *ctx, struct fail *f)
{
    struct declaration *d = ctx;
    struct mem *m = mem_new(NULL, "declare");
    struct recuse_view v;
    bool ok = recuse_hold(db, d->s->officer_id, f) && (d->receipt ? recuse_look(m, db, d->s, d->receipt, &v, f)
                                                                  : recuse_look_towards(m, db, d->s, d->candidate_id, &v, f));
    /* What was said once is not said anew: others lift a recusal or ask again. */
    if (ok && v.about.state[0] && strcmp(v.about.state, "ASKED") != 0)
        ok = fail_set(f, FAIL_CONFLICT, "case_moved", "officer %lld has declared himself", (long long)d->s->officer_id);
    /* He may still step back while a head is to settle that nothing ties him. */
    if (ok && v.waits && !d->tied)
        ok = fail_set(f, FAIL_CONFLICT, "recusal_waits", "officer %lld waits for a head", (long long)d->s->officer_id);
    ok = ok && say(m, db, d, &v, f);
    mem_free(&m);
    return ok;
}

static bool declare(struct db *db, struct declaration *d, enum recuse_outcome *outcome, struct fail *f)
{
    bool ok = db_transaction(db, declare_work, d, f);
    if (outcome)
        *outcome = d->outcome;
    return ok;
}

bool recuse_declare(struct db *db, const struct login_session *s, const char *receipt, bool tied, const char *reason,
                    enum recuse_outcome *outcome, struct fail *f)
{
    struct declaration d = { .s = s, .receipt = receipt, .reason = reason, .tied = tied };
    return declare(db, &d, outcome, f);
}

bool recuse_declare_towards(struct db *db, const struct login_session *s, int64_t candidate_id, bool tied, const char *reason,
                            enum recuse_outcome *outcome, struct fail *f)
{
    struct declaration d = { .s = s, .candidate_id = candidate_id, .reason = reason, .tied = tied };
    return declare(db, &d, outcome, f);
}

/* ---- ties ---- */

struct tie_work { const struct login_session *by; int64_t officer_id, tie_id, asked; const char *kind, *name; };

static bool ask_anew(struct mem *m, struct db *db, struct tie_work *w, struct fail *f)
{
    struct recusal_question *acting;
    size_t count;
    const char *key = tie_key(m, w->name);
    bool ok = recusal_acting(m, db, w->officer_id, &acting, &count, f);
    for (size_t i = 0; ok && i < count; i++) {
        struct recusal_new row = { w->officer_id, acting[i].candidate_id, "ASKED", w->name, w->by->officer_id, 0 };
        if (!tie_same(key, tie_key(m, acting[i].employer)) && !tie_same(key, tie_key(m, acting[i].union_name)))
            continue;
        ok = recuse_put(db, &row, f);
        w->asked++;
    }
    return ok;
}

static bool is_new(struct mem *m, struct db *db, const struct tie_work *w, struct fail *f)
{
    struct officer_tie *ties;
    size_t count;
    const char *key = tie_key(m, w->name);
    if (!key[0])
        return fail_field(f, "tie_name", "tie_name_wrong");
    if (!officer_tie_list(m, db, w->officer_id, &ties, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(ties[i].kind, w->kind) == 0 && strcmp(tie_key(m, ties[i].name), key) == 0)
            return fail_field(f, "tie_name", "tie_known");
    return true;
}

static bool add_work(struct db *db, void *ctx, struct fail *f)
{
    struct tie_work *w = ctx;
    struct mem *m = mem_new(NULL, "tie");
    w->asked = 0;
    bool ok = recuse_hold(db, w->officer_id, f) && is_new(m, db, w, f) &&
              officer_tie_add(db, w->officer_id, w->kind, w->name, w->by->officer_id, f) && ask_anew(m, db, w, f) &&
              audit_add(db, AUDIT_OFFICER, w->by->officer_id, "tie_add", "officer", w->officer_id, "", f);
    mem_free(&m);
    return ok;
}

bool recuse_tie_add(struct db *db, const struct login_session *by, int64_t officer_id, enum tie_kind kind, const char *name, int64_t *asked,
                    struct fail *f)
{
    struct tie_work w = { .by = by, .officer_id = officer_id, .kind = tie_kind_word(kind), .name = name };
    if (officer_id != by->officer_id && !(by->roles & STAFF_ADMIN))
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "a tie of another");
    bool ok = db_transaction(db, add_work, &w, f);
    *asked = w.asked;
    return ok;
}

static bool end_work(struct db *db, void *ctx, struct fail *f)
{
    const struct tie_work *w = ctx;
    return officer_tie_end(db, w->officer_id, w->tie_id, w->by->officer_id, f) &&
           audit_add(db, AUDIT_OFFICER, w->by->officer_id, "tie_end", "officer", w->officer_id, "", f);
}

bool recuse_tie_end(struct db *db, const struct login_session *by, int64_t officer_id, int64_t tie_id, struct fail *f)
{
    struct tie_work w = { .by = by, .officer_id = officer_id, .tie_id = tie_id };
    if (!(by->roles & STAFF_ADMIN))
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for it");
    if (officer_id == by->officer_id)
        return fail_set(f, FAIL_CONFLICT, "not_oneself", "a tie of one's own");
    return db_transaction(db, end_work, &w, f);
}
