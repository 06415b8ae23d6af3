/* candidacy_work: how a candidate moves. Every change of his state goes through here: the row is locked, the table of lib/model/candidacy,
 * the role, recusal and the second person are checked, the event written. What officers do is proposed by one and agreed to by another. */
#ifndef GS_SERVICE_CANDIDACY_WORK_H
#define GS_SERVICE_CANDIDACY_WORK_H

#include "candidate.h"
#include "candidate_proposal.h"
#include "login.h"

struct candidacy_in {
    const struct login_session *s;
    const char *candidate; /* his address */
    const char *seen;      /* the state on the page that was answered; "" if any will do */
    enum candidacy_move move;
    const char *reason;    /* names papers and numbers of cases, never what was said or who said it */
    const char *paper;     /* "" where the move asks for none */
    day paper_day;
};
/* Puts it before a second person. FAIL_INPUT beside the field that is missing ("basis", "paper"); FAIL_CONFLICT "case_moved",
 * "proposal_waits"; FAIL_FORBIDDEN with what candidacy_may says. */
bool candidacy_work_propose(struct db *db, const struct candidacy_in *in, struct fail *f);
/* The second person: lets it happen, or sends it back with the reason. FAIL_FORBIDDEN "same_person". */
bool candidacy_work_agree(struct db *db, const struct login_session *s, const char *candidate, int64_t proposal_id, struct fail *f);
bool candidacy_work_send_back(struct db *db, const struct login_session *s, const char *candidate, int64_t proposal_id, const char *why,
                         struct fail *f);

/* ---- what happens by itself, inside the caller's transaction ---- */

/* FAIL_CONFLICT "case_moved" where the table has no such row from where he stands. */
bool candidacy_work_by_itself(struct mem *m, struct db *db, int64_t candidate_id, enum candidacy_move move, struct fail *f);
/* An objection on him was accepted. Nothing happens where nothing can be held: he is held already, or it is decided. Call it after the
 * event of the case, whose row is locked. */
bool candidacy_work_hold(struct mem *m, struct db *db, int64_t candidate_id, struct fail *f);
/* A version was published: of those whom it notices anew, who was only proposed or waited for a second notice stands in a notice now. */
bool candidacy_work_publish(struct mem *m, struct db *db, int64_t version_id, struct fail *f);

/* ---- clockwork ---- */

/* Whose period has ended with no objection under way is clear; a little of what is due, *more says that there may be more. Any number of
 * nodes may run it; each thing happens once. */
bool candidacy_work_expire(struct db *db, bool *more, struct fail *f);

/* ---- what the pages ask ---- */

/* NULL if this officer may propose the move now, else why not. */
const char *candidacy_work_why_not(const struct candidate_standing *now, const struct login_session *s, enum candidacy_move move);
/* How an officer stands to the rules. */
struct actor candidacy_work_actor(const struct login_session *s, const char *recusal);
/* The facts with what the house has settled: whether anybody moves up at all (the setting candidacy.promotion). */
struct candidacy_facts candidacy_work_facts(const struct candidate_standing *now);

#endif
