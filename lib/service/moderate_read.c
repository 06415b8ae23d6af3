/* moderate_read: opening a case for those who may read it, with an audit row before anything is shown. */
#include <jansson.h>
#include <string.h>

#include "attach.h"
#include "audit.h"
#include "moderate_private.h"
#include "recuse.h"

static bool open_key(struct moderate_reader *r, const struct db_blob *sealed, struct fail *f)
{
    if (r->pair && keyring_names(sealed->data, sealed->len, r->pair->public_key))
        return true;
    r->pair = mem_alloc(mem_new_secret(r->m, "office key"), sizeof *r->pair);
    return keyring_open(r->m, r->db, r->s, r->purpose, r->objection_id, sealed->data, sealed->len, r->pair, f);
}

bool moderate_open(struct moderate_reader *r, const char *context, const struct db_blob *sealed, struct seal_bytes *out, struct fail *f)
{
    return open_key(r, sealed, f) && seal_open(r->m, r->pair, context, sealed->data, sealed->len, out, f);
}

bool moderate_open_files(struct moderate_reader *r, const struct casebook_file *rows, size_t count, struct moderate_file **out,
                         struct fail *f)
{
    *out = mem_array(r->m, count, sizeof **out);
    for (size_t i = 0; i < count; i++) {
        struct seal_bytes name;
        if (!moderate_open(r, attach_context(r->m, rows[i].form_hash.data, "name"), &rows[i].name, &name, f))
            return false;
        (*out)[i] = (struct moderate_file){ rows[i].id, rows[i].assist_id, (char *)name.data, rows[i].kind, rows[i].size };
    }
    return true;
}

/* ---- the case ---- */

static bool open_in_place(struct moderate_reader *r, const char *context, struct db_blob *blob, struct fail *f)
{
    struct seal_bytes plain;
    if (blob->len == 0)
        return true;
    if (!moderate_open(r, context, blob, &plain, f))
        return false;
    *blob = (struct db_blob){ plain.data, plain.len };
    return true;
}

static bool open_text(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    struct seal_bytes plain;
    json_error_t error;
    if (!moderate_open(r, mem_printf(r->m, "objection:%s:text", c->stored.row.receipt), &c->stored.text, &plain, f))
        return false;
    json_t *o = json_loadb((const char *)plain.data, plain.len, 0, &error);
    const char *statement = json_string_value(json_object_get(o, "statement"));
    c->statement = mem_text(r->m, statement);
    json_decref(o);
    return c->statement || fail_set(f, FAIL_INTERNAL, "seal_broken", "a text without a statement");
}

static bool open_files(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    struct casebook_file *rows;
    return casebook_files(r->m, r->db, c->stored.row.id, CASEBOOK_EVIDENCE, &rows, &c->file_count, f) &&
           moderate_open_files(r, rows, c->file_count, &c->files, f);
}

static bool open_assists(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    bool ok = assist_list(r->m, r->db, c->stored.row.id, &c->assists, &c->assist_count, f) &&
              assist_events(r->m, r->db, c->stored.row.id, &c->assist_events, &c->assist_event_count, f);
    for (size_t i = 0; ok && i < c->assist_count; i++)
        ok = open_in_place(r, mem_printf(r->m, "assist:%lld:reply", (long long)c->assists[i].id), &c->assists[i].reply, f);
    return ok;
}

bool moderate_decision_words(struct mem *m, const struct seal_bytes *plain, char **reasons, char **told, struct fail *f)
{
    json_error_t error;
    json_t *o = json_loadb((const char *)plain->data, plain->len, 0, &error);
    *reasons = mem_text(m, json_string_value(json_object_get(o, "reasons")));
    *told = mem_text(m, json_string_value(json_object_get(o, "told")));
    json_decref(o);
    return (*reasons && *told) || fail_set(f, FAIL_INTERNAL, "seal_broken", "a decision without words");
}

static bool open_decisions(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    struct decision *rows;
    char *context = mem_printf(r->m, "decision:%s", c->stored.row.receipt);
    if (!decision_list(r->m, r->db, c->stored.row.id, &rows, &c->decision_count, f))
        return false;
    c->decisions = mem_array(r->m, c->decision_count, sizeof *c->decisions);
    for (size_t i = 0; i < c->decision_count; i++) {
        struct seal_bytes plain;
        struct moderate_decision *d = &c->decisions[i];
        d->stored = rows[i];
        if (!decision_findings(r->m, r->db, rows[i].id, &d->findings, &d->finding_count, f))
            return false;
        if (!moderate_open(r, context, &rows[i].text, &plain, f) || !moderate_decision_words(r->m, &plain, &d->reasons, &d->told, f))
            return false;
    }
    return true;
}

static bool open_more(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    char *context = mem_printf(r->m, "objection:%s:more", c->stored.row.receipt);
    bool ok = more_list(r->m, r->db, c->stored.row.id, &c->more, &c->more_count, f);
    for (size_t i = 0; ok && i < c->more_count; i++)
        ok = open_in_place(r, context, &c->more[i].words, f);
    return ok;
}

static bool open_returned(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    char *context = mem_printf(r->m, "proposal:%s", c->stored.row.receipt);
    return proposal_returned(r->m, r->db, c->stored.row.id, &c->returned, f) && open_in_place(r, context, &c->returned.words, f);
}

static bool open_events(struct moderate_reader *r, struct moderate_case *c, struct fail *f)
{
    char *context = mem_printf(r->m, "objection:%s:note", c->stored.row.receipt);
    bool ok = casebook_events(r->m, r->db, c->stored.row.id, &c->events, &c->event_count, f);
    for (size_t i = 0; ok && i < c->event_count; i++) {
        if (moderate_is_desk_move(&c->events[i]))
            c->events[i].note = (struct db_blob){ NULL, 0 };
        ok = open_in_place(r, context, &c->events[i].note, f);
    }
    return ok;
}

/* ---- who may ---- */

bool moderate_is_clear(const struct standing *now, struct fail *f)
{
    if (strcmp(now->recusal, "RECUSED") == 0)
        return fail_set(f, FAIL_FORBIDDEN, "recused", "the officer is recused");
    return recuse_may_act(now->recusal) || fail_set(f, FAIL_FORBIDDEN, "undeclared", "the officer has not said how he stands");
}

bool moderate_drafter_is_free(struct mem *m, struct db *db, int64_t objection_id, int64_t drafter, struct fail *f)
{
    struct standing his;
    return standing_read(m, db, objection_id, drafter, &his, f) &&
           (strcmp(his.recusal, "RECUSED") != 0 || fail_set(f, FAIL_CONFLICT, "drafter_recused", "officer %lld", (long long)drafter));
}

const char *moderate_why_not(const struct moderate_case *c, const struct login_session *s, const struct objection_move_row *row)
{
    struct objection_facts facts;
    struct fail f = { .kind = FAIL_NONE };
    struct actor actor = moderate_actor(s, &c->standing);
    return moderate_facts(&c->standing, &s->officer_id, &facts, &f) ? objection_may(row, &facts, &actor) : "internal";
}

bool moderate_may_agree(const struct moderate_case *c, const struct login_session *s)
{
    struct objection_facts facts;
    struct fail f = { .kind = FAIL_NONE };
    struct actor actor = moderate_actor(s, &c->standing);
    if (c->proposal.stored.id == 0 || !moderate_facts(&c->standing, &s->officer_id, &facts, &f))
        return false;
    const struct objection_move_row *row = objection_find_move(c->proposal.move, facts.state, facts.before);
    return row && !objection_may_agree(row, &facts, &actor, c->proposal.stored.proposed_by);
}

bool moderate_case(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_case *out,
                   struct fail *f)
{
    struct moderate_reader r = { .m = m, .db = db, .s = s, .purpose = KEYRING_CASE };
    struct proposal waiting;
    *out = (struct moderate_case){ .file_count = 0 };
    if (!casebook_case_read(m, db, receipt, &out->stored, f) || !moderate_first_deadlines(m, db, &out->stored.row, 1, f) ||
        !standing_read(m, db, out->stored.row.id, s->officer_id, &out->standing, f) || !moderate_is_clear(&out->standing, f))
        return false;
    r.objection_id = out->stored.row.id;
    return open_text(&r, out, f) && audit_add(db, AUDIT_OFFICER, s->officer_id, "read_case", "objection", r.objection_id, "", f) &&
           open_files(&r, out, f) && open_assists(&r, out, f) && open_decisions(&r, out, f) && open_events(&r, out, f) && open_more(&r, out, f) &&
           proposal_open(m, db, r.objection_id, &waiting, f) && moderate_open_proposal(&r, receipt, &waiting, &out->proposal, f) &&
           open_returned(&r, out, f) &&
           standing_investigators(m, db, r.objection_id, &out->investigators, &out->investigator_count, f) &&
           moderate_open_records(&r, out, f) &&
           letter_told_list(m, db, r.objection_id, &out->told, &out->told_count, f);
}

/* ---- one file ---- */

static bool pull(struct mem *m, struct db *db, struct seal_stream *stream, const struct casebook_file *file, struct moderate_original *out,
                 struct fail *f)
{
    bool last = false;
    out->bytes = mem_alloc(m, (size_t)file->size + 1);
    for (int n = 0; !last; n++) {
        struct mem *chunk = mem_new_secret(m, "chunk");
        struct db_blob sealed;
        struct seal_bytes plain;
        bool there = false;
        bool ok = casebook_file_chunk(chunk, db, file->id, n, &sealed, &there, f) &&
                  (there || fail_set(f, FAIL_INTERNAL, "seal_broken", "file %lld lacks chunk %d", (long long)file->id, n)) &&
                  seal_stream_pull(stream, chunk, sealed.data, sealed.len, &plain, &last, f) &&
                  (out->len + plain.len <= (size_t)file->size || fail_set(f, FAIL_INTERNAL, "seal_broken", "a file longer than said"));
        if (ok) {
            memcpy(out->bytes + out->len, plain.data, plain.len);
            out->len += plain.len;
        }
        mem_free(&chunk);
        if (!ok)
            return false;
    }
    return out->len == (size_t)file->size || fail_set(f, FAIL_INTERNAL, "seal_broken", "a file shorter than said");
}

/* The file, if it stands on the shelf of the side that asks; the desk's only while it still has to settle who it is. */
static bool find_file(struct moderate_reader *r, const char *receipt, int64_t file_id, struct casebook_file *out, struct fail *f)
{
    struct casebook_person p;
    if (!casebook_person_read(r->m, r->db, receipt, &p, f))
        return false;
    r->objection_id = p.id;
    if (r->purpose == KEYRING_CASE)
        return casebook_file_read(r->m, r->db, p.id, file_id, CASEBOOK_EVIDENCE, out, f);
    if (strcmp(p.state, objection_state_word(OBJECTION_SUBMITTED)) != 0)
        return fail_set(f, FAIL_CONFLICT, "case_moved", "objection %lld no longer waits for the desk", (long long)p.id);
    return casebook_file_read(r->m, r->db, p.id, file_id, CASEBOOK_STAMPED, out, f);
}

bool moderate_original(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, int64_t file_id,
                       enum keyring_purpose side, const char *reason, struct moderate_original *out, struct fail *f)
{
    struct casebook_file file;
    struct casebook_person p;
    struct standing now;
    struct moderate_reader r = { .m = m, .db = db, .s = s, .purpose = side };
    *out = (struct moderate_original){ .len = 0 };
    if (!casebook_person_read(m, db, receipt, &p, f) || !standing_read(m, db, p.id, s->officer_id, &now, f) || !moderate_is_clear(&now, f))
        return false;
    if (!find_file(&r, receipt, file_id, &file, f) || !open_key(&r, &file.head, f) ||
        !audit_add(db, AUDIT_OFFICER, s->officer_id, "download", "attachment", file_id, reason, f))
        return false;
    char *context = attach_context(m, file.form_hash.data, "file");
    struct seal_stream *stream = seal_stream_open(m, r.pair, context, file.head.data, file.head.len, f);
    out->kind = file.kind;
    return stream && pull(m, db, stream, &file, out, f);
}
