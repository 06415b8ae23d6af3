/* The order by strokes against a hand-written list of surnames, and where it does not decide; the printed days of a period. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "period.h"
#include "stroke.h"

static struct mem *pool;
static struct stroke *s;

static int before(void **state)
{
    struct fail f = { 0 };
    (void)state;
    pool = mem_new(NULL, "test");
    s = stroke_open(pool, &f);
    return s ? 0 : -1;
}
static int after(void **state) { (void)state; mem_free(&pool); return 0; }

/* Counted by hand. */
static const struct { const char *name; int strokes; } KNOWN[] = {
    { "丁", 2 }, { "卜", 2 }, { "马", 3 }, { "于", 3 }, { "王", 4 }, { "方", 4 }, { "孔", 4 }, { "邓", 4 }, { "叶", 5 }, { "田", 5 }, { "冯", 5 },
    { "史", 5 }, { "刘", 6 }, { "朱", 6 }, { "孙", 6 }, { "许", 6 }, { "李", 7 }, { "吴", 7 }, { "陈", 7 }, { "张", 7 }, { "何", 7 },
    { "沈", 7 }, { "邵", 7 }, { "苏", 7 }, { "周", 8 }, { "林", 8 }, { "金", 8 }, { "郑", 8 }, { "范", 8 }, { "赵", 9 }, { "祝", 9 }, { "胡", 9 }, { "姚", 9 }, { "徐", 10 }, { "高", 10 },
    { "郭", 10 }, { "夏", 10 }, { "黄", 11 }, { "曹", 11 }, { "章", 11 }, { "萧", 11 }, { "韩", 12 }, { "傅", 12 }, { "董", 12 }, { "程", 12 }, { "蒋", 12 }, { "裘", 13 },
    { "楼", 13 }, { "蔡", 14 }, { "潘", 15 }, { "薛", 16 }, { "戴", 17 }, { "魏", 17 },
};

static void strokes_are_counted_and_ordered(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++) {
        int n = stroke_count(s, KNOWN[i].name);
        if (n != KNOWN[i].strokes)
            fail_msg("%s: %d strokes, by hand %d", KNOWN[i].name, n, KNOWN[i].strokes);
        for (size_t k = 0; k < i; k++)
            if (KNOWN[k].strokes < KNOWN[i].strokes && stroke_compare(s, KNOWN[k].name, KNOWN[i].name) >= 0)
                fail_msg("%s should stand before %s", KNOWN[k].name, KNOWN[i].name);
    }
}

static void the_second_character_decides_within_a_surname(void **state)
{
    (void)state;
    assert_true(stroke_compare(s, "王一", "王例") < 0);
    assert_true(stroke_compare(s, "王", "王一") < 0);
    assert_true(stroke_compare(s, "王例", "李一") < 0);
    assert_true(stroke_compare(s, "欧阳样", "丁样") > 0);
    assert_int_equal(stroke_count(s, "欧阳样"), 8);
    assert_int_equal(stroke_compare(s, "古丽·样", "古丽样"), 0);
}

static void ties_are_told(void **state)
{
    (void)state;
    assert_true(stroke_is_tie(s, "李样", "吴样"));   /* both 7: the shape of the first stroke decides */
    assert_true(stroke_is_tie(s, "丁样", "卜样"));
    assert_true(stroke_is_tie(s, "王样", "王样"));   /* the same name twice */
    assert_false(stroke_is_tie(s, "王一", "王例"));
    assert_false(stroke_is_tie(s, "王样", "李样"));
    assert_true(stroke_is_tie(s, "𠮷样", "Ann"));    /* nothing is known of either */
    assert_int_equal(stroke_count(s, "𠮷样"), 0);
    assert_int_equal(stroke_count(s, "Ann"), 0);
    assert_int_equal(stroke_count(s, ""), 0);
    assert_true(stroke_compare(s, "魏样", "𠮷样") < 0);
}

static day ymd(int y, int m, int d)
{
    day out = 0;
    assert_true(clock_day_from_ymd(y, m, d, &out));
    return out;
}

static void a_period_is_counted_and_closed(void **state)
{
    (void)state;
    struct calendar_exception days[] = { { ymd(2026, 4, 30), false, 2026, "x" }, { ymd(2026, 5, 1), true, 2026, "x" },
                                         { ymd(2026, 5, 4), true, 2026, "x" }, { ymd(2026, 5, 5), true, 2026, "x" },
                                         { ymd(2026, 5, 9), false, 2026, "x" } };
    struct calendar c = { .first = ymd(2026, 1, 1), .last = ymd(2026, 12, 31), .days = days, .count = 5 };
    struct period_in in = { .open_day = ymd(2026, 4, 30), .by_workdays = true, .workdays = 5, .count_first = true };
    struct period p;
    struct fail f = { 0 };
    assert_true(period_compute(pool, &c, &in, &p, &f));
    assert_int_equal(p.close_day, ymd(2026, 5, 9));
    assert_int_equal(p.closes_at, clock_day_start(ymd(2026, 5, 10)));
    assert_int_equal(p.opens_at, clock_day_start(ymd(2026, 4, 30)));
    assert_int_equal(p.days.count, 10);
    assert_int_equal(p.days.days[0].number, 1);
    assert_int_equal(p.days.days[1].number, 0);
    assert_int_equal(p.days.days[9].number, 5);
    assert_string_equal(p.rule, "5 个工作日，首日计入");
    in.count_first = false;
    assert_true(period_compute(pool, &c, &in, &p, &f));
    assert_int_equal(p.close_day, ymd(2026, 5, 11));
    assert_int_equal(p.days.days[0].number, 0);
    assert_string_equal(p.rule, "5 个工作日，首日不计入");
}

static void a_stored_rule_is_read_back(void **state)
{
    (void)state;
    struct calendar c = { .first = ymd(2026, 1, 1), .last = ymd(2026, 12, 31) };
    for (int i = 0; i < 3; i++) {
        struct period_in in = { .open_day = ymd(2026, 3, 2), .by_workdays = i < 2, .workdays = i < 2 ? 12 : 0, .count_first = i != 1,
                                .last_day = ymd(2026, 3, 9) }, back = { 0 };
        struct period p;
        struct fail f = { 0 };
        assert_true(period_compute(pool, &c, &in, &p, &f));
        period_rule_read(p.rule, &back);
        assert_int_equal(back.by_workdays, in.by_workdays);
        assert_int_equal(back.workdays, in.workdays);
        assert_int_equal(back.count_first, in.count_first);
    }
    struct period_in back = { 0 };
    period_rule_read("99999999999 个工作日，首日计入", &back);
    assert_false(back.by_workdays);
    period_rule_read("", &back);
    assert_false(back.by_workdays);
}

static void a_period_does_not_guess(void **state)
{
    (void)state;
    struct calendar c = { .first = ymd(2026, 1, 1), .last = ymd(2026, 12, 31) };
    struct period_in in = { .open_day = ymd(2026, 12, 30), .by_workdays = true, .workdays = 5, .count_first = true };
    struct period p;
    struct fail f = { 0 };
    assert_false(period_compute(pool, &c, &in, &p, &f));
    assert_string_equal(f.code, "calendar_missing");
    assert_string_equal(f.field, "open_day");
    assert_int_equal(f.kind, FAIL_INPUT);
    assert_int_equal(f.number, 2027);
    struct calendar none = { .first = 0, .last = -1 };
    assert_false(period_compute(pool, &none, &in, &p, &f));
    assert_int_equal(f.number, 2026);
    /* Printed days need no calendar; they say that it does not know them. */
    in = (struct period_in){ .open_day = ymd(2026, 12, 30), .last_day = ymd(2027, 1, 5) };
    f = (struct fail){ 0 };
    assert_true(period_compute(pool, &c, &in, &p, &f));
    assert_int_equal(p.days.count, 7);
    assert_false(p.known);
    assert_int_equal(p.days.days[6].kind, CALENDAR_UNKNOWN);
    assert_int_equal(p.days.days[1].kind, CALENDAR_WORKDAY);
    in.last_day = in.open_day - 1;
    assert_false(period_compute(pool, &c, &in, &p, &f));
    assert_string_equal(f.code, "period_backwards");
    in.last_day = in.open_day + PERIOD_MAX_DAYS;
    assert_false(period_compute(pool, &c, &in, &p, &f));
    assert_string_equal(f.code, "period_long");
}

static void the_usual_period_stays_within_the_calendar(void **state)
{
    (void)state;
    struct calendar c = { .first = ymd(2026, 1, 1), .last = ymd(2026, 12, 31) };
    const struct { day open; bool by_workdays; int days; } rows[] = {
        { ymd(2026, 12, 25), true, 7 }, { ymd(2026, 12, 28), false, 4 }, { ymd(2026, 12, 31), false, 1 },
        { ymd(2027, 1, 1), false, 7 }, { ymd(2025, 12, 31), false, 7 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct period_in in;
        struct period p;
        struct fail f = { 0 };
        period_usual(&c, rows[i].open, &in);
        assert_int_equal(in.by_workdays, rows[i].by_workdays);
        assert_true(period_compute(pool, &c, &in, &p, &f));
        assert_int_equal(p.close_day - p.open_day + 1, rows[i].days);
        assert_int_equal(p.known, rows[i].open >= c.first && rows[i].open <= c.last);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(strokes_are_counted_and_ordered, before, after),
        cmocka_unit_test_setup_teardown(the_second_character_decides_within_a_surname, before, after),
        cmocka_unit_test_setup_teardown(ties_are_told, before, after),
        cmocka_unit_test_setup_teardown(a_period_is_counted_and_closed, before, after),
        cmocka_unit_test_setup_teardown(a_stored_rule_is_read_back, before, after),
        cmocka_unit_test_setup_teardown(a_period_does_not_guess, before, after),
        cmocka_unit_test_setup_teardown(the_usual_period_stays_within_the_calendar, before, after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
