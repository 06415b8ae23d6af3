/* recognition: a round is recognised by one paper and two officers, all of it or none; not before the printed end, nor while an objection is
 * under way. */
#include "candidate_steps.h"
#include "recognise.h"

#define PAPER "杭数匠〔2026〕9号"

static const char past[] = "'2026-04-24 16:00:00'";

/* Another of the same round. */
static struct who beside(struct who first, const char *award, enum candidacy_state state)
{
    struct who c = candidate(award, past);
    SQL("UPDATE candidate SET round_id = %lld WHERE id = %lld", first.id, c.id);
    placed(c, state);
    return c;
}

static struct who one(enum candidacy_state state)
{
    struct who c = candidate("CRAFTSMAN", past);
    placed(c, state);
    return c;
}

static struct recognise_view look(const struct login_session *s, struct who round)
{
    struct recognise_view v;
    house_ok(recognise_look(house.m, staff, s, round.id, &v, &f), f);
    return v;
}

/* Everybody whom the page shows as fit. */
static struct recognise_in all_of(const struct login_session *s, struct who round)
{
    struct recognise_view v = look(s, round);
    int64_t *ids = mem_array(house.m, v.count, sizeof *ids);
    struct recognise_in in = { .s = s, .round_id = round.id, .people = ids, .paper = PAPER, .paper_day = 20000 };
    for (size_t i = 0; i < v.count; i++)
        if (!v.people[i].why_not)
            ids[in.count++] = v.people[i].row.id;
    return in;
}

static int64_t proposed_for(struct who round)
{
    struct recognise_in in = all_of(&ding, round);
    int64_t id = 0;
    house_ok(recognise_propose(staff, &in, &id, &f), f);
    return id;
}

static void a_round_is_recognised_by_one_paper(void **state)
{
    (void)state;
    struct who clear = one(CANDIDACY_CLEAR), kept = beside(clear, "CRAFTSMAN", CANDIDACY_KEPT), held = beside(clear, "CRAFTSMAN", CANDIDACY_HELD),
               removed = beside(clear, "CRAFTSMAN", CANDIDACY_REMOVED), prize = beside(clear, "NOMINATION", CANDIDACY_CLEAR),
               letter = beside(clear, "CRAFTSMAN", CANDIDACY_CLEAR);
    objected(letter, OBJECTION_REGISTERED, false, NULL); /* posted within the period, typed in after it */
    struct recognise_view v = look(&ding, clear);
    assert_int_equal(v.count, 6);
    assert_int_equal(v.fit, 3);
    for (size_t i = 0; i < v.count; i++)
        if (v.people[i].row.id == letter.id)
            assert_string_equal(v.people[i].why_not, "objection_open");
    int64_t id = proposed_for(clear);
    stands(clear, CANDIDACY_CLEAR); /* proposed is not recognised */
    house_ok(recognise_agree(staff, &wu, id, &f), f);
    stands(clear, CANDIDACY_RECOGNISED);
    stands(kept, CANDIDACY_RECOGNISED);
    stands(prize, CANDIDACY_RECOGNISED);
    stands(held, CANDIDACY_HELD);
    stands(removed, CANDIDACY_REMOVED);
    stands(letter, CANDIDACY_CLEAR);
    assert_int_equal(COUNT("SELECT COUNT(*) FROM candidate_event WHERE recognition_id = %lld AND actor_id = %lld AND agreed_by = %lld "
                           "AND paper = '" PAPER "'", (long long)id, (long long)ding.officer_id, (long long)wu.officer_id), 3);
    house_fails(recognise_agree(staff, &wu, id, &f), f, "case_moved");
}

static void if_one_became_unfit_nobody_is_recognised(void **state)
{
    (void)state;
    struct who first = one(CANDIDACY_CLEAR), second = beside(first, "CRAFTSMAN", CANDIDACY_CLEAR);
    struct recognise_view v;
    int64_t id = proposed_for(first);
    objected(second, OBJECTION_ACCEPTED, true, NULL);
    house_ok(candidacy_work_hold(house.m, staff, second.id, &f), f);
    house_fails(recognise_agree(staff, &wu, id, &f), f, "recognise_unfit");
    stands(first, CANDIDACY_CLEAR);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recognise_read(house.m, staff, &wu, id, &v, &f), f);
    assert_int_equal(v.count, 2);
    assert_int_equal(v.fit, 1); /* and it says who */
    for (size_t i = 0; i < v.count; i++)
        assert_true((v.people[i].row.id == second.id) == (v.people[i].why_not != NULL));
    struct recognise_in in = all_of(&ding, first);
    int64_t again;
    house_fails(recognise_propose(staff, &in, &again, &f), f, "recognition_waits");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recognise_send_back(staff, &wu, id, "名单有变化", &f), f);
    house_ok(recognise_propose(staff, &in, &again, &f), f);
    house_ok(recognise_agree(staff, &wu, again, &f), f);
    stands(first, CANDIDACY_RECOGNISED);
    stands(second, CANDIDACY_HELD);
}

static void only_two_who_may_recognise(void **state)
{
    (void)state;
    struct who c = one(CANDIDACY_CLEAR);
    int64_t id = 0;
    struct recognise_in in = all_of(&ding, c);
    in.s = &desk;
    house_fails(recognise_propose(staff, &in, &id, &f), f, "forbidden");
    in.s = &ding;
    in.paper = "";
    house_fails(recognise_propose(staff, &in, &id, &f), f, "paper_needed");
    id = proposed_for(c);
    house_fails(recognise_agree(staff, &ding, id, &f), f, "same_person");
    house_fails(recognise_agree(staff, &desk, id, &f), f, "forbidden");
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) VALUES (%lld, %lld, NOW(6), 'RECUSED', 1)",
        (long long)wu.officer_id, c.id);
    house_fails(recognise_agree(staff, &wu, id, &f), f, "recused");
    house_fails(recognise_send_back(staff, &wu, id, "不", &f), f, "recused");
    f = (struct fail){ .kind = FAIL_NONE };
    struct recognise_view v;
    house_ok(recognise_read(house.m, staff, &wu, id, &v, &f), f);
    assert_true(v.hidden && v.count == 0); /* who is recused sees nobody of it */
    assert_int_equal(look(&wu, c).count, 0);
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) VALUES (%lld, %lld, NOW(6), 'ASKED', 1)",
        (long long)boss_now.officer_id, c.id);
    house_fails(recognise_agree(staff, &boss_now, id, &f), f, "undeclared");
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) VALUES (%lld, %lld, NOW(6), 'CLEAR', 1)",
        (long long)boss_now.officer_id, c.id);
    /* The proposer was recused since. */
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) VALUES (%lld, %lld, NOW(6), 'RECUSED', 1)",
        (long long)ding.officer_id, c.id);
    house_fails(recognise_agree(staff, &boss_now, id, &f), f, "recused");
    stands(c, CANDIDACY_CLEAR);
}

static void travel(const char *when)
{
    char *text = *when ? mem_printf(house.m, "SET time_zone = '+00:00', timestamp = UNIX_TIMESTAMP('%s')", when)
                       : mem_text(house.m, "SET timestamp = DEFAULT");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(db_script(staff, "travel", text, strlen(text), &f), f);
}

static void nobody_is_recognised_before_the_printed_end(void **state)
{
    (void)state;
    struct who c = one(CANDIDACY_CLEAR);
    int64_t person = c.id, id = 0;
    struct recognise_in in = { &ding, c.id, &person, 1, PAPER, 20000 };
    travel("2026-04-24 15:59:59.999");
    assert_string_equal(look(&ding, c).people[0].why_not, "period_runs");
    house_fails(recognise_propose(staff, &in, &id, &f), f, "recognise_unfit");
    travel("2026-04-24 16:00:00.000");
    house_ok(recognise_propose(staff, &in, &id, &f), f);
    travel("2026-04-24 15:59:59.999");
    house_fails(recognise_agree(staff, &wu, id, &f), f, "recognise_unfit");
    travel("2026-04-24 16:00:00.001");
    house_ok(recognise_agree(staff, &wu, id, &f), f);
    travel("");
    stands(c, CANDIDACY_RECOGNISED);
}

/* A review that is asked for wakes a case that had ended. */
static void who_is_asked_about_again_is_not_recognised(void **state)
{
    (void)state;
    struct who c = one(CANDIDACY_CLEAR);
    int64_t id = proposed_for(c);
    objected(c, OBJECTION_REVIEW_REQUESTED, false, NULL);
    house_fails(recognise_agree(staff, &wu, id, &f), f, "recognise_unfit");
    stands(c, CANDIDACY_CLEAR);
}

/* What is under way about one is told to who has declared himself towards him. */
static void who_has_not_declared_himself_is_not_told_who_is_held(void **state)
{
    (void)state;
    struct who clear = one(CANDIDACY_CLEAR), held = beside(clear, "CRAFTSMAN", CANDIDACY_HELD);
    struct person p = enrolled("undeclared", STAFF_CASE);
    struct login_session stranger = session_of(&p);
    struct recognise_view v = look(&stranger, clear);
    assert_int_equal(v.count, 2);
    assert_string_equal(v.people[0].why_not, "undeclared");
    assert_string_equal(v.people[1].why_not, "undeclared");
    v = look(&ding, clear); /* the control */
    assert_true(v.fit == 1 && held.id > 0);
}

/* He waited for his second notice, and it was taken back. */
static void who_was_noticed_anew_and_withdrawn_is_not_clear_by_his_first_period(void **state)
{
    (void)state;
    struct who anew = one(CANDIDACY_NOTICED), other = one(CANDIDACY_NOTICED);
    struct candidate_standing now;
    for (int i = 0; i < 2; i++) {
        struct who c = i == 0 ? anew : other;
        SQL("SET @v = %lld - 90; INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at, open_day, "
            "close_day, opens_at, closes_at) VALUES (@v, %lld, 2, 'DRAFT', '公示', '全文', 1, NOW(6), CURDATE(), CURDATE(), NOW(6), NOW(6) + "
            "INTERVAL 9 DAY); INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, "
            "field, deeds, period_version_id) VALUES (@v, %lld, 'CRAFTSMAN', 1, '某', '虚构公司', '技师', 1, '上城区总工会', '大数据', '', %s);"
            "UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = NOW(6) + INTERVAL 1 SECOND WHERE id = @v",
            c.id, c.id, c.id, i == 0 ? "NULL" : mem_printf(house.m, "%lld", c.id));
    }
    SQL("UPDATE notice_version SET state = 'WITHDRAWN' WHERE id = %lld - 90", anew.id);
    house_ok(candidate_standing_read(house.m, staff, anew.id, ding.officer_id, &now, &f), f);
    assert_false(now.facts.period_over);
    house_ok(candidate_standing_read(house.m, staff, other.id, ding.officer_id, &now, &f), f);
    assert_true(now.facts.period_over); /* the control: not noticed anew */
}

static void a_clock_does_what_clocks_do_and_no_more(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
    placed(c, CANDIDACY_NOTICED);
#define BY_CLOCK(kind, who, move, to) \
    mem_printf(house.m, "INSERT INTO candidate_event (candidate_id, at, actor_kind, actor_id, agreed_by, move, from_state, to_state, reason, " \
               "paper) VALUES (%lld, NOW(6), '" kind "', " who ", '" move "', 'NOTICED', '" to "', '', '')", c.id)
    assert_int_not_equal(house_sql_as(DB_NOTIFY, BY_CLOCK("SYSTEM", "NULL, NULL", "RECOGNISE", "RECOGNISED")), 0);
    assert_int_not_equal(house_sql_as(DB_NOTIFY, BY_CLOCK("OFFICER", "1, 2", "EXPIRE", "CLEAR")), 0);
    assert_int_not_equal(house_sql_as(DB_NOTIFY, BY_CLOCK("SYSTEM", "NULL, NULL", "EXPIRE", "RECOGNISED")), 0);
    stands(c, CANDIDACY_NOTICED);
    assert_int_equal(house_sql_as(DB_NOTIFY, BY_CLOCK("SYSTEM", "NULL, NULL", "EXPIRE", "CLEAR")), 0); /* the control */
}

#define RECOGNITION(name) cmocka_unit_test_setup(name, case_before)
SUITE(recognition, RECOGNITION(a_round_is_recognised_by_one_paper), RECOGNITION(if_one_became_unfit_nobody_is_recognised),
      RECOGNITION(only_two_who_may_recognise), RECOGNITION(nobody_is_recognised_before_the_printed_end),
      RECOGNITION(who_is_asked_about_again_is_not_recognised),
      RECOGNITION(who_was_noticed_anew_and_withdrawn_is_not_clear_by_his_first_period),
      RECOGNITION(a_clock_does_what_clocks_do_and_no_more),
      RECOGNITION(who_has_not_declared_himself_is_not_told_who_is_held));
