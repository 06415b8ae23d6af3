/* shadow: see shadow.h. */
#include "shadow.h"

#include "staff.h"

struct shadow shadow;

/* ---- people ---- */

uint32_t shadow_bit(const struct world_officer *o)
{
    return UINT32_C(1) << (o - world_officers);
}

const struct world_officer *shadow_anybody(void)
{
    return &world_officers[world_random(world_officer_count)];
}

const struct world_officer *shadow_somebody(uint32_t roles)
{
    const struct world_officer *o = shadow_anybody();
    for (int tries = 0; tries < 30 && roles && !(o->s.roles & roles) && world_chance(97); tries++)
        o = shadow_anybody();
    return o;
}

struct actor shadow_actor(const struct world_officer *o, int candidate)
{
    bool said = shadow.said[candidate] & shadow_bit(o);
    return (struct actor){ .kind = ACTOR_OFFICER, .id = o->s.officer_id, .roles = o->s.roles, .declared = said && !o->tied,
                           .conflicted = said && o->tied };
}

/* ---- asking the rules ---- */

static bool assist_open(const struct shadow_case *c)
{
    for (int i = 0; i < c->request_count; i++)
        if (assist_is_open(c->requests[i].state))
            return true;
    return false;
}

static struct objection_facts facts_of(const struct shadow_case *c, const struct world_officer *o)
{
    return (struct objection_facts){
        .state = c->state, .before = c->before, .supplemented = c->supplemented, .extended = c->extended, .reviewed = c->reviewed,
        .refused = c->refused && !c->decided, .assist_open = assist_open(c), .term_over = c->due && c->due <= world_now,
        .enterer = c->enterer ? c->enterer->s.officer_id : 0, .drafter = c->draft_open ? c->drafter->s.officer_id : 0,
        .hands = &o->s.officer_id, .hand_count = (c->hands & shadow_bit(o)) != 0 };
}

const struct objection_move_row *shadow_row(const struct shadow_case *c, enum objection_move move)
{
    const struct objection_move_row *s = shadow.spoilt;
    return s && s->move == move && s->from == c->state ? s : objection_find_move(move, c->state, c->before);
}

const char *shadow_may(const struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *o)
{
    struct objection_facts facts = facts_of(c, o);
    struct actor actor = shadow_actor(o, c->candidate);
    return row ? objection_may(row, &facts, &actor) : "case_moved";
}

const char *shadow_may_agree(const struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *o,
                             const struct world_officer *proposer)
{
    struct objection_facts facts = facts_of(c, o);
    struct actor actor = shadow_actor(o, c->candidate);
    return objection_may_agree(row, &facts, &actor, proposer->s.officer_id);
}

const char *shadow_objector_may(const struct shadow_case *c, const struct objection_move_row *row)
{
    static const struct actor himself = { .kind = ACTOR_OBJECTOR };
    struct objection_facts facts = facts_of(c, &world_officers[0]);
    return row ? objection_may(row, &facts, &himself) : "case_moved";
}

const char *shadow_system_may(const struct shadow_case *c, const struct objection_move_row *row)
{
    static const struct actor clockwork = { .kind = ACTOR_SYSTEM };
    struct objection_facts facts = facts_of(c, &world_officers[0]);
    return objection_may(row, &facts, &clockwork);
}

const char *shadow_may_read(const struct shadow_case *c, const struct world_officer *o)
{
    struct actor actor = shadow_actor(o, c->candidate);
    return actor.conflicted ? "recused" : actor.declared ? NULL : "undeclared";
}

/* ---- what came of it ---- */

void shadow_report(const char *what, const struct shadow_case *c, const char *how)
{
    if (shadow.mismatches + shadow.broken <= 20 && !shadow.spoilt)
        printf("# seed %llu, attempt %llu: %s, objection %lld in %s: %s\n", (unsigned long long)shadow.seed,
               (unsigned long long)shadow.attempts, what, c ? (long long)c->id : 0, c ? objection_state_word(c->state) : "-", how);
}

bool shadow_came(const char *what, const struct shadow_case *c, const struct world_officer *o, bool went_well, const struct fail *f,
                 const char *wanted)
{
    shadow.attempts++;
    shadow.moves += went_well;
    shadow.refused += !went_well;
    if (went_well ? wanted != NULL : !wanted || strcmp(f->code, wanted) != 0) {
        char how[400];
        snprintf(how, sizeof how, "%s by %s, wanted %s (%s)", went_well ? "went well" : f->code, o ? o->s.login : "-",
                 wanted ? wanted : "that it goes well", went_well ? "" : f->detail);
        shadow.mismatches++;
        shadow_report(what, c, how);
    }
    return went_well;
}

static void clock_moves(struct shadow_case *c, const struct objection_move_row *row)
{
    switch (row->act) {
    case TERM_ACT_START:
        c->term = row->term;
        c->still = false;
        break;
    case TERM_ACT_STOP:
        c->term = TERM_NONE;
        c->still = false;
        break;
    case TERM_ACT_PAUSE: c->still = c->term != TERM_NONE; break;
    case TERM_ACT_RESUME: c->still = false; break;
    case TERM_ACT_KEEP:
    default: break;
    }
}

static bool is_a_hand(enum objection_move move)
{
    return move == MOVE_DRAFT_DECISION || move == MOVE_RETURN_DECISION || move == MOVE_DECIDE || move == MOVE_REFUSE;
}

void shadow_moves(struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *first,
                  const struct world_officer *second)
{
    shadow.made[row->move]++;
    c->before = row->to == OBJECTION_SUSPENDED ? row->from : c->before;
    c->state = row->to;
    c->supplemented |= row->move == MOVE_ASK_SUPPLEMENT;
    c->extended |= row->move == MOVE_EXTEND;
    c->reviewed |= row->to == OBJECTION_REVIEW_REQUESTED && row->from != OBJECTION_SUSPENDED;
    c->refused |= row->move == MOVE_REFUSE;
    c->decided |= row->move == MOVE_DECIDE;
    if (is_a_hand(row->move) && first)
        c->hands |= shadow_bit(first) | (second ? shadow_bit(second) : 0);
    c->accepted |= row->move == MOVE_ACCEPT || row->move == MOVE_ORDER_ACCEPTANCE;
    if (row->to == OBJECTION_ACCEPTED)
        shadow_hold(c->candidate);
    c->proposed = NULL;
    c->lead = row->to == OBJECTION_MERGED ? c->lead : NULL;
    clock_moves(c, row);
    shadow.states[0][row->to] = true;
}

void shadow_requests_move(struct shadow_request *r, const struct assist_move_row *row)
{
    r->state = row->to;
    r->time_asked |= row->step == ASSIST_STEP_ASK_TIME;
    r->is_signed |= row->step == ASSIST_STEP_SIGN;
    shadow.states[1][row->to] = true;
}

/* ---- the database is as its shadow ---- */

static void differs(const struct shadow_case *c, const char *what, const char *there, const char *here)
{
    char how[200];
    snprintf(how, sizeof how, "%s is %s, wanted %s", what, there ? there : "NULL", here ? here : "NULL");
    shadow.mismatches++;
    shadow_report("afterwards", c, how);
}

static void same_text(const struct shadow_case *c, const char *what, const char *there, const char *here)
{
    if (!there || strcmp(there, here) != 0)
        differs(c, what, there, here);
}

static void check_clock(struct shadow_case *c, const struct objection_move_row *row, char **last)
{
    const struct term_row *term = term_find(c->term);
    int64_t due = last[4] ? strtoll(last[4], NULL, 10) : 0;
    same_text(c, "the term", last[3], term ? term->word : "");
    if ((last[5] != NULL) != c->still)
        differs(c, "what is left of the term", last[5], c->still ? "some days" : NULL);
    if ((due != 0) != (term && !c->still))
        differs(c, "the end of the term", last[4], term && !c->still ? "an instant" : NULL);
    /* More time goes on from the old end, however long that is past. */
    bool goes_on = row && row->act == TERM_ACT_START && row->term == TERM_EXTENSION && c->due;
    if (due && row && (row->act == TERM_ACT_START || row->act == TERM_ACT_RESUME) && due <= (goes_on ? c->due : world_now))
        differs(c, "the end of the term", last[4], "one to come");
    if (row && row->act == TERM_ACT_KEEP && due != c->due)
        differs(c, "the end of the term", last[4], "the same as before");
    c->due = due;
}

static void check_requests(struct shadow_case *c)
{
    for (int i = 0; i < c->request_count; i++) {
        struct mem *m = mem_new(NULL, "check");
        char *columns[2] = { NULL, NULL };
        world_row(m, columns, 2, "SELECT state, UNIX_TIMESTAMP(due_at) FROM assist WHERE id = %lld", (long long)c->requests[i].id);
        same_text(c, "the request", columns[0], assist_state_word(c->requests[i].state));
        c->requests[i].due = columns[1] ? strtoll(columns[1], NULL, 10) : 0;
        mem_free(&m);
    }
}

void shadow_check(struct shadow_case *c, const struct objection_move_row *row)
{
    struct mem *m = mem_new(NULL, "check");
    shadow.touched = c;
    char *columns[8] = { NULL };
    if (!world_row(m, columns, 8, "SELECT o.state, e.move, e.to_state, e.term, UNIX_TIMESTAMP(e.deadline_at), e.term_left, "
                   "(SELECT p.id FROM proposal p WHERE p.objection_id = o.id AND p.settled_at IS NULL), (SELECT MAX(d.id) FROM decision d "
                   "WHERE d.objection_id = o.id) FROM objection o JOIN objection_event e ON e.objection_id = o.id WHERE o.id = %lld "
                   "ORDER BY e.id DESC LIMIT 1", (long long)c->id))
        log_die("objection %lld is gone", (long long)c->id);
    same_text(c, "the state", columns[0], objection_state_word(c->state));
    same_text(c, "the last event's state", columns[2], objection_state_word(c->state));
    if (row)
        same_text(c, "the last move", columns[1], objection_move_word(row->move));
    check_clock(c, row, columns);
    if ((columns[6] != NULL) != (c->proposed != NULL))
        differs(c, "the open proposal", columns[6], c->proposed ? objection_move_word(c->proposed->move) : NULL);
    c->proposal = columns[6] ? strtoll(columns[6], NULL, 10) : 0;
    c->decision = columns[7] ? strtoll(columns[7], NULL, 10) : 0;
    check_requests(c);
    mem_free(&m);
}
