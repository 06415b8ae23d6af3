/* clear: when a candidate's period is over and nothing stands against him any more. */
#include "candidate_steps.h"

static struct db *notify;

static int before(void **state)
{
    case_before(state);
    if (!notify)
        notify = house_account(DB_NOTIFY);
    return 0;
}

static void expire_at(const char *when)
{
    char *text = mem_printf(house.m, "SET time_zone = '+00:00', timestamp = UNIX_TIMESTAMP('%s')", when);
    bool more = true;
    house_ok(db_script(notify, "travel", text, strlen(text), &f), f);
    while (more)
        house_ok(candidacy_work_expire(notify, &more, &f), f);
    house_ok(db_script(notify, "travel", "SET timestamp = DEFAULT", 23, &f), f);
}

static void a_period_ends_at_its_printed_instant(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "'2026-04-24 16:00:00'"), late = candidate("CRAFTSMAN", "'2026-04-24 16:00:00'"),
               clue = candidate("CRAFTSMAN", "'2026-04-24 16:00:00'");
    placed(c, CANDIDACY_NOTICED);
    placed(late, CANDIDACY_NOTICED);
    placed(clue, CANDIDACY_NOTICED);
    objected(late, OBJECTION_SUBMITTED, false, NULL);
    objected(clue, OBJECTION_CLUE, false, NULL);
    expire_at("2026-04-24 15:59:59.999");
    stands(c, CANDIDACY_NOTICED);
    expire_at("2026-04-24 16:00:00.000");
    stands(c, CANDIDACY_CLEAR);
    stands(clue, CANDIDACY_CLEAR); /* a clue stops nothing by itself */
    stands(late, CANDIDACY_NOTICED);
    expire_at("2026-04-24 16:00:00.001");
    assert_int_equal(COUNT("SELECT COUNT(*) FROM candidate_event WHERE candidate_id = %lld AND move = 'EXPIRE'", c.id), 1);
}

static const char *days_from_now(int64_t days)
{
    return mem_printf(house.m, "%lld", (long long)COUNT("SELECT DATE_FORMAT(UTC_TIMESTAMP() + INTERVAL %lld DAY, '%%Y%%m%%d%%H%%i%%s') + 0",
                                                         (long long)days));
}

/* Nobody is clear of an objection that a review may still bring back. */
static void a_refusal_stops_it_while_a_review_may_be_asked_for(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "NOW(6) + INTERVAL 1 DAY");
    placed(c, CANDIDACY_NOTICED);
    struct filed o = objection_on(c);
    confirmed(o.receipt);
    moved(&ding, o.receipt, MOVE_REFUSE);
    agreed(&wu, o.receipt);
    int64_t days = COUNT("SELECT DATEDIFF(e.deadline_at, NOW(6)) FROM objection_event e JOIN objection o ON o.id = e.objection_id "
                         "WHERE o.receipt = '%s' AND e.term = 'APPEAL'", o.receipt);
    assert_true(days > 3);
    expire_at(days_from_now(days - 1));
    stands(c, CANDIDACY_NOTICED);
    expire_at(days_from_now(days + 1));
    stands(c, CANDIDACY_CLEAR);
}

static void who_was_withdrawn_is_never_clear(void **state)
{
    (void)state;
    struct who c = candidate("CRAFTSMAN", "'2026-04-24 16:00:00'");
    placed(c, CANDIDACY_NOTICED);
    SQL("UPDATE notice_version SET state = 'WITHDRAWN', withdrawn_why = '误发' WHERE id = %lld", c.id);
    expire_at("2026-04-25 16:00:00.000");
    stands(c, CANDIDACY_NOTICED);
}

#define CLEAR(name) cmocka_unit_test_setup(name, before)
SUITE(clear, CLEAR(a_period_ends_at_its_printed_instant), CLEAR(a_refusal_stops_it_while_a_review_may_be_asked_for),
      CLEAR(who_was_withdrawn_is_never_clear));
