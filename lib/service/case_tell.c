/* case_tell: see case_tell.h. */
#include "case_tell.h"

#include <string.h>

#include "audit.h"
#include "enqueue.h"
#include "letter.h"

static bool was_asked(struct mem *m, struct db *db, const struct casebook_locked *row, bool *asked, struct fail *f)
{
    struct assist *all;
    size_t count;
    *asked = false;
    if (!assist_list(m, db, row->id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        *asked = *asked || (all[i].sent_at && all[i].union_id == row->union_id);
    return true;
}

/* Not where a refusal is reviewed: of that the union never heard. */
static bool was_told(struct mem *m, struct db *db, const struct casebook_locked *row, bool *told, struct fail *f)
{
    struct casebook_event *events;
    size_t count;
    *told = false;
    if (!casebook_events(m, db, row->id, &events, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        *told = *told || strcmp(events[i].to, objection_state_word(OBJECTION_NOTIFIED)) == 0;
    return true;
}

bool case_tell_union(struct mem *m, struct db *db, const struct casebook_locked *row, enum objection_move move, const char *result,
                     struct fail *f)
{
    struct letter_told_new letter = { row->union_id, row->id, row->candidate_id, "RESULT", result };
    char slug[LETTER_SLUG];
    int64_t id;
    bool concerned = true;
    if (move == MOVE_EXTEND) {
        letter.kind = "EXTENSION";
        if (!was_asked(m, db, row, &concerned, f))
            return false;
    } else if (move == MOVE_DECIDE_REVIEW) {
        letter.kind = "REVIEW";
        if (!was_told(m, db, row, &concerned, f))
            return false;
    }
    return !concerned || (letter_add_told(db, &letter, &id, slug, f) &&
                          enqueue_union(db, MESSAGE_CASE_TOLD, row->union_id, mem_printf(m, "letter:%lld", (long long)id),
                                        mem_printf(m, "{\"slug\":\"%s\"}", slug), f));
}

/* ---- the candidate's paper ---- */

struct handing { const struct login_session *s; const char *receipt, *how; int64_t letter_id; };

static bool hand_work(struct db *db, void *ctx, struct fail *f)
{
    const struct handing *h = ctx;
    struct mem *m = mem_new(NULL, "hand over");
    struct casebook_locked row;
    struct standing now;
    bool ok = casebook_lock(m, db, h->receipt, &row, f) && standing_read(m, db, row.id, h->s->officer_id, &now, f) &&
              moderate_is_clear(&now, f) && letter_hand_over(db, h->letter_id, row.id, h->s->officer_id, h->how, f) &&
              audit_add(db, AUDIT_OFFICER, h->s->officer_id, "hand_over", "objection", row.id, "", f);
    mem_free(&m);
    return ok;
}

bool case_tell_hand_over(struct db *db, const struct login_session *s, const char *receipt, int64_t letter_id, const char *how, struct fail *f)
{
    struct handing h = { s, receipt, how, letter_id };
    return db_transaction(db, hand_work, &h, f);
}
