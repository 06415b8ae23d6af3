/* assist_work: the abstract for a nominating union: one officer writes it, another checks and sends it. Never to a union that is itself
 * accused. */
#ifndef GS_SERVICE_ASSIST_WORK_H
#define GS_SERVICE_ASSIST_WORK_H

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
