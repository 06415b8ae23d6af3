/* attempt_candidate: what the office tries with a candidate: to hold, keep, correct, remove, move up, carry over, recognise by a
 * paper, revoke. */
#include "attempts.h"

#include "recognise.h"
#include "staff.h"

static struct fail f;

static enum candidacy_move some_move(int candidate)
{
    size_t n;
    const struct candidacy_move_row *rows = candidacy_moves(&n);
    const struct candidacy_facts now = shadow_candidate_facts(candidate);
    const struct candidacy_move_row *removal = candidacy_find_move(CANDIDACY_MOVE_REMOVE, now.state);
    const struct actor head = { ACTOR_OFFICER, 0, removal ? removal->role : 0, true, false };
    /* Seldom possible: else it would be seen too seldom. */
    if (removal && !candidacy_may(removal, &now, &head) && world_chance(50))
        return CANDIDACY_MOVE_REMOVE;
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

static const char *may(int candidate, const struct candidacy_move_row *row, const struct world_officer *o,
    const struct world_officer *proposer)
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
    const char *wanted = move == CANDIDACY_MOVE_RECOGNISE || (stale && c->state != CANDIDACY_PROPOSED) ? "case_moved" : may(candidate,
        row, o, NULL);
    if (!wanted && bare)
        wanted = row->reason ? "basis_needed" : row->paper ? "paper_needed" : NULL;
    if (!wanted && c->waits)
        wanted = "proposal_waits";
    if (shadow_came(candidacy_move_word(move), NULL, o, candidacy_work_propose(world_staff, &in, &f), &f, wanted)) {
        c->waits = true;
        c->proposed = move;
        c->proposer = o;
    }
}

/* That the facts have changed is a reason to send it back. */
static const char *may_send_back(int candidate, const struct world_officer *o)
{
    struct actor actor = shadow_actor(o, candidate);
    return actor.conflicted ? "recused" : !(o->s.roles & STAFF_APPROVER) ? "forbidden" : actor.declared ? NULL : "undeclared";
}

static void settle(int candidate)
{
    struct shadow_candidate *c = &shadow.candidates[candidate];
    const struct candidacy_move_row *row = c->waits ? candidacy_find_move(c->proposed, c->state) : NULL;
    const struct world_officer *o = shadow_somebody(row ? row->second : 0);
    bool agree = world_chance(85);
    const char *wanted = !c->waits ? "case_moved" : o == c->proposer ? "same_person" : NULL;
    if (!wanted)
        wanted = agree ? may(candidate, row, o, c->proposer) : may_send_back(candidate, o);
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

/* ---- one paper for many ---- */

/* Who he is himself is a refusal of him, anything else of the people. */
static const char *unfit(const bool named[WORLD_CANDIDATES], const struct world_officer *o, const struct world_officer *proposer)
{
    for (int i = 0; i < WORLD_CANDIDATES; i++) {
        const struct candidacy_move_row *row = candidacy_find_move(CANDIDACY_MOVE_RECOGNISE, shadow.candidates[i].state);
        if (!named[i])
            continue;
        if (shadow_actor(o, i).conflicted)
            return "recused";
        const char *why = may(i, row, o, proposer);
        if (!why)
            continue;
        bool of_him = strcmp(why, "forbidden") == 0 || strcmp(why, "undeclared") == 0 || strcmp(why, "same_person") == 0;
        return of_him ? why : "recognise_unfit";
    }
    return NULL;
}

static void propose_paper(void)
{
    const struct world_officer *o = shadow_somebody(STAFF_CASE);
    struct recognise_in in = { .s = &o->s, .round_id = shadow.round.id, .paper = world_chance(95) ? "总工〔2026〕2号" : "", .paper_day = 20000 };
    int64_t people[WORLD_CANDIDATES], id = 0;
    bool named[WORLD_CANDIDATES];
    for (int i = 0; i < WORLD_CANDIDATES; i++) {
        struct candidacy_facts facts = shadow_candidate_facts(i);
        const struct candidacy_move_row *row = candidacy_find_move(CANDIDACY_MOVE_RECOGNISE, facts.state);
        struct actor clean = { ACTOR_OFFICER, 0, STAFF_CASE, true, false };
        named[i] = (row && !candidacy_may(row, &facts, &clean)) || world_chance(3);
        if (named[i])
            people[in.count++] = shadow.round.candidates[i];
    }
    if (in.count == 0 && world_chance(90))
        return;
    in.people = people;
    const char *wanted = in.count == 0 ? "recognise_unfit" : !in.paper[0] ? "paper_needed" : shadow.paper.open ? "recognition_waits"
                                                                                            : unfit(named, o, NULL);
    if (shadow_came("propose a recognition", NULL, o, recognise_propose(world_staff, &in, &id, &f), &f, wanted)) {
        shadow.paper.id = id;
        shadow.paper.proposer = o;
        shadow.paper.open = true;
        memcpy(shadow.paper.named, named, sizeof named);
    }
}

/* Whoever is tied to one of them sees nobody of it. */
static const char *may_settle(const struct world_officer *o, bool agree)
{
    for (int i = 0; i < WORLD_CANDIDATES; i++)
        if (shadow.paper.named[i] && shadow_actor(o, i).conflicted)
            return "recused";
    if (!shadow.paper.open)
        return "case_moved";
    if (o == shadow.paper.proposer)
        return "same_person";
    if (!agree)
        return o->s.roles & STAFF_APPROVER ? NULL : "forbidden";
    const char *why = unfit(shadow.paper.named, o, shadow.paper.proposer);
    return why ? why : unfit(shadow.paper.named, shadow.paper.proposer, NULL);
}

static void settle_paper(void)
{
    const struct world_officer *o = shadow_somebody(STAFF_APPROVER);
    bool agree = world_chance(85);
    const char *wanted = may_settle(o, agree);
    bool ok = agree ? recognise_agree(world_staff, &o->s, shadow.paper.id, &f)
                    : recognise_send_back(world_staff, &o->s, shadow.paper.id, "请再核对。", &f);
    if (!shadow_came(agree ? "agree to a recognition" : "send a recognition back", NULL, o, ok, &f, wanted))
        return;
    shadow.paper.open = false;
    for (int i = 0; agree && i < WORLD_CANDIDATES; i++)
        if (shadow.paper.named[i]) {
            shadow_candidate_moves(i, candidacy_find_move(CANDIDACY_MOVE_RECOGNISE, shadow.candidates[i].state));
            shadow.candidates[i].waits = false;
            shadow_candidate_check(i);
        }
}

void attempt_recognition(void)
{
    if (shadow.paper.open || (shadow.paper.id && world_chance(5)))
        settle_paper();
    else
        propose_paper();
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
