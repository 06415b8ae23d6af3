/* attempt_register: what comes by letter, call or visit: one of the desk types it in, another compares it with the paper. */
#include "attempts.h"

#include "registration.h"
#include "secret.h"
#include "staff.h"

static struct fail f;

void attempt_registration(void)
{
    static const enum incoming_channel channels[] = { INCOMING_LETTER, INCOMING_CALL, INCOMING_VISIT };
    int candidate = (int)world_random(WORLD_CANDIDATES);
    const struct world_officer *o = shadow_anybody();
    bool anonymous = world_chance(10), blind = world_chance(5);
    struct token t = { .opened_at = (world_now - 300) * CLOCK_SECOND };
    struct registration_out out;
    if (shadow.case_count == SHADOW_CASES)
        return;
    /* The page is for the desk alone. */
    while (!(o->s.roles & STAFF_INTAKE))
        o = shadow_anybody();
    secret_random(t.secret, sizeof t.secret);
    struct registration_in in = {
        .s = &o->s, .token = &t, .tag_key = world_tag_key, .candidate_id = shadow.round.candidates[candidate],
        .came = { channels[world_random(3)], clock_day_beijing(world_now * CLOCK_SECOND) + blind, 0 }, .late_known = true,
        .said = { anonymous ? OBJECTION_ANONYMOUS : OBJECTION_PERSON, "A1,OWNERSHIP", ATTEMPT_MARK "来信说他的专利证书是借来的",
                  anonymous ? "" : ATTEMPT_MARK, anonymous ? "" : "13900000009", "", "", "", "" } };
    const char *wanted = blind ? "received_ahead" : NULL;
    if (!shadow_came("register", NULL, o, registration_enter(attempt_pool, world_staff, &in, &out, &f), &f, wanted))
        return;
    shadow.said[candidate] |= shadow_bit(o);
    struct shadow_case *c = attempt_case_new(out.number, out.code, OBJECTION_REGISTERED, candidate);
    c->enterer = o;
    c->anonymous = anonymous;
    attempt_declarations(c);
    shadow_check(c, NULL);
}

/* What an entry is that is right: in time if its day lies in a period that was printed for him. */
static enum objection_move becomes(const struct shadow_case *c)
{
    bool in_time = world_number(
        "SELECT EXISTS (SELECT 1 FROM candidate_entry e JOIN notice_version v ON v.id = e.version_id AND v.state = 'PUBLISHED' JOIN "
        "notice_version p ON p.id = COALESCE(e.period_version_id, e.version_id) WHERE e.candidate_id = o.candidate_id AND o.received_day "
        "BETWEEN p.open_day AND p.close_day) FROM objection o WHERE o.id = %lld", (long long)c->id);
    return c->anonymous ? MOVE_CHECK_ENTRY_CLUE : in_time ? MOVE_CHECK_ENTRY : MOVE_CHECK_ENTRY_LATE;
}

void attempt_second_reader(void)
{
    struct shadow_case *c = attempt_case();
    for (int tries = 0; c && tries < 20 && c->state != OBJECTION_REGISTERED; tries++)
        c = attempt_case();
    if (!c || !c->enterer || (c->state != OBJECTION_REGISTERED && world_chance(80)))
        return;
    const struct world_officer *o = shadow_somebody(STAFF_INTAKE);
    bool right = world_chance(85), bare = world_chance(10);
    enum objection_move move = right ? becomes(c) : MOVE_VOID_ENTRY;
    const struct objection_move_row *row = shadow_row(c, move);
    const char *wanted = !right && bare ? "void_needed" : shadow_may(c, row, o);
    if (shadow_came(objection_move_word(move), c, o, registration_settle(world_staff, &o->s, c->receipt, right, bare ? "" : "地址写错了", &f),
        &f,
                    wanted) && row) {
        shadow_moves(c, row, o, NULL);
        shadow_check(c, row);
    } else {
        shadow_check(c, NULL);
    }
}
