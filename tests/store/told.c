/* told: what the nominating union, and through it the candidate, hear of a case: the result and whom it is about, and nothing else. */
#include "candidate.h"
#include "case_steps.h"
#include "case_tell.h"
#include "letter.h"

static int64_t told_of(const char *receipt, const char *kind)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM union_letter l JOIN objection o ON o.id = l.objection_id "
                                   "WHERE o.receipt = '%s' AND l.kind = '%s'", receipt, kind));
}

/* The newest letter of the union that is about neither a notice nor a request. */
static struct letter newest(void)
{
    struct letter *all;
    size_t n;
    house_ok(letter_list(house.m, unions, 1, &all, &n, &f), f);
    for (size_t i = 0; i < n; i++)
        if (!all[i].version_id && !all[i].assist_id)
            return all[i];
    fail_msg("nothing was told");
    return (struct letter){ .id = 0 };
}

static struct filed notified(void)
{
    struct filed o = filed(OBJECTION_PERSON);
    investigating(o.receipt);
    house_ok(decide_approve(staff, &boss_now, o.receipt, drafted(o.receipt), &f), f);
    house_ok(decide_notify(staff, &ding, o.receipt, "DECIDED", &words, &f), f);
    return o;
}

static struct login_session reviewer(const char *login)
{
    struct person p = enrolled(login, STAFF_REVIEWER);
    return session_of(&p);
}

static void reviewed(const char *receipt, const struct login_session *who, const char *result)
{
    moved(&ding, receipt, MOVE_REVIEW_ON_PAPER);
    declared(who, receipt);
    struct moderate_in in = move_in(who, receipt, MOVE_DECIDE_REVIEW);
    in.code = result;
    house_ok(moderate_do(staff, &in, &f), f);
}

static void the_union_is_told_the_result_and_whom_it_is_about(void **state)
{
    (void)state;
    struct filed o = notified();
    assert_int_equal(told_of(o.receipt, "RESULT"), 1);
    struct letter l = newest(), other;
    assert_string_equal(l.kind, "RESULT");
    assert_string_equal(l.result, "NOT_SUSTAINED");
    assert_string_equal(l.name, "丁样");
    assert_string_equal(l.notice, "2026-1");
    assert_null(l.abstract);
    house_fails(letter_read(house.m, unions, l.slug, 2, &other, &f), f, "not_found");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(union_work_sign(unions, &of_sc, l.slug, &f), f);
    assert_true(newest().signed_at > 0);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE dedupe = 'case_told:letter:%lld:EMAIL' "
                                             "AND params = '{\"slug\":\"%s\"}'", (long long)l.id, l.slug)), 1);
    /* Of which objection it is, the union may not ask. */
    assert_int_not_equal(house_sql_as(DB_UNION, "SELECT objection_id FROM union_letter"), 0);
    assert_int_equal(house_sql_as(DB_UNION, "SELECT result FROM union_letter"), 0);
}

static void more_time_is_told_to_a_union_that_was_asked_and_to_no_other(void **state)
{
    (void)state;
    struct filed unasked = filed(OBJECTION_PERSON), o = filed(OBJECTION_PERSON);
    investigating(unasked.receipt);
    moved(&ding, unasked.receipt, MOVE_EXTEND);
    agreed(&wu, unasked.receipt);
    assert_int_equal(told_of(unasked.receipt, "EXTENSION"), 0);
    asked(o.receipt);
    moved(&ding, o.receipt, MOVE_EXTEND);
    agreed(&wu, o.receipt);
    assert_int_equal(told_of(o.receipt, "EXTENSION"), 1);
    assert_string_equal(newest().result, "");
}

static void a_review_is_told_where_the_decision_was(void **state)
{
    (void)state;
    struct login_session third = reviewer("told-reviewer");
    struct filed o = notified(), refused = filed(OBJECTION_PERSON);
    reviewed(o.receipt, &third, "UPHELD");
    assert_int_equal(told_of(o.receipt, "REVIEW"), 1);
    assert_string_equal(newest().result, "UPHELD");
    confirmed(refused.receipt);
    moved(&ding, refused.receipt, MOVE_REFUSE);
    agreed(&wu, refused.receipt);
    reviewed(refused.receipt, &third, "UPHELD");
    assert_int_equal(told_of(refused.receipt, "REVIEW"), 0); /* it never heard of it */
}

static void what_a_review_finds_takes_the_place_of_what_was_decided(void **state)
{
    (void)state;
    struct candidate_standing now;
    struct login_session third = reviewer("told-second");
    struct filed o = notified();
    reviewed(o.receipt, &third, "UPHELD");
    house_ok(candidate_standing_read(house.m, staff, 1, ding.officer_id, &now, &f), f);
    assert_false(now.facts.sustained);
    o = notified();
    reviewed(o.receipt, &third, "SUSTAINED");
    house_ok(candidate_standing_read(house.m, staff, 1, ding.officer_id, &now, &f), f);
    assert_true(now.facts.sustained);
}

static void whoever_was_merged_on_the_way_is_told_too_and_the_union_once(void **state)
{
    (void)state;
    struct filed first = filed(OBJECTION_PERSON), second = filed(OBJECTION_PERSON), lead = filed(OBJECTION_PERSON);
    confirmed(first.receipt);
    confirmed(second.receipt);
    investigating(lead.receipt);
    struct moderate_in in = move_in(&ding, first.receipt, MOVE_MERGE);
    in.other = second.receipt;
    house_ok(moderate_do(staff, &in, &f), f);
    in = move_in(&ding, second.receipt, MOVE_MERGE);
    in.other = lead.receipt;
    house_ok(moderate_do(staff, &in, &f), f);
    house_ok(decide_approve(staff, &boss_now, lead.receipt, drafted(lead.receipt), &f), f);
    house_ok(decide_notify(staff, &ding, lead.receipt, "DECIDED", &words, &f), f);
    assert_int_equal(looked_up(&first).state, OBJECTION_NOTIFIED);
    assert_int_equal(looked_up(&second).state, OBJECTION_NOTIFIED);
    assert_int_equal(told_of(lead.receipt, "RESULT"), 1);
    assert_int_equal(told_of(first.receipt, "RESULT") + told_of(second.receipt, "RESULT"), 0);
}

/* He was told what was decided elsewhere: his review is one of that. */
static void the_review_of_a_merged_case_is_one_of_its_leads_decision(void **state)
{
    (void)state;
    struct candidate_standing now;
    struct person p = enrolled("told-both", STAFF_APPROVER | STAFF_REVIEWER);
    struct login_session decider = session_of(&p), third = reviewer("told-third");
    struct filed lead = filed(OBJECTION_PERSON), other = filed(OBJECTION_PERSON);
    declared(&decider, lead.receipt);
    investigating(lead.receipt);
    confirmed(other.receipt);
    struct moderate_in in = move_in(&ding, other.receipt, MOVE_MERGE);
    in.other = lead.receipt;
    house_ok(moderate_do(staff, &in, &f), f);
    house_ok(decide_approve(staff, &decider, lead.receipt, drafted(lead.receipt), &f), f);
    house_ok(decide_notify(staff, &ding, lead.receipt, "DECIDED", &words, &f), f);
    moved(&ding, other.receipt, MOVE_REVIEW_ON_PAPER);
    in = move_in(&decider, other.receipt, MOVE_DECIDE_REVIEW);
    in.code = "PARTLY";
    house_fails(moderate_do(staff, &in, &f), f, "same_person");
    house_ok(candidate_standing_read(house.m, staff, 1, ding.officer_id, &now, &f), f);
    assert_false(now.facts.partly);
    declared(&third, other.receipt);
    in.s = &third;
    house_ok(moderate_do(staff, &in, &f), f);
    assert_int_equal(told_of(other.receipt, "REVIEW"), 1);
    house_ok(candidate_standing_read(house.m, staff, 1, ding.officer_id, &now, &f), f);
    assert_true(now.facts.partly);
}

/* What should have been accepted is ordered to be: nothing is found of what nobody looked into. */
static void the_review_of_a_refusal_finds_nothing_itself(void **state)
{
    (void)state;
    struct login_session third = reviewer("told-refusal");
    struct filed o = filed(OBJECTION_PERSON);
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_REFUSE);
    agreed(&wu, o.receipt);
    moved(&ding, o.receipt, MOVE_REVIEW_ON_PAPER);
    declared(&third, o.receipt);
    struct moderate_in in = move_in(&third, o.receipt, MOVE_DECIDE_REVIEW);
    in.code = "SUSTAINED";
    house_fails(moderate_do(staff, &in, &f), f, "review_of_refusal");
    assert_string_equal(f.field, "code");
    in.code = "UPHELD";
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(moderate_do(staff, &in, &f), f);
}

static void the_candidates_paper_is_handed_over_once_on_the_record(void **state)
{
    (void)state;
    struct filed o = notified(), other = notified();
    struct moderate_case c = opened(o.receipt);
    int64_t letter = c.told[0].id;
    house_fails(case_tell_hand_over(staff, &ding, other.receipt, letter, "当面转交", &f), f, "case_moved");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(case_tell_hand_over(staff, &ding, o.receipt, letter, "当面转交", &f), f);
    house_fails(case_tell_hand_over(staff, &wu, o.receipt, letter, "再交一次", &f), f, "case_moved");
    c = opened(o.receipt);
    assert_string_equal(c.told[0].handed_how, "当面转交");
    assert_int_equal(NUMBER("SELECT COUNT(*) FROM audit WHERE action = 'hand_over' AND object_id = %lld", c.stored.row.id), 1);
}

#define CASE(name) cmocka_unit_test_setup(name, case_before)
SUITE(told, CASE(the_union_is_told_the_result_and_whom_it_is_about), CASE(more_time_is_told_to_a_union_that_was_asked_and_to_no_other),
      CASE(a_review_is_told_where_the_decision_was), CASE(what_a_review_finds_takes_the_place_of_what_was_decided),
      CASE(whoever_was_merged_on_the_way_is_told_too_and_the_union_once),
      CASE(the_review_of_a_merged_case_is_one_of_its_leads_decision), CASE(the_review_of_a_refusal_finds_nothing_itself),
      CASE(the_candidates_paper_is_handed_over_once_on_the_record));
