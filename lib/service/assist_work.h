/* assist_work: requests to a nominating union from the office's side: one officer writes the abstract, another checks and sends it, never
 * to a union that is itself accused: no draft of such a request is ever stored. What is asked for later: more time or not, to go on without,
 * to take it back. */
#ifndef GS_SERVICE_ASSIST_WORK_H
#define GS_SERVICE_ASSIST_WORK_H

#include "assist_move.h"
#include "moderate.h"

struct assist_work_in {
    const char *receipt, *seen;
    const char *abstract, *statement; /* writing: and the objector's words, which it must not repeat ("abstract_repeats"); NULL: not at hand */
    int64_t assist_id;     /* 0: the first draft */
    instant drafted_at;    /* of the draft that was seen */
    bool accuses_union;    /* the objection is about the nominating union itself: "union_accused" */
};
bool assist_work_draft(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f);
/* "same_person" for the drafter. */
bool assist_work_send(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f);

/* GRANT_TIME, DENY_TIME, GIVE_UP, RECALL; the union is told that there is news, and reads the note. */
struct assist_work_step {
    const char *receipt;
    int64_t assist_id;
    enum assist_step step;
    const char *seen; /* the state of the request on the page that was answered */
    const char *note; /* "record_needed" where the step asks for one */
};
bool assist_work_step(struct db *db, const struct login_session *s, const struct assist_work_step *in, struct fail *f);
/* Why this officer may not take the step now, or NULL; for pages. */
const char *assist_work_why_not(const struct moderate_case *c, const struct login_session *s, const struct assist *a, enum assist_step step);

#endif
