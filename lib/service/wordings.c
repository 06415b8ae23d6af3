/* wordings: see wordings.h. */
#include "wordings.h"

#include <string.h>

#include "audit.h"
#include "ceiling.h"
#include "compose.h"
#include "enqueue.h"
#include "scan.h"
#include "text.h"

/* ---- with a release ---- */

struct shipping { const struct wording *w; bool added; };

static struct message_key key_of(const struct wording *w) { return (struct message_key){ w->event, w->channel, w->lang }; }

/* The office's own words stay in force: what comes waits until two have looked at it. */
static bool own_in_force(struct mem *m, struct db *db, const struct message_key *k, bool *own, struct fail *f)
{
    struct message_version *all;
    size_t count;
    *own = false;
    if (!message_template_history(m, db, k, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        *own = *own || (all[i].in_force && all[i].saved_by != 0);
    return true;
}

static bool ship(struct db *db, void *ctx, struct fail *f)
{
    struct shipping *s = ctx;
    struct message_key k = key_of(s->w);
    struct message_newest newest;
    struct mem *m = mem_new(NULL, "shipping");
    bool own = false;
    int64_t id = 0;
    s->added = false;
    bool ok = message_template_hold(m, db, &k, &newest, f);
    bool known = ok && newest.shipped_text != NULL && strcmp(newest.shipped_text, s->w->text) == 0 &&
                 strcmp(newest.shipped_subject, s->w->subject) == 0;
    if (ok && !known) {
        ok = own_in_force(m, db, &k, &own, f) && message_template_add(db, s->w, newest.version + 1, 0, &id, f) &&
             (own || message_template_settle(db, id, true, 0, f)) &&
             audit_add(db, AUDIT_OPERATOR, 0, "template_ship", "message_template", id, message_row(k.event)->word, f);
        s->added = ok;
    }
    mem_free(&m);
    return ok;
}

bool wordings_ship(struct db *db, const struct wording *w, bool *added, struct fail *f)
{
    struct shipping s = { w, false };
    bool ok = db_transaction(db, ship, &s, f);
    *added = s.added;
    return ok;
}

/* ---- by officers ---- */

struct keeping {
    struct mem *m;
    const struct login_session *s;
    struct message_key k;
    const struct wording *w;
    int64_t version;
    bool force;
};

static bool noted(struct db *db, const struct keeping *w, const char *action, int64_t id, struct fail *f)
{
    return audit_add(db, AUDIT_OFFICER, w->s->officer_id, action, "message_template", id, message_row(w->k.event)->word, f);
}

static bool differs(struct db *db, const struct keeping *w, struct fail *f)
{
    struct message_version *all;
    size_t count;
    if (!message_template_history(w->m, db, &w->k, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (all[i].in_force && strcmp(all[i].words.subject, w->w->subject) == 0 && strcmp(all[i].words.text, w->w->text) == 0 &&
            strcmp(all[i].words.gateway, w->w->gateway) == 0)
            return fail_field(f, "text", "template_same");
    return true;
}

static bool save(struct db *db, void *ctx, struct fail *f)
{
    const struct keeping *w = ctx;
    struct message_newest newest;
    int64_t id = 0;
    return message_template_hold(w->m, db, &w->k, &newest, f) && differs(db, w, f) &&
           message_template_replace(db, &w->k, w->s->officer_id, f) &&
           message_template_add(db, w->w, newest.version + 1, w->s->officer_id, &id, f) && noted(db, w, "template_save", id, f);
}

bool wordings_save(struct mem *m, struct db *db, const struct login_session *s, const struct wording *typed, char *name, struct fail *f)
{
    struct wording clean;
    struct keeping w = { .m = m, .s = s, .k = key_of(typed), .w = &clean };
    return wording_clean(m, typed, &clean, name, f) && db_transaction(db, save, &w, f);
}

bool wordings_find(struct mem *m, struct db *db, const struct message_key *k, int64_t version, struct message_version *out, struct fail *f)
{
    struct message_version *all;
    size_t count;
    if (!message_template_history(m, db, k, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (all[i].version == version) {
            *out = all[i];
            return true;
        }
    return fail_set(f, FAIL_MISSING, "template_missing", "no version %lld", (long long)version);
}

static bool settle(struct db *db, void *ctx, struct fail *f)
{
    const struct keeping *w = ctx;
    struct message_newest newest;
    struct message_version v;
    if (!message_template_hold(w->m, db, &w->k, &newest, f) || !wordings_find(w->m, db, &w->k, w->version, &v, f))
        return false;
    if (w->force && v.saved_by == w->s->officer_id)
        return fail_set(f, FAIL_FORBIDDEN, "template_own", "version %lld is his own", (long long)v.id);
    return message_template_settle(db, v.id, w->force, w->s->officer_id, f) &&
           noted(db, w, w->force ? "template_force" : "template_back", v.id, f);
}

bool wordings_settle(struct mem *m, struct db *db, const struct login_session *s, const struct message_key *k, int64_t version, bool force,
                     struct fail *f)
{
    struct keeping w = { .m = m, .s = s, .k = *k, .version = version, .force = force };
    return db_transaction(db, settle, &w, f);
}

/* ---- trying out ---- */

struct trying { struct keeping keeping; struct message_version v; const char *to, *params; };

static bool try_out(struct db *db, void *ctx, struct fail *f)
{
    const struct trying *t = ctx;
    return enqueue_trial(db, &(struct enqueue_trial){ t->v.words.event, t->v.words.channel, t->v.id, t->to, t->params }, f) &&
           noted(db, &t->keeping, "template_trial", t->v.id, f);
}

static bool clean_address(struct mem *m, const struct message_key *k, const char *typed, const char **out, struct fail *f)
{
    char digits[12];
    const char *to = text_half_width(m, text_tidy(m, typed));
    if (*to == '\0')
        return fail_field(f, "to", "needed");
    if (k->channel == MESSAGE_SMS ? !scan_mobile(to, digits) : !scan_email(to))
        return fail_field(f, "to", k->channel == MESSAGE_SMS ? "not_a_mobile" : "email_wrong");
    *out = k->channel == MESSAGE_SMS ? mem_text(m, digits) : to;
    return true;
}

static bool not_too_often(struct mem *m, struct db *db, const struct trying *t, struct fail *f)
{
    const char *who = mem_printf(m, "officer %lld", (long long)t->keeping.s->officer_id);
    return (ceiling_pass(db, "trial", who, WORDINGS_TRIALS_OFFICER, f) && ceiling_pass(db, "trial_to", t->to, WORDINGS_TRIALS_ADDRESS, f)) ||
           (f->kind == FAIL_TOO_MANY && fail_set(f, FAIL_TOO_MANY, "trial_many", "trials of messages"));
}

bool wordings_try(struct mem *m, struct db *db, const struct login_session *s, const struct message_key *k, int64_t version, const char *to,
                  struct fail *f)
{
    struct trying t = { .keeping = { .m = m, .s = s, .k = *k } };
    if (!clean_address(m, k, to, &t.to, f) || !wordings_find(m, db, k, version, &t.v, f) || !not_too_often(m, db, &t, f))
        return false;
    t.params = compose_sample(m, k->event, k->lang, true);
    if (!db_transaction(db, try_out, &t, f))
        return false;
    enqueue_poke();
    return true;
}
