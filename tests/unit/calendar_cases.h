/* calendar_cases: the State Council's plans of 2023 to 2026 as yyyymmdd, and what five working days come to. */
#ifndef GS_TESTS_UNIT_CALENDAR_CASES_H
#define GS_TESTS_UNIT_CALENDAR_CASES_H

#include "calendar.h"
#include "check.h"

/* Days off, weekends that a plan names among them. */
static const int days_off[] = {
    20230101, 20230102, 20230121, 20230122, 20230123, 20230124, 20230125, 20230126, 20230127, 20230405, 20230429,
    20230430, 20230501, 20230502, 20230503, 20230622, 20230623, 20230624, 20230929, 20230930, 20231001, 20231002,
    20231003, 20231004, 20231005, 20231006, 20240101, 20240210, 20240211, 20240212, 20240213, 20240214, 20240215,
    20240216, 20240217, 20240404, 20240405, 20240406, 20240501, 20240502, 20240503, 20240504, 20240505, 20240610,
    20240915, 20240916, 20240917, 20241001, 20241002, 20241003, 20241004, 20241005, 20241006, 20241007, 20250101,
    20250128, 20250129, 20250130, 20250131, 20250201, 20250202, 20250203, 20250204, 20250404, 20250405, 20250406,
    20250501, 20250502, 20250503, 20250504, 20250505, 20250531, 20250601, 20250602, 20251001, 20251002, 20251003,
    20251004, 20251005, 20251006, 20251007, 20251008, 20260101, 20260102, 20260103, 20260215, 20260216, 20260217,
    20260218, 20260219, 20260220, 20260221, 20260222, 20260223, 20260404, 20260405, 20260406, 20260501, 20260502,
    20260503, 20260504, 20260505, 20260619, 20260620, 20260621, 20260925, 20260926, 20260927, 20261001, 20261002,
    20261003, 20261004, 20261005, 20261006, 20261007,
};

/* Weekends on which people work (调休). */
static const int makeup_days[] = {
    20230128, 20230129, 20230423, 20230506, 20230625, 20231007, 20231008, 20240204, 20240218, 20240407, 20240428,
    20240511, 20240914, 20240929, 20241012, 20250126, 20250208, 20250427, 20250928, 20251011, 20260104, 20260214,
    20260228, 20260509, 20260920, 20261010,
};

static const struct { int year, workdays; } years[] = {
    {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248},
};

/* Published on a day: the last of five working days when that day counts, and when the next one is the first. */
static const struct { int publish, counted, next; } five_days[] = {
    {20230421, 20230426, 20230427}, {20230424, 20230428, 20230504}, {20230427, 20230506, 20230508},
    {20240403, 20240410, 20240411}, {20240407, 20240411, 20240412}, {20240426, 20240506, 20240507},
    {20240911, 20240918, 20240919}, {20240927, 20241009, 20241010}, {20250124, 20250206, 20250207},
    {20250126, 20250207, 20250208}, {20250425, 20250430, 20250506}, {20250926, 20251009, 20251010},
    {20251230, 20260106, 20260107}, {20260212, 20260225, 20260226}, {20260430, 20260509, 20260511},
    {20260918, 20260923, 20260924}, {20260923, 20260930, 20261008},
};

static inline day of(int yyyymmdd)
{
    day d;
    assert_true(clock_day_from_ymd(yyyymmdd / 10000, yyyymmdd / 100 % 100, yyyymmdd % 100, &d));
    return d;
}

static const struct calendar_plan plans_loaded[] = {
    {2023, 1, "https://example.org/2023", ""}, {2024, 1, "https://example.org/2024", ""},
    {2025, 1, "https://example.org/2025", "国办发明电〔2024〕12号"}, {2026, 2, "https://example.org/2026", ""},
};

static inline int exceptions_by_day(const void *a, const void *b)
{
    return ((const struct calendar_exception *)a)->day - ((const struct calendar_exception *)b)->day;
}

/* The four years as they come from the database; each call fills its own table. */
static inline struct calendar calendar_loaded(struct calendar_exception into[ROWS(days_off) + ROWS(makeup_days)])
{
    size_t n = 0;
    for (size_t i = 0; i < ROWS(days_off); i++)
        into[n++] = (struct calendar_exception){of(days_off[i]), true, days_off[i] / 10000, "节"};
    for (size_t i = 0; i < ROWS(makeup_days); i++)
        into[n++] = (struct calendar_exception){of(makeup_days[i]), false, makeup_days[i] / 10000, "节"};
    qsort(into, n, sizeof *into, exceptions_by_day);
    return (struct calendar){of(20230101), of(20261231), into, n, plans_loaded, ROWS(plans_loaded)};
}

#endif
