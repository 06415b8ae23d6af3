/* objection: kinds, grounds, states and the one table of moves (domain.md 2.3). Words in capitals are what the database stores. */
#ifndef GS_MODEL_OBJECTION_H
#define GS_MODEL_OBJECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum objection_kind { OBJECTION_PERSON, OBJECTION_UNIT, OBJECTION_ANONYMOUS, OBJECTION_KIND__MAX };

enum objection_state {
    OBJECTION_SUBMITTED,     /* 已提交: real-name, waits for the identity desk */
    OBJECTION_CLUE,          /* 线索: anonymous or outside the period; no procedural rights */
    OBJECTION_LATE_RECORDED, /* 逾期登记 */
    OBJECTION_PRELIM_REVIEW, /* 初步审查: identity confirmed */
    OBJECTION_ACCEPTED,      /* 已受理 */
    OBJECTION_NOT_ACCEPTED,  /* 不予受理 */
    OBJECTION_ASSIST_REQUESTED, /* 协查中 */
    OBJECTION_ASSIST_REPLIED,   /* 已回复 */
    OBJECTION_DECISION_DRAFTED, /* 拟定决定 */
    OBJECTION_DECIDED,       /* 已作出决定 */
    OBJECTION_STATE__MAX
};

enum objection_move {
    MOVE_CONFIRM_IDENTITY, /* SUBMITTED -> PRELIM_REVIEW, identity desk */
    MOVE_DENY_IDENTITY,    /* SUBMITTED -> CLUE: the person could not be confirmed */
    MOVE_ACCEPT,           /* PRELIM_REVIEW -> ACCEPTED, case */
    MOVE_REFUSE,           /* PRELIM_REVIEW -> NOT_ACCEPTED, case, with a reason code */
    MOVE_ASK_UNION,        /* ACCEPTED -> ASSIST_REQUESTED: the checked abstract goes out */
    MOVE_UNION_REPLIES,    /* ASSIST_REQUESTED -> ASSIST_REPLIED, union */
    MOVE_DRAFT_DECISION,   /* ACCEPTED or ASSIST_REPLIED -> DECISION_DRAFTED, case */
    MOVE_RETURN_DECISION,  /* DECISION_DRAFTED -> ACCEPTED, approver */
    MOVE_DECIDE,           /* DECISION_DRAFTED -> DECIDED, approver, not the drafter */
    OBJECTION_MOVE__MAX
};

struct objection_move_row {
    enum objection_move move;
    enum objection_state from, to;
    uint32_t role;        /* a bit of staff.h; 0: the union or the system */
    int deadline_workdays; /* of the state entered, by default (the settings deadline.*_workdays rule); 0: none */
};

const struct objection_move_row *objection_moves(size_t *count);
/* The row for a move from a state, or NULL. */
const struct objection_move_row *objection_find_move(enum objection_move move, enum objection_state from);

const char *objection_state_word(enum objection_state s);  /* "SUBMITTED" */
bool objection_state_read(const char *word, enum objection_state *out);
const char *objection_move_word(enum objection_move m);    /* "CONFIRM_IDENTITY" */
const char *objection_kind_word(enum objection_kind k);    /* "PERSON" */
bool objection_kind_read(const char *word, enum objection_kind *out);
/* True if nothing more will happen by itself: the tracking page says "办结". */
bool objection_state_is_final(enum objection_state s);

/* Grounds (domain.md 3): codes as stored, in the order of the form; groups are CONDITION, ADVANCED, EXCLUDED, OTHER. */
struct objection_ground { const char *code; const char *group; };
const struct objection_ground *objection_grounds(size_t *count);
#define OBJECTION_GROUND_CHOICES "C1|C2|C3|C4|C5|C6|A1|A2|A3|A4|X1|X2|X3|X4|UNTRUE|OWNERSHIP|CONDUCT|PROCEDURE|TYPING|OTHER"
/* Reasons for not accepting. */
#define OBJECTION_REFUSAL_CHOICES "NO_FACTS|NOT_ABOUT_CANDIDATE|RESULT_ONLY|REPEATED|NOT_OURS|UNCONFIRMED"

#endif
