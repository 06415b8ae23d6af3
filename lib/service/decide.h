/* decide: a decision is drafted by the case team and approved or sent back by another officer. */
#ifndef GS_SERVICE_DECIDE_H
#define GS_SERVICE_DECIDE_H

#include "moderate.h"

struct decide_in {
    const char *receipt, *seen;
    const char *result;  /* SUSTAINED PARTLY NOT_SUSTAINED */
    const char *reasons; /* for the file: the case side alone reads them */
    const char *told;    /* for the objector */
};
bool decide_draft(struct db *db, const struct login_session *s, const struct decide_in *in, struct fail *f);
/* What each result is called to the objector. */
struct decide_words { const char *sustained, *partly, *not_sustained; };
/* `decision_id` is the draft that was read; "same_person" for its drafter. The objector is answered with the result's words and what he is
 * to be told. */
bool decide_approve(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id,
                    const struct decide_words *words, struct fail *f);
bool decide_return(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, const char *why, struct fail *f);

#endif
