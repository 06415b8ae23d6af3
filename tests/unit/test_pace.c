/* pace: what time does to a message, by tables: hours, working days, ages and ceilings, each at its boundary and a microsecond beside it. */
#include "pace.h"

#include "check.h"

#define H (CLOCK_HOUR)

/* The calendar of the house around National Day 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October made up. */
static struct calendar_exception odd[9];
static struct calendar house;

static day date(int month, int mday)
{
    day d;
    assert_true(clock_day_from_ymd(2026, month, mday, &d));
    return d;
}

static int calendar_of_2026(void **state)
{
    (void)state;
    odd[0] = (struct calendar_exception){ date(9, 20), false, 2026, "国庆节" };
    for (int i = 0; i < 7; i++)
        odd[i + 1] = (struct calendar_exception){ date(10, 1 + i), true, 2026, "国庆节" };
    odd[8] = (struct calendar_exception){ date(10, 10), false, 2026, "国庆节" };
    house = (struct calendar){ .first = date(1, 1), .last = date(12, 31), .days = odd, .count = 9 };
    return 0;
}

static void an_sms_leaves_within_the_hours_of_its_kind(void **state)
{
    (void)state;
    static const struct { enum message_event event; int month, mday; int64_t at; int want_month, want_mday; int64_t want; } ROWS[] = {
        /* By day, whatever day it is. */
        { MESSAGE_CASE_TOLD, 9, 30, 8 * H - 1, 9, 30, 8 * H },   { MESSAGE_CASE_TOLD, 9, 30, 8 * H, 9, 30, 8 * H },
        { MESSAGE_CASE_TOLD, 9, 30, 21 * H - 1, 9, 30, 21 * H - 1 }, { MESSAGE_CASE_TOLD, 9, 30, 21 * H, 10, 1, 8 * H },
        { MESSAGE_CASE_TOLD, 10, 3, 12 * H, 10, 3, 12 * H },     { MESSAGE_CASE_TOLD, 10, 3, 0, 10, 3, 8 * H },
        /* Reminders: on working days alone; the holiday is passed over, the make-up Saturday is a working day, the Sunday is none. */
        { MESSAGE_ASSIST_REMINDER, 9, 30, 21 * H - 1, 9, 30, 21 * H - 1 }, { MESSAGE_ASSIST_REMINDER, 9, 30, 21 * H, 10, 8, 8 * H },
        { MESSAGE_ASSIST_REMINDER, 10, 4, 12 * H, 10, 8, 8 * H }, { MESSAGE_ASSIST_REMINDER, 10, 7, 24 * H - 1, 10, 8, 8 * H },
        { MESSAGE_ASSIST_REMINDER, 10, 8, 8 * H - 1, 10, 8, 8 * H }, { MESSAGE_ASSIST_REMINDER, 10, 8, 8 * H, 10, 8, 8 * H },
        { MESSAGE_ASSIST_REMINDER, 10, 9, 21 * H, 10, 10, 8 * H }, { MESSAGE_ASSIST_REMINDER, 10, 10, 12 * H, 10, 10, 12 * H },
        { MESSAGE_ASSIST_REMINDER, 10, 10, 21 * H, 10, 12, 8 * H }, { MESSAGE_ASSIST_REMINDER, 9, 20, 9 * H, 9, 20, 9 * H },
        { MESSAGE_ASSIST_REMINDER, 9, 19, 9 * H, 9, 20, 8 * H },
        /* A code at any time. */
        { MESSAGE_UNION_CODE, 10, 3, 3 * H, 10, 3, 3 * H },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct fail f = { 0 };
        instant out, now = clock_day_start(date(ROWS[i].month, ROWS[i].mday)) + ROWS[i].at;
        assert_true(pace_opens(message_row(ROWS[i].event), &house, (struct pace_hours){ 8, 21 }, now, &out, &f));
        if (out != clock_day_start(date(ROWS[i].want_month, ROWS[i].want_mday)) + ROWS[i].want)
            fail_msg("row %zu: %lld", i, (long long)(out - now));
    }
}

static void what_is_over_the_ceiling_waits_for_tomorrows_hours(void **state)
{
    (void)state;
    static const struct { enum message_event event; int month, mday; int64_t at; int want_month, want_mday; } ROWS[] = {
        { MESSAGE_CASE_TOLD, 9, 30, 9 * H, 10, 1 },        { MESSAGE_CASE_TOLD, 9, 30, 24 * H - 1, 10, 1 },
        { MESSAGE_CASE_TOLD, 10, 1, 0, 10, 2 },            { MESSAGE_ASSIST_REMINDER, 9, 30, 9 * H, 10, 8 },
        { MESSAGE_ASSIST_REMINDER, 10, 9, 9 * H, 10, 10 },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct fail f = { 0 };
        instant out, now = clock_day_start(date(ROWS[i].month, ROWS[i].mday)) + ROWS[i].at;
        assert_true(pace_tomorrow(message_row(ROWS[i].event), &house, (struct pace_hours){ 8, 21 }, now, &out, &f));
        assert_int_equal(out, clock_day_start(date(ROWS[i].want_month, ROWS[i].want_mday)) + 8 * H);
    }
}

static void beyond_the_loaded_years_nothing_is_guessed(void **state)
{
    (void)state;
    struct fail f = { 0 };
    instant out, now = clock_day_start(date(12, 31)) + 22 * H;
    assert_false(pace_opens(message_row(MESSAGE_ASSIST_REMINDER), &house, (struct pace_hours){ 8, 21 }, now, &out, &f));
    assert_string_equal(f.code, "calendar_missing");
    assert_true(pace_opens(message_row(MESSAGE_CASE_TOLD), &house, (struct pace_hours){ 8, 21 }, now, &out, &f));
}

static void each_kind_is_given_up_at_its_age_and_waits_longer_the_older_it_is(void **state)
{
    (void)state;
    for (size_t e = 0; e < MESSAGE_EVENT__MAX; e++) {
        const struct message_row *kind = message_row((enum message_event)e);
        /* 5000 of 10001: neither earlier nor later. */
        int64_t wait = pace_retry_after(kind, 40, kind->age / 2, 5000);
        assert_true(kind->age > 0 && wait > 0);
        int64_t last = kind->urgent ? 15 * CLOCK_SECOND : kind->age / 3 < 4 * H ? kind->age / 3 : 4 * H;
        assert_true(pace_retry_after(kind, 40, kind->age - last, 5000) > 0);
        assert_int_equal(pace_retry_after(kind, 40, kind->age - last + 4, 5000), -1);
    }
    const struct message_row *told = message_row(MESSAGE_CASE_TOLD);
    int64_t before = 0;
    for (int n = 1; n <= 5; n++) {
        int64_t wait = pace_retry_after(told, n, 2 * CLOCK_DAY, 5000);
        assert_true(wait > before && wait <= 4 * H);
        before = wait;
    }
    assert_int_equal(pace_retry_after(told, 9, 0, 5000), CLOCK_MINUTE);
    assert_int_equal(pace_retry_after(told, 9, 20 * CLOCK_MINUTE, 5000), 10 * CLOCK_MINUTE);
    assert_int_equal(pace_retry_after(told, 9, CLOCK_DAY, 5000), 4 * H);
    assert_int_equal(pace_retry_after(told, 1, CLOCK_DAY, 5000), CLOCK_MINUTE); /* it was kept for long, and tried once */
}

static void chance_spreads_a_wait_by_a_fifth_and_no_further(void **state)
{
    (void)state;
    const struct message_row *told = message_row(MESSAGE_CASE_TOLD);
    assert_int_equal(pace_retry_after(told, 1, 0, 0), 48 * CLOCK_SECOND);
    assert_int_equal(pace_retry_after(told, 1, 0, 10000), 72 * CLOCK_SECOND);
    assert_int_equal(pace_retry_after(told, 1, 0, 10001), 48 * CLOCK_SECOND);
    for (uint32_t i = 0; i < 1000; i++) {
        int64_t wait = pace_retry_after(told, 1, 0, i * 2654435761u);
        assert_true(wait >= 48 * CLOCK_SECOND && wait <= 72 * CLOCK_SECOND);
    }
}

static void a_code_is_stale_at_its_fifth_minute(void **state)
{
    (void)state;
    const struct message_row *code = message_row(MESSAGE_UNION_CODE);
    assert_false(pace_stale(code, 5 * CLOCK_MINUTE - 1));
    assert_true(pace_stale(code, 5 * CLOCK_MINUTE));
    assert_false(pace_stale(message_row(MESSAGE_CASE_TOLD), 30 * CLOCK_DAY));
}

static void more_than_fit_are_gathered_and_none_is_sent_beyond_the_ceiling(void **state)
{
    (void)state;
    static const struct { struct pace_count number, kind; enum pace_verdict want; } ROWS[] = {
        { { 2, 0, 1 }, { 0, 0, 1 }, PACE_GO },      { { 2, 0, 2 }, { 0, 0, 2 }, PACE_GO },       { { 2, 0, 3 }, { 0, 0, 1 }, PACE_GATHER },
        { { 2, 1, 1 }, { 0, 0, 1 }, PACE_GO },      { { 2, 1, 2 }, { 0, 0, 1 }, PACE_GATHER },   { { 2, 2, 1 }, { 0, 0, 1 }, PACE_TOMORROW },
        { { 2, 2, 9 }, { 0, 0, 1 }, PACE_TOMORROW }, { { 0, 99, 99 }, { 0, 9, 9 }, PACE_GO },    { { 9, 1, 2 }, { 1, 0, 1 }, PACE_GO },
        { { 9, 1, 2 }, { 1, 0, 2 }, PACE_GATHER },  { { 9, 1, 2 }, { 1, 1, 1 }, PACE_GATHER },   { { 0, 1, 2 }, { 1, 1, 1 }, PACE_GATHER },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (pace_judge(ROWS[i].number, ROWS[i].kind) != ROWS[i].want)
            fail_msg("row %zu", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(an_sms_leaves_within_the_hours_of_its_kind, calendar_of_2026),
        cmocka_unit_test_setup(what_is_over_the_ceiling_waits_for_tomorrows_hours, calendar_of_2026),
        cmocka_unit_test_setup(beyond_the_loaded_years_nothing_is_guessed, calendar_of_2026),
        cmocka_unit_test(each_kind_is_given_up_at_its_age_and_waits_longer_the_older_it_is),
        cmocka_unit_test(chance_spreads_a_wait_by_a_fifth_and_no_further),
        cmocka_unit_test(a_code_is_stale_at_its_fifth_minute),
        cmocka_unit_test(more_than_fit_are_gathered_and_none_is_sent_beyond_the_ceiling),
    };
    return cmocka_run_group_tests_name("pace", tests, NULL, NULL);
}
