/* recusal: how officers stand to candidates (回避). Rows are only added; the newest says how it is. */
#ifndef GS_STORE_RECUSAL_H
#define GS_STORE_RECUSAL_H

#include "db.h"

/* True of an objection `o` from which the officer, whose id is the value, is not recused. What lists or counts objections for somebody
 * says it: a recused officer sees no row and no count. */
#define RECUSAL_FREE \
    "COALESCE((SELECT c.state FROM recusal c WHERE c.candidate_id = o.candidate_id AND c.officer_id = ? ORDER BY c.id DESC LIMIT 1), '') " \
    "<> 'RECUSED' "

/* What may be known before one declares: whom it is about. FAIL_MISSING "not_found". `state` "" if he has said nothing yet. */
struct recusal_question { int64_t candidate_id; char *candidate, *employer, *union_name, *state; };
bool recusal_ask(struct mem *m, struct db *db, const char *receipt, int64_t officer_id, struct recusal_question *out, struct fail *f);
/* `state` CLEAR or RECUSED; `by_id` is himself or who recuses him. */
bool recusal_add(struct db *db, int64_t officer_id, int64_t candidate_id, const char *state, const char *reason, int64_t by_id,
                 struct fail *f);

extern const struct db_table recusal_table;

#endif
