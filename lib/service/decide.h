/* decide: a decision is drafted by the case team and approved or sent back by another officer. */
#ifndef GS_SERVICE_DECIDE_H
#define GS_SERVICE_DECIDE_H

#include "moderate.h"

bool decide_draft(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const char *result,
                  const char *reasons, struct fail *f);
/* `decision_id` is the draft that was read; "same_person" for its drafter. The objector is answered with result and reasons. */
bool decide_approve(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, const char *result_words,
                    struct fail *f);
bool decide_return(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, const char *why, struct fail *f);

#endif
