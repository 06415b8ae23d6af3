/* objection_rule: who may make a move now. */
#include "objection.h"

static bool had_a_hand(const struct objection_facts *facts, int64_t officer)
{
    for (size_t i = 0; i < facts->hand_count; i++)
        if (facts->hands[i] == officer)
            return true;
    return false;
}

static const char *personal(uint32_t guards, const struct objection_facts *facts, const struct actor *actor)
{
    if ((guards & OBJECTION_GUARD_CLEAN) && actor->conflicted)
        return "recused";
    if ((guards & OBJECTION_GUARD_CLEAN) && !actor->declared)
        return "undeclared";
    if (((guards & OBJECTION_GUARD_NOT_ENTERER) && actor->id == facts->enterer) ||
        ((guards & OBJECTION_GUARD_NOT_DRAFTER) && actor->id == facts->drafter) ||
        ((guards & OBJECTION_GUARD_OTHER_PEOPLE) && had_a_hand(facts, actor->id)))
        return "same_person";
    return NULL;
}

static const char *factual(uint32_t guards, const struct objection_move_row *row, const struct objection_facts *facts)
{
    if (((guards & OBJECTION_GUARD_BACK) && row->to != facts->before) || ((guards & OBJECTION_GUARD_WAS_REFUSED) && !facts->refused))
        return "case_moved";
    if (((guards & OBJECTION_GUARD_FIRST_SUPPLEMENT) && facts->supplemented) ||
        ((guards & OBJECTION_GUARD_FIRST_EXTENSION) && facts->extended) || ((guards & OBJECTION_GUARD_FIRST_REVIEW) && facts->reviewed))
        return "once_only";
    if ((guards & OBJECTION_GUARD_ASSIST_ENDED) && facts->assist_open)
        return "assist_open";
    if ((guards & OBJECTION_GUARD_TERM_OVER) && !facts->term_over)
        return "too_early";
    if ((guards & OBJECTION_GUARD_TERM_RUNS) && facts->term_over)
        return "too_late";
    return NULL;
}

static const char *judge(const struct objection_move_row *row, uint32_t roles, const struct objection_facts *facts,
                         const struct actor *actor)
{
    if (row->from != facts->state)
        return "case_moved";
    if (row->who != actor->kind || (row->who == ACTOR_OFFICER && !(roles & actor->roles)))
        return "forbidden";
    const char *why = personal(row->guards, facts, actor);
    return why ? why : factual(row->guards, row, facts);
}

const char *objection_may(const struct objection_move_row *row, const struct objection_facts *facts, const struct actor *actor)
{
    return judge(row, row->role, facts, actor);
}

const char *objection_may_agree(const struct objection_move_row *row, const struct objection_facts *facts, const struct actor *actor,
                                int64_t proposer)
{
    if (!row->second)
        return "forbidden";
    return actor->id == proposer ? "same_person" : judge(row, row->second, facts, actor);
}
