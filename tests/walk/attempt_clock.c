/* attempt_clock: what happens by itself: the sweep of the clocks, and the publication of those who are noticed again. */
#include "attempts.h"

#include "candidacy_work.h"
#include "sweep.h"
#include "watch.h"
#include "workdays.h"

static struct fail f;
static const struct actor clockwork = { .kind = ACTOR_SYSTEM };

/* ---- what must have happened ---- */

static void periods_end(void)
{
    for (int i = 0; i < WORLD_CANDIDATES; i++) {
        struct candidacy_facts facts = shadow_candidate_facts(i);
        const struct candidacy_move_row *row = candidacy_find_move(CANDIDACY_MOVE_EXPIRE, facts.state);
        if (row && !candidacy_may(row, &facts, &clockwork)) {
            shadow_candidate_moves(i, row);
            shadow_came("EXPIRE", NULL, NULL, true, &f, NULL);
        }
    }
}

static void cases_end(struct shadow_case *c)
{
    size_t n;
    const struct objection_move_row *rows = objection_moves(&n);
    for (size_t i = 0; i < n; i++)
        if (rows[i].who == ACTOR_SYSTEM && rows[i].move != MOVE_NOTIFY_MERGED && !shadow_system_may(c, &rows[i])) {
            shadow_moves(c, &rows[i], NULL, NULL);
            shadow_came(objection_move_word(rows[i].move), c, NULL, true, &f, NULL);
            return;
        }
}

/* A whole working day after the last one. */
static bool day_late(const struct shadow_request *r)
{
    static struct workdays days;
    day next;
    if (!days.calendar.count)
        house_ok(workdays_load(house.m, world_staff, &days, &f), f);
    if (!r->due || !calendar_after(&days.calendar, clock_day_beijing(r->due * CLOCK_SECOND - 1), 1, &next, &f))
        return false;
    return world_now * CLOCK_SECOND >= clock_day_start(next + 1);
}

static void request_ends(struct shadow_case *c, struct shadow_request *r)
{
    size_t n;
    const struct assist_move_row *rows = assist_moves(&n);
    struct assist_facts facts = { .state = r->state, .case_state = c->state, .union_id = world_union.union_id,
                                  .term_over = r->due && r->due <= world_now, .day_late = day_late(r) };
    for (size_t i = 0; i < n; i++)
        if (rows[i].who == ACTOR_SYSTEM && !assist_may(&rows[i], &facts, &clockwork)) {
            shadow_requests_move(r, &rows[i]);
            shadow_came(assist_step_word(rows[i].step), c, NULL, true, &f, NULL);
            return;
        }
}

void attempt_clock(void)
{
    static const struct sweep_words words = { "没有按时补正，视为放弃。" };
    house_ok(sweep_round(world_notify, &words, &f), f);
    periods_end();
    for (int i = 0; i < shadow.case_count; i++)
        cases_end(&shadow.cases[i]);
    for (int i = 0; i < shadow.case_count; i++) {
        struct shadow_case *c = &shadow.cases[i];
        for (int k = 0; k < c->request_count; k++)
            request_ends(c, &c->requests[k]);
        shadow_check(c, NULL);
    }
    for (int i = 0; i < WORLD_CANDIDATES; i++)
        shadow_candidate_check(i);
}

/* ---- publication ---- */

static bool publish_work(struct db *db, void *ctx, struct fail *fail)
{
    return candidacy_work_publish(attempt_pool, db, *(const int64_t *)ctx, fail);
}

/* By the service, as publication does it in its transaction. */
static void published(void)
{
    house_ok(db_transaction(world_staff, publish_work, &shadow.round.version, &f), f);
    watch_published();
}

void attempt_round(void)
{
    const struct candidacy_move_row *row = candidacy_find_move(CANDIDACY_MOVE_PUBLISH, CANDIDACY_PROPOSED);
    shadow.round = world_round();
    shadow.case_count = 0;
    memset(&shadow.paper, 0, sizeof shadow.paper);
    memset(shadow.said, 0, sizeof shadow.said);
    published();
    for (int i = 0; i < WORLD_CANDIDATES; i++) {
        shadow.candidates[i] = (struct shadow_candidate){ .nomination = i + 1 == WORLD_CANDIDATES, .closes = shadow.round.closes };
        shadow.states[2][CANDIDACY_PROPOSED] = true;
        shadow_candidate_moves(i, row);
        shadow_came("PUBLISH", NULL, NULL, true, &f, NULL);
        shadow_candidate_check(i);
    }
}

void attempt_second_notice(void)
{
    bool again[WORLD_CANDIDATES], moved_up[WORLD_CANDIDATES], any = false;
    for (int i = 0; i < WORLD_CANDIDATES; i++) {
        again[i] = shadow.candidates[i].state == CANDIDACY_AWAITING;
        moved_up[i] = shadow.candidates[i].promoted;
        any |= again[i];
    }
    if (!any)
        return;
    int64_t closes = world_correct(&shadow.round, again, moved_up);
    published();
    for (int i = 0; i < WORLD_CANDIDATES; i++)
        if (again[i]) {
            struct shadow_candidate *c = &shadow.candidates[i];
            c->nomination = c->nomination && !c->promoted;
            c->closes = closes;
            shadow_candidate_moves(i, candidacy_find_move(CANDIDACY_MOVE_NOTICE_AGAIN, CANDIDACY_AWAITING));
            shadow_came("NOTICE_AGAIN", NULL, NULL, true, &f, NULL);
            shadow_candidate_check(i);
        }
}
