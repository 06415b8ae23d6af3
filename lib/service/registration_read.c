/* registration_read: the second reader. */
#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "enqueue.h"
#include "keyring.h"
#include "moderate_private.h"
#include "registration_private.h"

bool registration_list(struct mem *m, struct db *db, const struct login_session *s, struct registry_row **out, size_t *count,
                       struct fail *f)
{
    bool ok = registry_list(m, db, s->officer_id, out, count, f);
    for (size_t i = 0; ok && i < *count; i++)
        ok = moderate_first_deadlines(m, db, &(*out)[i].row, 1, f);
    return ok;
}

/* What the entry becomes if it is right: a clue without a name, a clue that came late, or an objection. */
static bool becomes(struct mem *m, struct db *db, const struct registry_row *row, enum objection_move *out, struct fail *f)
{
    enum incoming_when when;
    if (!registration_when(m, db, row->candidate_id, &row->came, &when, f))
        return false;
    *out = strcmp(row->row.kind, objection_kind_word(OBJECTION_ANONYMOUS)) == 0 ? MOVE_CHECK_ENTRY_CLUE
           : when == INCOMING_IN_TIME                                           ? MOVE_CHECK_ENTRY
                                                                                : MOVE_CHECK_ENTRY_LATE;
    return true;
}

/* ---- reading ---- */

static char *word_of(struct mem *m, json_t *o, const char *name)
{
    const char *text = json_string_value(json_object_get(o, name));
    return mem_text(m, text ? text : "");
}

static bool parse(struct mem *m, const struct seal_bytes *plain, struct registration_view *out, struct fail *f)
{
    json_error_t error;
    json_t *o = json_loadb((const char *)plain->data, plain->len, 0, &error);
    bool ok = json_is_object(o) || fail_set(f, FAIL_INTERNAL, "seal_broken", "an entry that is no object");
    if (ok) {
        out->grounds = word_of(m, o, "grounds");
        out->statement = word_of(m, o, "statement");
        out->name = word_of(m, o, "name");
        out->phone = word_of(m, o, "phone");
        out->email = word_of(m, o, "email");
        out->unit = word_of(m, o, "unit");
        out->head = word_of(m, o, "head");
        out->address = word_of(m, o, "address");
    }
    json_decref(o);
    return ok;
}

static bool open_copy(struct mem *m, struct db *db, const struct login_session *s, struct registration_view *out, struct fail *f)
{
    struct db_blob sealed;
    struct seal_bytes plain;
    if (!registry_copy(m, db, out->row.row.id, s->officer_id, &sealed, f))
        return false;
    /* None, or one for a key that he had before a reset. */
    if (sealed.len == 0 || !keyring_names(sealed.data, sealed.len, s->keys.public_key))
        return true;
    out->open = true;
    return keyring_open_own(m, db, s, out->row.row.id, registration_context(m, out->row.row.receipt), sealed.data, sealed.len, &plain, f) &&
           parse(m, &plain, out, f);
}

bool registration_look(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct registration_view *out,
                       struct fail *f)
{
    struct standing now;
    *out = (struct registration_view){ .open = false };
    if (!registry_read(m, db, receipt, &out->row, f) || !standing_read(m, db, out->row.row.id, s->officer_id, &now, f) ||
        !moderate_is_clear(&now, f))
        return false;
    if (strcmp(now.state, objection_state_word(OBJECTION_REGISTERED)) != 0)
        return fail_set(f, FAIL_CONFLICT, "case_moved", "entry %lld is settled", (long long)out->row.row.id);
    out->own = out->row.entered_by == s->officer_id;
    return moderate_first_deadlines(m, db, &out->row.row, 1, f) && becomes(m, db, &out->row, &out->move, f) &&
           open_copy(m, db, s, out, f);
}

/* ---- settling ---- */

struct settling { const struct login_session *s; const char *receipt, *why; bool right; };

static bool settle_work(struct db *db, void *ctx, struct fail *f)
{
    const struct settling *w = ctx;
    struct mem *m = mem_new_secret(NULL, "settle entry");
    struct casebook_locked row;
    struct registry_row entry;
    const struct objection_move_row *move;
    struct moderate_in in = { .s = w->s, .receipt = w->receipt, .seen = objection_state_word(OBJECTION_REGISTERED), .move = MOVE_VOID_ENTRY,
                              .told = "", .note = w->why, .note_key = KEYRING_CASE };
    struct db_blob copy;
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && registry_read(m, db, w->receipt, &entry, f) &&
              registry_copy(m, db, row.id, w->s->officer_id, &copy, f) && (!w->right || becomes(m, db, &entry, &in.move, f));
    struct moderate_move step = { .move = in.move, .seen = in.seen, .s = w->s };
    ok = ok && moderate_may(m, db, &row, &step, &move, f) &&
         (!w->right || copy.len > 0 || fail_set(f, FAIL_FORBIDDEN, "entry_unread", "nobody calls right what he cannot read")) &&
         moderate_perform(m, db, &row, move, &in, f) &&
         registry_copies_drop(db, row.id, f);
    mem_free(&m);
    return ok;
}

bool registration_settle(struct db *db, const struct login_session *s, const char *receipt, bool right, const char *why, struct fail *f)
{
    struct settling w = { s, receipt, right ? "" : why, right };
    if (!right && !why[0])
        return fail_field(f, "why", "void_needed");
    if (!db_transaction(db, settle_work, &w, f))
        return false;
    enqueue_poke();
    return true;
}
