/* attempt_request: what the office and the union try with a request to check something. */
#include "attempts.h"

#include "assist_work.h"
#include "secret.h"
#include "staff.h"
#include "union_work.h"

#define ABSTRACT "请核查贵会推荐的人选的专利证书，附登记簿。"

static struct fail f;

static struct shadow_request *newest(struct shadow_case *c)
{
    return c->request_count ? &c->requests[c->request_count - 1] : NULL;
}

static struct assist_facts facts_of(const struct shadow_case *c, const struct shadow_request *r)
{
    return (struct assist_facts){ .state = r->state, .case_state = c->state, .union_id = world_union.union_id,
                                  .drafter = r->drafter->s.officer_id, .accused = c->accuses, .time_asked = r->time_asked,
                                  .is_signed = r->is_signed, .term_over = r->due && r->due <= world_now };
}

static struct shadow_case *some_case(void)
{
    struct shadow_case *c = attempt_case();
    for (int tries = 0; c && tries < 10 && !assist_may_begin(c->state) && world_chance(95); tries++)
        c = attempt_case();
    return c;
}

/* ---- the office ---- */

/* A draft is told from another by its instant. */
static instant drafted_at(const struct shadow_request *r)
{
    return r ? world_number("SELECT CAST(UNIX_TIMESTAMP(drafted_at) * 1000000 AS SIGNED) FROM assist WHERE id = %lld", (long long)r->id)
        : 0;
}

static void draft(struct shadow_case *c, const struct world_officer *o)
{
    struct shadow_request *r = newest(c), *open = r && r->state == ASSIST_DRAFT ? r : NULL;
    if (!open && c->request_count == SHADOW_REQUESTS)
        return;
    struct assist_work_in in = { .receipt = c->receipt, .seen = "", .abstract = ABSTRACT, .assist_id = open ? open->id : 0,
                                 .drafted_at = drafted_at(open), .accuses_union = c->accuses };
    const char *wanted = shadow_may_read(c, o);
    if (!wanted)
        wanted = !(o->s.roles & STAFF_CASE) ? "forbidden" : !assist_may_begin(c->state) ? "case_moved" : c->accuses ? "union_accused"
            : NULL;
    if (shadow_came("draft a request", c, o, assist_work_draft(world_staff, &o->s, &in, &f), &f, wanted)) {
        if (!open)
            open = &c->requests[c->request_count++];
        *open = (struct shadow_request){ .state = ASSIST_DRAFT, .drafter = o,
                                         .id = world_number("SELECT MAX(id) FROM assist WHERE objection_id = %lld", (long long)c->id) };
        shadow.states[1][ASSIST_DRAFT] = true;
    }
    shadow_check(c, NULL);
}

static void send_out(struct shadow_case *c, struct shadow_request *r, const struct world_officer *o)
{
    struct assist_facts facts = facts_of(c, r);
    struct actor actor = shadow_actor(o, c->candidate);
    const struct assist_move_row *row = assist_find_move(ASSIST_STEP_SEND, r->state, ACTOR_OFFICER);
    struct assist_work_in in = { .receipt = c->receipt, .seen = "", .assist_id = r->id, .drafted_at = drafted_at(r) };
    const char *wanted = row ? assist_may(row, &facts, &actor) : "case_moved";
    if (shadow_came("send a request", c, o, assist_work_send(world_staff, &o->s, &in, &f), &f, wanted) && row) {
        char *slug;
        shadow_requests_move(r, row);
        if (!world_row(attempt_pool, &slug, 1, "SELECT slug FROM union_letter WHERE assist_id = %lld", (long long)r->id))
            log_die("request %lld without a letter", (long long)r->id);
        snprintf(r->slug, sizeof r->slug, "%s", slug);
    }
    shadow_check(c, NULL);
}

/* More time or not, going on without, taking back. */
static void step(struct shadow_case *c, struct shadow_request *r, const struct world_officer *o)
{
    static const enum assist_step steps[] = { ASSIST_STEP_GRANT_TIME, ASSIST_STEP_DENY_TIME, ASSIST_STEP_GIVE_UP, ASSIST_STEP_RECALL };
    enum assist_step which = steps[world_random(4)];
    for (int tries = 0; tries < 8 && (!assist_find_move(which, r->state, ACTOR_OFFICER) || (which == ASSIST_STEP_RECALL &&
        world_chance(80)));
         tries++)
        which = steps[world_random(4)];
    if (r->state == ASSIST_ESCALATED && world_chance(60))
        which = ASSIST_STEP_GIVE_UP; /* few come so far: else the end of it would be seen too seldom */
    const struct assist_move_row *row = assist_find_move(which, r->state, ACTOR_OFFICER);
    struct assist_facts facts = facts_of(c, r);
    struct actor actor = shadow_actor(o, c->candidate);
    bool bare = world_chance(5), stale = world_chance(5);
    struct assist_work_step in = { c->receipt, r->id, which, stale ? "UNANSWERED" : assist_state_word(r->state), bare ? "" : "请按期办理。" };
    const char *wanted = row ? assist_may(row, &facts, &actor) : "case_moved";
    if (!wanted && stale && r->state != ASSIST_UNANSWERED)
        wanted = "case_moved";
    if (!wanted && bare && (row->needs & OBJECTION_NEED_NOTE))
        wanted = "record_needed";
    if (shadow_came(assist_step_word(which), c, o, assist_work_step(world_staff, &o->s, &in, &f), &f, wanted) && row)
        shadow_requests_move(r, row);
    shadow_check(c, NULL);
}

void attempt_request(void)
{
    struct shadow_case *c = some_case();
    if (!c || (!assist_may_begin(c->state) && world_chance(92)))
        return;
    const struct world_officer *o = shadow_somebody(STAFF_CASE);
    struct shadow_request *r = newest(c);
    if (r && r->state == ASSIST_DRAFT && world_chance(70))
        send_out(c, r, o);
    else if (r && world_chance(50))
        step(c, r, o);
    else
        draft(c, o);
}

/* ---- the union ---- */

static const char *may(const struct shadow_case *c, const struct shadow_request *r, const struct assist_move_row *row)
{
    struct assist_facts facts = facts_of(c, r);
    struct actor actor = { .kind = ACTOR_UNION, .id = world_union.union_id };
    return row ? assist_may(row, &facts, &actor) : "case_moved";
}

static bool call(enum assist_step which, const struct union_session_row *s, const char *slug)
{
    struct token t = { .opened_at = (world_now - 300) * CLOCK_SECOND };
    struct union_work_reply in = { slug, "登记簿见附件。", &t, 0 };
    secret_random(t.secret, sizeof t.secret);
    if (which == ASSIST_STEP_SIGN)
        return union_work_sign(world_unions, s, slug, &f);
    if (which == ASSIST_STEP_ASK_TIME)
        return union_work_ask_time(world_unions, s, slug, "登记簿在档案馆。", &f);
    return union_work_reply(world_unions, s, &in, &f);
}

void attempt_union(void)
{
    static const enum assist_step steps[] = { ASSIST_STEP_SIGN, ASSIST_STEP_ASK_TIME, ASSIST_STEP_REPLY };
    struct shadow_case *c = attempt_case();
    for (int tries = 0; c && !c->request_count && tries < 20; tries++)
        c = attempt_case();
    struct shadow_request *r = c ? newest(c) : NULL;
    if (!r || !r->slug[0] || (!assist_is_open(r->state) && world_chance(90)))
        return;
    bool other = world_chance(10);
    enum assist_step which = steps[world_random(3)];
    const struct assist_move_row *row = assist_find_move(which, r->state, ACTOR_UNION);
    /* Signing again changes nothing. */
    bool again = which == ASSIST_STEP_SIGN && r->is_signed;
    const char *wanted = other ? "not_found" : again ? NULL : may(c, r, row);
    if (shadow_came(assist_step_word(which), c, NULL, call(which, other ? &world_other_union : &world_union, r->slug), &f, wanted) &&
        !again &&
        row)
        shadow_requests_move(r, row);
    shadow_check(c, NULL);
}
