/* recuse: how officers stand to candidates (回避). Before anything of a case is opened the officer says, once, whether anything ties him to
 * the candidate; what he or an administrator entered of him (officer_tie) is compared with the candidate's employer and union, and a match may
 * only be called none with a reason and by a head's word. Who is recused sees no row and no count; two others let him act again. */
#ifndef GS_SERVICE_RECUSE_H
#define GS_SERVICE_RECUSE_H

#include "login.h"
#include "officer_tie.h"
#include "recusal.h"
#include "recusal_request.h"
#include "tie.h"

/* ---- the officer himself ---- */

struct recuse_match { struct officer_tie tie; bool employer, with_union; }; /* which of the candidate's two it is like */
struct recuse_view {
    struct recusal_question about;
    struct recuse_match *matches;
    size_t match_count;
    bool waits; /* he called a match none, and no head has settled it yet */
};
bool recuse_look(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct recuse_view *out, struct fail *f);

/* The same by the candidate, where no objection is asked about. */
bool recuse_look_towards(struct mem *m, struct db *db, const struct login_session *s, int64_t candidate_id, struct recuse_view *out,
                         struct fail *f);

enum recuse_outcome { RECUSE_FREE, RECUSE_TIED, RECUSE_WAITS };
/* FAIL_CONFLICT "case_moved" if he has said it, "recusal_waits" while a head is to settle it. Faults beside "tie" (what ties him) and "none" (why a
 * match is none). `outcome` may be NULL. */
bool recuse_declare(struct db *db, const struct login_session *s, const char *receipt, bool tied, const char *reason,
                    enum recuse_outcome *outcome, struct fail *f);
bool recuse_declare_towards(struct db *db, const struct login_session *s, int64_t candidate_id, bool tied, const char *reason,
                            enum recuse_outcome *outcome, struct fail *f);
/* True if he has said it so that he may act. */
bool recuse_may_act(const char *state);

/* ---- ties, entered by himself or by an administrator and ended by an administrator alone ---- */

/* Where the new tie matches candidates towards whom he may act, he is asked anew: *asked of them. Fault beside "tie_name". */
bool recuse_tie_add(struct db *db, const struct login_session *by, int64_t officer_id, enum tie_kind kind, const char *name, int64_t *asked,
                    struct fail *f);
bool recuse_tie_end(struct db *db, const struct login_session *by, int64_t officer_id, int64_t tie_id, struct fail *f);

/* ---- others ---- */

/* Whose wish it is that somebody steps back. */
#define RECUSE_ORIGIN_CHOICES "OBJECTOR|CANDIDATE|UNION|OFFICER"
/* That an officer steps back from a case and all others of its candidate: of oneself and by a head at once (*done), else as a request.
 * Who says it must be free to act himself. Faults beside "officer". */
bool recuse_order(struct db *db, const struct login_session *s, const char *receipt, int64_t officer_id, const char *origin,
                  const char *reason, bool *done, struct fail *f);
/* A head asks that somebody may act again; and a head, who is neither he nor who asked, settles a request. FAIL_FORBIDDEN "same_person", "recused",
 * or "head_tied" if he has not declared himself and a tie of his own matches; FAIL_CONFLICT "recusal_settled". */
bool recuse_lift(struct db *db, const struct login_session *s, int64_t recusal_id, const char *reason, struct fail *f);
bool recuse_settle(struct db *db, const struct login_session *s, int64_t request_id, bool agree, const char *why, struct fail *f);
/* NULL if this head may settle it, else why not. */
bool recuse_may_settle(struct mem *m, struct db *db, const struct login_session *s, const struct recusal_request *q, const char **why_not,
                       struct fail *f);

#endif
