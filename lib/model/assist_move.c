/* assist_move: see assist_move.h. */
#include "assist_move.h"

#include "staff.h"
#include "word.h"

#define KEEP TERM_ACT_KEEP, TERM_NONE
#define STOP TERM_ACT_STOP, TERM_NONE
#define START(term) TERM_ACT_START, TERM_##term
#define OFFICER(step, from, to, needs, guards, clock) \
    { ASSIST_STEP_##step, ASSIST_##from, ASSIST_##to, ACTOR_OFFICER, STAFF_CASE, needs, (guards) | ASSIST_GUARD_CLEAN, clock }
#define BY_UNION(step, from, to, needs, guards, clock) { ASSIST_STEP_##step, ASSIST_##from, ASSIST_##to, ACTOR_UNION, 0, needs, guards, clock }
#define BY_ITSELF(step, from, to, guards, clock) { ASSIST_STEP_##step, ASSIST_##from, ASSIST_##to, ACTOR_SYSTEM, 0, 0, guards, clock }
#define NOTE OBJECTION_NEED_NOTE
#define RECALLED_FROM(state) \
    OFFICER(RECALL, state, RECALLED, NOTE, 0, STOP), BY_ITSELF(RECALL, state, RECALLED, ASSIST_GUARD_CASE_ENDED, STOP)

static const struct assist_move_row moves[] = {
    OFFICER(SEND, DRAFT, SENT, 0, ASSIST_GUARD_NOT_DRAFTER | ASSIST_GUARD_NOT_ACCUSED | ASSIST_GUARD_CASE_ASKS, START(ASSIST)),
    BY_UNION(SIGN, SENT, SIGNED, 0, ASSIST_GUARD_UNSIGNED, KEEP),
    BY_UNION(ASK_TIME, SIGNED, TIME_ASKED, NOTE, ASSIST_GUARD_FIRST_TIME, KEEP),
    OFFICER(GRANT_TIME, TIME_ASKED, SIGNED, 0, 0, START(ASSIST_MORE)),
    OFFICER(DENY_TIME, TIME_ASKED, SIGNED, NOTE, 0, KEEP),
    BY_UNION(REPLY, SIGNED, REPLIED, NOTE, 0, STOP),
    BY_UNION(REPLY, TIME_ASKED, REPLIED, NOTE, 0, STOP),
    BY_ITSELF(OVERDUE, SENT, OVERDUE, ASSIST_GUARD_TERM_OVER, KEEP),
    BY_ITSELF(OVERDUE, SIGNED, OVERDUE, ASSIST_GUARD_TERM_OVER, KEEP),
    BY_ITSELF(OVERDUE, TIME_ASKED, OVERDUE, ASSIST_GUARD_TERM_OVER, KEEP),
    BY_ITSELF(ESCALATE, OVERDUE, ESCALATED, ASSIST_GUARD_DAY_LATE, KEEP),
    /* Late is better than never; who has not signed yet does so first. */
    BY_UNION(SIGN, OVERDUE, OVERDUE, 0, ASSIST_GUARD_UNSIGNED, KEEP),
    BY_UNION(SIGN, ESCALATED, ESCALATED, 0, ASSIST_GUARD_UNSIGNED, KEEP),
    BY_UNION(REPLY, OVERDUE, REPLIED, NOTE, ASSIST_GUARD_SIGNED, STOP),
    BY_UNION(REPLY, ESCALATED, REPLIED, NOTE, ASSIST_GUARD_SIGNED, STOP),
    OFFICER(GIVE_UP, ESCALATED, UNANSWERED, NOTE, 0, STOP),
    RECALLED_FROM(DRAFT), RECALLED_FROM(SENT), RECALLED_FROM(SIGNED), RECALLED_FROM(TIME_ASKED), RECALLED_FROM(OVERDUE),
    RECALLED_FROM(ESCALATED),
};

static const char *const state_words[ASSIST_STATE__MAX] = {
    [ASSIST_DRAFT] = "DRAFT",     [ASSIST_SENT] = "SENT",           [ASSIST_SIGNED] = "SIGNED",
    [ASSIST_OVERDUE] = "OVERDUE", [ASSIST_ESCALATED] = "ESCALATED", [ASSIST_TIME_ASKED] = "TIME_ASKED",
    [ASSIST_REPLIED] = "REPLIED", [ASSIST_RECALLED] = "RECALLED",   [ASSIST_UNANSWERED] = "UNANSWERED",
};

static const char *const step_words[ASSIST_STEP__MAX] = {
    [ASSIST_STEP_SEND] = "SEND",             [ASSIST_STEP_SIGN] = "SIGN",           [ASSIST_STEP_ASK_TIME] = "ASK_TIME",
    [ASSIST_STEP_GRANT_TIME] = "GRANT_TIME", [ASSIST_STEP_DENY_TIME] = "DENY_TIME", [ASSIST_STEP_REPLY] = "REPLY",
    [ASSIST_STEP_OVERDUE] = "OVERDUE",       [ASSIST_STEP_ESCALATE] = "ESCALATE",   [ASSIST_STEP_GIVE_UP] = "GIVE_UP",
    [ASSIST_STEP_RECALL] = "RECALL",
};

const struct assist_move_row *assist_moves(size_t *count)
{
    *count = sizeof moves / sizeof moves[0];
    return moves;
}

const struct assist_move_row *assist_find_move(enum assist_step step, enum assist_state from, enum actor_kind who)
{
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        if (moves[i].step == step && moves[i].from == from && moves[i].who == who)
            return &moves[i];
    return NULL;
}

bool assist_may_begin(enum objection_state case_state)
{
    return case_state == OBJECTION_ACCEPTED || case_state == OBJECTION_INVESTIGATING;
}

const char *assist_may(const struct assist_move_row *row, const struct assist_facts *facts, const struct actor *actor)
{
    uint32_t g = row->guards;
    if (row->from != facts->state)
        return "case_moved";
    if (row->who != actor->kind || (row->who == ACTOR_OFFICER && !(row->role & actor->roles)) ||
        (row->who == ACTOR_UNION && actor->id != facts->union_id))
        return "forbidden";
    if ((g & ASSIST_GUARD_CLEAN) && actor->conflicted)
        return "recused";
    if ((g & ASSIST_GUARD_CLEAN) && !actor->declared)
        return "undeclared";
    if ((g & ASSIST_GUARD_NOT_DRAFTER) && actor->id == facts->drafter)
        return "same_person";
    if ((g & ASSIST_GUARD_NOT_ACCUSED) && facts->accused)
        return "union_accused";
    if (((g & ASSIST_GUARD_FIRST_TIME) && facts->time_asked) || ((g & ASSIST_GUARD_UNSIGNED) && facts->is_signed))
        return "once_only";
    if ((g & ASSIST_GUARD_SIGNED) && !facts->is_signed)
        return "not_signed";
    if (((g & ASSIST_GUARD_TERM_OVER) && !facts->term_over) || ((g & ASSIST_GUARD_DAY_LATE) && !facts->day_late))
        return "too_early";
    if (((g & ASSIST_GUARD_CASE_ASKS) && !assist_may_begin(facts->case_state)) ||
        ((g & ASSIST_GUARD_CASE_ENDED) && objection_state_stage(facts->case_state) == OBJECTION_OPEN))
        return "case_moved";
    return NULL;
}

bool assist_is_open(enum assist_state s)
{
    return s == ASSIST_SENT || s == ASSIST_SIGNED || s == ASSIST_TIME_ASKED || s == ASSIST_OVERDUE || s == ASSIST_ESCALATED;
}

const char *assist_state_word(enum assist_state s)
{
    return word_at(state_words, ASSIST_STATE__MAX, s);
}

bool assist_state_read(const char *word, enum assist_state *out)
{
    unsigned value;
    bool known = word_read(state_words, ASSIST_STATE__MAX, word, &value);
    if (known)
        *out = (enum assist_state)value;
    return known;
}

const char *assist_step_word(enum assist_step s)
{
    return word_at(step_words, ASSIST_STEP__MAX, s);
}

bool assist_step_read(const char *word, enum assist_step *out)
{
    unsigned value;
    bool known = word_read(step_words, ASSIST_STEP__MAX, word, &value);
    if (known)
        *out = (enum assist_step)value;
    return known;
}
