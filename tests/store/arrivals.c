/* arrivals: the term of a request to a union begins when it was delivered or signed for, never when it was handed over, and at the latest three
 * working days after it was sent. */
#include "time_steps.h"

static int64_t reckoned(const char *receipt)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM assist_event WHERE step = 'RECKON' AND assist_id = %lld",
                                   (long long)newest(receipt)->id));
}

/* The term is five working days; what was handed over and not delivered begins it after three. */
static void a_term_begins_when_the_request_is_delivered_not_when_it_is_handed_over(void **state)
{
    (void)state;
    struct filed late = filed(OBJECTION_PERSON), silent = filed(OBJECTION_PERSON), never = filed(OBJECTION_PERSON);
    asked(late.receipt);
    asked(silent.receipt);
    asked_and_delivered(never.receipt);
    instant due = newest(late.receipt)->due_at, sent_day = workday(due, -5);
    house_sql("UPDATE outbox SET state = 'SENT', done_at = created_at WHERE event = 'assist_requested'"); /* handed over, all of them */
    delivered(late.receipt, workday(sent_day + 1, 2) + NINE);
    swept_at(workday(sent_day + 1, 2) + NINE + CLOCK_MINUTE);
    assert_true(newest(late.receipt)->due_at == workday(due, 2) + 24 * 60 * CLOCK_MINUTE);
    assert_true(newest(silent.receipt)->due_at == due && newest(never.receipt)->due_at == due);
    swept_at(workday(sent_day + 1, 2) + NINE + 2 * CLOCK_MINUTE);
    assert_int_equal(reckoned(late.receipt), 1);
    swept_at(due);
    assert_string_equal(newest(never.receipt)->state, "OVERDUE"); /* the control: it was delivered at once */
    assert_string_equal(newest(silent.receipt)->state, "SENT");
    instant cap = workday(due, 3) + 24 * 60 * CLOCK_MINUTE;
    assert_true(newest(silent.receipt)->due_at == cap);
    swept_at(cap - MILLI);
    assert_string_equal(newest(silent.receipt)->state, "SENT");
    assert_string_equal(newest(late.receipt)->state, "OVERDUE");
    swept_at(cap);
    assert_string_equal(newest(silent.receipt)->state, "OVERDUE"); /* nobody gets out of it by not signing */
    assert_int_equal(reckoned(silent.receipt) + reckoned(never.receipt), 1);
}

/* By the office, or because the first message failed. */
static void what_was_told_once_more_begins_it_too(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    instant due = newest(o.receipt)->due_at, then = workday(workday(due, -5) + 1, 2) + NINE;
    delivered(o.receipt, then);
    assert_int_equal(house_sql("UPDATE outbox SET dedupe = CONCAT('resend:1:', id, ':SMS') WHERE report = 'DELIVERED'"), 0);
    swept_at(then + CLOCK_MINUTE);
    assert_true(newest(o.receipt)->due_at == workday(due, 2) + 24 * 60 * CLOCK_MINUTE);
}

static void who_signs_later_has_his_term_from_then(void **state)
{
    (void)state;
    struct filed o = filed(OBJECTION_PERSON);
    asked(o.receipt);
    instant due = newest(o.receipt)->due_at;
    travel(workday(workday(due, -5) + 1, 1) + NINE);
    house_ok(union_work_sign(unions, &of_sc, letter_slug(), &f), f);
    swept_at(workday(workday(due, -5) + 1, 1) + NINE + CLOCK_MINUTE);
    assert_true(newest(o.receipt)->due_at == workday(due, 1) + 24 * 60 * CLOCK_MINUTE);
    assert_string_equal(newest(o.receipt)->state, "SIGNED");
}

SUITE(arrivals, SWEPT(a_term_begins_when_the_request_is_delivered_not_when_it_is_handed_over), SWEPT(what_was_told_once_more_begins_it_too),
      SWEPT(who_signs_later_has_his_term_from_then));
