/* submit: sealing and storing one objection. */
#include "submit.h"

#include <string.h>

#include "attach.h"
#include "attachment.h"
#include "conf.h"
#include "enqueue.h"
#include "published.h"
#include "sealing.h"
#include "secret.h"
#include "submission.h"

#define NUMBER_TRIES 5

struct sending {
    struct submission_new row;
    unsigned char key_hash[32], answer_key[32], form_hash[32];
    char receipt[RECEIPT_NUMBER];
    size_t files;
    struct sealing sealed;
};

static bool seal_all(struct mem *m, struct db *db, const struct submit_in *in, struct sending *s, struct fail *f)
{
    const struct sealing_in said = { in->kind, in->grounds, in->statement, in->name, in->phone, in->email, in->unit, in->head, "" };
    if (!sealing_close(m, db, &said, s->receipt, in->tag_key, &s->sealed, f))
        return false;
    s->row.text = s->sealed.text;
    s->row.person = s->sealed.person;
    s->row.contact = s->sealed.contact;
    s->row.channel = s->sealed.channel;
    s->row.contact_tag = s->sealed.channel ? s->sealed.contact_tag : NULL;
    return true;
}

static bool store(struct db *db, void *ctx, struct fail *f)
{
    struct sending *s = ctx;
    int64_t id;
    uint64_t claimed = 0;
    if (!submission_add(db, &s->row, &id, f) || !attachment_claim_objection(db, s->form_hash, id, &claimed, f))
        return false;
    if (claimed != s->files)
        return fail_set(f, FAIL_CONFLICT, "files_changed", "%zu files shown, %llu there", s->files, (unsigned long long)claimed);
    if (!s->row.channel)
        return true;
    enum message_channel channel = strcmp(s->row.channel, "EMAIL") == 0 ? MESSAGE_EMAIL : MESSAGE_SMS;
    struct mem *m = mem_new(NULL, "receipt message");
    bool ok = enqueue_receipt(db, id, channel, s->row.contact.data, s->row.contact.len, mem_printf(m, "received:%s", s->receipt), f);
    mem_free(&m);
    return ok;
}

/* What stands under the code, for the receipt. */
static bool look_up(struct mem *m, struct db *db, const struct sending *s, struct submit_out *out, struct fail *f)
{
    struct submission found;
    char number[RECEIPT_NUMBER];
    if (!submission_find(db, m, s->key_hash, &found, f))
        return false;
    if (!objection_state_read(found.state, &out->state) || !receipt_number_read(found.receipt, number))
        return fail_set(f, FAIL_INTERNAL, "internal", "an objection with a broken number or state");
    receipt_number_show(number, out->number);
    out->submitted_at = found.submitted_at;
    return true;
}

static bool check_files(struct mem *m, struct db *db, const struct submit_in *in, struct fail *f)
{
    struct attach_item *items;
    size_t count;
    bool sealed = in->kind != OBJECTION_UNIT;
    if (!attach_items(m, db, in->token, &items, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        sealed = sealed || items[i].seal_scan;
    return sealed || fail_field(f, "file", "seal_needed");
}

static bool prepare(struct mem *m, struct db *db, const struct submit_in *in, struct sending *s, struct fail *f)
{
    struct published notice;
    struct published_entry entry;
    if (in->kind == OBJECTION_ANONYMOUS && strcmp(conf_text("objection.anonymous"), "REJECT") == 0)
        return fail_field(f, "kind", "anonymous_refused");
    if (!published_read(db, m, in->notice, 0, &notice, f) ||
        !published_entry_read(db, m, notice.version_id, in->candidate, &entry, f) || !check_files(m, db, in, f))
        return false;
    token_form_hash(in->token, s->form_hash);
    s->files = in->files;
    s->row = (struct submission_new){ .receipt = s->receipt, .key_hash = s->key_hash, .answer_key = s->answer_key,
                                      .version_id = notice.version_id, .candidate_id = entry.candidate_id,
                                      .kind = objection_kind_word(in->kind), .grounds = in->grounds,
                                      .form_opened_at = in->token->opened_at,
                                      .late_minutes = conf_number("objection.late_minutes") };
    return true;
}

static bool try_numbers(struct mem *m, struct db *db, const struct submit_in *in, struct sending *s, struct submit_out *out,
                        struct fail *f)
{
    for (int i = 0; i < NUMBER_TRIES; i++) {
        sealing_number(s->receipt);
        if (!seal_all(m, db, in, s, f))
            return false;
        if (db_transaction(db, store, s, f)) {
            enqueue_poke();
            return look_up(m, db, s, out, f);
        }
        bool taken = f->kind == FAIL_CONFLICT && strcmp(f->code, "submitted_before") == 0;
        if (!taken && f->kind != FAIL_UNCERTAIN)
            return false;
        struct fail first = *f;
        if (look_up(m, db, s, out, f)) {
            out->again = taken;
            return true;
        }
        /* Nothing under the code: the number was another's, or the commit did not happen. */
        if (f->kind != FAIL_MISSING || !taken) {
            *f = first;
            return false;
        }
    }
    return fail_set(f, FAIL_INTERNAL, "internal", "no free receipt number");
}

bool submit_send(struct mem *m, struct db *db, const struct submit_in *in, struct submit_out *out, struct fail *f)
{
    struct mem *pool = mem_new_secret(m, "objection coming in");
    struct sending *s = mem_alloc(pool, sizeof *s);
    *out = (struct submit_out){ .again = true };
    sealing_code(in->token, s->key_hash, s->answer_key, out->code);
    /* A form that was sent needs nothing more than its code, whatever has happened to the notice since. */
    bool ok = look_up(pool, db, s, out, f);
    if (!ok && f->kind == FAIL_MISSING) {
        out->again = false;
        ok = prepare(pool, db, in, s, f) && try_numbers(pool, db, in, s, out, f);
    }
    mem_free(&pool);
    return ok;
}
