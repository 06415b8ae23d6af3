/* assist_work: see assist_work.h. */
#include "assist_work.h"

#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "enqueue.h"
#include "letter.h"

struct work { const struct login_session *s; const struct assist_work_in *in; };

static bool may(const struct work *w, const struct casebook_locked *row, struct fail *f)
{
    if ((w->s->roles & STAFF_CASE) == 0)
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for assist requests");
    if (strcmp(row->state, objection_state_word(OBJECTION_ACCEPTED)) != 0 || (w->in->seen[0] && strcmp(w->in->seen, row->state) != 0))
        return fail_set(f, FAIL_CONFLICT, "case_moved", "objection %lld is %s", (long long)row->id, row->state);
    return !w->in->accuses_union || fail_field(f, "accuses_union", "union_accused");
}

static bool draft_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "assist draft");
    struct casebook_locked row;
    struct assist *all;
    size_t count;
    int64_t id = w->in->assist_id, me = w->s->officer_id;
    bool ok = casebook_lock(m, db, w->in->receipt, &row, f) && may(w, &row, f) && assist_list(m, db, row.id, &all, &count, f);
    bool open = ok && count > 0 && strcmp(all[count - 1].state, "DRAFT") == 0;
    if (ok && (open ? all[count - 1].id != id : id != 0))
        ok = fail_set(f, FAIL_CONFLICT, "case_moved", "another draft stands");
    ok = ok && (open ? assist_rewrite(db, id, w->in->drafted_at, w->in->abstract, me, f)
                     : assist_add(db, row.id, row.union_id, w->in->abstract, me, &id, f));
    ok = ok && audit_add(db, AUDIT_OFFICER, me, "assist_draft", "assist", id, "", f);
    mem_free(&m);
    return ok;
}

bool assist_work_draft(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f)
{
    struct work w = { s, in };
    return db_transaction(db, draft_work, &w, f);
}

static bool letter(struct mem *m, struct db *db, int64_t union_id, int64_t assist_id, instant due, struct fail *f)
{
    int64_t id;
    char slug[LETTER_SLUG], until[CLOCK_TEXT];
    if (!letter_add(db, union_id, 0, assist_id, &id, slug, f))
        return false;
    clock_day_to_hanzi(clock_day_beijing(due - 1), until);
    json_t *o = json_pack("{s:s, s:s}", "slug", slug, "due", until);
    size_t n = json_dumpb(o, NULL, 0, JSON_COMPACT);
    char *params = mem_alloc(m, n + 1);
    json_dumpb(o, params, n, JSON_COMPACT);
    json_decref(o);
    return enqueue_union(db, MESSAGE_ASSIST_REQUESTED, union_id, mem_printf(m, "letter:%lld", (long long)id), params, f);
}

/* The draft named, as it stands. */
static bool draft_of(struct mem *m, struct db *db, const struct work *w, int64_t objection_id, struct assist *out, struct fail *f)
{
    struct assist *all;
    size_t count;
    if (!assist_list(m, db, objection_id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (all[i].id == w->in->assist_id) {
            *out = all[i];
            return out->drafted_by != w->s->officer_id || fail_set(f, FAIL_FORBIDDEN, "same_person", "the drafter checks himself");
        }
    return fail_set(f, FAIL_MISSING, "not_found", "no such draft of this objection");
}

static bool send_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "assist send");
    struct casebook_locked row;
    struct assist draft = { .id = 0 };
    instant due = 0;
    char *rule = NULL;
    struct moderate_move step = { .move = MOVE_ASK_UNION, .seen = w->in->seen, .roles = w->s->roles, .actor_kind = "OFFICER",
                                  .actor_id = w->s->officer_id };
    bool ok = casebook_lock(m, db, w->in->receipt, &row, f) && may(w, &row, f) && draft_of(m, db, w, row.id, &draft, f) &&
              moderate_step(m, db, &row, &step, &due, &rule, f) &&
              assist_send(db, draft.id, w->in->drafted_at, w->s->officer_id, due, rule, f) &&
              letter(m, db, draft.union_id, draft.id, due, f) &&
              audit_add(db, AUDIT_OFFICER, w->s->officer_id, "assist_send", "assist", draft.id, "", f);
    mem_free(&m);
    return ok;
}

bool assist_work_send(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f)
{
    struct work w = { s, in };
    bool ok = db_transaction(db, send_work, &w, f);
    if (ok)
        enqueue_poke();
    return ok;
}
