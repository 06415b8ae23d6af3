/* case_tell: what the nominating union, and through it the candidate, hear of a case: the result, and that more time was taken. A letter that
 * is signed for, never who objected and never what was said. */
#ifndef GS_SERVICE_CASE_TELL_H
#define GS_SERVICE_CASE_TELL_H

#include "moderate_private.h"

/* Inside the transaction of the move. More time is told to a union that was asked about the case: another does not learn of it that there
 * is one. A review is told where the decision was; `result` as in store/letter.h, "" for more time. */
bool case_tell_union(struct mem *m, struct db *db, const struct casebook_locked *row, enum objection_move move, const char *result,
                     struct fail *f);

/* The candidate's paper (告知书) left the house: once for each result, and how. "case_moved" otherwise. */
bool case_tell_hand_over(struct db *db, const struct login_session *s, const char *receipt, int64_t letter_id, const char *how, struct fail *f);

#endif
