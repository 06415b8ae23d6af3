/* investigate: what the two investigators of a case heard and read: written by one, confirmed by the other who was there. Both are named for the
 * case and free of ties; when one is recused meanwhile, a third takes his place. */
#ifndef GS_SERVICE_INVESTIGATE_H
#define GS_SERVICE_INVESTIGATE_H

#include "investigation.h"
#include "moderate.h"

struct investigate_in {
    const char *receipt, *seen; /* as in moderate_in */
    enum investigation_kind kind;
    day held_on;
    int64_t other;                   /* the officer who was there too */
    const char *whom, *asked, *said; /* who or which paper; what was asked or looked for; what came of it */
};
/* While it is INVESTIGATING; FAIL_FORBIDDEN "not_investigator". Faults beside "other" and "held_on" (not before the objection came, not after today). */
bool investigate_record(struct db *db, const struct login_session *s, const struct investigate_in *in, struct fail *f);
/* By the other one alone ("case_moved"), as long as the case is under way; rejecting needs a reason. A rejected record stays and counts for nothing. */
bool investigate_settle(struct db *db, const struct login_session *s, const char *receipt, int64_t record_id, bool confirmed,
                        const char *why, struct fail *f);

/* How many named investigators are not recused. */
size_t investigate_fit(const struct standing_investigator *all, size_t count);
/* Another investigator for a case of which fewer than two are left; fault beside "officer". */
bool investigate_substitute(struct db *db, const struct login_session *s, const char *receipt, const char *seen, int64_t officer_id,
                            struct fail *f);

#endif
