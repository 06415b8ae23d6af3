/* investigate: see investigate.h. */
#include "investigate.h"

#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "case_record.h"
#include "moderate_private.h"
#include "officer.h"

static const struct standing_investigator *find(const struct standing_investigator *all, size_t count, int64_t officer_id)
{
    for (size_t i = 0; i < count; i++)
        if (all[i].officer_id == officer_id && !all[i].recused)
            return &all[i];
    return NULL;
}

size_t investigate_fit(const struct standing_investigator *all, size_t count)
{
    size_t fit = 0;
    for (size_t i = 0; i < count; i++)
        fit += !all[i].recused;
    return fit;
}

/* The case, locked, as this officer may work on it, and who looks into it. */
struct bench { struct casebook_locked row; struct standing now; struct standing_investigator *all; size_t count; };

static bool open_bench(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, const char *seen,
                       struct bench *out, struct fail *f)
{
    if (!(s->roles & STAFF_CASE))
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for it");
    if (!casebook_lock(m, db, receipt, &out->row, f) || !standing_read(m, db, out->row.id, s->officer_id, &out->now, f) ||
        !moderate_is_clear(&out->now, f) || !standing_investigators(m, db, out->row.id, &out->all, &out->count, f))
        return false;
    return !seen[0] || strcmp(seen, out->row.state) == 0 || fail_set(f, FAIL_CONFLICT, "case_moved", "the case went on");
}

static bool is_investigated(const struct bench *b, struct fail *f)
{
    return strcmp(b->row.state, objection_state_word(OBJECTION_INVESTIGATING)) == 0 ||
           fail_set(f, FAIL_CONFLICT, "case_moved", "the case is in %s", b->row.state);
}

/* ---- writing down ---- */

struct work {
    const struct login_session *s;
    const struct investigate_in *in;
    const char *receipt, *seen, *why;
    int64_t record_id, officer_id;
    bool confirmed;
};

static bool day_fits(struct mem *m, struct db *db, const struct work *w, struct fail *f)
{
    struct casebook_person row; /* of which nothing but the time is looked at */
    instant now;
    if (!casebook_person_read(m, db, w->in->receipt, &row, f) || !db_now(db, &now, f))
        return false;
    return (w->in->held_on >= clock_day_beijing(row.submitted_at) && w->in->held_on <= clock_day_beijing(now)) ||
           fail_field(f, "held_on", "held_on_range");
}

static char *pack(struct mem *m, const struct investigate_in *in)
{
    json_t *o = json_pack("{s:s, s:s, s:s}", "whom", in->whom, "asked", in->asked, "said", in->said);
    size_t n = json_dumpb(o, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(o, text, n, JSON_COMPACT);
    json_decref(o);
    return text;
}

static bool record_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    const struct investigate_in *in = w->in;
    struct mem *m = mem_new_secret(NULL, "record");
    struct bench b;
    struct seal_bytes sealed;
    int64_t me = w->s->officer_id;
    bool ok = open_bench(m, db, w->s, in->receipt, in->seen, &b, f) && is_investigated(&b, f);
    if (ok && !find(b.all, b.count, me))
        ok = fail_set(f, FAIL_FORBIDDEN, "not_investigator", "officer %lld looks into another case", (long long)me);
    if (ok && (in->other == me || !find(b.all, b.count, in->other)))
        ok = fail_field(f, "other", "other_unfit");
    ok = ok && day_fits(m, db, w, f) &&
         moderate_seal(m, db, KEYRING_CASE, mem_printf(m, "record:%s", in->receipt), pack(m, in), &sealed, f);
    if (ok) {
        struct case_record_new row = { .objection_id = b.row.id, .kind = investigation_kind_word(in->kind), .held_on = in->held_on,
                                       .words = sealed.data, .n = sealed.len, .written_by = me, .other_id = in->other };
        ok = case_record_add(db, &row, f) && audit_add(db, AUDIT_OFFICER, me, "record_write", "objection", b.row.id, "", f);
    }
    mem_free(&m);
    return ok;
}

bool investigate_record(struct db *db, const struct login_session *s, const struct investigate_in *in, struct fail *f)
{
    struct work w = { .s = s, .in = in };
    return db_transaction(db, record_work, &w, f);
}

/* ---- the other's word ---- */

static bool settle_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "record");
    struct bench b;
    struct seal_bytes sealed = { .len = 0 };
    enum objection_state state;
    bool ok = open_bench(m, db, w->s, w->receipt, "", &b, f);
    if (ok && (!objection_state_read(b.row.state, &state) || objection_state_stage(state) != OBJECTION_OPEN))
        ok = fail_set(f, FAIL_CONFLICT, "case_moved", "the case is in %s", b.row.state);
    if (ok && w->why[0])
        ok = moderate_seal(m, db, KEYRING_CASE, mem_printf(m, "record:%s", w->receipt), w->why, &sealed, f);
    ok = ok && case_record_settle(db, b.row.id, w->record_id, w->s->officer_id, w->confirmed ? "CONFIRMED" : "REJECTED", sealed.data,
                                  sealed.len, f) &&
         audit_add(db, AUDIT_OFFICER, w->s->officer_id, w->confirmed ? "record_confirm" : "record_reject", "objection", b.row.id, "", f);
    mem_free(&m);
    return ok;
}

bool investigate_settle(struct db *db, const struct login_session *s, const char *receipt, int64_t record_id, bool confirmed,
                        const char *why, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .record_id = record_id, .confirmed = confirmed, .why = confirmed ? "" : why };
    if (!confirmed && !why[0])
        return fail_field(f, "why", "why_needed");
    return db_transaction(db, settle_work, &w, f);
}

bool moderate_open_records(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    struct case_record *rows;
    char *context = mem_printf(r->m, "record:%s", c->stored.row.receipt);
    if (!case_record_list(r->m, r->db, c->stored.row.id, &rows, &c->record_count, f))
        return false;
    c->records = mem_array(r->m, c->record_count, sizeof *c->records);
    for (size_t i = 0; i < c->record_count; i++) {
        struct seal_bytes plain, why = { .len = 0 };
        json_error_t error;
        if (!moderate_open(r, context, &rows[i].words, &plain, f) || (rows[i].why.len && !moderate_open(r, context, &rows[i].why, &why, f)))
            return false;
        json_t *o = json_loadb((const char *)plain.data, plain.len, 0, &error);
        struct moderate_record *out = &c->records[i];
        *out = (struct moderate_record){ rows[i], mem_text(r->m, json_string_value(json_object_get(o, "whom"))),
                                         mem_text(r->m, json_string_value(json_object_get(o, "asked"))),
                                         mem_text(r->m, json_string_value(json_object_get(o, "said"))), (const char *)why.data };
        json_decref(o);
        if (!out->whom || !out->asked || !out->said)
            return fail_set(f, FAIL_INTERNAL, "seal_broken", "a record without words");
    }
    return true;
}

/* ---- one who takes another's place ---- */

static bool substitute_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "substitute");
    struct bench b;
    struct officer_row officer;
    struct standing his;
    bool ok = open_bench(m, db, w->s, w->receipt, w->seen, &b, f) && is_investigated(&b, f);
    if (ok && investigate_fit(b.all, b.count) >= INVESTIGATION_OFFICERS)
        ok = fail_set(f, FAIL_CONFLICT, "case_moved", "two look into it");
    ok = ok && (officer_get(m, db, w->officer_id, &officer, f) || (f->kind == FAIL_MISSING && fail_field(f, "officer", "pair_unfit"))) &&
         standing_read(m, db, b.row.id, w->officer_id, &his, f);
    if (ok && (officer.state != OFFICER_ACTIVE || !(officer.roles & STAFF_CASE) || strcmp(his.recusal, "RECUSED") == 0 ||
               find(b.all, b.count, w->officer_id)))
        ok = fail_field(f, "officer", "pair_unfit");
    ok = ok && standing_investigator_add(db, b.row.id, w->officer_id, w->s->officer_id, f) &&
         audit_add(db, AUDIT_OFFICER, w->s->officer_id, "investigator_name", "objection", b.row.id, "", f);
    mem_free(&m);
    return ok;
}

bool investigate_substitute(struct db *db, const struct login_session *s, const char *receipt, const char *seen, int64_t officer_id,
                            struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = seen, .officer_id = officer_id };
    return db_transaction(db, substitute_work, &w, f);
}
