/* What lib/model/calendar_file promises: a plan as lines and as JSON says the same; what is none is refused with its place. */
#include "check.h"

#include "calendar_file.h"

static struct mem *pool;

static int open_pool(void **state)
{
    (void)state;
    pool = mem_new(NULL, "calendar file");
    return 0;
}

static int close_pool(void **state)
{
    (void)state;
    mem_free(&pool);
    return 0;
}

#define LINES "# 2026\r\nyear,2026\npaper,https://example.org/2026\nnumber,国办发明电[2025]第07号\n" \
              "2025-12-31,off,元旦\n2026-01-01,off,元旦\n2026-01-04,work,元旦"
#define DAYS "{\"name\":\"元旦\",\"date\":\"2025-12-31\",\"isOffDay\":true}," \
             "{\"name\":\"元旦\",\"date\":\"2026-01-01\",\"isOffDay\":true}," \
             "{\"name\":\"元旦\",\"date\":\"2026-01-04\",\"isOffDay\":false}"
#define JSON(more, days) "\n{\"$schema\":\"x\",\"$id\":\"y\",\"year\":2026,\"papers\":[\"http://example.org/old\",\"https://example.org/2026\"]" \
                         more ",\"days\":[" days "]}"

static bool read_text(const char *text, struct calendar_file *out, struct fail *f)
{
    *f = (struct fail){.kind = FAIL_NONE};
    return calendar_file_read(pool, text, strlen(text), out, f);
}

static void lines_and_json_say_the_same(void **state)
{
    (void)state;
    static const char *const texts[] = {LINES, JSON(",\"number\":\"国办发明电〔2025〕7号\"", DAYS)};
    for (size_t i = 0; i < ROWS(texts); i++) {
        struct calendar_file file;
        struct fail f;
        if (!read_text(texts[i], &file, &f))
            fail_msg("%s", f.detail);
        assert_int_equal(file.year, 2026);
        assert_string_equal(file.paper, "https://example.org/2026");
        assert_string_equal(file.number, "国办发明电〔2025〕7号");
        assert_int_equal(file.count, 3);
        assert_int_equal(clock_day_civil(file.days[0].day).year, 2025);
        for (size_t k = 0; k < 3; k++) {
            assert_int_equal(file.days[k].off, k < 2);
            assert_int_equal(file.days[k].year, 2026);
            assert_string_equal(file.days[k].name, "元旦");
        }
    }
}

static void the_number_may_be_left_out(void **state)
{
    (void)state;
    struct calendar_file file;
    struct fail f;
    assert_true(read_text(JSON("", DAYS), &file, &f));
    assert_string_equal(file.number, "");
}

#define HEAD "year,2026\npaper,https://x.org\n"
#define DAY(date, off) "{\"name\":\"x\",\"date\":\"" date "\",\"isOffDay\":" off "}"

static void what_is_no_plan_is_refused_with_its_place(void **state)
{
    (void)state;
    static const struct { const char *text, *says; } bad[] = {
        {"", "missing"}, {HEAD, "missing"}, {"year,26\n", "line 1: a year"}, {"year,x\n", "line 1: a year"},
        {"year,2026\npaper,gov.cn\n", "line 2: an address"}, {"year,2026\npaper,javascript:x\n", "line 2: an address"},
        {HEAD "number,7\n", "line 3: a number"}, {HEAD "2026-02-30,off,x\n", "line 3: a date"},
        {HEAD "2025-11-30,off,x\n", "line 3: a day of the year"}, {HEAD "2027-01-01,off,x\n", "line 3: a day of the year"},
        {HEAD "2026-02-03,free,x\n", "line 3: off or work"}, {HEAD "2026-02-03,work,x\n", "line 3: only a Saturday"},
        {HEAD "2026-02-03,off,\n", "line 3: a name"}, {"paper,https://x.org\n2026-02-03,off,x\n", "line 2: a day of the year"},
        {HEAD "2026-02-04,off,x\n2026-02-03,off,x\n", "line 4: days one after"}, {"year,2026\npaper,\xff\n", "UTF-8"},
        {"{", "line 1: "}, {"{\n\"year\":2026,\n}", "line 3: "}, {"{}", "year"}, {"{\"year\":2026,\"year\":2027}", "duplicate"},
        {"{\"year\":\"2026\",\"papers\":[\"https://x.org\"],\"days\":[]}", "integer"}, {JSON(",\"holiday\":1", DAYS), "holiday"},
        {"{\"year\":2026,\"papers\":[],\"days\":[]}", "an address"}, {JSON("", ""), "missing"}, {JSON("", "1"), "day 1: name, date"},
        {JSON("", DAYS "," DAY("2026-02-30", "true")), "day 4: a date"}, {JSON("", DAY("2026-02-03", "false")), "day 1: only a Saturday"},
        {JSON("", DAY("2026-02-03", "1")), "day 1: name, date"}, {JSON("", DAYS "," DAYS), "day 4: days one after"},
        {JSON("", "{\"name\":\"\\u200b\",\"date\":\"2026-01-01\",\"isOffDay\":true}"), "day 1: a name"},
    };
    for (size_t i = 0; i < ROWS(bad); i++) {
        struct calendar_file file;
        struct fail f;
        bool taken = read_text(bad[i].text, &file, &f);
        if (taken || strstr(f.detail, bad[i].says) == NULL || strcmp(f.code, "calendar_file") != 0)
            fail_msg("%zu: %s: %s", i, bad[i].text, f.detail);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_json_say_the_same),
        cmocka_unit_test(the_number_may_be_left_out),
        cmocka_unit_test(what_is_no_plan_is_refused_with_its_place),
    };
    return cmocka_run_group_tests_name("calendar file", tests, open_pool, close_pool);
}
