/* decide: a decision is drafted by the case team, approved or sent back by another officer, and told. */
#ifndef GS_SERVICE_DECIDE_H
#define GS_SERVICE_DECIDE_H

#include "moderate.h"

struct decide_in {
    const char *receipt, *seen;
    const char *result;  /* SUSTAINED PARTLY NOT_SUSTAINED */
    const char *reasons; /* for the file: the case side alone reads them */
    const char *told;    /* for the objector */
    const struct decision_finding *findings; /* of every ground of the objection, else "findings_missing" */
    size_t finding_count;
};
bool decide_draft(struct db *db, const struct login_session *s, const struct decide_in *in, struct fail *f);
/* `decision_id` is the draft that was read; "same_person" for its drafter. Nobody is told yet. */
bool decide_approve(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, struct fail *f);
/* Something was found true and the result says not sustained, or the other way round: for the second person to see. */
bool decide_is_odd(const struct moderate_decision *d);
/* What each result is called to the objector. */
struct decide_words { const char *sustained, *partly, *not_sustained; };
/* The objector is answered with the result's words and what he is to be told, and so is each whose case was merged into this one; the
 * nominating union is told the result. */
bool decide_notify(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const struct decide_words *words,
                   struct fail *f);
bool decide_return(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, const char *why, struct fail *f);

#endif
