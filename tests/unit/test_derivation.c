/* What a derivation promises: every day of a deadline with what it is and whether it counts; the same end as bare counting; and that a new
 * revision never takes days away. */
#include "calendar_cases.h"
#include "period.h"

static struct calendar_exception exceptions[ROWS(days_off) + ROWS(makeup_days)];
static struct calendar calendar;
static struct mem *pool;

static int load(void **state)
{
    (void)state;
    calendar = calendar_loaded(exceptions);
    pool = mem_new(NULL, "derivation");
    return 0;
}

static int unload(void **state)
{
    (void)state;
    mem_free(&pool);
    return 0;
}

static instant at(int yyyymmdd, int hour, int minute)
{
    return clock_day_start(of(yyyymmdd)) + hour * CLOCK_HOUR + minute * CLOCK_MINUTE;
}

/* A derivation as signs: the last digit of a counted day's number, w weekend, h holiday, f first day, l late, p paused, > put off; a +
 * behind a make-up workday. */
static const char *signs(const struct calendar_derivation *d)
{
    static char out[400];
    size_t n = 0;
    for (size_t i = 0; i < d->count && n < sizeof out - 3; i++) {
        const struct calendar_day *one = &d->days[i];
        assert_int_equal(one->day, d->start + (day)i);
        assert_int_equal(one->mark == CALENDAR_COUNTED, one->number > 0);
        char sign[CALENDAR_MARK__MAX] = {[CALENDAR_COUNTED] = (char)('0' + one->number % 10), [CALENDAR_FIRST_DAY] = 'f',
                                         [CALENDAR_LATE] = 'l', [CALENDAR_PAUSED] = 'p', [CALENDAR_PUT_OFF] = '>',
                                         [CALENDAR_OFF] = one->kind == CALENDAR_HOLIDAY ? 'h' : 'w'};
        out[n++] = sign[one->mark];
        if (one->kind == CALENDAR_MAKE_UP)
            out[n++] = '+';
    }
    out[n] = '\0';
    return out;
}

static const struct { int publish; const char *counted, *next; } cases[] = {
    {20230421, "1w2+345", "fw1+2345"}, {20230424, "12345", "f1234hhhhh5"}, {20230427, "12hhhhh345+", "f1hhhhh234+w5"},
    {20240403, "1hhh2+345", "fhhh1+2345"}, {20240407, "1+2345", "f+12345"}, {20240426, "1w2+34hhhhh5", "fw1+23hhhhh45"},
    {20240911, "1234+hhh5", "f123+hhh45"}, {20240927, "1w2+3hhhhhhh45", "fw1+2hhhhhhh345"},
    {20250124, "1w2+3hhhhhhhh45", "fw1+2hhhhhhhh345"}, {20250126, "1+2hhhhhhhh345", "f+1hhhhhhhh2345+"},
    {20250425, "1w2+345", "fw1+234hhhhh5"}, {20250926, "1w2+34hhhhhhhh5", "fw1+23hhhhhhhh45"},
    {20251230, "12hhh3+45", "f1hhh2+345"}, {20260212, "123+hhhhhhhhh45", "f12+hhhhhhhhh345"},
    {20260430, "1hhhhh2345+", "fhhhhh1234+w5"}, {20260918, "1w2+345", "fw1+2345"}, {20260923, "12hhh345", "f1hhh234hhhhhhh5"},
};

/* How many of the cases come out as they should. */
static size_t right_cases(const struct calendar *c)
{
    size_t right = 0;
    for (size_t i = 0; i < ROWS(cases); i++)
        for (int first = 0; first < 2; first++) {
            struct calendar_derivation d;
            struct fail f;
            struct calendar_rule rule = {.n = 5, .count_first = first};
            right += calendar_derive(pool, c, at(cases[i].publish, 9, 0), &rule, &d, &f) && !d.open && d.left == 0 &&
                     d.last == of(first ? five_days[i].counted : five_days[i].next) &&
                     strcmp(signs(&d), first ? cases[i].counted : cases[i].next) == 0;
        }
    return right;
}

static void every_day_of_the_known_cases_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_int_equal(cases[i].publish, five_days[i].publish);
    assert_int_equal(right_cases(&calendar), 2 * 17);
}

static void a_plan_with_a_wrong_day_is_seen(void **state)
{
    (void)state;
    struct calendar_exception wrong[ROWS(exceptions)];
    struct calendar other = calendar_loaded(wrong);
    for (size_t i = 0; i < other.count; i++)
        if (wrong[i].day == of(20260509))
            wrong[i].off = true;
    assert_int_equal(right_cases(&other), 2 * 17 - 2);
}

static const struct row {
    int start, hour, minute, n;
    enum calendar_unit unit;
    bool first;
    int cutoff;
    int pauses[4];
    const char *says;
    int last;
} rows[] = {
    /* the first day */
    {20260418, 9, 0, 1, CALENDAR_WORKDAYS, false, 0, {0}, "ww1", 20260420},
    {20260418, 9, 0, 1, CALENDAR_WORKDAYS, true, 0, {0}, "ww1", 20260420},
    {20260420, 9, 0, 1, CALENDAR_WORKDAYS, true, 0, {0}, "1", 20260420},
    /* the cut-off hour, and hours of a day off */
    {20260430, 16, 59, 5, CALENDAR_WORKDAYS, false, 17, {0}, "fhhhhh1234+w5", 20260511},
    {20260430, 17, 0, 5, CALENDAR_WORKDAYS, false, 17, {0}, "lhhhhhf123+w45", 20260512},
    {20260430, 17, 0, 5, CALENDAR_WORKDAYS, true, 17, {0}, "lhhhhh1234+w5", 20260511},
    {20260430, 23, 59, 5, CALENDAR_WORKDAYS, false, 24, {0}, "fhhhhh1234+w5", 20260511},
    {20260502, 9, 0, 5, CALENDAR_WORKDAYS, false, 17, {0}, "hhhhf123+w45", 20260512},
    {20260509, 9, 0, 1, CALENDAR_WORKDAYS, false, 17, {0}, "f+w1", 20260511},
    {20260509, 18, 0, 1, CALENDAR_WORKDAYS, false, 17, {0}, "l+wf1", 20260512},
    {20260430, 18, 0, 3, CALENDAR_DAYS, false, 17, {0}, "lhhhhhf123+", 20260509},
    /* calendar days, and an end on a day off */
    {20230308, 9, 0, 7, CALENDAR_DAYS, true, 0, {0}, "1234567", 20230314},
    {20260424, 9, 0, 7, CALENDAR_DAYS, false, 0, {0}, "f1234567>>>>>", 20260506},
    {20260910, 9, 0, 15, CALENDAR_DAYS, false, 0, {0}, "f1234567890+12345>>>", 20260928},
    {20260502, 9, 0, 7, CALENDAR_DAYS, false, 0, {0}, "f1234567+", 20260509},
    {20260418, 9, 0, 1, CALENDAR_DAYS, true, 0, {0}, "1>>", 20260420},
    /* a clock that stands still */
    {20260420, 9, 0, 5, CALENDAR_WORKDAYS, false, 0, {20260422, 20260424}, "f1pp2ww345", 20260429},
    {20260420, 9, 0, 5, CALENDAR_WORKDAYS, false, 0, {20260423, 20260425, 20260422, 20260424}, "f1pppww2345", 20260430},
    {20260420, 9, 0, 5, CALENDAR_WORKDAYS, false, 0, {20260424, 20260427}, "f123ppp45", 20260428},
    {20260420, 9, 0, 5, CALENDAR_WORKDAYS, false, 0, {20260423, 20260423}, "f1234ww5", 20260427},
    {20260420, 9, 0, 5, CALENDAR_WORKDAYS, true, 0, {20260420, 20260422}, "pp123ww45", 20260428},
    {20260420, 9, 0, 5, CALENDAR_DAYS, false, 0, {20260422, 20260424}, "f1pp2345", 20260427},
    {20260424, 9, 0, 7, CALENDAR_DAYS, false, 0, {20260502, 20260508}, "f1234567pppppp>", 20260508},
    {20260420, 9, 0, 5, CALENDAR_WORKDAYS, false, 0, {20260506, -1}, "f1234ww5", 20260427},
};

static void each_rule_tells_its_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        const struct row *row = &rows[i];
        struct calendar_pause pauses[2];
        struct calendar_rule rule = {row->n, row->unit, row->first, row->cutoff, pauses, 0};
        struct calendar_derivation d;
        struct fail f;
        for (size_t k = 0; k < 4 && row->pauses[k] != 0; k += 2)
            pauses[rule.pause_count++] = (struct calendar_pause){
                of(row->pauses[k]), row->pauses[k + 1] < 0 ? CALENDAR_STILL : of(row->pauses[k + 1])};
        assert_true(calendar_derive(pool, &calendar, at(row->start, row->hour, row->minute), &rule, &d, &f));
        if (strcmp(signs(&d), row->says) != 0 || d.last != of(row->last) || d.open)
            fail_msg("row %zu: %s and not %s", i, signs(&d), row->says);
        day last;
        struct calendar_derivation bare;
        assert_true(calendar_derive(NULL, &calendar, at(row->start, row->hour, row->minute), &rule, &bare, &f));
        assert_int_equal(bare.last, d.last);
        assert_int_equal(bare.count, 0);
        if (row->unit == CALENDAR_WORKDAYS && row->cutoff % 24 == 0 && rule.pause_count == 0) {
            assert_true(calendar_period(&calendar, of(row->start), row->n, row->first, &last, &f));
            assert_int_equal(last, d.last);
        }
    }
}

static void a_clock_that_stands_still_has_no_end(void **state)
{
    (void)state;
    struct calendar_pause pauses[] = {{of(20260424), CALENDAR_STILL}, {of(20260421), of(20260422)}};
    struct calendar_rule rule = {.n = 5, .pauses = pauses, .pause_count = 2};
    struct calendar_derivation d;
    struct fail f;
    assert_true(calendar_derive(pool, &calendar, at(20260420, 9, 0), &rule, &d, &f));
    assert_string_equal(signs(&d), "fp12p");
    assert_true(d.open);
    assert_int_equal(d.left, 3);
}

static void who_comes_later_is_never_due_earlier(void **state)
{
    (void)state;
    static const int hours[] = {0, 16, 17, 23};
    for (int form = 0; form < 8; form++) {
        struct calendar_rule rule = {.n = 3, .unit = form & 1 ? CALENDAR_DAYS : CALENDAR_WORKDAYS, .count_first = form & 2,
                                     .cutoff_hour = form & 4 ? 17 : 0};
        day before = 0;
        for (day d = of(20230101); d <= of(20261201); d++)
            for (size_t h = 0; h < ROWS(hours); h++) {
                struct calendar_derivation out;
                struct fail f;
                assert_true(calendar_derive(NULL, &calendar, clock_day_start(d) + hours[h] * CLOCK_HOUR, &rule, &out, &f));
                if (out.last < before)
                    fail_msg("form %d, day %d, hour %d", form, d, hours[h]);
                before = out.last;
            }
    }
}

static void a_derivation_names_the_papers_it_rests_on(void **state)
{
    (void)state;
    struct calendar_rule rule = {.n = 5, .count_first = true};
    struct calendar_derivation d;
    struct fail f;
    assert_true(calendar_derive(pool, &calendar, at(20251230, 9, 0), &rule, &d, &f));
    assert_int_equal(d.plan_count, 2);
    assert_int_equal(d.plans[0].year, 2025);
    assert_int_equal(d.plans[1].year, 2026);
    assert_int_equal(d.days[2].plan->year, 2026);
    assert_int_equal(d.days[2].kind, CALENDAR_HOLIDAY);
    assert_string_equal(d.days[2].name, "节");
    assert_true(calendar_derive(pool, &calendar, at(20260420, 9, 0), &rule, &d, &f));
    assert_int_equal(d.plan_count, 1);
    assert_int_equal(d.plans[0].revision, 2);
    /* A plan may reach into the December before its year. */
    struct calendar_exception one[] = {{of(20251231), true, 2026, "元旦"}};
    struct calendar c = {of(20250101), of(20261231), one, 1, plans_loaded + 2, 2};
    assert_true(calendar_derive(pool, &c, at(20251230, 9, 0), &(struct calendar_rule){.n = 1}, &d, &f));
    assert_string_equal(signs(&d), "fh1");
    assert_int_equal(d.plan_count, 2);
    assert_int_equal(d.days[1].plan->year, 2026);
    assert_string_equal(calendar_kind_word(d.days[1].kind), "HOLIDAY");
    assert_string_equal(calendar_mark_word(d.days[1].mark), "OFF");
}

static void a_day_whose_plan_is_missing_is_refused_by_its_year(void **state)
{
    (void)state;
    static const struct { int start, hour, n, cutoff, pause, year; } asked[] = {
        {20261228, 9, 5, 0, 0, 2027}, {20261231, 18, 1, 17, 0, 2027}, {20270104, 9, 1, 0, 0, 2027}, {20221231, 9, 1, 0, 0, 2022},
        {20261221, 9, 3, 0, 20261222, 2027}};
    for (size_t i = 0; i < ROWS(asked); i++)
        for (int unit = 0; unit < 2; unit++) {
            struct calendar_pause long_one = {of(asked[i].pause ? asked[i].pause : 20260101), of(asked[i].pause ? 20270201 : 20260101)};
            struct calendar_rule rule = {asked[i].n, (enum calendar_unit)unit, false, asked[i].cutoff, &long_one, 1};
            struct calendar_derivation d;
            struct fail f = {.kind = FAIL_NONE};
            assert_false(calendar_derive(pool, &calendar, at(asked[i].start, asked[i].hour, 0), &rule, &d, &f));
            assert_string_equal(f.code, "calendar_missing");
            assert_int_equal(f.number, asked[i].year);
        }
}

static void a_new_revision_never_takes_days_away(void **state)
{
    (void)state;
    struct calendar_exception more[ROWS(exceptions)], less[ROWS(exceptions)];
    struct calendar longer = calendar_loaded(more), shorter = calendar_loaded(less);
    for (size_t i = 0; i < longer.count; i++) {
        if (more[i].day == of(20260509)) /* the make-up day falls away: one working day less */
            more[i].off = true;
        if (less[i].day == of(20260505)) /* a holiday falls away: one working day more */
            less[i].off = false;
    }
    struct calendar_pause still = {of(20260506), CALENDAR_STILL};
    struct calendar_rule rule = {.n = 5}, resting = {.n = 5, .pauses = &still, .pause_count = 1};
    instant from = at(20260430, 9, 0);
    day told = of(20260511);
    assert_int_equal(calendar_recompute(&calendar, from, &rule, told, false), told);
    assert_int_equal(calendar_recompute(&longer, from, &rule, told, false), of(20260512));
    assert_int_equal(calendar_recompute(&shorter, from, &rule, told, false), told);
    assert_int_equal(calendar_recompute(&longer, from, &rule, told, true), told);
    assert_int_equal(calendar_recompute(&longer, from, &resting, told, false), told);
    struct calendar none = {.first = 0, .last = -1};
    assert_int_equal(calendar_recompute(&none, from, &rule, told, false), told);
}

static void a_printed_period_is_explained_or_left_alone(void **state)
{
    (void)state;
    struct calendar_derivation d;
    assert_true(period_explain(pool, &calendar, of(20260430), of(20260509), "5 个工作日，首日计入", &d));
    assert_string_equal(signs(&d), "1hhhhh2345+");
    assert_true(period_explain(pool, &calendar, of(20260430), of(20260511), "5 个工作日，首日不计入", &d));
    assert_string_equal(signs(&d), "fhhhhh1234+w5");
    assert_true(period_explain(pool, &calendar, of(20261230), of(20270103), "5 个自然日，首日计入", &d));
    assert_string_equal(signs(&d), "12345");
    assert_int_equal(d.days[3].kind, CALENDAR_UNKNOWN);
    assert_int_equal(d.plan_count, 1);
    assert_false(period_explain(pool, &calendar, of(20260430), of(20260510), "5 个工作日，首日计入", &d));
    assert_false(period_explain(pool, &calendar, of(20261230), of(20270106), "5 个工作日，首日计入", &d));
    assert_false(period_explain(pool, &calendar, of(20260430), of(20260429), "", &d));
}

static void the_words_of_a_deadline_lead_back_to_its_rule(void **state)
{
    (void)state;
    static const struct { const char *words; int from, n; enum calendar_unit unit; } good[] = {
        {"2026-04-24 起 5 个工作日，当日不计", 20260424, 5, CALENDAR_WORKDAYS},
        {"2026-04-24 起 15 日，当日不计", 20260424, 15, CALENDAR_DAYS},
        {"2026-05-06 恢复计时，余 3 个工作日", 20260506, 3, CALENDAR_WORKDAYS},
    };
    static const char *const bad[] = {NULL, "", "2026-04-24", "2026-04-24 起", "2026-02-30 起 5 个工作日，当日不计", "2026-04-24 起 0 日，当日不计",
                                      "2026-04-24 起 99999 日，当日不计", "2026-04-24 起 5 周", "2026-04-24 止 5 日", "延长后另计"};
    struct calendar_rule rule;
    day from;
    for (size_t i = 0; i < ROWS(good); i++) {
        assert_true(calendar_rule_read(good[i].words, &from, &rule));
        assert_int_equal(from, of(good[i].from));
        assert_int_equal(rule.n, good[i].n);
        assert_int_equal(rule.unit, good[i].unit);
        assert_false(rule.count_first);
    }
    for (size_t i = 0; i < ROWS(bad); i++)
        assert_false(calendar_rule_read(bad[i], &from, &rule));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_the_known_cases_is_told),
        cmocka_unit_test(a_plan_with_a_wrong_day_is_seen),
        cmocka_unit_test(each_rule_tells_its_days),
        cmocka_unit_test(a_clock_that_stands_still_has_no_end),
        cmocka_unit_test(who_comes_later_is_never_due_earlier),
        cmocka_unit_test(a_derivation_names_the_papers_it_rests_on),
        cmocka_unit_test(a_day_whose_plan_is_missing_is_refused_by_its_year),
        cmocka_unit_test(a_new_revision_never_takes_days_away),
        cmocka_unit_test(a_printed_period_is_explained_or_left_alone),
        cmocka_unit_test(the_words_of_a_deadline_lead_back_to_its_rule),
    };
    return cmocka_run_group_tests_name("derivation", tests, load, unload);
}
