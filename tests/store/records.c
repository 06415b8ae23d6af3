/* records: what investigators wrote down is written by one who was named, confirmed by the other, read by the case side, and stays. */
#include "case_steps.h"
#include "investigate.h"
#include "waiting.h"

#define WHOM "档案室管理员"
#define ASKED "社保登记在哪里？"
#define FOUND "登记簿第三页有他的名字。"

static day today(void)
{
    instant now;
    house_ok(db_now(staff, &now, &f), f);
    return clock_day_beijing(now);
}

static struct investigate_in record_in(const char *receipt)
{
    return (struct investigate_in){ .receipt = receipt, .seen = "INVESTIGATING", .kind = INVESTIGATION_INTERVIEW, .held_on = today(),
                                    .other = wu.officer_id, .whom = WHOM, .asked = ASKED, .said = FOUND };
}

static int64_t written(const char *receipt)
{
    struct investigate_in in = record_in(receipt);
    house_ok(investigate_record(staff, &ding, &in, &f), f);
    return house_number("SELECT MAX(id) FROM investigation_record");
}

static void one_writes_and_the_other_confirms(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    int64_t before[WAITING__MAX], after[WAITING__MAX];
    investigating(o.receipt);
    house_ok(waiting_counts(staff, wu.officer_id, before, &f), f);
    int64_t id = written(o.receipt);
    house_ok(waiting_counts(staff, wu.officer_id, after, &f), f);
    assert_int_equal(after[WAITING_RECORDS], before[WAITING_RECORDS] + 1);
    house_fails(investigate_settle(staff, &ding, o.receipt, id, true, "", &f), f, "case_moved"); /* not by who wrote it */
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(investigate_settle(staff, &wu, o.receipt, id, true, "", &f), f);
    house_fails(investigate_settle(staff, &wu, o.receipt, id, false, "不对", &f), f, "case_moved"); /* once */
    struct moderate_case c = opened(o.receipt);
    assert_int_equal(c.record_count, 1);
    assert_string_equal(c.records[0].whom, WHOM);
    assert_string_equal(c.records[0].asked, ASKED);
    assert_string_equal(c.records[0].said, FOUND);
    assert_string_equal(c.records[0].stored.outcome, "CONFIRMED");
    assert_int_equal(house_number("SELECT COUNT(*) FROM investigation_record WHERE INSTR(words_sealed, '" FOUND "') > 0"), 0);
}

static void what_the_other_did_not_hear_he_rejects_and_it_stays(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    investigating(o.receipt);
    int64_t id = written(o.receipt);
    house_fails(investigate_settle(staff, &wu, o.receipt, id, false, "", &f), f, "why_needed");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(investigate_settle(staff, &wu, o.receipt, id, false, "他没有这样说", &f), f);
    struct moderate_case c = opened(o.receipt);
    assert_string_equal(c.records[0].stored.outcome, "REJECTED");
    assert_string_equal(c.records[0].why, "他没有这样说");
    assert_int_not_equal(house_sql(mem_printf(house.m, "DELETE FROM investigation_record WHERE id = %lld", (long long)id)), 0);
    assert_int_not_equal(house_sql(mem_printf(house.m, "UPDATE investigation_record SET outcome = 'CONFIRMED' WHERE id = %lld",
                                              (long long)id)), 0);
}

static void only_named_investigators_write_and_only_while_it_is_investigated(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct person p = enrolled("bystander", STAFF_CASE);
    struct login_session other = session_of(&p);
    struct investigate_in in = record_in(o.receipt);
    accepted(o.receipt);
    house_fails(investigate_record(staff, &ding, &in, &f), f, "case_moved"); /* nobody is named yet */
    f = (struct fail){ .kind = FAIL_NONE };
    moved(&ding, o.receipt, MOVE_ASSIGN);
    house_fails(investigate_record(staff, &other, &in, &f), f, "undeclared");
    declared(&other, o.receipt);
    house_fails(investigate_record(staff, &other, &in, &f), f, "not_investigator");
    house_fails(investigate_record(staff, &boss_now, &in, &f), f, "forbidden");
    in.other = other.officer_id;
    house_fails(investigate_record(staff, &ding, &in, &f), f, "other_unfit");
    in.other = ding.officer_id;
    house_fails(investigate_record(staff, &ding, &in, &f), f, "other_unfit"); /* never both oneself */
    in = record_in(o.receipt);
    in.held_on = today() + 1;
    house_fails(investigate_record(staff, &ding, &in, &f), f, "held_on_range");
    in.held_on = today() - 2;
    house_fails(investigate_record(staff, &ding, &in, &f), f, "held_on_range"); /* before the objection came */
    f = (struct fail){ .kind = FAIL_NONE };
    moved(&ding, o.receipt, MOVE_CALL_HEARING);
    in = record_in(o.receipt);
    house_fails(investigate_record(staff, &ding, &in, &f), f, "case_moved");
    assert_int_equal(opened(o.receipt).record_count, 0);
}

static void a_third_takes_the_place_of_one_who_is_recused(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    struct person a = enrolled("tied-later", STAFF_CASE), b = enrolled("third", STAFF_CASE);
    struct login_session tied = session_of(&a), third = session_of(&b);
    bool done;
    accepted(o.receipt);
    declared(&tied, o.receipt);
    declared(&third, o.receipt);
    struct moderate_in assign = move_in(&ding, o.receipt, MOVE_ASSIGN);
    assign.pair[1] = tied.officer_id;
    house_ok(moderate_do(staff, &assign, &f), f);
    house_fails(investigate_substitute(staff, &ding, o.receipt, "", third.officer_id, &f), f, "case_moved"); /* two there are */
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(recuse_order(staff, &tied, o.receipt, tied.officer_id, "OFFICER", "想起来了", &done, &f), f);
    struct investigate_in in = record_in(o.receipt);
    in.other = tied.officer_id;
    house_fails(investigate_record(staff, &ding, &in, &f), f, "other_unfit");
    house_fails(investigate_record(staff, &tied, &in, &f), f, "recused");
    house_fails(investigate_substitute(staff, &ding, o.receipt, "", tied.officer_id, &f), f, "pair_unfit");
    house_fails(investigate_substitute(staff, &ding, o.receipt, "", boss_now.officer_id, &f), f, "pair_unfit");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(investigate_substitute(staff, &ding, o.receipt, "INVESTIGATING", third.officer_id, &f), f);
    in.other = third.officer_id;
    house_ok(investigate_record(staff, &ding, &in, &f), f);
    house_ok(investigate_settle(staff, &third, o.receipt, house_number("SELECT MAX(id) FROM investigation_record"), true, "", &f), f);
}

#define CASE(name) cmocka_unit_test_setup(name, case_before)
SUITE(records, CASE(one_writes_and_the_other_confirms), CASE(what_the_other_did_not_hear_he_rejects_and_it_stays),
      CASE(only_named_investigators_write_and_only_while_it_is_investigated), CASE(a_third_takes_the_place_of_one_who_is_recused));
