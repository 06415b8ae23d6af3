/* registration: typing in what came by letter, call or visit. */
#include "registration.h"

#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "conf.h"
#include "recuse_private.h"
#include "registration_private.h"
#include "secret.h"

#define NUMBER_TRIES 5

struct entering {
    const struct registration_in *in;
    struct registry_new row;
    unsigned char key_hash[32], answer_key[32];
    char receipt[RECEIPT_NUMBER];
    struct sealing sealed;
    struct registry_reader *readers;
    size_t reader_count;
    char *whole; /* what a second reader compares */
};

bool registration_when(struct mem *m, struct db *db, int64_t candidate_id, const struct incoming *came, enum incoming_when *out,
                       struct fail *f)
{
    struct incoming_period *periods;
    size_t count;
    if (!registry_periods(m, db, candidate_id, &periods, &count, f))
        return false;
    *out = incoming_when(came, periods, count);
    return true;
}

char *registration_context(struct mem *m, const char *receipt)
{
    return mem_printf(m, "objection:%s:entry", receipt);
}

/* ---- before anything is sealed ---- */

static bool check_days(struct mem *m, struct db *db, const struct registration_in *in, struct fail *f)
{
    instant now;
    enum incoming_when when;
    if (!db_now(db, &now, f) || !incoming_check(&in->came, clock_day_beijing(now), f) ||
        !registration_when(m, db, in->candidate_id, &in->came, &when, f))
        return false;
    if (when == INCOMING_EARLY)
        return fail_field(f, "received_day", "received_early");
    /* Without a name it is a clue whenever it came. */
    return when == INCOMING_IN_TIME || in->late_known || in->said.kind == OBJECTION_ANONYMOUS || fail_field(f, "late", "late_ask");
}

static char *whole_entry(struct mem *m, const struct sealing_in *said)
{
    json_t *o = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "grounds", said->grounds, "statement", said->statement, "name",
                          said->name, "phone", said->phone, "email", said->email, "unit", said->unit, "head", said->head, "address",
                          said->address);
    size_t n = json_dumpb(o, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(o, text, n, JSON_COMPACT);
    json_decref(o);
    return text;
}

static bool prepare(struct mem *m, struct db *db, struct entering *e, struct fail *f)
{
    const struct registration_in *in = e->in;
    struct registry_whom whom;
    if (in->said.kind == OBJECTION_ANONYMOUS && strcmp(conf_text("objection.anonymous"), "REJECT") == 0)
        return fail_field(f, "whose", "anonymous_refused");
    if (!registry_whom(m, db, in->candidate_id, &whom, f))
        return f->kind == FAIL_MISSING ? fail_field(f, "candidate", "whom_gone") : false;
    if (!check_days(m, db, in, f) || !registry_readers(m, db, in->candidate_id, in->s->officer_id, &e->readers, &e->reader_count, f))
        return false;
    if (e->reader_count == 0)
        return fail_set(f, FAIL_CONFLICT, "no_second_reader", "nobody could compare the entry with the paper");
    e->whole = whole_entry(m, &in->said);
    e->row = (struct registry_new){ .receipt = e->receipt, .key_hash = e->key_hash, .answer_key = e->answer_key, .notice_id = whom.notice_id,
                                    .candidate_id = in->candidate_id, .entered_by = in->s->officer_id,
                                    .kind = objection_kind_word(in->said.kind), .grounds = in->said.grounds, .came = in->came,
                                    .form_opened_at = in->token->opened_at };
    return true;
}

/* ---- storing ---- */

/* Who types it in says in the same form that nothing ties him to the candidate: it is written down as a declaration of his, unless
 * something is known that says otherwise. */
static bool declare(struct mem *m, struct db *db, const struct registration_in *in, struct fail *f)
{
    struct recusal_question about;
    struct recuse_match *matches;
    size_t count;
    if (!recuse_hold(db, in->s->officer_id, f) || !recusal_towards(m, db, in->candidate_id, in->s->officer_id, &about, f))
        return false;
    if (recuse_may_act(about.state))
        return true;
    if (about.state[0])
        return fail_field(f, "candidate", "whom_recused");
    if (!recuse_matches(m, db, in->s->officer_id, &about, &matches, &count, f))
        return false;
    if (count > 0)
        return fail_field(f, "candidate", "whom_tied");
    struct recusal_new clear = { in->s->officer_id, in->candidate_id, "CLEAR", "", in->s->officer_id, 0 };
    return recuse_put(db, &clear, f);
}

static bool add_copies(struct mem *m, struct db *db, const struct entering *e, int64_t id, struct fail *f)
{
    bool ok = true;
    for (size_t i = 0; ok && i < e->reader_count; i++) {
        const struct registry_reader *reader = &e->readers[i];
        if (reader->public_key.len != SEAL_PUBLIC)
            return fail_set(f, FAIL_INTERNAL, "internal", "a public key of %zu bytes", reader->public_key.len);
        struct seal_bytes copy = seal_close(m, reader->public_key.data, registration_context(m, e->receipt), e->whole, strlen(e->whole));
        ok = registry_copy_add(db, id, reader->officer_id, copy.data, copy.len, f);
    }
    return ok;
}

static bool store(struct db *db, void *ctx, struct fail *f)
{
    struct entering *e = ctx;
    int64_t id, me = e->in->s->officer_id;
    struct mem *m = mem_new_secret(NULL, "entry");
    bool ok = declare(m, db, e->in, f) && registry_add(db, &e->row, &id, f) && add_copies(m, db, e, id, f) &&
              audit_add(db, AUDIT_OFFICER, me, "register", "objection", id, incoming_word(e->in->came.channel), f);
    mem_free(&m);
    return ok;
}

static bool look_up(struct mem *m, struct db *db, const struct entering *e, struct registration_out *out, struct fail *f)
{
    struct registry_found found;
    char number[RECEIPT_NUMBER];
    if (!registry_find(m, db, e->key_hash, &found, f))
        return false;
    if (!receipt_number_read(found.receipt, number))
        return fail_set(f, FAIL_INTERNAL, "internal", "an objection with a broken number");
    receipt_number_show(number, out->number);
    out->at = found.submitted_at;
    return true;
}

/* As service/submit does: a number that is taken is drawn again, a lost answer is settled by looking the code up. */
static bool try_numbers(struct mem *m, struct db *db, struct entering *e, struct registration_out *out, struct fail *f)
{
    for (int i = 0; i < NUMBER_TRIES; i++) {
        sealing_number(e->receipt);
        if (!sealing_close(m, db, &e->in->said, e->receipt, e->in->tag_key, &e->sealed, f))
            return false;
        e->row.text = e->sealed.text;
        e->row.person = e->sealed.person;
        e->row.contact = e->sealed.contact;
        e->row.contact_channel = e->sealed.channel;
        e->row.contact_tag = e->sealed.channel ? e->sealed.contact_tag : NULL;
        if (db_transaction(db, store, e, f))
            return look_up(m, db, e, out, f);
        bool taken = f->kind == FAIL_CONFLICT && strcmp(f->code, "submitted_before") == 0;
        if (!taken && f->kind != FAIL_UNCERTAIN)
            return false;
        struct fail first = *f;
        if (look_up(m, db, e, out, f))
            return true;
        if (f->kind != FAIL_MISSING || !taken) {
            *f = first;
            return false;
        }
    }
    return fail_set(f, FAIL_INTERNAL, "internal", "no free receipt number");
}

bool registration_enter(struct mem *m, struct db *db, const struct registration_in *in, struct registration_out *out, struct fail *f)
{
    struct mem *pool = mem_new_secret(m, "entry typed in");
    struct entering *e = mem_alloc(pool, sizeof *e);
    *e = (struct entering){ .in = in };
    *out = (struct registration_out){ .again = true };
    sealing_code(in->token, e->key_hash, e->answer_key, out->code);
    bool ok = look_up(pool, db, e, out, f);
    if (!ok && f->kind == FAIL_MISSING) {
        out->again = false;
        ok = prepare(pool, db, e, f) && try_numbers(pool, db, e, out, f);
    }
    mem_free(&pool);
    return ok;
}
