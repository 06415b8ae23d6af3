/* What lib/model/calendar promises: five working days as the State Council's plans have them, and no guess beyond them. */
#include "calendar_cases.h"

static struct calendar_exception exceptions[ROWS(days_off) + ROWS(makeup_days)];
static struct calendar calendar;

static int load(void **state)
{
    (void)state;
    calendar = calendar_loaded(exceptions);
    return 0;
}

static void five_working_days_end_where_notices_say(void **state)
{
    (void)state;
    struct fail f;
    assert_int_equal(ROWS(five_days), 17);
    for (size_t i = 0; i < ROWS(five_days); i++) {
        day last;
        int left;
        assert_true(calendar_period(&calendar, of(five_days[i].publish), 5, true, &last, &f));
        assert_int_equal(last, of(five_days[i].counted));
        assert_true(calendar_period(&calendar, of(five_days[i].publish), 5, false, &last, &f));
        assert_int_equal(last, of(five_days[i].next));
        assert_true(calendar_after(&calendar, of(five_days[i].publish), 5, &last, &f));
        assert_int_equal(last, of(five_days[i].next));
        assert_true(calendar_between(&calendar, of(five_days[i].publish), of(five_days[i].next), &left, &f));
        assert_int_equal(left, 5);
    }
}

static void every_year_has_its_working_days(void **state)
{
    (void)state;
    struct fail f;
    for (size_t i = 0; i < ROWS(years); i++) {
        int n = 0;
        for (day d = of(years[i].year * 10000 + 101); d <= of(years[i].year * 10000 + 1231); d++) {
            bool works;
            assert_true(calendar_is_workday(&calendar, d, &works, &f));
            n += works;
        }
        assert_int_equal(n, years[i].workdays);
    }
}

static void holidays_rest_and_makeup_days_work(void **state)
{
    (void)state;
    static const struct { int day; bool works; } rows[] = {
        {20261001, false}, {20261008, true}, {20261010, true}, {20261011, false}, {20260427, true}, {20260426, false},
        {20240428, true}, {20230423, true}, {20230422, false}, {20230101, false}, {20261231, true}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        bool works;
        struct fail f;
        assert_true(calendar_is_workday(&calendar, of(rows[i].day), &works, &f));
        assert_int_equal(works, rows[i].works);
    }
}

static void nothing_is_guessed_beyond_the_loaded_years(void **state)
{
    (void)state;
    static const struct { int start, n, year; } rows[] = {
        {20261228, 5, 2027}, {20261231, 2, 2027}, {20270104, 1, 2027}, {20221230, 1, 2022}, {20230103, 2000, 2027}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct fail f = {0};
        day last = 4711;
        int left = 4711;
        bool works;
        assert_false(calendar_period(&calendar, of(rows[i].start), rows[i].n, true, &last, &f));
        assert_int_equal(last, 4711);
        assert_string_equal(f.code, "calendar_missing");
        assert_int_equal(f.number, rows[i].year);
        assert_false(calendar_between(&calendar, of(20261230), of(20270101), &left, &f));
        assert_int_equal(left, 4711);
        assert_false(calendar_is_workday(&calendar, of(20270101), &works, &f));
        assert_false(calendar_is_workday(&calendar, of(20221231), &works, &f));
    }
    day last;
    struct fail f;
    assert_true(calendar_period(&calendar, of(20261231), 1, true, &last, &f));
    assert_int_equal(last, of(20261231));
}

static void spans_that_are_none(void **state)
{
    (void)state;
    struct fail f;
    day last;
    int left;
    for (int n = -2; n < 1; n++) {
        assert_false(calendar_period(&calendar, of(20260105), n, true, &last, &f));
        assert_string_equal(f.code, "calendar_span");
    }
    assert_true(calendar_between(&calendar, of(20260105), of(20260105), &left, &f));
    assert_int_equal(left, 0);
    assert_true(calendar_between(&calendar, of(20260109), of(20260105), &left, &f));
    assert_int_equal(left, 0);
    /* A period that begins on a day off begins on the next working day, counted or not. */
    assert_true(calendar_period(&calendar, of(20261001), 1, true, &last, &f));
    assert_int_equal(last, of(20261008));
    assert_true(calendar_period(&calendar, of(20261001), 1, false, &last, &f));
    assert_int_equal(last, of(20261008));
}

static void a_year_without_exceptions_has_its_weekends(void **state)
{
    (void)state;
    struct calendar plain = {.first = of(20260101), .last = of(20261231)};
    bool works;
    struct fail f;
    assert_true(calendar_is_workday(&plain, of(20261001), &works, &f));
    assert_true(works);
    assert_true(calendar_is_workday(&plain, of(20261010), &works, &f));
    assert_false(works);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_working_days_end_where_notices_say),
        cmocka_unit_test(every_year_has_its_working_days),
        cmocka_unit_test(holidays_rest_and_makeup_days_work),
        cmocka_unit_test(nothing_is_guessed_beyond_the_loaded_years),
        cmocka_unit_test(spans_that_are_none),
        cmocka_unit_test(a_year_without_exceptions_has_its_weekends),
    };
    return cmocka_run_group_tests_name("calendar", tests, load, NULL);
}
