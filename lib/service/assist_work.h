/* assist_work: requests to a nominating union from the office's side: one officer writes the abstract, another checks and sends it, never
 * to a union that is itself accused: no draft of such a request is ever stored. */
#ifndef GS_SERVICE_ASSIST_WORK_H
#define GS_SERVICE_ASSIST_WORK_H

#include "assist_move.h"
#include "moderate.h"

struct assist_work_in {
    const char *receipt, *seen;
    const char *abstract;  /* writing */
    int64_t assist_id;     /* 0: the first draft */
    instant drafted_at;    /* of the draft that was seen */
    bool accuses_union;    /* the objection is about the nominating union itself: "union_accused" */
};
bool assist_work_draft(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f);
/* "same_person" for the drafter. */
bool assist_work_send(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f);

#endif
