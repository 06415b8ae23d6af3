/* What lib/base/clock promises: dates as the calendar has them, instants there and back, strict reading. */
#include "check.h"

#include "clock.h"

static void every_day_of_four_centuries_follows_the_one_before(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    day d;
    assert_true(clock_day_from_ymd(1800, 1, 1, &d));
    int weekday = 2; /* a Wednesday */
    for (int year = 1800; year < 2210; year++)
        for (int month = 1; month <= 12; month++) {
            bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            int days = lengths[month - 1] + (leap && month == 2);
            for (int mday = 1; mday <= days; mday++, d++, weekday = (weekday + 1) % 7) {
                struct civil c = clock_day_civil(d);
                day back;
                assert_int_equal(c.year * 10000 + c.month * 100 + c.mday, year * 10000 + month * 100 + mday);
                assert_true(clock_day_from_ymd(year, month, mday, &back));
                assert_int_equal(back, d);
                assert_int_equal(clock_weekday(d), weekday);
            }
            assert_false(clock_day_from_ymd(year, month, days + 1, &d));
        }
    assert_true(clock_day_from_ymd(1970, 1, 1, &d));
    assert_int_equal(d, 0);
    assert_false(clock_day_from_ymd(2026, 13, 1, &d));
    assert_false(clock_day_from_ymd(2026, 0, 1, &d));
    assert_false(clock_day_from_ymd(2026, 1, 0, &d));
    assert_false(clock_day_from_ymd(0, 1, 1, &d));
    assert_false(clock_day_from_ymd(10000, 1, 1, &d));
}

static void instants_read_the_same_in_every_form(void **state)
{
    (void)state;
    static const struct { instant at; const char *sql, *beijing, *day; } rows[] = {
        {0, "1970-01-01 00:00:00.000000", "1970-01-01T08:00:00+08:00", "1970-01-01"},
        {-1, "1969-12-31 23:59:59.999999", "1970-01-01T07:59:59+08:00", "1970-01-01"},
        {INT64_C(1795507503000001), "2026-11-24 08:05:03.000001", "2026-11-24T16:05:03+08:00", "2026-11-24"},
        {INT64_C(1709135999999999), "2024-02-28 15:59:59.999999", "2024-02-28T23:59:59+08:00", "2024-02-28"},
        {INT64_C(1709136000000000), "2024-02-28 16:00:00.000000", "2024-02-29T00:00:00+08:00", "2024-02-29"},
        {INT64_C(1767196800000000), "2025-12-31 16:00:00.000000", "2026-01-01T00:00:00+08:00", "2026-01-01"},
        {INT64_C(-62135596800000000), "0001-01-01 00:00:00.000000", "0001-01-01T08:00:00+08:00", "0001-01-01"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        char text[CLOCK_TEXT];
        instant back = 1;
        day d;
        clock_to_sql(rows[i].at, text);
        assert_string_equal(text, rows[i].sql);
        assert_true(clock_from_sql(rows[i].sql, &back));
        assert_true(back == rows[i].at);
        clock_to_iso_beijing(rows[i].at, text);
        assert_string_equal(text, rows[i].beijing);
        clock_day_to_text(clock_day_beijing(rows[i].at), text);
        assert_string_equal(text, rows[i].day);
        assert_true(clock_day_from_text(text, &d));
        assert_int_equal(d, clock_day_beijing(rows[i].at));
        assert_true(clock_day_start(d) <= rows[i].at && rows[i].at < clock_day_start(d + 1));
        struct civil c = clock_beijing(rows[i].at);
        assert_true(clock_from_beijing(&c) == rows[i].at);
    }
}

static void wrong_instants_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "2026-11-24",
                                      "2026-11-24 08:05",
                                      "2026-11-24T08:05:03",
                                      "2026-11-24 08:05:03.",
                                      "2026-11-24 08:05:03.0000001",
                                      "2026-11-24 24:00:00",
                                      "2026-11-24 08:60:00",
                                      "2026-11-24 08:05:60",
                                      "2026-02-29 00:00:00",
                                      "2026-11-24 08:05:03 ",
                                      "2026-11-24 08:05:03Z",
                                      "0000-00-00 00:00:00",
                                      "2026-11-2408:05:03xx",
                                      "20260-11-24 08:05:03",
                                      "-026-11-24 08:05:03",
                                      "2026-11-24 -8:05:03",
                                      "2026-11-24 08:05:03.00x",
                                      "２026-11-24 08:05:03"};
    for (size_t i = 0; i < ROWS(bad); i++) {
        instant t = 4711;
        assert_false(clock_from_sql(bad[i], &t));
        assert_int_equal(t, 4711);
    }
    static const struct { const char *text; int micro; } good[] = {
        {"1970-01-01 00:00:00", 0}, {"1970-01-01 00:00:00.1", 100000}, {"1970-01-01 00:00:00.000007", 7}};
    for (size_t i = 0; i < ROWS(good); i++) {
        instant t;
        assert_true(clock_from_sql(good[i].text, &t));
        assert_int_equal(t, good[i].micro);
    }
}

static void wrong_days_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",           "2026-11-2",  "2026-11-240", "2026/11/24",  "2026-13-01",
                                      "2026-02-30", "0000-01-01", " 2026-11-24", "2026-11-24 ", "20261124",
                                      "2026-1-124", "二〇二六"};
    for (size_t i = 0; i < ROWS(bad); i++) {
        day d = 4711;
        assert_false(clock_day_from_text(bad[i], &d));
        assert_int_equal(d, 4711);
    }
}

static void a_letter_names_a_day_as_people_do(void **state)
{
    (void)state;
    char text[CLOCK_TEXT];
    day d;
    assert_true(clock_day_from_ymd(2026, 4, 3, &d));
    clock_day_to_hanzi(d, text);
    assert_string_equal(text, "2026年4月3日");
}

static void sleeping_lasts_and_time_goes_on(void **state)
{
    (void)state;
    int64_t before = clock_monotonic();
    clock_sleep(20000);
    assert_true(clock_monotonic() - before >= 20000);
    clock_sleep(-5);
    instant now = clock_now();
    assert_true(now > INT64_C(1700000000000000) && now < INT64_C(4000000000000000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_four_centuries_follows_the_one_before),
        cmocka_unit_test(instants_read_the_same_in_every_form),
        cmocka_unit_test(wrong_instants_are_refused),
        cmocka_unit_test(wrong_days_are_refused),
        cmocka_unit_test(a_letter_names_a_day_as_people_do),
        cmocka_unit_test(sleeping_lasts_and_time_goes_on),
    };
    return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
