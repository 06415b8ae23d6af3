/* correct: a published notice is corrected by a version after it (更正). It begins as a draft with the same words, people and days and goes
 * out as any other (publish.h). Whoever it notices anew gets the days of the new version; everybody else keeps his. As long as it
 * notices nobody anew it has the days of the version before. Each call is one transaction. */
#ifndef GS_SERVICE_CORRECT_H
#define GS_SERVICE_CORRECT_H

#include "draft.h"
#include "entry.h"

/* Of the newest version, which must be published. FAIL_CONFLICT "notice_is_<state>", "correction_begun". */
bool correct_begin(struct db *db, int64_t version_id, int64_t officer_id, const char *reason, int64_t *draft_id, struct fail *f);
/* What the public is told of why. */
bool correct_reason(struct db *db, struct draft_seen seen, int64_t officer_id, const char *reason, struct fail *f);

struct correct_person {
    struct draft_seen seen;
    int64_t officer_id, entry_id;
    const char *name, *employer, *post, *field, *deeds;
    bool renewed;  /* noticed anew, for a full period */
    bool promoted; /* from the 提名奖 to the craftsmen, at the end of their list */
};
/* FAIL_MISSING "entry_missing". Whether he may be renewed or promoted is said by publish_check. */
bool correct_person(struct mem *m, struct db *db, const struct correct_person *in, struct fail *f);
/* FAIL_CONFLICT "entry_stays" unless he was removed or carried over. */
bool correct_leave_out(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, int64_t entry_id, struct fail *f);
/* One who was left out, as the version before has him, at the end of his list. */
bool correct_put_back(struct mem *m, struct db *db, struct draft_seen seen, int64_t officer_id, int64_t candidate_id, struct fail *f);
/* The draft is not wanted after all. */
bool correct_drop(struct db *db, struct draft_seen seen, int64_t officer_id, struct fail *f);

/* A candidate in this state may be left out of a correction. */
bool correct_may_leave_out(const char *candidate_state);

#endif
