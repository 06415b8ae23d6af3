/* attempt_case: what the office tries with an objection. */
#include "attempts.h"

#include "decide.h"
#include "staff.h"

#define TOLD "告知反映人的话。"
#define NOTE "存卷的话。"

static const struct decision_finding findings[2] = { { "A1", "UNTRUE" }, { "OWNERSHIP", "UNVERIFIABLE" } };
static const struct decide_words results = { "异议成立", "异议部分成立", "异议不成立" };
static struct fail f;

struct shadow_case *attempt_case(void)
{
    struct shadow_case *c = shadow.case_count ? &shadow.cases[world_random((uint64_t)shadow.case_count)] : NULL;
    /* Where all is over little can be tried. */
    for (int tries = 0; c && tries < 20 && objection_state_stage(c->state) == OBJECTION_ENDED && world_chance(95); tries++)
        c = &shadow.cases[world_random((uint64_t)shadow.case_count)];
    return c;
}

/* Mostly one that the table has from here; of some, the one that has been made least. */
static enum objection_move some_move(const struct shadow_case *c)
{
    size_t n;
    const struct objection_move_row *rows = objection_moves(&n), *best = NULL;
    for (int tries = 0, found = 0; tries < 400 && found < 3; tries++) {
        const struct objection_move_row *row = &rows[world_random(n)];
        bool fits = row->from == c->state && row->who == ACTOR_OFFICER;
        found += fits;
        if (fits && (!best || shadow.made[row->move] < shadow.made[best->move]))
            best = row;
    }
    return best && world_chance(97) ? best->move : rows[world_random(n)].move;
}

/* ---- moves with what comes with them ---- */

static const char *missing(const struct objection_move_row *row, const struct moderate_in *in)
{
    if ((row->needs & OBJECTION_NEED_TOLD) && !in->told[0])
        return "told_needed";
    if ((row->needs & OBJECTION_NEED_NOTE) && !in->note[0])
        return "record_needed";
    return (row->needs & OBJECTION_NEED_CODE) && !in->code[0] ? "code_choose_one" : NULL;
}

static bool can_lead(const struct shadow_case *lead, const struct shadow_case *c)
{
    static const bool leads[OBJECTION_STATE__MAX] = {
        [OBJECTION_PRELIM_REVIEW] = true, [OBJECTION_SUPPLEMENT] = true, [OBJECTION_ACCEPTED] = true, [OBJECTION_INVESTIGATING] = true,
        [OBJECTION_EXPERT_REVIEW] = true, [OBJECTION_HEARING] = true, [OBJECTION_DECISION_DRAFTED] = true, [OBJECTION_SUSPENDED] = true };
    return lead != c && lead->candidate == c->candidate && leads[lead->state];
}

static const char *unfit(const struct shadow_case *c, const struct world_officer *const pair[2])
{
    if (pair[0] == pair[1])
        return "pair_same";
    for (int i = 0; i < 2; i++)
        if (!(pair[i]->s.roles & STAFF_CASE) || shadow_actor(pair[i], c->candidate).conflicted)
            return "pair_unfit";
    return NULL;
}

static const char *const reviews[] = { "NOT_SUSTAINED", "PARTLY", "SUSTAINED", "UPHELD" };

static void do_move(struct shadow_case *c, enum objection_move move, const struct objection_move_row *row, const struct world_officer *o)
{
    struct shadow_case *other = attempt_case();
    const struct world_officer *pair[2] = { shadow_somebody(STAFF_CASE), shadow_somebody(STAFF_CASE) };
    int review = (int)world_random(4);
    bool bare = world_chance(3), stale = world_chance(3);
    struct moderate_in in = { .s = &o->s, .receipt = c->receipt, .seen = stale ? "CLOSED" : world_chance(50)
        ? objection_state_word(c->state) : "",
                              .move = move, .told = bare ? "" : TOLD, .note = bare ? "" : NOTE, 
                              .code = bare ? "" : move == MOVE_DECIDE_REVIEW ? reviews[review] : "NO_FACTS",
                              .other = other->receipt, .pair = { pair[0]->s.officer_id, pair[1]->s.officer_id },
                              .note_key = o->reads_persons ? KEYRING_IDENTITY : KEYRING_CASE };
    const char *wanted = stale && c->state != OBJECTION_CLOSED ? "case_moved" : shadow_may(c, row, o);
    if (!wanted)
        wanted = missing(row, &in);
    if (!wanted && move == MOVE_DECIDE_REVIEW && review < 3 && c->refused && !c->decided)
        wanted = "review_of_refusal";
    if (!wanted && row->second && c->proposed)
        wanted = "proposal_waits";
    if (!wanted && (row->needs & OBJECTION_NEED_CASE) && !can_lead(other, c))
        wanted = "merge_impossible";
    if (!wanted && (row->needs & OBJECTION_NEED_PAIR))
        wanted = unfit(c, pair);
    if (!shadow_came(objection_move_word(move), c, o, moderate_do(world_staff, &in, &f), &f, wanted) || !row) {
        shadow_check(c, NULL);
        return;
    }
    if (row->second) {
        c->proposed = row;
        c->proposer = o;
        shadow_check(c, NULL);
        return;
    }
    if (row->needs & OBJECTION_NEED_PAIR)
        c->hands |= shadow_bit(pair[0]) | shadow_bit(pair[1]);
    if (move == MOVE_DECIDE_REVIEW && review < 3) {
        c->result = review;
        c->turned = true;
        c->result_at = world_now;
    }
    c->lead = other;
    shadow_moves(c, row, o, NULL);
    shadow_check(c, row);
}

/* ---- decisions ---- */

static void draft(struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *o)
{
    static const char *const kinds[] = { "NOT_SUSTAINED", "PARTLY", "SUSTAINED" };
    int result = (int)world_random(3);
    struct decide_in in = { c->receipt, "", kinds[result], "登记簿上有他的名字", TOLD, findings, world_chance(3) ? 1 : 2 };
    const char *wanted = shadow_may(c, row, o);
    if (!wanted && in.finding_count < 2)
        wanted = "findings_missing";
    if (shadow_came("DRAFT_DECISION", c, o, decide_draft(world_staff, &o->s, &in, &f), &f, wanted) && row) {
        shadow_moves(c, row, o, NULL);
        c->drafter = o;
        c->draft_open = true;
        c->result = result;
        shadow_check(c, row);
    } else {
        shadow_check(c, NULL);
    }
}

/* Approves the newest decision or returns it. */
static void settle_draft(struct shadow_case *c, enum objection_move move, const struct objection_move_row *row,
    const struct world_officer *o)
{
    bool approve = move == MOVE_DECIDE;
    const char *wanted = !c->decision ? "not_found" : c->drafter == o ? "same_person" : shadow_may(c, row, o);
    bool ok = approve ? decide_approve(world_staff, &o->s, c->receipt, c->decision, &f)
                      : decide_return(world_staff, &o->s, c->receipt, c->decision, "请写明出处", &f);
    if (shadow_came(objection_move_word(move), c, o, ok, &f, wanted) && row) {
        shadow_moves(c, row, o, NULL);
        c->draft_open = false;
        c->approved |= approve;
        c->result_at = approve ? world_now : c->result_at;
        shadow_check(c, row);
    } else {
        shadow_check(c, NULL);
    }
}

/* Those that were merged into it are told with it. */
static void tell_merged(const struct shadow_case *lead)
{
    for (int i = 0; i < shadow.case_count; i++) {
        struct shadow_case *c = &shadow.cases[i];
        if (c->state == OBJECTION_MERGED && c->lead == lead) {
            const struct objection_move_row *row = shadow_row(c, MOVE_NOTIFY_MERGED);
            shadow_moves(c, row, NULL, NULL);
            c->hands |= lead->hands;
            shadow_check(c, row);
        }
    }
}

static void tell(struct shadow_case *c, const struct objection_move_row *row, const struct world_officer *o)
{
    const char *wanted = shadow_may_read(c, o);
    if (!wanted)
        wanted = !c->approved ? "case_moved" : !o->reads_cases ? "key_not_granted" : shadow_may(c, row, o);
    if (shadow_came("NOTIFY", c, o, decide_notify(world_staff, &o->s, c->receipt, "", &results, &f), &f, wanted) && row) {
        shadow_moves(c, row, o, NULL);
        shadow_check(c, row);
        tell_merged(c);
    } else {
        shadow_check(c, NULL);
    }
}

struct choice { struct shadow_case *c; enum objection_move move; const struct objection_move_row *row; const struct world_officer *o; };

static struct choice choose(void)
{
    struct choice x = { .c = attempt_case() };
    x.move = some_move(x.c);
    x.row = shadow_row(x.c, x.move);
    x.o = shadow_somebody(x.row ? x.row->role : 0);
    return x;
}

void attempt_move(void)
{
    if (!attempt_case())
        return;
    struct choice x = choose();
    /* Most of them are looked for until the rules have nothing against it; where nothing can be done little is tried. */
    int tries = world_chance(75) ? 40 : 0;
    for (; tries > 0 && (shadow_may(x.c, x.row, x.o) || (x.row->second && x.c->proposed)); tries--)
        x = choose();
    if (tries == 0 && world_chance(70))
        return;
    switch (x.move) {
    case MOVE_DRAFT_DECISION: draft(x.c, x.row, x.o); break;
    case MOVE_DECIDE:
    case MOVE_RETURN_DECISION: settle_draft(x.c, x.move, x.row, x.o); break;
    case MOVE_NOTIFY: tell(x.c, x.row, x.o); break;
    default: do_move(x.c, x.move, x.row, x.o); break;
    }
}

/* ---- the second person ---- */

static void agree(struct shadow_case *c, const struct world_officer *o)
{
    const struct objection_move_row *row = c->proposed;
    const struct world_officer *first = c->proposer;
    int64_t id = row && world_chance(97) ? c->proposal : 1;
    const char *wanted = shadow_may_read(c, o);
    if (!wanted)
        wanted = !row || id != c->proposal ? "case_moved" : o == first ? "same_person" : !o->reads_cases ? "key_not_granted" : NULL;
    if (!wanted)
        wanted = shadow_may(c, row, first);
    if (!wanted)
        wanted = shadow_may_agree(c, row, o, first);
    if (shadow_came("AGREE", c, o, moderate_agree(world_staff, &o->s, c->receipt, id, &f), &f, wanted) && row) {
        shadow_moves(c, row, first, o);
        shadow_check(c, row);
    } else {
        shadow_check(c, NULL);
    }
}

static void send_back(struct shadow_case *c, const struct world_officer *o)
{
    const struct objection_move_row *row = c->proposed;
    const char *wanted = !row ? "case_moved" : o == c->proposer ? "same_person" : shadow_may_agree(c, row, o, c->proposer);
    if (shadow_came("SEND_BACK", c, o, moderate_send_back(world_staff, &o->s, c->receipt, c->proposal, "理由不充分", &f), &f, wanted))
        c->proposed = NULL;
    shadow_check(c, NULL);
}

void attempt_agreement(void)
{
    struct shadow_case *c = attempt_case();
    for (int tries = 0; c && !c->proposed && tries < 20; tries++)
        c = attempt_case();
    if (!c || (!c->proposed && world_chance(90)))
        return;
    const struct world_officer *o = shadow_somebody(c->proposed ? c->proposed->second : 0);
    for (int tries = world_chance(70) ? 30 : 0; tries > 0 && c->proposed && shadow_may_agree(c, c->proposed, o, c->proposer); tries--)
        o = shadow_somebody(c->proposed->second);
    if (world_chance(85))
        agree(c, o);
    else
        send_back(c, o);
}
