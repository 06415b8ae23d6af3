/* objection: kinds, grounds, states and the one table of moves (domain.md 2.3). Words in capitals are what the database stores. What a
 * move asks for stands in its row; objection_may is the only judge of it. */
#ifndef GS_MODEL_OBJECTION_H
#define GS_MODEL_OBJECTION_H

#include <stddef.h>

#include "actor.h"
#include "term.h"

enum objection_kind { OBJECTION_PERSON, OBJECTION_UNIT, OBJECTION_ANONYMOUS, OBJECTION_KIND__MAX };

enum objection_state {
    OBJECTION_REGISTERED,       /* 已登记: typed in from a letter, a call or a visit; a second reader has not seen it yet */
    OBJECTION_ENTRY_VOID,       /* 登记作废: typed in wrongly, entered anew */
    OBJECTION_SUBMITTED,        /* 已提交: real-name, waits for the identity desk */
    OBJECTION_PRELIM_REVIEW,    /* 初步审查: identity confirmed */
    OBJECTION_SUPPLEMENT,       /* 待补正 */
    OBJECTION_ABANDONED,        /* 视为放弃: what was missing did not come */
    OBJECTION_NOT_ACCEPTED,     /* 不予受理 */
    OBJECTION_TRANSFERRED,      /* 已移送 */
    OBJECTION_MERGED,           /* 已并案: another case answers it too */
    OBJECTION_ACCEPTED,         /* 已受理 */
    OBJECTION_INVESTIGATING,    /* 核查中 */
    OBJECTION_EXPERT_REVIEW,    /* 专家评审; the clock stands still */
    OBJECTION_HEARING,          /* 听证; the clock stands still */
    OBJECTION_DECISION_DRAFTED, /* 拟定决定 */
    OBJECTION_DECIDED,          /* 已作出决定 */
    OBJECTION_NOTIFIED,         /* 已告知: a review may be asked for */
    OBJECTION_REVIEW_REQUESTED, /* 复核中 */
    OBJECTION_REVIEW_DECIDED,   /* 已复核 */
    OBJECTION_SUSPENDED,        /* 中止 */
    OBJECTION_WITHDRAWN,        /* 已撤回 */
    OBJECTION_CLOSED,           /* 已办结 */
    OBJECTION_CLUE,             /* 线索: anonymous, unconfirmed or outside the period; no procedural rights */
    OBJECTION_LATE_RECORDED,    /* 逾期登记: a clue that came late */
    OBJECTION_CLUE_CHECKED,     /* 线索已查看 */
    OBJECTION_CLUE_TAKEN_UP,    /* 依职权核查 */
    OBJECTION_CLUE_FILED,       /* 线索已归档 */
    OBJECTION_STATE__MAX
};

enum objection_stage {
    OBJECTION_OPEN,  /* under way: while one is, its candidate is not recognised */
    OBJECTION_AIDE,  /* a clue: blocks nothing by itself */
    OBJECTION_ENDED, /* nothing more happens by itself */
};

enum objection_move {
    MOVE_CHECK_ENTRY,
    MOVE_CHECK_ENTRY_LATE, /* posted after the period */
    MOVE_CHECK_ENTRY_CLUE, /* without a name */
    MOVE_VOID_ENTRY,
    MOVE_CONFIRM_IDENTITY,
    MOVE_DENY_IDENTITY,
    MOVE_ASK_SUPPLEMENT,
    MOVE_SUPPLY,
    MOVE_LAPSE,
    MOVE_ACCEPT,
    MOVE_REFUSE,
    MOVE_TRANSFER,
    MOVE_MERGE,
    MOVE_SPLIT,       /* out of a merger, a case of its own again */
    MOVE_ASSIGN,      /* two investigators are named */
    MOVE_EXTEND,
    MOVE_ASK_EXPERTS,
    MOVE_EXPERTS_SPOKE,
    MOVE_CALL_HEARING,
    MOVE_HEARING_HELD,
    MOVE_DRAFT_DECISION,
    MOVE_RETURN_DECISION,
    MOVE_DECIDE,
    MOVE_NOTIFY,
    MOVE_NOTIFY_MERGED, /* with the case it was merged into */
    MOVE_REQUEST_REVIEW,
    MOVE_REVIEW_ON_PAPER, /* the objector or the candidate asks in writing */
    MOVE_DECIDE_REVIEW,
    MOVE_ORDER_ACCEPTANCE, /* the review of a refusal */
    MOVE_CLOSE,
    MOVE_SUSPEND,
    MOVE_RESUME,
    MOVE_WITHDRAW,
    MOVE_CONTINUE, /* ex officio after a withdrawal */
    MOVE_CHECK_CLUE,
    MOVE_TAKE_UP_CLUE,
    MOVE_FILE_CLUE,
    OBJECTION_MOVE__MAX
};

/* What must come with a move. */
enum objection_need {
    OBJECTION_NEED_TOLD = 1,     /* words for the objector */
    OBJECTION_NEED_NOTE = 2,     /* words for the file */
    OBJECTION_NEED_CODE = 4,     /* a reason code */
    OBJECTION_NEED_CASE = 8,     /* the number of another case of the same candidate */
    OBJECTION_NEED_PAIR = 16,    /* two investigators */
    OBJECTION_NEED_FINDINGS = 32 /* a finding for every ground, and the result */
};

/* What must be so. */
enum objection_guard {
    OBJECTION_GUARD_CLEAN = 1,            /* the officer has declared himself and is not recused */
    OBJECTION_GUARD_NOT_ENTERER = 2,      /* not by who typed it in */
    OBJECTION_GUARD_NOT_DRAFTER = 4,      /* not by who drafted the decision */
    OBJECTION_GUARD_OTHER_PEOPLE = 8,     /* by none who had a hand in the decision, of a merged case that of its lead */
    OBJECTION_GUARD_FIRST_SUPPLEMENT = 16,
    OBJECTION_GUARD_FIRST_EXTENSION = 32,
    OBJECTION_GUARD_FIRST_REVIEW = 64,
    OBJECTION_GUARD_ASSIST_ENDED = 128,   /* no request to a union is still open */
    OBJECTION_GUARD_TERM_OVER = 256,
    OBJECTION_GUARD_TERM_RUNS = 512,
    OBJECTION_GUARD_BACK = 1024,          /* to the state that it was suspended in */
    OBJECTION_GUARD_WAS_REFUSED = 2048,   /* the review is one of a refusal */
};

/* Who hears of it. */
enum objection_tell { OBJECTION_TELL_OBJECTOR = 1, OBJECTION_TELL_UNION = 2, OBJECTION_TELL_CANDIDATE = 4 };

struct objection_move_row {
    enum objection_move move;
    enum objection_state from, to;
    enum actor_kind who;
    uint32_t role;   /* of an officer: any of these bits */
    uint32_t second; /* another officer with one of these must agree before it happens; 0: nobody */
    uint32_t needs, guards;
    enum term_act act;
    enum term term;  /* with TERM_ACT_START */
    uint32_t tells;
};

const struct objection_move_row *objection_moves(size_t *count);
/* The row of a move from a state, or NULL. MOVE_RESUME has several: the one to the state before. */
const struct objection_move_row *objection_find_move(enum objection_move move, enum objection_state from, enum objection_state before);

/* What the rules must know of one case. */
struct objection_facts {
    enum objection_state state;
    enum objection_state before; /* while suspended: where it was */
    bool supplemented, extended, reviewed, refused;
    bool assist_open, term_over;
    int64_t enterer, drafter;    /* officers; 0: none */
    const int64_t *hands;        /* officers who had a part in the decision */
    size_t hand_count;
};

/* NULL if this actor may begin this move now, else why not: "case_moved", "forbidden", "undeclared", "recused", "same_person",
 * "once_only", "assist_open", "too_early", "too_late". */
const char *objection_may(const struct objection_move_row *row, const struct objection_facts *facts, const struct actor *actor);
/* The same for the second person, who is never the first. */
const char *objection_may_agree(const struct objection_move_row *row, const struct objection_facts *facts, const struct actor *actor,
                                int64_t proposer);

const char *objection_state_word(enum objection_state s);  /* "SUBMITTED" */
bool objection_state_read(const char *word, enum objection_state *out);
enum objection_stage objection_state_stage(enum objection_state s);
const char *objection_move_word(enum objection_move m);    /* "CONFIRM_IDENTITY" */
bool objection_move_read(const char *word, enum objection_move *out);
const char *objection_kind_word(enum objection_kind k);    /* "PERSON" */
bool objection_kind_read(const char *word, enum objection_kind *out);

/* Grounds (domain.md 3): codes as stored, in the order of the form; groups are CONDITION, ADVANCED, EXCLUDED, OTHER. */
struct objection_ground { const char *code; const char *group; };
const struct objection_ground *objection_grounds(size_t *count);
#define OBJECTION_GROUND_CHOICES "C1|C2|C3|C4|C5|C6|A1|A2|A3|A4|X1|X2|X3|X4|UNTRUE|OWNERSHIP|CONDUCT|PROCEDURE|TYPING|OTHER"
/* Reasons for not accepting, and whereto a matter is transferred. */
#define OBJECTION_REFUSAL_CHOICES "NO_FACTS|NOT_ABOUT_CANDIDATE|RESULT_ONLY|REPEATED|NOT_OURS|UNCONFIRMED"
#define OBJECTION_TRANSFER_CHOICES "DISCIPLINE|POLICE|COMPLAINTS|OTHER_BODY"
/* What may be missing. */
#define OBJECTION_MISSING_CHOICES "WHAT|WHEN|WHERE|WHICH|LEAD|PAPER|UNREADABLE"
/* What a review comes to: as it was, or what the decision should have been. */
#define OBJECTION_REVIEW_CHOICES "UPHELD|SUSTAINED|PARTLY|NOT_SUSTAINED"
/* What is found of a ground. */
#define OBJECTION_FINDING_CHOICES "TRUE|PARTLY_TRUE|UNTRUE|UNVERIFIABLE"

#endif
