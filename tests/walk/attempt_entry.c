/* attempt_entry: objections come in, objectors come back with their codes, and officers say how they stand to the candidate. */
#include "attempts.h"

#include "objector.h"
#include "recuse.h"
#include "secret.h"
#include "staff.h"
#include "submit.h"

static struct fail f;

struct shadow_case *attempt_case_new(const char *number, const char *code, enum objection_state state, int candidate)
{
    struct shadow_case *c = &shadow.cases[shadow.case_count++];
    *c = (struct shadow_case){ .candidate = candidate, .accuses = world_chance(15), .state = state, .before = OBJECTION_STATE__MAX };
    if (!receipt_number_read(number, c->receipt))
        log_die("a number that cannot be read: %s", number);
    snprintf(c->code, sizeof c->code, "%s", code);
    c->id = world_number("SELECT id FROM objection WHERE receipt = '%s'", c->receipt);
    world_sql("INSERT INTO walk_objector VALUES (%lld, '%s', %d)", (long long)c->id, c->receipt, c->accuses);
    shadow.states[0][c->state] = true;
    return c;
}

static void declare(const struct shadow_case *c, const struct world_officer *o)
{
    const char *wanted = shadow.said[c->candidate] & shadow_bit(o) ? "case_moved" : NULL;
    if (shadow_came("declare", c, o, recuse_declare(world_staff, &o->s, c->receipt, o->tied, o->tied ? "表兄弟" : "", NULL, &f), &f, wanted))
        shadow.said[c->candidate] |= shadow_bit(o);
}

void attempt_declarations(const struct shadow_case *c)
{
    for (size_t i = 0; i < world_officer_count; i++) {
        const struct world_officer *o = &world_officers[i];
        if (!o->silent && o->s.roles >= STAFF_IDENTITY && !(shadow.said[c->candidate] & shadow_bit(o)))
            declare(c, o);
    }
}

void attempt_declaration(void)
{
    struct shadow_case *c = attempt_case();
    if (c)
        declare(c, shadow_anybody());
}

void attempt_objection(void)
{
    int candidate = (int)world_random(WORLD_CANDIDATES);
    bool anonymous = world_chance(10), late = world_now >= shadow.candidates[candidate].closes;
    struct token t = { .opened_at = (late ? shadow.candidates[candidate].closes - 60 : world_now - 300) * CLOCK_SECOND };
    struct submit_out out;
    /* Begun in time and sent soon after the end is kept as late: within two hours. */
    int64_t closes = shadow.candidates[candidate].closes;
    bool begun_in_time = world_now < closes + 7200;
    if (shadow.case_count == SHADOW_CASES || (!begun_in_time && world_chance(90)))
        return;
    secret_random(t.secret, sizeof t.secret);
    struct submit_in in = { .token = &t, .tag_key = world_tag_key, .notice = shadow.round.notice,
        .candidate = shadow.round.slugs[candidate],
                            .kind = anonymous ? OBJECTION_ANONYMOUS : OBJECTION_PERSON, .grounds = "A1,OWNERSHIP",
                            .statement = ATTEMPT_MARK "说他的专利证书是借来的", .name = anonymous ? "" : ATTEMPT_MARK, .phone = anonymous ? ""
                                : "13900000009",
                            .email = anonymous ? "" : "he@example.org", .unit = "", .head = "" };
    const char *wanted = !anonymous && late && !begun_in_time ? "period_over" : NULL;
    if (!shadow_came("submit", NULL, NULL, submit_send(attempt_pool, world_public, &in, &out, &f), &f, wanted))
        return;
    struct shadow_case *c = attempt_case_new(out.number, out.code, out.state, candidate);
    enum objection_state state = anonymous ? OBJECTION_CLUE : late ? OBJECTION_LATE_RECORDED : OBJECTION_SUBMITTED;
    if (c->state != state)
        shadow_came("submit", c, NULL, true, &f, objection_state_word(state));
    attempt_declarations(c);
    shadow_check(c, NULL);
}

/* ---- with the lookup code ---- */

static enum objection_move some_move_of_his(const struct shadow_case *c)
{
    static const enum objection_move his[] = { MOVE_SUPPLY, MOVE_REQUEST_REVIEW, MOVE_WITHDRAW };
    enum objection_move move = his[world_random(3)];
    /* Few withdraw, or little would be seen of all that comes later. */
    for (int tries = 0; tries < 6 && (!shadow_row(c, move) || (move == MOVE_WITHDRAW && world_chance(90))); tries++)
        move = his[world_random(3)];
    return move;
}

void attempt_objector(void)
{
    struct shadow_case *c = attempt_case();
    for (int tries = 0; c && tries < 30 && c->state != OBJECTION_SUPPLEMENT && c->state != OBJECTION_NOTIFIED && world_chance(90); tries++)
        c = attempt_case();
    if (!c)
        return;
    struct token t = { .opened_at = (world_now - 300) * CLOCK_SECOND };
    enum objection_move move = some_move_of_his(c);
    const struct objection_move_row *row = shadow_row(c, move);
    if (shadow_objector_may(c, row) && world_chance(90))
        return;
    bool another = world_chance(5);
    const char *code = another ? shadow.cases[world_random((uint64_t)shadow.case_count)].code : c->code;
    struct objector_in in = { { c->receipt, code }, &t, move, move == MOVE_WITHDRAW ? "" : ATTEMPT_MARK "补充：登记簿第三页。" };
    struct objector_out out;
    secret_random(t.secret, sizeof t.secret);
    const char *wanted = strcmp(code, c->code) != 0 ? "track_wrong" : shadow_objector_may(c, row);
    if (shadow_came(objection_move_word(move), c, NULL, objector_do(attempt_pool, world_public, &in, &out, &f), &f, wanted) && row) {
        /* The same form once more is the same answer. */
        if (!objector_do(attempt_pool, world_public, &in, &out, &f) || !out.again)
            shadow_came("the same form again", c, NULL, false, &f, NULL);
        shadow_moves(c, row, NULL, NULL);
        shadow_check(c, row);
    } else {
        shadow_check(c, NULL);
    }
}
