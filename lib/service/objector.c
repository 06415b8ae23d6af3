/* objector: see objector.h. */
#include "objector.h"

#include <string.h>

#include "keyring.h"
#include "more.h"
#include "reckon.h"
#include "seal.h"
#include "secret.h"

const char *objector_why_not(const struct track_out *found, enum objection_move move)
{
    static const struct actor himself = { .kind = ACTOR_OBJECTOR };
    struct objection_facts facts = { .state = found->state, .before = OBJECTION_STATE__MAX, .reviewed = found->reviewed,
                                     .term_over = found->term_over };
    const struct objection_move_row *row = objection_find_move(move, found->state, OBJECTION_STATE__MAX);
    return row ? objection_may(row, &facts, &himself) : "case_moved";
}

/* The term that the move begins, wherever it begins from. Where no plan of the year is loaded there is none: what somebody sends in time
 * is not refused for that. */
static bool clock_of(struct mem *m, struct db *db, enum objection_move move, struct reckon *out, struct fail *f)
{
    static const struct standing none = { .deadline_at = 0 };
    size_t count, i = 0;
    const struct objection_move_row *rows = objection_moves(&count);
    while (i < count && !(rows[i].move == move && rows[i].who == ACTOR_OBJECTOR))
        i++;
    if (i == count)
        return fail_set(f, FAIL_INTERNAL, "internal", "%s is no move of an objector", objection_move_word(move));
    if (reckon_move(m, db, rows[i].act, rows[i].term, &none, out, f))
        return true;
    if (strcmp(f->code, "calendar_missing") != 0)
        return false;
    *f = (struct fail){ .kind = FAIL_NONE };
    *out = (struct reckon){ .term = "", .rule = mem_text(m, "") };
    return true;
}

struct sending { struct more_new row; bool again; };

static bool send(struct db *db, void *ctx, struct fail *f)
{
    struct sending *s = ctx;
    return more_send(db, &s->row, &s->again, f);
}

/* When the answer to COMMIT was lost, the form is sent once more: it is taken once. */
static bool deliver(struct db *db, struct sending *s, struct fail *f)
{
    if (db_transaction(db, send, s, f))
        return true;
    if (f->kind != FAIL_UNCERTAIN)
        return false;
    *f = (struct fail){ .kind = FAIL_NONE };
    bool ok = db_transaction(db, send, s, f);
    s->again = false;
    return ok;
}

static bool seal_words(struct mem *m, struct db *db, const char *receipt, const char *words, struct db_blob *out, struct fail *f)
{
    unsigned char key[SEAL_PUBLIC];
    if (!keyring_public(db, KEYRING_CASE, key, f))
        return false;
    struct seal_bytes sealed = seal_close(m, key, mem_printf(m, "objection:%s:more", receipt), words, strlen(words));
    *out = (struct db_blob){ sealed.data, sealed.len };
    return true;
}

bool objector_do(struct mem *m, struct db *db, const struct objector_in *in, struct objector_out *out, struct fail *f)
{
    unsigned char code[RECEIPT_CODE_BYTES] = { 0 }, key_hash[32], form_hash[32];
    char receipt[RECEIPT_NUMBER];
    struct reckon clock;
    struct fail again = { .kind = FAIL_NONE };
    struct sending s = { .row = { .key_hash = key_hash, .form_hash = form_hash, .move = objection_move_word(in->move) } };
    if (!track_look(m, db, &in->who, &out->now, f))
        return false;
    receipt_number_read(out->now.number, receipt);
    receipt_code_read(in->who.code, code);
    token_code_hash(code, key_hash);
    secret_wipe(code, sizeof code);
    token_form_hash(in->form, form_hash);
    if (!clock_of(m, db, in->move, &clock, f) || !seal_words(m, db, receipt, in->words, &s.row.words, f))
        return false;
    s.row.due = clock.due;
    s.row.rule = clock.rule;
    bool done = deliver(db, &s, f);
    out->again = s.again;
    /* What stands now, also where somebody was faster. */
    return (done || f->kind == FAIL_CONFLICT) && track_look(m, db, &in->who, &out->now, done ? f : &again) && done;
}
