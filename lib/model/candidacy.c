/* candidacy: see candidacy.h. */
#include "candidacy.h"

#include "staff.h"
#include "word.h"

#define CASE STAFF_CASE
#define HEAD STAFF_APPROVER
#define OVER CANDIDACY_GUARD_PERIOD_OVER
#define NONE_OPEN CANDIDACY_GUARD_NONE_OPEN
#define OFFICER(move, from, to, role, second, reason, guards) \
    { CANDIDACY_MOVE_##move, CANDIDACY_##from, CANDIDACY_##to, ACTOR_OFFICER, role, second, reason, false, (guards) | CANDIDACY_GUARD_CLEAN }
#define BY_PAPER(move, from, to, reason, guards) \
    { CANDIDACY_MOVE_##move, CANDIDACY_##from, CANDIDACY_##to, ACTOR_OFFICER, CASE, HEAD, reason, true, (guards) | CANDIDACY_GUARD_CLEAN }
#define BY_ITSELF(move, from, to, guards) { CANDIDACY_MOVE_##move, CANDIDACY_##from, CANDIDACY_##to, ACTOR_SYSTEM, 0, 0, false, false, guards }
#define HELD_FROM(state) \
    BY_ITSELF(HOLD, state, HELD, CANDIDACY_GUARD_ACCEPTED), OFFICER(HOLD_BY_HAND, state, HELD, CASE, HEAD, true, 0)

static const struct candidacy_move_row moves[] = {
    /* Publishing is itself done by two: who drafted a version does not publish it. */
    BY_ITSELF(PUBLISH, PROPOSED, NOTICED, 0),
    BY_ITSELF(EXPIRE, NOTICED, CLEAR, OVER | NONE_OPEN),
    HELD_FROM(NOTICED), HELD_FROM(CLEAR), HELD_FROM(KEPT), HELD_FROM(AWAITING),
    OFFICER(KEEP, HELD, KEPT, CASE, HEAD, true, NONE_OPEN | CANDIDACY_GUARD_NONE_RIGHT),
    OFFICER(CORRECT, HELD, AWAITING, CASE, HEAD, true, NONE_OPEN | CANDIDACY_GUARD_PARTLY),
    BY_ITSELF(NOTICE_AGAIN, AWAITING, NOTICED, 0),
    OFFICER(REMOVE, HELD, REMOVED, CASE, HEAD, true, NONE_OPEN | CANDIDACY_GUARD_SUSTAINED),
    OFFICER(PROMOTE, CLEAR, AWAITING, CASE, HEAD, true, NONE_OPEN | CANDIDACY_GUARD_NOMINATION | CANDIDACY_GUARD_VACANCY),
    OFFICER(PROMOTE, KEPT, AWAITING, CASE, HEAD, true, NONE_OPEN | CANDIDACY_GUARD_NOMINATION | CANDIDACY_GUARD_VACANCY),
    OFFICER(CARRY_OVER, HELD, CARRIED_OVER, CASE, HEAD, true, 0),
    BY_PAPER(RECOGNISE, CLEAR, RECOGNISED, false, OVER | NONE_OPEN),
    BY_PAPER(RECOGNISE, KEPT, RECOGNISED, false, OVER | NONE_OPEN),
    BY_PAPER(REVOKE, RECOGNISED, REVOKED, true, 0),
};

static const char *const state_words[CANDIDACY_STATE__MAX] = {
    [CANDIDACY_PROPOSED] = "PROPOSED", [CANDIDACY_NOTICED] = "NOTICED",           [CANDIDACY_CLEAR] = "CLEAR",
    [CANDIDACY_HELD] = "HELD",         [CANDIDACY_KEPT] = "KEPT",                 [CANDIDACY_AWAITING] = "AWAITING",
    [CANDIDACY_REMOVED] = "REMOVED",   [CANDIDACY_CARRIED_OVER] = "CARRIED_OVER", [CANDIDACY_RECOGNISED] = "RECOGNISED",
    [CANDIDACY_REVOKED] = "REVOKED",
};

static const char *const move_words[CANDIDACY_MOVE__MAX] = {
    [CANDIDACY_MOVE_PUBLISH] = "PUBLISH",           [CANDIDACY_MOVE_EXPIRE] = "EXPIRE",   [CANDIDACY_MOVE_HOLD] = "HOLD",
    [CANDIDACY_MOVE_HOLD_BY_HAND] = "HOLD_BY_HAND", [CANDIDACY_MOVE_KEEP] = "KEEP",       [CANDIDACY_MOVE_CORRECT] = "CORRECT",
    [CANDIDACY_MOVE_NOTICE_AGAIN] = "NOTICE_AGAIN", [CANDIDACY_MOVE_REMOVE] = "REMOVE",   [CANDIDACY_MOVE_PROMOTE] = "PROMOTE",
    [CANDIDACY_MOVE_CARRY_OVER] = "CARRY_OVER",     [CANDIDACY_MOVE_RECOGNISE] = "RECOGNISE", [CANDIDACY_MOVE_REVOKE] = "REVOKE",
};

const struct candidacy_move_row *candidacy_moves(size_t *count)
{
    *count = sizeof moves / sizeof moves[0];
    return moves;
}

const struct candidacy_move_row *candidacy_find_move(enum candidacy_move move, enum candidacy_state from)
{
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        if (moves[i].move == move && moves[i].from == from)
            return &moves[i];
    return NULL;
}

static const char *factual(uint32_t g, const struct candidacy_facts *facts)
{
    if ((g & CANDIDACY_GUARD_PERIOD_OVER) && !facts->period_over)
        return "period_runs";
    if ((g & CANDIDACY_GUARD_NONE_OPEN) && facts->open > 0)
        return "objection_open";
    if (((g & CANDIDACY_GUARD_ACCEPTED) && facts->accepted == 0) ||
        ((g & CANDIDACY_GUARD_PARTLY) && !facts->partly && !facts->sustained) ||
        ((g & CANDIDACY_GUARD_SUSTAINED) && !facts->sustained) ||
        ((g & CANDIDACY_GUARD_NONE_RIGHT) && (facts->partly || facts->sustained)))
        return "not_found_so";
    if (((g & CANDIDACY_GUARD_NOMINATION) && !facts->nomination) || ((g & CANDIDACY_GUARD_VACANCY) && !facts->vacancy))
        return "no_vacancy";
    return NULL;
}

static const char *judge(const struct candidacy_move_row *row, uint32_t roles, const struct candidacy_facts *facts,
                         const struct actor *actor)
{
    if (row->from != facts->state)
        return "case_moved";
    if (row->who != actor->kind || (row->who == ACTOR_OFFICER && !(roles & actor->roles)))
        return "forbidden";
    if ((row->guards & CANDIDACY_GUARD_CLEAN) && actor->conflicted)
        return "recused";
    if ((row->guards & CANDIDACY_GUARD_CLEAN) && !actor->declared)
        return "undeclared";
    return factual(row->guards, facts);
}

const char *candidacy_may(const struct candidacy_move_row *row, const struct candidacy_facts *facts, const struct actor *actor)
{
    return judge(row, row->role, facts, actor);
}

const char *candidacy_may_agree(const struct candidacy_move_row *row, const struct candidacy_facts *facts, const struct actor *actor,
                                int64_t proposer)
{
    if (!row->second)
        return "forbidden";
    return actor->id == proposer ? "same_person" : judge(row, row->second, facts, actor);
}

const char *candidacy_state_word(enum candidacy_state s)
{
    return word_at(state_words, CANDIDACY_STATE__MAX, s);
}

bool candidacy_state_read(const char *word, enum candidacy_state *out)
{
    unsigned value;
    bool known = word_read(state_words, CANDIDACY_STATE__MAX, word, &value);
    if (known)
        *out = (enum candidacy_state)value;
    return known;
}

const char *candidacy_move_word(enum candidacy_move m)
{
    return word_at(move_words, CANDIDACY_MOVE__MAX, m);
}

bool candidacy_move_read(const char *word, enum candidacy_move *out)
{
    unsigned value;
    bool known = word_read(move_words, CANDIDACY_MOVE__MAX, word, &value);
    if (known)
        *out = (enum candidacy_move)value;
    return known;
}
