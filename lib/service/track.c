/* track: looking a code up. The table is asked by the code's hash alone, and a code that cannot be one is asked for like any other, so
 * that the time taken tells nothing. */
#include "track.h"

#include <string.h>

#include "seal.h"
#include "secret.h"
#include "submission.h"
#include "text.h"
#include "token.h"

static bool wrong(struct fail *f)
{
    return fail_set(f, FAIL_MISSING, "track_wrong", "no case under this number and code");
}

static bool open_answers(struct mem *m, struct db *db, const unsigned char key_hash[32], const unsigned char code[RECEIPT_CODE_BYTES],
                         const char *receipt, struct track_out *out, struct fail *f)
{
    struct submission_answer *rows;
    unsigned char seed[32];
    struct seal_pair pair;
    if (!submission_answers(db, m, key_hash, &rows, &out->answer_count, f))
        return false;
    token_answer_seed(code, seed);
    seal_pair_from_seed(&pair, seed);
    out->answers = mem_array(m, out->answer_count, sizeof *out->answers);
    bool ok = true;
    for (size_t i = 0; ok && i < out->answer_count; i++) {
        struct seal_bytes text;
        ok = seal_open(m, &pair, mem_printf(m, "answer:%s", receipt), rows[i].sealed.data, rows[i].sealed.len, &text, f);
        if (ok)
            out->answers[i] = (struct track_answer){ .at = rows[i].at, .kind = rows[i].kind,
                                                     .text = mem_text_n(m, (const char *)text.data, text.len) };
    }
    secret_wipe(&pair, sizeof pair);
    secret_wipe(seed, sizeof seed);
    return ok;
}

static bool read_steps(struct mem *m, struct db *db, const unsigned char key_hash[32], struct track_out *out, struct fail *f)
{
    struct submission_event *rows;
    size_t count;
    if (!submission_events(db, m, key_hash, &rows, &count, f))
        return false;
    out->steps = mem_array(m, count, sizeof *out->steps);
    for (size_t i = 0; i < count; i++) {
        struct track_step *step = &out->steps[out->step_count];
        step->at = rows[i].at;
        /* Records only grow: a state of an earlier procedure (sql/0004) may stand among them, and is not told. */
        if (objection_state_read(rows[i].to_state, &step->state))
            out->step_count++;
    }
    return true;
}

bool track_look(struct mem *m, struct db *db, const struct track_in *in, struct track_out *out, struct fail *f)
{
    unsigned char code[RECEIPT_CODE_BYTES] = { 0 }, key_hash[32];
    char number[RECEIPT_NUMBER] = "";
    struct submission found;
    bool code_read = receipt_code_read(in->code, code);
    bool number_read = in->number[0] == '\0' || receipt_number_read(text_half_width(m, in->number), number);
    *out = (struct track_out){ .answers = NULL };
    token_code_hash(code, key_hash);
    bool there = submission_find(db, m, key_hash, &found, f);
    if (!there && f->kind != FAIL_MISSING)
        return false;
    if (!there || !code_read || !number_read || (number[0] && strcmp(number, found.receipt) != 0))
        return wrong(f);
    if (!objection_state_read(found.state, &out->state) || !objection_kind_read(found.kind, &out->kind))
        return fail_set(f, FAIL_INTERNAL, "internal", "an objection with an unknown state or kind");
    receipt_number_show(found.receipt, out->number);
    out->submitted_at = found.submitted_at;
    out->deadline_at = found.deadline_at;
    out->term_over = found.term_over;
    out->reviewed = found.reviewed;
    out->notice_slug = found.notice_slug;
    out->notice_title = found.notice_title;
    bool ok = read_steps(m, db, key_hash, out, f) && open_answers(m, db, key_hash, code, found.receipt, out, f);
    secret_wipe(code, sizeof code);
    return ok;
}
