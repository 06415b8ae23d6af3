/* shadow_candidate: where the people of the present round stand. */
#include "shadow.h"

struct candidacy_facts shadow_candidate_facts(int candidate)
{
    const struct shadow_candidate *c = &shadow.candidates[candidate];
    struct candidacy_facts f = { .state = c->state, .period_over = c->closes <= world_now, .nomination = c->nomination };
    int places = 0;
    for (int i = 0; i < WORLD_CANDIDATES; i++) {
        const struct shadow_candidate *o = &shadow.candidates[i];
        bool gone = o->state == CANDIDACY_REMOVED || o->state == CANDIDACY_CARRIED_OVER;
        /* Who was promoted takes the place once he is printed so, which does not happen in this world, or as long as he still may. */
        bool takes = o->promoted && (o->state == CANDIDACY_AWAITING || o->state == CANDIDACY_HELD || !o->nomination);
        places += (gone && !o->nomination) - takes;
    }
    f.vacancy = places > 0;
    for (int i = 0; i < shadow.case_count; i++) {
        const struct shadow_case *o = &shadow.cases[i];
        bool open = o->candidate == candidate && objection_state_stage(o->state) == OBJECTION_OPEN;
        f.open += open;
        f.accepted += open && o->accepted;
        bool counts = o->candidate == candidate && (o->approved || o->turned) && c->noticed_again <= o->result_at;
        f.sustained |= counts && o->result == 2;
        f.partly |= counts && o->result == 1;
    }
    return f;
}

void shadow_candidate_moves(int candidate, const struct candidacy_move_row *row)
{
    struct shadow_candidate *c = &shadow.candidates[candidate];
    c->state = row->to;
    c->promoted |= row->move == CANDIDACY_MOVE_PROMOTE;
    if (row->move == CANDIDACY_MOVE_NOTICE_AGAIN)
        c->noticed_again = world_now;
    shadow.states[2][row->to] = true;
}

void shadow_hold(int candidate)
{
    struct shadow_candidate *c = &shadow.candidates[candidate];
    const struct candidacy_move_row *row = candidacy_find_move(CANDIDACY_MOVE_HOLD, c->state);
    if (!row)
        return;
    shadow_candidate_moves(candidate, row);
    c->waits = false;
}

void shadow_candidate_check(int candidate)
{
    struct shadow_candidate *c = &shadow.candidates[candidate];
    struct mem *m = mem_new(NULL, "check");
    char *columns[2] = { NULL, NULL }, how[120];
    world_row(m, columns, 2, "SELECT c.state, (SELECT p.id FROM candidate_proposal p WHERE p.candidate_id = c.id AND p.settled_at IS NULL) "
              "FROM candidate c WHERE c.id = %lld", (long long)shadow.round.candidates[candidate]);
    if (!columns[0] || strcmp(columns[0], candidacy_state_word(c->state)) != 0 || (columns[1] != NULL) != c->waits) {
        snprintf(how, sizeof how, "candidate %lld is %s%s, wanted %s%s", (long long)shadow.round.candidates[candidate], columns[0],
                 columns[1] ? " with a proposal" : "", candidacy_state_word(c->state), c->waits ? " with a proposal" : "");
        shadow.mismatches++;
        shadow_report("afterwards", NULL, how);
    }
    c->proposal = columns[1] ? strtoll(columns[1], NULL, 10) : 0;
    mem_free(&m);
}
