/* attempt_candidate: what the office tries with a candidate: to hold, keep, correct, remove, move up, carry over, recognise, revoke. */
#include "attempts.h"

#include "candidacy_work.h"
#include "staff.h"

static struct fail f;

static enum candidacy_move some_move(int candidate)
{
    size_t n;
    const struct candidacy_move_row *rows = candidacy_moves(&n);
    for (int tries = 0; tries < 100 && world_chance(99); tries++) {
        const struct candidacy_move_row *row = &rows[world_random(n)];
        struct candidacy_facts facts = shadow_candidate_facts(candidate);
        struct actor clean = { ACTOR_OFFICER, 0, row->role, true, false };
        bool rare = row->move != CANDIDACY_MOVE_HOLD_BY_HAND && row->move != CANDIDACY_MOVE_CARRY_OVER;
        if (row->from == facts.state && row->who == ACTOR_OFFICER && (rare || world_chance(15)) &&
            (!candidacy_may(row, &facts, &clean) || world_chance(5)))
            return row->move;
    }
    return rows[world_random(n)].move;
}

static const char *may(int candidate, const struct candidacy_move_row *row, const struct world_officer *o, const struct world_officer *proposer)
{
    struct candidacy_facts facts = shadow_candidate_facts(candidate);
    struct actor actor = shadow_actor(o, candidate);
    if (!row)
        return "case_moved";
    return proposer ? candidacy_may_agree(row, &facts, &actor, proposer->s.officer_id) : candidacy_may(row, &facts, &actor);
}

static void propose(int candidate)
{
    struct shadow_candidate *c = &shadow.candidates[candidate];
    enum candidacy_move move = some_move(candidate);
    const struct candidacy_move_row *row = candidacy_find_move(move, c->state);
    const struct world_officer *o = shadow_somebody(row ? row->role : 0);
    if (move == CANDIDACY_MOVE_RECOGNISE && world_chance(95))
        return;
    bool bare = world_chance(4), stale = world_chance(4);
    struct candidacy_in in = { &o->s, shadow.round.slugs[candidate], stale ? "PROPOSED" : candidacy_state_word(c->state), move,
                               bare ? "" : "见会议纪要。", bare ? "" : "总工〔2026〕1号", 20000 };
    /* Recognition goes by a paper for many. */
    const char *wanted = move == CANDIDACY_MOVE_RECOGNISE || (stale && c->state != CANDIDACY_PROPOSED) ? "case_moved" : may(candidate, row, o, NULL);
    if (!wanted && bare)
        wanted = row->reason ? "reason_needed" : row->paper ? "paper_needed" : NULL;
    if (!wanted && c->waits)
        wanted = "proposal_waits";
    if (shadow_came(candidacy_move_word(move), NULL, o, candidacy_work_propose(world_staff, &in, &f), &f, wanted)) {
        c->waits = true;
        c->proposed = move;
        c->proposer = o;
    }
}

static void settle(int candidate)
{
    struct shadow_candidate *c = &shadow.candidates[candidate];
    const struct candidacy_move_row *row = c->waits ? candidacy_find_move(c->proposed, c->state) : NULL;
    const struct world_officer *o = shadow_somebody(row ? row->second : 0);
    bool agree = world_chance(85);
    const char *wanted = !c->waits ? "case_moved" : o == c->proposer ? "same_person" : may(candidate, row, o, c->proposer);
    if (!wanted && agree)
        wanted = may(candidate, row, c->proposer, NULL);
    bool ok = agree ? candidacy_work_agree(world_staff, &o->s, shadow.round.slugs[candidate], c->proposal, &f)
                    : candidacy_work_send_back(world_staff, &o->s, shadow.round.slugs[candidate], c->proposal, "请补充依据。", &f);
    if (!shadow_came(agree ? "agree on a candidate" : "send a candidate back", NULL, o, ok, &f, wanted))
        return;
    c->waits = false;
    if (agree && row)
        shadow_candidate_moves(candidate, row);
}

void attempt_candidate(void)
{
    int candidate = (int)world_random(WORLD_CANDIDATES);
    for (int tries = 0; tries < 10 && shadow.candidates[candidate].state == CANDIDACY_NOTICED; tries++)
        candidate = (int)world_random(WORLD_CANDIDATES);
    if (shadow.candidates[candidate].waits ? world_chance(80) : world_chance(5))
        settle(candidate);
    else
        propose(candidate);
    shadow_candidate_check(candidate);
}
