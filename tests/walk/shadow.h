/* shadow: what the walk itself knows of each case of the present round: it follows what was done, reads nothing of the program's, and
 * asks the rules of lib/model what must come of the next attempt. After each attempt the case in the database must be as its shadow
 * is. */
#ifndef GS_WALK_SHADOW_H
#define GS_WALK_SHADOW_H

#include "assist_move.h"
#include "candidacy.h"
#include "objection.h"
#include "world.h"

enum { SHADOW_CASES = 10, SHADOW_REQUESTS = 2, SHADOW_TEXT = 40 };

struct shadow_request {
    int64_t id;
    enum assist_state state;
    const struct world_officer *drafter;
    char slug[SHADOW_TEXT];
    bool is_signed, time_asked;
    int64_t due; /* seconds; 0: none yet */
};

struct shadow_case {
    int64_t id;
    char receipt[SHADOW_TEXT], code[SHADOW_TEXT];
    int candidate;         /* of the round */
    bool accuses;          /* the union itself */
    bool anonymous;        /* of one that was typed in */
    enum objection_state state, before;
    bool supplemented, extended, reviewed, refused, decided, accepted;
    int result;            /* of the newest decision, or what its review came to: 2 right, 1 in part, 0 not */
    int64_t result_at;
    const struct world_officer *enterer;
    int64_t decision;      /* the newest one; 0: none yet */
    const struct world_officer *drafter; /* of the newest decision */
    bool draft_open, approved, turned; /* turned: by its review */
    uint32_t hands;        /* officers by their place, who would not review it */
    const struct objection_move_row *proposed;
    const struct world_officer *proposer;
    int64_t proposal;
    struct shadow_case *lead; /* while merged */
    enum term term;
    bool still;            /* the clock stands */
    int64_t due;           /* seconds; 0: no clock runs */
    struct shadow_request requests[SHADOW_REQUESTS];
    int request_count;
};

struct shadow_candidate {
    enum candidacy_state state;
    bool nomination, promoted; /* stands on the 提名奖 list; moved up from it */
    int64_t noticed_again;     /* seconds; what was found before is corrected */
    int64_t closes;            /* his own period's end */
    bool waits;                /* a proposal is open */
    enum candidacy_move proposed;
    const struct world_officer *proposer;
    int64_t proposal;
};

/* What has been seen on the whole walk. */
struct shadow {
    uint64_t seed, attempts, moves, refused, mismatches, broken;
    uint64_t made[OBJECTION_MOVE__MAX];
    bool states[3][64];      /* reached: objections, requests, candidates */
    struct world_round round;
    struct shadow_case cases[SHADOW_CASES];
    int case_count;
    const struct shadow_case *touched; /* by the last attempt */
    struct shadow_candidate candidates[WORLD_CANDIDATES];
    struct { int64_t id; const struct world_officer *proposer; bool open, named[WORLD_CANDIDATES]; } paper; /* the round's recognition */
    uint32_t said[WORLD_CANDIDATES]; /* who has declared himself, by his place */
    const struct objection_move_row *spoilt; /* if not NULL, asked instead of the table's row of this move and state */
};
extern struct shadow shadow;

/* ---- asking the rules ---- */

struct actor shadow_actor(const struct world_officer *o, int candidate);
const struct objection_move_row *shadow_row(const struct shadow_case *c, enum objection_move move);
/* NULL if it must go well, else the code of the refusal. */
const char *shadow_may(const struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *o);
const char *shadow_may_agree(const struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *o,
                             const struct world_officer *proposer);
const char *shadow_objector_may(const struct shadow_case *c, const struct objection_move_row *row);
const char *shadow_system_may(const struct shadow_case *c, const struct objection_move_row *row);
/* Reading a case, which some services do before they move it. */
const char *shadow_may_read(const struct shadow_case *c, const struct world_officer *o);

/* ---- what came of it ---- */

/* Counts, and says so if it did not come as it must. True if it went well. */
bool shadow_came(const char *what, const struct shadow_case *c, const struct world_officer *o, bool went_well, const struct fail *f,
                 const char *wanted);
/* Says what went wrong, the first few times. */
void shadow_report(const char *what, const struct shadow_case *c, const char *how);
/* The case has made the move. */
void shadow_moves(struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *first,
                  const struct world_officer *second);
void shadow_requests_move(struct shadow_request *r, const struct assist_move_row *row);
/* An objection was accepted: he is held, wherever the table lets him be. */
void shadow_hold(int candidate);
struct candidacy_facts shadow_candidate_facts(int candidate);
void shadow_candidate_moves(int candidate, const struct candidacy_move_row *row);
void shadow_candidate_check(int candidate);
/* The case in the database is as here, clock included; `row` is the move just made, or NULL. */
void shadow_check(struct shadow_case *c, const struct objection_move_row *row);

const struct world_officer *shadow_anybody(void);
/* One who has this role, most often; else anybody. */
const struct world_officer *shadow_somebody(uint32_t roles);
uint32_t shadow_bit(const struct world_officer *o);

#endif
