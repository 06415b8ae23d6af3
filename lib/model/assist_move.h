/* assist_move: the one table of moves of an assist request (协查), which lives beside its objection. The union sees the written abstract
 * and nothing else, and a union that is itself accused is not asked at all. */
#ifndef GS_MODEL_ASSIST_MOVE_H
#define GS_MODEL_ASSIST_MOVE_H

#include <stddef.h>

#include "objection.h"

enum assist_state {
    ASSIST_DRAFT,
    ASSIST_SENT,
    ASSIST_SIGNED,     /* 已签收 */
    ASSIST_TIME_ASKED, /* 申请延期 */
    ASSIST_OVERDUE,    /* 逾期 */
    ASSIST_ESCALATED,  /* 已报告分管领导 */
    ASSIST_REPLIED,    /* 已回复 */
    ASSIST_UNANSWERED, /* 未回复: the case goes on without */
    ASSIST_RECALLED,   /* 已撤回 */
    ASSIST_STATE__MAX
};

enum assist_step {
    ASSIST_STEP_SEND,
    ASSIST_STEP_SIGN,
    ASSIST_STEP_ASK_TIME,
    ASSIST_STEP_GRANT_TIME,
    ASSIST_STEP_DENY_TIME,
    ASSIST_STEP_REPLY,
    ASSIST_STEP_OVERDUE,
    ASSIST_STEP_ESCALATE,
    ASSIST_STEP_GIVE_UP,
    ASSIST_STEP_RECALL,
    ASSIST_STEP__MAX
};

enum assist_guard {
    ASSIST_GUARD_CLEAN = 1,
    ASSIST_GUARD_NOT_DRAFTER = 2,   /* the abstract is checked by another than its writer */
    ASSIST_GUARD_NOT_ACCUSED = 4,   /* the objection does not accuse this union */
    ASSIST_GUARD_FIRST_TIME = 8,    /* more time is asked for once */
    ASSIST_GUARD_TERM_OVER = 16,
    ASSIST_GUARD_CASE_ASKS = 32,    /* the case is accepted or investigated */
    ASSIST_GUARD_CASE_ENDED = 64,   /* the case needs no answer any more */
    ASSIST_GUARD_DAY_LATE = 128,    /* a whole working day has gone by since the term was over */
    ASSIST_GUARD_SIGNED = 256,      /* the union has signed for it */
    ASSIST_GUARD_UNSIGNED = 512,
};

struct assist_move_row {
    enum assist_step step;
    enum assist_state from, to;
    enum actor_kind who;
    uint32_t role, needs, guards; /* needs: OBJECTION_NEED_NOTE: words for the file */
    enum term_act act;
    enum term term;
};

struct assist_facts {
    enum assist_state state;
    enum objection_state case_state;
    int64_t union_id, drafter;
    bool accused, time_asked, is_signed, term_over, day_late;
};

const struct assist_move_row *assist_moves(size_t *count);
/* NULL if who acts has no such step there. */
const struct assist_move_row *assist_find_move(enum assist_step step, enum assist_state from, enum actor_kind who);
/* As objection_may; besides, "union_accused" and "not_signed". A union acts on its own requests alone. */
const char *assist_may(const struct assist_move_row *row, const struct assist_facts *facts, const struct actor *actor);
/* Whether a request may be written for a case in this state. */
bool assist_may_begin(enum objection_state case_state);
/* Sent and without an end: a decision waits for it. */
bool assist_is_open(enum assist_state s);

const char *assist_state_word(enum assist_state s); /* "SENT" */
bool assist_state_read(const char *word, enum assist_state *out);
const char *assist_step_word(enum assist_step s); /* "SEND" */
bool assist_step_read(const char *word, enum assist_step *out);

#endif
