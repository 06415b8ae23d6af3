/* candidacy: candidates move as the table says and by nobody else: every row of it, the hold that comes with an acceptance, second
 * persons. */
#include "candidate_steps.h"
#include "file.h"

#define REASON "依据编号 1234 的线索"
#define PAPER "示例〔2026〕9号"

static struct candidacy_in wish(const struct login_session *s, struct who c, enum candidacy_move move)
{
    return (struct candidacy_in){ .s = s, .candidate = c.slug, .seen = "", .move = move, .reason = REASON, .paper = PAPER,
                                  .paper_day = 20000 };
}

/* ---- every row ---- */

/* A candidate in whose case the row's facts are so. */
static struct who fit_for(const struct candidacy_move_row *row)
{
    uint32_t g = row->guards;
    struct who c = candidate(g & CANDIDACY_GUARD_NOMINATION ? "NOMINATION" : "CRAFTSMAN",
                             g & CANDIDACY_GUARD_PERIOD_OVER ? "NOW(6) - INTERVAL 1 SECOND" : "NOW(6) + INTERVAL 1 DAY");
    placed(c, row->from);
    if (g & (CANDIDACY_GUARD_PARTLY | CANDIDACY_GUARD_SUSTAINED))
        objected(c, OBJECTION_CLOSED, true, g & CANDIDACY_GUARD_PARTLY ? "PARTLY" : "SUSTAINED");
    if (g & CANDIDACY_GUARD_ACCEPTED)
        objected(c, OBJECTION_ACCEPTED, true, NULL);
    if (g & CANDIDACY_GUARD_VACANCY) {
        struct who gone = candidate("CRAFTSMAN", "NOW(6) - INTERVAL 1 SECOND");
        placed(gone, CANDIDACY_REMOVED);
        SQL("UPDATE candidate SET round_id = %lld WHERE id = %lld", c.id, gone.id);
    }
    return c;
}

static void officers_move(const struct candidacy_move_row *row)
{
    struct who c = fit_for(row);
    struct candidacy_in in = wish(&ding, c, row->move);
    struct login_session nobody = { .officer_id = COUNT("SELECT MIN(id) FROM officer WHERE login = 'kin2'"), .roles = STAFF_CASE | STAFF_APPROVER };
    in.s = &desk;
    house_fails(candidacy_work_propose(staff, &in, &f), f, "forbidden");
    in.s = &nobody;
    house_fails(candidacy_work_propose(staff, &in, &f), f, "undeclared");
    in.s = &ding;
    if (row->reason) {
        in.reason = "";
        house_fails(candidacy_work_propose(staff, &in, &f), f, "basis_needed");
        in.reason = REASON;
    }
    if (row->paper) {
        in.paper = "";
        house_fails(candidacy_work_propose(staff, &in, &f), f, "paper_needed");
        in.paper = PAPER;
    }
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(candidacy_work_propose(staff, &in, &f), f);
    stands(c, row->from);
    house_fails(candidacy_work_propose(staff, &in, &f), f, "proposal_waits");
    house_fails(candidacy_work_agree(staff, &ding, c.slug, waits(c), &f), f, "same_person");
    house_fails(candidacy_work_agree(staff, &desk, c.slug, waits(c), &f), f, "forbidden");
    house_fails(candidacy_work_agree(staff, &nobody, c.slug, waits(c), &f), f, "undeclared");
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) VALUES (%lld, %lld, NOW(6), 'RECUSED', 1)",
        (long long)wu.officer_id, c.id);
    house_fails(candidacy_work_agree(staff, &wu, c.slug, waits(c), &f), f, "recused");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(candidacy_work_agree(staff, &boss_now, c.slug, waits(c), &f), f);
    stands(c, row->to);
    house_fails(candidacy_work_agree(staff, &boss_now, c.slug, waits(c), &f), f, "case_moved");
    assert_int_equal(COUNT("SELECT COUNT(*) FROM candidate_event WHERE candidate_id = %lld AND move = '%s' AND actor_id = %lld AND "
                           "agreed_by = %lld AND reason = '" REASON "' AND (paper <> '') = %d", c.id, candidacy_move_word(row->move),
                           (long long)ding.officer_id, (long long)boss_now.officer_id, row->paper), 1);
}

static void every_row_goes_through_by_the_right_two(void **state)
{
    (void)state;
    size_t count;
    const struct candidacy_move_row *rows = candidacy_moves(&count);
    if (COUNT("SELECT COUNT(*) FROM officer WHERE login = 'kin2'") == 0)
        enrolled("kin2", STAFF_CASE | STAFF_APPROVER);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].move == CANDIDACY_MOVE_RECOGNISE)
            continue;
        if (rows[i].who == ACTOR_OFFICER) {
            officers_move(&rows[i]);
            continue;
        }
        struct who c = fit_for(&rows[i]);
        struct candidacy_in in = wish(&ding, c, rows[i].move);
        house_fails(candidacy_work_propose(staff, &in, &f), f, "forbidden");
        f = (struct fail){ .kind = FAIL_NONE };
        house_ok(candidacy_work_by_itself(house.m, staff, c.id, rows[i].move, &f), f);
        stands(c, rows[i].to);
    }
}

static void what_the_table_has_not_cannot_happen(void **state)
{
    (void)state;
    for (int from = 0; from < CANDIDACY_STATE__MAX; from++) {
        struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
        if (from != CANDIDACY_PROPOSED)
            placed(c, (enum candidacy_state)from);
        for (int move = 0; move < CANDIDACY_MOVE__MAX; move++)
            if (!candidacy_find_move((enum candidacy_move)move, (enum candidacy_state)from)) {
                struct candidacy_in in = wish(&ding, c, (enum candidacy_move)move);
                house_fails(candidacy_work_propose(staff, &in, &f), f, "case_moved");
                house_fails(candidacy_work_by_itself(house.m, staff, c.id, (enum candidacy_move)move, &f), f, "case_moved");
            }
        stands(c, (enum candidacy_state)from);
    }
}

static void facts_that_are_not_so_stop_a_move(void **state)
{
    (void)state;
    static const struct { enum candidacy_move move; enum objection_state open; bool accepted; const char *result, *why; } tries[] = {
        { CANDIDACY_MOVE_KEEP, OBJECTION_INVESTIGATING, true, NULL, "objection_open" },
        { CANDIDACY_MOVE_KEEP, OBJECTION_NOTIFIED, true, "NOT_SUSTAINED", "objection_open" }, /* a review may still be asked for */
        { CANDIDACY_MOVE_KEEP, OBJECTION_CLOSED, true, "PARTLY", "not_found_so" },
        { CANDIDACY_MOVE_KEEP, OBJECTION_CLOSED, true, "NOT_SUSTAINED", "" },
        { CANDIDACY_MOVE_CORRECT, OBJECTION_CLOSED, true, "NOT_SUSTAINED", "not_found_so" },
        { CANDIDACY_MOVE_CORRECT, OBJECTION_CLOSED, true, "PARTLY", "" },
        { CANDIDACY_MOVE_REMOVE, OBJECTION_CLOSED, true, "PARTLY", "not_found_so" },
        { CANDIDACY_MOVE_REMOVE, OBJECTION_REVIEW_REQUESTED, true, "SUSTAINED", "objection_open" },
        { CANDIDACY_MOVE_REMOVE, OBJECTION_CLOSED, true, "SUSTAINED", "" },
        { CANDIDACY_MOVE_CARRY_OVER, OBJECTION_INVESTIGATING, true, NULL, "" },
    };
    for (size_t i = 0; i < ROWS(tries); i++) {
        struct who c = candidate("CRAFTSMAN", "NOW(6) - INTERVAL 1 SECOND");
        placed(c, CANDIDACY_HELD);
        objected(c, tries[i].open, tries[i].accepted, tries[i].result);
        struct candidacy_in in = wish(&ding, c, tries[i].move);
        if (tries[i].why[0])
            house_fails(candidacy_work_propose(staff, &in, &f), f, tries[i].why);
        f = (struct fail){ .kind = FAIL_NONE };
        if (!tries[i].why[0])
            house_ok(candidacy_work_propose(staff, &in, &f), f);
    }
}

static void what_was_corrected_counts_no_more(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) - INTERVAL 1 SECOND");
    placed(c, CANDIDACY_HELD);
    objected(c, OBJECTION_CLOSED, true, "PARTLY");
    struct candidacy_in in = wish(&ding, c, CANDIDACY_MOVE_CORRECT);
    house_ok(candidacy_work_propose(staff, &in, &f), f);
    house_ok(candidacy_work_agree(staff, &wu, c.slug, waits(c), &f), f);
    house_ok(candidacy_work_by_itself(house.m, staff, c.id, CANDIDACY_MOVE_NOTICE_AGAIN, &f), f);
    in = wish(&ding, c, CANDIDACY_MOVE_HOLD_BY_HAND);
    house_ok(candidacy_work_propose(staff, &in, &f), f);
    house_ok(candidacy_work_agree(staff, &wu, c.slug, waits(c), &f), f);
    in = wish(&ding, c, CANDIDACY_MOVE_REMOVE);
    house_fails(candidacy_work_propose(staff, &in, &f), f, "not_found_so");
    in = wish(&ding, c, CANDIDACY_MOVE_KEEP);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(candidacy_work_propose(staff, &in, &f), f);
}

/* What a review comes to takes the place of what was decided. */
static void a_review_may_turn_a_finding_round(void **state)
{
    (void)state;
    static const struct { const char *decided, *reviewed; enum candidacy_move move; } tries[] = {
        { "SUSTAINED", "UPHELD", CANDIDACY_MOVE_REMOVE }, { "SUSTAINED", "NOT_SUSTAINED", CANDIDACY_MOVE_KEEP },
        { "NOT_SUSTAINED", "SUSTAINED", CANDIDACY_MOVE_REMOVE }, { "SUSTAINED", "PARTLY", CANDIDACY_MOVE_CORRECT },
    };
    for (size_t i = 0; i < ROWS(tries); i++) {
        struct who c = candidate("CRAFTSMAN", "NOW(6) - INTERVAL 1 SECOND");
        placed(c, CANDIDACY_HELD);
        objected(c, OBJECTION_CLOSED, true, tries[i].decided);
        SQL("SET @o = (SELECT MAX(id) FROM objection); INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state, "
            "reason_code) VALUES (@o, NOW(6), 'SYSTEM', 'DECIDE_REVIEW', 'CLOSED', 'CLOSED', '%s')", tries[i].reviewed);
        struct candidacy_in keep = wish(&ding, c, CANDIDACY_MOVE_KEEP), remove = wish(&ding, c, CANDIDACY_MOVE_REMOVE),
                            in = wish(&ding, c, tries[i].move);
        if (tries[i].move != CANDIDACY_MOVE_KEEP)
            house_fails(candidacy_work_propose(staff, &keep, &f), f, "not_found_so");
        if (tries[i].move != CANDIDACY_MOVE_REMOVE)
            house_fails(candidacy_work_propose(staff, &remove, &f), f, "not_found_so");
        f = (struct fail){ .kind = FAIL_NONE };
        house_ok(candidacy_work_propose(staff, &in, &f), f);
    }
}

static void nobody_moves_up_where_the_house_has_not_settled_it_so(void **state)
{
    (void)state;
    const struct candidacy_move_row *row = candidacy_find_move(CANDIDACY_MOVE_PROMOTE, CANDIDACY_CLEAR);
    struct who c = fit_for(row);
    struct candidacy_in in = wish(&ding, c, CANDIDACY_MOVE_PROMOTE);
    house_promotion(false);
    house_fails(candidacy_work_propose(staff, &in, &f), f, "no_vacancy");
    house_use("officers");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(candidacy_work_propose(staff, &in, &f), f);
    house_ok(candidacy_work_agree(staff, &wu, c.slug, waits(c), &f), f);
    /* One place, one promotion. */
    struct who next = candidate("NOMINATION", "NOW(6) - INTERVAL 1 SECOND");
    placed(next, CANDIDACY_CLEAR);
    SQL("UPDATE candidate SET round_id = %lld WHERE id = %lld", c.id, next.id);
    in = wish(&ding, next, CANDIDACY_MOVE_PROMOTE);
    house_fails(candidacy_work_propose(staff, &in, &f), f, "no_vacancy");
    /* Who moved up was held before he was noticed again, and kept: he stands on the old list, and the place is free. */
    SQL("INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state) VALUES (%lld, NOW(6), 'SYSTEM', 'HOLD', 'AWAITING', "
        "'HELD')", c.id);
    house_fails(candidacy_work_propose(staff, &in, &f), f, "no_vacancy");
    SQL("INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state) VALUES (%lld, NOW(6), 'SYSTEM', 'PLACED', 'HELD', "
        "'KEPT')", c.id);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(candidacy_work_propose(staff, &in, &f), f);
}

/* ---- second persons ---- */

static void what_is_sent_back_moves_nobody(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
    struct candidate_proposal back;
    placed(c, CANDIDACY_NOTICED);
    struct candidacy_in in = wish(&ding, c, CANDIDACY_MOVE_HOLD_BY_HAND);
    house_ok(candidacy_work_propose(staff, &in, &f), f);
    int64_t id = waits(c);
    house_fails(candidacy_work_send_back(staff, &ding, c.slug, id, "不行", &f), f, "same_person");
    house_fails(candidacy_work_send_back(staff, &desk, c.slug, id, "不行", &f), f, "forbidden");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(candidacy_work_send_back(staff, &wu, c.slug, id, "依据不足", &f), f);
    house_fails(candidacy_work_agree(staff, &wu, c.slug, id, &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(candidate_proposal_returned(house.m, staff, c.id, &back, &f), f);
    assert_string_equal(back.why, "依据不足");
    stands(c, CANDIDACY_NOTICED);
}

static void who_was_recused_since_proposes_no_more(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
    placed(c, CANDIDACY_NOTICED);
    struct candidacy_in in = wish(&ding, c, CANDIDACY_MOVE_HOLD_BY_HAND);
    house_ok(candidacy_work_propose(staff, &in, &f), f);
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) VALUES (%lld, %lld, NOW(6), 'RECUSED', 1)",
        (long long)ding.officer_id, c.id);
    house_fails(candidacy_work_agree(staff, &wu, c.slug, waits(c), &f), f, "recused");
    stands(c, CANDIDACY_NOTICED);
}

static void no_officer_moves_one_alone_even_past_the_program(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
#define ALONE(second) \
    mem_printf(house.m, "INSERT INTO candidate_event (candidate_id, at, actor_kind, actor_id, agreed_by, move, from_state, to_state) VALUES " \
               "(%lld, NOW(6), 'OFFICER', 1, " second ", 'RECOGNISE', 'PROPOSED', 'RECOGNISED')", c.id)
    assert_int_not_equal(house_sql(ALONE("NULL")), 0);
    assert_int_not_equal(house_sql(ALONE("1")), 0);
    assert_int_equal(house_sql(ALONE("2")), 0); /* the control */
}

/* ---- by itself ---- */

static void an_acceptance_holds_its_candidate_at_once(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
    placed(c, CANDIDACY_NOTICED);
    struct filed first = objection_on(c), second = objection_on(c);
    struct candidacy_in in = wish(&ding, c, CANDIDACY_MOVE_HOLD_BY_HAND);
    house_ok(candidacy_work_propose(staff, &in, &f), f);
    confirmed(first.receipt);
    stands(c, CANDIDACY_NOTICED);
    moved(&ding, first.receipt, MOVE_ACCEPT);
    stands(c, CANDIDACY_NOTICED); /* proposed is not accepted */
    agreed(&wu, first.receipt);
    stands(c, CANDIDACY_HELD);
    assert_int_equal(waits(c), 0); /* what was wanted meanwhile is overtaken */
    accepted(second.receipt);
    assert_int_equal(COUNT("SELECT COUNT(*) FROM candidate_event WHERE candidate_id = %lld AND move = 'HOLD'", c.id), 1);
}

static void an_order_to_accept_holds_too(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
    placed(c, CANDIDACY_NOTICED);
    struct filed o = objection_on(c);
    struct person other = enrolled("reviewer2", STAFF_REVIEWER);
    struct login_session reviewer = session_of(&other);
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_REFUSE);
    agreed(&wu, o.receipt);
    moved(&ding, o.receipt, MOVE_REVIEW_ON_PAPER);
    declared(&reviewer, o.receipt);
    stands(c, CANDIDACY_NOTICED);
    moved(&reviewer, o.receipt, MOVE_ORDER_ACCEPTANCE);
    stands(c, CANDIDACY_HELD);
}

/* A house of the time when nobody moved. */
static void who_was_published_before_stands_in_a_notice(void **state)
{
    (void)state;
    size_t n;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY"), held = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
    objected(held, OBJECTION_INVESTIGATING, true, NULL);
    char *step = file_read(house.m, mem_printf(house.m, "%s/sql/0007-candidacy.sql", house.top), 1 << 20, &n, &f);
    assert_non_null(step);
    for (int twice = 0; twice < 2; twice++)
        assert_int_equal(house_sql(mem_text_n(house.m, step, n)), 0);
    stands(c, CANDIDACY_NOTICED);
    stands(held, CANDIDACY_HELD);
}

#define CANDIDATE(name) cmocka_unit_test_setup(name, case_before)
SUITE(candidacy, CANDIDATE(every_row_goes_through_by_the_right_two), CANDIDATE(what_the_table_has_not_cannot_happen),
      CANDIDATE(facts_that_are_not_so_stop_a_move), CANDIDATE(what_was_corrected_counts_no_more),
      CANDIDATE(a_review_may_turn_a_finding_round),
      CANDIDATE(nobody_moves_up_where_the_house_has_not_settled_it_so), CANDIDATE(what_is_sent_back_moves_nobody),
      CANDIDATE(who_was_recused_since_proposes_no_more), CANDIDATE(no_officer_moves_one_alone_even_past_the_program),
      CANDIDATE(an_acceptance_holds_its_candidate_at_once), CANDIDATE(an_order_to_accept_holds_too),
      CANDIDATE(who_was_published_before_stands_in_a_notice));
