/* candidacy: where a candidate stands in a round, and the one table of moves (domain.md 2.4). */
#ifndef GS_MODEL_CANDIDACY_H
#define GS_MODEL_CANDIDACY_H

#include <stddef.h>

#include "actor.h"

enum candidacy_state {
    CANDIDACY_PROPOSED,     /* 拟公示 */
    CANDIDACY_NOTICED,      /* 公示中 */
    CANDIDACY_CLEAR,        /* 公示期满无异议 */
    CANDIDACY_HELD,         /* 暂缓认定; no public page says so */
    CANDIDACY_KEPT,         /* 保留 */
    CANDIDACY_AWAITING,     /* 待再次公示 */
    CANDIDACY_REMOVED,      /* 取消资格 */
    CANDIDACY_CARRIED_OVER, /* 结转下一届 */
    CANDIDACY_RECOGNISED,   /* 认定 */
    CANDIDACY_REVOKED,      /* 撤销称号 */
    CANDIDACY_STATE__MAX
};

enum candidacy_move {
    CANDIDACY_MOVE_PUBLISH,
    CANDIDACY_MOVE_EXPIRE,
    CANDIDACY_MOVE_HOLD,         /* an objection was accepted */
    CANDIDACY_MOVE_HOLD_BY_HAND, /* for a clue, a late entry or a transfer */
    CANDIDACY_MOVE_KEEP,
    CANDIDACY_MOVE_CORRECT,
    CANDIDACY_MOVE_NOTICE_AGAIN,
    CANDIDACY_MOVE_REMOVE,
    CANDIDACY_MOVE_PROMOTE,      /* 递补: from the 提名奖 to a place that fell free */
    CANDIDACY_MOVE_CARRY_OVER,
    CANDIDACY_MOVE_RECOGNISE,
    CANDIDACY_MOVE_REVOKE,
    CANDIDACY_MOVE__MAX
};

enum candidacy_guard {
    CANDIDACY_GUARD_CLEAN = 1,
    CANDIDACY_GUARD_PERIOD_OVER = 2,  /* the printed end of the newest notice has passed */
    CANDIDACY_GUARD_NONE_OPEN = 4,    /* no objection is under way */
    CANDIDACY_GUARD_ACCEPTED = 8,     /* one was accepted and is under way */
    CANDIDACY_GUARD_PARTLY = 16,      /* one was found right, wholly or in part */
    CANDIDACY_GUARD_SUSTAINED = 32,   /* one was found right */
    CANDIDACY_GUARD_NONE_RIGHT = 64,  /* none was found right, or what was right has been corrected */
    CANDIDACY_GUARD_NOMINATION = 128, /* a 提名奖 */
    CANDIDACY_GUARD_VACANCY = 256,    /* a place fell free */
};

struct candidacy_move_row {
    enum candidacy_move move;
    enum candidacy_state from, to;
    enum actor_kind who;
    uint32_t role, second; /* as in objection.h */
    bool reason, paper;    /* a reason must be given; the paper that it rests on must be named */
    uint32_t guards;
};

struct candidacy_facts {
    enum candidacy_state state;
    bool period_over, nomination, vacancy;
    int open, accepted;    /* objections under way; of these, those that were accepted */
    bool sustained, partly; /* decided so, and not yet corrected by a later notice */
};

const struct candidacy_move_row *candidacy_moves(size_t *count);
const struct candidacy_move_row *candidacy_find_move(enum candidacy_move move, enum candidacy_state from);
/* NULL if it may be, else "case_moved", "forbidden", "undeclared", "recused", "period_runs", "objection_open", "not_found_so",
 * "no_vacancy". */
const char *candidacy_may(const struct candidacy_move_row *row, const struct candidacy_facts *facts, const struct actor *actor);
/* The second person's agreement; "same_person" besides. */
const char *candidacy_may_agree(const struct candidacy_move_row *row, const struct candidacy_facts *facts, const struct actor *actor,
                                int64_t proposer);

const char *candidacy_state_word(enum candidacy_state s); /* "NOTICED" */
bool candidacy_state_read(const char *word, enum candidacy_state *out);
const char *candidacy_move_word(enum candidacy_move m); /* "PUBLISH" */
bool candidacy_move_read(const char *word, enum candidacy_move *out);

#endif
