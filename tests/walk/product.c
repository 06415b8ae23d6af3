/* product: see product.h. Everything that may happen is asked of the rules alone; what breaks an invariant is judged here, without them. */
#include "product.h"

#include "staff.h"

#define SIDE (STAFF_CASE | STAFF_APPROVER | STAFF_INTAKE | STAFF_IDENTITY)

enum { A = 1, B = 2, C = 3, S = 4, UNION = 9, PEOPLE = 4 };

static const struct actor people[PEOPLE] = {
    { ACTOR_OFFICER, A, SIDE, true, false },
    { ACTOR_OFFICER, B, SIDE, true, false },
    { ACTOR_OFFICER, C, SIDE | STAFF_REVIEWER, true, true },
    { ACTOR_OFFICER, S, STAFF_REVIEWER, true, false },
};
static const struct actor objector = { ACTOR_OBJECTOR, 0, 0, false, false }, clockwork = { ACTOR_SYSTEM, 0, 0, false, false },
                          nominating = { ACTOR_UNION, UNION, 0, false, false };

struct walk {
    const struct product_rules *rules;
    const struct product *at;
    product_reached reached;
    void *ctx;
};

static const int64_t both[] = { A, B };

static bool open_case(const struct product_case *c)
{
    return c->there && objection_state_stage((enum objection_state)c->state) == OBJECTION_OPEN;
}

/* Accepted and not yet at an end. */
static bool accepted_case(const struct product_case *c)
{
    enum objection_state s = (enum objection_state)(c->state == OBJECTION_SUSPENDED ? c->before : c->state);
    return c->there && (s == OBJECTION_ACCEPTED || s == OBJECTION_INVESTIGATING || s == OBJECTION_EXPERT_REVIEW ||
                        s == OBJECTION_HEARING || s == OBJECTION_DECISION_DRAFTED || s == OBJECTION_DECIDED || s == OBJECTION_NOTIFIED);
}

static bool assist_open(const struct product *s)
{
    return s->assist_there && assist_is_open((enum assist_state)s->assist);
}

static struct objection_facts case_facts(const struct product *s, int i)
{
    const struct product_case *c = &s->cases[i];
    bool review = c->state == OBJECTION_REVIEW_REQUESTED;
    return (struct objection_facts){
        .state = (enum objection_state)c->state, .before = (enum objection_state)c->before, .supplemented = c->supplemented,
        .extended = c->extended, .reviewed = c->reviewed, .refused = c->refused, .assist_open = i == 0 && assist_open(s),
        .term_over = c->term == PRODUCT_OVER, .enterer = A, .drafter = c->drafter, .hands = both, .hand_count = review ? 2 : 0 };
}

static struct candidacy_facts candidate_facts(const struct product *s)
{
    struct candidacy_facts f = { .state = (enum candidacy_state)s->candidate, .period_over = s->period_over,
                                 .nomination = s->nomination, .vacancy = s->vacancy, .sustained = s->found == 2, .partly = s->found == 1 };
    for (int i = 0; i < 2; i++) {
        f.open += open_case(&s->cases[i]);
        f.accepted += accepted_case(&s->cases[i]);
    }
    return f;
}

/* What must be so at any time, whatever the tables say. */
static unsigned standing(const struct product *s)
{
    for (int i = 0; i < 2; i++) {
        const struct product_case *c = &s->cases[i];
        if (open_case(c) && c->term == PRODUCT_NO_TERM && c->state != OBJECTION_MERGED && c->state != OBJECTION_REVIEW_DECIDED)
            return 1u << PRODUCT_UNEXPLAINED;
    }
    return 0;
}

static void reach(const struct walk *w, const struct product *next, unsigned broken)
{
    w->reached(next, broken | standing(next), w->ctx);
}

/* ---- the candidate ---- */

static void candidate_moves(const struct walk *w, const struct candidacy_move_row *row, unsigned broken)
{
    struct product next = *w->at;
    next.candidate = row->to;
    if (row->to == CANDIDACY_NOTICED) {
        next.period_over = 0;
        next.found = 0;
    }
    if (row->move == CANDIDACY_MOVE_PROMOTE) {
        next.nomination = 0;
        next.vacancy = 0;
    }
    if (row->to == CANDIDACY_RECOGNISED) {
        if (open_case(&next.cases[0]) || open_case(&next.cases[1]))
            broken |= 1u << PRODUCT_OPEN_RECOGNISED;
        if (!next.period_over)
            broken |= 1u << PRODUCT_EARLY_RECOGNISED;
    }
    if ((row->to == CANDIDACY_REMOVED || row->to == CANDIDACY_REVOKED || row->move == CANDIDACY_MOVE_HOLD_BY_HAND) && !row->reason)
        broken |= 1u << PRODUCT_UNEXPLAINED;
    if (row->who == ACTOR_OFFICER && !row->second)
        broken |= 1u << PRODUCT_ALONE;
    reach(w, &next, broken);
}

static void try_candidacy(const struct walk *w, const struct candidacy_move_row *row)
{
    struct candidacy_facts facts = candidate_facts(w->at);
    if (row->who == ACTOR_SYSTEM && !candidacy_may(row, &facts, &clockwork))
        candidate_moves(w, row, 0);
    for (int i = 0; i < PEOPLE; i++)
        for (int j = 0; j < (row->second ? PEOPLE : 1); j++)
            if (!candidacy_may(row, &facts, &people[i]) &&
                (!row->second || !candidacy_may_agree(row, &facts, &people[j], people[i].id)))
                candidate_moves(w, row, people[i].conflicted || (row->second && people[j].conflicted) ? 1u << PRODUCT_RECUSED_ACTS : 0);
}

/* An objection that is accepted holds its candidate in the same transaction. */
static void hold(const struct product_rules *rules, struct product *next)
{
    struct candidacy_facts facts = candidate_facts(next);
    for (size_t i = 0; i < rules->candidacies; i++)
        if (rules->candidacy[i].move == CANDIDACY_MOVE_HOLD && !candidacy_may(&rules->candidacy[i], &facts, &clockwork)) {
            next->candidate = rules->candidacy[i].to;
            return;
        }
}

/* ---- objections ---- */

static void clock_of(struct product_case *c, enum term_act act)
{
    if (act == TERM_ACT_START || (act == TERM_ACT_RESUME && c->term == PRODUCT_PAUSED))
        c->term = PRODUCT_RUNS;
    else if (act == TERM_ACT_STOP)
        c->term = PRODUCT_NO_TERM;
    else if (act == TERM_ACT_PAUSE)
        c->term = PRODUCT_PAUSED;
}

/* The other case was merged into this one: it is told with it. */
static void tell_merged(const struct product_rules *rules, struct product *next, int lead)
{
    struct objection_facts facts = case_facts(next, 1 - lead);
    if (!next->cases[1 - lead].there)
        return;
    for (size_t i = 0; i < rules->objections; i++)
        if (rules->objection[i].move == MOVE_NOTIFY_MERGED && !objection_may(&rules->objection[i], &facts, &clockwork)) {
            next->cases[1 - lead].state = rules->objection[i].to;
            clock_of(&next->cases[1 - lead], rules->objection[i].act);
            return;
        }
}

static void case_moves(const struct walk *w, int i, const struct objection_move_row *row, int64_t first, unsigned found, unsigned broken)
{
    struct product next = *w->at;
    struct product_case *c = &next.cases[i];
    c->before = row->to == OBJECTION_SUSPENDED ? row->from : 0;
    c->state = row->to;
    clock_of(c, row->act);
    c->supplemented |= row->move == MOVE_ASK_SUPPLEMENT;
    c->extended |= row->move == MOVE_EXTEND;
    c->reviewed |= row->to == OBJECTION_REVIEW_REQUESTED;
    c->refused = row->to == OBJECTION_NOT_ACCEPTED || (c->refused && row->to == OBJECTION_REVIEW_REQUESTED);
    if (row->move == MOVE_DECIDE && first == c->drafter)
        broken |= 1u << PRODUCT_ALONE;
    if (row->move == MOVE_DECIDE_REVIEW && (first == A || first == B))
        broken |= 1u << PRODUCT_ALONE;
    if (row->move == MOVE_DRAFT_DECISION)
        c->drafter = (unsigned)first;
    else if (row->from == OBJECTION_DECISION_DRAFTED && row->to != OBJECTION_SUSPENDED)
        c->drafter = 0;
    if (row->move == MOVE_DECIDE || row->move == MOVE_DECIDE_REVIEW)
        next.found = row->move == MOVE_DECIDE_REVIEW || found > next.found ? found : next.found;
    if (row->move == MOVE_REFUSE && !(row->needs & OBJECTION_NEED_CODE))
        broken |= 1u << PRODUCT_UNEXPLAINED;
    if (row->to == OBJECTION_ACCEPTED)
        hold(w->rules, &next);
    if (row->move == MOVE_NOTIFY)
        tell_merged(w->rules, &next, i);
    reach(w, &next, broken);
}

static bool other_can_lead(const struct product *s, int i)
{
    const struct product_case *o = &s->cases[1 - i];
    return open_case(o) && o->state != OBJECTION_MERGED && o->state != OBJECTION_REGISTERED && o->state != OBJECTION_SUBMITTED;
}

/* A decision has one of three results. */
static void with_results(const struct walk *w, int i, const struct objection_move_row *row, int64_t first, unsigned broken)
{
    bool decides = row->move == MOVE_DECIDE || row->move == MOVE_DECIDE_REVIEW;
    for (unsigned found = 0; found <= (decides ? 2 : 0); found++)
        case_moves(w, i, row, first, found, broken);
}

static void try_officers(const struct walk *w, int i, const struct objection_move_row *row, const struct objection_facts *facts)
{
    for (int p = 0; p < PEOPLE; p++) {
        /* A and B are alike: of a draft, one of them is enough. */
        if (objection_may(row, facts, &people[p]) || (row->move == MOVE_DRAFT_DECISION && people[p].id == B))
            continue;
        unsigned broken = people[p].conflicted ? 1u << PRODUCT_RECUSED_ACTS : 0;
        if (!row->second)
            with_results(w, i, row, people[p].id, broken);
        for (int q = 0; row->second && q < PEOPLE; q++)
            if (!objection_may_agree(row, facts, &people[q], people[p].id))
                with_results(w, i, row, people[p].id,
                             broken | (people[q].conflicted ? 1u << PRODUCT_RECUSED_ACTS : 0) | (p == q ? 1u << PRODUCT_ALONE : 0));
    }
}

static void try_objection(const struct walk *w, int i, const struct objection_move_row *row)
{
    struct objection_facts facts = case_facts(w->at, i);
    if (row->move == MOVE_NOTIFY_MERGED || (row->move == MOVE_MERGE && !other_can_lead(w->at, i)))
        return;
    if (row->who == ACTOR_OBJECTOR && !objection_may(row, &facts, &objector))
        case_moves(w, i, row, 0, 0, 0);
    else if (row->who == ACTOR_SYSTEM && !objection_may(row, &facts, &clockwork))
        case_moves(w, i, row, 0, 0, 0);
    else if (row->who == ACTOR_OFFICER)
        try_officers(w, i, row, &facts);
}

/* ---- the assist request, of the first case ---- */

static void assist_goes(const struct walk *w, const struct assist_move_row *row, int64_t who, unsigned broken)
{
    struct product next = *w->at;
    next.assist = row->to;
    if (row->step == ASSIST_STEP_SEND && (next.accused || who == next.assist_drafter))
        broken |= 1u << PRODUCT_UNION_LEARNS;
    next.time_asked |= row->step == ASSIST_STEP_ASK_TIME;
    next.assist_signed |= row->step == ASSIST_STEP_SIGN;
    if (row->act != TERM_ACT_KEEP)
        next.assist_over = 0;
    /* What no rule asks any more makes no world of its own. */
    next.assist_signed &= assist_is_open((enum assist_state)next.assist);
    next.time_asked &= next.assist == ASSIST_SIGNED || next.assist == ASSIST_TIME_ASKED;
    if (next.assist == ASSIST_ESCALATED)
        next.assist_over = 1;
    reach(w, &next, broken);
}

static void try_assist(const struct walk *w, const struct assist_move_row *row)
{
    const struct product *s = w->at;
    struct assist_facts facts = { .state = (enum assist_state)s->assist, .case_state = (enum objection_state)s->cases[0].state,
                                  .union_id = UNION, .drafter = s->assist_drafter, .accused = s->accused,
                                  .time_asked = s->time_asked, .is_signed = s->assist_signed, .term_over = s->assist_over > 0,
                                  .day_late = s->assist_over == 2 };
    if (row->who == ACTOR_UNION && !assist_may(row, &facts, &nominating))
        assist_goes(w, row, UNION, 0);
    else if (row->who == ACTOR_SYSTEM && !assist_may(row, &facts, &clockwork))
        assist_goes(w, row, 0, 0);
    for (int p = 0; row->who == ACTOR_OFFICER && p < PEOPLE; p++)
        if (!assist_may(row, &facts, &people[p]))
            assist_goes(w, row, people[p].id, people[p].conflicted ? 1u << PRODUCT_RECUSED_ACTS : 0);
}

static void draft_assist(const struct walk *w)
{
    struct product next = *w->at;
    unsigned s = next.cases[0].state;
    if (!next.cases[0].there || next.assist_there || (s != OBJECTION_ACCEPTED && s != OBJECTION_INVESTIGATING))
        return;
    next.assist_there = 1;
    next.assist = ASSIST_DRAFT;
    next.assist_drafter = A;
    reach(w, &next, 0);
}

/* ---- what comes from outside ---- */

static void comes_in(const struct walk *w, int i, enum objection_state state)
{
    struct product next = *w->at;
    /* The second has had its supplement, its extension and its review: what is asked once is tried with the first. */
    unsigned once = i == 1;
    next.cases[i] = (struct product_case){ .there = 1, .state = state, .term = PRODUCT_RUNS, .supplemented = once, .extended = once,
                                           .reviewed = once };
    reach(w, &next, 0);
}

static void outside(const struct walk *w)
{
    struct product next = *w->at;
    bool shown = next.candidate == CANDIDACY_NOTICED || next.candidate == CANDIDACY_HELD;
    if (shown && !next.cases[0].there)
        for (int late = 0; late < 2; late++)
            comes_in(w, 0, next.period_over ? OBJECTION_LATE_RECORDED : late ? OBJECTION_CLUE : OBJECTION_REGISTERED);
    if (shown && !next.cases[1].there && !next.period_over)
        comes_in(w, 1, OBJECTION_SUBMITTED);
    if (!next.vacancy && next.nomination) {
        next.vacancy = 1;
        reach(w, &next, 0);
    }
}

/* Time matters only where a rule asks for it. */
static void time_passes(const struct walk *w)
{
    struct product next = *w->at;
    if (next.candidate != CANDIDACY_PROPOSED && !next.period_over) {
        next.period_over = 1;
        reach(w, &next, 0);
    }
    for (int i = 0; i < 2; i++) {
        next = *w->at;
        unsigned s = next.cases[i].state;
        if (next.cases[i].there && next.cases[i].term == PRODUCT_RUNS &&
            (s == OBJECTION_SUPPLEMENT || s == OBJECTION_NOTIFIED || s == OBJECTION_NOT_ACCEPTED)) {
            next.cases[i].term = PRODUCT_OVER;
            reach(w, &next, 0);
        }
    }
    next = *w->at;
    if (assist_open(&next) && next.assist_over < (next.assist == ASSIST_OVERDUE ? 2 : 1)) {
        next.assist_over++;
        reach(w, &next, 0);
    }
}

void product_step(const struct product_rules *rules, const struct product *s, product_reached reached, void *ctx)
{
    struct walk w = { rules, s, reached, ctx };
    for (size_t i = 0; i < rules->candidacies; i++)
        if (rules->candidacy[i].move != CANDIDACY_MOVE_HOLD)
            try_candidacy(&w, &rules->candidacy[i]);
    for (int c = 0; c < 2; c++)
        for (size_t i = 0; s->cases[c].there && i < rules->objections; i++)
            try_objection(&w, c, &rules->objection[i]);
    for (size_t i = 0; s->assist_there && i < rules->assists; i++)
        try_assist(&w, &rules->assist[i]);
    draft_assist(&w);
    outside(&w);
    time_passes(&w);
}

/* ---- packing ---- */

static void put(uint64_t *bits, unsigned width, unsigned value)
{
    *bits = *bits << width | value;
}

static unsigned get(uint64_t *bits, unsigned width)
{
    unsigned value = (unsigned)(*bits & ((1u << width) - 1));
    *bits >>= width;
    return value;
}

static const struct { size_t at; unsigned width; } fields[] = {
#define CASE_FIELD(i, name, width) { offsetof(struct product, cases) + (i) * sizeof(struct product_case) + offsetof(struct product_case, name), width }
#define CASE_FIELDS(i) \
    CASE_FIELD(i, there, 1), CASE_FIELD(i, state, 5), CASE_FIELD(i, before, 5), CASE_FIELD(i, supplemented, 1), CASE_FIELD(i, extended, 1), \
    CASE_FIELD(i, reviewed, 1), CASE_FIELD(i, refused, 1), CASE_FIELD(i, drafter, 2), CASE_FIELD(i, term, 2)
    CASE_FIELDS(0), CASE_FIELDS(1),
    { offsetof(struct product, assist_there), 1 }, { offsetof(struct product, assist), 4 }, { offsetof(struct product, assist_drafter), 2 },
    { offsetof(struct product, time_asked), 1 }, { offsetof(struct product, assist_signed), 1 }, { offsetof(struct product, assist_over), 2 },
    { offsetof(struct product, accused), 1 },
    { offsetof(struct product, candidate), 4 }, { offsetof(struct product, nomination), 1 }, { offsetof(struct product, vacancy), 1 },
    { offsetof(struct product, found), 2 }, { offsetof(struct product, period_over), 1 },
};
#define FIELDS (sizeof fields / sizeof fields[0])

uint64_t product_pack(const struct product *s)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < FIELDS; i++)
        put(&bits, fields[i].width, *(const unsigned *)((const char *)s + fields[i].at));
    return bits;
}

struct product product_unpack(uint64_t bits)
{
    struct product s = { .candidate = 0 };
    for (size_t i = FIELDS; i-- > 0;)
        *(unsigned *)((char *)&s + fields[i].at) = get(&bits, fields[i].width);
    return s;
}
