/* moderate_second: moves that need two: one officer proposes with all the words, another agrees or sends it back. Nothing happens in
 * between, and what happened meanwhile overtakes the proposal. */
#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "enqueue.h"
#include "moderate_private.h"
#include "officer.h"

bool moderate_propose(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_in *in, struct fail *f)
{
    struct seal_bytes sealed;
    return moderate_seal(m, db, KEYRING_CASE, mem_printf(m, "proposal:%s", row->receipt), moderate_pack(m, "told", in->told, "note", in->note), &sealed, f) &&
           proposal_add(db, row->id, objection_move_word(in->move), in->code ? in->code : "", sealed.data, sealed.len, in->s->officer_id,
                        f) &&
           audit_add(db, AUDIT_OFFICER, in->s->officer_id, "propose", "objection", row->id, objection_move_word(in->move), f);
}

bool moderate_open_proposal(struct moderate_reader *r, const char *receipt, const struct proposal *stored, struct moderate_proposal *out,
                            struct fail *f)
{
    struct seal_bytes plain;
    json_error_t error;
    *out = (struct moderate_proposal){ .stored = *stored };
    if (stored->id == 0)
        return true;
    if (!objection_move_read(stored->move, &out->move))
        return fail_set(f, FAIL_INTERNAL, "internal", "a proposal of no known move");
    if (!moderate_open(r, mem_printf(r->m, "proposal:%s", receipt), &stored->words, &plain, f))
        return false;
    json_t *o = json_loadb((const char *)plain.data, plain.len, 0, &error);
    const char *told = json_string_value(json_object_get(o, "told")), *note = json_string_value(json_object_get(o, "note"));
    bool whole = told && note;
    out->told = mem_text(r->m, whole ? told : "");
    out->note = mem_text(r->m, whole ? note : "");
    json_decref(o);
    return whole || fail_set(f, FAIL_INTERNAL, "seal_broken", "a proposal without words");
}

/* ---- the second person ---- */

struct work { const struct login_session *s; const char *receipt, *why; int64_t proposal_id; struct moderate_proposal opened; };

/* The words are opened before the transaction, in which nothing is noted that must outlive a refusal. */
static bool open_words(struct mem *m, struct db *db, struct work *w, struct fail *f)
{
    struct moderate_reader r = { .m = m, .db = db, .s = w->s, .purpose = KEYRING_CASE };
    struct casebook_person row;
    struct standing now;
    struct proposal stored;
    if (!casebook_person_read(m, db, w->receipt, &row, f) || !standing_read(m, db, row.id, w->s->officer_id, &now, f) ||
        !moderate_is_clear(&now, f) || !proposal_open(m, db, row.id, &stored, f))
        return false;
    if (stored.id == 0 || stored.id != w->proposal_id)
        return fail_set(f, FAIL_CONFLICT, "case_moved", "the proposal is no longer open");
    if (stored.proposed_by == w->s->officer_id)
        return fail_set(f, FAIL_FORBIDDEN, "same_person", "the proposer agrees with himself");
    r.objection_id = row.id;
    return moderate_open_proposal(&r, w->receipt, &stored, &w->opened, f);
}

static bool find(struct mem *m, struct db *db, const struct work *w, struct casebook_locked *row, struct proposal *out, struct fail *f)
{
    if (!casebook_lock(m, db, w->receipt, row, f) || !proposal_open(m, db, row->id, out, f))
        return false;
    if (out->id == 0 || out->id != w->proposal_id)
        return fail_set(f, FAIL_CONFLICT, "case_moved", "the proposal is no longer open");
    return out->proposed_by != w->s->officer_id || fail_set(f, FAIL_FORBIDDEN, "same_person", "the proposer agrees with himself");
}

/* Who proposed must still be allowed to: he may have been recused or have lost his role since. */
static bool proposer_still_may(struct mem *m, struct db *db, const struct casebook_locked *row, const struct proposal *p,
                               enum objection_move which, const struct objection_move_row **move, struct fail *f)
{
    struct officer_row officer;
    if (!officer_get(m, db, p->proposed_by, &officer, f))
        return false;
    struct login_session his = { .officer_id = officer.id, .roles = officer.state == OFFICER_ACTIVE ? officer.roles : 0 };
    struct moderate_move step = { .move = which, .seen = "", .s = &his };
    return moderate_may(m, db, row, &step, move, f);
}

static bool agree_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "agree");
    struct casebook_locked row;
    struct proposal stored;
    const struct moderate_proposal *p = &w->opened;
    const struct objection_move_row *move;
    bool ok = find(m, db, w, &row, &stored, f) && proposer_still_may(m, db, &row, &stored, p->move, &move, f);
    if (ok) {
        struct moderate_in in = { .s = w->s, .receipt = w->receipt, .seen = "", .move = p->move, .proposer = stored.proposed_by,
                                  .told = p->told, .note = p->note, .code = stored.reason_code, .note_key = KEYRING_CASE };
        ok = proposal_settle(db, stored.id, "AGREED", w->s->officer_id, NULL, 0, f) && moderate_perform(m, db, &row, move, &in, f);
    }
    mem_free(&m);
    return ok;
}

bool moderate_agree(struct db *db, const struct login_session *s, const char *receipt, int64_t proposal_id, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .proposal_id = proposal_id };
    struct mem *m = mem_new_secret(NULL, "proposal words");
    bool ok = open_words(m, db, &w, f) && db_transaction(db, agree_work, &w, f);
    mem_free(&m);
    if (ok)
        enqueue_poke();
    return ok;
}

static bool send_back_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "send back");
    struct casebook_locked row;
    struct proposal stored;
    struct seal_bytes sealed;
    enum objection_move which;
    bool ok = find(m, db, w, &row, &stored, f) && moderate_seal(m, db, KEYRING_CASE, mem_printf(m, "proposal:%s", row.receipt), w->why,
                                                                &sealed, f);
    if (ok && !objection_move_read(stored.move, &which))
        ok = fail_set(f, FAIL_INTERNAL, "internal", "a proposal of no known move");
    struct moderate_move step = { .move = ok ? which : OBJECTION_MOVE__MAX, .seen = "", .s = w->s, .proposer = stored.proposed_by };
    const struct objection_move_row *move;
    /* Who may not agree has no say in it either. */
    ok = ok && moderate_may(m, db, &row, &step, &move, f) &&
         proposal_settle(db, stored.id, "RETURNED", w->s->officer_id, sealed.data, sealed.len, f) &&
         audit_add(db, AUDIT_OFFICER, w->s->officer_id, "send_back", "objection", row.id, stored.move, f);
    mem_free(&m);
    return ok;
}

bool moderate_send_back(struct db *db, const struct login_session *s, const char *receipt, int64_t proposal_id, const char *why,
                        struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .why = why, .proposal_id = proposal_id };
    return db_transaction(db, send_back_work, &w, f);
}
